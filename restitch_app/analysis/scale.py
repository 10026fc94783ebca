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


def middle_crop(picture: Rgb, width_px: int, height_px: int) -> Rgb:
    """Scaled to cover that size and cut evenly from both sides, as ComfyUI's "center" crop does.

    A picture of that size already stays as it is, sample for sample.
    """
    have_h, have_w = picture.shape[:2]
    if (have_w, have_h) == (width_px, height_px):
        return picture
    scale = max(width_px / have_w, height_px / have_h)
    scaled_w = max(width_px, round(have_w * scale))
    scaled_h = max(height_px, round(have_h * scale))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    scaled = cv2.resize(picture, (scaled_w, scaled_h), interpolation=how)
    left, top = (scaled_w - width_px) // 2, (scaled_h - height_px) // 2
    cut = scaled[top : top + height_px, left : left + width_px]
    return np.ascontiguousarray(cut, dtype=np.uint8)
