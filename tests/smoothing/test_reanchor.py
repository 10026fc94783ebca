from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.tone import tone
from restitch_app.domain.drift import Quantity, Tone
from restitch_app.smoothing.reanchor import reanchored
from tests.services.scenes import panned_pictures

LIGHT = {Quantity.BRIGHTNESS, Quantity.CONTRAST}
COLOUR = {Quantity.CHROMA, Quantity.GREEN_RED, Quantity.BLUE_YELLOW}


@pytest.fixture
def clean() -> Rgb:
    return panned_pictures(0, 1, (320, 180))[0]


def tone_of(picture: Rgb) -> Tone:
    luma = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    return tone(luma, picture)


def distance(one: Rgb, other: Rgb) -> float:
    return float(np.abs(one.astype(float) - other).mean())


def levels(picture: NDArray[np.float64]) -> Rgb:
    return np.asarray(np.clip(np.rint(picture), 0, 255), dtype=np.uint8)


@pytest.mark.parametrize(
    ("drift", "drifted"),
    [
        (lambda rgb: rgb + 22.0, {Quantity.BRIGHTNESS}),
        (lambda rgb: (rgb - 120.0) * 0.7 + 110.0, LIGHT | {Quantity.CHROMA}),
        (lambda rgb: rgb * (1.12, 1.0, 0.88), LIGHT | COLOUR),
    ],
)
def test_drift_that_was_put_in_is_taken_out(
    clean: Rgb, drift: object, drifted: set[Quantity]
) -> None:
    assert callable(drift)
    wandered = levels(drift(clean.astype(float)))
    found = reanchored(wandered, tone_of(wandered), tone_of(clean), drifted)
    assert found.dtype == np.uint8
    assert found.shape == clean.shape
    assert distance(found, clean) < 0.45 * distance(wandered, clean)


def test_softness_is_taken_out(clean: Rgb) -> None:
    grainy = levels(clean + np.random.default_rng(1).normal(0, 6, clean.shape))
    soft = np.asarray(cv2.GaussianBlur(grainy, (0, 0), 0.5), dtype=np.uint8)
    found = reanchored(soft, tone_of(soft), tone_of(grainy), {Quantity.SHARPNESS})
    wanted, before = tone_of(grainy)[Quantity.SHARPNESS], tone_of(soft)[Quantity.SHARPNESS]
    assert abs(tone_of(found)[Quantity.SHARPNESS] - wanted) < 0.5 * abs(before - wanted)


def test_what_did_not_drift_stays(clean: Rgb) -> None:
    other = dict.fromkeys(Quantity, 50.0)
    assert reanchored(clean, tone_of(clean), other, frozenset()) is clean
    lighter = reanchored(clean, tone_of(clean), other, {Quantity.BRIGHTNESS})
    before, after = tone_of(clean), tone_of(lighter)
    assert after[Quantity.CONTRAST] == pytest.approx(before[Quantity.CONTRAST], abs=1.0)


def test_another_picture_is_not_forced_into_the_reference(clean: Rgb) -> None:
    black = dict.fromkeys(Quantity, 0.0)
    found = reanchored(clean, tone_of(clean), black, set(LIGHT))
    assert tone_of(found)[Quantity.BRIGHTNESS] > tone_of(clean)[Quantity.BRIGHTNESS] - 21
