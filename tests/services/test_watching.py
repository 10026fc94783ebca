from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import StorageError
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.services.project.overview import SceneOverview
from restitch_app.services.project.project import open_project
from restitch_app.services.project.watching import Watching
from restitch_app.services.workbench import Workbench
from tests.services.scenes import bench_on


@pytest.fixture
def other(bench: Workbench) -> Iterator[Workbench]:
    """The same project as another program has it open."""
    with open_project(bench.project.folder) as project:
        yield bench_on(project)


def _watching(bench: Workbench) -> Watching:
    watching = Watching(bench.project, bench.overview)
    assert watching.look() is not None
    return watching


def test_the_first_look_tells_everything(bench: Workbench) -> None:
    first = Watching(bench.project, bench.overview).look()
    assert first is not None
    sight, changes = first
    assert changes == Changes(scene=True, jobs=True)
    assert sight.overview is not None
    assert len(sight.overview.current) == 10
    assert sight.ranges[0].start == 0
    assert sight.ranges[9].stop == sight.overview.frames


def test_a_sight_is_of_one_moment_whoever_writes_meanwhile(
    bench: Workbench, other: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = bench.overview.of

    def and_then_another_program_writes(scene: Scene) -> SceneOverview:
        overview = of(scene)
        other.chain.remove(scene, 9, JobContext())
        return overview

    watching = Watching(bench.project, bench.overview)
    monkeypatch.setattr(bench.overview, "of", and_then_another_program_writes)
    first = watching.look()
    assert first is not None
    assert first[0].overview is not None
    assert len(first[0].overview.current) == len(first[0].ranges) == 10

    monkeypatch.setattr(bench.overview, "of", of)
    second = watching.look()
    assert second is not None
    assert len(second[0].ranges) == 9


def test_an_untouched_project_tells_nothing(bench: Workbench) -> None:
    watching = _watching(bench)
    assert watching.look() is None
    assert watching.look() is None


def test_a_foreign_approval_is_told_of_its_segment_alone(
    bench: Workbench, other: Workbench
) -> None:
    watching = _watching(bench)
    other.versions.approve(other.project.scene(), 4)
    found = watching.look()
    assert found is not None
    assert found[1] == Changes(segments=frozenset({4}))


def test_a_foreign_decision_on_a_boundary_is_told_of_it(bench: Workbench, other: Workbench) -> None:
    watching = _watching(bench)
    other.decisions.accept(other.project.scene(), 2, JobContext())
    found = watching.look()
    assert found is not None
    assert found[1].boundaries == frozenset({2})
    assert not found[1].scene


def test_a_foreign_job_is_told_with_its_segment(bench: Workbench, other: Workbench) -> None:
    watching = _watching(bench)
    other.regeneration.request(other.project.scene(), RegenerationRequest(6))
    found = watching.look()
    assert found is not None
    sight, changes = found
    assert changes == Changes(segments=frozenset({6}), jobs=True)
    assert [job.sequence_index for job in sight.jobs] == [6]


def test_what_was_published_is_told_although_this_thread_wrote_it(bench: Workbench) -> None:
    watching = _watching(bench)
    told: list[Changes] = []
    bench.project.feed.subscribe(told.append)
    bench.versions.approve(bench.project.scene(), 1)
    assert watching.look() is None, "SQLite does not tell a connection of its own writes"
    found = watching.look(told[0])
    assert found is not None
    assert found[1].segments == frozenset({1})


def test_a_project_without_a_scene_can_be_watched(tmp_path: Path) -> None:
    from restitch_app.services.project.project import create_project

    with create_project(tmp_path / "empty") as project:
        bench = bench_on(project)
        first = Watching(project, bench.overview).look()
        assert first is not None
        assert first[0].overview is None
        assert first[0].ranges == {}


def test_a_write_is_told_after_a_look_that_failed(
    bench: Workbench, other: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    watching = _watching(bench)
    other.versions.approve(other.project.scene(), 4)
    with monkeypatch.context() as patched:
        patched.setattr(bench.overview, "of", _refused)
        with pytest.raises(StorageError):
            watching.look()
    found = watching.look()
    assert found is not None
    assert found[1] == Changes(segments=frozenset({4}))


def _refused(_scene: Scene) -> NoReturn:
    raise StorageError("The database is busy")
