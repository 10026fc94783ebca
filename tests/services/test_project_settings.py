from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.jobs import BecomesCurrent
from restitch_app.domain.servers import ANY_SERVER
from restitch_app.services.project.project import create_project, open_project
from restitch_app.services.project.settings import change_policy, change_server, use_any_server
from restitch_app.services.workbench import Workbench


def test_where_a_project_renders_and_what_becomes_current_are_kept(tmp_path: Path) -> None:
    with create_project(tmp_path / "lake") as project:
        told: list[Changes] = []
        project.feed.subscribe(told.append)
        change_server(project, "gpu-box:8188")
        use_any_server(project)
        change_policy(project, BecomesCurrent.ASK)
        assert [one.scene for one in told] == [True, True, True]
    with open_project(tmp_path / "lake", read_only=True) as again:
        settings = again.settings()
    assert settings.server_url == ANY_SERVER
    assert settings.becomes_current is BecomesCurrent.ASK


def test_the_server_can_be_changed(bench: Workbench) -> None:
    assert change_server(bench.project, " gpu-box:8188/ ").server_url == "http://gpu-box:8188"
    assert bench.overview.settings().server_url == "http://gpu-box:8188"


@pytest.mark.parametrize("url", ["", "ftp://gpu-box", "http://"])
def test_a_wrong_address_changes_nothing(bench: Workbench, url: str) -> None:
    before = bench.overview.settings()
    with pytest.raises(WrongUse):
        change_server(bench.project, url)
    assert bench.overview.settings() == before


def test_a_project_that_nobody_chose_a_server_for_uses_the_list(tmp_path: Path) -> None:
    with create_project(tmp_path / "lake") as project:
        assert project.settings().server_url == ANY_SERVER
        change_policy(project, BecomesCurrent.ASK)
        assert project.settings().server_url == ANY_SERVER
        chosen = change_server(project, "http://127.0.0.1:8188").server_url
        change_policy(project, BecomesCurrent.ALWAYS)
        assert project.settings().server_url == chosen == "http://127.0.0.1:8188"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("http://127.0.0.1:8188", ANY_SERVER), ("http://gpu:8188", "http://gpu:8188"), ("", "")],
)
def test_what_earlier_versions_wrote_unasked_is_no_choice(
    tmp_path: Path, written: str, meant: str
) -> None:
    with create_project(tmp_path / "lake"):
        pass
    with closing(sqlite3.connect(tmp_path / "lake" / "project.restitch")) as database, database:
        settings = json.dumps({"server_url": written})
        database.execute("UPDATE projects SET settings_json = ?", (settings,))
    with open_project(tmp_path / "lake") as project:
        assert project.settings().server_url == meant
        change_policy(project, BecomesCurrent.ASK)
        assert project.settings().server_url == meant
