"""How long a command waits for a server that does not do its work, and what it says meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest

from restitch_app.cli.following import ProgressSeen
from restitch_app.demo.server import AnswerFault, DemoServer, Faults
from restitch_app.demo.server.manner import Manner
from restitch_app.domain.jobs import JobRecord, JobState
from tests.cli.running import Cli
from tests.services.test_dispatch import JOB

BUSY = AnswerFault("/prompt", "status", status=503, times=1000)


@pytest.fixture
def keyed() -> Iterator[DemoServer]:
    with DemoServer(step_delay_s=0.01, manner=Manner(api_key="sk-other")) as running:
        yield running


def test_tries_that_come_to_nothing_do_not_renew_patience(
    cli: Cli, project: Path, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each try uploads, which the server takes, and is told to come again."""
    monkeypatch.setattr("restitch_app.services.jobs.server_worker.LONGEST_WAIT_S", 0.4)
    monkeypatch.setattr("restitch_app.services.jobs.server_worker.FIRST_WAIT_S", 0.4)
    server.faults = Faults(answers=(BUSY,))
    began = monotonic()
    result = cli("regenerate", project, 3, "--server", server.url, "--patience", 3, "--json")
    assert result.code == 3
    assert result.json["error"]["code"] == "server_silent"
    assert "answered 503" in result.json["error"]["detail"]
    assert monotonic() - began < 30


def test_a_prompt_that_the_server_fails_over_is_a_failure(
    cli: Cli, project: Path, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("restitch_app.services.jobs.server_worker.LONGEST_WAIT_S", 0.1)
    monkeypatch.setattr("restitch_app.services.jobs.server_worker.FIRST_WAIT_S", 0.1)
    server.faults = Faults(answers=(AnswerFault("/prompt", "status", times=1000),))
    result = cli("regenerate", project, 3, "--server", server.url, "--json")
    assert result.code == 3
    assert result.json["error"]["code"] == "prompt_fails_server"
    assert result.json["jobs"][0]["state"] == "failed"


@pytest.mark.parametrize("status", [401, 403])
def test_a_server_that_wants_another_key_is_said_at_once(
    cli: Cli, project: Path, keyed: DemoServer, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    variable = f"RESTITCH_API_KEY_127_0_0_1_{keyed.port}"
    if status == 403:  # a gateway's word for a wrong key
        monkeypatch.setenv(variable, "sk-other")
        keyed.faults = Faults(answers=(AnswerFault("", "status", status=403, times=1000),))
    result = cli("regenerate", project, 3, "--server", keyed.url, "--patience", 600, "--json")
    assert result.code == 3
    error = result.json["error"]
    assert "API key" in error["title"]
    assert keyed.url in error["title"]
    assert f"restitch servers add {keyed.url} --key-stdin" in error["hint"]
    assert variable in error["hint"]
    assert "--resume" in error["hint"]
    assert "has not answered" not in result.err
    [job] = cli("jobs", project, "--json").json["jobs"]
    assert job["state"] in ("queued", "uploading")


def test_a_stage_that_comes_back_is_no_progress() -> None:
    seen = ProgressSeen()

    def at(state: JobState, stage: str, done: int = 0) -> JobRecord:
        return replace(JOB, state=state, stage=stage, done=done)

    uploading, submitted = at(JobState.UPLOADING, "Uploading"), at(JobState.SUBMITTED, "Sent")
    assert [seen.is_new(one) for one in (uploading, submitted)] == [True, True]
    assert [seen.is_new(one) for one in (uploading, submitted)] == [False, False]
    steps = [at(JobState.RUNNING, "Sampler", done) for done in (1, 2, 1, 2, 3)]
    assert [seen.is_new(one) for one in steps] == [True, True, False, False, True]
