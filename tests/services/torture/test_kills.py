"""kill -9 at random moments of takes, runs, changes of the chain, smoothing and removals."""

from __future__ import annotations

import multiprocessing
import os
import random
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.domain.errors import RestitchError
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.domain.quality import QualityLimits
from restitch_app.domain.runs import RunWishes
from restitch_app.services.project.project import open_project
from restitch_app.services.workbench import Workbench
from tests.services.faulty import hurry_for_good, quick_bench, reopened, run
from tests.services.killing import _Points, killed
from tests.services.scenes import smoothed, with_settings
from tests.services.torture.checks import check_finished, check_opened, send_lost_again
from tests.services.torture.sizes import many

CTX = JobContext()
FEW_STEPS = {"steps": 3}
MOST_WAYS_ON = 12
LONGEST = 6
"""Segments that the scene may grow to."""
_processes = multiprocessing.get_context("forkserver")


def _smooth(bench: Workbench) -> None:
    smoothed(bench, bench.project.scene(), 0, "blend", 2)


def _move(bench: Workbench) -> None:
    bench.chain.move(bench.project.scene(), 0, 1, CTX)


def _insert_and_remove(bench: Workbench) -> None:
    """What was inserted goes again, so that the scene stays as long as it was."""
    scene = bench.project.scene()
    clip = bench.project.path(bench.overview.current(scene)[0].file)
    bench.chain.insert(scene, 1, [clip], CTX)
    bench.history.undo(CTX)


def _split_and_remove(bench: Workbench) -> None:
    """What is split off goes again, so that the scene stays as long as it was."""
    bench.chain.split(bench.project.scene(), 0, 4, CTX)
    bench.chain.remove(bench.project.scene(), 1, CTX)
    bench.history.undo(CTX)
    bench.history.undo(CTX)


def _remove_files(bench: Workbench) -> None:
    """Of the oldest version that does not play."""
    for version in bench.versions.history(bench.project.scene(), 1)[:0:-1]:
        if not version.is_current and version.removed_at is None:
            bench.purging.purge(version, also_seeding=True)
            return


MEANWHILE: dict[str, Callable[[Workbench], None]] = {
    one.__name__: one
    for one in (_smooth, _move, _insert_and_remove, _split_and_remove, _remove_files)
}
"""What a person does beside open jobs. What the program refuses then is refused."""


def _work(folder: Path, number: int, meanwhile: str | None) -> None:
    """In a process of its own: everything that a program does, up to its n-th outside effect."""
    hurry_for_good()
    _Points("", number).install()
    with open_project(folder) as project:
        bench = quick_bench(project, "victim")
        with suppress(RestitchError):
            if meanwhile is not None:
                MEANWHILE[meanwhile](bench)
        with suppress(RestitchError):
            bench.engine.run()


def _victim(folder: Path, number: int, meanwhile: str | None) -> ForkServerProcess:
    process = _processes.Process(target=_work, args=(folder, number, meanwhile))
    process.start()
    return process


def _ask(bench: Workbench, dice: random.Random) -> None:
    scene = bench.project.scene()
    segments = len(bench.overview.current(scene))
    what = dice.choice(("one", "takes", "cascade", "from frame", "generation"))
    if what == "cascade":
        bench.runs.cascade(scene, segments - dice.choice((1, 2)), RunWishes(FEW_STEPS))
    elif what == "generation" and segments < LONGEST:
        bench.runs.extend(scene, dice.choice((1, 2)), RunWishes(FEW_STEPS))
    else:
        request = RegenerationRequest(
            dice.randrange(segments),
            FEW_STEPS,
            takes=2 if what == "takes" else 1,
            from_frame=4 if what == "from frame" else None,
        )
        bench.regeneration.request(scene, request)


def _run_to_the_end(bench: Workbench) -> None:
    """As a person goes on with what waits for one; each time must come nearer to the end."""
    for _ in range(MOST_WAYS_ON):
        run(bench)
        if not send_lost_again(bench):
            return
    raise AssertionError([(one, one.reason) for one in bench.runs.open()])


@pytest.mark.timeout(many(900, 3600))
def test_killed_at_any_moment_nothing_is_lost_or_paid_twice(
    small: Workbench, server: DemoServer
) -> None:
    with_settings(
        small, quality=QualityLimits(is_off=True)
    )  # of random seeds one fails now and then
    dice = random.Random(int(os.environ.get("RESTITCH_TORTURE_SEED", "7")))
    deaths = 0
    while deaths < many(6, 200):
        if not small.jobs.open() and not small.runs.open():
            _ask(small, dice)
        number = dice.randint(1, 160)
        meanwhile = dice.choice(tuple(MEANWHILE)) if dice.random() < 0.4 else None
        has_died = killed(_victim(small.project.folder, number, meanwhile))
        deaths += has_died
        other = reopened(small)
        try:
            check_opened(other)
            if not has_died or dice.random() < 0.3:
                _run_to_the_end(other)
                check_finished(other)
            assert server.prompts_executed <= len(other.jobs.all()), f"death {deaths} at {number}"
        finally:
            other.project.close()
    _run_to_the_end(small)
    check_finished(small)
    assert server.prompts_executed == server.prompts_received == len(small.jobs.all())
