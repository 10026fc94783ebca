"""`restitch smooth --method comfy_bridge`, through the bundled server over loopback."""

from __future__ import annotations

from pathlib import Path

from restitch_app.demo.server import DemoServer
from tests.cli.running import Cli


def test_new_frames_are_made_once_then_shown_and_applied(
    cli: Cli, project: Path, server: DemoServer
) -> None:
    """With the first-and-last-frame workflow that comes with Restitch."""
    place = ("smooth", project, 2, "--boundary", "after")
    ask = (*place, "--method", "comfy_bridge", "--window", 4, "--server", server.url)
    shown = cli(*ask, "--preview", "--json")
    assert shown.code in (0, 1), shown.err
    job = shown.json["job"]
    assert (job["kind"], job["state"], job["bridge"]["window"]) == ("bridge", "done", 4)
    assert (job["bridge"]["new_left"], job["bridge"]["new_right"]) == (4, 3)
    assert job["bridge"]["is_resampled"] is False
    assert (shown.json["method"], shown.json["applied"]) == ("comfy_bridge", False)
    assert (
        cli("check", project, "--json").json["boundaries"][1]["treatment"]["method"]
        == "drop_repeat"
    )
    done = cli(*ask)
    assert server.prompts_received == 1
    assert "7 new frames between two of the film's own." in done.out
    assert (
        cli("check", project, "--json").json["boundaries"][1]["treatment"]["method"]
        == "comfy_bridge"
    )
    assert "Bridge 2|3" in cli("jobs", project).out


def test_what_only_a_server_could_do_is_refused_elsewhere(cli: Cli, project: Path) -> None:
    result = cli("smooth", project, 2, "--boundary", "after", "--method", "blend", "--again")
    assert result.code == 2
    assert "needs no server" in result.err
