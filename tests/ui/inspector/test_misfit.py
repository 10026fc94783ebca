"""A result that differs in size or rate: told in the inspector, and converted from there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from restitch_app.services.project.project import open_project
from restitch_app.ui.main_window import MainWindow
from tests.services.misfits import PLACE, refused
from tests.ui.hands import Hands
from tests.ui.windows import bench_on, open_in


def test_a_copy_is_converted_and_waits_as_a_candidate(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    with open_project(project_folder) as project:
        wrong = refused(bench_on(project))
    open_in(qtbot, window, project_folder)
    hands = Hands(qtbot, window)
    hands.click_tile(PLACE)
    why = hands.find("misfit_why")
    assert isinstance(why, QLabel)
    assert why.text().startswith(f"v{wrong.number}: It is larger than the scene. The scene has ")
    hands.click("convert_copy")
    hands.wait(lambda: not window.inspector.segment.misfit.isVisible())
    assert hands.find("version_3").accessibleName() == "Version 3, new, Candidate"
    assert hands.version(PLACE) == 1
    hands.wait(lambda: window.state.compare[1] == wrong.id + 1)
