"""The button that takes the next key that is pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton

from restitch_app.ui.commands.key_bindings import pressed_key, refusal
from restitch_app.ui.language.translating import tr

RECORD, LISTENING = "Record a key", "Press the key… Esc leaves it"


class KeyRecorder(QPushButton):
    recorded = Signal(str)  # the key's portable name
    refused = Signal(str)  # why this key cannot be given away

    def __init__(self) -> None:
        super().__init__(tr(RECORD))
        self.setObjectName("record_key")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(self._show_state)

    def stop(self) -> None:
        self.setChecked(False)

    def event(self, event: QEvent) -> bool:
        """While it listens no shortcut, and no moving of the focus, comes before it."""
        if self.isChecked() and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.stop()
        super().focusOutEvent(event)

    def _take(self, event: QKeyEvent) -> None:
        key, reason = pressed_key(event), refusal(event)
        if not key:
            return
        self.stop()
        if reason:
            self.refused.emit(reason)
        elif event.key() != Qt.Key.Key_Escape:
            self.recorded.emit(key)

    @Slot(bool)
    def _show_state(self, is_listening: bool) -> None:
        self.setText(tr(LISTENING if is_listening else RECORD))
        if is_listening:
            self.setFocus()
