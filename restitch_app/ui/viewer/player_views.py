"""The views of one frame: all of them are shown together, or it is waited for the missing one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.ui.pieces.timers import single_shot
from restitch_app.ui.viewer.shown import Shown, View
from restitch_app.ui.viewer.sources import Source

WAITING_AFTER_MS = 300


class PlayerViews(QObject):
    shown = Signal(object)  # Shown: all views of one frame
    waiting_changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sources: tuple[Source, ...] = ()
        """One for the scene, or A and B."""
        self.frame = -1
        """The scene frame shown last; -1 before the first one."""
        self._is_waiting = False
        self._waiting_timer = single_shot(self, WAITING_AFTER_MS, self._say_waiting)

    def want(self, frames: Sequence[int], *, is_still: bool = False) -> None:
        """Have these decoded, the first of them first. `is_still`: that one in exact colours."""
        for _, source in self.sources:
            source.want(frames, is_still=is_still)

    def of(self, frame: int) -> tuple[View, ...] | None:
        """All views of the frame, or None as long as one of them is missing."""
        if not self.sources:
            return None
        results = [source.picture(frame) for _, source in self.sources]
        if any(result is None for result in results):
            return None
        return tuple(
            View(side, result)
            for (side, _), result in zip(self.sources, results, strict=True)
            if result is not None
        )

    def expect(self, *, anew: bool = False) -> None:
        """A frame is late: after a while that is told. `anew`: another one than before."""
        if anew or not self._waiting_timer.isActive():
            self._waiting_timer.start()

    def show(self, frame: int, views: tuple[View, ...]) -> None:
        self.frame = frame
        self._waiting_timer.stop()
        if self._is_waiting:
            self._is_waiting = False
            self.waiting_changed.emit(False)
        self.shown.emit(Shown(frame, views))

    @Slot()
    def _say_waiting(self) -> None:
        if not self._is_waiting and self.sources:
            self._is_waiting = True
            self.waiting_changed.emit(True)
