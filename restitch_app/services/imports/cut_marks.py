"""Where one clip is cut, while somebody moves the cuts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from restitch_app.domain.frames import FrameRange


@dataclass(frozen=True, slots=True)
class CutMarks:
    """Frames count in the file, from 0. Every piece keeps one frame at least."""

    own: FrameRange
    """What is cut."""
    starts: tuple[int, ...] = ()
    """The first frames after the cuts, ascending, all inside `own`."""

    @property
    def pieces(self) -> tuple[FrameRange, ...]:
        edges = (self.own.start, *self.starts, self.own.stop)
        return tuple(FrameRange(start, stop) for start, stop in pairwise(edges))

    def room(self, place: int) -> FrameRange:
        """Where the cut at `place` of `starts` may stand, between its neighbours."""
        pieces = self.pieces
        return FrameRange(pieces[place].start + 1, pieces[place + 1].stop)

    def moved(self, place: int, frame: int) -> CutMarks:
        """As near to `frame` as there is room."""
        room = self.room(place)
        kept = min(max(frame, room.start), room.stop - 1)
        return replace(self, starts=(*self.starts[:place], kept, *self.starts[place + 1 :]))

    def removed(self, place: int) -> CutMarks:
        return replace(self, starts=(*self.starts[:place], *self.starts[place + 1 :]))

    def added(self, place: int | None) -> tuple[CutMarks, int] | None:
        """One more, in the middle of the longer piece beside the cut at `place`, or of the longest
        of all, and its place; None where no piece has two frames."""
        pieces = self.pieces
        beside = range(len(pieces)) if place is None else (place, place + 1)
        longest = max(beside, key=lambda number: len(pieces[number]))
        if len(pieces[longest]) < 2:
            return None if place is None else self.added(None)
        middle = pieces[longest].start + len(pieces[longest]) // 2
        starts = (*self.starts[:longest], middle, *self.starts[longest:])
        return replace(self, starts=starts), longest
