"""What is normal here: a metric over the pairs on both sides of a seam, and how far off one is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from restitch_app.analysis.arrays import Gray
from restitch_app.analysis.ssim import ssim

FEWEST_PAIRS = 4
"""With fewer there is nothing to compare with, and nothing is scored."""
FULL_PAIRS = 8
"""From here up the rhythm of temporal autoencoders (four to six frames) is inside the spread."""
SSIM_FLOOR = 0.004
"""Of the spread of SSIM, compensated or not (seams.md section 1)."""


@dataclass(frozen=True, slots=True)
class Natural:
    """Values of one metric on the untouched pairs (seams.md section 1, "Baseline")."""

    median: float
    """m."""
    spread: float
    """q = 1.4826 MAD + floor; wider in proportion below eight pairs."""
    low: float
    high: float
    pairs: int
    """How many there were; below FEWEST_PAIRS nothing is scored by them."""

    def score(self, excess: float, just_visible: float, spreads: float) -> float | None:
        """1.0 for a step that is just visible: as large as that and `spreads` times the spread."""
        if self.pairs < FEWEST_PAIRS:
            return None
        return min(excess / just_visible, excess / (self.spread * spreads))


def natural_of(values: Sequence[float], floor: float) -> Natural | None:
    """None without values. `floor` keeps the spread of very even material above zero."""
    if not values:
        return None
    middle = median(values)
    spread = 1.4826 * median(abs(value - middle) for value in values) + floor
    widened = spread * max(1.0, FULL_PAIRS / len(values))
    return Natural(middle, widened, min(values), max(values), len(values))


def natural_ssim(*runs: Sequence[Gray]) -> Natural | None:
    """SSIM of the consecutive pairs inside each run; None when no run holds a pair."""
    return natural_of(
        [ssim(first, second) for run in runs for first, second in pairwise(run)], SSIM_FLOOR
    )
