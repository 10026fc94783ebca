"""Pictures between two pictures: the bridge over a boundary, and time made longer."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from restitch_app.analysis.arrays import Floats, Rgb
from restitch_app.smoothing.detail import at_least_as_sharp, band_energies, to_levels
from restitch_app.smoothing.fields import moved
from restitch_app.smoothing.seam import Reach
from restitch_app.smoothing.workspace import Workspace

LEAST_SAY = 0.05
EDGE_PX = 2.0
AGREEING_LEVELS = 8.0
LIGHT_SIGMA_PX = 12.0
LARGEST_TORN_SHARE = 0.10
"""Frames of one shot, five apart, reach 8 % in six clips; where legs came out double, 20 %."""


def between(first: Rgb, second: Rgb, position: float, workspace: Workspace) -> Rgb:
    """The picture at `position` from 0 (`first`) to 1 (`second`), by flow in both directions.

    Each point comes from the picture that shows it; where both do, from the nearer one rather.
    Where the two were moved to one place and still differ, from one of them alone: a mixture would
    show both, half transparent, which similarity and flow hardly notice but every viewer does.
    """
    workspace.check()
    from_first = moved(first, np.float32(position) * workspace.flow(first, second))
    from_second = moved(second, np.float32(1 - position) * workspace.flow(second, first))
    share = _share(first, second, position, workspace)
    doubt = _doubt(_signed(from_first, from_second, share))
    share = _grown(_decided(share, doubt), first)
    mixed = from_second + share[..., np.newaxis] * (from_first.astype(np.float32) - from_second)
    wanted = tuple(
        a ** (1 - position) * b**position
        for a, b in zip(
            band_energies(first, workspace), band_energies(second, workspace), strict=True
        )
    )
    return at_least_as_sharp(to_levels(np.asarray(mixed, dtype=np.float32)), wanted)


def bridged(
    left: Sequence[Rgb], right: Sequence[Rgb], reach: Reach, workspace: Workspace
) -> tuple[list[Rgb], list[Rgb]]:
    """New last frames of the left and first of the right (seams.md section 5, br).

    Scene order. The frame after them on either side is the anchor; ValueError is raised where it
    is missing, and where the two anchors show too different things: limbs would then fade away
    and come up elsewhere, which no measure of neighbouring frames minds.
    """
    if len(left) <= reach.left or len(right) <= reach.right:
        raise ValueError("a bridge needs a frame to stand on at either end")
    start, end = left[-1 - reach.left], right[reach.right]
    if torn_share(start, end, workspace) > LARGEST_TORN_SHARE:
        raise ValueError("the two sides show too different things for a bridge")
    new = [between(start, end, step / reach.steps, workspace) for step in range(1, reach.steps)]
    return new[: reach.left], new[reach.left :]


def resampled(run: Sequence[Rgb], count: int, workspace: Workspace) -> list[Rgb]:
    """`run` shown in `count` frames instead; its first and last stay as they are.

    Raises ValueError for runs and counts below 2.
    """
    if len(run) < 2 or count < 2:
        raise ValueError(f"cannot show {len(run)} frames in {count}")
    return [_at(run, number * (len(run) - 1) / (count - 1), workspace) for number in range(count)]


def _at(run: Sequence[Rgb], moment: float, workspace: Workspace) -> Rgb:
    whole = min(int(moment + 1e-9), len(run) - 1)
    rest = moment - whole
    return run[whole] if rest < 1e-6 else between(run[whole], run[whole + 1], rest, workspace)


def _share(first: Rgb, second: Rgb, position: float, workspace: Workspace) -> Floats:
    """How much comes from `first` at each point, at the size of the flows.

    Trust is taken at the same point of both pictures: it is smooth, and the steps are small.
    """
    from_first = (1 - position) * (LEAST_SAY + _softened(workspace.trust(first, second)))
    from_second = position * (LEAST_SAY + _softened(workspace.trust(second, first)))
    return np.asarray(from_first / (from_first + from_second), dtype=np.float32)


def torn_share(first: Rgb, second: Rgb, workspace: Workspace) -> float:
    """Share of the picture, 0 to 1, where half-way the two do not show the same thing.

    What enters, leaves or is hidden does not count as long as one picture is known to show it.
    """
    middle = [
        moved(workspace.small_luma(frame), np.float32(0.5) * workspace.flow(frame, other))
        for frame, other in ((first, second), (second, first))
    ]
    share = _share(first, second, 0.5, workspace)
    apart = middle[0].astype(np.float32) - middle[1]
    return float(np.mean(_doubt(apart) * 4 * share * (1 - share)))


def _signed(first: Rgb, second: Rgb, like: Floats) -> Floats:
    """Difference in luma at the size of `like`."""
    height, width = like.shape
    small = [
        cv2.resize(
            cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY), (width, height), interpolation=cv2.INTER_AREA
        )
        for frame in (first, second)
    ]
    return np.asarray(small[0].astype(np.float32) - small[1], dtype=np.float32)


def _doubt(apart: Floats) -> Floats:
    """From 0 to 1, how surely two pictures show different things; light and colour do not count."""
    local = apart - cv2.GaussianBlur(apart, (0, 0), LIGHT_SIGMA_PX)
    levels = _softened(np.abs(local).astype(np.float32))
    return np.asarray(np.clip((levels - AGREEING_LEVELS) / AGREEING_LEVELS, 0, 1), dtype=np.float32)


def _decided(share: Floats, doubt: Floats) -> Floats:
    """All or nothing where in doubt, as it is elsewhere."""
    one = _softened((_softened(share) > 0.5).astype(np.float32))
    return np.asarray(share + doubt * (one - share), dtype=np.float32)


def _grown(small: Floats, like: Rgb) -> Floats:
    height, width = like.shape[:2]
    grown = cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(grown, dtype=np.float32)


def _softened(known: Floats) -> Floats:
    return np.asarray(cv2.GaussianBlur(known, (0, 0), EDGE_PX), dtype=np.float32)
