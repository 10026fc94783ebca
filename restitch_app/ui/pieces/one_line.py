"""A line of text that is written in place: Enter takes it, Esc lets go."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from restitch_app.ui.focus.key_guard import claims
from restitch_app.ui.language.translating import tr

OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class OneLine(QLineEdit):
    """Hidden until it is needed. `returnPressed` takes what is written."""

    cancelled = Signal()

    def __init__(self, name: str, accessible: str, placeholder: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(tr(accessible))
        self.setPlaceholderText(tr(placeholder))
        self.hide()

    def event(self, event: QEvent) -> bool:
        """While it has the focus, Enter and Esc are its own and no shortcuts."""
        return claims(event, OWN_KEYS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
