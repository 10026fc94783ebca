"""Brightness, contrast, colour and sharpness of one frame."""

from __future__ import annotations

import math

import cv2
import numpy as np

from restitch_app.analysis.arrays import Gray, Rgb
from restitch_app.analysis.sharpness import detail_energy
from restitch_app.domain.drift import Quantity, Tone


def tone(luma: Gray, rgb_small: Rgb) -> Tone:
    """`luma` at the analysis size, `rgb_small` of the same frame at any smaller size.

    Colour is CIE L*a*b* (D65, from sRGB) of the small picture: fine coloured grain, which the eye
    averages as well, counts less than in the whole one.
    """
    mean, deviation = cv2.meanStdDev(luma)
    lab = cv2.cvtColor(rgb_small.astype(np.float32) / 255, cv2.COLOR_RGB2Lab)
    green_red, blue_yellow = lab[..., 1], lab[..., 2]
    return {
        Quantity.BRIGHTNESS: float(mean[0, 0]) / 2.55,
        Quantity.CONTRAST: float(deviation[0, 0]) / 2.55,
        Quantity.CHROMA: float(np.hypot(green_red, blue_yellow).mean()),
        Quantity.SHARPNESS: math.log2(detail_energy(luma)),
        Quantity.GREEN_RED: float(green_red.mean()),
        Quantity.BLUE_YELLOW: float(blue_yellow.mean()),
    }
