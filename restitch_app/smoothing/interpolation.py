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


def between(first: Rgb, second: Rgb, position: float, workspace: Workspace) -> Rgb:
    """The picture at `position` from 0 (`first`) to 1 (`second`), by flow in both directions.

    Each point comes from the picture that shows it; where both do, from the nearer one rather.
    """
    workspace.check()
    from_first = moved(first, np.float32(position) * workspace.flow(first, second))
    from_second = moved(second, np.float32(1 - position) * workspace.flow(second, first))
    share = _share(first, second, position, workspace)[..., np.newaxis]
    mixed = from_second + share * (from_first.astype(np.float32) - from_second)
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

    Scene order. The frame after them on either side is the anchor and has to be there, or
    ValueError is raised.
    """
    if len(left) <= reach.left or len(right) <= reach.right:
        raise ValueError("a bridge needs a frame to stand on at either end")
    start, end = left[-1 - reach.left], right[reach.right]
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
    """How much comes from `first` at each point, full size.

    Trust is taken at the same point of both pictures: it is smooth, and the steps are small.
    """
    from_first = (1 - position) * (LEAST_SAY + _softened(workspace.trust(first, second)))
    from_second = position * (LEAST_SAY + _softened(workspace.trust(second, first)))
    share = from_first / (from_first + from_second)
    height, width = first.shape[:2]
    grown = cv2.resize(share, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(grown, dtype=np.float32)


def _softened(known: Floats) -> Floats:
    return np.asarray(cv2.GaussianBlur(known, (0, 0), EDGE_PX), dtype=np.float32)
