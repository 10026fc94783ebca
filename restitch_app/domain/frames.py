"""Counts of frames: ranges, rates, clip facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class FrameRange:
    """Half-open: `start` is in, `stop` is not. Counted from 0, in the count its field names."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"not a frame range: {self.start}..{self.stop}")

    def __len__(self) -> int:
        return self.stop - self.start

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.start, self.stop))

    def __contains__(self, frame: int) -> bool:
        return self.start <= frame < self.stop


@dataclass(frozen=True, slots=True)
class ClipFacts:
    """What probing a clip found. `frame_count` is counted from the index, never from a duration."""

    width: int
    height: int
    rate: Fraction
    """Nominal frames per second: the median spacing of presentation times."""
    frame_count: int
    codec: str
    pixel_format: str
    is_variable_rate: bool
    has_sound: bool
    colour_matrix: str = "unspecified"
    colour_range: str = "unspecified"
    rotation_degrees: int = 0
