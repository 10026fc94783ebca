"""One boundary measured: SSIM of the seam against the motion on both sides, and repeated frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from restitch_app.analysis.arrays import Gray
from restitch_app.analysis.flow import FlowEstimator, has_room_for_flow, mean_length_px
from restitch_app.analysis.ssim import ssim

MEASURE_VERSION = 1
"""Goes up whenever a figure of BoundaryMeasures could come out different for the same frames."""

NEIGHBOUR_FRAMES = 11
"""Frames a side that are looked at: ten pairs. Fewer than eight would miss the rhythm of temporal
autoencoders (periods of four to six frames)."""


@dataclass(frozen=True, slots=True)
class NaturalRange:
    """SSIM of the consecutive pairs on both sides of a boundary, the seam pair left out."""

    median: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class BoundaryMeasures:
    """What was found at a boundary; every figure at the analysis height."""

    ssim: float
    """Of the seam pair: last frame of the left, first of the right. 1.0 is equal, not good."""
    natural: NaturalRange | None
    """None when both sides are single frames, so that there is no motion to compare with."""
    repeat: float
    """From 1.0 up the right side visibly starts with a picture that was just shown."""

    @property
    def is_repeat(self) -> bool:
        return self.repeat >= 1.0


def measure_boundary(before: Sequence[Gray], after: Sequence[Gray]) -> BoundaryMeasures:
    """Measure from the last frames of the left and the first of the right, both in scene order.

    Luma, one size. At most NEIGHBOUR_FRAMES a side are used, the ones next to the boundary. Raises
    ValueError when a side is empty or sizes differ.
    """
    if not before or not after:
        raise ValueError("a boundary needs a frame on each side")
    left, right = before[-NEIGHBOUR_FRAMES:], after[:NEIGHBOUR_FRAMES]
    seam = ssim(left[-1], right[0])
    natural = natural_range(left, right)
    repeat = _repeat(left, right, seam, natural.median) if natural else 0.0
    return BoundaryMeasures(seam, natural, repeat)


def natural_range(*runs: Sequence[Gray]) -> NaturalRange | None:
    """SSIM of the consecutive pairs inside each run; None when no run holds a pair."""
    scores = [ssim(first, second) for run in runs for first, second in pairwise(run)]
    return NaturalRange(median(scores), min(scores), max(scores)) if scores else None


def _repeat(left: Sequence[Gray], right: Sequence[Gray], seam: float, usual: float) -> float:
    """The `repeat` channel of the verdict: the seam stands still while its surroundings move.

    The least of three: motion across the seam against its neighbours', how much of the usual
    difference is gone, and whether anything moves at all (in still scenes nothing repeats).
    Nothing is said to repeat where the pictures are too narrow for the flow to tell.
    """
    sameness = (seam - usual) / (1 - usual) if usual < 1 else 0.0
    # At or below zero it is the least of the three already: spare the flows.
    if sameness <= 0 or not has_room_for_flow(left[-1]):
        return 0.0
    estimator = FlowEstimator()

    def motion_px(first: Gray, second: Gray) -> float:
        return mean_length_px(estimator.backward(first, second))

    left_motion = [motion_px(first, second) for first, second in pairwise(left)]
    right_motion = [motion_px(first, second) for first, second in pairwise(right)]
    neighbours = left_motion[-1:] + right_motion[:1]
    neighbour_motion = sum(neighbours) / len(neighbours)
    ratio = (motion_px(left[-1], right[0]) + 0.05) / (neighbour_motion + 0.05)
    return min(
        (1 - min(ratio, 1.0)) / 0.65,
        sameness / 0.45,
        median(left_motion + right_motion) / 0.15,
    )
