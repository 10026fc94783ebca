from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.ssim import ssim
from restitch_app.smoothing.blend import Plane, blend
from restitch_app.smoothing.gate import LARGEST_SHARPNESS_LOSS, sharpness_loss
from tests.analysis.material import REAL_CLIPS, luma, lumas, moving_texture, real_clip


def flat(value: int) -> Plane:
    return np.full((12, 16), value, np.uint8)


def lighter(frames: list[Rgb], levels: int) -> list[Rgb]:
    return [np.clip(frame.astype(int) + levels, 0, 255).astype(np.uint8) for frame in frames]


def test_the_step_is_divided_into_equal_ones() -> None:
    left, right = blend([flat(0)] * 3, [flat(140)] * 3)
    assert [int(frame[0, 0]) for frame in (*left, *right)] == [20, 40, 60, 80, 100, 120]


def test_one_frame_a_side_is_enough() -> None:
    left, right = blend([flat(0)], [flat(90)])
    assert (int(left[0][0, 0]), int(right[0][0, 0])) == (30, 60)


@given(st.integers(1, 8), st.integers(0, 255), st.integers(0, 255))
def test_the_seam_never_becomes_a_repeat_and_no_step_grows(count: int, a: int, b: int) -> None:
    left, right = blend([flat(a)] * count, [flat(b)] * count)
    values = [a, *(int(frame[0, 0]) for frame in (*left, *right)), b]
    steps = np.diff(values)
    assert len(left) == len(right) == count
    assert np.abs(steps - (b - a) / (2 * count + 1)).max() <= 1


def test_blending_planes_is_blending_the_picture_and_the_originals_stay() -> None:
    before, after = moving_texture(4), lighter(moving_texture(4, first=9), 20)
    kept = [frame.copy() for frame in (*before, *after)]
    left, right = blend(before, after)
    for channel in range(3):
        plane_left, plane_right = blend(
            [frame[..., channel] for frame in before], [frame[..., channel] for frame in after]
        )
        for whole, plane in zip((*left, *right), (*plane_left, *plane_right), strict=True):
            assert (whole[..., channel] == plane).all()
    assert all((a == b).all() for a, b in zip(kept, (*before, *after), strict=True))


@pytest.mark.parametrize("count", [1, 4, 8])
def test_blending_raises_ssim_where_the_right_side_is_shifted_and_lighter(count: int) -> None:
    frames = moving_texture(24)
    before = frames[:12]
    after = lighter([np.roll(frame, 5, axis=1) for frame in frames[12:]], 25)
    left, right = blend(before[-count:], after[:count])
    assert ssim(luma(left[-1]), luma(right[0])) > ssim(luma(before[-1]), luma(after[0])) + 0.05


@pytest.mark.parametrize("name", REAL_CLIPS)
def test_blending_raises_ssim_on_real_clips_with_frames_left_out(name: str) -> None:
    frames = real_clip(name, 33)
    before, after = frames[:12], frames[20:32]
    left, right = blend(before[-4:], after[:4])
    assert ssim(luma(left[-1]), luma(right[0])) > ssim(luma(before[-1]), luma(after[0]))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ([], []),
        ([flat(0)], [flat(0)] * 2),
        ([flat(0)], [np.zeros((12, 18), np.uint8)]),
        ([np.zeros((4, 4), np.float32)], [np.zeros((4, 4), np.float32)]),
    ],
)
def test_sides_that_do_not_fit_are_refused(left: list[Plane], right: list[Plane]) -> None:
    with pytest.raises(ValueError, match="frames"):
        blend(left, right)


def test_a_blend_that_doubles_contours_is_told_by_its_loss_of_sharpness() -> None:
    frames = moving_texture(24)
    before, after = frames[:12], [np.roll(frame, 5, axis=1) for frame in frames[12:]]
    left, right = blend(before[-4:], after[:4])
    loss = sharpness_loss(lumas(before), lumas(after), lumas(left), lumas(right))
    assert LARGEST_SHARPNESS_LOSS < loss < 1


def test_a_change_of_brightness_costs_no_sharpness() -> None:
    frames = lumas(moving_texture(8))
    dimmed = [np.clip(frame.astype(int) - 3, 0, 255).astype(np.uint8) for frame in frames]
    assert sharpness_loss(frames[:4], frames[4:], dimmed[:4], dimmed[4:]) < 0.01


def test_a_drop_that_was_there_before_is_not_the_treatment_s() -> None:
    frames = lumas(moving_texture(12))
    frames[5] = np.full_like(frames[5], 100)
    assert sharpness_loss(frames[:6], frames[6:], frames[:6], frames[6:]) == 0.0


def test_sharpness_loss_needs_frames() -> None:
    frames = lumas(moving_texture(2))
    with pytest.raises(ValueError, match="each side"):
        sharpness_loss(frames, [], frames, frames)
