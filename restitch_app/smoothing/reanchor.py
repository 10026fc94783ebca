"""Takes out of one frame what a chain of segments has drifted by."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

import cv2
import numpy as np

from restitch_app.analysis.arrays import Floats, Rgb
from restitch_app.analysis.scale import ANALYSIS_HEIGHT_PX
from restitch_app.domain.drift import Quantity, Tone

LARGEST_GAIN = 1.6
"""Of contrast and chroma. What differs by more is another picture and not the same one, drifted."""
MOST_DETAIL, LEAST_DETAIL = 2.0, 0.5
"""Of the amplitude of fine detail: more would sharpen noise, less would blur."""
LARGEST_SHIFT = 20.0
"""Of brightness in % of full range, and of a tint in CIE units."""
DETAIL_SIGMA_PX = 1.6
"""At the analysis height; what a blur of it takes away holds what the sharpness quantity measures
(sigma 1), whose own skirt reaches further."""


def reanchored(picture: Rgb, now: Tone, reference: Tone, drifted: AbstractSet[Quantity]) -> Rgb:
    """The frame as it would look without the drift of these quantities; uint8, the same size.

    `now`: of the segment that the frame ends, not of the frame alone: what is in the picture at
    that moment is no drift. Mean and spread are moved as in Reinhard et al. 2001 (Color transfer
    between images), luma and the a*b* plane of CIE L*a*b* apart.
    """
    frame = picture
    if Quantity.SHARPNESS in drifted:
        frame = _detailed(
            frame, 2 ** ((reference[Quantity.SHARPNESS] - now[Quantity.SHARPNESS]) / 2)
        )
    if drifted & {Quantity.BRIGHTNESS, Quantity.CONTRAST}:
        frame = _lit(frame, now, reference, drifted)
    if drifted & {Quantity.CHROMA, Quantity.GREEN_RED, Quantity.BLUE_YELLOW}:
        frame = _coloured(frame, now, reference, drifted)
    return frame


def _detailed(frame: Rgb, amplitude: float) -> Rgb:
    gain = float(np.clip(amplitude, LEAST_DETAIL, MOST_DETAIL))
    luma = _luma(frame)
    sigma_px = DETAIL_SIGMA_PX * frame.shape[0] / ANALYSIS_HEIGHT_PX
    smooth = np.asarray(cv2.GaussianBlur(luma, (0, 0), sigma_px), dtype=np.float32)
    return _with_luma_added(frame, (luma - smooth) * (gain - 1))


def _lit(frame: Rgb, now: Tone, reference: Tone, drifted: AbstractSet[Quantity]) -> Rgb:
    gain = 1.0
    if Quantity.CONTRAST in drifted:
        gain = _gain(now[Quantity.CONTRAST], reference[Quantity.CONTRAST])
    shift = 0.0
    if Quantity.BRIGHTNESS in drifted:
        shift = _shift(now, reference, Quantity.BRIGHTNESS)
    change = (_luma(frame) - 2.55 * now[Quantity.BRIGHTNESS]) * (gain - 1) + 2.55 * shift
    return _with_luma_added(frame, np.asarray(change, dtype=np.float32))


def _coloured(frame: Rgb, now: Tone, reference: Tone, drifted: AbstractSet[Quantity]) -> Rgb:
    lab = cv2.cvtColor(frame.astype(np.float32) / 255, cv2.COLOR_RGB2Lab)
    gain = 1.0
    if Quantity.CHROMA in drifted:
        gain = _gain(now[Quantity.CHROMA], reference[Quantity.CHROMA])
    for channel, tint in ((1, Quantity.GREEN_RED), (2, Quantity.BLUE_YELLOW)):
        # Around the mean, so that more chroma does not mean more of a tint.
        wanted = now[tint] + (_shift(now, reference, tint) if tint in drifted else 0.0)
        lab[..., channel] = (lab[..., channel] - now[tint]) * gain + wanted
    rgb = np.asarray(cv2.cvtColor(lab, cv2.COLOR_Lab2RGB), dtype=np.float32)
    return _levels(rgb * np.float32(255))


def _luma(frame: Rgb) -> Floats:
    return np.asarray(cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY), dtype=np.float32)


def _with_luma_added(frame: Rgb, change: Floats) -> Rgb:
    """The same amount is added to all three channels: colour differences stay."""
    return _levels(frame + change[..., np.newaxis])


def _levels(picture: Floats) -> Rgb:
    return np.asarray(np.clip(np.rint(picture), 0, 255), dtype=np.uint8)


def _gain(now: float, wanted: float) -> float:
    return float(np.clip(wanted / max(now, 0.1), 1 / LARGEST_GAIN, LARGEST_GAIN))


def _shift(now: Tone, reference: Tone, quantity: Quantity) -> float:
    return float(np.clip(reference[quantity] - now[quantity], -LARGEST_SHIFT, LARGEST_SHIFT))
