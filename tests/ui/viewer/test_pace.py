"""The clock without Qt: which frame is due when, and when it says that it falls behind."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from restitch_app.domain.frames import FrameRange
from restitch_app.ui.viewer.looping import LoopReach, loop_range, nearest_boundary, next_boundary
from restitch_app.ui.viewer.pace import Pace

SCENE = FrameRange(0, 100)
RANGES = {0: FrameRange(0, 40), 1: FrameRange(40, 48), 2: FrameRange(48, 100)}


def pace(frame: int = 0, direction: int = 1, loop: FrameRange | None = None) -> Pace:
    made = Pace(frame, direction, Fraction(10), SCENE, loop)
    made.start(5.0)
    return made


def test_a_step_is_due_at_its_time_and_not_before() -> None:
    clock = pace(20)
    assert [clock.frame_at(clock.due(5.0 + s)) for s in (0, 0.09, 0.1, 0.19, 0.35)] == [
        20,
        20,
        21,
        21,
        23,
    ]


@pytest.mark.parametrize(("direction", "start", "end"), [(1, 97, 99), (-1, 2, 0)])
def test_without_a_loop_play_ends_at_the_scenes_end(direction: int, start: int, end: int) -> None:
    clock = pace(start, direction)
    clock.shown(clock.due(60.0), 60.0)
    assert clock.frame_at(clock.step) == end
    assert clock.has_ended


@given(
    frame=st.integers(0, 99),
    direction=st.sampled_from([-1, 1]),
    start=st.integers(0, 90),
    length=st.integers(1, 10),
    seconds=st.floats(0, 100),
)
def test_a_loop_never_leaves_its_range_and_takes_single_steps(
    frame: int, direction: int, start: int, length: int, seconds: float
) -> None:
    loop = FrameRange(start, start + length)
    clock = pace(frame, direction, loop)
    step = max(0, clock.due(5.0 + seconds))
    here, after = clock.frame_at(step), clock.frame_at(step + 1)
    assert here in loop
    assert (after - here - direction) % length == 0
    assert set(clock.ahead(12)) <= set(loop)
    if frame in loop:
        assert clock.frame_at(0) == frame


def test_after_waiting_time_goes_on_from_the_frame_that_came_late() -> None:
    clock = pace()
    clock.shown(1, 9.0)
    clock.hold(9.0)
    assert clock.due(9.05) == 1
    assert clock.due(9.1) == 2
    assert clock.seconds_to_next(9.04) == pytest.approx(0.06)


@pytest.mark.parametrize(("fps", "told"), [(10, None), (9.9, None), (7, 7.0), (4, 4.0)])
def test_the_rate_is_told_only_where_it_is_not_held(fps: float, told: float | None) -> None:
    clock = pace()
    for step in range(1, 40):
        clock.shown(step, 5.0 + step / fps)
    found = clock.reached_fps(5.0 + 39 / fps)
    assert found == (None if told is None else pytest.approx(told, abs=0.6))


def test_boundaries_are_found_from_any_frame() -> None:
    assert [nearest_boundary(RANGES, frame) for frame in (0, 39, 43, 44, 99)] == [0, 0, 0, 1, 1]
    assert next_boundary(RANGES, 40, 1) == (48, 1)
    assert next_boundary(RANGES, 48, -1) == (40, 0)
    assert next_boundary(RANGES, 48, 1) is None
    assert nearest_boundary({0: SCENE}, 5) is None


@pytest.mark.parametrize(
    ("reach", "expected"),
    [
        (LoopReach.SIX, FrameRange(34, 46)),
        (LoopReach.TWENTY_FOUR, FrameRange(16, 48)),
        (LoopReach.WHOLE, FrameRange(0, 48)),
    ],
)
def test_a_loop_stays_within_its_two_segments(reach: LoopReach, expected: FrameRange) -> None:
    assert loop_range(RANGES, 0, reach) == expected
