"""The shapes of pictures that the analysis and the smoothing pass around."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Gray: TypeAlias = NDArray[np.uint8]
"""Luma (the Y plane, expanded to full range 0-255), shape (height, width)."""

Rgb: TypeAlias = NDArray[np.uint8]
"""Red, green, blue, 0-255, shape (height, width, 3)."""

Floats: TypeAlias = NDArray[np.float32]


def check_same_gray(left: Gray, right: Gray, smallest_side_px: int = 1) -> None:
    """Raise ValueError unless both are uint8 (height, width), of one size and not too small."""
    for picture in (left, right):
        if picture.dtype != np.uint8 or picture.ndim != 2:
            raise ValueError(f"not a luma picture: {picture.dtype} {picture.shape}")
    if left.shape != right.shape:
        raise ValueError(f"pictures of two sizes: {left.shape} and {right.shape}")
    if min(left.shape) < smallest_side_px:
        raise ValueError(f"picture too small: {left.shape}, needs {smallest_side_px} px a side")
