"""SSIM in 8x8 blocks for every pair of two windows at once: fast, good for ranking only."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from restitch_app.analysis.arrays import Floats, Gray
from restitch_app.analysis.ssim import C1, C2

SIDE_PX = 8


def block_ssim(left: Sequence[Gray], right: Sequence[Gray]) -> Floats:
    """Scores of shape (len(left), len(right)); pictures of one size, at least 8 px a side.

    The products of all pairs come from one matrix product a block. Correlates with the exact SSIM
    at .996 and above, but sits at another level: rank with it, never show it.
    """
    x, y = _blocks(left), _blocks(right)
    mean_x, mean_y = x.mean(axis=2), y.mean(axis=2)
    variance_x, variance_y = x.var(axis=2), y.var(axis=2)
    products = np.matmul(x, y.transpose(0, 2, 1)) / np.float32(SIDE_PX * SIDE_PX)
    means = mean_x[:, :, None] * mean_y[:, None, :]
    likeness = (2 * means + np.float32(C1)) * (2 * (products - means) + np.float32(C2))
    squares = (mean_x**2)[:, :, None] + (mean_y**2)[:, None, :] + np.float32(C1)
    variances = variance_x[:, :, None] + variance_y[:, None, :] + np.float32(C2)
    return np.asarray((likeness / (squares * variances)).mean(axis=0), dtype=np.float32)


def _blocks(frames: Sequence[Gray]) -> Floats:
    """Shape (blocks, frames, 64); what is left over at the right and the bottom is cut off."""
    rows, columns = frames[0].shape[0] // SIDE_PX, frames[0].shape[1] // SIDE_PX
    stack = np.stack([frame[: rows * SIDE_PX, : columns * SIDE_PX] for frame in frames])
    tiles = stack.reshape(len(frames), rows, SIDE_PX, columns, SIDE_PX)
    ordered = tiles.transpose(1, 3, 0, 2, 4).reshape(rows * columns, len(frames), SIDE_PX**2)
    return ordered.astype(np.float32)
