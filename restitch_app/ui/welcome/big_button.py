"""The three ways to begin: icon, what it does, one line about it, and its key."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import IconLabel, key_chip, label
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import ColorRole

HEIGHT = 56


class BigButton(QPushButton):
    def __init__(
        self, theme: Theme, icon: str, title: str, text: str, key: str = "", kind: str = ""
    ) -> None:
        super().__init__()
        title, text = tr(title), tr(text)
        self.setProperty("kind", kind or "big")
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(f"{title} {text}")
        is_primary = kind == "primary"
        role: ColorRole = "on_primary" if is_primary else "text"
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 14, 0)
        layout.setSpacing(14)
        layout.addWidget(IconLabel(theme, icon, role, 20))
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addStretch(1)
        lines.addWidget(label(title, "strong", "on-primary" if is_primary else ""))
        lines.addWidget(label(text, "detail", "on-primary" if is_primary else "2"))
        lines.addStretch(1)
        layout.addLayout(lines, 1)
        self._chip = key_chip("", "on-primary" if is_primary else "")
        layout.addWidget(self._chip)
        self.set_key(key)
        for child in self.children():
            if hasattr(child, "setAttribute"):
                child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_key(self, key: str) -> None:
        self._chip.setText(key)
        self._chip.setVisible(bool(key))

    def sizeHint(self) -> QSize:
        return QSize(320, HEIGHT)
