"""`restitch jobs --cancel`."""

from __future__ import annotations

from pathlib import Path

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
