"""Asking servers for jobs that wait: what may happen while nobody waits for the answer."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import cast

import pytest

from restitch_app.domain.errors import JobCancelled
from restitch_app.domain.progress import JobContext
from restitch_app.domain.servers import Server, ServerState
from restitch_app.services.project.project import Project
from restitch_app.services.servers.server_list import ServerList
from restitch_app.services.servers.survey import Survey
from tests.services.faulty import wait_for

HERE = Server("http://127.0.0.1:8188", "here")


class ClosedProject:
    @property
    def store(self) -> object:
        raise RuntimeError("the store was closed")


class Servers:
    """Whose answer to `states` is what `answer` says."""

    def __init__(self, answer: Callable[[JobContext], tuple[ServerState, ...]]) -> None:
        self._answer = answer

    def servers(self) -> tuple[Server, ...]:
        return (HERE,)

    def states(self, ctx: JobContext) -> tuple[ServerState, ...]:
        return self._answer(ctx)


def survey_of(answer: Callable[[JobContext], tuple[ServerState, ...]]) -> Survey:
    return Survey(cast(Project, ClosedProject()), cast(ServerList, Servers(answer)))


def asking() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name == "asking servers"]


def test_an_answer_that_comes_after_the_end_touches_no_project(
    caplog: pytest.LogCaptureFixture,
) -> None:
    asked, late = threading.Event(), threading.Event()

    def answer(_ctx: JobContext) -> tuple[ServerState, ...]:
        asked.set()
        late.wait(10)
        return (ServerState(HERE, is_answering=True),)

    survey = survey_of(answer)
    assert survey.answers(()) is None
    assert asked.wait(10)
    survey.stop()
    late.set()
    wait_for(lambda: not asking())
    assert caplog.records == []


def test_a_round_that_fails_is_logged_and_the_next_one_asked(
    caplog: pytest.LogCaptureFixture,
) -> None:
    rounds: list[JobContext] = []

    def answer(ctx: JobContext) -> tuple[ServerState, ...]:
        rounds.append(ctx)
        if len(rounds) == 1:
            raise KeyError("a mistake of ours")
        raise JobCancelled

    survey = survey_of(answer)
    for number in (1, 2):
        assert survey.answers(()) is None
        wait_for(lambda: not asking())
        assert len(rounds) == number
    assert [one.levelno for one in caplog.records] == [logging.ERROR]
