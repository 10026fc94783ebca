"""What is read together is of one moment, and no other program waits for pictures meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.joins import Join, Treatment
from restitch_app.domain.quality import ExpectedFormat, QualityLimits, QualityReport
from restitch_app.domain.versions import ProjectSettings, Scene, Version
from restitch_app.services.imports.clip_scan import ScannedClip
from restitch_app.services.project.project import DATABASE, Project
from restitch_app.services.project.settings import change_server
from restitch_app.services.regeneration.asking import Regeneration, SeedFrame
from restitch_app.services.workbench import Workbench
from restitch_app.store.values import NewVersion
from tests.services.faulty import MIDDLE, reopened
from tests.services.scenes import chain_clips, imported, new_workbench


def is_free(folder: Path) -> bool:
    """Whether another program could write to the project now."""
    other = sqlite3.connect(folder / DATABASE, timeout=0, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return False
    finally:
        other.close()
    return True


def test_an_import_judges_its_clips_before_it_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free: list[bool] = []
    real = ScannedClip.quality

    def noting(
        clip: ScannedClip, expected: ExpectedFormat, limits: QualityLimits, seed: None
    ) -> QualityReport:
        free.append(is_free(tmp_path / "project"))
        return real(clip, expected, limits, seed)

    monkeypatch.setattr(ScannedClip, "quality", noting)
    bench = new_workbench(tmp_path / "project")
    imported(bench, chain_clips(tmp_path / "clips", 2, frames=9))
    bench.project.close()
    assert free == [True, True]


def test_changing_the_server_keeps_what_another_program_sets(
    small: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    free: list[bool] = []
    real = Project.settings

    def noting(project: Project) -> ProjectSettings:
        free.append(is_free(project.folder))
        return real(project)

    monkeypatch.setattr(Project, "settings", noting)
    assert change_server(small.project, "http://gpu:8188").server_url == "http://gpu:8188"
    assert free == [False]


def test_the_seed_frame_is_of_the_version_that_is_noted_before_it(
    small: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program makes a version current just after the seed frame was first looked up."""
    replacing = _another(small, MIDDLE - 1)
    real: Callable[[Regeneration, Scene, Version, str], SeedFrame] = Regeneration.seed_frame

    def overtaken(made: Regeneration, scene: Scene, version: Version, choice: str) -> SeedFrame:
        found = real(made, scene, version, choice)
        small.project.store.versions.make_current(replacing.id)
        return found

    monkeypatch.setattr(Regeneration, "seed_frame", overtaken)
    (job,) = small.regeneration.request(small.project.scene(), RegenerationRequest(MIDDLE))
    assert job.before_version_id == job.seed_from_version_id == replacing.id
    assert replacing.last_frame is not None
    assert job.seed_hash == replacing.last_frame.hash


def test_what_plays_is_of_one_moment(small: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program makes a version current between clips and treatments: the boundary would be
    exported without its treatment."""
    scene = small.project.scene()
    other = reopened(small)
    left, right = (small.project.current(scene, index) for index in (MIDDLE - 1, MIDDLE))
    joins = small.project.store.joins
    joins.save(Join(left.id, right.id, None, Treatment("drop_repeat", trim_right=1)), "ann")
    whole = small.project.spans(scene)
    replacing = _another(small, MIDDLE)
    real = joins.for_scene

    def overtaken(scene_id: int) -> dict[tuple[int, int], Join]:
        if not small.project.store.versions.get(replacing.id).is_current:
            other.project.store.versions.make_current(replacing.id)
        return real(scene_id)

    monkeypatch.setattr(joins, "for_scene", overtaken)
    assert small.project.spans(scene) == whole
    assert small.project.current(scene, MIDDLE).id == replacing.id
    assert small.project.spans(scene) != whole
    other.project.close()


def test_an_index_of_another_format_is_made_anew(
    small: Workbench, caplog: pytest.LogCaptureFixture
) -> None:
    version = small.project.current(small.project.scene(), MIDDLE)
    known = small.project.frame_index(version.file)
    with sqlite3.connect(small.project.folder / DATABASE) as database:
        database.execute("UPDATE segments SET frame_index = x'00'")
    database.close()
    assert Project(small.project.folder, small.project.store).frame_index(version.file) == known
    assert version.file in caplog.text


def _another(bench: Workbench, index: int) -> Version:
    """A candidate that ends with another picture: the first one of its clip."""
    versions = bench.project.store.versions
    like = bench.project.current(bench.project.scene(), index)
    return versions.add(
        NewVersion(
            scene_id=like.scene_id,
            sequence_index=index,
            file=like.file,
            file_sha256=like.file_sha256,
            file_bytes=like.file_bytes,
            facts=like.facts,
            first_frame=like.first_frame,
            last_frame=like.first_frame,
            frame_index=versions.frame_index(like.id),
        )
    )
