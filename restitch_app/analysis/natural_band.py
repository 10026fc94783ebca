"""The range in which the similarity of neighbouring frames lies for most of a scene."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from restitch_app.analysis.arrays import Floats

PERCENTILES = (10, 50, 90)


@dataclass(frozen=True, slots=True)
class NaturalBand:
    low: float
    median: float
    high: float


def natural_band(similarity: Floats) -> NaturalBand | None:
    """10th, 50th and 90th percentile (seams.md section 2); NaN counts as not known.

    None while nothing is known.
    """
    known = similarity[~np.isnan(similarity)]
    if not known.size:
        return None
    low, middle, high = np.percentile(known, PERCENTILES)
    return NaturalBand(float(low), float(middle), float(high))
