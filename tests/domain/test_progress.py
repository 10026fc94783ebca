"""Work notices that it should stop, and why."""

from __future__ import annotations

import threading

import pytest

from restitch_app.domain.errors import JobCancelled, JobSuspended
from restitch_app.domain.progress import JobContext, Progress


def test_progress_is_reported_until_the_work_is_stopped() -> None:
    heard: list[Progress] = []
    ctx = JobContext(heard.append)
    ctx.progress("Rendering", 1, 4)
    ctx.cancel()
    with pytest.raises(JobCancelled):
        ctx.progress("Rendering", 2, 4)
    assert heard == [Progress("Rendering", 1, 4)]


def test_suspending_is_told_apart_from_cancelling() -> None:
    ctx = JobContext()
    ctx.suspend()
    with pytest.raises(JobSuspended):
        ctx.progress("Rendering")


def test_work_that_was_cancelled_stays_so_while_the_program_ends() -> None:
    ctx = JobContext()
    ctx.cancel()
    ctx.suspend()
    with pytest.raises(JobCancelled):
        ctx.wait(0)


def test_waiting_ends_at_once_when_the_work_is_cancelled() -> None:
    ctx = JobContext()
    waiting = threading.Event()
    ended: list[type[BaseException]] = []

    def wait() -> None:
        waiting.set()
        try:
            ctx.wait(60)
        except JobCancelled as error:
            ended.append(type(error))

    thread = threading.Thread(target=wait)
    thread.start()
    assert waiting.wait(5)
    ctx.cancel()
    thread.join(5)
    assert ended == [JobCancelled]
