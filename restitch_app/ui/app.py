"""Starts the window: shown first, all that is in it afterwards, the heavy in the background."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from restitch_app.ui.language.choice import LanguageChoice
from restitch_app.ui.language.choosing import spoken
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.memory.memory import WindowMemory
from restitch_app.ui.pieces.there import DATABASE, is_file
from restitch_app.ui.theme.choice import ThemeChoice
from restitch_app.ui.theme.palette import palette_of
from restitch_app.ui.theme.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from restitch_app.ui.outside import Outside

DESKTOP_FILE = "org.restitch.Restitch"
"""Of the packages for Linux: Wayland finds the window's icon by it."""
UNPAINTED_MS = 250
"""A window that is started minimised is never painted; its parts are made all the same."""
SWITCH_S = 0.001
"""How long the window waits for Python's lock at most while another thread computes in Python."""
IN_STEPS = (
    "restitch_app.ui.theme.theme",
    "restitch_app.ui.context",
    "restitch_app.ui.timeline.panel",
    "restitch_app.ui.viewer.viewer",
    "restitch_app.ui.boundary.fixes",
    "restitch_app.ui.inspector.inspector",
    "restitch_app.ui.pages",
    "restitch_app.ui.building",
)
"""What the window is made of, so that no step holds it up for long."""


def settings_file() -> Path:
    from platformdirs import user_config_path

    return user_config_path("restitch", appauthor=False, ensure_exists=True) / "window.ini"


def run_window(
    outside: Outside,
    project: Path | None = None,
    *,
    start_demo: bool = False,
    settings: Path | None = None,
    on_shown: Callable[[MainWindow], object] | None = None,
    on_ready: Callable[[MainWindow], object] | None = None,
) -> int:
    """Show the window and return the exit code when it is closed.

    `project`: opened at once; without one, the last project if it is still there and
    nobody chose otherwise, else the welcome page. `start_demo`: make the demo and open it.
    `settings`: another file to remember places in. `on_shown` is called once the window is on the
    screen, still empty; `on_ready` once all its parts are there.
    """
    app = QApplication.instance() or QApplication(["restitch"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Restitch")
    app.setDesktopFileName(DESKTOP_FILE)
    app.setQuitOnLastWindowClosed(False)
    sys.setswitchinterval(SWITCH_S)
    memory = WindowMemory(settings or settings_file())
    _speak(app, memory.language)
    window = MainWindow(memory)
    _colour(window, app, memory.theme)
    window.closed.connect(app.quit)
    files = OpenedFiles(app, window.open) if sys.platform == "darwin" else None

    def ready() -> None:
        asked = project if files is None else files.ready() or project
        _begin(window, memory, asked, start_demo)
        if on_ready is not None:
            on_ready(window)

    def shown() -> None:
        if on_shown is not None:
            on_shown(window)
        _Steps(_making(window, outside, app), ready, unmade, window)

    def unmade() -> None:
        from restitch_app.ui.unmade import show_unmade

        reports = outside.crashes.left() if outside.crashes is not None else ()
        show_unmade(window, reports[-1] if reports else None)

    _FirstPaint(window, shown)
    window.show()
    return app.exec()


def _speak(app: QApplication, choice: LanguageChoice) -> None:
    """Before the first text is made. English needs nothing and loads nothing."""
    language = spoken(choice)
    if language is not LanguageChoice.ENGLISH:
        from restitch_app.ui.language.installing import install_language

        install_language(app, language)


def _colour(window: MainWindow, app: QApplication, choice: ThemeChoice) -> None:
    """The ground that its parts will lie on: no flash of another one before them."""
    is_light = app.styleHints().colorScheme() is Qt.ColorScheme.Light
    if choice is ThemeChoice.LIGHT or (choice is ThemeChoice.SYSTEM and is_light):
        window.setPalette(palette_of(LIGHT))
    elif choice is not ThemeChoice.HIGH_CONTRAST:  # which begins with the system's colours
        window.setPalette(palette_of(DARK))


class OpenedFiles(QObject):
    """macOS hands over what was double-clicked as an event, perhaps before the window is made."""

    def __init__(self, app: QApplication, open_: Callable[[Path], object]) -> None:
        super().__init__(app)
        self._open = open_
        self._is_ready = False
        self._asked: Path | None = None
        app.installEventFilter(self)

    def ready(self) -> Path | None:
        """From now on projects are opened at once. Returns what was asked for before."""
        self._is_ready = True
        return self._asked

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent):
            return False
        path = Path(event.file())
        self._asked = path.parent if path.name == DATABASE else path
        if self._is_ready:
            self._open(self._asked)
        return True


class _FirstPaint(QObject):
    """Calls once, after the window was painted for the first time."""

    def __init__(self, window: MainWindow, call: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._call: Callable[[], object] | None = call
        window.installEventFilter(self)
        QTimer.singleShot(UNPAINTED_MS, self, self._end)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._end)
        return False

    def _end(self) -> None:
        if self._call is not None:
            call, self._call = self._call, None
            self.deleteLater()
            call()


class _Steps(QObject):
    """One at a time, with the window's events in between.

    `done` after the last one; `failed` once a mistake in one is reported as any other.
    """

    def __init__(
        self,
        steps: Iterator[None],
        done: Callable[[], object],
        failed: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._steps, self._done, self._failed = steps, done, failed
        self._next()

    def _next(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self.deleteLater()
            self._done()
        except Exception:
            QTimer.singleShot(0, self, self._failed)
            raise
        else:
            QTimer.singleShot(0, self, self._next)


def _making(window: MainWindow, outside: Outside, app: QApplication) -> Iterator[None]:
    for name in IN_STEPS:
        import_module(name)
        yield
    from restitch_app.ui.building import building
    from restitch_app.ui.theme.theme import Theme

    theme = Theme(app, window.memory.theme, window.memory.text_percent)
    window.setPalette(app.palette())
    yield
    yield from building(window, outside, theme)


def _begin(
    window: MainWindow, memory: WindowMemory, project: Path | None, start_demo: bool
) -> None:
    from restitch_app.ui.background.later import load_later

    window.hints.begin()
    load_later(window)
    if start_demo:
        window.work.make_demo()
        return
    recents = memory.recents if memory.starts_with_last else ()
    if project is None and recents and is_file(Path(recents[0].folder) / DATABASE):
        project = Path(recents[0].folder)
    if project is not None:
        window.open(project)
