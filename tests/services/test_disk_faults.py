"""Full disks, vanished and damaged files: nothing half-written, nothing rendered twice."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.domain.errors import StorageError, WrongUse
from restitch_app.domain.jobs import JobRecord, JobState
from restitch_app.domain.versions import Version
from restitch_app.services.workbench import Workbench
from restitch_app.store.values import NewVersion
from tests.services.faulty import (
    MIDDLE,
    ask,
    check_sound,
    half_written,
    history,
    in_state,
    is_waiting,
    reopened,
    run,
    run_with,
    the_job,
)

Name = Callable[[Path], bool]


class Disk:
    """A disk that refuses to make files durable while it is full. Writes to SQLite pass it by."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_full: Name | None = None
        self.refused = 0
        self._sync = os.fsync
        monkeypatch.setattr(os, "fsync", self._fsync)

    def _fsync(self, descriptor: int) -> None:
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        if self.is_full is not None and self.is_full(path):
            self.refused += 1
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._sync(descriptor)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    if not Path("/proc/self/fd").is_dir():
        pytest.skip("needs /proc to name an open file")
    return Disk(monkeypatch)


@pytest.mark.parametrize(
    ("what", "state", "words"),
    [
        (lambda path: path.name.endswith(".mp4.part"), JobState.DOWNLOADING, "No space left"),
        (lambda path: path.suffix == ".png", JobState.CHECKING, "disk is full"),
    ],
    ids=["download", "picture"],
)
def test_a_full_disk_is_waited_for_and_the_render_not_paid_again(
    small: Workbench, server: DemoServer, disk: Disk, what: Name, state: JobState, words: str
) -> None:
    ask(small)
    disk.is_full = what
    seen: list[JobRecord] = []

    def note_and_make_room() -> None:
        seen.append(the_job(small))
        assert half_written(small.project.folder) == []
        assert [v.number for v in history(small)] == [1]
        disk.is_full = None

    run_with(small, (lambda: is_waiting(small)() and disk.refused > 1, note_and_make_room))
    assert seen[0].state is state
    assert seen[0].problem is not None
    assert words in f"{seen[0].problem.title} {seen[0].problem.detail}"
    done = the_job(small)
    assert (done.state, done.waiting_since, done.problem) == (JobState.DONE, None, None)
    assert server.prompts_received == server.prompts_executed == 1
    check_sound(small)


def test_a_full_disk_at_the_recording_is_waited_for(
    small: Workbench, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite meets its own limit, so that what it says is real."""
    versions = small.project.store.versions
    database = versions._database
    real = versions.add
    is_full = threading.Event()
    is_full.set()
    refused: list[StorageError] = []

    def limited(new: NewVersion) -> Version:
        most = database.pragma("page_count") if is_full.is_set() else 1 << 30
        database.pragma(f"max_page_count = {most}")
        try:
            return real(new)
        except StorageError as error:
            refused.append(error)
            raise
        finally:
            database.pragma(f"max_page_count = {1 << 30}")

    monkeypatch.setattr(versions, "add", limited)
    ask(small)
    run_with(small, (lambda: len(refused) > 1 and is_waiting(small)(), is_full.clear))
    assert refused[0].title == "The disk is full"
    assert the_job(small).state is JobState.DONE
    assert _numbers(history(small)) == [(2, True), (1, False)]
    assert server.prompts_received == server.prompts_executed == 1
    check_sound(small)


def test_a_vanished_seed_frame_is_named_and_the_job_can_be_sent_later(
    small: Workbench, server: DemoServer
) -> None:
    job = ask(small)
    seed = small.project.path(job.seed_file)
    kept = seed.rename(seed.with_suffix(".away"))
    run(small)
    failed = the_job(small)
    assert failed.state is JobState.FAILED
    assert failed.problem is not None
    assert failed.problem.title == "The seed frame cannot be read"
    assert seed.name in failed.problem.detail
    assert server.prompts_received == 0
    assert [v.is_current for v in history(small)] == [True]

    kept.rename(seed)
    small.jobs.submit_again(job.id)
    run(small)
    assert the_job(small).state is JobState.DONE
    assert server.prompts_received == 1
    check_sound(small)


def test_a_seed_frame_that_vanishes_while_it_renders_costs_only_its_check(
    small: Workbench, server: DemoServer
) -> None:
    job = ask(small, steps=60)
    seed = small.project.path(job.seed_file)
    run_with(small, (in_state(small, JobState.RUNNING), seed.unlink))
    assert the_job(small).state is JobState.DONE
    new = history(small)[0]
    assert new.verdict is not None
    assert new.is_current
    assert server.prompts_received == 1


def _vanish(path: Path) -> None:
    path.unlink()


def _damage(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:400])


def _garble(path: Path) -> None:
    """Whole, as far as its container says, with noise for pictures."""
    data = bytearray(path.read_bytes())
    start = data.index(b"mdat") + 4
    data[start:] = bytes(number * 37 % 251 for number in range(len(data) - start))
    path.write_bytes(data)


@pytest.mark.parametrize("spoil", [_vanish, _damage, _garble])
@pytest.mark.parametrize("side", [-1, 1], ids=["before", "after"])
def test_an_unreadable_neighbour_keeps_the_old_version_and_a_retry_is_free(
    small: Workbench, server: DemoServer, spoil: Callable[[Path], None], side: int
) -> None:
    neighbour = small.project.path(small.project.current(small.project.scene(), MIDDLE + side).file)
    whole = neighbour.read_bytes()
    bench = reopened(small)  # nothing of it in memory
    try:
        job = ask(bench)
        spoil(neighbour)
        run(bench)
        failed = the_job(bench)
        assert failed.state is JobState.FAILED
        assert failed.problem is not None
        assert failed.problem.code == "media"
        assert "cannot be compared with its neighbour" in failed.problem.title
        assert neighbour.name in failed.problem.detail
        new, old = history(bench)
        assert old.is_current
        assert not new.is_current
        assert new.failure is None

        neighbour.write_bytes(whole)
        bench.jobs.submit_again(job.id)
        run(bench)
        assert the_job(bench).state is JobState.DONE
        assert the_job(bench).result_segment_id == new.id
        assert _numbers(history(bench)) == [(2, True), (1, False)]
        assert bench.versions.history(bench.project.scene(), MIDDLE)[0].boundary_ssim_before
        assert server.prompts_received == server.prompts_executed == 1
        check_sound(bench)
    finally:
        bench.project.close()


def test_a_render_that_vanishes_before_its_check_is_named(
    small: Workbench, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = ask(small)
    store_jobs = small.project.store.jobs
    real = store_jobs.move

    def vanishing(job_id: int, state: JobState, **changes: object) -> JobRecord:
        moved = real(job_id, state, **changes)  # type: ignore[arg-type]
        if state is JobState.CHECKING and server.prompts_received == 1:
            for path in (small.project.folder / "media/clips").glob("*job*"):
                path.unlink()
        return moved

    monkeypatch.setattr(store_jobs, "move", vanishing)
    run(small)
    failed = the_job(small)
    assert failed.state is JobState.FAILED
    assert failed.problem is not None
    assert failed.problem.title == "The downloaded render has vanished"
    small.jobs.submit_again(job.id)
    run(small)
    assert the_job(small).state is JobState.DONE
    check_sound(small)


@pytest.mark.parametrize("is_purged", [True, False], ids=["purged", "gone"])
def test_a_recorded_render_without_its_file_is_not_submitted_again(
    small: Workbench, server: DemoServer, is_purged: bool
) -> None:
    """It would be looked for, be missing, and have to be submitted again, for ever."""
    neighbour = small.project.path(small.project.current(small.project.scene(), MIDDLE + 1).file)
    whole = neighbour.read_bytes()
    bench = reopened(small)  # nothing of it in memory
    try:
        job = ask(bench)
        neighbour.unlink()
        run(bench)
        assert the_job(bench).state is JobState.FAILED
        neighbour.write_bytes(whole)
        made = history(bench)[0]
        clip = bench.project.path(made.file)
        render = clip.read_bytes()
        if is_purged:
            bench.purging.purge(made)
        else:
            clip.unlink()
        with pytest.raises(WrongUse) as refused:
            bench.jobs.submit_again(job.id)
        assert refused.value.title == f"Job {job.id} cannot be submitted again"
        assert "v2 of segment 2" in refused.value.detail
        assert refused.value.hint.lower().endswith("regenerate the segment")
        assert the_job(bench).state is JobState.FAILED
        if not is_purged:
            clip.write_bytes(render)
            bench.jobs.submit_again(job.id)
            run(bench)
            assert the_job(bench).state is JobState.DONE
        assert server.prompts_executed == 1
    finally:
        bench.project.close()


def test_a_picture_that_vanished_does_not_stop_the_staleness_of_others(
    small: Workbench, server: DemoServer
) -> None:
    scene = small.project.scene()
    last = small.project.current(scene, MIDDLE).last_frame
    assert last is not None
    small.project.path(last.file).unlink()
    ask(small)
    run(small)
    assert the_job(small).state is JobState.DONE
    assert history(small)[0].is_current
    assert [v.is_stale for v in small.project.store.versions.current(scene.id)][2]


def _numbers(versions: list[Version]) -> list[tuple[int, bool]]:
    return [(version.number, version.is_current) for version in versions]
