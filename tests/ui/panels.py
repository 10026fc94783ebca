"""Panels on a real project, without the window around them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from restitch_app.bridge.change_relay import ChangeRelay
from restitch_app.bridge.pools import Runners
from restitch_app.demo.server import DemoServer
from restitch_app.domain.changes import Changes
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.services.project.project import open_project
from restitch_app.services.workbench import Workbench
from restitch_app.ui.commands.actions import Actions
from restitch_app.ui.context import PanelContext
from restitch_app.ui.state.review_state import ReviewState
from restitch_app.ui.theme.theme import Theme
from tests.services.scenes import bench_on, with_settings
from tests.ui.contexts import new_context

if TYPE_CHECKING:
    from restitch_app.ui.state.session import Session

REDONE = 1
"""Sequence index of the segment with two versions; the boundary after it jumps."""


class StandInSession(QObject):
    """An open project as panels see it."""

    opened = Signal()
    closing = Signal()

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self.bench: Workbench | None = bench


@dataclass
class Panels:
    bench: Workbench
    window: QMainWindow
    context: PanelContext
    state: ReviewState
    runners: Runners

    def show(self, panel: QWidget, width: int = 900, height: int = 700) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panel)
        self.window.setCentralWidget(inside)
        self.window.resize(width, height)
        self.window.show()

    def close(self) -> None:
        self.context.session.closing.emit()
        self.window.close()
        self.runners.shut_down()
        self.bench.project.close()
        self.window.deleteLater()


class _Reloader(QObject):
    """Reads the project again after each change, as the window's session does."""

    def __init__(self, bench: Workbench, state: ReviewState, parent: QObject) -> None:
        super().__init__(parent)
        self._bench, self._state = bench, state
        self._relay = ChangeRelay(bench.project.feed, self)
        self._relay.changed.connect(self.reload, Qt.ConnectionType.DirectConnection)

    @Slot(object)
    def reload(self, changes: object) -> None:
        assert isinstance(changes, Changes)
        bench = self._bench
        scene = bench.project.scene()
        self._state.set_scene(
            bench.overview.of(scene),
            bench.project.segment_ranges(scene),
            bench.overview.settings(),
            changes,
        )
        self._state.set_jobs(bench.jobs.all())


def make_panels(bench: Workbench, theme: Theme) -> Panels:
    window = QMainWindow()
    state, runners = ReviewState(window), Runners(window)
    actions = Actions(theme, window)
    session = StandInSession(bench, window)
    folder = bench.project.folder.parent
    whole = cast("Session", session)
    context = new_context(state, theme, actions, runners, whole, folder, window)
    reloader = _Reloader(bench, state, window)
    reloader.reload(Changes(scene=True))
    return Panels(bench, window, context, state, runners)


@pytest.fixture(scope="session")
def red_project(tmp_path_factory: pytest.TempPathFactory, small_project: Path) -> Path:
    """Five segments, the second one rendered anew: boundary 2 | 3 jumps, 3 to 5 are stale."""
    folder = tmp_path_factory.mktemp("ui-red") / "project"
    shutil.copytree(small_project, folder)
    bench = bench_on(open_project(folder))
    with DemoServer(step_delay_s=0.0) as server:
        with_settings(bench, server_url=server.url)
        scene = bench.project.scene()
        wanted = RegenerationRequest(REDONE, {"cfg": 6.5, "seed": 4242})
        bench.regeneration.request(scene, wanted)
        bench.engine.run()
        assert bench.project.current(scene, REDONE).number == 2
    bench.project.close()
    return folder


@pytest.fixture
def panels(qtbot: QtBot, theme: Theme, tmp_path: Path, red_project: Path) -> Iterator[Panels]:
    folder = tmp_path / "red"
    shutil.copytree(red_project, folder)
    made = make_panels(bench_on(open_project(folder)), theme)
    yield made
    made.close()
