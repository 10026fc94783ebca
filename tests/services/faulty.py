"""Engines in a hurry: short waits everywhere, and ways to run one up to a moment."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable
from pathlib import Path

from restitch_app.comfy.server.watch import Pace
from restitch_app.comfy.server.wire import Timeouts
from restitch_app.domain.jobs import JobRecord, JobState, RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Version
from restitch_app.services.project.project import Project, open_project
from restitch_app.services.workbench import Workbench, workbench
from tests.services.scenes import servers_of

MIDDLE = 1
"""Sequence index of the segment that has two neighbours, in a scene of three."""
PATIENCE_S = 60.0

PACE = Pace(
    poll_s=0.3,
    poll_without_socket_s=0.1,
    ending_poll_s=0.02,
    late_history_s=8.0,
    lost_after_s=2.5,  # the fault "late history" may come while a quiet socket is opened anew
    socket_retry_s=0.2,
    quiet_socket_s=1.0,
    tick_s=0.02,
)
TIMEOUTS = Timeouts(connect_s=1.0, read_s=1.0, answer_s=3.0, submit_s=1.0, cancel_s=0.5)
HURRY: tuple[tuple[str, str, object], ...] = (
    ("restitch_app.services.jobs.server_worker", "FIRST_WAIT_S", 0.05),
    ("restitch_app.services.jobs.server_worker", "LONGEST_WAIT_S", 0.2),
    ("restitch_app.services.jobs.server_worker", "NOTE_EVERY_S", 0.05),
    ("restitch_app.services.jobs.engine", "LOOK_S", 0.02),
    ("restitch_app.services.servers.survey", "LOOK_EVERY_S", 0.1),
    ("restitch_app.services.jobs.dispatching", "AWAY_S", 0.5),
    ("restitch_app.services.jobs.engine", "CANCEL_GRACE_S", 0.3),
    ("restitch_app.comfy.server.watch", "Pace", lambda: PACE),
)


class Reached(Exception):
    """The moment that a test waited for has come."""


def hurry_for_good() -> None:
    """For a process of its own; tests use the fixture `hurry`."""
    for module, name, value in HURRY:
        setattr(importlib.import_module(module), name, value)


def quick_bench(project: Project, who: str = "test") -> Workbench:
    return workbench(project, servers_of(project, TIMEOUTS), who)


def reopened(bench: Workbench) -> Workbench:
    """Another program's view of the same project, with nothing in memory. Close its project."""
    return quick_bench(open_project(bench.project.folder), "another test")


def ask(bench: Workbench, index: int = MIDDLE, **parameters: str | int | float) -> JobRecord:
    (job,) = bench.regeneration.request(
        bench.project.scene(), RegenerationRequest(index, parameters)
    )
    return job


def the_job(bench: Workbench) -> JobRecord:
    """The newest one."""
    return bench.jobs.all()[-1]


def history(bench: Workbench, index: int = MIDDLE) -> list[Version]:
    return bench.versions.history(bench.project.scene(), index)


def run(bench: Workbench) -> None:
    """Until no job is open. Fails where that takes too long."""
    until = time.monotonic() + PATIENCE_S

    def look() -> None:
        assert time.monotonic() < until, [(j.state, j.problem) for j in bench.jobs.all()]

    bench.engine.run(look)


def run_until(bench: Workbench, moment: Callable[[], object]) -> None:
    """Run the engine up to a moment and stop it there, as closing the program does."""
    until = time.monotonic() + PATIENCE_S

    def look() -> None:
        if moment():
            raise Reached
        assert time.monotonic() < until, [(j.state, j.problem) for j in bench.jobs.all()]

    try:
        bench.engine.run(look)
    except Reached:
        return
    raise AssertionError("all jobs ended before the moment came")


def run_with(bench: Workbench, *steps: tuple[Callable[[], object], Callable[[], object]]) -> None:
    """Until no job is open; at each moment, in this order, its action is done once."""
    left = list(steps)
    until = time.monotonic() + PATIENCE_S

    def take_step() -> bool:
        if left and left[0][0]():
            left.pop(0)[1]()
            return True
        return False

    def look() -> None:
        take_step()
        assert time.monotonic() < until, [(j.state, j.problem) for j in bench.jobs.all()]

    bench.engine.run(look)
    while take_step():  # what came about in the last moment
        pass
    assert not left, "all jobs ended before every moment had come"


def in_state(bench: Workbench, state: JobState) -> Callable[[], bool]:
    return lambda: the_job(bench).state is state


def is_waiting(bench: Workbench) -> Callable[[], bool]:
    return lambda: the_job(bench).waiting_since is not None


def wait_for(moment: Callable[[], object], timeout_s: float = PATIENCE_S) -> None:
    """For what another process or thread brings about."""
    until = time.monotonic() + timeout_s
    while not moment():
        assert time.monotonic() < until, "it never came"
        time.sleep(0.005)


def half_written(folder: Path) -> list[Path]:
    return [path for path in (folder / "media").rglob("*") if ".part" in path.name]


def check_sound(bench: Workbench) -> None:
    """Every file that the project speaks of is there, as recorded, and nothing is half-written."""
    assert bench.verifying.verify(JobContext()).faults == ()
    assert half_written(bench.project.folder) == []
