"""Boundaries as places to go to and to loop around."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from restitch_app.domain.frames import FrameRange


class LoopReach(IntEnum):
    """Frames on each side of the boundary."""

    SIX = 6
    TWELVE = 12
    TWENTY_FOUR = 24
    WHOLE = 0
    MARKED = -1
    """From the in point to the out point, wherever the boundaries are."""

    @property
    def word(self) -> str:
        words = {LoopReach.WHOLE: "whole segments", LoopReach.MARKED: "in to out"}
        return words.get(self, f"±{self.value}")

    @property
    def phrase(self) -> str:
        return "Loop in to out" if self is LoopReach.MARKED else f"Loop boundary {self.word}"


Ranges = Mapping[int, FrameRange]
"""Scene frames of each segment, by sequence index."""


def seams(ranges: Ranges) -> list[tuple[int, int]]:
    """(first frame after the boundary, sequence index left of it), in scene order."""
    return [(ranges[index + 1].start, index) for index in sorted(ranges) if index + 1 in ranges]


def nearest_boundary(ranges: Ranges, frame: int) -> int | None:
    """Sequence index left of the boundary nearest to `frame`; None in a scene of one segment."""
    places = [(abs(2 * seam - 1 - 2 * frame), left) for seam, left in seams(ranges)]
    return min(places)[1] if places else None


def next_boundary(ranges: Ranges, frame: int, direction: int) -> tuple[int, int] | None:
    """(first frame after it, index left of it) of the next boundary that way, if there is one."""
    places = seams(ranges) if direction > 0 else reversed(seams(ranges))
    return next((place for place in places if (place[0] - frame) * direction > 0), None)


def loop_range(ranges: Ranges, left_index: int, reach: LoopReach) -> FrameRange:
    """The scene frames that play around a boundary; never more than its two segments.

    Not for `MARKED`, which is no matter of boundaries.
    """
    left, right = ranges[left_index], ranges[left_index + 1]
    if reach is LoopReach.WHOLE:
        return FrameRange(left.start, right.stop)
    return FrameRange(max(left.start, right.start - reach), min(right.stop, right.start + reach))
