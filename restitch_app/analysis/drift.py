"""Where a quantity along a chain of segments leaves what its first segments were like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from restitch_app.domain.drift import Chain, Course, Quantity, SegmentTone

REFERENCE_SEGMENTS = 3  # the median of three leaves an odd one out
FEWEST_SEGMENTS = 3
TRAVELS = 1.5

LIMITS: Mapping[Quantity, float] = {
    Quantity.BRIGHTNESS: 4.0,
    Quantity.CONTRAST: 3.0,
    Quantity.CHROMA: 3.0,
    Quantity.SHARPNESS: 0.7,
    Quantity.GREEN_RED: 3.0,
    Quantity.BLUE_YELLOW: 3.0,
}
"""In the units of `Quantity`. A step across a boundary is just visible from 0.6 of CIE76 and 0.45
of log2 detail on (seams.md section 3); what creeps in over several segments takes some five times
the colour and half as much more detail. A long scene's own light may change by more: it is a
meter, and the reviewer decides."""


def drift_of(segments: Sequence[SegmentTone]) -> Chain:
    """`segments`: neighbours in scene order, without a cut between them."""
    reference_count = min(REFERENCE_SEGMENTS, max(1, len(segments) // 2))
    if len(segments) < FEWEST_SEGMENTS:
        return Chain(tuple(segments), (), reference_count)
    courses = tuple(
        course_of(
            quantity,
            [one.median[quantity] for one in segments],
            [one.travel[quantity] for one in segments],
            reference_count,
        )
        for quantity in Quantity
    )
    return Chain(tuple(segments), courses, reference_count)


def course_of(
    quantity: Quantity, values: Sequence[float], travels: Sequence[float], reference_count: int
) -> Course:
    """`values` and `travels` of each segment; see `SegmentTone`. At least FEWEST_SEGMENTS.

    The band around the reference is as wide as the quantity's limit, or wider where the frames
    inside one segment already move through that much. Leaving means: from there on to the end of
    the chain the smoothed course stays outside, on one side. One odd segment is a fault of its own
    (its boundaries tell) and no drift.
    """
    reference = median(values[:reference_count])
    tolerance = max(LIMITS[quantity], TRAVELS * median(travels))
    sides = [_side(value - reference, tolerance) for value in smoothed(values)]
    leaves_at = None
    for place in range(len(sides) - 1, reference_count - 1, -1):
        if sides[place] == 0 or sides[place] != sides[-1]:
            break
        leaves_at = place
    return Course(quantity, tuple(values), reference, tolerance, leaves_at)


def smoothed(values: Sequence[float]) -> list[float]:
    """Running medians of three with Tukey's end-point rule (Exploratory Data Analysis, 1977,
    chapter 7): one value that lies apart is left out, a steady rise stays as it is.
    """
    if len(values) < 3:
        return list(values)
    inside = [median(values[at - 1 : at + 2]) for at in range(1, len(values) - 1)]
    first = median((values[0], inside[0], 3 * inside[0] - 2 * inside[min(1, len(inside) - 1)]))
    last = median((values[-1], inside[-1], 3 * inside[-1] - 2 * inside[max(0, len(inside) - 2)]))
    return [first, *inside, last]


def _side(distance: float, tolerance: float) -> int:
    return 0 if abs(distance) <= tolerance else (1 if distance > 0 else -1)
