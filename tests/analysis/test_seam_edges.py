"""Short sides, small, flat and still pictures: what is not known is None, and nothing is NaN."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from math import isfinite

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.channels import Channel
from restitch_app.analysis.diagnosis import diagnose
from restitch_app.analysis.flow import halved
from restitch_app.analysis.seam import SeamMeasures, SeamPicture, measure_seam
from tests.analysis.seams import brighter, left, measured, pictures, right, sliding


def numbers(value: object) -> Iterator[float]:
    if isinstance(value, float):
        yield value
    elif isinstance(value, Mapping):
        yield from numbers(tuple(value.values()))
    elif isinstance(value, tuple):
        for each in value:
            yield from numbers(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from numbers(getattr(value, field.name))


def check(found: SeamMeasures) -> None:
    assert all(isfinite(number) for number in numbers(found))
    assert all(score >= 0 for score in found.channels.values())
    assert found.ssim == found.ssim_curve[found.seam_index]
    diagnose(found)


@pytest.mark.parametrize("count", range(1, 8))
def test_short_sides_are_measured_as_far_as_they_go(count: int) -> None:
    found = measured(left()[-count:], right()[:count])
    check(found)
    assert len(found.ssim_curve) == 2 * count - 1
    assert (found.natural is None) == (count == 1)
    assert (found.verdict is None) == (count < 3)
    assert (found.jerk is None) == (count < 2)
    assert (Channel.MOTION in found.channels) == (count >= 5)
    assert not diagnose(found).causes


@pytest.mark.parametrize("sides", [(1, 12), (12, 1)])
def test_a_side_of_one_frame_is_judged_by_the_other(sides: tuple[int, int]) -> None:
    before, after = left()[-sides[0] :], right()[: sides[1]]
    found = measured(before, after)
    check(found)
    assert found.verdict is not None
    assert found.verdict < 1
    assert found.jerk is None
    off = measured(before, brighter(after, 8))
    assert off.channels[Channel.COLOUR] >= 1


@pytest.mark.parametrize("height", [11, 24, 48])
def test_pictures_without_room_for_a_flow_are_judged_by_what_needs_none(height: int) -> None:
    found = measure_seam(pictures(left(), height), pictures(brighter(right(), 8), height))
    check(found)
    assert set(found.channels) == {Channel.STRUCT, Channel.COLOUR, Channel.SHARP}
    assert found.compensated_ssim is None
    assert found.shift_px is None
    assert found.channels[Channel.COLOUR] >= 1


def test_a_still_scene_is_green() -> None:
    found = measured([sliding()[0]] * 12, [sliding()[0]] * 12)
    check(found)
    assert found.ssim == 1.0
    assert found.verdict == 0.0


def test_a_step_in_a_still_scene_is_seen() -> None:
    still = [sliding()[0]] * 12
    found = measured(still, brighter(still, 3))
    check(found)
    assert found.verdict is not None
    assert found.verdict >= 1


@pytest.mark.parametrize("level", [0, 127, 255])
def test_flat_frames_are_green(level: int) -> None:
    flat = [np.full((90, 160, 3), level, np.uint8)] * 12
    found = measured(flat, flat)
    check(found)
    assert found.verdict == 0.0


def test_frames_of_two_sizes_and_empty_sides_are_refused() -> None:
    with pytest.raises(ValueError, match="two sizes"):
        measure_seam(pictures(left()), pictures(right(), 90))
    with pytest.raises(ValueError, match="each side"):
        measure_seam([], pictures(right()))
    with pytest.raises(ValueError, match="too small"):
        measure_seam(pictures(left(), 10), pictures(right(), 10))


@settings(max_examples=30, deadline=None)
@given(
    st.integers(0, 2**32 - 1),
    st.integers(1, 12),
    st.integers(1, 12),
    st.sampled_from([(11, 11), (40, 300), (64, 64), (72, 128), (65, 91)]),
    st.lists(
        st.sampled_from(["noise", "flat", "same", "black", "slide"]), min_size=24, max_size=24
    ),
    st.booleans(),
)
def test_whatever_the_frames_every_figure_is_a_number(
    seed: int, before: int, after: int, size: tuple[int, int], kinds: list[str], colour: bool
) -> None:
    generator = np.random.default_rng(seed)
    frames: list[Rgb] = [generator.integers(0, 256, (*size, 3), dtype=np.uint8)]
    for kind in kinds:
        frames.append(next_frame(kind, frames[-1], generator))
    shown = [
        SeamPicture(np.ascontiguousarray(frame[..., 1]), halved(frame) if colour else None)
        for frame in frames
    ]
    check(measure_seam(shown[:before], shown[12 : 12 + after]))


def next_frame(kind: str, last: Rgb, generator: np.random.Generator) -> Rgb:
    if kind == "noise":
        return generator.integers(0, 256, last.shape, dtype=np.uint8)
    if kind == "flat":
        return np.full_like(last, generator.integers(0, 256))
    if kind == "black":
        return np.zeros_like(last)
    return last if kind == "same" else np.roll(last, 2, axis=1)
