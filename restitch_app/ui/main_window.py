"""Puts the parts of the window together; what they do is theirs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QMainWindow,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from restitch_app.bridge.pools import Runners
from restitch_app.ui.actions import Act, Actions
from restitch_app.ui.asking import Asking
from restitch_app.ui.boundary.fixes import BoundaryFixes
from restitch_app.ui.boundary_answers import BoundaryAnswers
from restitch_app.ui.boundary_menu import BoundaryMenu
from restitch_app.ui.context import Outside, PanelContext
from restitch_app.ui.continuity_watch import ContinuityWatch
from restitch_app.ui.damage_watch import DamageWatch
from restitch_app.ui.desktop_notices import desktop_notices
from restitch_app.ui.dialogs.dialogs import Dialogs
from restitch_app.ui.done_watch import DoneWatch
from restitch_app.ui.file_choice import FileChoice
from restitch_app.ui.full_screen import FullScreen
from restitch_app.ui.header.header import Header
from restitch_app.ui.help_actions import HelpActions
from restitch_app.ui.hints.areas import areas_of
from restitch_app.ui.hints.hints import Hints
from restitch_app.ui.inspector.inspector import Inspector
from restitch_app.ui.jobs.job_windows import JobWindows
from restitch_app.ui.jobs.jobs_strip import JobsStrip
from restitch_app.ui.key_guard import KeyGuard
from restitch_app.ui.live_jobs import LiveJobs
from restitch_app.ui.memory import WindowMemory
from restitch_app.ui.navigation import Navigation
from restitch_app.ui.notices.banner import Banner
from restitch_app.ui.notices.notices import Notices
from restitch_app.ui.notices.status_bar import StatusBar
from restitch_app.ui.pages import Pages
from restitch_app.ui.place_menus import PlaceMenus
from restitch_app.ui.places import Places
from restitch_app.ui.preferences import Preferences
from restitch_app.ui.project_actions import HolderNotice, ProjectActions
from restitch_app.ui.project_work import ProjectWork
from restitch_app.ui.reanchoring import Reanchoring
from restitch_app.ui.review_actions import ReviewActions
from restitch_app.ui.review_state import ReviewState
from restitch_app.ui.server_notice import ServerNotice
from restitch_app.ui.servers import Servers
from restitch_app.ui.session import Session
from restitch_app.ui.settings.asked import SettingsAsked
from restitch_app.ui.settings.parts import SettingsParts
from restitch_app.ui.several import SeveralAnswers
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import (
    NARROW_BELOW,
    NARROW_INSPECTOR_WIDTH,
    SMALLEST_WINDOW,
)
from restitch_app.ui.timeline.panel import TimelinePanel
from restitch_app.ui.viewer.extras import PlayerExtras
from restitch_app.ui.welcome.drop_area import dropped_paths
from restitch_app.ui.welcome.welcome_page import WelcomePage
from restitch_app.ui.window_actions import WindowActions
from restitch_app.ui.wiring import connect_panels
from restitch_app.ui.wording import counted

TIMELINE_HEIGHT = 236
SHORT_TIMELINE_HEIGHT = 170
WIDEST_INSPECTOR = 560
SHORT_BELOW = 850
"""Window height below which the continuity lane hides, to leave more room to the players."""


class MainWindow(QMainWindow):
    """`closed` comes once everything is stopped and the window is gone."""

    closed = Signal()

    def __init__(self, outside: Outside, memory: WindowMemory, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("Restitch")
        self.setMinimumSize(*SMALLEST_WINDOW)
        self.setAcceptDrops(True)
        self._memory = memory
        self._is_leaving = False
        self.runners = Runners(self)
        self.state = ReviewState(self)
        self.session = Session(self.state, self.runners, outside, self)
        self.notices = Notices(self)
        self.actions_ = Actions(theme, self)
        self.servers = Servers(outside.servers, self.state, self.runners, self)
        self.live = LiveJobs(self.session, self.runners.desk, self)
        self.context = PanelContext(
            self.state,
            theme,
            self.actions_,
            self.runners,
            self.session,
            self.notices,
            self.servers,
            self.live,
        )
        self.choice = FileChoice(self, memory)
        self.navigation = Navigation(self.state, self.actions_, self.notices, self)
        self.boundary_answers = BoundaryAnswers(self.context, self.navigation, self)
        self.review = ReviewActions(self.context, self.navigation, self.boundary_answers, self)
        self.work = ProjectWork(self.context, self)
        self.dialogs = Dialogs(self.context, self)
        self.project = ProjectActions(
            self.context, self.work, self.dialogs, memory, self.choice, self
        )
        self.preferences = Preferences(memory, self.context, self)
        self.settings = SettingsAsked(
            SettingsParts(self.context, lambda: self.choice, self.preferences), self
        )
        self.place_menus = PlaceMenus(self.actions_, self.navigation, self)
        self.boundary_menu = BoundaryMenu(self.context, self)
        self.asking = Asking(self.state, self.dialogs, self)
        self.several = SeveralAnswers(
            self.context, self.review, self.boundary_answers, self.asking, lambda: self.choice, self
        )
        self.reanchoring = Reanchoring(self.context, self.dialogs, self)
        self._build_panels(memory)
        self.done_watch = DoneWatch(
            self.state,
            self.preferences,
            self.navigation,
            lambda: desktop_notices(theme, self),
            self,
        )
        self.window_actions = WindowActions(self.context, self, self.preferences)
        self.extras = PlayerExtras(self.context, self.viewer, memory, lambda: self.choice)
        around = (self._header_bar, self._banner_bar, self._bottom, self._right)
        self.full_screen = FullScreen(self, self.actions_, around)
        self.full_screen.left.connect(self._show_banner)
        self.help = HelpActions(self.context, self)
        self.hints = Hints(self.context, memory, areas_of(self), self)
        self._connect()
        self.actions_.install_menus()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._keys = KeyGuard(app, self.actions_[Act.FLIP].trigger, self)
        self._show_project(False)
        self.places.restore()

    # building

    def _build_panels(self, memory: WindowMemory) -> None:
        context = self.context
        self.server_notice = ServerNotice(self.servers, self.notices, self)
        self.holder_notice = HolderNotice(context, self)
        self.header = Header(context)
        self.banner = Banner(self.notices, context.theme)
        self._header_bar = self._bar("header_bar", self.header)
        self.addToolBarBreak()
        self._banner_bar = self._bar("banner_bar", self.banner)
        self._show_banner()
        self.welcome = WelcomePage(context, memory)
        self.fixes = BoundaryFixes(context, self)
        self.pages = Pages(context, self.fixes, self.welcome, self.navigation)
        self.viewer = self.pages.viewer
        self.viewer.remember(memory)
        self.setCentralWidget(self.pages)
        self.timeline = TimelinePanel(context)
        self.jobs = JobsStrip(context)
        self.job_windows = JobWindows(context, self)
        self.inspector = Inspector(context, self.fixes)
        self.inspector.setMinimumWidth(NARROW_INSPECTOR_WIDTH)
        self.inspector.setMaximumWidth(WIDEST_INSPECTOR)
        self._right = self._dock("right", Qt.DockWidgetArea.RightDockWidgetArea)
        self._right.setWidget(self.inspector)
        self.places = Places(self, self._right, memory)
        self._bottom = self._dock("bottom", Qt.DockWidgetArea.BottomDockWidgetArea)
        self._bottom.setWidget(_column(self.timeline, self.jobs))
        for corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner):
            self.setCorner(corner, Qt.DockWidgetArea.BottomDockWidgetArea)
        self.damage = DamageWatch(context, lambda: self.choice, self)
        self.continuity = ContinuityWatch(context, self)
        self.status = StatusBar(context)
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(0, 0, 0, 0)
        if (layout := bar.layout()) is not None:
            layout.setContentsMargins(0, 0, 0, 0)
        bar.setFixedHeight(self.status.height())
        bar.addWidget(self.status, 1)

    def _bar(self, name: str, inside: QWidget) -> QToolBar:
        """A row over the full width, above the docks."""
        bar = QToolBar(name)
        bar.setObjectName(name)
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.addWidget(inside)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, bar)
        return bar

    def _dock(self, name: str, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(self)
        dock.setObjectName(name)
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        dock.setTitleBarWidget(QWidget(dock))
        self.addDockWidget(area, dock)
        return dock

    def _connect(self) -> None:
        self.session.opened.connect(self._opened)
        self.session.closing.connect(self._closing)
        self.session.closed.connect(self._closed)
        self.notices.changed.connect(self._show_banner)
        connect_panels(self)
        self.actions_.answer(Act.QUIT, self.close)
        self.actions_.answer(Act.RESET_LAYOUT, self.places.reset)

    # what is shown

    @Slot()
    def _opened(self) -> None:
        self._show_project(True)

    @Slot()
    def _closing(self) -> None:
        self.notices.solve_all()

    @Slot()
    def _closed(self) -> None:
        if self._is_leaving:
            self.close()
        elif not self.session.is_busy:
            self._show_project(False)

    def _show_project(self, is_open: bool) -> None:
        self.actions_.set_has_scene(is_open)
        self._header_bar.setVisible(is_open)
        self._bottom.setVisible(is_open)
        self._right.setVisible(is_open)
        self.pages.show_project(is_open)
        (self.viewer if is_open else self.welcome).setFocus()
        name = self.session.folder.name if is_open and self.session.folder else ""
        self.setWindowTitle(f"{name} – Restitch" if name else "Restitch")

    @Slot()
    def _show_banner(self) -> None:
        is_alone = self.isFullScreen()  # then the players have the screen for themselves
        self._banner_bar.setVisible(self.notices.worst is not None and not is_alone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW_BELOW
        self.header.set_compact(is_narrow)
        self.inspector.set_compact(is_narrow)
        self.places.follow_width()
        is_short = self.height() < SHORT_BELOW
        height = SHORT_TIMELINE_HEIGHT if is_short else TIMELINE_HEIGHT
        self.timeline.setFixedHeight(height)
        self._bottom.setFixedHeight(height + self.jobs.height())

    # drag and drop, anywhere on the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            self.welcome.drop_area.set_over(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.welcome.drop_area.set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.welcome.drop_area.set_over(False)
        event.acceptProposedAction()
        self.project.take_drop(dropped_paths(event.mimeData()))

    # leaving

    def closeEvent(self, event: QCloseEvent) -> None:
        """The project closes in the background first; then the window closes for good."""
        if self.session.folder is not None or self.session.is_busy:
            event.ignore()
            if not self._is_leaving and self._may_leave():
                self._is_leaving = True
                self.places.keep()
                self.setEnabled(False)
                self.session.close()
            return
        self._is_leaving = True
        self.places.keep()
        self.done_watch.stop()
        self.servers.stop()
        self.runners.shut_down()
        self._memory.save()
        event.accept()
        self.closed.emit()

    def _may_leave(self) -> bool:
        running = sum(job.state.is_open for job in self.state.jobs)
        if running == 0 or self.session.holder:
            return True
        return self.choice.agrees(
            "Close Restitch",
            f"{counted(running, 'job')} not finished. They go on at the server, and are picked up "
            "when this project is opened again.",
            "Close",
            "Keep open",
        )

    def open(self, folder: Path) -> None:
        self.project.open(folder)


def _column(*widgets: QWidget) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)
    return column
