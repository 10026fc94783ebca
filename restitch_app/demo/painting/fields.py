"""Noise and the small field operations that all painting is made of. Fields are float32."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

Field = NDArray[np.float32]
Picture = NDArray[np.float32]
"""Shape (height, width, 3), sRGB from 0 to 1."""


def smooth(value: ArrayLike, low: float = 0.0, high: float = 1.0) -> Field:
    """Smoothstep from 0 at `low` to 1 at `high`."""
    part = np.asarray((np.asarray(value, np.float32) - low) / (high - low), np.float32).clip(0, 1)
    return np.asarray(part * part * (3 - 2 * part), np.float32)


def clouds(
    rng: np.random.Generator, shape: tuple[int, int], cell: tuple[float, float], octaves: int
) -> Field:
    """Fractal noise from 0 to 1 (mean 0.5). `cell`: the coarsest grain's height, width in px."""
    total = np.zeros(shape, np.float32)
    strength, whole = 1.0, 0.0
    cell_h, cell_w = cell
    for _ in range(octaves):
        grid = (int(shape[0] / cell_h) + 4, int(shape[1] / cell_w) + 4)
        fine = cv2.resize(
            rng.random(grid).astype(np.float32),
            (int(grid[1] * cell_w), int(grid[0] * cell_h)),
            interpolation=cv2.INTER_CUBIC,
        )
        top, left = int(cell_h * 1.5), int(cell_w * 1.5)
        total += strength * fine[top : top + shape[0], left : left + shape[1]]
        whole += strength
        strength *= 0.5
        cell_h, cell_w = max(1.0, cell_h / 2), max(1.0, cell_w / 2)
    stretched = np.asarray((total / whole - 0.5) * 1.6 + 0.5, np.float32)
    return stretched.clip(0, 1)


def tile(rng: np.random.Generator, side: int, waves: int, low: int, high: int) -> Field:
    """Noise that repeats without a seam: `waves` plane waves of `low`..`high` periods a side."""
    ramp = np.linspace(0, 2 * np.pi, side, endpoint=False, dtype=np.float32)
    total = np.zeros((side, side), np.float32)
    for _ in range(waves):
        across, along = rng.integers(-high, high + 1), rng.integers(low, high + 1)
        phase = np.float32(rng.uniform(0, 2 * np.pi))
        total += np.sin(across * ramp[None, :] + along * ramp[:, None] + phase) / np.float32(
            np.hypot(across, along) ** 0.5
        )
    return np.asarray(total / total.std(), np.float32)


def shifted(layer: Field, left: float, width: int) -> Field:
    """`width` columns from `left` (px, fractional, at least 2) of a wider layer.

    A four-tap Catmull-Rom filter: slow layers keep their sharpness while they slide.
    """
    whole = int(left)
    part = left - whole
    cut = layer[:, whole - 1 : whole + width + 2]
    a, b, c, d = (-0.5, 1.5, -1.5, 0.5), (1.0, -2.5, 2.0, -0.5), (-0.5, 0.0, 0.5, 0.0), (0, 1, 0, 0)
    kernel = np.array(
        [[((a[k] * part + b[k]) * part + c[k]) * part + d[k] for k in range(4)]], np.float32
    )
    moved = cv2.filter2D(cut, -1, kernel, anchor=(1, 0), borderType=cv2.BORDER_REPLICATE)
    return np.ascontiguousarray(moved[:, 1 : 1 + width], np.float32)


def blend(picture: Picture, layer: Field, colours: list[Field]) -> None:
    """Lay `layer` over `picture`, in place. Its channels say how much of each colour a pixel has;
    their sum is how much of the picture they hide."""
    # Row by row: as one thin matrix, BLAS would start threads that cost ten times the work itself.
    paint = layer @ np.stack(colours)
    picture *= 1 - layer @ np.ones((layer.shape[2], 3), np.float32)
    picture += paint


def halved(layer: Field) -> Field:
    height, width = layer.shape[:2]
    small = cv2.resize(layer, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.float32)
