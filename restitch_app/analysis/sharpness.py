"""How much fine detail a picture holds, and how crisp it is."""

from __future__ import annotations

import math

import cv2
import numpy as np

from restitch_app.analysis.arrays import Floats, Gray
from restitch_app.analysis.blocks import block_means

FLOOR = 0.05  # keeps ratios of flat pictures finite


def detail_energy(luma: Gray) -> float:
    """Mean square of what a Gaussian of sigma 1 px takes away, plus 0.05; in squared levels."""
    picture = luma.astype(np.float32)
    smooth = np.asarray(cv2.GaussianBlur(picture, (0, 0), 1.0), dtype=np.float32)
    return cv2.norm(picture, smooth, cv2.NORM_L2SQR) / picture.size + FLOOR


def detail_blocks(luma: Gray) -> Floats:
    """log2 of the same, mean by mean over a grid of blocks: float32 (rows, 24)."""
    picture = luma.astype(np.float32)
    picture -= np.asarray(cv2.GaussianBlur(picture, (0, 0), 1.0), dtype=np.float32)
    np.square(picture, out=picture)
    return np.asarray(np.log2(block_means(picture) + FLOOR), dtype=np.float32)


def crispness(luma: Gray, half: Gray) -> float:
    """log2 of fine detail against the detail of the same picture at half size.

    Detail energy alone falls by a factor of ten when a textured part leaves the picture; this
    moves by 0.6 at most in clips of six models, and loses 0.9 to 1.6 by a blur of sigma 1 px.
    """
    return math.log2(detail_energy(luma) / (detail_energy(half) + 1.0))
