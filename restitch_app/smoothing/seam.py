"""A boundary seen from one of its sides, so that every remedy is written once for both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from restitch_app.analysis.arrays import Rgb


class Side(StrEnum):
    """Whose frames a remedy changes."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Seam:
    """Frames from the boundary outwards: index 0 is the one at the boundary, on either side.

    Seen from the left side time runs backwards, which no remedy notices.
    """

    other: Sequence[Rgb]
    """The side that gives its look."""
    own: Sequence[Rgb]
    """The side that is changed."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How many frames next to the boundary a remedy changes on each side."""

    left: int
    right: int

    @property
    def steps(self) -> int:
        """Into so many equal steps the one at the boundary is divided."""
        return self.left + self.right + 1

    def weights(self, frames: int) -> list[float]:
        """Share of the other side's look that a side with `frames` changed frames takes.

        (frames - j) / steps for frame j away from the boundary: with k frames on both sides the
        (k-j)/(2k+1) of seams.md section 5, with k on one (k-j)/(k+1). The two frames at the
        boundary never become equal, so nothing stands still.
        """
        return [(frames - away) / self.steps for away in range(frames)]


def reach_of(frames: int, side: Side) -> Reach:
    """The reach that changes `frames` on each side that `side` names."""
    return Reach(
        frames if side is not Side.RIGHT else 0,
        frames if side is not Side.LEFT else 0,
    )
