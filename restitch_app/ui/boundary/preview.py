"""Plays some frames around a boundary in place, over and over."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage

Pair = tuple[QImage, QImage]
"""What is shown on the left and on the right at one moment."""


class PreviewLoop(QObject):
    """Every frame for its time at the scene's rate; the first comes at once."""

    frame_changed = Signal()
    stopped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frames: tuple[Pair, ...] = ()
        self._number = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._step)

    @property
    def is_running(self) -> bool:
        return bool(self._frames)

    @property
    def pair(self) -> Pair | None:
        return self._frames[self._number] if self._frames else None

    @property
    def number(self) -> int:
        """Which of the frames is shown, from 0."""
        return self._number

    def start(self, frames: tuple[Pair, ...], rate: Fraction) -> None:
        self._frames, self._number = frames, 0
        self._timer.start(max(1, round(1000 / rate)))
        self.frame_changed.emit()

    @Slot()
    def stop(self) -> None:
        if self._frames:
            self._timer.stop()
            self._frames = ()
            self.stopped.emit()

    @Slot()
    def _step(self) -> None:
        self._number = (self._number + 1) % len(self._frames)
        self.frame_changed.emit()
