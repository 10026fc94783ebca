"""Optical flow between neighbouring luma pictures."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeAlias, TypeVar, cast

import cv2
import numpy as np

from restitch_app.analysis.arrays import Floats, Gray
from restitch_app.analysis.scale import resized

# Below this DIS (two levels, patches of 8 px) has no room at half size.
SMALLEST_SIDE_PX = 64

HalfFlow: TypeAlias = Callable[[Gray, Gray], Floats]
"""Takes the left and the right picture at half size and says where each point of the right one was
in the left: (height, width, 2), x and y, in half-size px. Safe on any thread."""

Picture = TypeVar("Picture", Gray, Floats)

_own = threading.local()


def has_room_for_flow(picture: Gray) -> bool:
    """Whether a flow can be estimated at half of this size."""
    height, width = picture.shape
    return min(int(height), int(width)) >= SMALLEST_SIDE_PX


def dis_flow(left_half: Gray, right_half: Gray) -> Floats:
    """DIS, medium preset (Kroeger et al. 2016): the `HalfFlow` that seams are measured by."""
    return _dis("dis", _Dis).flow(right_half, left_half)


def quick_flow(left_half: Gray, right_half: Gray) -> Floats:
    """DIS on a coarser grid and without its last refinement, in a quarter of the time: a `HalfFlow`
    for ranking by the mean motion of many pairs. Nothing is warped by it or shown."""
    return _dis("quick", _QuickDis).flow(right_half, left_half)


def farneback_flow(left_half: Gray, right_half: Gray) -> Floats:
    """Polynomial expansion (Farneback 2003): a `HalfFlow` of another kind, to check results by."""
    flow = cv2.calcOpticalFlowFarneback(
        right_half,
        left_half,
        None,
        0.5,
        4,
        21,
        3,
        7,
        1.5,
        cv2.OPTFLOW_FARNEBACK_GAUSSIAN,  # type: ignore[call-overload]
    )
    return np.asarray(flow, dtype=np.float32)


def mean_length_px(flow: Floats) -> float:
    """Mean length of the vectors of a flow."""
    return float(np.mean(cv2.magnitude(flow[..., 0], flow[..., 1])))


def halved(picture: Gray) -> Gray:
    """Luma or RGB at half the width and height, rounded down."""
    height, width = picture.shape[:2]
    return resized(picture, width // 2, height // 2)


def warped(picture: Picture, flow: Floats) -> Picture:
    """`picture` (the left one, luma or more channels) moved along a backward flow of its size.

    Linear; what would come from outside repeats the border.
    """
    height, width = picture.shape[:2]
    columns, rows = _grid(height, width)
    moved = cv2.remap(
        picture,
        columns + flow[..., 0],
        rows + flow[..., 1],
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return cast(Picture, moved)


def enlarged(flow: Floats, width: int, height: int) -> Floats:
    """A half-size flow for pictures of `width` x `height` px, in px of that size."""
    return 2 * np.asarray(
        cv2.resize(flow, (width, height), interpolation=cv2.INTER_LINEAR), dtype=np.float32
    )


def _grid(height: int, width: int) -> tuple[Floats, Floats]:
    columns = np.arange(width, dtype=np.float32)[np.newaxis, :]
    rows = np.arange(height, dtype=np.float32)[:, np.newaxis]
    return columns, rows


class _Dis:
    """OpenCV's estimator holds buffers, so there is one a thread; what it came to must not stay.

    For a small picture it sets its scales and patches itself, and keeps them: the next flow, of
    that size or another, would depend on what was measured before it.
    """

    def __init__(self) -> None:
        self._finder = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
        self._finest_scale = self._finder.getFinestScale()
        self._patch_px = self._finder.getPatchSize()

    def flow(self, start: Gray, end: Gray) -> Floats:
        self._finder.setFinestScale(self._finest_scale)
        self._finder.setPatchSize(self._patch_px)
        found = self._finder.calc(start, end, None)  # type: ignore[call-overload]
        return np.asarray(found, dtype=np.float32)


class _QuickDis(_Dis):
    """On 20 windows of five real clips the re-extraction it ranks was the one that `_Dis` ranks."""

    def __init__(self) -> None:
        super().__init__()
        self._finder.setPatchStride(4)  # 3 in the medium preset
        self._finder.setGradientDescentIterations(8)  # 25
        self._finder.setVariationalRefinementIterations(0)  # 5


def _dis(kind: str, make: Callable[[], _Dis]) -> _Dis:
    found: _Dis | None = getattr(_own, kind, None)
    if found is None:
        found = make()
        setattr(_own, kind, found)
    return found
