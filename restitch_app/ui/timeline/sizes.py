"""How much room the timeline's texts need, with the text as large as it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from restitch_app.ui.theme.type import TextSize

LINE = 1.25
"""Height of a line by its pixel size, in the fonts that systems have."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Pixels. At usual text as the mock-ups have them."""

    ruler: int
    boundaries: int
    tile: int
    lowest_tile: int
    """Where the window is short."""
    head: int
    """Of a tile: number, version and score."""
    foot: int
    """Of a tile: its status."""
    badge: int
    score: int
    """Height of a version's badge and of a score's ground, in the head."""
    pill: int
    """Height of a boundary's mark."""
    pill_width: float
    names: int
    both_frames_from: float
    one_frame_from: float
    """Widths of tiles."""

    @property
    def growth(self) -> int:
        """How much higher the lanes are than at usual text."""
        usual = sizes(1.0)
        return sum(
            now - then
            for now, then in (
                (self.ruler, usual.ruler),
                (self.boundaries, usual.boundaries),
                (self.tile, usual.tile),
            )
        )


@lru_cache(8)
def sizes(factor: float) -> Sizes:
    """`factor`: of the text, 1.0 is usual."""

    def line(size: TextSize) -> int:
        return ceil(size * factor * LINE)

    head, foot = max(24, line(TextSize.BODY) + 2), max(20, line(TextSize.CAPTION) + 1)
    pill, more = max(20, line(TextSize.DETAIL) + 2), head - 24 + foot - 20
    return Sizes(
        ruler=max(23, line(TextSize.CAPTION) + 4),
        boundaries=pill + 8,
        tile=84 + more,
        lowest_tile=60 + more,
        head=head,
        foot=foot,
        badge=max(16, line(TextSize.CAPTION)),
        score=max(18, line(TextSize.DETAIL)),
        pill=pill,
        pill_width=54 * factor,
        names=round(108 * factor),
        both_frames_from=84 * factor,
        one_frame_from=46 * factor,
    )
