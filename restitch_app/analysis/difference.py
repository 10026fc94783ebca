"""How far two frames that meet differ beyond the motion around them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np

from restitch_app.analysis.arrays import Floats
from restitch_app.analysis.flow import dis_flow, has_room_for_flow, warped
from restitch_app.analysis.seam_picture import SeamPicture

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
