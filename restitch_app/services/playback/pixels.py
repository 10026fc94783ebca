"""What one pixel of a frame is, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np

from restitch_app.analysis.arrays import Gray
from restitch_app.services.playback.frames import Picture

Luma: TypeAlias = Gray
"""Y at full range, uint8, shape (height, width)."""


@dataclass(frozen=True, slots=True)
class PixelValue:
    red: int
    green: int
    blue: int
    """8 bits each, full range."""
    luma: int | None
    """Y at full range, 8 bits; None where the decoded frame is not held any more."""
    is_exact: bool
    """False while the playhead moves: then colours may be 1.5 of 255 too dark."""


def pixel_value(picture: Picture, luma: Luma | None, x: int, y: int) -> PixelValue:
    """Column `x`, row `y`, from 0. Raises IndexError outside the picture."""
    blue, green, red = (int(one) for one in picture.pixels[y, x, :3])
    level = int(luma[y, x]) if luma is not None and luma.shape == picture.pixels.shape[:2] else None
    return PixelValue(red, green, blue, level, picture.is_exact)


def delta_e(a: PixelValue, b: PixelValue) -> float:
    """How far apart two colours look: CIE76, the distance in CIELAB (D65); about 2.3 is just seen.

    Both are taken to be sRGB. Source: CIE 15:2004, section 8.2.
    """
    pair = np.array([[[a.red, a.green, a.blue], [b.red, b.green, b.blue]]], np.float32) / 255
    first, second = cv2.cvtColor(pair, cv2.COLOR_RGB2Lab)[0]
    return float(np.linalg.norm(first - second))
