"""Sharpness ramp: detail is brought to the other side's level, band by band, and fades back."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2
from statistics import median

from restitch_app.analysis.arrays import Rgb
from restitch_app.smoothing.detail import (
    Response,
    detail_response,
    gains,
    usual_energies,
    with_gains,
    within_bounds,
)
from restitch_app.smoothing.seam import Seam
from restitch_app.smoothing.workspace import Workspace

FRAMES_A_SIDE = 4
HALVINGS = 12
LARGEST_EXPONENT = 3.0


def sharpness_ramp(seam: Seam, weights: Sequence[float], workspace: Workspace) -> list[Rgb]:
    """The first frames of the own side, changed by their weight (seams.md section 5, sr).

    How the bands share in it follows from the two sides; how much of it a frame needs, from the
    response of hf to them, so that log2 of hf falls or rises in equal steps.
    """
    factors = gains(
        usual_energies(seam.other[:FRAMES_A_SIDE], workspace),
        usual_energies(seam.own[:FRAMES_A_SIDE], workspace),
    )
    octaves = sharpness_step(seam, workspace)
    changed = []
    response = detail_response(seam.own[0], workspace)
    for frame, weight in zip(seam.own, weights, strict=False):
        workspace.check()
        exponent = _exponent(response, factors, octaves * weight)
        changed.append(with_gains(frame, within_bounds(factors, exponent)))
    workspace.know_same_motion(seam.own, changed)
    return changed


def sharpness_step(seam: Seam, workspace: Workspace) -> float:
    """How much more fine detail the other side has: log2 of hf; 0 where both have the same."""
    other, own = (
        median(workspace.detail(frame) for frame in side[:FRAMES_A_SIDE])
        for side in (seam.other, seam.own)
    )
    return log2(other / own)


def _exponent(response: Response, factors: Sequence[float], octaves: float) -> float:
    """To which power the factors have to be raised so that hf changes by so many octaves."""
    low, high = 0.0, LARGEST_EXPONENT
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        reached = response.octaves(within_bounds(factors, middle))
        if abs(reached) < abs(octaves) and reached * octaves >= 0:
            low = middle
        else:
            high = middle
    return low
