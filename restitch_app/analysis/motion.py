"""Motion across a pair against what its neighbours make one expect (seams.md section 1)."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from restitch_app.analysis.arrays import Floats
from restitch_app.analysis.flow import mean_length_px

REST_PX = 0.5  # keeps the jerk of a still scene small: half a pixel is not seen to move
FIT_STEP_PX = 8  # of the half-size flow: about 900 points at 360 lines
FIT_ROUNDS = 5
FIT_FLOOR_PX = 0.05


@dataclass(frozen=True, slots=True)
class Residual:
    """R = F(p) - e: what the neighbours' mean e = (F(p-1) + F(p+1)) / 2 does not explain."""

    jerk: float
    """mean|R| / (mean neighbour mag + 0.5 px)."""
    missing_frames: float
    """par = <R,e> / (<e,e> + .02 a point): 1 where one frame is missing, -1 where one repeats."""
    correlation: float
    """corr: cosine of R and e."""
    shift_px: tuple[float, float]
    """Where the content jumps to, beyond its motion: x to the right, y down (the median of -R)."""
    displacement: Floats
    """R itself, at half size in px of the analysis size."""


@dataclass(frozen=True, slots=True)
class AffineFit:
    """Robust affine fit of R: a shift, zoom or turn of the whole picture."""

    length_px: float
    """affmag: mean length of the fitted displacement."""
    explained: float
    """affR2: share of R that the fit explains, 0 to 1."""


def residual_motion(before: Floats, across: Floats, after: Floats) -> Residual:
    """R of the flow `across` against its neighbours in time; all three of one size."""
    expected = np.float32(0.5) * (before + after)
    residual = across - expected
    neighbour_px = (mean_length_px(before) + mean_length_px(after)) / 2
    along = dot(residual, expected)
    energy = dot(expected, expected)
    points = expected.shape[0] * expected.shape[1]
    across_x, across_y = (float(np.median(residual[..., axis])) for axis in range(2))
    return Residual(
        jerk=mean_length_px(residual) / (neighbour_px + REST_PX),
        missing_frames=along / (energy + 0.02 * points),
        correlation=along / (sqrt(dot(residual, residual) * energy) + 1e-6),
        shift_px=(-across_x, -across_y),
        displacement=residual,
    )


def fit_affine(displacement: Floats) -> AffineFit:
    """Least squares, reweighted five times by 1 / (1 + (r / scale)^2), scale = 1.4826 MAD."""
    height, width = displacement.shape[:2]
    rows, columns = np.mgrid[0:height:FIT_STEP_PX, 0:width:FIT_STEP_PX]
    seen = displacement[::FIT_STEP_PX, ::FIT_STEP_PX].reshape(-1, 2).astype(np.float64)
    place = np.column_stack(
        (
            np.ones(rows.size),
            (columns.ravel() - width / 2) / width,
            (rows.ravel() - height / 2) / height,
        )
    )
    weight = np.ones(len(seen))
    fitted = np.zeros_like(seen)
    for _ in range(FIT_ROUNDS):
        weighted = place * weight[:, np.newaxis]
        # Three unknowns: the normal equations are exact enough, and ten times faster than an SVD.
        solution = np.linalg.lstsq(weighted.T @ place, weighted.T @ seen, rcond=None)[0]
        fitted = place @ solution
        miss = np.hypot(*(seen - fitted).T)
        scale = 1.4826 * float(np.median(miss)) + FIT_FLOOR_PX
        weight = 1 / (1 + (miss / scale) ** 2)
    total = float((weight[:, np.newaxis] * seen**2).sum()) + 1e-9
    left_over = float((weight[:, np.newaxis] * (seen - fitted) ** 2).sum())
    return AffineFit(float(np.hypot(*fitted.T).mean()), max(0.0, 1 - left_over / total))


def dot(left: Floats, right: Floats) -> float:
    """<left, right>, summed over the picture and both directions."""
    return float(np.vdot(left, right))
