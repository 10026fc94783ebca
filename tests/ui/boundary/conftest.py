from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from restitch_app.ui.main_window import MainWindow
from tests.ui.boundary.faulty import make_faulty
from tests.ui.hands import Hands
from tests.ui.panels import panels, red_project
from tests.ui.windows import open_in

__all__ = ["panels", "red_project"]


@pytest.fixture(scope="session")
def faulty_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_faulty(tmp_path_factory.mktemp("ui-faulty"))


@pytest.fixture
def faulty(tmp_path: Path, faulty_project: Path) -> Path:
    """A copy of its own. What is tried there is kept for the tests that follow."""
    folder = tmp_path / "faulty"
    shutil.copytree(faulty_project, folder)
    return folder


@pytest.fixture
def inspecting(qtbot: QtBot, window: MainWindow, faulty: Path) -> Hands:
    """The window on it, as a reviewer finds it: nothing is inspected yet."""
    open_in(qtbot, window, faulty)
    hands = Hands(qtbot, window)
    hands.back()
    window.viewer.setFocus()
    hands.wait(lambda: window.state.boundary(0) is not None)
    return hands
