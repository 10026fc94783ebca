"""What shows only block by block: each part of the picture against what is usual for that part.

A mean over the picture is ruled by its restless parts: where a train passes, a face that jumps by a
pixel is lost. Each block is compared with itself at the natural pairs, and the blocks vote.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from restitch_app.analysis.arrays import Floats
from restitch_app.analysis.blocks import block_means
from restitch_app.analysis.window import SeamWindow

REST_PX = 0.25
"""On both sides of a ratio of motions, so that a block at rest is not restless for nothing."""
RESTLESS_SHARE = 75
"""Percentile of the blocks: a quarter of the picture has to be out of step."""


def detail_change(window: SeamWindow, t: int) -> float:
    """abs of the median block's step of log2 detail energy across pair t; 0 and up.

    One pair, not four frames a side: a lossy or invented texture steps everywhere at once.
    """
    before, after = window.pictures[t].detail_blocks, window.pictures[t + 1].detail_blocks
    return abs(float(np.median(after - before)))


def usual_jumps(window: SeamWindow, pairs: Iterable[int]) -> Floats | None:
    """Median length of R in each block over these pairs, px; None where none has a flow."""
    known = [jumps for t in pairs if (jumps := _jumps(window, t)) is not None]
    return np.median(np.stack(known), axis=0).astype(np.float32) if known else None


def unrest(window: SeamWindow, usual: Floats | None, t: int) -> float | None:
    """log2 of how many times further than `usual_jumps` the blocks jump at pair t.

    R is what the neighbouring pairs do not explain (`motion.residual_motion`); the upper quartile
    of the blocks. None at the ends of the window and without a flow.
    """
    jumps = _jumps(window, t)
    if jumps is None or usual is None:
        return None
    return float(np.percentile(np.log2((jumps + REST_PX) / (usual + REST_PX)), RESTLESS_SHARE))


def _jumps(window: SeamWindow, t: int) -> Floats | None:
    residual = window.residual(t)
    if residual is None:
        return None
    across = block_means(residual.displacement)
    return np.asarray(np.hypot(across[..., 0], across[..., 1]), dtype=np.float32)
