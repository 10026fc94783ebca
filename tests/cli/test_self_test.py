"""`restitch self-test`: every part is tried, and what does not work is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from restitch_app.cli import self_test
from restitch_app.domain.errors import MediaError
from restitch_app.services import self_test as parts
from restitch_app.services.project.project import open_project
from restitch_app.services.project.settings import change_server
from tests.cli.running import Cli

STEPS = ["files", "codecs", "measures", "libraries", "server", "database", "repair", "lists"]


@pytest.fixture(autouse=True)
def _small_scene(made_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Painting the demo's clips takes long; any chain will do."""

    def copied(folder: Path, server_url: str, *_: object) -> None:
        shutil.copytree(made_project, folder)
        with open_project(folder) as project:
            change_server(project, server_url)

    monkeypatch.setattr(self_test, "draw_project", copied)
    monkeypatch.setattr(self_test, "SCENE", "Pan")


def test_everything_works_here(cli: Cli) -> None:
    result = cli("self-test", "--no-window", "--json")
    told = result.json
    assert [one["name"] for one in told["steps"] if one["passed"]] == STEPS, told
    assert told["passed"]
    assert result.code == 0
    repair = told["steps"][6]["facts"]
    assert repair["became_current"]
    assert 0 < repair["copied_frames"] < repair["frames"]


def test_what_does_not_work_is_told_and_the_rest_still_tried(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise MediaError("No encoder", "libx264")

    def broken(*_: object) -> None:
        raise ImportError("libGL.so.1")

    monkeypatch.setattr(parts, "check_codecs", refused)
    monkeypatch.setattr(self_test, "draw_project", broken)
    result = cli("self-test", "--no-window", "--json")
    told = {one["name"]: one["problem"] for one in result.json["steps"]}
    assert result.code == 1
    assert not result.json["passed"]
    assert told["codecs"] == "No encoder. libx264."
    assert told["database"] == "ImportError: libGL.so.1"
    assert told["measures"] == ""
    assert "libGL" not in result.err
