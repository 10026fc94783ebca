"""A new project is taken back where nothing came of it, and kept as soon as it has a segment."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from restitch_app.domain.errors import StorageError, WrongUse
from restitch_app.services.imports.starting import is_project, new_project
from restitch_app.services.project.project import create_project, open_project
from restitch_app.store.database import Database
from restitch_app.store.schema import build
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


@pytest.mark.parametrize("was_there", [False, True])
def test_nothing_is_left_of_one_that_could_not_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, was_there: bool
) -> None:
    """The disk fills while the database is built."""
    folder = tmp_path / "lake"
    if was_there:
        folder.mkdir()
        (folder / "notes.txt").write_text("mine")
    full = OSError(errno.ENOSPC, "No space left on device")
    built: list[str] = []

    def failing(database: Database) -> None:
        build(database)
        built.extend(sorted(one.name for one in folder.iterdir()))
        raise full

    monkeypatch.setattr("restitch_app.store.store.build", failing)
    with pytest.raises(StorageError, match="could not be made"):
        stopped_after(folder, [])
    assert "project.restitch.part" in built
    assert [one.name for one in tmp_path.rglob("*")] == (["lake", "notes.txt"] if was_there else [])


def test_a_project_that_is_there_is_left_alone(tmp_path: Path) -> None:
    create_project(tmp_path / "lake").close()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(WrongUse, match="a project already"):
        stopped_after(tmp_path / "lake", [])
    assert sorted(tmp_path.rglob("*")) == before


def test_stopped_after_its_scene_was_recorded_it_stays(tmp_path: Path) -> None:
    clips = chain_clips(tmp_path / "clips", 2)
    with pytest.raises(KeyboardInterrupt):
        stopped_after(tmp_path / "lake", clips)
    with open_project(tmp_path / "lake") as project:
        assert project.store.versions.segment_count(project.scene().id) == 2
