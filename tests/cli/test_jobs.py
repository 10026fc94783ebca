"""`restitch jobs`: what is listed, and what a cancel ends."""

from __future__ import annotations

import os
from pathlib import Path

from restitch_app.services.project.lock import EngineLock
from tests.cli.running import Cli

NOBODY = ("http://127.0.0.1:9", "http://127.0.0.1:19")


def test_a_cancel_ends_its_job_and_begins_no_other(cli: Cli, project: Path) -> None:
    """The one that stays could cost a render."""
    for url in NOBODY:
        left = cli("regenerate", project, 3, "--server", url, "--patience", 0.1)
        assert left.code == 3
    waiting = cli("jobs", project, "--json").json["jobs"][1]
    cancelled = cli("jobs", project, "--cancel", 1, "--json")
    assert cancelled.code == 0
    assert [(job["job"], job["state"]) for job in cancelled.json["jobs"]] == [(1, "cancelled")]
    [_, other] = cli("jobs", project, "--json").json["jobs"]
    assert other["updated_at"] == waiting["updated_at"]


def test_a_list_says_whether_anybody_works_on_the_jobs(cli: Cli, project: Path) -> None:
    cli("regenerate", project, 3, "--server", NOBODY[0], "--patience", 0.1)
    assert cli("jobs", project, "--json").json["worker"] is None
    told = cli("jobs", project).out
    assert "No program works on them just now" in told
    lock = EngineLock(project)
    lock.acquire("window")
    try:
        assert cli("jobs", project, "--json").json["worker"].startswith("window (")
        assert "No program" not in cli("jobs", project).out
    finally:
        lock.release()
    cli("jobs", project, "--cancel", 1)
    assert "No program" not in cli("jobs", project).out


def test_a_command_to_go_on_with_can_be_typed_as_it_is(
    cli: Cli, project: Path, tmp_path: Path
) -> None:
    spaced = project.rename(tmp_path / "my films")
    left = cli("regenerate", spaced, 3, "--server", NOBODY[0], "--patience", 0.1, "--json")
    quote = '"' if os.name == "nt" else "'"
    assert f"restitch jobs {quote}{spaced}{quote} --resume" in left.json["error"]["hint"]
