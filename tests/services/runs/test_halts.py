"""Where a run waits for a person, and how it goes on or ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from restitch_app.demo.server import DemoServer, Faults
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.jobs import BecomesCurrent, JobState, RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.domain.quality import QualityLimits, Verdict
from restitch_app.domain.runs import FailedGate, RunRecord, RunState, RunWishes, SeedRule
from restitch_app.services.runs.controls import merged
from restitch_app.services.workbench import Workbench
from tests.services.faulty import check_sound, history, run, run_with, the_job
from tests.services.scenes import with_settings

STRICTEST = QualityLimits(colour_warn=0.5, colour_fail=0.5)
"""The drawn takes of these seeds move away from their seed frame by more: every one fails."""
NO_GATES = QualityLimits(is_off=True)
FEW_STEPS = RunWishes({"steps": 4}, seed_rule=SeedRule.INCREMENT, seed=5)


@pytest.fixture
def gated(small: Workbench) -> Workbench:
    with_settings(small, quality=STRICTEST, becomes_current=BecomesCurrent.WHEN_QA_PASSES)
    return small


def begun(bench: Workbench, wishes: RunWishes = FEW_STEPS, from_index: int = 1) -> RunRecord:
    """As far as it goes by itself."""
    started = bench.runs.cascade(bench.project.scene(), from_index, wishes)
    run(bench)
    return bench.runs.get(started.id)


def gone_on(bench: Workbench, halted: RunRecord, wishes: RunWishes | None = None) -> RunRecord:
    bench.runs.go_on(halted.id, wishes)
    run(bench)
    return bench.runs.get(halted.id)


def renders(bench: Workbench, jobs: int) -> Callable[[], bool]:
    """The moment when the n-th job is being rendered."""
    return lambda: len(bench.jobs.all()) == jobs and the_job(bench).state is JobState.RUNNING


def numbers(bench: Workbench) -> list[int]:
    return [version.number for version in bench.overview.current(bench.project.scene())]


def code(halted: RunRecord) -> str | None:
    return halted.reason.code if halted.reason else None


def test_at_a_failed_gate_it_pauses_and_goes_on_with_other_values(
    gated: Workbench, server: DemoServer
) -> None:
    halted = begun(gated)
    assert (halted.state, code(halted), halted.at_index) == (RunState.PAUSED, "gate", 1)
    assert halted.reason is not None
    told = gated.versions.quality(history(gated)[0])
    assert told is not None
    failed = next(one.message for one in told.checks if one.verdict is Verdict.FAIL)
    assert halted.reason.detail == f"{failed} Nothing after it was begun"
    assert halted.reason.hint == (
        "Continue the run to render the segment again, with other settings if you like; to keep "
        "it, use it first"
    )
    assert numbers(gated) == [1, 1, 1]
    assert server.prompts_executed == 1

    with_settings(gated, quality=NO_GATES)
    ended = gone_on(gated, halted, merged(halted.wishes, {"cfg": 4.0}))
    assert ended.state is RunState.DONE
    assert numbers(gated) == [1, 3, 2]
    assert history(gated)[0].parameters["cfg"] == 4.0
    assert history(gated, 2)[0].parameters["cfg"] == 4.0
    assert server.prompts_executed == 3
    check_sound(gated)


def test_a_failed_take_that_a_person_uses_is_gone_on_from(
    gated: Workbench, server: DemoServer
) -> None:
    halted = begun(gated)
    gated.versions.use(history(gated)[0], JobContext())
    with_settings(gated, quality=NO_GATES)
    assert gone_on(gated, halted).state is RunState.DONE
    assert numbers(gated) == [1, 2, 2]
    assert server.prompts_executed == 2


@pytest.mark.parametrize(
    ("wish", "state", "shown"),
    [
        (FailedGate.STOP, RunState.STOPPED, [1, 1, 1]),
        (FailedGate.GO_ON, RunState.DONE, [1, 2, 2]),
    ],
)
def test_a_failed_gate_as_it_was_wished(
    gated: Workbench, wish: FailedGate, state: RunState, shown: list[int]
) -> None:
    ended = begun(gated, replace(FEW_STEPS, on_failed_gate=wish))
    assert ended.state is state
    assert numbers(gated) == shown
    assert gated.runs.open() == ()


def test_where_the_project_asks_it_waits_for_each_choice(
    small: Workbench, server: DemoServer
) -> None:
    with_settings(small, becomes_current=BecomesCurrent.ASK)
    halted = begun(small)
    assert (halted.state, code(halted)) == (RunState.PAUSED, "choose")
    with pytest.raises(WrongUse, match="waits for your choice"):
        small.runs.go_on(halted.id)
    small.versions.use(history(small)[0], JobContext())
    halted = gone_on(small, halted)
    assert (halted.state, halted.at_index) == (RunState.PAUSED, 2)
    small.versions.use(history(small, 2)[0], JobContext())
    assert gone_on(small, halted).state is RunState.DONE
    assert server.prompts_executed == 2


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (Faults(fail_at_class="KSampler"), "failed"),
        (Faults(lose_job_at_step=2), "lost"),
        (Faults(output_size=(64, 64)), "unusable"),
    ],
)
def test_a_fault_pauses_it_and_the_segment_is_made_again(
    small: Workbench, server: DemoServer, fault: Faults, why: str
) -> None:
    server.faults = fault
    halted = begun(small, RunWishes({"steps": 4}))  # the server keeps what a seed once gave
    assert (halted.state, code(halted)) == (RunState.PAUSED, why)
    assert halted.reason is not None
    assert halted.reason.hint
    assert numbers(small) == [1, 1, 1]
    assert gone_on(small, halted).state is RunState.DONE
    assert [version.is_stale for version in small.overview.current(small.project.scene())] == [
        False
    ] * 3


def test_a_new_last_frame_that_is_the_old_one_ends_it(small: Workbench, server: DemoServer) -> None:
    fixed = RunWishes({"steps": 4}, seed_rule=SeedRule.FIXED, seed=7)
    assert begun(small, fixed).left == 0
    again = begun(small, fixed)
    assert (again.state, again.left, code(again)) == (RunState.DONE, 1, "nothing_stale")
    assert numbers(small) == [1, 3, 2]
    assert server.prompts_executed == 3


def test_where_the_frame_before_came_back_nothing_is_rendered(
    small: Workbench, server: DemoServer
) -> None:
    with_settings(small, quality=NO_GATES)
    (old,) = history(small, 0)
    started = small.runs.cascade(small.project.scene(), 0, RunWishes({"steps": 40}))
    run_with(small, (renders(small, 2), lambda: small.versions.use(old, JobContext())))
    paused = small.runs.get(started.id)
    assert (paused.state, paused.at_index, code(paused)) == (RunState.PAUSED, 1, "moved")
    assert not any(one.is_stale for one in small.overview.current(small.project.scene()))

    small.runs.go_on(started.id)
    assert small.runs.get(started.id).state is RunState.DONE
    assert server.prompts_received == 2
    assert numbers(small) == [1, 1, 1]


def test_it_is_paused_and_ended_by_hand(small: Workbench, server: DemoServer) -> None:
    scene = small.project.scene()
    started = small.runs.cascade(scene, 1, RunWishes({"steps": 100}))
    with pytest.raises(WrongUse, match="under way"):
        small.runs.cascade(scene, 2, FEW_STEPS)
    run_with(small, (renders(small, 1), lambda: small.runs.pause(started.id)))
    paused = small.runs.get(started.id)
    assert (paused.state, paused.at_index) == (RunState.PAUSED, 1)
    assert numbers(small) == [1, 2, 1], "what was being rendered is finished and kept"

    small.runs.go_on(started.id)
    assert small.runs.get(started.id).at_index == 2
    run_with(small, (renders(small, 2), lambda: small.runs.end(started.id)))
    assert small.runs.get(started.id).state is RunState.CANCELLED
    assert the_job(small).state is JobState.CANCELLED
    assert numbers(small) == [1, 2, 1]
    assert server.prompts_received == 2
    small.history.undo(JobContext())
    assert numbers(small) == [1, 1, 1]
    check_sound(small)


def test_what_a_person_asks_for_goes_before_the_next_step_of_a_run(small: Workbench) -> None:
    scene = small.project.scene()
    started = small.runs.cascade(scene, 1, FEW_STEPS)
    settled = small.regeneration.settle(scene, RegenerationRequest(1))
    (of_run,) = small.regeneration.queue(settled, started)
    (own,) = small.regeneration.request(scene, RegenerationRequest(0))
    found = small.project.store.jobs.next_open(own.server_url)
    assert found is not None
    assert (found.id, of_run.id < own.id) == (own.id, True)
    assert small.regeneration.queue(settled, started) == [], "the run has moved since it was seen"


def test_several_takes_with_one_seed_are_refused(small: Workbench) -> None:
    wishes = RunWishes(seed_rule=SeedRule.FIXED, seed=7, takes=2)
    with pytest.raises(WrongUse, match="would all be the same"):
        small.runs.cascade(small.project.scene(), 1, wishes)
    assert small.runs.list() == ()


def test_it_pauses_with_the_cancel_of_the_last_take_that_could_come(small: Workbench) -> None:
    started = small.runs.cascade(small.project.scene(), 1, RunWishes(takes=2))
    settled = small.regeneration.settle(small.project.scene(), RegenerationRequest(1, takes=2))
    one, other = small.regeneration.queue(settled, started)
    small.jobs.cancel(one.id)
    assert small.runs.get(started.id).state is RunState.RUNNING
    small.jobs.cancel(other.id)
    halted = small.runs.get(started.id)
    assert (halted.state, code(halted)) == (RunState.PAUSED, "cancelled")
    assert small.runs.go_on(started.id).request_id is None, "those two are waited for no more"


def test_a_cancelled_take_pauses_it(small: Workbench, server: DemoServer) -> None:
    started = small.runs.cascade(small.project.scene(), 1, RunWishes({"steps": 100}))
    run_with(small, (renders(small, 1), lambda: small.jobs.cancel(the_job(small).id)))
    halted = small.runs.get(started.id)
    assert (halted.state, code(halted)) == (RunState.PAUSED, "cancelled")
    assert numbers(small) == [1, 1, 1]
    ended = gone_on(small, halted, merged(halted.wishes, {"steps": 4}))
    assert ended.state is RunState.DONE
    assert [
        version.parameters["steps"] for version in small.overview.current(small.project.scene())[1:]
    ] == [4, 4]
    assert server.prompts_received == 3
