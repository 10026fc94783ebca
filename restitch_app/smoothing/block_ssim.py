"""SSIM in 8x8 blocks for every pair of two windows at once: fast, good for ranking only."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from restitch_app.analysis.arrays import Floats, Gray
from restitch_app.analysis.ssim import C1, C2

SIDE_PX = 8
CHUNK_BLOCKS = 128  # their products stay in the processor's cache


def block_ssim(left: Sequence[Gray], right: Sequence[Gray], row_step: int = 1) -> Floats:
    """Scores of shape (len(left), len(right)); pictures of one size, at least 8 px a side.

    The products of all pairs come from one matrix product a block. Correlates with the exact SSIM
    at .996 and above, but sits at another level: rank with it, never show it. `row_step`: only
    every so-manieth row of blocks counts.
    """
    x, y = _blocks(left, row_step), _blocks(right, row_step)
    total = np.zeros((len(left), len(right)), np.float32)
    for start in range(0, len(x), CHUNK_BLOCKS):
        chunk = slice(start, start + CHUNK_BLOCKS)
        total += _scores(x[chunk], y[chunk]).sum(axis=0)
    return total / np.float32(len(x))


def _scores(x: Floats, y: Floats) -> Floats:
    """Of blocks (count, frames, 64): shape (count, frames of x, frames of y)."""
    mean_x, mean_y = x.mean(axis=2), y.mean(axis=2)
    around_x, around_y = x - mean_x[..., np.newaxis], y - mean_y[..., np.newaxis]
    likeness = np.matmul(around_x, around_y.transpose(0, 2, 1))
    likeness *= np.float32(2 / SIDE_PX**2)
    likeness += np.float32(C2)
    means = mean_x[:, :, np.newaxis] * mean_y[:, np.newaxis, :]
    means *= 2
    means += np.float32(C1)
    likeness *= means
    likeness /= _outer_sum(mean_x**2, mean_y**2, C1)
    likeness /= _outer_sum(_power(around_x), _power(around_y), C2)
    return np.asarray(likeness, dtype=np.float32)


def _outer_sum(x: Floats, y: Floats, constant: float) -> Floats:
    total = np.add(x[:, :, np.newaxis], (y + np.float32(constant))[:, np.newaxis, :])
    return np.asarray(total, dtype=np.float32)


def _power(around: Floats) -> Floats:
    powers = np.einsum("bfp,bfp->bf", around, around) / np.float32(SIDE_PX**2)
    return np.asarray(powers, dtype=np.float32)


def _blocks(frames: Sequence[Gray], row_step: int) -> Floats:
    """Shape (blocks, frames, 64); what is left over at the right and the bottom is cut off."""
    rows, columns = frames[0].shape[0] // SIDE_PX, frames[0].shape[1] // SIDE_PX
    stack = np.stack([frame[: rows * SIDE_PX, : columns * SIDE_PX] for frame in frames])
    tiles = stack.reshape(len(frames), rows, SIDE_PX, columns, SIDE_PX)[:, ::row_step]
    ordered = tiles.transpose(1, 3, 0, 2, 4).reshape(-1, len(frames), SIDE_PX**2)
    return ordered.astype(np.float32)
