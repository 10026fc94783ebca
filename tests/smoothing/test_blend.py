from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.ssim import ssim
from restitch_app.smoothing.blend import overlap
from restitch_app.smoothing.recipes import BY_NAME, render
from restitch_app.smoothing.workspace import Workspace
from tests.analysis.material import REAL_CLIPS, luma, moving_texture, real_clip


def flat(value: int) -> Rgb:
    return np.full((12, 16, 3), value, np.uint8)


def blend(before: list[Rgb], after: list[Rgb], count: int) -> tuple[list[Rgb], list[Rgb]]:
    """The new frames of a cross-fade of so many frames a side."""
    made = render(BY_NAME["blend"].lasting(count), before, after, Workspace())
    return list(made.left_frames[-count:]), list(made.right_frames[:count])


def lighter(frames: list[Rgb], levels: int) -> list[Rgb]:
    return [np.clip(frame.astype(int) + levels, 0, 255).astype(np.uint8) for frame in frames]


def test_the_step_is_divided_into_equal_ones() -> None:
    left, right = blend([flat(0)] * 4, [flat(140)] * 4, 3)
    assert [int(frame[0, 0, 0]) for frame in (*left, *right)] == [20, 40, 60, 80, 100, 120]


def test_one_frame_a_side_is_enough() -> None:
    left, right = blend([flat(0)] * 2, [flat(90)] * 2, 1)
    assert (int(left[0][0, 0, 0]), int(right[0][0, 0, 0])) == (30, 60)


@given(st.integers(1, 8), st.integers(0, 255), st.integers(0, 255))
def test_the_seam_never_becomes_a_repeat_and_no_step_grows(count: int, a: int, b: int) -> None:
    left, right = blend([flat(a)] * (count + 1), [flat(b)] * (count + 1), count)
    values = [a, *(int(frame[0, 0, 0]) for frame in (*left, *right)), b]
    steps = np.diff(values)
    assert len(left) == len(right) == count
    assert np.abs(steps - (b - a) / (2 * count + 1)).max() <= 1


def test_the_originals_stay() -> None:
    before, after = moving_texture(4), lighter(moving_texture(4, first=9), 20)
    kept = [frame.copy() for frame in (*before, *after)]
    blend(before, after, 3)
    assert all((a == b).all() for a, b in zip(kept, (*before, *after), strict=True))


@pytest.mark.parametrize("count", [1, 4, 8])
def test_blending_raises_ssim_where_the_right_side_is_shifted_and_lighter(count: int) -> None:
    frames = moving_texture(24)
    before = frames[:12]
    after = lighter([np.roll(frame, 5, axis=1) for frame in frames[12:]], 25)
    left, right = blend(before, after, count)
    assert ssim(luma(left[-1]), luma(right[0])) > ssim(luma(before[-1]), luma(after[0])) + 0.05


@pytest.mark.parametrize("name", REAL_CLIPS)
def test_blending_raises_ssim_on_real_clips_with_frames_left_out(name: str) -> None:
    frames = real_clip(name, 33)
    before, after = frames[:12], frames[20:32]
    left, right = blend(before, after, 4)
    assert ssim(luma(left[-1]), luma(right[0])) > ssim(luma(before[-1]), luma(after[0]))


@pytest.mark.parametrize(("left", "right"), [(0, 0), (1, 2)])
def test_an_overlap_takes_as_many_frames_of_both_sides(left: int, right: int) -> None:
    with pytest.raises(ValueError, match="same number"):
        overlap([flat(0)] * left, [flat(0)] * right)
