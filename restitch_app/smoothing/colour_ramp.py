"""Colour ramp: colours are brought to the other side's, point by point, and fade back."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from restitch_app.analysis.arrays import Floats, Rgb
from restitch_app.smoothing.detail import to_levels
from restitch_app.smoothing.fields import moved
from restitch_app.smoothing.seam import Seam
from restitch_app.smoothing.workspace import Workspace

Doubles = NDArray[np.float64]

SAMPLE_BLUR_PX = 3.0  # a step of sharpness is none of colour
SAMPLE_STEP_PX = 3
FIT_ROUNDS = 4
RIDGE = 2e-4
"""Per sample, in squared units of full scale: where a clip shows few colours the map stays near to
what leaves them as they are."""


def colour_ramp(seam: Seam, weights: Sequence[float], workspace: Workspace) -> list[Rgb]:
    """The first frames of the own side, changed by their weight (seams.md section 5, cr).

    The map is fitted to points that are the same thing on both sides (found by flow), not to the
    statistics of two pictures: gain, gamma, saturation and white balance come out as they were,
    and what enters or leaves the picture does not count.
    """
    mapping = workspace.made(
        "colour map", (seam.other[0], seam.own[0]), lambda: _fitted(seam, workspace)
    )
    changed = []
    for frame, weight in zip(seam.own, weights, strict=False):
        workspace.check()
        changed.append(_mapped(frame, mapping, weight))
    workspace.know_same_motion(seam.own, changed)
    return changed


def colour_step(seam: Seam, workspace: Workspace) -> float:
    """CIE76 difference that is left when the other side's frame is moved onto the own one.

    Median over the picture, after a blur.
    """
    theirs, ours, _ = _aligned(seam, workspace)
    step = _lab(theirs) - _lab(ours)
    return float(np.median(np.sqrt((step**2).sum(axis=-1))))


def _fitted(seam: Seam, workspace: Workspace) -> Doubles:
    """Coefficients (3, 7) of red, green, blue, their squares and 1, giving what is to be added.

    Reweighted least squares: points where something else than colour differs lose their say.
    """
    theirs, ours, weight = _aligned(seam, workspace)
    terms = _terms(ours.reshape(-1, 3).astype(np.float64))
    wanted = (theirs - ours).reshape(-1, 3).astype(np.float64)
    known = weight.reshape(-1, 1).astype(np.float64) + 1e-3
    say = known
    for _ in range(FIT_ROUNDS):
        weighted = terms * say
        normal = weighted.T @ terms + RIDGE * float(say.sum()) * np.diag([1.0] * 6 + [0.01])
        solution = np.asarray(np.linalg.solve(normal, weighted.T @ wanted), dtype=np.float64)
        miss = np.linalg.norm(wanted - terms @ solution, axis=1, keepdims=True)
        scale = 1.4826 * float(np.median(miss)) + 0.004
        say = known / (1 + (miss / (2 * scale)) ** 2)
    return np.asarray(solution.T, dtype=np.float64)


def _terms(colours: Doubles) -> Doubles:
    return np.hstack((colours, colours**2, np.ones((len(colours), 1))))


def _mapped(frame: Rgb, mapping: Doubles, weight: float) -> Rgb:
    picture = frame.astype(np.float32)
    linear = np.eye(3) + weight * mapping[:, :3]
    offset = 255 * weight * mapping[:, 6:]
    squares = cv2.transform(picture * picture, weight / 255 * mapping[:, 3:6])
    return to_levels(
        np.asarray(
            cv2.add(cv2.transform(picture, np.hstack((linear, offset))), squares), dtype=np.float32
        )
    )


def _aligned(seam: Seam, workspace: Workspace) -> tuple[Floats, Floats, Floats]:
    """The other side's frame moved onto the own one, the own one (both 0 to 1), and the trust."""
    pictures = (seam.other[0], seam.own[0])
    return workspace.made("aligned", pictures, lambda: _align(*pictures, workspace))


def _align(other: Rgb, own: Rgb, workspace: Workspace) -> tuple[Floats, Floats, Floats]:
    theirs = moved(workspace.small(other), workspace.flow(other, own), linear=True)
    thinned = (slice(1, None, SAMPLE_STEP_PX), slice(1, None, SAMPLE_STEP_PX))
    samples = [_blurred(picture)[thinned] for picture in (theirs, workspace.small(own))]
    return samples[0], samples[1], workspace.trust(other, own)[thinned]


def _blurred(picture: Rgb) -> Floats:
    scaled = picture.astype(np.float32) / 255
    return np.asarray(cv2.GaussianBlur(scaled, (0, 0), SAMPLE_BLUR_PX), dtype=np.float32)


def _lab(picture: Floats) -> Floats:
    contiguous = np.ascontiguousarray(picture)
    return np.asarray(cv2.cvtColor(contiguous, cv2.COLOR_RGB2Lab), dtype=np.float32)
