"""kill -9 in the middle of a run: the next start goes on, and nothing is rendered twice."""

from __future__ import annotations

import os
import random

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.domain.jobs import JobState
from restitch_app.domain.runs import RunState, RunWishes
from restitch_app.services.workbench import Workbench
from tests.services.faulty import check_sound, half_written, reopened, run, the_job
from tests.services.killing import killed, victim

INSTANTS = ["before run", "after run", "before current", "after current", "after job done"]


def finished_by_another(bench: Workbench) -> None:
    other = reopened(bench)
    try:
        run(other)
    finally:
        other.project.close()


@pytest.mark.parametrize("instant", INSTANTS)
def test_a_killed_run_is_gone_on_with(small: Workbench, server: DemoServer, instant: str) -> None:
    run_id = small.runs.cascade(small.project.scene(), 1, RunWishes({"steps": 4})).id
    assert killed(victim(small.project.folder, at=instant))
    finished_by_another(small)
    assert small.runs.get(run_id).state is RunState.DONE
    chain = small.overview.current(small.project.scene())
    assert [version.number for version in chain] == [1, 2, 2]
    assert chain[2].seed_from_version_id == chain[1].id
    assert not any(version.is_stale for version in chain)
    assert server.prompts_executed == server.prompts_received == 2
    check_sound(small)


def test_killed_again_and_again_it_makes_every_segment_once(
    small: Workbench, server: DemoServer
) -> None:
    """Where a death left a prompt of which nobody knows, the run asks before it sends another."""
    instants = random.Random(5)
    run_id = small.runs.extend(small.project.scene(), 4, RunWishes({"steps": 4})).id
    for _ in range(8):
        killed(victim(small.project.folder, number=instants.randint(1, 90)))
        _answered(small, run_id)
    while small.runs.get(run_id).state.is_open:
        finished_by_another(small)
        _answered(small, run_id)

    chain = small.overview.current(small.project.scene())
    assert [version.number for version in chain] == [1] * 7
    jobs = small.project.store.jobs.of_run(run_id)
    done = [job for job in jobs if job.state is JobState.DONE]
    assert {job.state for job in jobs} <= {JobState.DONE, JobState.LOST}
    assert [job.result_segment_id for job in done] == [version.id for version in chain[3:]]
    assert server.prompts_executed == 4
    assert small.project.store.faults() == []
    for path in half_written(small.project.folder):
        assert path.suffix == ".png"  # anybody may write those: only age tells
        os.utime(path, (0, 0))
    finished_by_another(small)
    check_sound(small)


def _answered(bench: Workbench, run_id: int) -> None:
    if bench.runs.get(run_id).state is RunState.PAUSED:
        assert the_job(bench).state is JobState.LOST
        bench.runs.go_on(run_id)
