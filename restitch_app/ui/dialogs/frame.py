"""The foot of every dialog, and lines between its parts."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QWidget

from restitch_app.ui.pieces.widgets import KeyButton, row
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import DIALOG_BUTTON_HEIGHT, DIALOG_PADDING, SPACE_M


def line(*, vertical: bool = False) -> QFrame:
    made = QFrame()
    made.setProperty("kind", "line")
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


def confirm_button(dialog: QDialog, theme: Theme, text: str, icon: str, name: str) -> KeyButton:
    """The primary button; Ctrl+Enter presses it, Enter in a field does not."""
    keys = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
    made = KeyButton(theme, text, icon, keys.replace("Return", "Enter"), "primary")
    made.setObjectName(name)
    for shortcut in ("Ctrl+Return", "Ctrl+Enter"):
        QShortcut(QKeySequence(shortcut), dialog).activated.connect(made.click)
    return made


def cancel_button(dialog: QDialog, theme: Theme) -> KeyButton:
    made = KeyButton(theme, "Cancel", "", "Esc")
    made.setObjectName("cancel")
    made.clicked.connect(dialog.reject)
    return made


def foot(*widgets: QWidget | int) -> QWidget:
    """Words on the left, buttons on the right."""
    made = QWidget()
    margins = (DIALOG_PADDING, SPACE_M, DIALOG_PADDING, SPACE_M)
    made.setLayout(row(*widgets, margins=margins))
    for widget in widgets:
        if isinstance(widget, QPushButton):
            widget.setFixedHeight(DIALOG_BUTTON_HEIGHT)
            widget.setAutoDefault(False)
            widget.setDefault(False)
    return made
