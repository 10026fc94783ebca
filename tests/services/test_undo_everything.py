"""Whatever was decided, in whatever order: undone entirely, the project is as it was."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from restitch_app.domain.boundaries import BoundaryClass
from restitch_app.domain.errors import RestitchError
from restitch_app.domain.jobs import BecomesCurrent
from restitch_app.domain.notes import Ink, Pen, Stroke
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.services.project.project import open_project
from restitch_app.services.project.settings import change_policy
from restitch_app.services.workbench import Workbench
from restitch_app.store.values import NewVersion
from tests.services.scenes import bench_on, smoothed

CTX = JobContext()
SEGMENTS = 3
ARROW = Stroke(Pen.ARROW, Ink.RED, ((0.1, 0.2), (0.3, 0.4)))
Rows = dict[str, list[tuple[object, ...]]]
Decide = Callable[[Workbench, Scene, int], object]


@pytest.fixture(scope="module")
def decided(
    tmp_path_factory: pytest.TempPathFactory, three_segments: Path
) -> Iterator[tuple[Workbench, Rows]]:
    """Three segments of two versions each, every pair of them measured, and its rows."""
    folder = tmp_path_factory.mktemp("undo") / "project"
    shutil.copytree(three_segments, folder)
    bench = bench_on(open_project(folder))
    scene = bench.project.scene()
    for version in bench.overview.current(scene):
        names = {field.name for field in dataclasses.fields(NewVersion)}
        same = {name: getattr(version, name) for name in names if hasattr(version, name)}
        other = NewVersion(**same | {"is_current": False, "take": 1, "request_id": None})
        bench.project.store.versions.add(other)
    for turn in range(2):  # there and back, so that no use has anything left to measure
        for index in range(SEGMENTS):
            for number in (2, 1) if turn else (1, 2, 1, 2):
                bench.versions.use(bench.versions.numbered(scene, index, number), CTX)
    bench.project.store._database.sql("DELETE FROM events")
    yield bench, rows(bench)
    bench.project.close()


def rows(bench: Workbench) -> Rows:
    """All but the journal, and when and by whom a row was last written."""
    database = bench.project.store._database
    found = {}
    for table in ("projects", "scenes", "segments", "joins", "notes", "boundary_calls"):
        left_out = ("updated_at", "updated_by", *(("id",) if table == "boundary_calls" else ()))
        columns = [row[1] for row in database.sql(f"PRAGMA table_info({table})")]
        kept = ", ".join(name for name in columns if name not in left_out)
        found[table] = sorted(database.sql(f"SELECT {kept} FROM {table}"), key=repr)
    return found


def use(bench: Workbench, scene: Scene, index: int) -> object:
    number = 3 - bench.project.current(scene, index).number
    return bench.versions.use(bench.versions.numbered(scene, index, number), CTX)


def add_note(bench: Workbench, scene: Scene, index: int) -> object:
    version = bench.project.current(scene, index)
    return bench.notes.add(version, index, "look", strokes=(ARROW,), at_boundary=index == 1)


def some_note(change: Callable[[Workbench, int], object]) -> Decide:
    def on_newest(bench: Workbench, scene: Scene, index: int) -> object:
        notes = bench.notes.of_segment(scene, index)
        return change(bench, notes[0].id) if notes else None

    return on_newest


def on_boundary(decide: Decide) -> Decide:
    return lambda bench, scene, index: decide(bench, scene, min(index, SEGMENTS - 2))


DECISIONS: dict[str, Decide] = {
    "use": use,
    "approve": lambda bench, scene, index: bench.versions.approve(scene, index),
    "needs work": lambda bench, scene, i: bench.versions.mark_needs_work(scene, i, f"hand {i}"),
    "withdraw": lambda bench, scene, index: bench.versions.withdraw(scene, index),
    "accept": on_boundary(lambda bench, scene, i: bench.decisions.accept(scene, i, CTX, "ok")),
    "cut": on_boundary(lambda bench, scene, i: bench.decisions.declare_cut(scene, i, CTX)),
    "take back": on_boundary(lambda bench, scene, i: bench.decisions.take_back(scene, i, CTX)),
    "call": on_boundary(
        lambda bench, scene, i: bench.decisions.call(scene, i, BoundaryClass.RED, CTX)
    ),
    "call back": on_boundary(lambda bench, scene, i: bench.decisions.call(scene, i, None, CTX)),
    "blend": on_boundary(lambda bench, scene, i: smoothed(bench, scene, i, "blend", 2)),
    "add note": add_note,
    "edit note": some_note(lambda bench, note: bench.notes.edit(note, "look there")),
    "resolve note": some_note(lambda bench, note: bench.notes.resolve(note)),
    "reopen note": some_note(lambda bench, note: bench.notes.reopen(note)),
    "remove note": some_note(lambda bench, note: bench.notes.remove(note)),
    "rename": lambda bench, scene, index: bench.naming.rename(scene, f"Chase {index}"),
    "limits": lambda bench, _scene, index: bench.limits.change({"yellow": 0.5 + index / 10}),
    "policy": lambda bench, _scene, index: change_policy(
        bench.project, list(BecomesCurrent)[index]
    ),
}


def undo_all(bench: Workbench) -> int:
    count = 0
    while bench.history.steps().undo is not None:
        bench.history.undo(CTX)
        count += 1
    return count


def decide(bench: Workbench, steps: list[tuple[str, int]]) -> None:
    scene = bench.project.scene()
    for name, index in steps:
        try:
            DECISIONS[name](bench, scene, index)
        except RestitchError:  # refused: nothing was decided, as the rows will show
            continue


@pytest.mark.parametrize("seed", range(12))
def test_all_undone_is_as_nothing_was_done_and_all_redone_as_before(
    decided: tuple[Workbench, Rows], seed: int
) -> None:
    random = Random(seed)
    steps = [(random.choice(list(DECISIONS)), random.randrange(SEGMENTS)) for _ in range(9)]
    bench, before = decided
    decide(bench, steps)
    after = rows(bench)
    count = undo_all(bench)
    assert rows(bench) == before, steps
    for _ in range(count):
        bench.history.redo(CTX)
    assert rows(bench) == after, steps
    undo_all(bench)
    bench.project.store._database.sql("DELETE FROM events")


@pytest.mark.parametrize("name", sorted(set(DECISIONS) - {"withdraw", "take back", "call back"}))
def test_each_decision_has_a_name_and_is_undone(decided: tuple[Workbench, Rows], name: str) -> None:
    bench, before = decided
    if "note" in name and name != "add note":
        decide(bench, [("add note", 1)])
    if name == "reopen note":
        decide(bench, [("resolve note", 1)])
    done = bench.history.steps().undo
    decide(bench, [(name, 1)])
    step = bench.history.steps().undo
    assert step is not None
    assert step != done
    assert rows(bench) != before or name == "remove note"
    undo_all(bench)
    assert rows(bench) == before
    bench.project.store._database.sql("DELETE FROM events")
