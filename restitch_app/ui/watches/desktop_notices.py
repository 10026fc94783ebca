"""Messages of the desktop: by the tray where there is one, else over the session bus."""

from __future__ import annotations

import logging
import platform
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QSystemTrayIcon

from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme.theme import Theme

log = logging.getLogger(__name__)


class Desktop(Protocol):
    """Returns at once. `clicked` is called on the GUI thread, at most once for a message."""

    def show(self, title: str, text: str, clicked: Callable[[], object]) -> None: ...

    def stop(self) -> None: ...


class TrayNotices(QObject):
    """The icon is in the tray for as long as its message is of use."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QSystemTrayIcon(self)
        self._icon.setToolTip("Restitch")
        self._icon.messageClicked.connect(self._clicked)
        self._icon.activated.connect(self._clicked)
        self._told: Callable[[], object] | None = None

    def show(self, title: str, text: str, clicked: Callable[[], object]) -> None:
        self._told = clicked
        self._icon.setIcon(self._theme.icon("restitch", "accent", 32))
        self._icon.show()
        self._icon.showMessage(title, text, QSystemTrayIcon.MessageIcon.NoIcon)

    def stop(self) -> None:
        self._told = None
        self._icon.hide()

    @Slot()
    def _clicked(self) -> None:
        told = self._told
        self.stop()
        if told is not None:
            told()


class BusNotices(QObject):
    """org.freedesktop.Notifications; what is written to the bus is written on its own thread."""

    _was_clicked = Signal(int)  # the message's number; emitted on the bus's thread

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        from restitch_app.bridge.session_bus import SessionBus

        self._bus = SessionBus(self._was_clicked.emit, tr("Open"))
        self._told: dict[int, Callable[[], object]] = {}
        self._count = 0
        self._was_clicked.connect(self._clicked)

    def show(self, title: str, text: str, clicked: Callable[[], object]) -> None:
        self._count += 1
        self._told = {self._count: clicked}  # the newest message stands for the earlier ones
        self._bus.notify(self._count, title, text)

    def stop(self) -> None:
        self._told.clear()
        self._bus.stop()

    @Slot(int)
    def _clicked(self, number: int) -> None:
        told = self._told.pop(number, None)
        if told is not None:
            told()


def desktop_notices(theme: Theme, parent: QObject) -> Desktop | None:
    """What this computer has; None: nothing that tells a person anything."""
    if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
        return TrayNotices(theme, parent)
    if platform.system() == "Linux":
        return BusNotices(parent)
    log.info("this desktop shows no messages")
    return None
