from __future__ import annotations

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from restitch_app.ui.timeline.scale import WIDEST_FRAME_PX, TimeScale
from restitch_app.ui.timeline.ticks import LABEL_SPACING_PX, ticks

scales = st.builds(
    lambda frames, width, zoom, share: (
        lambda scale: scale.scrolled_to(share * scale.furthest_scroll_px)
    )(TimeScale(frames, width).zoomed(zoom)),
    st.integers(1, 2_000_000),
    st.integers(200, 4000).map(float),
    st.floats(1, 5000),
    st.floats(0, 1),
)


@given(scales, st.floats(0, 1))
def test_the_middle_of_a_frame_is_that_frame(scale: TimeScale, share: float) -> None:
    frame = min(int(share * scale.frames), scale.frames - 1)
    assert scale.frame_at(scale.x_of(frame + 0.5)) == frame


@given(scales, st.floats(1, 10_000), st.floats(0, 1))
def test_zooming_keeps_the_frame_under_the_pointer(
    scale: TimeScale, zoom: float, share: float
) -> None:
    anchor = share * scale.width_px
    before = (anchor + scale.scroll_px - 6) / scale.frame_px
    after = scale.zoomed(zoom, anchor)
    assert 1 <= after.zoom <= after.greatest_zoom
    assert 0 <= after.scroll_px <= after.furthest_scroll_px + 1e-6
    if 0 < after.scroll_px < after.furthest_scroll_px:  # not held by an end of the scene
        assert after.x_of(before) == pytest.approx(anchor, abs=0.01)


@given(scales, st.floats(0, 1))
def test_a_frame_that_is_to_be_shown_is_in_sight(scale: TimeScale, share: float) -> None:
    frame = min(int(share * scale.frames), scale.frames - 1)
    shown = scale.showing(frame, frame + 1)
    assert shown.x_of(frame) >= -0.01
    assert shown.x_of(frame + 1) <= shown.width_px + 0.01


def test_fit_shows_the_whole_scene_and_is_the_least_zoom() -> None:
    scale = TimeScale(810, 1492.0).zoomed(0.1)
    assert scale.zoom == 1
    assert scale.visible() == (0, 810)
    assert scale.x_of(0) == 6
    assert scale.x_of(810) == 1492 - 14


def test_the_greatest_zoom_shows_single_frames() -> None:
    scale = TimeScale(810, 1492.0)
    assert scale.zoomed(1e9).frame_px == pytest.approx(WIDEST_FRAME_PX)
    assert TimeScale(3, 1492.0).greatest_zoom == 1


def test_a_wider_window_keeps_zoom_and_first_frame() -> None:
    scale = TimeScale(8100, 1000.0).zoomed(20).scrolled_to(4000)
    wider = scale.resized(8100, 1500.0)
    assert wider.zoom == 20
    assert wider.frame_at(6) == pytest.approx(scale.frame_at(6), abs=1)


def test_points_beside_the_scene_belong_to_its_ends() -> None:
    scale = TimeScale(810, 1492.0)
    assert scale.frame_at(-50) == 0
    assert scale.frame_at(5000) == 809


def test_an_empty_scene_has_nothing_in_sight() -> None:
    assert TimeScale(0, 800.0).visible() == (0, 0)
    assert ticks(TimeScale(0, 800.0), Fraction(16)) == []


def test_a_scene_of_fifty_seconds_is_labelled_every_five() -> None:
    found = ticks(TimeScale(810, 1492.0), Fraction(16))
    labels = [tick.label for tick in found if tick.label]
    assert labels[:4] == ["00:00", "00:05", "00:10", "00:15"]
    assert [tick.scene_frame for tick in found[:6]] == [0, 16, 32, 48, 64, 80]


def test_zoomed_in_the_ruler_counts_frames() -> None:
    scale = TimeScale(810, 1492.0).zoomed(1000)
    labels = [tick.label for tick in ticks(scale.scrolled_to(0), Fraction(16)) if tick.label]
    assert labels[:3] == ["00:00:00", "00:00:04", "00:00:08"]


def test_long_scenes_show_hours() -> None:
    labels = [tick.label for tick in ticks(TimeScale(810_000, 1492.0), Fraction(16))]
    assert "1:00:00" in labels


def test_fractional_rates_count_whole_frames() -> None:
    found = ticks(TimeScale(240, 1492.0), Fraction(24000, 1001))
    assert [tick.scene_frame for tick in found if tick.label][:3] == [0, 24, 48]


@given(scales, st.sampled_from([Fraction(16), Fraction(24000, 1001), Fraction(30), Fraction(60)]))
def test_labels_never_touch_and_ticks_are_few(scale: TimeScale, rate: Fraction) -> None:
    found = ticks(scale, rate)
    labelled = [tick.scene_frame for tick in found if tick.label]
    gaps = {b - a for a, b in itertools.pairwise(labelled)}
    assert len(gaps) <= 1
    assert all(gap * scale.frame_px >= min(LABEL_SPACING_PX, WIDEST_FRAME_PX) for gap in gaps)
    assert len(found) <= scale.width_px / 4 + 10
