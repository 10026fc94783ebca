"""Re-extraction: leave out some frames around a boundary so that the two sides meet better."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import TypeAlias

import numpy as np

from restitch_app.analysis.arrays import Floats, Gray
from restitch_app.analysis.flow import halved, has_room_for_flow, mean_length_px, quick_flow
from restitch_app.analysis.natural import Natural
from restitch_app.analysis.scale import ANALYSIS_HEIGHT_PX, to_analysis_size
from restitch_app.analysis.ssim import BORDER_PX, ssim
from restitch_app.smoothing.block_ssim import block_ssim

Trims: TypeAlias = tuple[int, int]
"""Frames left out: of the left's end, of the right's start."""

SAMPLED_PAIRS = 7  # measured in part to learn how block SSIM maps to SSIM in these pictures
PARTLY_MEASURED_PAIRS = 20  # because block SSIM puts them first
EXACT_PAIRS = 8  # measured whole because they come first then
FLOW_PAIRS = 8
CLEAR_PAIRS = 3  # where jerk still decides after these, a few more are measured whole
MORE_EXACT_PAIRS = 11
HALVED_FROM_PX = 720  # of height: then half the size ranks as well; a quarter picks wrong pairs
BAND_ROWS = 48
BANDS_SKIPPED = 6
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
    left_tail: Sequence[Gray], right_head: Sequence[Gray], natural: Natural
) -> Reextraction:
    """Find the trims that make the step over the boundary look like the steps around it.

    Luma at the analysis height, scene order; every frame given may become the one that meets the
    other side, so W frames a side allow trims of 0..W-1. Likeness beyond the natural range costs
    too: the greatest SSIM would always choose a repeated frame. Raises ValueError when a side is
    empty or sizes differ. For 24 x 24 frames 1920 x 1080 it takes 0.5 s of CPU.
    """
    if not left_tail or not right_head:
        raise ValueError("re-extraction needs a frame on each side")
    search = _Search(left_tail, right_head, natural)
    motion = SeamMotion(left_tail, right_head)
    best, least = (0, 0), inf
    for trims in search.candidates():
        if search.cost(trims) >= least:
            break  # jerk only adds to it, and those that follow cost more still
        cost = search.cost(trims) + JERK_COST * min(motion.jerk(trims), LARGEST_JERK)
        if cost < least:
            best, least = trims, cost
    return Reextraction(*best, ssim=search.score(best))


def step_cost(score: float, natural: Natural, trimmed_frames: int) -> float:
    """How far a step over the boundary is from a natural one, in SSIM, frames lost included."""
    too_different = max(0.0, natural.median - score)
    too_similar = max(0.0, score - natural.high)
    return too_different + TOO_SIMILAR_COST * too_similar + FRAME_COST * trimmed_frames


class _Search:
    """Exact scores, each measured once, and the ranking that says which pairs deserve one."""

    def __init__(
        self, left_tail: Sequence[Gray], right_head: Sequence[Gray], natural: Natural
    ) -> None:
        self._left = left_tail[::-1]  # index = frames trimmed
        self._right = right_head
        self._natural = natural
        self._scores: dict[Trims, float] = {}
        self._part_scores: dict[Trims, float] = {}

    def score(self, trims: Trims) -> float:
        if trims not in self._scores:
            self._scores[trims] = ssim(self._left[trims[0]], self._right[trims[1]])
        return self._scores[trims]

    def cost(self, trims: Trims) -> float:
        return step_cost(self.score(trims), self._natural, sum(trims))

    def candidates(self) -> Iterator[Trims]:
        """The eight cheapest pairs, cheapest first.

        Which pair is the eighth matters only where jerk decides to the end: then more are measured.
        """
        near = self._shortlist()
        clear = sorted(near[: 1 + EXACT_PAIRS], key=self.cost)[:CLEAR_PAIRS]
        yield from clear
        others = (pair for pair in near[: 1 + MORE_EXACT_PAIRS] if pair not in clear)
        yield from sorted(others, key=self.cost)[: FLOW_PAIRS - len(clear)]

    def _shortlist(self) -> list[Trims]:
        """All pairs when they are few, else those that are expected to be the cheapest.

        Narrowed in two rounds: by block SSIM, then by SSIM of a part of the picture. No trims come
        first, then the most promising.
        """
        pairs = [(i, j) for i in range(len(self._left)) for j in range(len(self._right))]
        if len(pairs) <= PARTLY_MEASURED_PAIRS:
            return sorted(pairs, key=self.cost)
        rough = self._expected(self._rough(), pairs)
        narrowed = self._first(pairs, lambda pair: float(rough[pair]), PARTLY_MEASURED_PAIRS)
        ordered = self._first(narrowed, self._part_score, PARTLY_MEASURED_PAIRS)
        return [(0, 0), *(pair for pair in ordered if pair != (0, 0))]

    def _first(
        self, pairs: Iterable[Trims], score: Callable[[Trims], float], count: int
    ) -> list[Trims]:
        def expected_cost(pair: Trims) -> float:
            return step_cost(score(pair), self._natural, sum(pair))

        return sorted(pairs, key=expected_cost)[:count]

    def _rough(self) -> Floats:
        left, right = self._left, self._right
        if left[0].shape[0] >= HALVED_FROM_PX:
            left, right = ([halved(one) for one in side] for side in (left, right))
        return block_ssim(left, right, row_step=2)

    def _expected(self, rough: Floats, pairs: list[Trims]) -> Floats:
        """Block SSIM moved to the level of SSIM by a straight line through sampled pairs.

        The cost has a valley, not a peak, so the level matters and not the order alone.
        """
        by_score = sorted(pairs, key=lambda pair: float(rough[pair]))
        picks = np.linspace(0, len(by_score) - 1, SAMPLED_PAIRS).round().astype(int)
        sampled = [by_score[int(pick)] for pick in picks]
        x = np.array([float(rough[pair]) for pair in sampled])
        y = np.array([self._part_score(pair) for pair in sampled])
        spread = float(np.var(x))
        slope = float(np.mean((x - x.mean()) * (y - y.mean()))) / spread if spread > 0 else 1.0
        return np.asarray(y.mean() + slope * (rough - x.mean()), dtype=np.float32)

    def _part_score(self, trims: Trims) -> float:
        """SSIM of one band of rows in six: a sixth of the work."""
        if trims not in self._part_scores:
            left, right = self._left[trims[0]], self._right[trims[1]]
            bands = _bands(int(left.shape[0]))
            scores = [ssim(left[rows], right[rows]) for rows in bands]
            self._part_scores[trims] = sum(scores) / len(scores)
        return self._part_scores[trims]


def _bands(height: int) -> list[slice]:
    """Bands of rows spread over the picture, each with the border that SSIM does not count."""
    size = min(height, BAND_ROWS + 2 * BORDER_PX)
    count = max(1, height // (BANDS_SKIPPED * BAND_ROWS))
    starts = [round((height - size) * (2 * n + 1) / (2 * count)) for n in range(count)]
    return [slice(start, start + size) for start in starts]


class SeamMotion:
    """Flows of two windows at the analysis size, each taken once; not for several threads."""

    def __init__(self, left_tail: Sequence[Gray], right_head: Sequence[Gray]) -> None:
        self._frames = (left_tail, right_head)
        self._halves: dict[tuple[int, int], Gray] = {}
        self._flows: dict[tuple[int, int], Floats] = {}
        self._has_room = has_room_for_flow(left_tail[-1])

    def jerk(self, trims: Trims) -> float:
        """How much the motion over the new seam differs from the motion next to it; 0 is smooth.

        Mean length of (seam flow - mean of the neighbours' flows) over their mean length + 0.5 px;
        the frames that meet may be the outermost given: then the other side's motion stands alone.
        0, too, for pictures too narrow for a flow: then likeness decides alone.
        """
        if not self._has_room:
            return 0.0
        left, right = len(self._frames[0]) - 1 - trims[0], trims[1]
        neighbours = []
        if left > 0:
            neighbours.append(self._inside(0, left - 1))
        if right + 1 < len(self._frames[1]):
            neighbours.append(self._inside(1, right))
        if not neighbours:
            return 0.0
        expected = np.mean(neighbours, axis=0, dtype=np.float32)
        residual = 2 * quick_flow(self._half(0, left), self._half(1, right)) - expected
        usual_px = float(np.mean([mean_length_px(flow) for flow in neighbours]))
        return mean_length_px(residual) / (usual_px + 0.5)

    def _inside(self, side: int, first: int) -> Floats:
        if (side, first) not in self._flows:
            pair = (self._half(side, first), self._half(side, first + 1))
            self._flows[side, first] = 2 * quick_flow(*pair)
        return self._flows[side, first]

    def _half(self, side: int, index: int) -> Gray:
        if (side, index) not in self._halves:
            picture = self._frames[side][index]
            if picture.shape[0] > ANALYSIS_HEIGHT_PX:
                picture = to_analysis_size(picture)
            self._halves[side, index] = halved(picture)
        return self._halves[side, index]
