"""The drawn shot: it starts at the seed frame, moves as asked, and lands where it is told to."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from restitch_app.analysis.psnr import psnr
from restitch_app.demo.painting.film import Film
from restitch_app.demo.pixels import Rgb, centre_crop
from restitch_app.demo.render import Shot, preview, render
from restitch_app.demo.scene import SEGMENT_FRAMES, SEGMENTS
from tests.demo.conftest import seed_picture

SHOT = Shot(160, 96, 25, seed_picture(160, 96), prompt="a lake", seed=11, steps=20, cfg=5.0)


def difference(one: Rgb, two: Rgb) -> float:
    return float(np.abs(one.astype(np.float32) - two).mean())


def sharpness(picture: Rgb) -> float:
    grey = picture.mean(axis=2)
    return float(np.abs(np.diff(grey, axis=1)).mean())


def last(shot: Shot) -> Rgb:
    return list(render(shot))[-1]


def test_the_first_frame_is_the_seed_frame() -> None:
    frames = list(render(SHOT))
    assert len(frames) == SHOT.length
    assert SHOT.start is not None
    assert np.array_equal(frames[0], SHOT.start)


def test_a_seed_frame_of_another_shape_is_centre_cropped() -> None:
    wide = seed_picture(320, 96)
    first = next(iter(render(replace(SHOT, start=wide))))
    assert np.array_equal(first, wide[:, 80:240])
    assert centre_crop(wide, 80, 48).shape == (48, 80, 3)


def test_the_same_shot_is_drawn_the_same_way() -> None:
    assert all(np.array_equal(a, b) for a, b in zip(render(SHOT), render(SHOT), strict=True))


def test_motion_starts_from_rest_and_stays_smooth() -> None:
    frames = list(render(SHOT))
    steps = [difference(a, b) for a, b in pairwise(frames)]
    assert min(steps[3:]) > 0.05
    assert steps[0] < max(steps)
    assert max(steps) < 6 * float(np.median(steps))


@pytest.mark.parametrize(
    "change",
    [
        {"seed": 12},
        {"seed": 11 + 2**40},
        {"cfg": 8.0},
        {"steps": 4},
        {"prompt": "a lake at night"},
        {"prompt": "another lake"},
        {"length": 49},
    ],
)
def test_every_parameter_changes_the_picture(change: dict[str, object]) -> None:
    other = replace(SHOT, **change)  # type: ignore[arg-type]
    assert difference(last(SHOT), last(other)) > 0.3


def test_more_cfg_moves_more() -> None:
    assert SHOT.start is not None
    weak, strong = last(replace(SHOT, cfg=1.0)), last(replace(SHOT, cfg=9.0))
    assert difference(strong, SHOT.start) > 1.2 * difference(weak, SHOT.start)


def test_words_steer_light_and_colour() -> None:
    assert SHOT.start is not None
    night = last(replace(SHOT, prompt="night"))
    warm = last(replace(SHOT, prompt="warm sunset"))
    assert night.mean() < 0.93 * SHOT.start.mean()
    assert warm[:, :, 0].mean() - warm[:, :, 2].mean() > (
        SHOT.start[:, :, 0].mean() - SHOT.start[:, :, 2].mean() + 5
    )


def test_few_steps_are_softer() -> None:
    wide = replace(SHOT, width=320, height=192, start=fine_picture())
    clean, rough = last(wide), last(replace(wide, steps=12))
    assert sharpness(rough) < 0.9 * sharpness(clean)
    assert sharpness(clean) > 0.8 * sharpness(fine_picture())


def test_the_end_image_is_reached_exactly_and_not_by_a_jump() -> None:
    assert SHOT.start is not None
    end = np.ascontiguousarray(np.roll(SHOT.start, 6, axis=1))
    frames = list(render(replace(SHOT, end=end)))
    assert np.array_equal(frames[0], SHOT.start)
    assert np.array_equal(frames[-1], end)
    steps = [difference(a, b) for a, b in pairwise(frames)]
    assert max(steps) < 0.5 * difference(SHOT.start, end)


def test_a_shot_of_one_frame_and_one_without_a_start_image() -> None:
    assert len(list(render(replace(SHOT, length=1)))) == 1
    frames = list(render(replace(SHOT, start=None)))
    assert frames[0].shape == (96, 160, 3)
    assert frames[0].std() > 5


def test_a_preview_clears_up() -> None:
    early, late = preview(SHOT, 0.1), preview(SHOT, 1.0)
    assert early.shape == late.shape == (24, 40, 3)
    assert early.std() > late.std()


def fine_picture() -> Rgb:
    rng = np.random.default_rng(5)
    coarse = rng.integers(60, 196, (96, 160, 3), dtype=np.uint8)
    return np.ascontiguousarray(coarse.repeat(2, axis=0).repeat(2, axis=1))


def test_a_seed_frame_of_the_lake_goes_on_as_the_lake_does_a_little_astray() -> None:
    film = Film(SEGMENTS * (SEGMENT_FRAMES - 1) + 1)
    seed_frame = film.frame(192)
    take = list(render(Shot(832, 480, 13, start=seed_frame, seed=7)))
    assert np.array_equal(take[0], seed_frame)
    assert psnr(take[1], film.frame(193)) > 30
    assert 15 < psnr(take[-1], film.frame(204)) < 30
    other = list(render(Shot(832, 480, 3, start=seed_frame[:, ::-1].copy(), seed=7)))
    assert psnr(other[1], film.frame(193)) < 20
