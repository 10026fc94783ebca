"""Fine detail of a picture in bands, measured and scaled: sharper or softer without a new size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2
from statistics import median
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from restitch_app.analysis.arrays import Floats, Rgb
from restitch_app.smoothing.workspace import Workspace, analysis_scale

BAND_SIGMAS_PX = (0.6, 1.2, 2.4)
"""Lower ends of the bands, in px of the analysis size; hf (sigma 1) covers the first two."""
LARGEST_GAIN = 3.0
SMALLEST_GAIN = 0.2
LARGEST_RESTORED_GAIN = 2.0
UNCHANGED = 0.01
FLOOR = 0.05  # squared levels; keeps gains of flat pictures at 1

Doubles = NDArray[np.float64]
Energies: TypeAlias = tuple[float, ...]
"""Mean square of luma in each band, finest first; in squared levels."""


def band_energies(frame: Rgb, workspace: Workspace) -> Energies:
    """The energies of one frame."""
    return workspace.made("bands", (frame,), lambda: _energies(_bands(frame)))


def usual_energies(frames: Sequence[Rgb], workspace: Workspace) -> Energies:
    """Median of some frames, band by band: one frame alone follows the rhythm of its codec."""
    found = [band_energies(frame, workspace) for frame in frames]
    return tuple(median(band) for band in zip(*found, strict=True))


def gains(wanted: Energies, present: Energies) -> tuple[float, ...]:
    """What the amplitude of each band is multiplied by, within what a picture bears."""
    ratios = ((w / p) ** 0.5 for w, p in zip(wanted, present, strict=True))
    return within_bounds(tuple(ratios), 1.0)


def within_bounds(factors: Sequence[float], exponent: float) -> tuple[float, ...]:
    """The factors raised to a power, none stronger than a picture bears."""
    return tuple(min(LARGEST_GAIN, max(SMALLEST_GAIN, factor**exponent)) for factor in factors)


@dataclass(frozen=True, slots=True)
class Response:
    """How hf of one picture answers to gains: a quadratic form, worked out once."""

    products: Doubles
    """Mean products of the fine detail in the picture and in each of its bands, (1 + n, 1 + n)."""

    def octaves(self, factors: Sequence[float]) -> float:
        """log2 of hf with these gains against hf as it is."""
        shares = np.array([1.0, *(factor - 1 for factor in factors)])
        changed = max(0.0, float(shares @ self.products @ shares))
        return log2((changed + FLOOR) / (float(self.products[0, 0]) + FLOOR))


def detail_response(frame: Rgb, workspace: Workspace) -> Response:
    """The response of one frame."""
    return workspace.made("response", (frame,), lambda: _response(frame))


def with_gains(frame: Rgb, factors: Sequence[float]) -> Rgb:
    """The frame with the bands of its luma scaled; colour and what is coarser stay."""
    return _scaled(frame, _bands(frame), factors)


def at_least_as_sharp(frame: Rgb, wanted: Energies) -> Rgb:
    """With the detail back that moving or mixing took away; never softer than it was."""
    bands = _bands(frame)
    factors = [
        min(LARGEST_RESTORED_GAIN, max(1.0, factor)) for factor in gains(wanted, _energies(bands))
    ]
    return frame if max(factors) < 1 + UNCHANGED else _scaled(frame, bands, factors)


def to_levels(picture: Floats) -> Rgb:
    """Rounded to uint8."""
    return np.asarray(cv2.convertScaleAbs(np.maximum(picture, 0)), dtype=np.uint8)


def _bands(frame: Rgb) -> list[Floats]:
    finer = cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY).astype(np.float32)
    bands = []
    scale, reached_px = analysis_scale(frame), 0.0
    for sigma_px in BAND_SIGMAS_PX:
        added_px = scale * (sigma_px**2 - reached_px**2) ** 0.5  # blurs add up by their squares
        coarser = np.asarray(cv2.GaussianBlur(finer, (0, 0), added_px), dtype=np.float32)
        reached_px = sigma_px
        bands.append(np.subtract(finer, coarser))
        finer = coarser
    return bands


def _response(frame: Rgb) -> Response:
    luma = cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY).astype(np.float32)
    scale = analysis_scale(frame)
    fine = [
        np.subtract(picture, cv2.GaussianBlur(picture, (0, 0), scale)).ravel()
        for picture in (luma, *_bands(frame))
    ]
    products = [[float(np.dot(a, b)) / luma.size for b in fine] for a in fine]
    return Response(np.array(products))


def _energies(bands: Sequence[Floats]) -> Energies:
    return tuple(cv2.norm(band, cv2.NORM_L2SQR) / band.size + FLOOR for band in bands)


def _scaled(frame: Rgb, bands: Sequence[Floats], factors: Sequence[float]) -> Rgb:
    change = np.zeros(frame.shape[:2], np.float32)
    for band, factor in zip(bands, factors, strict=True):
        cv2.scaleAdd(band, factor - 1, change, change)
    changed = cv2.add(frame, cv2.merge([change] * 3), dtype=cv2.CV_8U)
    return np.asarray(changed, dtype=np.uint8)
