"""Whether a key is held down, though its press goes to a shortcut."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget


class HeldKey(QObject):
    """Watches the focused widget alone, where Qt asks before it gives a key to a shortcut."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._key = Qt.Key.Key_unknown
        self._watched: QWidget | None = None
        self.is_held = False
        self.is_repeat = False
        """The key pressed last repeats by itself, whichever it is."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        self._follow(None, app.focusWidget())

    def set_key(self, key: str) -> None:
        """By the name that the system gives it."""
        sequence = QKeySequence(key, QKeySequence.SequenceFormat.NativeText)
        self._key = Qt.Key.Key_unknown
        if sequence.count():
            first: QKeyCombination = sequence[0]  # type: ignore[index]  # PySide's stubs lack it
            self._key = first.key()
        self.is_held = False

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and shiboken6.isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new
        self.is_held = False
        if new is not None:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                self.is_repeat = event.isAutoRepeat()
                self.is_held |= event.key() == self._key
            elif event.type() == QEvent.Type.KeyRelease and not event.isAutoRepeat():
                self.is_repeat = False
                self.is_held &= event.key() != self._key
        return False
