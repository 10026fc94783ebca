"""What a treatment costs: the fine detail that the treated frames have lost."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from restitch_app.analysis.arrays import Gray
from restitch_app.analysis.sharpness import detail_energy

LARGEST_SHARPNESS_LOSS = 0.10
"""From here up a treatment visibly blurs (reviewed pairs; see `sharpness_loss`)."""

FRAMES_A_SIDE = 4


def sharpness_loss(
    left: Sequence[Gray],
    right: Sequence[Gray],
    treated_left: Sequence[Gray],
    treated_right: Sequence[Gray],
) -> float:
    """Largest relative drop of fine detail that the treatment added, 0 (none) to 1.

    Luma in scene order: the frames around the boundary before and after. Detail is compared with
    the poorer of the two sides (median of the four frames next to the boundary), and a drop that
    was there before does not count. Raises ValueError when a side is empty.
    """
    if not (left and right and treated_left and treated_right):
        raise ValueError("sharpness loss needs frames on each side, before and after")
    usual = min(
        median(detail_energy(frame) for frame in left[-FRAMES_A_SIDE:]),
        median(detail_energy(frame) for frame in right[:FRAMES_A_SIDE]),
    )
    before = _largest_drop((*left, *right), usual)
    after = _largest_drop((*treated_left, *treated_right), usual)
    return max(0.0, after - before)


def _largest_drop(frames: Sequence[Gray], usual: float) -> float:
    return max(0.0, max(1 - detail_energy(frame) / usual for frame in frames))
