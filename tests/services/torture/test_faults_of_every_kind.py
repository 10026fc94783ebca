"""Every fault of a server while every kind of job runs: it ends, it says why, and it goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product
from random import Random

import pytest

from restitch_app.demo.server import DemoServer, Faults
from restitch_app.domain.jobs import BridgeRequest, JobState, RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.domain.quality import QualityLimits
from restitch_app.domain.runs import RunWishes
from restitch_app.services.workbench import Workbench
from tests.services.faulty import MIDDLE, check_sound, run
from tests.services.scenes import with_settings
from tests.services.server_faults import LOSING, PASSING, REFUSED, UNUSABLE
from tests.services.torture.sizes import many
from tests.services.workflows import added, both_ends_prompt

CTX = JobContext()
STEPS: Mapping[str, str | int | float | bool] = {"steps": 4}
MOST_ROUNDS = 6


def take(bench: Workbench) -> int:
    bench.regeneration.request(bench.project.scene(), RegenerationRequest(MIDDLE, STEPS, takes=2))
    return 2


def from_frame(bench: Workbench) -> int:
    request = RegenerationRequest(MIDDLE, STEPS, from_frame=4)
    bench.regeneration.request(bench.project.scene(), request)
    return 1


def bridge(bench: Workbench) -> int:
    bench.bridging.request(bench.project.scene(), BridgeRequest(0, parameters=STEPS), CTX)
    return 1


def generation(bench: Workbench) -> int:
    bench.runs.extend(bench.project.scene(), 2, RunWishes(STEPS))
    return 2


def cascade(bench: Workbench) -> int:
    bench.runs.cascade(bench.project.scene(), MIDDLE, RunWishes(STEPS))
    return 2


KINDS: dict[str, Callable[[Workbench], int]] = {
    one.__name__: one for one in (take, from_frame, bridge, generation, cascade)
}
"""Each asks for its work and says how many prompts that is."""
FAULTS: dict[str, Faults] = {
    **PASSING,
    **{name: fault for name, (fault, _, _) in REFUSED.items()},
    **UNUSABLE,
    **LOSING,
}
EVERY = list(product(KINDS, FAULTS))
CHOSEN = Random(7).sample(EVERY, many(6, len(EVERY)))


@pytest.fixture
def bench(small: Workbench) -> Workbench:
    """Without gates: what a fault does is asked, not whether the pictures please."""
    added(small, both_ends_prompt())
    with_settings(small, quality=QualityLimits(is_off=True))
    return small


@pytest.mark.parametrize(("kind", "fault"), CHOSEN)
def test_it_ends_says_why_and_goes_on(
    bench: Workbench, server: DemoServer, kind: str, fault: str
) -> None:
    allowed = KINDS[kind](bench)
    server.faults = FAULTS[fault]
    run(bench)
    check_said(bench)
    assert server.prompts_executed <= server.prompts_received <= allowed

    server.faults = Faults()
    for _ in range(MOST_ROUNDS):
        again = gone_on(bench)
        if not again:
            break
        allowed += again
        run(bench)
        check_said(bench)
        assert server.prompts_executed <= server.prompts_received <= allowed
    assert bench.runs.open() == ()
    assert {job.state for job in bench.jobs.all()} <= {JobState.DONE, JobState.FAILED}


def check_said(bench: Workbench) -> None:
    """Once nothing is open: every end has its reason, and every file is as it is told."""
    for job in bench.jobs.all():
        assert job.state in (JobState.DONE, JobState.FAILED, JobState.LOST)
        if job.state is not JobState.DONE:
            assert job.problem is not None
            assert job.problem.title
            assert job.problem.hint
    for halted in bench.runs.open():
        assert halted.reason is not None
        assert halted.reason.title
    check_sound(bench)


def gone_on(bench: Workbench) -> int:
    """What a person does then; how many prompts that may cost. 0: all is done."""
    waiting = bench.runs.open()
    for halted in waiting:
        bench.runs.go_on(halted.id)
    if waiting:
        return 2 * len(waiting)
    ended = [job for job in bench.jobs.all() if job.state in (JobState.FAILED, JobState.LOST)]
    for job in ended:
        bench.jobs.submit_again(job.id)
    return len(ended)
