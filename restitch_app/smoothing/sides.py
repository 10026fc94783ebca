"""The two sides of a boundary while a recipe works on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from restitch_app.analysis.arrays import Rgb
from restitch_app.smoothing.seam import Seam


@dataclass(frozen=True, slots=True)
class Sides:
    """Frames in scene order, and what has been done to them. Untouched frames are the same objects.

    What was left out is gone from the frames; what was changed is counted from the boundary.
    """

    left: tuple[Rgb, ...]
    right: tuple[Rgb, ...]
    trim_left: int = 0
    trim_right: int = 0
    touched_left: int = 0
    touched_right: int = 0

    @property
    def seam_from_right(self) -> Seam:
        return Seam(other=self.left[::-1], own=self.right)

    @property
    def seam_from_left(self) -> Seam:
        return Seam(other=self.right, own=self.left[::-1])

    def trimmed(self, left: int, right: int) -> Sides:
        """Without the last `left` and the first `right` frames.

        Raises ValueError where no frame would remain on a side.
        """
        if left >= len(self.left) or right >= len(self.right):
            raise ValueError(f"cannot leave out {left} and {right} frames: nothing would remain")
        return replace(
            self,
            left=self.left[: len(self.left) - left],
            right=self.right[right:],
            trim_left=self.trim_left + left,
            trim_right=self.trim_right + right,
            touched_left=max(0, self.touched_left - left),
            touched_right=max(0, self.touched_right - right),
        )

    def with_new(self, tail: Sequence[Rgb], head: Sequence[Rgb]) -> Sides:
        """With other last frames of the left and first frames of the right, scene order."""
        return replace(
            self,
            left=(*self.left[: len(self.left) - len(tail)], *tail),
            right=(*head, *self.right[len(head) :]),
            touched_left=max(self.touched_left, len(tail)),
            touched_right=max(self.touched_right, len(head)),
        )
