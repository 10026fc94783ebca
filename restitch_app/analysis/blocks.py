"""Pictures as coarse grids: what a part of the frame shows on the whole."""

from __future__ import annotations

import cv2
import numpy as np

from restitch_app.analysis.arrays import Floats

BLOCK_COLUMNS = 24


def block_means(picture: Floats) -> Floats:
    """Means over a grid of blocks, 24 to a row: (height, width[, n]) to (rows, 24[, n])."""
    height, width = picture.shape[:2]
    columns = min(BLOCK_COLUMNS, width)
    rows = min(height, max(1, round(columns * height / width)))
    return np.asarray(
        cv2.resize(picture, (columns, rows), interpolation=cv2.INTER_AREA), dtype=np.float32
    )
