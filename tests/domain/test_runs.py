"""The rule of what comes next in a run, over every situation it can meet."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from restitch_app.domain.jobs import JobState
from restitch_app.domain.runs import (
    FailedGate,
    Look,
    Next,
    RunKind,
    RunState,
    RunWishes,
    SeedRule,
    Step,
    Take,
    Why,
    next_index,
    next_step,
)


def _take(state: JobState, usable: bool, passes: bool) -> Take:
    made = state is JobState.DONE
    return Take(state, is_usable=made and usable, passes=made and usable and passes)


TAKES = st.lists(
    st.builds(_take, st.sampled_from(JobState), st.booleans(), st.booleans()), max_size=4
).map(tuple)
LOOKS = st.builds(
    Look,
    st.sampled_from(RunState),
    TAKES,
    is_placed=st.booleans(),
    placed_passes=st.booleans(),
    is_moved=st.booleans(),
    asks=st.booleans(),
    on_failed_gate=st.sampled_from(FailedGate),
)
DONE = Look(
    RunState.RUNNING,
    (Take(JobState.DONE, is_usable=True, passes=True),),
    is_placed=True,
    placed_passes=True,
    is_moved=False,
    asks=False,
    on_failed_gate=FailedGate.PAUSE,
)


@given(LOOKS)
def test_nothing_is_asked_for_twice_and_nothing_is_passed_without_a_version(look: Look) -> None:
    found = next_step(look)
    if look.state is not RunState.RUNNING or any(take.state.is_open for take in look.takes):
        assert found.step is Step.WAIT
        return
    assert found.step is not Step.WAIT, "a running run never stands still without a reason"
    assert (found.step is Step.ASK) == (not look.takes)
    assert (found.why is not None) == (found.step in (Step.PAUSE, Step.STOP))
    if found.step is Step.ADVANCE:
        assert look.is_placed
        assert not look.is_moved
    if found.step is Step.USE:
        assert not look.is_placed
        assert any(take.is_usable for take in look.takes)
    if found.step is Step.STOP:
        assert look.on_failed_gate is FailedGate.STOP


@given(LOOKS)
def test_a_failed_gate_is_passed_only_where_that_was_asked_for(look: Look) -> None:
    goes_on = next_step(look).step in (Step.ADVANCE, Step.USE)
    passed = look.placed_passes if look.is_placed else any(take.passes for take in look.takes)
    if goes_on and not passed:
        assert look.on_failed_gate is FailedGate.GO_ON


@pytest.mark.parametrize(
    ("look", "wanted"),
    [
        (DONE, Next(Step.ADVANCE)),
        (replace(DONE, takes=()), Next(Step.ASK)),
        (replace(DONE, placed_passes=False), Next(Step.PAUSE, Why.GATE)),
        (replace(DONE, asks=True), Next(Step.PAUSE, Why.CHOOSE)),
        (replace(DONE, is_placed=False), Next(Step.PAUSE, Why.CHOOSE)),
        (replace(DONE, is_placed=False, is_moved=True), Next(Step.PAUSE, Why.MOVED)),
        (
            replace(DONE, is_placed=False, takes=(Take(JobState.LOST), Take(JobState.FAILED))),
            Next(Step.PAUSE, Why.LOST),
        ),
        (
            replace(DONE, is_placed=False, takes=(Take(JobState.CANCELLED),)),
            Next(Step.PAUSE, Why.CANCELLED),
        ),
        (
            replace(
                DONE,
                is_placed=False,
                takes=(Take(JobState.DONE),),
                on_failed_gate=FailedGate.GO_ON,
            ),
            Next(Step.PAUSE, Why.UNUSABLE),
        ),
        (
            replace(
                DONE,
                is_placed=False,
                takes=(Take(JobState.DONE, is_usable=True), Take(JobState.FAILED)),
                on_failed_gate=FailedGate.STOP,
            ),
            Next(Step.STOP, Why.GATE),
        ),
    ],
)
def test_each_end_of_a_request_has_its_answer(look: Look, wanted: Next) -> None:
    assert next_step(look) == wanted


@given(st.sets(st.integers(0, 20)), st.integers(0, 9), st.integers(10, 15))
def test_a_cascade_goes_to_the_next_stale_segment_of_its_own(
    stale: set[int], at_index: int, stop_index: int
) -> None:
    index = next_index(RunKind.CASCADE, at_index, stop_index, frozenset(stale))
    assert at_index < index <= stop_index
    assert not stale & set(range(at_index + 1, index))
    assert index == stop_index or index in stale
    assert next_index(RunKind.GENERATION, at_index, stop_index, frozenset(stale)) == at_index + 1


@given(st.integers(0, 5), st.integers(0, 5), st.integers(1, 4))
def test_seeds_by_rule_never_meet(first_index: int, later: int, takes: int) -> None:
    wishes = RunWishes(seed_rule=SeedRule.INCREMENT, seed=7, takes=takes)
    seeds = [wishes.seeds_at(index, first_index) for index in range(first_index, first_index + 6)]
    assert seeds[0][0] == 7
    assert len({seed for of_place in seeds for seed in of_place}) == 6 * takes
    assert seeds[later] == wishes.seeds_at(first_index + later, first_index)
    fixed = replace(wishes, seed_rule=SeedRule.FIXED, takes=1)
    assert fixed.seeds_at(first_index + later, first_index) == (7,)
    assert replace(wishes, seed_rule=SeedRule.RANDOM).seeds_at(later, 0) == ()
