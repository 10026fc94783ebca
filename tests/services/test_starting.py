"""A new project is taken back where nothing came of it, and kept as soon as it has a segment."""

from __future__ import annotations

from pathlib import Path

import pytest

from restitch_app.services.imports.starting import is_project, new_project
from restitch_app.services.project.project import open_project
from tests.services.scenes import bench_on, chain_clips, imported


def stopped_after(folder: Path, clips: list[Path]) -> None:
    with new_project(folder) as project:
        assert is_project(project.folder)
        if clips:
            imported(bench_on(project), clips)
        raise KeyboardInterrupt


def test_nothing_is_left_of_one_that_came_to_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        stopped_after(tmp_path / "lake", [])
    assert list(tmp_path.iterdir()) == []


def test_stopped_after_its_scene_was_recorded_it_stays(tmp_path: Path) -> None:
    clips = chain_clips(tmp_path / "clips", 2)
    with pytest.raises(KeyboardInterrupt):
        stopped_after(tmp_path / "lake", clips)
    with open_project(tmp_path / "lake") as project:
        assert project.store.versions.segment_count(project.scene().id) == 2
