"""`--server any` from the command line."""

from __future__ import annotations

from pathlib import Path

from restitch_app.demo.server import AnswerFault, DemoServer, Faults
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


def test_a_project_that_chose_none_uses_the_list_and_says_which(
    cli: Cli, project: Path, server: DemoServer
) -> None:
    """The built-in address, which is not in the list, is not waited for."""
    assert cli("servers", "add", server.url, "--name", "Cellar").code == 0
    assert cli("servers", "remove", "http://127.0.0.1:8188").code == 0
    assert cli("info", project, "--json").json["server"] == "any"
    result = cli("regenerate", project, 3, "--patience", 60)
    assert result.code in (0, 1), result.err
    assert f"Rendered on Cellar ({server.url})." in result.out
    assert server.prompts_executed == 1


def test_a_server_that_does_not_describe_its_nodes_is_named_once(
    cli: Cli, project: Path, server: DemoServer
) -> None:
    server.faults = Faults(answers=(AnswerFault("/object_info", "status", times=100),))
    assert cli("servers", "add", server.url, "--name", "Cellar").code == 0
    result = cli("regenerate", project, 3, "--server", server.url)
    assert result.code in (0, 1), result.err
    assert result.err.count("could not be checked on Cellar") == 1
    assert "answered 500" in result.err


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
