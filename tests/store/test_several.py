"""Several threads and several processes on one project."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import pytest

from restitch_app.domain.errors import ProjectBusy
from restitch_app.domain.versions import Scene
from restitch_app.store.database import Database
from restitch_app.store.errors import StoreClosed
from restitch_app.store.store import Store, create_store
from tests.store.samples import names_in, new_version


def test_threads_write_at_once_without_losing_anything(store: Store, scene: Scene) -> None:
    start = threading.Barrier(4)

    def record(worker: int) -> None:
        start.wait()
        for number in range(10):
            store.versions.add(new_version(scene.id, 0, f"{worker}-{number}"))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(record, range(4)))
    history = store.versions.history(scene.id, 0)
    assert [version.number for version in history] == list(range(40, 0, -1))
    assert len({version.file for version in history}) == 40


def test_a_threads_connection_ends_with_the_thread(store: Store) -> None:
    def read() -> None:
        store.project.settings()
        assert len(store._database._sqlite._open) == 2

    store.project.settings()
    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    gc.collect()
    assert len(store._database._sqlite._open) == 1


def test_closing_ends_the_connections_of_waiting_threads_too(db_path: Path) -> None:
    store = create_store(db_path)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(store.project.settings).result()
        store.close()
        assert names_in(db_path.parent) == {"project.restitch"}
        with pytest.raises(StoreClosed, match="closed"):
            store.project.settings()
        with pytest.raises(StoreClosed, match="closed"):  # on the thread that had a connection
            pool.submit(store.project.settings).result()


def test_closing_waits_for_a_statement_that_runs(db_path: Path) -> None:
    """Closed in the middle of it, SQLite may crash with the whole program."""
    database = Database(db_path, mode="rwc")
    has_begun = threading.Event()

    def first_row() -> int:
        has_begun.set()
        time.sleep(0.1)
        return 1

    def read() -> list[tuple[int]]:
        database._sqlite.connection().create_function("first_row", 0, first_row)
        return database.sql("SELECT first_row() UNION ALL SELECT 2")

    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(read)
        assert has_begun.wait(5)
        database.close()
        assert answer.result() == [(1,), (2,)]
        with pytest.raises(StoreClosed):
            pool.submit(database.sql, "SELECT 1").result()


def test_closing_waits_for_a_transaction_and_keeps_what_it_stored(db_path: Path) -> None:
    database = Database(db_path, mode="rwc")
    database.sql("CREATE TABLE kept (n INTEGER)")
    has_begun = threading.Event()

    def write() -> None:
        with database.transaction():
            database.sql("INSERT INTO kept VALUES (1)")
            has_begun.set()
            time.sleep(0.1)
            database.sql("INSERT INTO kept VALUES (2)")

    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(write)
        assert has_begun.wait(5)
        database.close()
        answer.result()
    again = Database(db_path)
    assert again.sql("SELECT n FROM kept") == [(1,), (2,)]
    again.close()


def test_a_reader_does_not_wait_for_a_writer(store: Store, scene: Scene) -> None:
    with store.transaction(), ThreadPoolExecutor(1) as pool:
        store.versions.add(new_version(scene.id, 0))
        assert pool.submit(store.versions.places, scene.id).result(timeout=120) == ()
    assert store.versions.places(scene.id) == (0,)


def test_a_writer_that_waits_too_long_is_told_who_is_in_the_way(
    store: Store, db_path: Path
) -> None:
    impatient = Database(db_path, timeout_s=0.05)
    try:
        with store.transaction():
            with pytest.raises(ProjectBusy, match="Another program is writing"):
                impatient.sql("UPDATE projects SET name = 'x'")
            with pytest.raises(ProjectBusy), impatient.transaction():
                pass
        with impatient.transaction():
            impatient.sql("UPDATE projects SET name = 'x'")
    finally:
        impatient.close()
    assert store.project.settings().name == "x"


WRITER = """
import sys
from pathlib import Path
from restitch_app.store.store import open_store
from tests.store.samples import new_version

with open_store(Path(sys.argv[1])) as store:
    for number in range(25):
        with store.transaction():
            version = store.versions.add(new_version(1, 0, f"{sys.argv[2]}-{number}"))
            store.versions.make_current(version.id)
            store.events.add("recorded", sys.argv[2], version_id=version.id)
"""


def test_two_processes_write_at_once_without_losing_anything(db_path: Path) -> None:
    with create_store(db_path) as store:
        scene = store.scenes.add("Forest", Fraction(16), 832, 480)
        before = store.data_version()
        root = Path(__file__).parents[2]
        writers = [
            subprocess.Popen([sys.executable, "-c", WRITER, str(db_path), name], cwd=root)
            for name in ("first", "second")
        ]
        assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
        assert store.data_version() != before
        history = store.versions.history(scene.id, 0)
        assert [version.number for version in history] == list(range(50, 0, -1))
        assert [version.is_current for version in history] == [True] + [False] * 49
        assert len(store.events.list()) == 50
        assert store.faults() == []
