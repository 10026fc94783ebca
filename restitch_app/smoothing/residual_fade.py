"""Motion-compensated residual fade: the other side's look stays on the content and fades there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from restitch_app.analysis.arrays import Floats, Rgb
from restitch_app.smoothing.detail import Energies, at_least_as_sharp, band_energies, to_levels
from restitch_app.smoothing.fields import Field, moved, weighted_blur
from restitch_app.smoothing.seam import Seam
from restitch_app.smoothing.workspace import Workspace

COARSE_SIGMA_PX = 6.0  # at the size of the flows
LARGEST_FINE_LEVELS = 60.0  # beyond, something else is there; to fade it would show a ghost
FAITHFUL_LEVELS = 10.0
EDGE_PX = 2.0


@dataclass(frozen=True, slots=True)
class _Residual:
    """What turns the own side's first frame into the other side's, in levels."""

    coarse: Floats
    """Colour and light, at the size of the flows; known everywhere."""
    middle: Floats
    """What remains of it at that size; 0 where the two pictures do not show the same thing."""
    fine: Floats
    """Detail of luma, full size; 0 there, too. Nobody sees so fine a detail of colour."""


def residual_fade(seam: Seam, weights: Sequence[float], workspace: Workspace) -> list[Rgb]:
    """The first frames of the own side with the residual added by their weight (mcr, section 5).

    Carried along the side's own motion in one step from its first frame, so that it does not blur
    on the way; its detail ends where that motion leads astray (what was hidden comes into view).
    """
    residual = workspace.made(
        "look", (seam.other[0], seam.own[0]), lambda: _residual(seam, workspace)
    )
    theirs = band_energies(seam.other[0], workspace)
    changed = []
    for away, weight in enumerate(weights):
        workspace.check()
        run = tuple(seam.own[: away + 1])
        mixed = to_levels(run[-1] + np.float32(weight) * _carried(residual, run, workspace))
        ours = band_energies(run[-1], workspace)
        changed.append(at_least_as_sharp(mixed, _between(theirs, ours, weight)))
    return changed


def _residual(seam: Seam, workspace: Workspace) -> _Residual:
    other, own = seam.other[0], seam.own[0]
    known = workspace.trust(other, own)
    whole = moved(other, workspace.flow(other, own)).astype(np.float32) - own
    height, width = known.shape
    shrunk = cv2.resize(whole, (width, height), interpolation=cv2.INTER_AREA)
    small = np.asarray(shrunk, dtype=np.float32)
    coarse = weighted_blur(small, known, COARSE_SIGMA_PX)
    middle = np.asarray(small - coarse, dtype=np.float32)
    odd = np.abs(middle).max(axis=2) > LARGEST_FINE_LEVELS
    say = np.where(odd, np.float32(0), known)
    say = np.minimum(say, cv2.GaussianBlur(say, (0, 0), EDGE_PX))
    fine = cv2.cvtColor(np.asarray(whole - _grown(small, own)), cv2.COLOR_RGB2GRAY)
    return _Residual(coarse, middle * say[..., np.newaxis], fine * _grown(say, own))


def _carried(residual: _Residual, run: tuple[Rgb, ...], workspace: Workspace) -> Floats:
    """The residual as it looks on the last frame of a run from the first."""
    if len(run) == 1:
        small, fine = residual.coarse + residual.middle, residual.fine
    else:
        path = workspace.path(run)
        faithful = _faithful(run, path, workspace)
        middle = moved(residual.middle, path) * faithful[..., np.newaxis]
        small = moved(residual.coarse, path, linear=True) + middle
        fine = moved(residual.fine, path) * _grown(faithful, run[-1])
    return _grown(small, run[-1]) + cv2.merge([fine] * 3)


def _faithful(run: tuple[Rgb, ...], path: Field, workspace: Workspace) -> Floats:
    """1 where following the motion from the first frame arrives at what the last one shows."""
    arrived = moved(workspace.small_luma(run[0]), path, linear=True)
    miss = cv2.absdiff(arrived, workspace.small_luma(run[-1])).astype(np.float32)
    miss = cv2.GaussianBlur(miss, (0, 0), EDGE_PX) / np.float32(FAITHFUL_LEVELS)
    return np.asarray(cv2.exp(-miss * miss), dtype=np.float32)


def _between(theirs: Energies, ours: Energies, weight: float) -> Energies:
    """Detail on its way from one level to the other, in equal ratios."""
    return tuple(a**weight * b ** (1 - weight) for a, b in zip(theirs, ours, strict=True))


def _grown(small: Floats, like: Rgb) -> Floats:
    height, width = like.shape[:2]
    grown = cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(grown, dtype=np.float32)
