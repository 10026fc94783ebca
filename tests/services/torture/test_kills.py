"""kill -9 at random moments of regeneration, takes, a cascade and smoothing."""

from __future__ import annotations

import multiprocessing
import os
import random
from contextlib import suppress
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.domain.errors import RestitchError
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.runs import RunWishes
from restitch_app.services.project.project import open_project
from restitch_app.services.workbench import Workbench
from tests.services.faulty import hurry_for_good, quick_bench, reopened, run
from tests.services.killing import _Points, killed
from tests.services.scenes import smoothed
from tests.services.torture.checks import check_finished, check_opened, send_lost_again
from tests.services.torture.sizes import many

FEW_STEPS = {"steps": 3}
_processes = multiprocessing.get_context("forkserver")


def _work(folder: Path, number: int, *, also_smooths: bool) -> None:
    """In a process of its own: everything that a program does, up to its n-th outside effect."""
    hurry_for_good()
    _Points("", number).install()
    with open_project(folder) as project:
        bench = quick_bench(project, "victim")
        if also_smooths:
            smoothed(bench, project.scene(), 0, "blend", 2)
        with suppress(RestitchError):
            bench.engine.run()


def _victim(folder: Path, number: int, *, also_smooths: bool) -> ForkServerProcess:
    process = _processes.Process(
        target=_work, args=(folder, number), kwargs={"also_smooths": also_smooths}
    )
    process.start()
    return process


def _ask(bench: Workbench, dice: random.Random) -> None:
    scene = bench.project.scene()
    what = dice.choice(("one", "takes", "cascade"))
    if what == "cascade":
        bench.runs.cascade(scene, dice.choice((0, 1)), RunWishes(FEW_STEPS))
    else:
        takes = 2 if what == "takes" else 1
        request = RegenerationRequest(dice.randrange(3), FEW_STEPS, takes=takes)
        bench.regeneration.request(scene, request)


@pytest.mark.timeout(many(120, 3600))
def test_killed_at_any_moment_nothing_is_lost_or_paid_twice(
    small: Workbench, server: DemoServer
) -> None:
    dice = random.Random(int(os.environ.get("RESTITCH_TORTURE_SEED", "7")))
    deaths = 0
    while deaths < many(6, 200):
        if not small.jobs.open() and not small.runs.open():
            _ask(small, dice)
        number = dice.randint(1, 160)
        has_died = killed(_victim(small.project.folder, number, also_smooths=dice.random() < 0.3))
        deaths += has_died
        other = reopened(small)
        try:
            check_opened(other)
            if not has_died or dice.random() < 0.3:
                run(other)
                while send_lost_again(other):
                    run(other)
                check_finished(other)
            assert server.prompts_executed <= len(other.jobs.all()), f"death {deaths} at {number}"
        finally:
            other.project.close()
    run(small)
    while send_lost_again(small):
        run(small)
    check_finished(small)
    assert server.prompts_executed == server.prompts_received == len(small.jobs.all())
