"""Makes the parts of the window and puts them together; what they do is theirs."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QToolBar, QVBoxLayout, QWidget

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
from restitch_app.ui.commands.acts import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.damage.clip_mending import ClipMending
from restitch_app.ui.damage.damage_watch import DamageWatch
from restitch_app.ui.dialogs.dialogs import Dialogs
from restitch_app.ui.focus.click_focus import ClickFocus
from restitch_app.ui.focus.focus_keeper import FocusKeeper
from restitch_app.ui.focus.key_guard import KeyGuard
from restitch_app.ui.full_screen import FullScreen
from restitch_app.ui.handover.hand_over_actions import HandOverActions
from restitch_app.ui.header.header import Header
from restitch_app.ui.help.help_actions import HelpActions
from restitch_app.ui.hints.areas import areas_of
from restitch_app.ui.hints.hints import Hints
from restitch_app.ui.inspector.inspector import Inspector
from restitch_app.ui.jobs.job_windows import JobWindows
from restitch_app.ui.jobs.jobs_strip import JobsStrip
from restitch_app.ui.jobs.put_away import PutAway
from restitch_app.ui.leaving import Leaving
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.memory.memory import WindowMemory
from restitch_app.ui.memory.places import Places
from restitch_app.ui.memory.preferences import Preferences
from restitch_app.ui.notices.banner import Banner
from restitch_app.ui.notices.notices import Notices
from restitch_app.ui.notices.status_bar import StatusBar
from restitch_app.ui.outside import Outside
from restitch_app.ui.pages import Pages
from restitch_app.ui.project.file_choice import FileChoice
from restitch_app.ui.project.project_actions import HolderNotice, ProjectActions
from restitch_app.ui.project.project_work import ProjectWork
from restitch_app.ui.project.purge_answers import PurgeAnswers
from restitch_app.ui.runs.run_actions import RunActions
from restitch_app.ui.settings.asked import SettingsAsked
from restitch_app.ui.settings.parts import SettingsParts
from restitch_app.ui.state.live_jobs import LiveJobs
from restitch_app.ui.state.review_state import ReviewState
from restitch_app.ui.state.servers import Servers
from restitch_app.ui.state.session import Session
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import NARROW_INSPECTOR_WIDTH
from restitch_app.ui.timeline.panel import TimelinePanel
from restitch_app.ui.viewer.extras import PlayerExtras
from restitch_app.ui.watches.continuity_watch import ContinuityWatch
from restitch_app.ui.watches.crash_watch import CrashWatch
from restitch_app.ui.watches.desktop_notices import desktop_notices
from restitch_app.ui.watches.done_watch import DoneWatch
from restitch_app.ui.watches.local_server import LocalServer
from restitch_app.ui.watches.release_watch import ReleaseWatch
from restitch_app.ui.watches.server_notice import ServerNotice
from restitch_app.ui.welcome.welcome_page import WelcomePage
from restitch_app.ui.window_actions import WindowActions
from restitch_app.ui.window_api import WindowApi
from restitch_app.ui.wiring import connect_panels

WIDEST_INSPECTOR = 560


def built_window(outside: Outside, memory: WindowMemory, theme: Theme) -> MainWindow:
    """All at once; not shown yet."""
    window = MainWindow(memory)
    for _ in building(window, outside, theme):
        pass
    return window


def building(window: MainWindow, outside: Outside, theme: Theme) -> Iterator[None]:
    """In steps, so that a window that is shown already answers in between."""
    _make_minds(window, outside, theme)
    for make in (_make_frame, _make_pages, _make_timeline, _make_inspector, _make_docks):
        yield
        make(window)
    yield
    _make_status_bar(window)
    _make_watchers(window, theme)
    yield
    connect_panels(window)
    _make_keys(window)
    window.finish()


def _make_minds(window: MainWindow, outside: Outside, theme: Theme) -> None:
    """What has no picture of its own."""
    memory = window.memory
    window.runners = Runners(window)
    window.state = ReviewState(window)
    window.session = Session(window.state, window.runners, outside, window)
    window.notices = Notices(window)
    window.actions_ = Actions(theme, window)
    window.servers = Servers(outside.servers, window.state, window.runners, window)
    window.live = LiveJobs(window.session, window.runners.desk, window)
    window.context = PanelContext(
        window.state,
        theme,
        window.actions_,
        window.runners,
        window.session,
        window.notices,
        window.servers,
        window.live,
    )
    window.choice = FileChoice(window, memory)
    window.navigation = Navigation(window.state, window.actions_, window.notices, window)
    window.boundary_answers = BoundaryAnswers(window.context, window.navigation, window)
    window.review = ReviewActions(
        window.context, window.navigation, window.boundary_answers, window
    )
    window.history = HistoryActions(window.context, window.navigation, window)
    window.note_actions = NoteActions(window.context, window)
    window.runs = RunActions(window.context, window.navigation, window)
    window.work = ProjectWork(window.context, window)
    window.dialogs = Dialogs(window.context, window)
    window.chain = ChainActions(window.context, window.choice, window.dialogs, window)
    window.project = ProjectActions(
        window.context, window.work, window.dialogs, memory, window.choice, window
    )
    window.preferences = Preferences(memory, window.context, window)
    window.api = WindowApi(window.session, window.runners, memory, window.notices, window)
    window.settings = SettingsAsked(
        SettingsParts(window.context, lambda: window.choice, window.preferences, window.api),
        window,
    )
    window.handing_over = HandOverActions(window.context, lambda: window.choice, window)
    window.place_menus = PlaceMenus(window.actions_, window.navigation, window)
    window.boundary_menu = BoundaryMenu(window.context, window)
    window.asking = Asking(window.state, window.dialogs, window)
    window.several = SeveralAnswers(
        window.context,
        window.review,
        window.boundary_answers,
        window.asking,
        lambda: window.choice,
        window,
    )
    window.purging = PurgeAnswers(window.context, lambda: window.choice, window)
    window.reanchoring = Reanchoring(window.context, window.dialogs, window)


def _make_frame(window: MainWindow) -> None:
    """What goes over the full width."""
    context = window.context
    local = LocalServer(lambda: window.memory.start_command, window.servers, window.notices, window)
    window.server_notice = ServerNotice(
        window.servers, window.notices, local, context.session, window
    )
    window.holder_notice = HolderNotice(context, window)
    window.header = Header(context)
    window.banner = Banner(window.notices, context.theme)
    # Qt would offer to hide the bars, by the names they have in here.
    window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    window.header_bar = _bar(window, "header_bar", window.header)
    window.addToolBarBreak()
    window.banner_bar = _bar(window, "banner_bar", window.banner)
    window.header_bar.hide()
    window.show_banner()


def _make_pages(window: MainWindow) -> None:
    context = window.context
    window.welcome = WelcomePage(context, window.memory)
    window.fixes = BoundaryFixes(context, window)
    window.pages = Pages(context, window.fixes, window.welcome, window.navigation)
    window.viewer = window.pages.viewer
    window.viewer.remember(window.memory)
    window.pages.hide()  # until all of it answers
    window.setCentralWidget(window.pages)


def _make_timeline(window: MainWindow) -> None:
    window.timeline = TimelinePanel(window.context)
    window.jobs = JobsStrip(window.context)
    window.put_away = PutAway(window.memory, window.state, window.session)
    window.job_windows = JobWindows(window.context, window)


def _make_inspector(window: MainWindow) -> None:
    window.inspector = Inspector(window.context, window.fixes)
    window.inspector.setMinimumWidth(NARROW_INSPECTOR_WIDTH)
    window.inspector.setMaximumWidth(WIDEST_INSPECTOR)


def _make_docks(window: MainWindow) -> None:
    window.right = _dock(window, "right", Qt.DockWidgetArea.RightDockWidgetArea)
    window.right.setWidget(window.inspector)
    window.places = Places(window, window.right, window.memory)
    window.bottom = _dock(window, "bottom", Qt.DockWidgetArea.BottomDockWidgetArea)
    window.bottom.setWidget(_column(window.timeline, window.jobs))
    window.right.hide()
    window.bottom.hide()
    for corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner):
        window.setCorner(corner, Qt.DockWidgetArea.BottomDockWidgetArea)


def _make_status_bar(window: MainWindow) -> None:
    window.status = StatusBar(window.context)
    bar = window.statusBar()
    bar.setSizeGripEnabled(False)
    bar.setContentsMargins(0, 0, 0, 0)
    if (layout := bar.layout()) is not None:
        layout.setContentsMargins(0, 0, 0, 0)
    bar.addWidget(window.status, 1)


def _make_watchers(window: MainWindow, theme: Theme) -> None:
    """What listens to the panels."""
    context = window.context
    window.damage = DamageWatch(context, window)
    window.mending = ClipMending(context, lambda: window.choice, window)
    window.continuity = ContinuityWatch(context, window)
    window.done_watch = DoneWatch(
        window.state,
        window.preferences,
        window.navigation,
        lambda: desktop_notices(theme, window),
        window,
    )
    window.window_actions = WindowActions(context, window, window.preferences)
    window.extras = PlayerExtras(context, window.viewer, window.memory, lambda: window.choice)
    around = (window.header_bar, window.banner_bar, window.bottom, window.right)
    window.full_screen = FullScreen(window, window.actions_, around)
    window.leaving = Leaving(window)
    window.full_screen.left.connect(window.show_banner)
    window.help = HelpActions(context, window)
    CrashWatch(context, window)
    ReleaseWatch(context, window.memory, window.preferences)
    window.hints = Hints(context, window.memory, areas_of(window), window)


def _make_keys(window: MainWindow) -> None:
    window.actions_.install_menus()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window.keys = KeyGuard(app, window.actions_[Act.FLIP].trigger, window)
    FocusKeeper(app, window.pages.currentWidget, window)
    ClickFocus(app, window.pages.currentWidget, window)


def _bar(window: MainWindow, name: str, inside: QWidget) -> QToolBar:
    """A row over the full width, above the docks."""
    bar = QToolBar(name)
    bar.setObjectName(name)
    bar.setMovable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.addWidget(inside)
    window.addToolBar(Qt.ToolBarArea.TopToolBarArea, bar)
    return bar


def _dock(window: MainWindow, name: str, area: Qt.DockWidgetArea) -> QDockWidget:
    dock = QDockWidget(window)
    dock.setObjectName(name)
    dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
    dock.setTitleBarWidget(QWidget(dock))
    window.addDockWidget(area, dock)
    return dock


def _column(*widgets: QWidget) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)
    return column
