"""Frames that somebody else made between two pictures, fitted to where they shall play."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from restitch_app.analysis.arrays import Floats, Rgb
from restitch_app.analysis.psnr import psnr
from restitch_app.smoothing.detail import to_levels
from restitch_app.smoothing.interpolation import resampled
from restitch_app.smoothing.workspace import Workspace

FEWEST_FRAMES = 3
HELD_DB = 20.0
"""From here on the run's end shows the picture that it was given, in other colours at most."""


def between_anchors(
    run: Sequence[Rgb], start: Rgb, end: Rgb, count: int, workspace: Workspace
) -> list[Rgb]:
    """`count` frames to play between `start` and `end`, all of one size.

    `run`: what was made, from a likeness of `start` to one of `end`; these two are dropped. Where
    it has not exactly `count` frames between them it is resampled by flow. By as much as the
    likenesses miss the colours of the two pictures all frames are corrected, the nearer picture
    counting more: a model's codec shifts them. Raises ValueError for runs below `FEWEST_FRAMES`
    and for counts below 1.
    """
    if len(run) < FEWEST_FRAMES or count < 1:
        raise ValueError(f"cannot show {len(run)} frames in {count + 2}")
    shown = list(run) if len(run) == count + 2 else resampled(run, count + 2, workspace)
    first, last = _missing(shown[0], start), _missing(shown[-1], end)
    fitted = []
    for number in range(1, count + 1):
        workspace.check()
        part = number / (count + 1)
        offset = (1 - part) * first + part * last
        fitted.append(to_levels(np.asarray(shown[number] + offset, dtype=np.float32)))
    return fitted


def _missing(likeness: Rgb, picture: Rgb) -> Floats:
    """Mean difference of each channel, in levels; zero where it shows something else."""
    if psnr(likeness, picture) < HELD_DB:
        return np.zeros(3, dtype=np.float32)
    mean = np.subtract(cv2.mean(picture)[:3], cv2.mean(likeness)[:3])
    return np.asarray(mean, dtype=np.float32)
