"""The difference of two frames that meet as a picture, and its colours for a legend."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.difference import excess_difference
from restitch_app.analysis.seam_picture import SeamPicture

VERY_DIFFERENT = 15.0
"""CIE76 beyond natural motion at which the heat-map is at its brightest."""
UNSEEN = 1.0
"""CIE76 that nobody sees; what two encoders leave of one picture."""


def heat_map(before: Sequence[SeamPicture], after: Sequence[SeamPicture]) -> Rgb:
    """The excess difference (see `analysis.difference`) as colours over the right frame, dimmed:
    uint8 (height, width, 3) at its size.
    """
    luma = after[0].luma
    height, width = luma.shape
    excess = np.maximum(excess_difference(before, after) - UNSEEN, 0)
    share = np.clip(cv2.resize(excess, (width, height)) / (VERY_DIFFERENT - UNSEEN), 0, 1)
    levels = np.asarray(np.rint(share * 255), np.uint8)
    bgr = cv2.applyColorMap(levels, cv2.COLORMAP_INFERNO)
    heat = np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), np.float32)
    ground = cv2.cvtColor(luma, cv2.COLOR_GRAY2RGB).astype(np.float32) * 0.3
    cover = np.clip(share * 3, 0, 1)[..., None]
    return np.asarray(np.rint(ground * (1 - cover) + heat * cover), np.uint8)


def heat_scale(steps: int = 64) -> tuple[tuple[int, int, int], ...]:
    """The heat-map's colours from same to very different, for its legend."""
    levels = np.linspace(0, 255, steps).astype(np.uint8).reshape(1, -1)
    bgr = cv2.applyColorMap(levels, cv2.COLORMAP_INFERNO)[0]
    return tuple((int(red), int(green), int(blue)) for blue, green, red in bgr)
