from __future__ import annotations

from itertools import pairwise
from statistics import median

import cv2
import numpy as np
import pytest

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.channels import Channel
from restitch_app.analysis.diagnosis import Cause, diagnose
from restitch_app.analysis.pair import PairCache
from restitch_app.analysis.seam import SeamMeasures, SeamPicture, measure_seam
from restitch_app.analysis.ssim import ssim
from tests.analysis.material import REAL_CLIPS, moving_texture, real_clip
from tests.analysis.seams import (
    brighter,
    clipped,
    left,
    measured,
    moved,
    pictures,
    right,
    sliding,
    softened,
    tinted,
)


def worst(found: SeamMeasures) -> float:
    assert found.verdict is not None
    return found.verdict


def test_a_shot_that_goes_on_is_green_and_has_no_cause() -> None:
    found = measured(left(), right())
    assert worst(found) < 1
    assert diagnose(found).causes == ()
    assert found.natural is not None
    assert found.natural.low - 0.02 <= found.ssim <= found.natural.high + 0.02
    assert set(found.channels) == set(Channel)


def test_the_curve_holds_every_pair_and_the_range_ten_a_side_without_the_seam() -> None:
    before, after = pictures(left()), pictures(right())
    found = measure_seam(before, after)
    every = [ssim(one.luma, other.luma) for one, other in pairwise([*before, *after])]
    assert found.ssim_curve == tuple(every)
    assert found.seam_index == 11
    assert found.ssim == every[11]
    around = every[1:11] + every[12:22]
    assert found.natural is not None
    assert found.natural.median == median(around)
    assert (found.natural.low, found.natural.high) == (min(around), max(around))


def noisy(frames: list[Rgb]) -> list[Rgb]:
    generator = np.random.default_rng(1)
    return [clipped(frame + generator.normal(0, 9, frame.shape)) for frame in frames]


def turned_and_dark(frames: list[Rgb]) -> list[Rgb]:
    return [clipped(frame[::-1, ::-1] / 2) for frame in frames]


WRONG = {
    "brighter": (brighter(right(), 8), Channel.COLOUR, [Cause.COLOUR]),
    "warmer": (tinted(right(), 1.06, 1.0, 0.94), Channel.COLOUR, [Cause.COLOUR]),
    "softer": (softened(right()), Channel.SHARP, [Cause.SHARPNESS]),
    "grainier": (noisy(right()), Channel.SHARP, [Cause.SHARPNESS]),
    "seed frame shown twice": (right(-1), Channel.REPEAT, [Cause.REPEAT]),
    "motion stops": ([sliding()[11]] * 12, Channel.REPEAT, [Cause.REPEAT]),
    "one frame missing": (right(1), Channel.MOTION, [Cause.SKIP]),
    "five frames missing": (right(5), Channel.MOTION, [Cause.SKIP]),
    "shifted down": (moved(right(), 0, 6), Channel.ALIGN, [Cause.MISALIGNMENT]),
    "shifted back": (moved(right(), 5, 0), Channel.ALIGN, [Cause.MISALIGNMENT]),
    "backwards": (list(sliding()[10::-1]), Channel.REVERSE, [Cause.REVERSAL]),
    "a cut": (turned_and_dark(right()), Channel.DETAIL, [Cause.HARD_CUT]),
    "repeat, then softer": (
        [sliding()[11], *softened(right())],
        Channel.REPEAT,
        [Cause.SHARPNESS, Cause.REPEAT],
    ),
    "softer and warmer": (
        softened(tinted(right(), 1.1, 1.0, 0.9)),
        Channel.COLOUR,
        [Cause.COLOUR, Cause.SHARPNESS],
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_seen_on_its_channel_and_named(name: str) -> None:
    after, channel, causes = WRONG[name]
    found = measured(left(), after)
    assert found.channels[channel] >= 1
    assert worst(found) >= 1
    assert list(diagnose(found).causes) == causes
    assert diagnose(found).is_cut == (causes == [Cause.HARD_CUT])


def test_figures_for_people_have_size_and_direction() -> None:
    bright = measured(left(), brighter(right(), 8)).colour
    assert bright.brightness_percent == pytest.approx(5.7, abs=1.0)
    assert bright.lightness == pytest.approx(bright.delta_e, abs=0.3)
    warm = measured(left(), tinted(right(), 1.06, 1.0, 0.94)).colour
    assert warm.blue_yellow > 3
    assert abs(warm.lightness) < 1
    green = measured(left(), tinted(right(), 0.97, 1.04, 0.97)).colour
    assert green.green_red < -2
    faded = [clipped(frame * 0.5 + frame.mean(axis=2, keepdims=True) * 0.5) for frame in right()]
    assert measured(left(), faded).colour.chroma < -3
    shift = measured(left(), moved(right(), 5, -3)).shift_px
    assert shift == pytest.approx((5, -3), abs=0.4)
    assert measured(left(), right(2)).missing_frames == pytest.approx(2, abs=0.3)
    assert measured(left(), right(-1)).missing_frames == pytest.approx(-1, abs=0.1)
    assert measured(left(), softened(right())).sharpness_step < -1


def test_played_backwards_every_step_has_the_other_sign_and_every_score_is_the_same() -> None:
    before, after = left(), softened(brighter(right(), 5), 0.6)
    forth = measured(before, after)
    back = measured(after[::-1], before[::-1])
    assert back.ssim == pytest.approx(forth.ssim, abs=1e-9)
    assert back.sharpness_step == pytest.approx(-forth.sharpness_step, abs=1e-9)
    assert back.colour.lightness == pytest.approx(-forth.colour.lightness, abs=0.1)
    assert back.missing_frames == pytest.approx(forth.missing_frames, abs=0.1)
    # Detail is not in it: the flow moves the left picture, which softens that one alone.
    for channel in set(Channel) - {Channel.DETAIL}:
        close = pytest.approx(forth.channels[channel], abs=0.25, rel=0.1)
        assert back.channels[channel] == close, channel


def test_an_upside_down_scene_scores_the_same_and_shifts_the_other_way() -> None:
    after = moved(right(), 4, 5)
    found = measured(left(), after)
    turned = measured([f[::-1] for f in left()], [f[::-1] for f in after])
    assert found.shift_px is not None
    assert turned.shift_px == pytest.approx((found.shift_px[0], -found.shift_px[1]), abs=0.2)
    assert worst(turned) == pytest.approx(worst(found), rel=0.1)


def test_a_darker_scene_with_the_same_fault_has_the_same_causes() -> None:
    before = [clipped(frame * 0.6) for frame in left()]
    after = [clipped(frame * 0.6) for frame in right(3)]
    assert diagnose(measured(before, after)).causes == (Cause.SKIP,)


def test_a_tint_is_found_where_motion_is_too_fast_to_follow() -> None:
    """Every block differs from the frame before by more than the tint does."""
    generator = np.random.default_rng(2)
    jumping = [np.roll(sliding()[0], generator.integers(-90, 90, 2), (0, 1)) for _ in range(24)]
    going_on = measured(jumping[:12], jumping[12:])
    assert going_on.colour_natural is not None
    assert going_on.colour_natural.median > 4
    assert going_on.channels[Channel.COLOUR] < 1
    found = measured(jumping[:12], tinted(jumping[12:], 1.1, 1.0, 0.9))
    assert found.colour_natural is not None
    by_blocks = found.colour_natural.score(
        found.colour.delta_e - found.colour_natural.median, 0.6, 2.0
    )
    assert by_blocks is not None
    assert by_blocks < 1 <= found.channels[Channel.COLOUR]
    assert Cause.COLOUR in diagnose(found).causes


def test_detail_that_drifts_away_is_no_sharpness_pop() -> None:
    """It goes within six frames, the boundary in the middle: nothing happens there."""
    frames = moving_texture(24, speed_px=2.0)
    for number, soft in enumerate(softened(frames, 2.0)):
        share = 1 - 0.9 ** min(6, max(0, number - 8))
        frames[number] = clipped(frames[number] * (1 - share) + soft * np.float32(share))
    found = measured(frames[:12], frames[12:])
    assert abs(found.sharpness_step) > 0.45
    assert found.channels[Channel.SHARP] < 1


def test_a_clip_that_repeats_every_other_frame_has_no_repeat_at_the_seam() -> None:
    doubled = [frame for frame in sliding()[:14] for _ in range(2)]
    found = measured(doubled[2:13], doubled[13:25])
    assert found.duplicate == pytest.approx(1.0)
    assert found.channels[Channel.REPEAT] < 1


def test_beside_a_frame_that_the_clip_itself_shows_twice_nothing_jumps() -> None:
    before = [*sliding()[:11], sliding()[10]]
    found = measured(before, list(sliding()[11:23]))
    assert found.channels[Channel.MOTION] < 1


def test_gray_pictures_have_steps_of_lightness_alone() -> None:
    def gray(frames: list[Rgb]) -> list[SeamPicture]:
        return [SeamPicture(picture.luma) for picture in pictures(frames)]

    found = measure_seam(gray(left()), gray(brighter(right(), 8)))
    assert found.colour.lightness == pytest.approx(found.colour.delta_e, abs=0.01)
    assert (found.colour.green_red, found.colour.chroma) == pytest.approx((0, 0), abs=0.01)
    assert diagnose(found).causes == (Cause.COLOUR,)


def test_a_cache_changes_nothing_and_measures_a_pair_once() -> None:
    calls = []

    def flow(one: np.ndarray, other: np.ndarray) -> np.ndarray:
        calls.append(1)
        return np.zeros((*one.shape, 2), np.float32)

    cache = PairCache(flow)
    before, after = pictures(left()), pictures(right())
    first = measure_seam(before, after, cache=cache)
    assert len(calls) == 23
    again = measure_seam(pictures(left()), pictures(right()), cache=cache)
    assert len(calls) == 23
    assert again.channels == first.channels
    shifted = measure_seam(
        [*before[1:], after[0]], [*after[1:], *pictures(right(12)[:1])], cache=cache
    )
    assert len(calls) == 24
    assert shifted.ssim_curve[:-1] == first.ssim_curve[1:]


def test_a_cache_lets_the_oldest_pairs_go() -> None:
    cache = PairCache(held=2)
    shown = pictures(list(sliding()[:4]))
    first = cache.pair(shown[0], shown[1])
    assert cache.pair(shown[0], shown[1]) is first
    cache.pair(shown[1], shown[2])
    cache.pair(shown[2], shown[3])
    assert cache.pair(shown[0], shown[1]) is not first


@pytest.mark.parametrize("name", REAL_CLIPS)
def test_real_clips_are_seldom_flagged_and_a_seam_made_in_them_always(name: str) -> None:
    frames = pictures(real_clip(name, 44), 360)
    cache = PairCache()
    going_on = [
        worst(measure_seam(frames[:c], frames[c:], cache=cache)) for c in (12, 16, 20, 24, 28, 32)
    ]
    assert sum(verdict >= 1 for verdict in going_on) <= 1
    assert max(going_on) < 2
    skipped = measure_seam(frames[:16], frames[21:], cache=cache)
    assert worst(skipped) >= 2
    repeated = measure_seam(frames[:16], frames[15:], cache=cache)
    assert Cause.REPEAT in diagnose(repeated).causes


def test_two_models_that_go_on_from_one_picture_make_a_visible_seam() -> None:
    """Plain SSIM calls it better than the motion on both sides."""
    one = pictures(real_clip("wan21_camera_maid_512.webp", 12), 360)
    other = pictures(
        [resized_like(frame) for frame in real_clip("hunyuan_i2v_maid_720.webp", 12)], 360
    )
    found = measure_seam(one[::-1], other)
    assert found.natural is not None
    assert found.ssim > found.natural.high
    assert worst(found) >= 1


def resized_like(frame: Rgb) -> Rgb:
    return np.asarray(cv2.resize(frame, (512, 512), interpolation=cv2.INTER_AREA), np.uint8)


@pytest.mark.parametrize(("black", "levels"), [(0, 8), (0, 16), (4, 10)])
def test_another_shade_of_black_in_a_still_shot_is_colour_and_no_other_shot(
    black: int, levels: int
) -> None:
    shot = [np.full((180, 240, 3), black, np.uint8)] * 12
    found = measured(shot, brighter(shot, levels))
    assert diagnose(found).causes[0] is Cause.COLOUR
    assert not diagnose(found).is_cut
