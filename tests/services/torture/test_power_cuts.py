"""A power cut at any moment: what was said to be there is there, and nothing is paid twice."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.runs import RunWishes
from restitch_app.services.project.project import open_project
from restitch_app.services.workbench import Workbench
from restitch_app.store.store import create_store
from tests.services.faulty import MIDDLE, quick_bench, run
from tests.services.scenes import smoothed
from tests.services.torture.checks import check_finished, check_opened, send_lost_again
from tests.services.torture.power import Instant, PowerDisk
from tests.services.torture.sizes import IS_FULL, many

FEW_STEPS = {"steps": 3}

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/fd").is_dir(), reason="needs /proc to name an open file"
)


def started_again(folder: Path, instant: Instant, server: DemoServer) -> None:
    """Open, verify, finish; the server is the same, and knows what it was sent up to then."""
    received = server.prompts_received
    with open_project(folder) as project:
        bench = quick_bench(project)
        check_opened(bench)
        run(bench)
        while send_lost_again(bench):
            run(bench)
        check_finished(bench)
        sent = server.prompts_received - received + instant.prompts_received
        assert sent <= len(bench.jobs.all())


@pytest.mark.timeout(many(900, 7200))
def test_the_power_goes_at_any_moment(
    small: Workbench, server: DemoServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = small.project.scene()
    disk = PowerDisk(small.project.folder, server, tmp_path / "committed")
    with disk.recording(monkeypatch):
        smoothed(small, scene, 0, "blend", 2)
        small.regeneration.request(scene, RegenerationRequest(MIDDLE, FEW_STEPS, takes=2))
        run(small)
        if IS_FULL:
            small.runs.cascade(scene, 2, RunWishes(FEW_STEPS))
            run(small)
    check_finished(small)
    dice = random.Random(3)
    for number, instant in enumerate(dice.sample(disk.instants, many(5, len(disk.instants)))):
        for is_torn in (False, True):
            folder = tmp_path / f"cut_{number}_{is_torn}"
            instant.lay_out(folder, dice, is_torn=is_torn)
            try:
                started_again(folder, instant, server)
            except BaseException as error:
                error.add_note(f"the power went {instant.what}, torn: {is_torn}")
                raise


def test_of_a_torn_wal_exactly_the_whole_transactions_are_there(tmp_path: Path) -> None:
    """What SQLite makes of a log whose end was being written when the power went."""
    path = tmp_path / "project.restitch"
    dice = random.Random(5)
    with create_store(path) as store:
        store._database.sql("PRAGMA wal_autocheckpoint = 0")
        wal, before = tmp_path / "project.restitch-wal", path.read_bytes()
        ends = []
        for number in range(many(12, 60)):
            store.scenes.add(f"Scene {number}", Fraction(16), 64, 64)
            ends.append(wal.stat().st_size)
        log = wal.read_bytes()
    for number in range(many(25, 1000)):
        cut = dice.randrange(len(log))
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / path.name).write_bytes(before)
        torn = log[:cut] + dice.randbytes(dice.choice((0, 7, 4096)))
        (folder / wal.name).write_bytes(torn)
        with closing(sqlite3.connect(folder / path.name)) as found:
            assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            (count,) = found.execute("SELECT COUNT(*) FROM scenes").fetchone()
        assert count == sum(end <= cut for end in ends)
