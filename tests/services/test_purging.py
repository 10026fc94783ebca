"""Removing a version's file: told first, never what plays, the row stays."""

from __future__ import annotations

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.domain.errors import StorageError, WrongUse
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Version
from restitch_app.services.project.verify import FaultKind
from restitch_app.services.workbench import Workbench
from restitch_app.store.errors import Refused
from tests.services.faulty import MIDDLE, ask, check_sound, history, run


@pytest.fixture
def two(small: Workbench) -> Workbench:
    """With v2 of the middle segment current, and v1 a candidate."""
    ask(small)
    run(small)
    return small


def old_one(bench: Workbench) -> Version:
    return history(bench)[-1]


def test_a_candidate_is_purged_by_name_and_its_row_stays(two: Workbench) -> None:
    old = old_one(two)
    path = two.project.path(old.file)
    plan = two.purging.plan(old)
    assert (plan.files, plan.freed_bytes) == ((old.file,), path.stat().st_size)
    assert path.exists()
    others = {one for one in path.parent.iterdir() if one != path}

    two.purging.purge(old, also_seeding=True)

    assert set(path.parent.iterdir()) == others
    row = old_one(two)
    assert row.purged_at is not None
    assert (row.file_sha256, row.last_frame, row.number) == (old.file_sha256, old.last_frame, 1)
    check_sound(two)
    event = two.project.store.events.list(limit=1)[0]
    assert (event.kind, event.version_id) == ("purged", old.id)
    assert event.detail["freed_bytes"] == plan.freed_bytes
    assert two.history.steps().undo is None  # a render and a purge stay


def test_what_a_version_seeded_asks_twice(two: Workbench) -> None:
    old = old_one(two)  # segment 3 was made from it
    assert [one.sequence_index for one in two.purging.plan(old).seeded] == [MIDDLE + 1]
    with pytest.raises(WrongUse) as told:
        two.purging.purge(old)
    assert "segment 3" in told.value.detail
    assert two.project.path(old.file).exists()
    assert old_one(two).purged_at is None


def test_what_plays_is_refused_and_a_purged_version_never_plays(two: Workbench) -> None:
    new, old = history(two)
    with pytest.raises(Refused, match="plays"):
        two.purging.plan(new)
    two.purging.purge(old, also_seeding=True)
    with pytest.raises(Refused, match="before"):
        two.purging.purge(old)
    with pytest.raises(WrongUse):
        two.versions.use(old, JobContext())
    with pytest.raises(Refused):
        two.project.store.versions.make_current(old.id)
    assert history(two)[0].is_current


def test_a_file_that_another_version_plays_stays(two: Workbench) -> None:
    store = two.project.store
    old, first = old_one(two), history(two, 0)[0]
    path = two.project.path(old.file)
    path.unlink()
    store._database.sql(
        "UPDATE segments SET file = ?, file_sha256 = ?, file_bytes = ? WHERE id = ?",
        first.file,
        first.file_sha256,
        first.file_bytes,
        old.id,
    )
    plan = two.purging.purge(old, also_seeding=True)
    assert (plan.files, plan.freed_bytes) == ((), 0)
    assert [one.id for one in plan.shared_with] == [first.id]
    assert two.project.path(first.file).exists()
    check_sound(two)


def test_a_take_that_may_still_become_current_is_refused(
    small: Workbench, server: DemoServer
) -> None:
    scene = small.project.scene()
    jobs = small.regeneration.request(scene, RegenerationRequest(MIDDLE, takes=2))
    small.jobs.cancel(jobs[0].id)
    run(small)
    take = history(small)[0]
    assert take.request_id is not None
    store = small.project.store
    store._database.sql("UPDATE jobs SET state = 'queued' WHERE id = ?", jobs[0].id)
    store._database.sql("UPDATE segments SET is_current = 0 WHERE id = ?", take.id)
    with pytest.raises(Refused, match="takes"):
        small.purging.plan(take)


def test_a_file_that_cannot_be_removed_is_found_again(
    two: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = old_one(two)

    def refuse(_path: object) -> None:
        raise StorageError("The folder cannot be written to")

    monkeypatch.setattr("restitch_app.services.review.purging.remove", refuse)
    with pytest.raises(StorageError):
        two.purging.purge(old, also_seeding=True)
    monkeypatch.undo()
    (fault,) = two.verifying.verify(JobContext()).faults
    assert (fault.kind, fault.file) == (FaultKind.ORPHANED, old.file)


def test_the_first_frames_that_an_open_job_keeps_stay(two: Workbench) -> None:
    old = old_one(two)
    job = ask(two)
    sql = "UPDATE jobs SET kept_from_version_id = ? WHERE id = ?"
    two.project.store._database.sql(sql, old.id, job.id)
    with pytest.raises(Refused, match="first frames"):
        two.purging.plan(old)
    two.jobs.cancel(job.id)
    run(two)
    assert two.purging.plan(old).files == (old.file,)
