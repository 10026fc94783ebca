"""What stands out at a seam, and what the pairs around it do as well."""

from __future__ import annotations

import numpy as np
import pytest

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.channels import baseline_of
from restitch_app.analysis.diagnosis import Cause, diagnose
from restitch_app.analysis.overall import overall_step, usual_steps
from restitch_app.analysis.pair import PairCache
from restitch_app.analysis.seam_scores import MOST_STILL, seam_scores
from restitch_app.analysis.standstill import standstill
from restitch_app.analysis.window import SeamWindow
from restitch_app.domain.seams import Channel
from tests.analysis.material import moving_texture
from tests.analysis.seams import SEAM, brighter, left, measured, pictures, right, sliding

WINDOW_FRAMES = 24


def window(frames: list[Rgb], seam: int = SEAM) -> SeamWindow:
    return SeamWindow(pictures(frames[:seam]), pictures(frames[seam:]), PairCache())


def uneven() -> list[Rgb]:
    """Goes on by one, then by six pixels: half of the usual motion is nothing new."""
    steps = np.cumsum([1, 6] * (WINDOW_FRAMES // 2))
    far = moving_texture(int(steps[-1]) + 1, speed_px=1.0)
    return [far[int(step)] for step in steps]


def flickering(every: int) -> list[Rgb]:
    """The slide, brighter from each `every`-th frame after the seam on; darker again after it."""
    frames = list(sliding()[:WINDOW_FRAMES])
    return [
        brighter([frame], 6)[0] if (number - SEAM) // every % 2 == 0 else frame
        for number, frame in enumerate(frames)
    ]


def test_a_frame_shown_again_stands_still_as_nothing_in_uneven_motion_does() -> None:
    frames = uneven()
    going_on = standstill(window(frames))
    assert going_on is not None
    assert going_on < 1
    again = window([*frames[:SEAM], *[frames[SEAM - 1]] * 3, *frames[SEAM : WINDOW_FRAMES - 3]])
    still = standstill(again)
    assert still is not None
    assert still > 3
    found = measured(frames[:SEAM], [*[frames[SEAM - 1]] * 3, *frames[SEAM : WINDOW_FRAMES - 3]])
    assert found.channels[Channel.REPEAT] >= MOST_STILL
    assert Cause.REPEAT in diagnose(found).causes


def test_where_frames_are_shown_twice_anyway_nothing_stands_still() -> None:
    doubled = [frame for frame in sliding()[:13] for _ in range(2)]
    found = standstill(window(doubled[1:25], 11))
    assert found is not None
    assert found <= 0
    unmoved = standstill(window([sliding()[0]] * WINDOW_FRAMES))
    assert unmoved is not None
    assert unmoved <= 0


def test_without_a_flow_nobody_knows_what_stands_still() -> None:
    small = SeamWindow(pictures(left(), 48), pictures(right(), 48), PairCache())
    assert standstill(small) is None


def test_a_scene_that_grows_brighter_all_along_makes_no_step() -> None:
    grows = [brighter([frame], 2.0 * n)[0] for n, frame in enumerate(sliding()[:WINDOW_FRAMES])]
    found = window(grows)
    steps = usual_steps(found, found.natural)
    assert steps is not None
    assert steps.drift[0] > 0.3
    across = overall_step(found, steps, found.seam)
    assert across is not None
    assert across < 0.5
    jumped = window([*grows[:SEAM], *brighter(grows[SEAM:], 6)])
    across = overall_step(jumped, usual_steps(jumped, jumped.natural), jumped.seam)
    assert across is not None
    assert across > 1


def test_no_steps_are_known_without_pairs() -> None:
    found = window([left()[0], right()[0]], 1)
    assert usual_steps(found, ()) is None
    assert overall_step(found, None, found.seam) is None


def test_a_step_that_the_shot_makes_again_and_again_does_not_stand_out() -> None:
    once = measured(flickering(100)[:SEAM], flickering(100)[SEAM:])
    often = measured(flickering(3)[:SEAM], flickering(3)[SEAM:])
    assert once.colour.lightness == pytest.approx(often.colour.lightness, abs=0.2)
    assert once.channels[Channel.COLOUR] > 2
    assert often.channels[Channel.COLOUR] < 1


def test_channels_that_are_not_known_stay_unknown() -> None:
    found = window([left()[-1], *right()[:2]], 1)
    assert Channel.MOTION not in seam_scores(found, baseline_of(found))
