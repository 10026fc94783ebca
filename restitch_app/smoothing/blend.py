"""Cross-fade over a boundary, length kept: a remedy for small steps that costs sharpness."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from restitch_app.smoothing.seam import Seam
from restitch_app.smoothing.workspace import Workspace

Plane = NDArray[np.uint8]
"""A picture or one plane of it, (height, width) or (height, width, 3)."""


def cross_fade(seam: Seam, weights: Sequence[float], workspace: Workspace) -> list[Plane]:
    """The first frames of the own side, each with its share of the other side's first one.

    With weights (k-j)/(2k+1) on both sides (seams.md section 5, xf) the step is divided into 2k+1
    equal ones and the two frames at the seam do not become equal, so nothing stands still.
    """
    workspace.check()
    return [
        _mixed(frame, seam.other[0], weight)
        for frame, weight in zip(seam.own, weights, strict=False)
    ]


def overlap(left_tail: Sequence[Plane], right_head: Sequence[Plane]) -> list[Plane]:
    """k frames that stand for the last k of the left and the first k of the right.

    Frame i is (i+1)/(k+1) of the right's (seams.md section 5, xo); the film gets k frames shorter.
    Raises ValueError when k differs or is 0.
    """
    count = len(left_tail)
    if count == 0 or count != len(right_head):
        raise ValueError(f"needs the same number of frames, not {count} and {len(right_head)}")
    return [
        _mixed(before, after, (number + 1) / (count + 1))
        for number, (before, after) in enumerate(zip(left_tail, right_head, strict=True))
    ]


def _mixed(frame: Plane, other: Plane, weight: float) -> Plane:
    return np.asarray(cv2.addWeighted(frame, 1 - weight, other, weight, 0), dtype=np.uint8)
