"""Only the newest answer counts, and none once the asker is gone."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.errors import JobCancelled
from restitch_app.domain.progress import JobContext
from restitch_app.ui.background.latest import Latest


@pytest.fixture
def runner() -> Iterator[JobRunner]:
    pool = QThreadPool()
    runner = JobRunner(pool)
    yield runner
    runner.shut_down(5000)
    shiboken6.delete(runner)


def test_only_the_newest_answer_arrives(qtbot: QtBot, runner: JobRunner) -> None:
    latest = Latest(runner)
    arrived: list[object] = []
    latest.arrived.connect(arrived.append)
    latest.ask("the first", lambda _ctx: 1)
    latest.ask("the second", lambda _ctx: 2)
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert arrived == [2]
    assert not latest.is_waiting


def test_nobody_hears_an_answer_after_the_asker_is_gone(qtbot: QtBot, runner: JobRunner) -> None:
    """The dialog was closed while a worker that cannot be cancelled was still at it."""
    dialog = QObject()
    latest = Latest(runner, dialog)
    has_begun, may_end = threading.Event(), threading.Event()
    contexts: list[JobContext] = []

    def work(ctx: JobContext) -> int:
        contexts.append(ctx)
        has_begun.set()
        assert may_end.wait(5)
        ctx.progress("Still at it")
        return 1

    latest.ask("long", work)
    assert has_begun.wait(5)
    shiboken6.delete(dialog)
    may_end.set()
    with qtbot.capture_exceptions() as exceptions:
        qtbot.waitUntil(lambda: not runner.is_busy)
    assert exceptions == []
    with pytest.raises(JobCancelled):
        contexts[0].wait(0)
