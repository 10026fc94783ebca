"""SSIM in 8x8 blocks for every pair of two windows at once: fast, good for ranking only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from restitch_app.analysis.arrays import Floats, Gray
from restitch_app.analysis.ssim import C1, C2

SIDE_PX = 8
PIXELS = SIDE_PX**2

Octets: TypeAlias = NDArray[np.uint64]
"""Eight pixels side by side as one number: moved about in an eighth of the time."""


def block_ssim(left: Sequence[Gray], right: Sequence[Gray], row_step: int = 1) -> Floats:
    """Scores of shape (len(left), len(right)); pictures of one size, at least 8 px a side.

    The products of all pairs come from one matrix product a block. Correlates with the exact SSIM
    at .996 and above, but sits at another level: rank with it, never show it. `row_step`: only
    every so-manieth row of blocks counts.
    """
    x, y = _octets(left, row_step), _octets(right, row_step)
    total = np.zeros((len(left), len(right)), np.float32)
    for row in range(x.shape[1]):  # of blocks: its products stay in the processor's cache
        total += _scores(_blocks(x[:, row]), _blocks(y[:, row])).sum(axis=0)
    return total / np.float32(x.shape[1] * x.shape[3])


def _scores(x: Floats, y: Floats) -> Floats:
    """Of blocks (count, frames, 64): shape (count, frames of x, frames of y).

    Moments are not taken around the mean: what float32 loses of 255 squared is .0001 of C2.
    """
    mean_x, mean_y = _mean(x), _mean(y)
    scores = np.matmul(x, y.transpose(0, 2, 1))
    scores *= np.float32(2 / PIXELS)
    terms = (2 * mean_x)[:, :, np.newaxis] * mean_y[:, np.newaxis, :]
    scores -= terms
    scores += np.float32(C2)
    terms += np.float32(C1)
    scores *= terms
    scores /= _outer_sum(mean_x**2, mean_y**2, C1)
    scores /= _outer_sum(_power(x) - mean_x**2, _power(y) - mean_y**2, C2)
    return np.asarray(scores, dtype=np.float32)


def _outer_sum(x: Floats, y: Floats, constant: float) -> Floats:
    total = np.add(x[:, :, np.newaxis], (y + np.float32(constant))[:, np.newaxis, :])
    return np.asarray(total, dtype=np.float32)


def _mean(blocks: Floats) -> Floats:
    return np.asarray(blocks @ np.full(PIXELS, 1 / PIXELS, np.float32), dtype=np.float32)


def _power(blocks: Floats) -> Floats:
    powers = np.einsum("bfp,bfp->bf", blocks, blocks) / np.float32(PIXELS)
    return np.asarray(powers, dtype=np.float32)


def _octets(frames: Sequence[Gray], row_step: int) -> Octets:
    """Shape (frames, rows of blocks, 8, columns of blocks); what is left over is cut off."""
    rows, columns = frames[0].shape[0] // SIDE_PX, frames[0].shape[1] // SIDE_PX
    stack = np.stack([frame[: rows * SIDE_PX, : columns * SIDE_PX] for frame in frames])
    return stack.view(np.uint64).reshape(len(frames), rows, SIDE_PX, columns)[:, ::row_step]


def _blocks(row: Octets) -> Floats:
    """One row of blocks of all frames: shape (columns of blocks, frames, 64)."""
    ordered = np.ascontiguousarray(row.transpose(2, 0, 1))
    return ordered.view(np.uint8).astype(np.float32)
