"""Starts the window: shown first, everything heavy afterwards and in the background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from platformdirs import user_config_path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from restitch_app.ui.context import Outside
from restitch_app.ui.later import load_later
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.memory import WindowMemory
from restitch_app.ui.theme.theme import Theme


def settings_file() -> Path:
    return user_config_path("restitch", appauthor=False, ensure_exists=True) / "window.ini"


def run_window(
    outside: Outside,
    project: Path | None = None,
    *,
    start_demo: bool = False,
    settings: Path | None = None,
    on_shown: Callable[[MainWindow], object] | None = None,
) -> int:
    """Show the window and return the exit code when it is closed.

    `project`: opened at once; without one, the last project if it is still there and
    nobody chose otherwise, else the welcome page. `start_demo`: make the demo and open it.
    `settings`: another file to remember places in. `on_shown` is called once the window is on the
    screen.
    """
    app = QApplication.instance() or QApplication(["restitch"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Restitch")
    app.setQuitOnLastWindowClosed(False)
    memory = WindowMemory(settings or settings_file())
    window = MainWindow(outside, memory, Theme(app, memory.theme, memory.text_percent))
    window.closed.connect(app.quit)
    window.show()
    window.hints.begin()
    QTimer.singleShot(0, window, lambda: _begin(window, memory, project, start_demo))
    load_later(window)
    if on_shown is not None:
        QTimer.singleShot(0, window, lambda: on_shown(window))
    return app.exec()


def _begin(
    window: MainWindow, memory: WindowMemory, project: Path | None, start_demo: bool
) -> None:
    if start_demo:
        window.work.make_demo()
        return
    recents = memory.recents if memory.starts_with_last else ()
    if project is None and recents and (Path(recents[0].folder) / "project.restitch").is_file():
        project = Path(recents[0].folder)
    if project is not None:
        window.open(project)
