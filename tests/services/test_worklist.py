"""What is left to decide, what was decided, and what rendering has cost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from restitch_app.domain.jobs import JobState
from restitch_app.domain.progress import JobContext
from restitch_app.services.project.gpu_time import gpu_time
from restitch_app.services.project.project import open_project
from restitch_app.services.review.worklist import PointKind, Worklist, worklist
from restitch_app.services.workbench import Workbench
from tests.services.scenes import bench_on
from tests.store.samples import new_job

CTX = JobContext()


@pytest.fixture
def three(tmp_path: Path, three_segments: Path) -> Iterator[Workbench]:
    folder = tmp_path / "project"
    shutil.copytree(three_segments, folder)
    made = bench_on(open_project(folder))
    yield made
    made.project.close()


def listed(bench: Workbench) -> Worklist:
    return worklist(bench.project, bench.overview.of(bench.project.scene()))


def kinds(bench: Workbench) -> set[tuple[PointKind, float]]:
    return {(point.kind, point.place) for point in listed(bench).open}


def test_open_points_come_worst_first_and_done_ones_newest_first(three: Workbench) -> None:
    scene = three.project.scene()
    before = kinds(three)
    three.versions.mark_needs_work(scene, 2, "hand melts")
    note = three.notes.add(three.project.current(scene, 1), 3, "look\nhere", at_boundary=True)
    Path(three.project.path(three.project.current(scene, 0).file)).unlink()
    with three.project.path(three.project.current(scene, 1).file).open("ab") as cut:
        cut.write(b"more")
    found = listed(three).open
    assert kinds(three) - before == {
        (PointKind.NEEDS_WORK, 2.0),
        (PointKind.NOTE, 1.5),
        (PointKind.DAMAGED, 0.0),
        (PointKind.DAMAGED, 1.0),
    }
    assert [point.kind for point in found] == sorted(point.kind for point in found)
    assert found[0].text == "Segment 1: its clip is missing"
    assert found[1].text == "Segment 2: its clip is damaged"
    texts = [point.text for point in found]
    assert "Segment 3: needs work: hand melts" in texts
    assert "Note at boundary 2 | 3: look here" in texts

    three.versions.approve(scene, 2)
    three.notes.resolve(note.id)
    done = listed(three).done
    assert [point.place for point in done] == [1.0, 2.0]
    assert all(point.by and point.at for point in done)
    assert done[1].text == "Segment 3: v1 approved"


def test_a_decided_boundary_moves_to_what_is_done(three: Workbench) -> None:
    scene = three.project.scene()
    three.decisions.declare_cut(scene, 0, CTX, "day and night")
    assert not any(point.boundary == 0 for point in listed(three).open)
    (cut,) = listed(three).done
    assert cut.text == "Boundary 1 | 2: a cut, day and night"


def test_gpu_time_counts_renders_and_what_all_later_ones_would_have_cost(three: Workbench) -> None:
    store, scene = three.project.store, three.project.scene()
    current = three.project.current(scene, 1)
    job = store.jobs.add(new_job(scene.id, current.id))
    start = datetime(2026, 1, 1, tzinfo=UTC)
    store._database.sql(
        "UPDATE jobs SET sequence_index = 1, state = ?, running_at = ?, rendered_at = ?",
        JobState.DONE.value,
        start.isoformat(),
        (start + timedelta(seconds=90)).isoformat(),
    )
    found = gpu_time(three.project, scene)
    assert (found.used_s, found.saved_s) == (90.0, 90.0)  # one later segment
    assert store.jobs.spent(scene.id)[0][0] == job.request_id
