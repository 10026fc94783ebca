from __future__ import annotations

import gc
import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from restitch_app.demo.server import DemoServer
from restitch_app.demo.workflow import DemoSettings, demo_workflow
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.services.project.project import open_project
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.theme.theme import Theme, ThemeChoice
from tests.services.scenes import (
    bench_on,
    chain_clips,
    imported,
    measure_small,
    new_workbench,
    with_settings,
)
from tests.ui.hands import Hands
from tests.ui.windows import leave, new_window, open_in
from tests.ui.workflow_hands import SAMPLER

SEGMENTS = 5


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The dark theme, whatever the system has."""
    return Theme(qapp, ThemeChoice.DARK)


@pytest.fixture(autouse=True, scope="module")
def _collected_between_modules() -> Iterator[None]:
    """Python collects garbage on whichever thread comes by. A QObject without a parent, as tests
    make them, that ends on another thread leaves its timers running, and they crash.
    """
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def no_widget_left(qapp: QApplication) -> Iterator[None]:
    """Fails a test that leaves a visible window behind."""
    before = set(qapp.topLevelWidgets())
    yield
    qapp.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shown = [one for one in qapp.topLevelWidgets() if one not in before and one.isVisible()]
    assert shown == [], f"left on the screen: {shown}"


@pytest.fixture(autouse=True)
def _measured_small(monkeypatch: pytest.MonkeyPatch) -> None:
    measure_small(monkeypatch)


@pytest.fixture
def server() -> Iterator[DemoServer]:
    with DemoServer(step_delay_s=0.01) as running:
        yield running


@pytest.fixture(scope="session")
def small_clips(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return chain_clips(tmp_path_factory.mktemp("ui-clips"), SEGMENTS)


@pytest.fixture(scope="session")
def small_project(tmp_path_factory: pytest.TempPathFactory, small_clips: list[Path]) -> Path:
    """A project of five short segments, to be copied."""
    folder = tmp_path_factory.mktemp("ui-projects") / "small"
    bench = new_workbench(folder)
    imported(bench, small_clips)
    bench.project.close()
    return folder


@pytest.fixture
def project_folder(tmp_path: Path, small_project: Path) -> Path:
    """A copy of its own; its server answers nobody."""
    folder = tmp_path / "project"
    shutil.copytree(small_project, folder)
    return folder


@pytest.fixture
def slow() -> Iterator[DemoServer]:
    """A server that takes a second or two for a segment of four steps."""
    with DemoServer(step_delay_s=0.3) as running:
        yield running


@pytest.fixture
def served_folder(project_folder: Path, server: DemoServer) -> Path:
    """The same with the bundled server."""
    return _on(server, project_folder)


@pytest.fixture
def redone_folder(served_folder: Path) -> Path:
    """Segment 3 has a second version, made by the bundled server."""
    with open_project(served_folder) as project:
        bench = bench_on(project)
        bench.regeneration.request(project.scene(), RegenerationRequest(2))
        bench.engine.run()
        assert project.current(project.scene(), 2).number == 2
    return served_folder


@pytest.fixture
def slow_folder(project_folder: Path, slow: DemoServer) -> Path:
    return _on(slow, project_folder)


def _on(server: DemoServer, folder: Path) -> Path:
    bench = bench_on(open_project(folder))
    with_settings(bench, server_url=server.url)
    bench.project.close()
    return folder


@pytest.fixture
def make_window(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Callable[..., MainWindow]]:
    """Makes windows that are shown, and closes them at the end."""
    made: list[MainWindow] = []

    def make(settings: Path | None = None, demo: Path | None = None) -> MainWindow:
        window = new_window(theme, settings or tmp_path / "window.ini", demo)
        made.append(window)
        window.resize(1600, 1000)
        window.show()
        return window

    yield make
    for window in made:
        leave(qtbot, window)


@pytest.fixture
def window(make_window: Callable[..., MainWindow]) -> MainWindow:
    return make_window()


@pytest.fixture
def hands(qtbot: QtBot, window: MainWindow, served_folder: Path) -> Hands:
    open_in(qtbot, window, served_folder)
    hands = Hands(qtbot, window)
    hands.back()
    window.viewer.setFocus()
    window.state.select_segment(1)
    return hands


@pytest.fixture
def refused_workflow(tmp_path: Path) -> Path:
    """Its sampler is on no server; saved by ComfyUI's "Save (API format)"."""
    prompt = demo_workflow(DemoSettings(image="seed.png", seed=5, width=160, height=96, length=17))
    inputs = prompt["9"]["inputs"]
    assert isinstance(inputs, dict)
    inputs["sampler_name"] = SAMPLER
    path = tmp_path / "odd_sampler.json"
    path.write_text(json.dumps(prompt))
    return path
