"""Keeps the window's single keys out of fields, lists and buttons that need them themselves."""

from __future__ import annotations

from collections.abc import Callable, Container

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

TAB_FLIPS = "tab_flips"
"""Dynamic property of widgets (or a parent of them) where Tab flips A and B."""
KEEPS_ARROWS = "keeps_arrows"
"""Dynamic property of widgets that move within themselves by arrow keys."""
KEEPS_UP_DOWN = "keeps_up_down"
"""Dynamic property of widgets that only go up and down."""


def claims(event: QEvent, keys: Container[int]) -> bool:
    """Keep these keys for the part that has the focus: in its `event`. Shortcuts do not hear them.

    True where the event was that, and is answered.
    """
    is_override = event.type() == QEvent.Type.ShortcutOverride
    if is_override and isinstance(event, QKeyEvent) and event.key() in keys:
        event.accept()
        return True
    return False


_Key = Qt.Key
_ARROWS = frozenset(
    {
        _Key.Key_Left,
        _Key.Key_Right,
        _Key.Key_Up,
        _Key.Key_Down,
        _Key.Key_Home,
        _Key.Key_End,
        _Key.Key_PageUp,
        _Key.Key_PageDown,
    }
)
_UP_DOWN = frozenset({_Key.Key_Up, _Key.Key_Down})
_ENTERS = frozenset({_Key.Key_Return, _Key.Key_Enter})
_TYPING = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
_MOVING = (QAbstractItemView, QAbstractSlider, QComboBox, QTabBar)


class KeyGuard(QObject):
    """Watches the focused widget alone: a filter on the whole program would see every event."""

    def __init__(self, app: QApplication, flip: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._flip = flip
        self._watched: QWidget | None = None
        app.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and shiboken6.isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new
        if new is not None:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and keeps_key(watched, event):
            event.accept()  # the key goes to the widget, not to a shortcut
            return True
        if (
            event.type() == QEvent.Type.KeyPress
            and event.key() == _Key.Key_Tab
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
            and _has(watched, TAB_FLIPS)
        ):
            self._flip()
            return True
        return False


def keeps_key(widget: QWidget, event: QKeyEvent) -> bool:
    """Whether the focused widget needs this key itself."""
    key = _Key(event.key())
    commands = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    if commands != Qt.KeyboardModifier.NoModifier:
        return False
    if isinstance(widget, _TYPING) or (isinstance(widget, QComboBox) and widget.isEditable()):
        return key < _Key.Key_Escape or key in _ARROWS or key in _ENTERS
    if isinstance(widget, _MOVING):
        return key in _ARROWS or (key in _ENTERS and _is_list_in_place(widget))
    if isinstance(widget, QAbstractButton):
        return key == _Key.Key_Space
    if key in _UP_DOWN and _has(widget, KEEPS_UP_DOWN):
        return True
    return key in _ARROWS and _has(widget, KEEPS_ARROWS)


def _is_list_in_place(widget: QWidget) -> bool:
    """The open list of a drop-down takes Enter at this very event, before any key press."""
    is_popup = widget.window().windowType() is Qt.WindowType.Popup
    return isinstance(widget, QAbstractItemView) and not is_popup


def _has(widget: QWidget, name: str) -> bool:
    shown: QWidget | None = widget
    while shown is not None:
        if shown.property(name):
            return True
        shown = shown.parentWidget()
    return False
