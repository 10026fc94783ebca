"""The mark of what differs from the current version."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme.theme import Theme

TOLD = "Changed since the current version"


class ChangedDot(QWidget):
    def __init__(self, theme: Theme, *, is_on: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.is_on = False
        self.setFixedSize(8, 8)
        theme.changed.connect(self.update)
        self.set_on(is_on)

    def set_on(self, is_on: bool) -> None:
        if is_on != self.is_on:
            self.is_on = is_on
            self.setToolTip(tr(TOLD) if is_on else "")
            self.setAccessibleName(tr(TOLD) if is_on else "")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.is_on:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._theme.tokens.color("accent"))
            painter.setBrush(self._theme.tokens.color("accent"))
            painter.drawEllipse(1, 1, 5, 5)
            painter.end()
