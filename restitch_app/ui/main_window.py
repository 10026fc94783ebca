"""The window itself: what it shows of a project, and how it ends. `building` makes its parts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QDockWidget, QMainWindow, QToolBar

from restitch_app.ui.commands.acts import Act
from restitch_app.ui.memory.places import put_back
from restitch_app.ui.theme.tokens import SMALLEST_WINDOW, STATUS_HEIGHT
from restitch_app.ui.timeline.sizes import sizes

if TYPE_CHECKING:
    from restitch_app.bridge.pools import Runners
    from restitch_app.ui.answers.asking import Asking
    from restitch_app.ui.answers.boundary_answers import BoundaryAnswers
    from restitch_app.ui.answers.boundary_menu import BoundaryMenu
    from restitch_app.ui.answers.chain_actions import ChainActions
    from restitch_app.ui.answers.history_actions import HistoryActions
    from restitch_app.ui.answers.navigation import Navigation
    from restitch_app.ui.answers.note_actions import NoteActions
    from restitch_app.ui.answers.place_menus import PlaceMenus
    from restitch_app.ui.answers.reanchoring import Reanchoring
    from restitch_app.ui.answers.review_actions import ReviewActions
    from restitch_app.ui.answers.several import SeveralAnswers
    from restitch_app.ui.boundary.fixes import BoundaryFixes
    from restitch_app.ui.commands.actions import Actions
    from restitch_app.ui.context import PanelContext
    from restitch_app.ui.damage.clip_mending import ClipMending
    from restitch_app.ui.damage.damage_watch import DamageWatch
    from restitch_app.ui.dialogs.dialogs import Dialogs
    from restitch_app.ui.focus.key_guard import KeyGuard
    from restitch_app.ui.full_screen import FullScreen
    from restitch_app.ui.handover.hand_over_actions import HandOverActions
    from restitch_app.ui.header.header import Header
    from restitch_app.ui.help.help_actions import HelpActions
    from restitch_app.ui.hints.hints import Hints
    from restitch_app.ui.inspector.inspector import Inspector
    from restitch_app.ui.jobs.job_windows import JobWindows
    from restitch_app.ui.jobs.jobs_strip import JobsStrip
    from restitch_app.ui.jobs.put_away import PutAway
    from restitch_app.ui.leaving import Leaving
    from restitch_app.ui.memory.memory import WindowMemory
    from restitch_app.ui.memory.places import Places
    from restitch_app.ui.memory.preferences import Preferences
    from restitch_app.ui.notices.banner import Banner
    from restitch_app.ui.notices.notices import Notices
    from restitch_app.ui.notices.status_bar import StatusBar
    from restitch_app.ui.pages import Pages
    from restitch_app.ui.project.file_choice import FileChoice
    from restitch_app.ui.project.project_actions import HolderNotice, ProjectActions
    from restitch_app.ui.project.project_work import ProjectWork
    from restitch_app.ui.project.purge_answers import PurgeAnswers
    from restitch_app.ui.runs.run_actions import RunActions
    from restitch_app.ui.settings.asked import SettingsAsked
    from restitch_app.ui.state.live_jobs import LiveJobs
    from restitch_app.ui.state.review_state import ReviewState
    from restitch_app.ui.state.servers import Servers
    from restitch_app.ui.state.session import Session
    from restitch_app.ui.timeline.panel import TimelinePanel
    from restitch_app.ui.viewer.extras import PlayerExtras
    from restitch_app.ui.viewer.viewer import Viewer
    from restitch_app.ui.watches.continuity_watch import ContinuityWatch
    from restitch_app.ui.watches.done_watch import DoneWatch
    from restitch_app.ui.watches.server_notice import ServerNotice
    from restitch_app.ui.welcome.welcome_page import WelcomePage
    from restitch_app.ui.window_actions import WindowActions
    from restitch_app.ui.window_api import WindowApi

STATUS_GAP_PX = 3
"""QStatusBar keeps it free above what it holds."""
TIMELINE_HEIGHT = 236
SHORT_TIMELINE_HEIGHT = 170
SHORT_BELOW = 850
"""Window height below which the continuity lane hides, to leave more room to the players."""


class MainWindow(QMainWindow):
    """Empty until `building` has made its parts: it is shown before anything else is loaded.

    `closed` comes once everything is stopped and the window is gone.
    """

    closed = Signal()

    runners: Runners
    state: ReviewState
    session: Session
    notices: Notices
    actions_: Actions
    servers: Servers
    live: LiveJobs
    context: PanelContext
    choice: FileChoice
    navigation: Navigation
    boundary_answers: BoundaryAnswers
    review: ReviewActions
    history: HistoryActions
    note_actions: NoteActions
    chain: ChainActions
    runs: RunActions
    work: ProjectWork
    dialogs: Dialogs
    project: ProjectActions
    preferences: Preferences
    api: WindowApi
    handing_over: HandOverActions
    settings: SettingsAsked
    place_menus: PlaceMenus
    boundary_menu: BoundaryMenu
    asking: Asking
    several: SeveralAnswers
    purging: PurgeAnswers
    reanchoring: Reanchoring
    server_notice: ServerNotice
    holder_notice: HolderNotice
    header: Header
    banner: Banner
    welcome: WelcomePage
    fixes: BoundaryFixes
    pages: Pages
    viewer: Viewer
    timeline: TimelinePanel
    jobs: JobsStrip
    put_away: PutAway
    job_windows: JobWindows
    inspector: Inspector
    places: Places
    damage: DamageWatch
    mending: ClipMending
    continuity: ContinuityWatch
    status: StatusBar
    done_watch: DoneWatch
    window_actions: WindowActions
    extras: PlayerExtras
    full_screen: FullScreen
    leaving: Leaving
    help: HelpActions
    hints: Hints
    keys: KeyGuard
    header_bar: QToolBar
    banner_bar: QToolBar
    right: QDockWidget
    bottom: QDockWidget

    def __init__(self, memory: WindowMemory) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("Restitch")
        self.setMinimumSize(*SMALLEST_WINDOW)
        self.memory = memory
        self.is_finished = False
        """Whether all parts are there."""
        self._was_asked_to_close = self._is_over = self._is_given_up = False
        put_back(self, memory)

    def finish(self) -> None:
        """All parts are there and know of each other."""
        self.session.opened.connect(self._opened)
        self.session.closing.connect(self._closing)
        self.session.closed.connect(self._closed)
        self.notices.changed.connect(self.show_banner)
        self.actions_.answer(Act.QUIT, self.close)
        self.actions_.answer(Act.RESET_LAYOUT, self.places.reset)
        self.setAcceptDrops(True)
        self.leaving.over.connect(self._over)
        self.is_finished = True
        self.pages.show()
        self.places.restore()
        self._show_project(False)  # what was restored may have been left with a project
        self._fit_parts()
        self.context.theme.changed.connect(self._fit_parts)
        if self._was_asked_to_close:
            self.close()

    # what is shown

    @Slot()
    def _opened(self) -> None:
        self._show_project(True)

    @Slot()
    def _closing(self) -> None:
        self.notices.solve_of_project()

    @Slot()
    def _closed(self) -> None:
        if not self.session.is_busy and not self.leaving.is_leaving:
            self._show_project(False)

    def _show_project(self, is_open: bool) -> None:
        self.actions_.set_has_scene(is_open)
        self.header_bar.setVisible(is_open)
        self.bottom.setVisible(is_open)
        self.right.setVisible(is_open)
        self.pages.show_project(is_open)
        (self.viewer if is_open else self.welcome).setFocus()
        name = self.session.folder.name if is_open and self.session.folder else ""
        self.setWindowTitle(f"{name} – Restitch" if name else "Restitch")

    @Slot()
    def show_banner(self) -> None:
        is_alone = self.isFullScreen()  # then the players have the screen for themselves
        self.banner_bar.setVisible(self.notices.worst is not None and not is_alone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_finished:
            self._fit_parts()

    @Slot()
    def _fit_parts(self) -> None:
        text = self.context.theme.text
        is_narrow = text.is_narrow(self.width())
        self.header.set_compact(is_narrow)
        self.inspector.set_compact(is_narrow)
        self.places.follow_width()
        status_px = round(STATUS_HEIGHT * text.factor)
        self.status.setFixedHeight(status_px - STATUS_GAP_PX)
        self.statusBar().setFixedHeight(status_px)
        is_short = self.height() < SHORT_BELOW
        height = SHORT_TIMELINE_HEIGHT if is_short else TIMELINE_HEIGHT
        height += sizes(text.factor).growth
        self.timeline.setFixedHeight(height)
        self.bottom.setFixedHeight(height + self.jobs.height())

    # drag and drop, anywhere on the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            self.welcome.drop_area.set_over(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.welcome.drop_area.set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.welcome.drop_area.set_over(False)
        event.acceptProposedAction()
        self.project.take_drop(_dropped(event))

    # leaving

    def closeEvent(self, event: QCloseEvent) -> None:
        """See `Leaving`: the window closes for good once nothing runs any more."""
        if self._is_over:
            event.accept()
            return
        if self._is_given_up:
            event.accept()
            self._over()
            return
        event.ignore()
        self._was_asked_to_close = True
        if self.is_finished:  # else it is a moment away
            self.leaving.ask()

    @Slot()
    def _over(self) -> None:
        self._is_over = True
        self.closed.emit()

    def give_up(self) -> None:
        """Some part could not be made: from now on closing asks none of them."""
        self._is_given_up = True

    def open(self, folder: Path) -> None:
        self.project.open(folder)


def _dropped(event: QDropEvent) -> tuple[Path, ...]:
    from restitch_app.ui.welcome.drop_area import dropped_paths  # loaded by now

    return dropped_paths(event.mimeData())
