"""The line above the players while the selected segment is being rendered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import ElidedLabel, IconLabel, KeyButton, label, row
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import PANEL_PADDING

LINE_HEIGHT = 40


class PreviewLine(QFrame):
    toggle_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview_line")
        self.setProperty("ground", "panel")
        self.setProperty("edge", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(LINE_HEIGHT)
        self._title = label("", "strong")
        self._text = ElidedLabel("", tone="2")
        self._text.setObjectName("preview_text")
        self._toggle = KeyButton(theme, "Show preview", "eye")
        self._toggle.setObjectName("toggle_preview")
        self._toggle.clicked.connect(lambda: self.toggle_asked.emit())
        margins = (PANEL_PADDING, 0, PANEL_PADDING, 0)
        icon = IconLabel(theme, "loader", "accent")
        self.setLayout(row(icon, self._title, self._text, -1, self._toggle, margins=margins))
        self.setVisible(False)

    def set_key(self, key: str) -> None:
        self._toggle.set_key(key)

    def show_job(self, title: str, text: str, other: str) -> None:
        """`other`: what the button turns to."""
        self._title.setText(tr(title))
        self._text.setText(tr(text))
        self._toggle.setText(tr(other))
        self.setVisible(True)
