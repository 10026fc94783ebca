"""Carries what services changed to the GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot

from restitch_app.services.project.change_feed import ChangeFeed


class ChangeRelay(QObject):
    """Re-emits a feed's changes on the GUI thread, whichever thread published them."""

    changed = Signal(object)  # Changes
    _arrived = Signal(object)

    def __init__(self, feed: ChangeFeed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = feed.subscribe(self._arrived.emit)

    def stop(self) -> None:
        """Hear nothing more. Call it before the relay is let go of."""
        self._unsubscribe()

    @Slot(object)
    def _pass_on(self, changes: object) -> None:
        self.changed.emit(changes)
