"""Painted pixels of both views say the same, right number, whatever was done before."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from restitch_app.ui.state.review_state import CompareMode
from restitch_app.ui.viewer.looping import LoopReach
from restitch_app.ui.viewer.shown import Shown
from tests.ui.viewer.review import FRAMES, OTHER, SEGMENTS, Review, painted_numbers

COUNT = FRAMES * SEGMENTS


def expected(frame: int) -> list[int]:
    segment, own = divmod(frame, FRAMES)
    number = 100 * segment + own
    return [number, number + OTHER] if segment == 1 else [number, number]


def settle(qtbot: QtBot, review: Review) -> None:
    """Until the picture in view is that of the playhead."""
    qtbot.waitUntil(lambda: review.viewer.canvas.shown_frame == review.state.playhead)


def test_the_first_picture_is_frame_1(review: Review) -> None:
    assert painted_numbers(review.viewer) == [0]


def test_each_scene_frame_is_painted_as_itself(qtbot: QtBot, review: Review) -> None:
    review.viewer.set_mode(CompareMode.SINGLE)
    for frame in [*range(COUNT), *range(COUNT - 1, -1, -1)]:
        review.viewer.go_to(frame)
        settle(qtbot, review)
        assert painted_numbers(review.viewer) == expected(frame)[:1]


@pytest.mark.parametrize("seed", range(4))
def test_after_any_mix_both_views_show_the_frame_of_the_playhead(
    qtbot: QtBot, comparing: Review, seed: int
) -> None:
    viewer, state = comparing.viewer, comparing.state
    dice = random.Random(seed)
    moves: list[Callable[[], object]] = [
        lambda: viewer.step(1),
        lambda: viewer.step(-1),
        lambda: viewer.step(dice.choice([-10, 10])),
        lambda: viewer.go_to(dice.randrange(COUNT)),
        lambda: play_a_while(qtbot, comparing, dice),
        viewer.next_boundary,
        viewer.previous_boundary,
        viewer.swap,
        lambda: viewer.set_looping(dice.random() < 0.5),
        lambda: viewer.set_reach(dice.choice(list(LoopReach))),
    ]
    for _ in range(40):
        dice.choice(moves)()
        if dice.random() < 0.5:
            continue  # the next one comes before this one is painted
        viewer.player.pause()
        settle(qtbot, comparing)
        swapped = state.compare[0] != min(v for v in state.compare if v)
        numbers = expected(state.playhead)
        assert painted_numbers(viewer) == (numbers[::-1] if swapped else numbers)


def play_a_while(qtbot: QtBot, review: Review, dice: random.Random) -> None:
    play = dice.choice(
        [review.viewer.play_pause, review.viewer.shuttle_forward, review.viewer.shuttle_reverse]
    )
    play()
    left = dice.randrange(1, 6)
    for _ in range(left):
        if not review.viewer.player.is_playing:
            return
        with qtbot.waitSignal(review.viewer.player.shown):
            pass


@pytest.mark.parametrize("direction", [1, -1])
def test_every_painted_tick_while_playing_shows_one_frame_in_both_views(
    qtbot: QtBot, comparing: Review, direction: int
) -> None:
    viewer = comparing.viewer
    seen: list[int] = []

    def look(shown: Shown) -> None:
        assert painted_numbers(viewer) == expected(shown.frame)
        seen.append(shown.frame)

    comparing.state.set_playhead(FRAMES if direction > 0 else 2 * FRAMES - 1)
    settle(qtbot, comparing)
    viewer.player.shown.connect(look)
    viewer.player.shuttle(direction)
    qtbot.waitUntil(lambda: len(seen) >= 15)
    viewer.player.pause()
    viewer.player.shown.disconnect(look)
    # A busy computer leaves frames out, and says so; it never goes back.
    assert all((later - earlier) * direction >= 0 for earlier, later in pairwise(seen))
    assert seen[-1] != seen[0]
