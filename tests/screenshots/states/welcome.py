"""No project open."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent

from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.memory.memory import Recent
from restitch_app.ui.waiting import let_settle
from tests.screenshots.studio import LOADED_S, Studio, press


def take(studio: Studio) -> None:
    with studio.window() as window:
        studio.camera.window(window, "welcome-first-start", "Welcome, no recent projects")
        _drag(window, studio)
        studio.camera.window(window, "welcome-dragging", "Clips are dragged over the window")
    recents = _recents(studio)
    with studio.window(recents=recents) as window:
        let_settle(LOADED_S)
        studio.camera.window(
            window, "welcome-recents", "Recent projects, one of them not there now"
        )
        press(window, "connect_server")
        let_settle(1.0)
        studio.camera.window(window, "welcome-server-away", "The address does not answer")


def _recents(studio: Studio) -> list[Recent]:
    """Two that were really open, and one whose folder is gone."""
    shelf = studio.shelf
    with studio.window(shelf.copy(shelf.redone)) as window:
        first = window.welcome.rows[0].recent
        studio.open(window, shelf.copy(shelf.drawn))
        second = window.welcome.rows[0].recent
    gone = Recent(
        str(studio.folder / "moved" / "harbour"),
        "Harbour at dawn",
        "24 segments · 1 944 frames · 121.5 s",
        opened_at=(datetime.now() - timedelta(days=1)).isoformat(timespec="seconds"),
    )
    return [first, second, gone]


def _drag(window: MainWindow, studio: Studio) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(studio.folder))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    middle = QPointF(window.rect().center()).toPoint()
    none = Qt.KeyboardModifier.NoModifier
    window.dragEnterEvent(QDragEnterEvent(middle, action, data, button, none))
