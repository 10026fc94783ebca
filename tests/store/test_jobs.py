from __future__ import annotations

from dataclasses import fields, replace
from itertools import pairwise

import pytest
from peewee import BaseQuery

from restitch_app.domain.errors import NotFound
from restitch_app.domain.jobs import JobProblem, JobRecord, JobState
from restitch_app.domain.versions import Scene
from restitch_app.store.database import Database, Row
from restitch_app.store.errors import Refused
from restitch_app.store.jobs import MOVES
from restitch_app.store.store import Store
from tests.store.samples import new_job, new_version

HAPPY = [
    JobState.QUEUED,
    JobState.UPLOADING,
    JobState.SUBMITTED,
    JobState.RUNNING,
    JobState.DOWNLOADING,
    JobState.CHECKING,
    JobState.DONE,
]
WAYS_OUT = {
    JobState.FAILED: [JobState.FAILED],
    JobState.CANCELLED: [JobState.CANCELLED],
    JobState.LOST: [JobState.UPLOADING, JobState.SUBMITTED, JobState.LOST],
}
PROBLEM = JobProblem("unreachable", "ComfyUI did not answer", "127.0.0.1:8188", "Start it")


@pytest.fixture
def job(store: Store, scene: Scene) -> JobRecord:
    old = store.versions.add(new_version(scene.id, 4))
    return store.jobs.add(new_job(scene.id, old.id))


def brought_to(store: Store, job: JobRecord, state: JobState) -> JobRecord:
    way = WAYS_OUT.get(state) or HAPPY[1 : HAPPY.index(state) + 1]
    for step in way:
        job = store.jobs.move(job.id, step)
    return job


def test_a_job_comes_back_as_it_was_asked_for(store: Store, job: JobRecord) -> None:
    new = replace(
        new_job(job.scene_id, job.previous_segment_id, "r2"),
        before_version_id=3,
        seed_from_version_id=2,
        prompt_id="own-id",
    )
    queued = store.jobs.add(new)
    assert store.jobs.prompt(queued.id) == new.prompt
    for name in {field.name for field in fields(new)} - {"prompt"}:
        assert getattr(queued, name) == getattr(new, name), name
    assert queued.state is JobState.QUEUED
    assert store.jobs.get(queued.id) == queued
    assert store.jobs.list() == (job, queued)


def test_a_take_is_queued_once_only(store: Store, job: JobRecord) -> None:
    new = new_job(job.scene_id, job.previous_segment_id)
    assert store.jobs.add(new) == job
    assert store.jobs.add(replace(new, take=2)).id != job.id


def test_a_job_goes_its_whole_way_and_keeps_what_each_step_stored(
    store: Store, job: JobRecord
) -> None:
    for state in HAPPY[1:]:
        job = store.jobs.move(job.id, state, stage=state.value, prompt_id="own-id")
        assert (job.state, job.stage, job.prompt_id) == (state, state.value, "own-id")
    result = store.versions.add(replace(new_version(job.scene_id, 4, "b"), job_id=job.id))
    with pytest.raises(Refused):
        store.jobs.move(job.id, JobState.DONE, result_segment_id=result.id)


def test_all_that_changes_with_a_state_is_stored(store: Store, job: JobRecord) -> None:
    moved = store.jobs.move(
        job.id,
        JobState.UPLOADING,
        prompt={"1": {}},
        parameters={"seed": 1},
        output={"filename": "a.mp4", "subfolder": "", "type": "output"},
        output_node="12",
        server_url="http://other:8188",
        seed_hash="h",
        seed_file="f",
        before_version_id=1,
        seed_from_version_id=1,
        result_segment_id=job.previous_segment_id,
        stage="Uploading",
        done=3,
        total=20,
        waiting_since="2026-01-01T00:00:00+00:00",
        problem=PROBLEM,
        cancel_requested=True,
    )
    expected = replace(
        job,
        state=JobState.UPLOADING,
        parameters={"seed": 1},
        output={"filename": "a.mp4", "subfolder": "", "type": "output"},
        output_node="12",
        server_url="http://other:8188",
        seed_hash="h",
        seed_file="f",
        before_version_id=1,
        seed_from_version_id=1,
        result_segment_id=job.previous_segment_id,
        stage="Uploading",
        done=3,
        total=20,
        waiting_since="2026-01-01T00:00:00+00:00",
        problem=PROBLEM,
        cancel_requested=True,
        updated_at=moved.updated_at,
    )
    assert moved == expected
    assert store.jobs.prompt(job.id) == {"1": {}}


@pytest.mark.parametrize("before", list(JobState))
@pytest.mark.parametrize("after", list(JobState))
def test_only_the_ways_of_the_contract_are_open(
    store: Store, job: JobRecord, before: JobState, after: JobState
) -> None:
    job = brought_to(store, job, before)
    if after in MOVES[before] or (after is before and before.is_open):
        assert store.jobs.move(job.id, after).state is after
    else:
        with pytest.raises(Refused, match=before.value):
            store.jobs.move(job.id, after)
        assert store.jobs.get(job.id) == job


def test_the_ways_hold_the_contracts_own(store: Store) -> None:
    assert all(after in MOVES[before] for before, after in pairwise(HAPPY))
    assert MOVES[JobState.DONE] == MOVES[JobState.CANCELLED] == frozenset()
    assert MOVES[JobState.LOST] == MOVES[JobState.FAILED] == {JobState.QUEUED}
    for state in JobState:
        if state.is_open:
            assert {JobState.FAILED, JobState.CANCELLED} <= MOVES[state]


def test_a_retried_job_starts_afresh_with_its_parameters(store: Store, job: JobRecord) -> None:
    store.jobs.move(job.id, JobState.UPLOADING, prompt_id="old", done=3, total=9, stage="x")
    store.jobs.request_cancel(job.id)
    failed = store.jobs.move(job.id, JobState.FAILED, problem=PROBLEM)
    again = store.jobs.move(failed.id, JobState.QUEUED)
    assert again == replace(job, updated_at=again.updated_at)
    assert store.jobs.list(open_only=True) == (again,)


def test_cancelling_is_asked_of_open_jobs_only(store: Store, job: JobRecord) -> None:
    assert store.jobs.request_cancel(job.id).cancel_requested
    ended = store.jobs.move(job.id, JobState.CANCELLED, cancel_requested=False)
    assert store.jobs.request_cancel(job.id) == ended


def test_a_server_goes_on_with_what_it_began_then_with_the_oldest(
    store: Store, job: JobRecord
) -> None:
    url = job.server_url
    later = store.jobs.add(replace(new_job(job.scene_id, 1, "r2"), take=1))
    other = store.jobs.add(replace(new_job(job.scene_id, 1, "r3"), server_url="http://b:1"))
    assert store.jobs.next_open(url) == job
    later = store.jobs.move(later.id, JobState.UPLOADING)
    assert store.jobs.next_open(url) == later
    store.jobs.move(later.id, JobState.FAILED)
    store.jobs.move(job.id, JobState.CANCELLED)
    assert store.jobs.next_open(url) is None
    assert store.jobs.next_open("http://b:1") == other


def test_a_request_is_over_after_its_last_take(store: Store, job: JobRecord) -> None:
    second = store.jobs.add(replace(new_job(job.scene_id, 1), take=2))
    assert store.jobs.open_for_request("r1") == (job, second)
    store.jobs.move(job.id, JobState.CANCELLED)
    assert store.jobs.open_for_request("r1") == (second,)
    store.jobs.move(second.id, JobState.FAILED)
    assert store.jobs.open_for_request("r1") == ()
    assert len(store.jobs.of_request("r1")) == 2


def test_progress_and_waiting_are_noted(store: Store, job: JobRecord) -> None:
    store.jobs.note_progress(job.id, "Rendering", 3, 20)
    store.jobs.note_waiting(job.id, "2026-01-01T00:00:00+00:00", PROBLEM)
    found = store.jobs.get(job.id)
    assert (found.stage, found.done, found.total) == ("Rendering", 3, 20)
    assert (found.waiting_since, found.problem) == ("2026-01-01T00:00:00+00:00", PROBLEM)
    store.jobs.note_waiting(job.id, None, None)
    found = store.jobs.get(job.id)
    assert (found.waiting_since, found.problem) == (None, None)


def test_durations_count_rendering_alone_newest_first(store: Store, job: JobRecord) -> None:
    later = store.jobs.add(new_job(job.scene_id, 1, "r2"))
    unfinished = store.jobs.add(new_job(job.scene_id, 1, "r3"))
    for each in (job, later):
        brought_to(store, each, JobState.DONE)
    brought_to(store, unfinished, JobState.CHECKING)
    for job_id, seconds in ((job.id, 40), (later.id, 20)):
        store._database.sql(
            "UPDATE jobs SET running_at = '2026-01-01T00:00:00.000+00:00', rendered_at = ? "
            "WHERE id = ?",
            f"2026-01-01T00:00:{seconds}.500+00:00",
            job_id,
        )
    assert store.jobs.durations(job.server_url) == (20.5, 40.5)
    assert store.jobs.durations(job.server_url, limit=1) == (20.5,)
    assert store.jobs.durations("http://b:1") == ()


def test_unknown_jobs_are_named(store: Store) -> None:
    for ask in (store.jobs.get, store.jobs.prompt, store.jobs.request_cancel):
        with pytest.raises(NotFound, match="77"):
            ask(77)
    with pytest.raises(NotFound, match="77"):
        store.jobs.note_progress(77, "", 0, 0)


def test_open_jobs_and_the_newest_ended_ones_are_recent(store: Store, job: JobRecord) -> None:
    old, older, waits = (
        store.jobs.add(new_job(job.scene_id, job.previous_segment_id, name)) for name in "abc"
    )
    for ended in (old, older):
        store.jobs.move(ended.id, JobState.CANCELLED)
    assert [one.id for one in store.jobs.recent(9)] == [job.id, old.id, older.id, waits.id]
    assert [one.id for one in store.jobs.recent(1)] == [job.id, older.id, waits.id]


def test_listing_jobs_reads_no_workflow(
    store: Store, job: JobRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns: set[str] = set()
    real = Database.rows

    def noting(database: Database, query: BaseQuery) -> list[Row]:
        rows = real(database, query)
        columns.update(*rows)
        return rows

    monkeypatch.setattr(Database, "rows", noting)
    assert store.jobs.list() == store.jobs.recent(9) == store.jobs.of_request(job.request_id)
    assert "state" in columns
    assert "prompt_json" not in columns
