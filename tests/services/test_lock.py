"""One engine a project: the second is told who has it, a dead holder's lock is free."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.domain.errors import ProjectBusy, StorageError
from restitch_app.domain.jobs import JobState
from restitch_app.media.atomic import SURELY_LEFT_S
from restitch_app.services.project.lock import EngineLock
from restitch_app.services.workbench import Workbench
from tests.services.faulty import ask, in_state, reopened, run, run_with, the_job, wait_for
from tests.services.killing import killed, victim


@pytest.fixture
def other(small: Workbench) -> Iterator[Workbench]:
    """A second program on the project of `small`."""
    bench = reopened(small)
    yield bench
    bench.project.close()


def test_the_second_engine_is_told_who_works(small: Workbench, other: Workbench) -> None:
    ask(small, steps=60)
    with pytest.raises(ProjectBusy) as told:
        run_with(small, (in_state(small, JobState.RUNNING), other.engine.run))
    assert told.value.detail.startswith("test (")
    assert f"process {os.getpid()}" in told.value.detail
    run(other)
    assert the_job(small).state is JobState.DONE


def test_a_job_of_another_program_is_run_by_the_holder(
    small: Workbench, other: Workbench, server: DemoServer
) -> None:
    small.engine.start()
    try:
        ask(other)
        wait_for(in_state(other, JobState.DONE))
    finally:
        small.engine.stop()
    assert server.prompts_executed == 1
    run(other)  # the lock is free again


def test_another_programs_cancel_reaches_the_holder(small: Workbench, other: Workbench) -> None:
    small.engine.start()
    try:
        job = ask(small, steps=1000)
        wait_for(in_state(small, JobState.RUNNING))
        other.jobs.cancel(job.id)
        wait_for(in_state(small, JobState.CANCELLED))
    finally:
        small.engine.stop()


def test_stopping_in_the_background_leaves_the_job_to_the_next(
    small: Workbench, server: DemoServer
) -> None:
    small.engine.start()
    ask(small, steps=60)
    wait_for(in_state(small, JobState.RUNNING))
    small.engine.stop()
    small.engine.stop()
    assert the_job(small).state is JobState.RUNNING
    small.engine.start()
    wait_for(in_state(small, JobState.DONE))
    small.engine.stop()
    assert server.prompts_executed == 1


def test_one_engine_does_not_run_twice(small: Workbench) -> None:
    small.engine.start()
    try:
        with pytest.raises(ProjectBusy):
            small.engine.run()
        with pytest.raises(ProjectBusy):
            small.engine.start()
    finally:
        small.engine.stop()
    run(small)


def test_a_dead_holders_lock_is_taken_over(small: Workbench, server: DemoServer) -> None:
    ask(small, steps=60)
    process = victim(small.project.folder)
    wait_for(in_state(small, JobState.RUNNING))
    with pytest.raises(ProjectBusy, match="in use") as told:
        small.engine.run()
    assert "victim (" in told.value.detail
    assert f"process {process.pid})" in told.value.detail
    process.kill()
    assert killed(process)
    run(small)
    assert the_job(small).state is JobState.DONE
    assert server.prompts_executed == 1


@pytest.mark.parametrize("text", ["", "{", "[]", '{"who": "x"}', "null"])
def test_a_damaged_name_of_the_holder_is_no_obstacle(tmp_path: Path, text: str) -> None:
    first, second = EngineLock(tmp_path), EngineLock(tmp_path)
    first.acquire("window")
    (tmp_path / "project.holder.json").write_text(text)
    assert second.holder() == "Another program"
    with pytest.raises(ProjectBusy):
        second.acquire("cli")
    first.release()
    second.acquire("cli")
    assert json.loads((tmp_path / "project.holder.json").read_text())["who"] == "cli"
    second.release()
    second.release()


def test_a_folder_that_cannot_hold_the_lock_is_named(tmp_path: Path) -> None:
    (tmp_path / "project.lock").mkdir()
    with pytest.raises(StorageError, match="cannot be locked") as told:
        EngineLock(tmp_path).acquire("window")
    assert str(tmp_path) in told.value.detail


def test_the_engine_outlives_a_moment_in_which_the_project_cannot_be_read(
    small: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusals = iter([StorageError("The disk is full")] * 3)
    real = small.project.store.jobs.list

    def refusing(open_only: bool = False) -> object:
        if (error := next(refusals, None)) is not None:
            raise error
        return real(open_only)

    ask(small)
    monkeypatch.setattr(small.project.store.jobs, "list", refusing)
    small.engine.start()
    try:
        wait_for(lambda: small.project.store.jobs.get(1).state is JobState.DONE)
    finally:
        small.engine.stop()


def test_what_a_killed_program_left_half_written_goes(small: Workbench) -> None:
    media = small.project.folder / "media"
    download = media / "clips/segment_002_job_9.mp4.part"
    old, fresh = media / "frames/.abc.0123.part.png", media / "clips/.def.4567.part.mkv"
    for path in (download, old, fresh):
        path.write_bytes(b"half")
    long_ago = old.stat().st_mtime - SURELY_LEFT_S - 1
    os.utime(old, (long_ago, long_ago))
    before = {path for path in media.rglob("*") if ".part" not in path.name}
    run(small)
    assert not download.exists()
    assert not old.exists()
    assert fresh.exists()  # another program may be writing it
    assert before <= set(media.rglob("*"))
