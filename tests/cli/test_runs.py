"""`restitch cascade` and `restitch generate`, and what `restitch jobs` does about runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.demo.workflow import DemoSettings, demo_workflow
from restitch_app.media.pictures import write_png
from tests.cli.running import Cli
from tests.services.scenes import SIZE, panned_pictures


@pytest.fixture
def workflow(tmp_path: Path) -> Path:
    settings = DemoSettings("seed.png", 1, steps=4, length=9, width=SIZE[0], height=SIZE[1])
    file = tmp_path / "wan.json"
    file.write_text(json.dumps(demo_workflow(settings)))
    return file


def test_a_cascade_tells_first_and_begins_with_yes(
    cli: Cli, project: Path, server: DemoServer
) -> None:
    assert cli("approve", project, 5).code == 0
    told = cli("cascade", project, "--from", 4, "--json")
    assert told.code == 1
    assert told.json["segments"] == [4, 5]
    assert told.json["approved"] == [5]
    assert (told.json["prompts"], told.json["begun"]) == (2, False)
    assert "segments 4–5" in cli("cascade", project, "--from", 4).out
    assert server.prompts_received == 0

    done = cli(
        "cascade", project, "--from", 4, "--yes", "--server", server.url, "--json",
        "--set", "steps=4", "--on-failed-gate", "go-on",
    )  # fmt: skip
    assert done.code == 0, done.err
    assert (done.json["state"], done.json["left"], done.json["prompts"]) == ("done", 0, 2)
    assert [one["segment"] for one in done.json["made"]] == [4, 5]
    assert all(one["is_current"] for one in done.json["made"])
    assert server.prompts_executed == 2
    listed = cli("jobs", project, "--json").json
    assert [(one["name"], one["state"]) for one in listed["runs"]] == [
        ("Cascade from segment 4", "done")
    ]
    assert "Cascade from segment 4" in cli("jobs", project).out


def test_a_scene_is_generated_in_a_new_project(
    cli: Cli, tmp_path: Path, server: DemoServer, workflow: Path
) -> None:
    image = write_png(panned_pictures(0, 1)[0], tmp_path / "pictures").path
    prompts = tmp_path / "prompts.txt"
    prompts.write_text("a calm lake\nthe sun goes down\n")
    made = tmp_path / "made"
    done = cli(
        "generate", made, "--start-image", image, "--segments", 2, "--workflow", workflow,
        "--prompt-file", prompts, "--server", server.url, "--json", "--on-failed-gate", "go-on",
    )  # fmt: skip
    assert done.code == 0, done.err
    assert [one["segment"] for one in done.json["made"]] == [1, 2]
    assert [one["parameters"]["prompt"] for one in done.json["made"]] == [
        "a calm lake",
        "the sun goes down",
    ]
    more = cli("generate", made, "--segments", 1, "--server", server.url, "--on-failed-gate",
               "go-on", "--json")  # fmt: skip
    assert more.code == 0, more.err
    assert [one["segment"] for one in more.json["made"]] == [3]
    assert cli("info", made, "--json").code == 0
    assert cli("verify", made).code == 0
    assert server.prompts_executed == 3


def test_what_cannot_be_begun_makes_no_project(cli: Cli, tmp_path: Path) -> None:
    made = tmp_path / "made"
    assert cli("generate", made, "--segments", 2).code == 2
    image = write_png(panned_pictures(0, 1)[0], tmp_path / "pictures").path
    refused = cli("generate", made, "--segments", 2, "--start-image", image)
    assert refused.code == 2
    assert "workflow" in refused.err
    assert not made.exists()


def test_a_run_that_was_left_is_paused_continued_and_ended(
    cli: Cli, project: Path, server: DemoServer
) -> None:
    begin = ("cascade", project, "--from", 5, "--yes", "--on-failed-gate", "go-on")
    left = cli(*begin, "--server", "http://127.0.0.1:9", "--patience", 0.1)
    assert left.code == 3
    assert "--resume" in left.err
    assert cli("jobs", project, "--pause", "r1", "--json").json["state"] == "paused"
    assert cli("jobs", project, "--set", "cfg=4").code == 2
    assert cli("jobs", project, "--resume", "2").code == 2
    ended = cli("jobs", project, "--cancel", "r1", "--json")
    assert (ended.code, ended.json["state"]) == (0, "cancelled")
    assert [job["state"] for job in cli("jobs", project, "--json").json["jobs"]] == ["cancelled"]

    assert cli(*begin, "--server", server.url, "--set", "nothing=1").code == 2
    assert cli(*begin, "--server", server.url, "--set", "steps=4").code == 0
    assert cli("jobs", project, "--resume").code == 0
    assert server.prompts_executed == 1
