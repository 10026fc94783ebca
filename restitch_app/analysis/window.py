"""The frames around a seam with all their pairs measured: what every score is taken from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import log2, sqrt
from statistics import median

from restitch_app.analysis.motion import AffineFit, Residual, dot, fit_affine, residual_motion
from restitch_app.analysis.pair import PairCache, PairMeasures
from restitch_app.analysis.seam_picture import SeamPicture

WINDOW_FRAMES = 12
"""Frames a side that are looked at. The outermost pair only says how its neighbour should move."""
NATURAL_PAIRS = 10
"""Pairs a side that say what is normal here. Fewer than eight in all would miss the rhythm of
temporal autoencoders (periods of four to six frames; seams.md section 1)."""
DETAIL_FRAMES = 4
"""Frames a side whose median detail is compared (seams.md section 1, shr)."""

MOVING_PX = 0.15
"""Where the usual motion is less nothing moves, so nothing stands still either."""
STILL_SHARE = 0.1  # of the usual motion: a frame shown twice, not a slow moment


class SeamWindow:
    """Up to 12 frames a side; pair t is (picture t, picture t+1), the seam is pair `seam`."""

    def __init__(
        self,
        before: Sequence[SeamPicture],
        after: Sequence[SeamPicture],
        cache: PairCache,
        usual_motion_px: float | None = None,
    ) -> None:
        """Pictures in scene order. Raises ValueError when a side is empty or sizes differ.

        `usual_motion_px` belongs to the untouched frames; without it these are the untouched ones.
        """
        if not before or not after:
            raise ValueError("a boundary needs a frame on each side")
        left, right = before[-WINDOW_FRAMES:], after[:WINDOW_FRAMES]
        self.pictures = (*left, *right)
        self.seam = len(left) - 1
        self.pairs = tuple(cache.pair(first, second) for first, second in pairwise(self.pictures))
        self.judged = range(
            max(0, self.seam - NATURAL_PAIRS), min(len(self.pairs), self.seam + NATURAL_PAIRS + 1)
        )
        self.natural = tuple(t for t in self.judged if t != self.seam)
        self.usual_motion_px = (
            self._median_motion_px() if usual_motion_px is None else usual_motion_px
        )
        self._residuals: dict[int, Residual | None] = {}
        self._fits: dict[int, AffineFit | None] = {}
        self._dots: dict[tuple[int, int], float] = {}
        self._log_detail = [log2(picture.detail) for picture in self.pictures]

    @property
    def at_seam(self) -> PairMeasures:
        return self.pairs[self.seam]

    def residual(self, t: int) -> Residual | None:
        """R of pair t against its neighbours; None at the ends and without room for a flow."""
        if t not in self._residuals:
            self._residuals[t] = self._residual(t)
        return self._residuals[t]

    def affine(self, t: int) -> AffineFit | None:
        """The affine part of `residual(t)`."""
        if t not in self._fits:
            residual = self.residual(t)
            self._fits[t] = fit_affine(residual.displacement) if residual else None
        return self._fits[t]

    def cosine(self, t: int) -> float | None:
        """cosAB: cosine of the mean flow of the two pairs before pair t and of the two after it.

        Of the one where there is one; None where there is none, and without room for a flow.
        """
        if self.pairs[t].flow is None:
            return None
        before = range(max(0, t - 2), t)
        after = range(t + 1, min(len(self.pairs), t + 3))
        if not before or not after:
            return None
        # Of sums instead of means (the cosine is the same), and from dot products that neighbouring
        # pairs share, for it is asked for at every pair.
        across, left, right = (
            sum(self._dot(i, k) for i in one for k in other)
            for one, other in ((before, after), (before, before), (after, after))
        )
        lengths = len(before) * len(after)
        return across / (sqrt(left * right) + 1e-6 * lengths)

    def neighbour_motion_px(self, t: int) -> float | None:
        """Mean mag of the pairs on both sides of pair t, or of the one there is."""
        lengths = [
            motion
            for index in (self._moving(t, -1), self._moving(t, +1))
            if index is not None and (motion := self.pairs[index].motion_px) is not None
        ]
        return sum(lengths) / len(lengths) if lengths else None

    def sharpness(self, t: int) -> float:
        """shr: median log2 detail of four frames after pair t, minus that of four before.

        Of four, the median of logarithms is the geometric mean of the two in the middle, where
        seams.md section 1 has their arithmetic one: below .01 apart, and the same played backwards.
        """
        first = max(0, t + 1 - DETAIL_FRAMES)
        before = median(self._log_detail[first : t + 1])
        return median(self._log_detail[t + 1 : t + 1 + DETAIL_FRAMES]) - before

    def sharpness_jump(self, t: int) -> float:
        """Largest single step of log2 detail at pairs t-1, t, t+1, in the direction of `sharpness`.

        Counted beyond the median of the four pairs around it: where detail drifts, as when a camera
        goes out of focus, every pair steps alike and none of them jumps. Not below 0. The pair
        before and the one after count as well, for a first frame that is a copy of the one before
        it jumps a frame late.
        """
        direction = 1 if self.sharpness(t) >= 0 else -1
        near = [k for k in (t - 1, t, t + 1) if 0 <= k < len(self.pairs)]
        return max(0.0, *(direction * self._beyond_drift(k) for k in near))

    def _beyond_drift(self, k: int) -> float:
        around = [
            self._detail_step(i) for i in (k - 2, k - 1, k + 1, k + 2) if 0 <= i < len(self.pairs)
        ]
        return self._detail_step(k) - (median(around) if around else 0.0)

    def _detail_step(self, t: int) -> float:
        return self._log_detail[t + 1] - self._log_detail[t]

    def _dot(self, i: int, k: int) -> float:
        key = (min(i, k), max(i, k))
        if key not in self._dots:
            first, second = self.pairs[i].flow, self.pairs[k].flow
            self._dots[key] = 0.0 if first is None or second is None else dot(first, second)
        return self._dots[key]

    def _residual(self, t: int) -> Residual | None:
        before, after = self._moving(t, -1), self._moving(t, +1)
        if before is None or after is None:
            return None
        flows = [self.pairs[k].flow for k in (before, t, after)]
        first, across, last = flows
        if first is None or across is None or last is None:
            return None
        return residual_motion(first, across, last)

    def _moving(self, t: int, step: int) -> int | None:
        """The neighbour of pair t on one side that shows how things move.

        A pair that stands still amid motion is a frame shown twice (the rhythm of a converted
        frame rate); it says nothing of the motion, the next one does. Without this every pair
        beside such a frame seemed to jump.
        """
        near = t + step
        if not 0 <= near < len(self.pairs):
            return None
        beyond = near + step
        if self.stands_still(near) and 0 <= beyond < len(self.pairs):
            return near if self.stands_still(beyond) else beyond
        return near

    def stands_still(self, t: int) -> bool:
        """Whether pair t moves less than a tenth of what is usual; False where nothing moves."""
        usual, motion = self.usual_motion_px, self.pairs[t].motion_px
        if usual is None or motion is None or usual < MOVING_PX:
            return False
        return motion < STILL_SHARE * usual

    def _median_motion_px(self) -> float | None:
        lengths = [motion for t in self.natural if (motion := self.pairs[t].motion_px) is not None]
        return median(lengths) if lengths else None
