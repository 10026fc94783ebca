from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.bridge.pools import Runners
from restitch_app.domain.errors import JobSuspended, RestitchError
from restitch_app.domain.progress import JobContext


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[JobRunner]:
    runner = JobRunner(QThreadPool())
    yield runner
    assert runner.shut_down(wait_ms=5_000)


def test_the_result_arrives_before_ended(qtbot: QtBot, runner: JobRunner) -> None:
    job = runner.submit("add", lambda _ctx: 3)
    results: list[object] = []
    job.succeeded.connect(results.append)
    with qtbot.waitSignals([job.succeeded, job.ended], order="strict"):
        pass
    assert results == [3]


def test_progress_is_passed_on_in_order(qtbot: QtBot, runner: JobRunner) -> None:
    def count(ctx: JobContext) -> None:
        for done in range(5):
            ctx.progress("Counting", done, 5)

    job = runner.submit("count", count)
    seen: list[int] = []
    job.progressed.connect(lambda progress: seen.append(progress.done))
    with qtbot.waitSignal(job.ended):
        pass
    assert seen == [0, 1, 2, 3, 4]


def test_cancelling_ends_the_job_without_a_failure(qtbot: QtBot, runner: JobRunner) -> None:
    started = threading.Event()

    def endless(ctx: JobContext) -> None:
        while True:
            started.set()
            ctx.progress("Rendering")

    job = runner.submit("render", endless)
    failures: list[Exception] = []
    job.failed.connect(failures.append)
    with qtbot.waitSignal(job.ended):
        assert started.wait(5)
        job.cancel()
    assert failures == []


def test_suspended_work_is_no_failure(qtbot: QtBot, runner: JobRunner) -> None:
    def leave(_ctx: JobContext) -> None:
        raise JobSuspended

    job = runner.submit("render", leave)
    failures: list[Exception] = []
    job.failed.connect(failures.append)
    with qtbot.waitSignal(job.ended):
        pass
    assert failures == []


def test_a_failure_carries_the_exception(qtbot: QtBot, runner: JobRunner) -> None:
    def fail(_ctx: JobContext) -> None:
        raise RestitchError("The disk is full")

    job = runner.submit("export", fail)
    with qtbot.waitSignal(job.failed) as caught:
        pass
    assert caught.args is not None
    assert caught.args[0].title == "The disk is full"


def test_three_hundred_jobs_all_end(qtbot: QtBot, runner: JobRunner) -> None:
    def same(number: int, _ctx: JobContext) -> int:
        return number

    done: list[int] = []
    for number in range(300):
        runner.submit("same", partial(same, number)).succeeded.connect(done.append)
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert sorted(done) == list(range(300))


def test_the_desk_works_on_one_thread_in_order(qtbot: QtBot) -> None:
    runners = Runners()
    threads: set[int] = set()
    order: list[int] = []

    def note(number: int, _ctx: JobContext) -> None:
        threads.add(threading.get_ident())
        order.append(number)

    for number in range(20):
        runners.desk.submit("note", partial(note, number))
    qtbot.waitUntil(lambda: not runners.desk.is_busy)
    assert len(threads) == 1
    assert order == list(range(20))
    assert runners.shut_down()


def test_what_is_local_to_the_desk_outlives_a_job(qtbot: QtBot) -> None:
    runners = Runners()
    own = threading.local()
    found: list[int] = []

    def count(_ctx: JobContext) -> None:
        own.count = getattr(own, "count", 0) + 1
        found.append(own.count)

    for _ in range(3):
        with qtbot.waitSignal(runners.desk.submit("count", count).ended):
            pass
    assert found == [1, 2, 3]
    assert runners.shut_down()
