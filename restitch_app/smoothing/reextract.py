"""Re-extraction: leave out some frames around a boundary so that the two sides meet better."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from restitch_app.analysis.arrays import Floats, Gray
from restitch_app.analysis.boundary import NaturalRange
from restitch_app.analysis.flow import FlowEstimator, has_room_for_flow, mean_length_px
from restitch_app.analysis.ssim import ssim
from restitch_app.smoothing.block_ssim import block_ssim

Trims: TypeAlias = tuple[int, int]
"""Frames left out: of the left's end, of the right's start."""

SAMPLED_PAIRS = 12  # measured exactly to learn how block SSIM maps to SSIM in these pictures
EXACT_PAIRS = 24  # measured exactly because the ranking puts them first
FLOW_PAIRS = 8
LARGEST_JERK = 4.0
JERK_COST = 0.05
FRAME_COST = 0.0015
TOO_SIMILAR_COST = 0.7


@dataclass(frozen=True, slots=True)
class Reextraction:
    """The best place to meet; (0, 0) says that the boundary is best as it is."""

    trim_left: int
    trim_right: int
    ssim: float
    """Of the two frames that meet then."""


def reextract(
    left_tail: Sequence[Gray], right_head: Sequence[Gray], natural: NaturalRange
) -> Reextraction:
    """Find the trims that make the step over the boundary look like the steps around it.

    Luma at the analysis height, scene order; every frame given may become the one that meets the
    other side, so W frames a side allow trims of 0..W-1. Likeness beyond the natural range costs
    too: the greatest SSIM would always choose a repeated frame. Raises ValueError when a side is
    empty or sizes differ. Takes 0.1-0.4 s of CPU for 24 x 24 frames 640 x 360.
    """
    if not left_tail or not right_head:
        raise ValueError("re-extraction needs a frame on each side")
    search = _Search(left_tail, right_head, natural)
    best = search.cheapest(search.shortlist(), FLOW_PAIRS)
    estimator = FlowEstimator()

    def full_cost(trims: Trims) -> float:
        jerk = _jerk(estimator, left_tail, right_head, trims)
        return search.cost(trims) + JERK_COST * min(jerk, LARGEST_JERK)

    trims = min(best, key=full_cost)
    return Reextraction(*trims, ssim=search.score(trims))


def step_cost(score: float, natural: NaturalRange, trimmed_frames: int) -> float:
    """How far a step over the boundary is from a natural one, in SSIM, frames lost included."""
    too_different = max(0.0, natural.median - score)
    too_similar = max(0.0, score - natural.high)
    return too_different + TOO_SIMILAR_COST * too_similar + FRAME_COST * trimmed_frames


class _Search:
    """Exact scores, each measured once, and the ranking that says which pairs deserve one."""

    def __init__(
        self, left_tail: Sequence[Gray], right_head: Sequence[Gray], natural: NaturalRange
    ) -> None:
        self._left = left_tail[::-1]  # index = frames trimmed
        self._right = right_head
        self._natural = natural
        self._scores: dict[Trims, float] = {}

    def score(self, trims: Trims) -> float:
        if trims not in self._scores:
            self._scores[trims] = ssim(self._left[trims[0]], self._right[trims[1]])
        return self._scores[trims]

    def cost(self, trims: Trims) -> float:
        return step_cost(self.score(trims), self._natural, sum(trims))

    def cheapest(self, pairs: Iterable[Trims], count: int) -> list[Trims]:
        return sorted(pairs, key=self.cost)[:count]

    def shortlist(self) -> list[Trims]:
        """All pairs when they are few, else those that the ranking expects to be cheap."""
        pairs = [(i, j) for i in range(len(self._left)) for j in range(len(self._right))]
        if len(pairs) <= SAMPLED_PAIRS + EXACT_PAIRS:
            return pairs
        rough = block_ssim(self._left, self._right)
        expected = self._expected(rough, pairs)
        ranked = sorted(
            pairs, key=lambda pair: step_cost(float(expected[pair]), self._natural, sum(pair))
        )
        # What was sampled is known exactly by now and competes as well.
        return list({(0, 0), *ranked[:EXACT_PAIRS], *self._scores})

    def _expected(self, rough: Floats, pairs: list[Trims]) -> Floats:
        """Block SSIM moved to the level of SSIM by a straight line through sampled pairs.

        The cost has a valley, not a peak, so the level matters and not the order alone.
        """
        by_score = sorted(pairs, key=lambda pair: float(rough[pair]))
        picks = np.linspace(0, len(by_score) - 1, SAMPLED_PAIRS).round().astype(int)
        sampled = [by_score[int(pick)] for pick in picks]
        x = np.array([float(rough[pair]) for pair in sampled])
        y = np.array([self.score(pair) for pair in sampled])
        spread = float(np.var(x))
        slope = float(np.mean((x - x.mean()) * (y - y.mean()))) / spread if spread > 0 else 1.0
        return np.asarray(y.mean() + slope * (rough - x.mean()), dtype=np.float32)


def _jerk(
    estimator: FlowEstimator, left_tail: Sequence[Gray], right_head: Sequence[Gray], trims: Trims
) -> float:
    """How much the motion over the new seam differs from the motion next to it; 0 is smooth.

    Mean length of (seam flow - mean of the neighbours' flows) over their mean length + 0.5 px; the
    frames that meet may be the outermost given: then the other side's motion stands alone. 0, too,
    for pictures too narrow for a flow: then likeness decides alone.
    """
    if not has_room_for_flow(left_tail[-1]):
        return 0.0
    left = left_tail[: len(left_tail) - trims[0]][-2:]
    right = right_head[trims[1] :][:2]
    neighbours = [estimator.backward(*run) for run in (left, right) if len(run) == 2]
    if not neighbours:
        return 0.0
    expected = np.mean(neighbours, axis=0, dtype=np.float32)
    residual = estimator.backward(left[-1], right[0]) - expected
    usual_px = float(np.mean([mean_length_px(flow) for flow in neighbours]))
    return mean_length_px(residual) / (usual_px + 0.5)
