"""The in and out points of the scene that is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from restitch_app.domain.frames import FrameRange


class Marks(QObject):
    """Scene frames, from 0; either may be missing. They belong to this sitting, not to the project.

    A point set on the wrong side of the other one takes that one away.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first: int | None = None
        self._last: int | None = None

    @property
    def first(self) -> int | None:
        """The in point: the first frame between the points."""
        return self._first

    @property
    def last(self) -> int | None:
        """The out point: the last frame between the points."""
        return self._last

    def set_first(self, frame: int) -> None:
        self._set(frame, self._last if self._last is not None and self._last >= frame else None)

    def set_last(self, frame: int) -> None:
        self._set(self._first if self._first is not None and self._first <= frame else None, frame)

    def clear(self) -> None:
        self._set(None, None)

    def keep_within(self, frame_count: int) -> None:
        """The scene has become shorter: points beyond its end go."""
        within = [
            mark if mark is not None and mark < frame_count else None
            for mark in (self._first, self._last)
        ]
        self._set(*within)

    def frames(self, frame_count: int) -> FrameRange | None:
        """From in to out; a missing one is the scene's own end. None where neither is set."""
        if self._first is None and self._last is None:
            return None
        stop = frame_count if self._last is None else self._last + 1
        return FrameRange(self._first or 0, stop)

    def _set(self, first: int | None, last: int | None) -> None:
        if (first, last) != (self._first, self._last):
            self._first, self._last = first, last
            self.changed.emit()
