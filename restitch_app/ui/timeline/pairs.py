"""Pairs of neighbouring frames on the screen: pair n is scene frames n and n + 1."""

from __future__ import annotations

import math
from dataclasses import dataclass

from restitch_app.ui.timeline.scale import TimeScale

REACH_PX = 2.0
"""How far from a pair a point still means it."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Neighbours that were hit together. At least one."""

    start: int
    stop: int


def pair_x(scale: TimeScale, pair: int) -> float:
    """In the lane: where its second frame begins."""
    return scale.x_of(pair + 1)


def visible_pairs(scale: TimeScale) -> tuple[list[int], int]:
    """Those in sight, one a pixel at most, and the first one beyond the last.

    What lies between two of them belongs to the first one's pixel.
    """
    count = scale.frames - 1
    if count < 1:
        return [], 0
    first_frame, stop_frame = scale.visible()
    first, stop = max(0, first_frame - 1), min(count, stop_frame)
    if scale.frame_px >= 1:
        return list(range(first, stop)), stop
    zero_px = pair_x(scale, 0)
    begin_px = math.floor(pair_x(scale, first))
    columns = range(math.ceil((stop - first) * scale.frame_px) + 1)
    found = (math.ceil((begin_px + n - zero_px) / scale.frame_px) for n in columns)
    return [pair for pair in found if first <= pair < stop], stop


def pairs_at(scale: TimeScale, lane_x: float) -> Pairs | None:
    """All that lie so near that they cannot be told apart, or else the nearest one.

    None beside the scene.
    """
    count = scale.frames - 1
    if count < 1 or not scale.x_of(0) <= lane_x < scale.x_of(scale.frames):
        return None
    at = (lane_x - pair_x(scale, 0)) / scale.frame_px
    reach = REACH_PX / scale.frame_px
    start, stop = math.ceil(at - reach), math.floor(at + reach) + 1
    if start >= stop:
        start = round(at)
    start = min(max(start, 0), count - 1)
    return Pairs(start, min(max(stop, start + 1), count))
