"""Optical flow between neighbouring luma pictures."""

from __future__ import annotations

import cv2
import numpy as np

from restitch_app.analysis.arrays import Floats, Gray, check_same_gray
from restitch_app.analysis.scale import resized

# Below this DIS (two levels, patches of 8 px) has no room at half size.
SMALLEST_SIDE_PX = 64


def has_room_for_flow(picture: Gray) -> bool:
    """Whether `FlowEstimator` takes pictures of this size."""
    height, width = picture.shape
    return min(int(height), int(width)) >= SMALLEST_SIDE_PX


class FlowEstimator:
    """DIS flow, medium preset, at half size. Keep one a thread: the estimator holds buffers."""

    def __init__(self) -> None:
        self._dis = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)

    def backward(self, left: Gray, right: Gray) -> Floats:
        """Where each point of `right` was in `left`: (height/2, width/2, 2), x and y.

        Lengths are in pixels of the full-size pictures. Raises ValueError for two sizes and for a
        side below 64 px.
        """
        check_same_gray(left, right, SMALLEST_SIDE_PX)
        flow = self._dis.calc(_halved(right), _halved(left), None)  # type: ignore[call-overload]
        return 2 * np.asarray(flow, dtype=np.float32)


def mean_length_px(flow: Floats) -> float:
    """Mean length of the vectors of a flow."""
    return float(np.mean(np.hypot(flow[..., 0], flow[..., 1])))


def _halved(picture: Gray) -> Gray:
    height, width = picture.shape
    return resized(picture, width // 2, height // 2)
