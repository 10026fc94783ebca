"""Undo and redo over the real services."""

from __future__ import annotations

import pytest

from restitch_app.domain.boundaries import BoundaryClass
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.joins import Decision
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene, Version
from restitch_app.services.workbench import Workbench
from tests.services.scenes import bench_on, smoothed

SEGMENT_5 = 4
CTX = JobContext()


@pytest.fixture
def scene(bench: Workbench) -> Scene:
    return bench.project.scene()


@pytest.fixture
def rendered(bench: Workbench, scene: Scene) -> Version:
    """v2 of segment 5, current."""
    bench.regeneration.request(scene, RegenerationRequest(SEGMENT_5, {"seed": 501}))
    bench.engine.run()
    return bench.versions.history(scene, SEGMENT_5)[0]


def labels(bench: Workbench) -> tuple[str | None, str | None]:
    steps = bench.history.steps()
    return (
        steps.undo.label if steps.undo else None,
        steps.redo.label if steps.redo else None,
    )


def stale(bench: Workbench, scene: Scene) -> frozenset[int]:
    return bench.project.store.versions.stale_indices(scene.id)


def current_number(bench: Workbench, scene: Scene) -> int:
    return bench.project.current(scene, SEGMENT_5).number


def test_a_fresh_project_has_nothing_to_undo(bench: Workbench) -> None:
    assert labels(bench) == (None, None)
    with pytest.raises(WrongUse, match="nothing to undo"):
        bench.history.undo(CTX)
    with pytest.raises(WrongUse, match="nothing to redo"):
        bench.history.redo(CTX)


@pytest.mark.usefixtures("rendered")
def test_a_render_is_no_decision_to_undo(bench: Workbench) -> None:
    assert labels(bench) == (None, None)


def test_using_a_version_is_undone_and_redone_with_all_that_follows(
    bench: Workbench, scene: Scene, rendered: Version
) -> None:
    v1 = bench.versions.numbered(scene, SEGMENT_5, 1)
    bench.versions.use(v1, CTX)
    assert stale(bench, scene) == frozenset()
    assert labels(bench) == ("Use v1 of segment 5", None)

    told: list[Changes] = []
    bench.project.feed.subscribe(told.append)
    step = bench.history.undo(CTX)
    assert (step.segment, step.boundary) == (SEGMENT_5, None)
    assert current_number(bench, scene) == 2
    assert stale(bench, scene) == frozenset(range(5, 10))
    assert any(SEGMENT_5 in changes.segments for changes in told)
    assert labels(bench) == (None, "Use v1 of segment 5")

    bench.history.redo(CTX)
    assert current_number(bench, scene) == 1
    assert stale(bench, scene) == frozenset()
    assert bench.project.path(rendered.file).is_file()


@pytest.mark.usefixtures("rendered")
def test_approval_and_its_withdrawal_are_undone(bench: Workbench, scene: Scene) -> None:
    bench.versions.approve(scene, 5)
    assert stale(bench, scene) == frozenset()
    bench.versions.withdraw(scene, 5)
    assert stale(bench, scene) == frozenset(range(5, 10))
    assert labels(bench)[0] == "Withdraw the verdict on v1 of segment 6"

    bench.history.undo(CTX)
    assert bench.project.current(scene, 5).is_approved
    assert stale(bench, scene) == frozenset()
    bench.history.undo(CTX)
    assert not bench.project.current(scene, 5).is_approved
    assert stale(bench, scene) == frozenset(range(5, 10))
    assert labels(bench) == (None, "Approve v1 of segment 6")


def test_needs_work_is_undone(bench: Workbench, scene: Scene) -> None:
    bench.versions.approve(scene, 2)
    bench.versions.mark_needs_work(scene, 2)
    version = bench.project.current(scene, 2)
    assert version.needs_work
    assert not version.is_approved
    bench.history.undo(CTX)
    version = bench.project.current(scene, 2)
    assert not version.needs_work
    assert version.is_approved


@pytest.mark.usefixtures("rendered")
def test_smoothing_and_accepting_are_undone_in_turn(bench: Workbench, scene: Scene) -> None:
    before = bench.boundaries.at(scene, SEGMENT_5, CTX)
    assert before.boundary_class is BoundaryClass.RED
    blended = smoothed(bench, scene, SEGMENT_5, "blend").boundary
    accepted = bench.decisions.accept(scene, SEGMENT_5, CTX)
    assert accepted.join.decision is Decision.ACCEPTED
    assert labels(bench)[0] == "Accept boundary 5 | 6"

    step = bench.history.undo(CTX)
    assert (step.segment, step.boundary) == (None, SEGMENT_5)
    assert bench.boundaries.at(scene, SEGMENT_5, CTX).join == blended.join
    assert labels(bench) == ("Cross-fade at boundary 5 | 6", "Accept boundary 5 | 6")
    bench.history.undo(CTX)
    assert bench.boundaries.at(scene, SEGMENT_5, CTX).join == before.join
    assert bench.project.current(scene, SEGMENT_5).boundary_ssim_after == before.ssim

    bench.history.redo(CTX)
    bench.history.redo(CTX)
    assert bench.boundaries.at(scene, SEGMENT_5, CTX) == accepted


@pytest.mark.usefixtures("rendered")
def test_a_new_decision_ends_what_could_be_redone(bench: Workbench, scene: Scene) -> None:
    bench.versions.approve(scene, 1)
    bench.history.undo(CTX)
    bench.versions.approve(scene, 2)
    assert labels(bench) == ("Approve v1 of segment 3", None)


@pytest.mark.usefixtures("rendered")
def test_what_a_later_render_replaced_is_passed_over(bench: Workbench, scene: Scene) -> None:
    bench.versions.approve(scene, 0)
    bench.versions.use(bench.versions.numbered(scene, SEGMENT_5, 1), CTX)
    bench.regeneration.request(scene, RegenerationRequest(SEGMENT_5))
    bench.engine.run()
    assert current_number(bench, scene) == 3
    assert labels(bench) == ("Approve v1 of segment 1", None)


@pytest.mark.usefixtures("rendered")
def test_undo_survives_a_restart(bench: Workbench, scene: Scene) -> None:
    bench.versions.use(bench.versions.numbered(scene, SEGMENT_5, 1), CTX)
    again = bench_on(bench.project)
    again.history.undo(CTX)
    assert current_number(again, scene) == 2


@pytest.mark.usefixtures("rendered")
def test_notes_are_kept_with_version_and_frame(bench: Workbench, scene: Scene) -> None:
    version = bench.project.current(scene, SEGMENT_5)
    note = bench.notes.add(version, 3, "  The arm jumps. ")
    assert (note.version_id, note.segment_frame, note.text) == (version.id, 3, "The arm jumps.")
    assert bench.notes.of_segment(scene, SEGMENT_5) == (note,)
    for frame, text in ((99, "late"), (0, "  ")):
        with pytest.raises(WrongUse):
            bench.notes.add(version, frame, text)
    bench.notes.remove(note.id)
    assert bench.notes.of_segment(scene, SEGMENT_5) == ()


@pytest.mark.usefixtures("rendered")
def test_events_that_cannot_be_read_are_passed_over(bench: Workbench, scene: Scene) -> None:
    bench.versions.approve(scene, 0)
    store = bench.project.store
    pair = tuple(bench.project.current(scene, index).id for index in (0, 1))
    flat = {"left_id": pair[0], "right_id": pair[1], "trim_left": 0}
    store.events.add(
        "smoothed", "x", join=(pair[0], pair[1]), detail={"before": flat, "after": flat}
    )
    store.events.add("approved", "x", version_id=pair[0], detail={"before": "?", "after": 3})
    store.events.add("undone", "x", detail={"event": ["?"]})
    assert labels(bench) == ("Approve v1 of segment 1", None)
    bench.history.undo(CTX)
    assert not bench.project.current(scene, 0).is_approved
