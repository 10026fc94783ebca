"""Decisions handed from one copy of a project to another."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from restitch_app.domain.boundaries import BoundaryClass
from restitch_app.domain.errors import StorageError, WrongUse
from restitch_app.domain.joins import Decision
from restitch_app.domain.notes import Ink, Pen, Stroke
from restitch_app.domain.progress import JobContext
from restitch_app.services.project.project import open_project
from restitch_app.services.workbench import Workbench
from tests.services.scenes import bench_on, chain_clips, imported, new_workbench

CTX = JobContext()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("handover")
    bench = new_workbench(folder / "project")
    imported(bench, chain_clips(folder, 3))
    bench.project.close()
    return folder / "project"


@pytest.fixture
def mine(made: Path, tmp_path: Path) -> Iterator[Workbench]:
    with open_project(shutil.copytree(made, tmp_path / "mine")) as project:
        yield bench_on(project)


@pytest.fixture
def anna(made: Path, tmp_path: Path) -> Iterator[Workbench]:
    with open_project(shutil.copytree(made, tmp_path / "anna")) as project:
        yield bench_on(project)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "anna.json"


def test_what_is_not_said_here_is_taken_over_and_undone(
    mine: Workbench, anna: Workbench, file: Path
) -> None:
    scene = anna.project.scene()
    anna.versions.approve(scene, 0)
    anna.versions.mark_needs_work(scene, 1, "the hand melts")
    anna.decisions.declare_cut(scene, 0, CTX, "next morning")
    drawing = Stroke(Pen.BOX, Ink.RED, ((0.1, 0.2), (0.5, 0.6)))
    noted = anna.notes.add(anna.project.current(scene, 2), 3, "Look here", strokes=[drawing])
    anna.notes.resolve(noted.id)
    anna.handing_over.write(file)

    plan = mine.handing_over.plan(file)
    assert not plan.conflicts
    assert mine.notes.of_segment(mine.project.scene(), 2) == ()  # a plan changes nothing
    done = mine.handing_over.merge(plan)
    assert len(done.taken) == 4
    scene = mine.project.scene()
    assert mine.project.current(scene, 0).is_approved
    assert mine.project.current(scene, 1).work_reason == "the hand melts"
    cut = mine.boundaries.known(scene)[0].join
    assert (cut.decision, cut.decided and cut.decided.reason) == (Decision.CUT, "next morning")
    (note,) = mine.notes.of_segment(scene, 2)
    (theirs,) = anna.notes.of_segment(anna.project.scene(), 2)
    assert (note.text, note.strokes, note.author, note.created_at, note.is_resolved) == (
        theirs.text,
        theirs.strokes,
        theirs.author,
        theirs.created_at,
        True,
    )
    again = mine.handing_over.plan(file)
    assert (again.items, again.left_out, again.same) == ((), (), 4)

    for _ in done.taken:
        mine.history.undo(CTX)
    assert mine.history.steps().undo is None
    assert mine.notes.of_segment(scene, 2) == ()
    assert mine.boundaries.known(scene)[0].join.decision is None
    assert not mine.project.current(scene, 0).is_approved


def test_conflicts_stay_until_one_is_chosen(mine: Workbench, anna: Workbench, file: Path) -> None:
    anna.versions.approve(anna.project.scene(), 1)
    anna.decisions.accept(anna.project.scene(), 1, CTX, "fine")
    anna.handing_over.write(file)
    scene = mine.project.scene()
    mine.versions.mark_needs_work(scene, 1, "blurred")
    mine.decisions.declare_cut(scene, 1, CTX)

    plan = mine.handing_over.plan(file)
    assert [one.key for one in plan.conflicts] == ["segment 2", "boundary 2|3"]
    assert plan.conflicts[0].mine.startswith("needs work, blurred")
    assert mine.handing_over.merge(plan).taken == ()
    with pytest.raises(WrongUse, match="no such conflict"):
        mine.handing_over.merge(plan, ["segment 9"])
    done = mine.handing_over.merge(plan, ["segment 2"])
    assert (done.taken, done.kept) == (("segment 2",), ("boundary 2|3",))
    assert mine.project.current(scene, 1).is_approved
    assert mine.boundaries.known(scene)[1].is_cut


def test_verdicts_on_boundaries_are_handed_over_too(
    mine: Workbench, anna: Workbench, file: Path
) -> None:
    scene = anna.project.scene()
    anna.decisions.call(scene, 0, BoundaryClass.RED, CTX)
    anna.decisions.call(scene, 1, BoundaryClass.GREEN, CTX)
    anna.handing_over.write(file)
    scene = mine.project.scene()
    mine.decisions.call(scene, 1, BoundaryClass.YELLOW, CTX)

    plan = mine.handing_over.plan(file)
    assert [(one.key, one.mine.split(" ")[0], one.theirs.split(" ")[0]) for one in plan.items] == [
        ("verdict on boundary 1|2", "", "visible"),
        ("verdict on boundary 2|3", "borderline", "smooth"),
    ]
    done = mine.handing_over.merge(plan, ["verdict on boundary 2|3"])
    assert len(done.taken) == 2
    said = {call.left_id: call for call in mine.project.store.calls.list()}
    theirs = anna.project.store.calls.list()
    assert [said[one.left_id] for one in theirs] == list(theirs)
    again = mine.handing_over.plan(file)
    assert (again.items, again.same) == ((), 2)

    mine.history.undo(CTX)
    mine.history.undo(CTX)
    (left,) = mine.project.store.calls.list()
    assert left.says is BoundaryClass.YELLOW


def test_a_file_without_them_is_read(mine: Workbench, anna: Workbench, file: Path) -> None:
    anna.versions.approve(anna.project.scene(), 0)
    anna.handing_over.write(file)
    handed = json.loads(file.read_text())
    del handed["calls"]
    file.write_text(json.dumps(handed))
    assert len(mine.handing_over.plan(file).items) == 1


def test_versions_are_matched_by_their_files(mine: Workbench, anna: Workbench, file: Path) -> None:
    anna.versions.approve(anna.project.scene(), 2)
    anna.notes.add(anna.project.current(anna.project.scene(), 0), 0, "Hello")
    anna.handing_over.write(file)
    handed = json.loads(file.read_text())
    handed["verdicts"][0]["chain_sha256"] = "0" * 64
    handed["notes"][0]["file_sha256"] = "1" * 64
    file.write_text(json.dumps(handed))
    plan = mine.handing_over.plan(file)
    assert plan.items == ()
    assert [one.reason for one in plan.left_out] == [
        "other versions play before it here",
        "v1 of their copy is not in this one",
    ]


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("", "no hand-over file"),
        ("[]", "no hand-over file"),
        ('{"format": "restitch hand-over", "version": 2}', "another Restitch"),
        ('{"format": "restitch hand-over", "version": 1}', "no hand-over file"),
        (
            '{"format": "restitch hand-over", "version": 1, "project": "", "by": "", "at": "",'
            ' "verdicts": [{}], "decisions": [], "notes": []}',
            "no hand-over file",
        ),
        ("[" * 100_000, "no hand-over file"),
    ],
)
def test_other_files_are_refused(mine: Workbench, file: Path, text: str, match: str) -> None:
    file.write_text(text)
    with pytest.raises(WrongUse, match=match):
        mine.handing_over.plan(file)


def test_a_file_that_is_not_there_is_named(mine: Workbench, file: Path) -> None:
    with pytest.raises(StorageError, match="no such file"):
        mine.handing_over.plan(file)
