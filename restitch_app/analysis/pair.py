"""Two neighbouring frames measured: what does not follow from motion?"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass

import numpy as np

from restitch_app.analysis.arrays import Floats
from restitch_app.analysis.blocks import block_means
from restitch_app.analysis.flow import (
    HalfFlow,
    dis_flow,
    enlarged,
    has_room_for_flow,
    mean_length_px,
    warped,
)
from restitch_app.analysis.seam_picture import SeamPicture
from restitch_app.analysis.ssim import ssim

HELD_PAIRS = 192
"""Some 90 MB of flow at 360 lines: a boundary's 23 pairs and those of its candidates."""


@dataclass(frozen=True, slots=True, eq=False)
class PairMeasures:
    """Of the pair t = (left, right); the symbols are those of seams.md section 1."""

    ssim: float
    """s(t)."""
    compensated_ssim: float | None
    """fs(t): SSIM between the left picture moved along the flow and the right one."""
    colour: float
    """dE(t): median CIE76 difference of the blocks, natural motion taken out."""
    lab: tuple[float, float, float]
    """Signed step of L*, a*, b*: medians over the blocks, right minus left."""
    chroma: float
    """Signed step of C* = hypot(a*, b*), median over the blocks."""
    lightness: float
    """L* of the left picture, median over the blocks: what a step of L* is compared with."""
    flow: Floats | None
    """F(t), right to left, at half size in px of the analysis size; None without room for it."""
    motion_px: float | None
    """mag(t), the mean length of F(t)."""


class PairCache:
    """Pairs that were measured already, by what the pictures show. Safe on any thread.

    Neighbouring checks of a scene and the candidates of one boundary share most of their pairs.
    """

    def __init__(self, flow: HalfFlow = dis_flow, held: int = HELD_PAIRS) -> None:
        self._flow = flow
        self._held = held
        self._found: OrderedDict[tuple[bytes, bytes], PairMeasures] = OrderedDict()
        self._lock = threading.Lock()

    def pair(self, left: SeamPicture, right: SeamPicture) -> PairMeasures:
        """Raises ValueError for two sizes and for a side below 11 px."""
        key = (left.digest, right.digest)
        with self._lock:
            found = self._found.get(key)
            if found is not None:
                self._found.move_to_end(key)
                return found
        measured = measure_pair(left, right, self._flow)
        with self._lock:
            self._found[key] = measured
            while len(self._found) > self._held:
                self._found.popitem(last=False)
        return measured


def measure_pair(left: SeamPicture, right: SeamPicture, flow: HalfFlow = dis_flow) -> PairMeasures:
    """Measure two pictures of one size, in scene order.

    Pictures under 64 px a side leave no room for a flow: colours are then compared in place and
    what needs motion is None. Raises ValueError for two sizes and for a side below 11 px.
    """
    similarity = ssim(left.luma, right.luma)
    if not has_room_for_flow(left.luma):
        return PairMeasures(similarity, None, *_colour(left.half_lab, right), None, None)
    half_flow = flow(left.half, right.half)
    height, width = left.luma.shape
    moved = warped(left.luma, enlarged(half_flow, width, height))
    moved_lab = warped(left.half_lab, half_flow)
    full_px = 2 * half_flow
    return PairMeasures(
        similarity,
        ssim(moved, right.luma),
        *_colour(moved_lab, right),
        full_px,
        mean_length_px(full_px),
    )


def _colour(
    left_lab: Floats, right: SeamPicture
) -> tuple[float, tuple[float, float, float], float, float]:
    """colour, lab, chroma and lightness of `PairMeasures` on a grid of blocks, 24 to a row."""
    left, after = block_means(left_lab), block_means(right.half_lab)
    step = after - left
    delta_e = float(np.median(np.sqrt((step**2).sum(axis=-1))))
    light, green_red, blue_yellow = (float(np.median(step[..., axis])) for axis in range(3))
    chroma = np.hypot(after[..., 1], after[..., 2]) - np.hypot(left[..., 1], left[..., 2])
    return (
        delta_e,
        (light, green_red, blue_yellow),
        float(np.median(chroma)),
        float(np.median(left[..., 0])),
    )
