"""Where two frames that meet differ beyond the motion around them, as a heat-map."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np

from restitch_app.analysis.arrays import Floats, Rgb
from restitch_app.analysis.flow import dis_flow, has_room_for_flow, warped
from restitch_app.analysis.seam_picture import SeamPicture

VERY_DIFFERENT = 15.0
"""CIE76 beyond natural motion at which the heat-map is at its brightest."""
UNSEEN = 1.0
"""CIE76 that nobody sees; what two encoders leave of one picture."""
MOTION_REACH_PX = 5
"""Half-size px: what the motion next to a pixel leaves unexplained excuses the pixel too."""
BLUR_PX = 1.0


def excess_difference(before: Sequence[SeamPicture], after: Sequence[SeamPicture]) -> Floats:
    """CIE76 by which the two frames that meet differ beyond the motion on both sides.

    Scene order, one size; the last of `before` and the first of `after` meet. Returns float32 at
    half of the pictures' size. Motion is taken out twice. The left frame is moved on as the frames
    before and after it move (DIS flow), so that what just goes on moving is no difference. What
    this leaves between two neighbours beside the boundary is natural, and is subtracted. Pictures
    too small for a flow are compared as they stand; without a second frame on either side nothing
    is subtracted.
    """
    pictures = (*before[-3:], *after[:3])
    seam = len(before[-3:]) - 1
    flows = _flows(pictures)
    found = _unexplained(pictures, flows, seam)
    reach = np.ones((MOTION_REACH_PX, MOTION_REACH_PX), np.uint8)
    natural = [
        cv2.dilate(_unexplained(pictures, flows, pair), reach)
        for pair in (seam - 1, seam + 1)
        if 0 <= pair < len(pictures) - 1
    ]
    if natural:
        # The lesser side: a fault in one of the two frames shows on its own side as at the seam.
        found = found - np.minimum.reduce(natural)
    return np.asarray(np.maximum(found, 0), np.float32)


def heat_map(before: Sequence[SeamPicture], after: Sequence[SeamPicture]) -> Rgb:
    """The same as colours over the right frame, dimmed; uint8 (height, width, 3) at its size."""
    luma = after[0].luma
    height, width = luma.shape
    excess = np.maximum(excess_difference(before, after) - UNSEEN, 0)
    share = np.clip(cv2.resize(excess, (width, height)) / (VERY_DIFFERENT - UNSEEN), 0, 1)
    levels = np.asarray(np.rint(share * 255), np.uint8)
    bgr = cv2.applyColorMap(levels, cv2.COLORMAP_INFERNO)
    heat = np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), np.float32)
    ground = cv2.cvtColor(luma, cv2.COLOR_GRAY2RGB).astype(np.float32) * 0.3
    cover = np.clip(share * 3, 0, 1)[..., None]
    return np.asarray(np.rint(ground * (1 - cover) + heat * cover), np.uint8)


def heat_scale(steps: int = 64) -> tuple[tuple[int, int, int], ...]:
    """The heat-map's colours from same to very different, for its legend."""
    levels = np.linspace(0, 255, steps).astype(np.uint8).reshape(1, -1)
    bgr = cv2.applyColorMap(levels, cv2.COLORMAP_INFERNO)[0]
    return tuple((int(red), int(green), int(blue)) for blue, green, red in bgr)


def _flows(pictures: Sequence[SeamPicture]) -> list[Floats]:
    """Half-size backward flow of every pair; empty where there is no room for one."""
    if not all(has_room_for_flow(picture.luma) for picture in pictures):
        return []
    return [dis_flow(one.half, other.half) for one, other in pairwise(pictures)]


def _unexplained(pictures: Sequence[SeamPicture], flows: Sequence[Floats], pair: int) -> Floats:
    """CIE76 of a pair where neither standing still nor going on as its neighbours do explains it.

    The pair's own flow is not asked: it would explain the very jump that is looked for.
    """
    left, right = pictures[pair].half_lab, pictures[pair + 1].half_lab
    guesses = [left] + [
        warped(left, flows[one]) for one in (pair - 1, pair + 1) if 0 <= one < len(flows)
    ]
    return np.asarray(np.minimum.reduce([_distance(guess, right) for guess in guesses]), np.float32)


def _distance(one: Floats, other: Floats) -> Floats:
    difference = cv2.GaussianBlur(one - other, (0, 0), BLUR_PX)
    return np.asarray(np.linalg.norm(difference, axis=2), np.float32)
