"""The disk refuses the n-th write, for every n: the step fails cleanly and can be repeated."""

from __future__ import annotations

import errno
import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.domain.errors import StorageError
from restitch_app.domain.jobs import BecomesCurrent, JobState, RegenerationRequest
from restitch_app.services.project.project import open_project
from restitch_app.services.workbench import Workbench
from restitch_app.store.database import Database
from tests.services.faulty import MIDDLE, quick_bench, run
from tests.services.scenes import smoothed, with_settings
from tests.services.torture.checks import check_finished, check_opened, send_lost_again
from tests.services.torture.sizes import IS_FULL, many

REFUSALS = (errno.ENOSPC, errno.EROFS, errno.EIO)


class FailingDisk:
    """Refuses `refused` writes in a row, from the n-th on. 0: only counts."""

    def __init__(self, number: int, refused: int, code: int) -> None:
        self._stop = range(number, number + refused) if number else range(0)
        self._code = code
        self.writes = 0

    def write(self) -> None:
        self.writes += 1
        if self.writes in self._stop:
            raise OSError(self._code, os.strerror(self._code))

    @contextmanager
    def under(self, patch: pytest.MonkeyPatch) -> Iterator[None]:
        """Files are refused at their fsync and at their rename, rows as SQLite would say it."""
        with patch.context() as patched:
            patched.setattr(os, "fsync", self._before(os.fsync))
            patched.setattr(Path, "replace", self._before(Path.replace))
            patched.setattr(Database, "run", self._before_row(Database.run))
            yield

    def _before(self, real: Callable[..., object]) -> Callable[..., object]:
        def write(*args: object, **kwargs: object) -> object:
            self.write()
            return real(*args, **kwargs)

        return write

    def _before_row(self, real: Callable[..., object]) -> Callable[..., object]:
        def write(*args: object, **kwargs: object) -> object:
            try:
                self.write()
            except OSError as error:
                raise StorageError("The disk is full", str(error), "Make room") from error
            return real(*args, **kwargs)

        return write


def work(bench: Workbench) -> None:
    """Smooth, and regenerate with two takes; what was done before is not done again."""
    scene = bench.project.scene()
    after = bench.overview.around(scene, 0)[1]
    assert after is not None
    if after.join.treatment.patch is None and not bench.jobs.all():
        smoothed(bench, scene, 0, "blend", 2)
    if not bench.jobs.all():
        bench.regeneration.request(scene, RegenerationRequest(MIDDLE, {"steps": 3}, takes=2))
    run(bench)
    for job in bench.jobs.all():
        if job.state is JobState.FAILED:
            bench.jobs.submit_again(job.id)
    while send_lost_again(bench) or bench.jobs.open():
        run(bench)


def until_it_works(bench: Workbench) -> None:
    for _ in range(6):
        try:
            work(bench)
        except StorageError:
            continue
        return
    raise AssertionError("it never worked again")


def tried(
    folder: Path, server: DemoServer, disk: FailingDisk, patch: pytest.MonkeyPatch
) -> FailingDisk:
    received = server.prompts_received
    with open_project(folder) as project:
        bench = quick_bench(project)
        with_settings(bench, server_url=server.url, becomes_current=BecomesCurrent.ALWAYS)
        with disk.under(patch):
            until_it_works(bench)
        check_opened(bench)
        check_finished(bench)
        assert {job.state for job in bench.jobs.all()} == {JobState.DONE}
        assert server.prompts_received - received == len(bench.jobs.all()) == 2
    return disk


@pytest.mark.timeout(many(900, 7200))
@pytest.mark.usefixtures("hurry")
def test_every_write_may_be_refused(
    three_segments: Path, server: DemoServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def once(number: int, refused: int, code: int) -> FailingDisk:
        folder = tmp_path / f"{number}_{refused}_{code}"
        shutil.copytree(three_segments, folder)
        try:
            return tried(folder, server, FailingDisk(number, refused, code), monkeypatch)
        except BaseException as error:
            error.add_note(f"write {number}, {refused} refused with {os.strerror(code)}")
            raise
        finally:
            shutil.rmtree(folder)

    writes = once(0, 0, 0).writes
    assert writes > 20
    dice = random.Random(9)
    numbers = range(1, writes + 1) if IS_FULL else dice.sample(range(1, writes + 1), 4)
    for number in numbers:
        once(number, dice.choice((1, 3)), dice.choice(REFUSALS))
