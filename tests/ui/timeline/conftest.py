from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from restitch_app.bridge.pools import Runners
from restitch_app.domain.changes import Changes
from restitch_app.domain.jobs import JobRecord
from restitch_app.domain.versions import ProjectSettings
from restitch_app.services.project.overview import SceneOverview
from restitch_app.ui.commands.actions import Actions
from restitch_app.ui.context import PanelContext
from restitch_app.ui.outside import Outside
from restitch_app.ui.state.review_state import ReviewState
from restitch_app.ui.state.session import Session
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.timeline.panel import TimelinePanel
from restitch_app.ui.timeline.view import TimelineView
from tests.services.scenes import bench_on
from tests.ui.contexts import new_context, own_servers
from tests.ui.timeline.scenes import ranges_of

SIZE = (1600, 179)


@dataclass
class Desk:
    """The panel in a window of its own, with everything it listens to."""

    window: QMainWindow
    context: PanelContext
    panel: TimelinePanel

    @property
    def view(self) -> TimelineView:
        return self.panel.view

    @property
    def state(self) -> ReviewState:
        return self.context.state

    def show(self, overview: SceneOverview, jobs: tuple[JobRecord, ...] = ()) -> None:
        ranges = ranges_of(overview)
        self.state.set_scene(overview, ranges, ProjectSettings("Test"), Changes(scene=True))
        self.state.set_jobs(jobs)
        self.context.actions.set_has_scene(True)

    def tile(self, index: int) -> QPoint:
        return self.view.layout_now().tile_rect(index).center().toPoint()

    def mark(self, left_index: int) -> QPoint:
        return self.view.layout_now().mark_rect(left_index).center().toPoint()

    def ruler(self, scene_frame: int) -> QPoint:
        return QPointF(self.view.layout_now().x_of(scene_frame + 0.5), 6).toPoint()


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    window = QMainWindow()  # not qtbot's to close: that comes before the session is closed here
    runners = Runners(window)
    state = ReviewState(window)
    servers = own_servers(tmp_path)
    session = Session(state, runners, Outside(bench_on, lambda: servers), window)
    actions = Actions(theme, window)
    context = new_context(state, theme, actions, runners, session, tmp_path, window)
    panel = TimelinePanel(context)
    window.setCentralWidget(panel)
    window.resize(*SIZE)
    window.show()
    qtbot.waitExposed(window)
    yield Desk(window, context, panel)
    if session.bench is not None:
        with qtbot.waitSignal(session.closed):
            session.close()
    assert runners.shut_down()
    window.close()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
