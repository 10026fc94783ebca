"""`--server any` from the command line."""

from __future__ import annotations

from pathlib import Path

from restitch_app.demo.server import DemoServer
from tests.cli.running import Cli

AWAY = "http://127.0.0.1:9"


def listed(cli: Cli, *urls: str) -> None:
    for url in urls:
        assert cli("servers", "add", url).code == 0
    assert cli("servers", "remove", "http://127.0.0.1:8188").code == 0


def test_takes_go_to_the_servers_that_answer(cli: Cli, project: Path, server: DemoServer) -> None:
    with DemoServer(step_delay_s=0.01) as second:
        listed(cli, AWAY, server.url, second.url)
        result = cli("regenerate", project, 3, "--takes", 2, "--server", "any", "--json")
        assert result.code in (0, 1), result.err
        jobs = cli("jobs", project, "--json").json["jobs"]
        assert [job["state"] for job in jobs] == ["done", "done"]
        assert {job["server"] for job in jobs} == {server.url, second.url}
        assert (server.prompts_received, second.prompts_received) == (1, 1)


def test_where_none_answers_patience_ends_with_the_reasons(cli: Cli, project: Path) -> None:
    listed(cli, AWAY)
    result = cli("regenerate", project, 3, "--server", "any", "--patience", 1)
    assert result.code == 3
    assert "No server" in result.err
    assert "connection refused" in result.err
    assert "--resume" in result.err
    (job,) = cli("jobs", project, "--json").json["jobs"]
    assert (job["state"], job["server"]) == ("queued", "")
    assert "any" in cli("jobs", project).out
    cancelled = cli("jobs", project, "--cancel", job["job"], "--json")
    assert cancelled.json["jobs"][0]["state"] == "cancelled"
