from __future__ import annotations

from pathlib import Path

from restitch_app.domain.changes import Changes
from restitch_app.domain.jobs import BecomesCurrent
from restitch_app.domain.servers import ANY_SERVER
from restitch_app.services.project import create_project, open_project
from restitch_app.services.project_settings import change_policy, change_server, use_any_server


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
