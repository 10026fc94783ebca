from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.sharpness import detail_energy
from restitch_app.analysis.ssim import ssim
from restitch_app.smoothing.methods import Method, Room, Step
from restitch_app.smoothing.recipes import BY_NAME, RECIPES, Recipe, Rendered, render
from restitch_app.smoothing.seam import Reach, Side
from restitch_app.smoothing.workspace import Workspace
from tests.analysis.material import luma
from tests.smoothing.material import FRAMES, continuous, redder, shifted, softer

NAMES = [recipe.name for recipe in RECIPES]
KEEPING_CONTENT = [name for name in NAMES if not name.startswith(("blend", "drop", "reextract"))]
RAMPS = (Method.COLOUR_RAMP, Method.SHARPNESS_RAMP, Method.FLOW_MORPH, Method.RESIDUAL_FADE)


def rendered(name: str, left: list[Rgb], right: list[Rgb], side: Side | None = None) -> Rendered:
    recipe = BY_NAME[name] if side is None else BY_NAME[name].on(side)
    return render(recipe, left, right, Workspace())


def difference(a: Rgb, b: Rgb) -> float:
    return float(np.abs(a.astype(int) - b).mean())


@pytest.mark.parametrize("name", NAMES)
def test_every_recipe_gives_frames_of_the_same_kind_and_tells_what_it_touched(name: str) -> None:
    left, right = continuous()
    right = redder(shifted(right))
    result = rendered(name, left, right)
    new = (*result.left_frames, *result.right_frames)
    assert all(frame.shape == left[0].shape and frame.dtype == np.uint8 for frame in new)
    assert len(result.left_frames) == FRAMES - result.trim_left
    assert len(result.right_frames) == FRAMES - result.trim_right
    assert result.frames_lost == 2 * FRAMES - len(new)
    kept_left = len(result.left_frames) - result.touched_left
    kept_right = len(result.right_frames) - result.touched_right
    assert all(a is b for a, b in zip(result.left_frames[:kept_left], left, strict=False))
    untouched = result.right_frames[result.touched_right :]
    assert len(untouched) == kept_right
    assert all(a is b for a, b in zip(untouched[::-1], right[::-1], strict=False))


@pytest.mark.parametrize("name", NAMES)
def test_the_frames_given_stay_as_they_are_and_the_result_is_always_the_same(name: str) -> None:
    left, right = continuous()
    right = softer(right)
    before = [frame.copy() for frame in (*left, *right)]
    first, second = (rendered(name, left, right) for _ in range(2))
    assert all((a == b).all() for a, b in zip(before, (*left, *right), strict=True))
    for a, b in zip(
        (*first.left_frames, *first.right_frames),
        (*second.left_frames, *second.right_frames),
        strict=True,
    ):
        assert (a == b).all()


@pytest.mark.parametrize("name", KEEPING_CONTENT)
def test_a_shot_that_goes_on_is_not_changed_visibly(name: str) -> None:
    left, right = continuous()
    result = rendered(name, left, right)
    for before, after in zip(
        (*left, *right), (*result.left_frames, *result.right_frames), strict=True
    ):
        assert difference(before, after) < 3.5
        assert ssim(luma(before), luma(after)) > 0.93
        assert detail_energy(luma(after)) > 0.9 * detail_energy(luma(before))


def test_a_colour_step_becomes_many_that_are_not_seen() -> None:
    left, right = continuous()
    right = redder(right)
    result = rendered("colour_ramp", left, right)
    reds = [frame[..., 0].mean() for frame in (*result.left_frames, *result.right_frames)]
    step = right[0][..., 0].mean() - left[-1][..., 0].mean()
    assert step > 10
    assert max(abs(b - a) for a, b in pairwise(reds)) < step / 8


def test_a_step_of_sharpness_becomes_many() -> None:
    left, right = continuous()
    right = softer(right, 0.6)
    result = rendered("sharpness_ramp", left, right)
    detail = [
        np.log2(detail_energy(luma(frame))) for frame in (*result.left_frames, *result.right_frames)
    ]
    assert detail[0] - detail[-1] > 0.8
    assert max(abs(b - a) for a, b in pairwise(detail)) < (detail[0] - detail[-1]) / 5


@pytest.mark.parametrize("name", ["flow_morph", "flow_morph_head"])
def test_what_stands_elsewhere_is_led_there(name: str) -> None:
    left, right = continuous()
    right = shifted(right, -6)
    result = rendered(name, left, right)
    lumas = [luma(frame) for frame in (*result.left_frames, *result.right_frames)]
    natural = min(ssim(a, b) for a, b in pairwise([luma(frame) for frame in left]))
    assert ssim(luma(left[-1]), luma(right[0])) < natural - 0.2
    assert min(ssim(a, b) for a, b in pairwise(lumas)) > natural - 0.15


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize("name", [n for n in NAMES if n not in ("reextract_keep_length",)])
def test_one_side_alone_can_be_treated(name: str, side: Side) -> None:
    left, right = continuous()
    result = rendered(name, left, redder(right), side)
    other = result.touched_right if side is Side.LEFT else result.touched_left
    assert other == 0


@pytest.mark.parametrize("name", [r.name for r in RECIPES if r.method in RAMPS])
def test_time_reversed_is_the_mirror_image(name: str) -> None:
    left, right = continuous()
    right = redder(right)
    there = rendered(name, left, right, Side.RIGHT)
    back = rendered(name, right[::-1], left[::-1], Side.LEFT)
    for a, b in zip(there.right_frames, back.left_frames[::-1], strict=True):
        assert difference(a, b) <= 0.5


@pytest.mark.parametrize("name", NAMES)
def test_sides_that_are_too_short_are_refused(name: str) -> None:
    left, right = continuous()
    with pytest.raises(ValueError, match=r"room|remain|few|changed|stretch"):
        render(BY_NAME[name].lasting(6), left[:3], right[:3], Workspace())


def test_a_ramp_takes_what_room_it_is_given_and_no_more() -> None:
    left, right = continuous()
    result = render(
        BY_NAME["colour_ramp"], left, redder(right), Workspace(), room=Room(left=2, right=5)
    )
    assert (result.touched_left, result.touched_right) == (2, 5)
    assert result.reaches[0].steps == 8


def test_far_frames_can_be_left_for_later() -> None:
    left, right = continuous()
    right = redder(right)
    whole = rendered("colour_ramp", left, right)
    near = render(BY_NAME["colour_ramp"], left, right, Workspace(), within=3)
    assert whole.touched_right > 3
    assert near.touched_right == whole.touched_right
    for away in range(3):
        assert (near.right_frames[away] == whole.right_frames[away]).all()
    assert near.right_frames[3] is right[3]


@pytest.mark.parametrize("frames", [1, 2, 3])
def test_repeats_are_left_out_on_either_side(frames: int) -> None:
    left, right = continuous()
    drop = Recipe("drop", (Step(Method.DROP_REPEAT, Side.LEFT, frames),))
    result = render(drop, left, [left[-1]] * frames + right, Workspace())
    assert result.left_frames == tuple(left[:-frames])
    assert (result.trim_left, result.trim_right) == (frames, 0)
    mirrored = render(drop.on(Side.RIGHT), left, [left[-1]] * frames + right, Workspace())
    assert mirrored.right_frames == tuple(right)


def test_an_overlap_stands_on_the_left_or_on_the_right() -> None:
    left, right = continuous()
    on_left = rendered("blend_overlap", left, right)
    assert (on_left.trim_left, on_left.trim_right, on_left.touched_left) == (0, 4, 4)
    on_right = rendered("blend_overlap", left, right, Side.RIGHT)
    assert (on_right.trim_left, on_right.trim_right, on_right.touched_right) == (4, 0, 4)
    assert (on_left.left_frames[-1] == on_right.right_frames[3]).all()


def test_work_ends_when_it_is_cancelled() -> None:
    class Stopped(Exception):
        pass

    calls = 0

    def check() -> None:
        nonlocal calls
        calls += 1
        if calls == 5:
            raise Stopped

    left, right = continuous()
    with pytest.raises(Stopped):
        render(BY_NAME["residual_fade"], left, redder(right), Workspace(check))
    assert calls == 5


def test_frames_that_do_not_belong_together_are_refused() -> None:
    left, right = continuous()
    smaller, gray = [right[0][:-2]], [right[0][..., 0]]
    no_frames: list[Rgb] = []
    for wrong in (no_frames, smaller, gray):
        with pytest.raises(ValueError, match="frame"):
            render(BY_NAME["colour_ramp"], left, wrong, Workspace())


def test_names_are_unique() -> None:
    assert len(BY_NAME) == len(RECIPES)


@pytest.mark.parametrize("frames", [4, 6])
def test_re_extraction_leaves_out_at_most_half_of_a_short_clip(frames: int) -> None:
    left, right = continuous()
    astray = [np.roll(frame, -30, axis=1) for frame in right[: frames - 1]]
    result = render(BY_NAME["reextract"], left[-frames:], [*astray, right[0]], Workspace())
    assert max(result.trim_left, result.trim_right) <= (frames - 1) // 2
    assert result.reaches[0] == Reach((frames - 1) // 2, (frames - 1) // 2)
