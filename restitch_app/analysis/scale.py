"""One common size for everything that is measured: SSIM depends on the scale it is taken at."""

from __future__ import annotations

import cv2
import numpy as np

from restitch_app.analysis.arrays import Gray, Rgb

ANALYSIS_HEIGHT_PX = 360


def to_analysis_size(picture: Gray | Rgb, height: int = ANALYSIS_HEIGHT_PX) -> Gray | Rgb:
    """Luma or RGB at `height` px, its aspect kept to the nearest even width.

    Area averaging when shrinking (no aliasing), cubic when enlarging, so that pictures of two sizes
    meet at one scale. A picture that fits already is returned as it is, not copied.
    """
    rows, columns = picture.shape[:2]
    width = max(2, 2 * round(columns * height / rows / 2))
    return resized(picture, width, height)


def resized(picture: Gray | Rgb, width: int, height: int) -> Gray | Rgb:
    """Luma or RGB at exactly this size, in px."""
    rows, columns = picture.shape[:2]
    if (columns, rows) == (width, height):
        return picture
    how = cv2.INTER_AREA if height < rows or width < columns else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, (width, height), interpolation=how), dtype=np.uint8)
