"""A click on a button leaves the keyboard where it was: the next Space plays, and presses nothing
again. Tab reaches buttons as ever.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

_TYPING = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)


class ClickFocus(QObject):
    """In the window alone: in a dialog the button that was clicked has the keyboard."""

    def __init__(
        self, app: QApplication, page: Callable[[], QWidget | None], window: QMainWindow
    ) -> None:
        """`page`: who gets the keyboard from a field that is left, which takes what was typed."""
        super().__init__(window)
        self._app, self._page, self._window = app, page, window
        app.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        is_button = isinstance(new, QAbstractButton) and not isinstance(new, QRadioButton)
        is_click = self._app.mouseButtons() != Qt.MouseButton.NoButton
        if not (is_button and is_click and isValid(self._window)) or new is None:
            return
        if new.window() is self._window and (back := self._keeper(old)) is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keeper(self, old: QWidget | None) -> QWidget | None:
        if old is None or old.window() is not self._window or isinstance(old, _TYPING):
            return self._page()
        return old if old.isVisible() and old.isEnabled() else self._page()
