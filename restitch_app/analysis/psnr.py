"""Peak signal-to-noise ratio: is it the same picture?"""

from __future__ import annotations

import math

import cv2
import numpy as np

from restitch_app.analysis.arrays import Gray, Rgb

SAME_PICTURE_DB = 45.0
"""Two decoded pictures at or above this are one picture that went through a codec."""


def psnr(left: Gray | Rgb, right: Gray | Rgb) -> float:
    """In dB for a peak of 255; infinity for equal pictures.

    Both uint8, (height, width) or (height, width, 3). Raises ValueError for two shapes.
    """
    if left.shape != right.shape or left.dtype != np.uint8 or right.dtype != np.uint8:
        raise ValueError(
            f"not two like pictures: {left.dtype} {left.shape}, {right.dtype} {right.shape}"
        )
    squares = cv2.norm(left, right, cv2.NORM_L2SQR)
    return math.inf if squares == 0 else 10 * math.log10(255.0**2 * left.size / squares)


def is_same_picture(left: Gray | Rgb, right: Gray | Rgb) -> bool:
    """True from SAME_PICTURE_DB up; pictures of two shapes are never the same."""
    return left.shape == right.shape and psnr(left, right) >= SAME_PICTURE_DB
