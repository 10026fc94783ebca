"""How much fine detail a picture holds."""

from __future__ import annotations

import cv2
import numpy as np

from restitch_app.analysis.arrays import Gray

FLOOR = 0.05  # keeps ratios of flat pictures finite


def detail_energy(luma: Gray) -> float:
    """Mean square of what a Gaussian of sigma 1 px takes away, plus 0.05; in squared levels."""
    picture = luma.astype(np.float32)
    smooth = np.asarray(cv2.GaussianBlur(picture, (0, 0), 1.0), dtype=np.float32)
    return cv2.norm(picture, smooth, cv2.NORM_L2SQR) / picture.size + FLOOR
