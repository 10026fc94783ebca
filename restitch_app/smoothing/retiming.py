"""Another place to meet: frames are left out around a boundary, and the length may be restored."""

from __future__ import annotations

from restitch_app.analysis.natural import natural_ssim
from restitch_app.analysis.window import NATURAL_PAIRS
from restitch_app.smoothing.interpolation import resampled
from restitch_app.smoothing.reextract import Trims, reextract
from restitch_app.smoothing.seam import Reach
from restitch_app.smoothing.sides import Sides
from restitch_app.smoothing.workspace import Workspace

STRETCHED_FRAMES_PER_LOST = 2
FEWEST_STRETCHED = 6
"""Frames a side that make up for the ones left out: motion slows by a fifth at most, where the
natural spread of speeds hides it."""


def meeting_elsewhere(sides: Sides, reach: Reach, workspace: Workspace) -> Sides:
    """With the best trims, at most `reach`; the film gets shorter. See `reextract`."""
    return sides.trimmed(*_best_trims(sides, reach, workspace))


def meeting_elsewhere_in_time(sides: Sides, reach: Reach, workspace: Workspace) -> Sides:
    """With the best trims, and the frames around them shown in as many as there were.

    A pair of neighbours may come to lie on both sides of every moment: those frames are
    interpolated. Raises ValueError where the sides are too short to stretch.
    """
    trims = _best_trims(sides, reach, workspace)
    lost = sum(trims)
    if lost == 0:
        return sides
    left, right = sides.left[: len(sides.left) - trims[0]], sides.right[trims[1] :]
    stretched = max(FEWEST_STRETCHED, STRETCHED_FRAMES_PER_LOST * lost)
    if stretched > min(len(left), len(right)):
        raise ValueError(f"too few frames to make up for {lost}")
    run = (*left[-stretched:], *right[:stretched])
    new = resampled(run, len(run) + lost, workspace)
    at = stretched + trims[0]
    # Its first and last frame are the ones that were there.
    return sides.with_new(new[1:at], new[at:-1])


def without_repeats(sides: Sides, reach: Reach, workspace: Workspace) -> Sides:
    """Without the frames that show again what was just seen."""
    workspace.check()
    return sides.trimmed(reach.left, reach.right)


def _best_trims(sides: Sides, reach: Reach, workspace: Workspace) -> Trims:
    around = (sides.left[-1 - NATURAL_PAIRS :], sides.right[: NATURAL_PAIRS + 1])
    natural = natural_ssim(*([workspace.luma(frame) for frame in side] for side in around))
    if natural is None:
        return 0, 0  # single frames: there is nothing to choose from
    found = reextract(
        [workspace.luma(frame) for frame in sides.left[-1 - reach.left :]],
        [workspace.luma(frame) for frame in sides.right[: reach.right + 1]],
        natural,
    )
    return found.trim_left, found.trim_right
