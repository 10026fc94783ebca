"""One common size for everything that is measured: SSIM depends on the scale it is taken at."""

from __future__ import annotations

import cv2
import numpy as np

from restitch_app.analysis.arrays import Gray

ANALYSIS_HEIGHT_PX = 360


def to_analysis_size(luma: Gray, height: int = ANALYSIS_HEIGHT_PX) -> Gray:
    """The picture at `height` px, its aspect kept to the nearest even width.

    Area averaging when shrinking (no aliasing), cubic when enlarging, so that pictures of two sizes
    meet at one scale. A picture that fits already is returned as it is, not copied.
    """
    rows, columns = luma.shape
    width = max(2, 2 * round(columns * height / rows / 2))
    return resized(luma, width, height)


def resized(luma: Gray, width: int, height: int) -> Gray:
    """The picture at exactly this size, in px."""
    rows, columns = luma.shape
    if (columns, rows) == (width, height):
        return luma
    how = cv2.INTER_AREA if height < rows or width < columns else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(luma, (width, height), interpolation=how), dtype=np.uint8)
