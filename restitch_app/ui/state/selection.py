"""What is selected: one boundary, one segment, or several segments, as a value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    segment: int | None = None
    """Sequence index; of several the one that is looked at."""
    boundary: int | None = None
    """Left sequence index. With it no segment is selected."""
    several: frozenset[int] = frozenset()
    """Sequence indices of two or more segments that are selected together, else empty."""
    anchor: int | None = None
    """Where several began, to be extended from there; None: where one is."""

    @property
    def segments(self) -> tuple[int, ...]:
        """In scene order."""
        if self.several:
            return tuple(sorted(self.several))
        return () if self.segment is None else (self.segment,)

    @property
    def focus(self) -> int | None:
        """The segment that is looked at; of a boundary the one left of it."""
        return self.segment if self.segment is not None else self.boundary

    @property
    def alone(self) -> Selection:
        """Only what is looked at."""
        return Selection(self.segment, self.boundary)

    def looks_as(self, other: Selection) -> bool:
        return (self.segment, self.boundary, self.several) == (
            other.segment,
            other.boundary,
            other.several,
        )

    def toggled(self, index: int) -> Selection:
        """With the segment, or without it where it was selected; the last one stays. The
        nearest of those that are left is looked at then.
        """
        left = frozenset(self.segments) ^ {index}
        if not left:
            return self
        focus = index if index in left else min(left, key=lambda one: abs(one - index))
        return _of(focus, left, focus)

    def extended(self, index: int, segment_count: int) -> Selection:
        """Everything from the anchor to this segment, or to the scene's end beyond it."""
        wanted = max(0, min(index, segment_count - 1))
        anchor = self.anchor if self.anchor is not None else self.focus
        anchor = wanted if anchor is None else anchor
        return _of(wanted, range(min(anchor, wanted), max(anchor, wanted) + 1), anchor)

    def all(self, segment_count: int) -> Selection:
        focus = self.focus or 0
        return _of(focus, range(segment_count), focus)

    def within(self, segment_count: int) -> Selection:
        """What is left of it in a scene of so many segments."""
        segment, boundary = self.segment, self.boundary
        if segment is not None and segment >= segment_count:
            segment = segment_count - 1 if segment_count else None
        if boundary is not None and boundary >= segment_count - 1:
            boundary = None
        kept = frozenset(one for one in self.several if one < segment_count)
        anchor = self.anchor if self.anchor is not None and self.anchor < segment_count else None
        several = kept if len(kept) > 1 else frozenset[int]()
        return Selection(segment, boundary, several, anchor)


def _of(focus: int, indices: Iterable[int], anchor: int) -> Selection:
    several = frozenset(indices)
    return Selection(focus, None, several if len(several) > 1 else frozenset(), anchor)
