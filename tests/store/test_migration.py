"""Files of older, newer and the first shipped format."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from restitch_app.domain.boundaries import (
    BoundaryClass,
    Continuity,
    PlainSsim,
    judge_boundary,
)
from restitch_app.domain.errors import StorageError
from restitch_app.domain.jobs import JobKind, JobState
from restitch_app.domain.joins import Decision
from restitch_app.domain.versions import ProjectSettings
from restitch_app.store import schema
from restitch_app.store import store as store_module
from restitch_app.store.database import APPLICATION_ID, Database
from restitch_app.store.errors import SchemaTooNew
from restitch_app.store.schema import STEPS, Step, build
from restitch_app.store.store import create_store, open_store
from tests.store.samples import names_in, raw

SHIPPED = Path(__file__).parents[1] / "data" / "project_v1.restitch"
"""Made by `make_project_v1.py` when format 1 shipped; never made again."""
SHIPPED_2 = SHIPPED.with_name("project_v2.restitch")
SHIPPED_3 = SHIPPED.with_name("project_v3.restitch")
SHIPPED_4 = SHIPPED.with_name("project_v4.restitch")
SHIPPED_5 = SHIPPED.with_name("project_v5.restitch")
SHIPPED_6 = SHIPPED.with_name("project_v6.restitch")


def test_a_newer_format_is_refused_unchanged(db_path: Path) -> None:
    create_store(db_path).close()
    newer = len(STEPS) + 1
    raw(db_path, f"PRAGMA user_version = {newer}")
    for read_only in (False, True):
        with pytest.raises(SchemaTooNew, match="newer Restitch") as refusal:
            open_store(db_path, read_only)
        assert f"knows format {newer}" in refusal.value.hint
    assert raw(db_path, "PRAGMA user_version") == [(newer,)]
    assert names_in(db_path.parent) == {"project.restitch"}


def add_later(database: Database) -> None:
    database.sql("CREATE TABLE later (id INTEGER PRIMARY KEY, text TEXT)")


def fill_later(database: Database) -> None:
    database.sql("INSERT INTO later (text) SELECT name FROM projects")


def fail_halfway(database: Database) -> None:
    database.sql("DROP TABLE later")
    raise RuntimeError("a bug in this step")


@pytest.fixture
def later_steps(monkeypatch: pytest.MonkeyPatch) -> list[Step]:
    """What the program knows; a test appends to it as a later release would."""
    steps = list(STEPS)

    def migrate(database: Database) -> Path | None:
        return schema.migrate(database, steps)

    def check_format(database: Database) -> int:
        return schema.check_format(database, steps)

    monkeypatch.setattr(store_module, "STEPS", steps)
    monkeypatch.setattr(store_module, "migrate", migrate)
    monkeypatch.setattr(store_module, "check_format", check_format)
    return steps


def test_an_older_format_is_backed_up_then_brought_up_to_date(
    db_path: Path, later_steps: list[Step]
) -> None:
    create_store(db_path, ProjectSettings("Winter")).close()
    held_open = sqlite3.connect(db_path, isolation_level=None)  # so that the WAL stays a WAL
    held_open.execute("UPDATE projects SET name = 'In the WAL'")
    later_steps += [add_later, fill_later]
    with open_store(db_path) as store:
        assert store.backup == db_path.with_name(f"project.v{len(STEPS)}.backup.restitch")
        assert store._database.sql("SELECT text FROM later") == [("In the WAL",)]
        assert store._database.pragma("user_version") == len(STEPS) + 2
        assert store.faults() == []
    held_open.close()
    assert names_in(db_path.parent) == {
        "project.restitch",
        f"project.v{len(STEPS)}.backup.restitch",
    }
    with open_store(db_path) as store:
        assert store.backup is None
    backup = db_path.with_name(f"project.v{len(STEPS)}.backup.restitch")
    assert raw(backup, "PRAGMA user_version") == [(len(STEPS),)]
    assert raw(backup, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert raw(backup, "SELECT name FROM projects") == [("In the WAL",)]


def test_a_step_that_fails_leaves_the_old_format_whole(
    db_path: Path, later_steps: list[Step]
) -> None:
    create_store(db_path).close()
    later_steps += [add_later, fill_later, fail_halfway]
    with pytest.raises(RuntimeError, match="a bug in this step"):
        open_store(db_path)
    assert raw(db_path, "PRAGMA user_version") == [(len(STEPS),)]
    assert ("later",) not in raw(db_path, "SELECT name FROM sqlite_master")
    later_steps.pop()
    with open_store(db_path) as store:  # the leftover backup is no hindrance
        assert len(store._database.sql("SELECT * FROM later")) == 1


def test_an_older_format_is_not_migrated_by_reading(db_path: Path, later_steps: list[Step]) -> None:
    create_store(db_path).close()
    later_steps.append(add_later)
    with pytest.raises(StorageError, match="older Restitch"):
        open_store(db_path, read_only=True)
    assert raw(db_path, "PRAGMA user_version") == [(len(STEPS),)]


def test_the_shipped_first_format_still_opens(tmp_path: Path) -> None:
    db_path = tmp_path / "project.restitch"
    shutil.copyfile(SHIPPED, db_path)
    with open_store(db_path) as store:
        scene = store.scenes.by_name("Forest walk")
        chain = store.versions.current(scene.id)
        assert [v.sequence_index for v in chain] == [0, 1, 2, 3]
        assert [v.stale_root_index for v in chain] == [None, None, 2, 2]
        old, new = reversed(store.versions.history(scene.id, 1))
        assert (new.previous_segment_id, new.regeneration_count) == (old.id, 1)
        report = store.quality.report(new.id)
        assert report is not None
        assert report.score == new.score
        assert len(store.joins.for_scene(scene.id)) == 2
        (job,) = store.jobs.list()
        assert job.result_segment_id == new.id
        assert len(store.events.list()) == 2
        assert store.versions.frame_index(old.id) == bytes(range(16))
        assert not any(version.needs_work for version in chain)
        note = store.notes.add(new.id, 7, "the arm jumps", "ann")
        assert store.notes.of_segment(scene.id, 1) == (note,)
        assert store.backup == tmp_path / "project.v1.backup.restitch"
        assert store.faults() == []


def test_the_shipped_second_format_keeps_its_workflows(tmp_path: Path) -> None:
    db_path = tmp_path / "project.restitch"
    shutil.copyfile(SHIPPED_2, db_path)
    with open_store(db_path) as store:
        dawn, dusk, bare = store.scenes.list()
        (workflow,) = store.workflows.list()
        assert dawn.workflow_id == dusk.workflow_id == workflow.id
        assert bare.workflow_id is None
        assert workflow.name == "Workflow of Lake at dawn"
        assert workflow.is_converted
        prompt = store.workflows.prompt(workflow.id)
        assert prompt is not None
        assert prompt["3"]["inputs"]["seed"] == 7
        newest, oldest = store.versions.history(dawn.id, 0)
        assert store.workflows.unlinked_versions() == (newest.id,)
        assert (newest.hand_off, newest.server_url) == (None, "")
        assert oldest.next_seed == oldest.last_frame
        (job,) = store.jobs.list()
        assert (job.uploads, job.hand_off_node, job.end_frame_hash) == ({}, None, None)
        assert len(store.notes.of_segment(dawn.id, 0)) == 1
        assert store.backup == tmp_path / "project.v2.backup.restitch"
        assert store.faults() == []


def test_the_shipped_third_format_keeps_its_joins_and_is_judged_by_continuity(
    tmp_path: Path,
) -> None:
    db_path = tmp_path / "project.restitch"
    shutil.copyfile(SHIPPED_3, db_path)
    with open_store(db_path) as store:
        joins = list(store.joins.for_scene(store.scenes.by_name("Harbour").id).values())
        assert [join.is_chained for join in joins] == [True] * 3
        assert [join.treatment.method for join in joins] == ["blend", "none", "none"]
        assert [join.decision for join in joins] == [None, Decision.ACCEPTED, Decision.CUT]
        blended, accepted, _ = joins
        assert accepted.decided is not None
        assert (accepted.decided.by, accepted.decided.ssim) == ("ben", 0.9)
        assert accepted.decided.reason == ""
        assert blended.measures is not None
        assert (blended.measures.version, blended.measures.treated) == (1, None)
        policy = store.project.settings().boundary_policy
        assert policy == Continuity()
        # Not judged until the new measure has looked at it, by the old measure it still can be.
        assert judge_boundary(0, blended, policy).boundary_class is None
        assert judge_boundary(0, blended, PlainSsim()).boundary_class is BoundaryClass.YELLOW
        assert store.calls.list() == ()
        assert store.backup == tmp_path / "project.v3.backup.restitch"
        assert store.faults() == []


def test_who_has_set_limits_of_ssim_keeps_being_judged_by_them(tmp_path: Path) -> None:
    db_path = tmp_path / "project.restitch"
    shutil.copyfile(SHIPPED_3, db_path)
    settings = '{"ssim_threshold": 0.7, "ssim_band": 0.1, "trim_repeats": false}'
    raw(db_path, f"UPDATE projects SET settings_json = '{settings}'")
    with open_store(db_path) as store:
        kept = store.project.settings()
        assert kept.boundary_policy == PlainSsim(0.7, 0.1)
        assert not kept.trim_repeats


def test_the_formats_that_shipped_are_what_their_steps_still_make(tmp_path: Path) -> None:
    query = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    every = (SHIPPED, SHIPPED_2, SHIPPED_3, SHIPPED_4, SHIPPED_5, SHIPPED_6)
    for count, shipped in enumerate(every, start=1):
        made = Database(tmp_path / f"{count}.restitch", mode="rwc")
        build(made, STEPS[:count])
        made.close()
        assert raw(tmp_path / f"{count}.restitch", query) == raw(shipped, query)


def test_the_shipped_fourth_format_keeps_calls_cuts_and_open_jobs(tmp_path: Path) -> None:
    db_path = tmp_path / "project.restitch"
    shutil.copyfile(SHIPPED_4, db_path)
    with open_store(db_path) as store:
        dropped, cut = store.joins.for_scene(store.scenes.by_name("Harbour").id).values()
        assert (dropped.treatment.method, dropped.treatment.trim_left) == ("drop_repeat", 1)
        assert (cut.decision, cut.decided and cut.decided.by) == (Decision.CUT, "ben")
        (call,) = store.calls.list()
        assert (call.left_id, call.says, call.by) == (1, BoundaryClass.GREEN, "ann")
        (job,) = store.jobs.list(open_only=True)
        assert (job.kind, job.bridge, job.state) == (JobKind.REGENERATE, None, JobState.SUBMITTED)
        assert store.backup == tmp_path / "project.v4.backup.restitch"
        assert store.faults() == []


def test_the_shipped_fifth_format_keeps_its_verdicts_and_notes(tmp_path: Path) -> None:
    db_path = tmp_path / "project.restitch"
    shutil.copyfile(SHIPPED_5, db_path)
    with open_store(db_path) as store:
        scene = store.scenes.by_name("Market")
        approved, poor, _ = store.versions.current(scene.id)
        assert (approved.is_approved, approved.judged_by) == (True, "ann")
        assert (poor.needs_work, poor.work_reason, poor.judged_by) == (True, "", "")
        (note,) = store.notes.of_segment(scene.id, 1)
        assert (note.text, note.author, note.segment_frame) == ("the arm jumps", "ben", 12)
        assert (note.at_boundary, note.strokes, note.is_resolved) == (False, (), False)
        assert store.backup == tmp_path / "project.v5.backup.restitch"
        assert store.faults() == []


def test_the_shipped_sixth_format_keeps_its_reasons_and_nothing_is_removed(tmp_path: Path) -> None:
    db_path = tmp_path / "project.restitch"
    shutil.copyfile(SHIPPED_6, db_path)
    with open_store(db_path) as store:
        scene = store.scenes.by_name("Bridge")
        _, poor, _ = store.versions.current(scene.id)
        assert (poor.needs_work, poor.work_reason, poor.judged_by) == (True, "a third hand", "ann")
        (note,) = store.notes.of_segment(scene.id, 1)
        assert (note.text, note.segment_frame) == ("here it begins", 7)
        assert store.versions.segment_count(scene.id) == 3
        assert store.backup == tmp_path / "project.v6.backup.restitch"
        assert store.faults() == []
