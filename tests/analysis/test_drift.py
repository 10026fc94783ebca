from __future__ import annotations

import numpy as np
import pytest

from restitch_app.analysis.arrays import Gray, Rgb
from restitch_app.analysis.drift import LIMITS, TRAVELS, course_of, drift_of, smoothed
from restitch_app.analysis.natural_band import natural_band
from restitch_app.analysis.tone import tone
from restitch_app.domain.drift import Quantity, SegmentTone

BRIGHTNESS = Quantity.BRIGHTNESS
LIMIT = LIMITS[BRIGHTNESS]


def course(values: list[float], travel: float = 0.0) -> int | None:
    return course_of(BRIGHTNESS, values, [travel] * len(values), reference_count=3).leaves_at


def test_a_steady_rise_leaves_where_it_passes_the_limit() -> None:
    # 1 a segment; the reference is the second one, and 4 is the limit.
    assert course([50.0 + n for n in range(10)]) == 6
    assert course([50.0 - n for n in range(10)]) == 6


def test_what_stays_near_does_not_leave() -> None:
    assert course([50, 53, 49, 52, 48, 51, 50, 52]) is None


def test_one_odd_segment_is_no_drift() -> None:
    assert course([50, 50, 50, 80, 50, 50, 50, 50]) is None
    assert course([50, 50, 50, 50, 50, 50, 50, 80]) is None
    assert course([80, 50, 50, 50, 50, 50, 50, 50]) is None


def test_what_comes_back_does_not_leave() -> None:
    assert course([50, 50, 60, 62, 61, 55, 51, 50]) is None


def test_frames_that_move_through_more_widen_the_band() -> None:
    rising = [50.0 + 2 * n for n in range(8)]
    assert course(rising, travel=0.0) == 4
    assert course(rising, travel=LIMIT) == 5
    assert course(rising, travel=20.0) is None
    found = course_of(BRIGHTNESS, rising, [4.0] * 8, reference_count=3)
    assert (found.low, found.high) == (52 - 4 * TRAVELS, 52 + 4 * TRAVELS)
    assert found.change == 12


def test_smoothing_leaves_a_steady_course_alone_and_takes_spikes_out() -> None:
    steady = [1.0, 2.0, 3.0, 5.0, 8.0]
    assert smoothed(steady) == steady
    assert smoothed([1, 1, 9, 1, 1]) == [1, 1, 1, 1, 1]
    assert smoothed([4, 2]) == [4, 2]


def segment(index: int, **figures: float) -> SegmentTone:
    median = {one: figures.get(one.value, 10.0) for one in Quantity}
    return SegmentTone(index, median, dict.fromkeys(Quantity, 0.1))


def test_the_quantity_that_drifts_is_the_one_that_is_named() -> None:
    for quantity in Quantity:
        chain = drift_of([segment(n, **{quantity.value: 10.0 + n}) for n in range(8)])
        assert [one.quantity for one in chain.wandering] == [quantity]


def test_too_short_a_chain_says_nothing() -> None:
    chain = drift_of([segment(0), segment(1, brightness=90)])
    assert chain.courses == ()
    assert chain.wandering == ()


def test_the_earliest_comes_first() -> None:
    chain = drift_of([segment(n, brightness=10.0 + n, chroma=10.0 + 3 * n) for n in range(9)])
    assert [one.quantity for one in chain.wandering] == [Quantity.CHROMA, BRIGHTNESS]


def flat(red: int, green: int, blue: int) -> tuple[Gray, Rgb]:
    rgb = np.full((64, 96, 3), (red, green, blue), dtype=np.uint8)
    return rgb[..., 1].copy(), rgb


def test_gray_has_brightness_and_nothing_else() -> None:
    found = tone(*flat(51, 51, 51))
    assert found[BRIGHTNESS] == pytest.approx(20.0)
    assert found[Quantity.CONTRAST] == pytest.approx(0.0)
    assert found[Quantity.CHROMA] == pytest.approx(0.0, abs=0.1)


def test_tints_have_their_sides() -> None:
    assert tone(*flat(140, 100, 100))[Quantity.GREEN_RED] > 5
    assert tone(*flat(100, 140, 100))[Quantity.GREEN_RED] < -5
    assert tone(*flat(140, 140, 90))[Quantity.BLUE_YELLOW] > 5
    assert tone(*flat(90, 90, 140))[Quantity.BLUE_YELLOW] < -5


def test_half_black_half_white_is_all_contrast() -> None:
    luma, rgb = flat(0, 0, 0)
    luma[:, ::2] = rgb[:, ::2] = 255
    found = tone(luma, rgb)
    assert found[BRIGHTNESS] == pytest.approx(50.0)
    assert found[Quantity.CONTRAST] == pytest.approx(50.0)
    assert found[Quantity.SHARPNESS] > tone(*flat(128, 128, 128))[Quantity.SHARPNESS] + 10


def test_the_natural_band_leaves_out_what_is_not_known() -> None:
    values = np.append(np.linspace(0.0, 1.0, 101), np.nan).astype(np.float32)
    band = natural_band(values)
    assert band is not None
    assert (band.low, band.median, band.high) == pytest.approx((0.1, 0.5, 0.9), abs=1e-6)
    assert natural_band(np.full(4, np.nan, dtype=np.float32)) is None
