"""Damaged files, full disks, kills: what was stored before stays."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from restitch_app.domain.errors import StorageError
from restitch_app.domain.versions import ProjectSettings, Scene
from restitch_app.store.errors import NotAProject
from restitch_app.store.store import Store, create_store, open_store
from tests.store.samples import add_chain, new_version, raw


def test_a_file_that_is_no_database_is_named_and_kept(db_path: Path) -> None:
    content = b"not a database, but long enough to be read as one" * 99
    db_path.write_bytes(content)
    with pytest.raises(NotAProject, match="not a Restitch project"):
        open_store(db_path)
    assert db_path.read_bytes() == content


def test_databases_of_others_and_empty_files_are_refused_unchanged(db_path: Path) -> None:
    db_path.touch()
    with pytest.raises(NotAProject):
        open_store(db_path)
    assert db_path.stat().st_size == 0
    raw(db_path, "CREATE TABLE theirs (id)")
    with pytest.raises(NotAProject, match="another program"):
        open_store(db_path)
    assert raw(db_path, "SELECT name FROM sqlite_master") == [("theirs",)]


@pytest.mark.parametrize("sound_share", [0.0, 0.5])
def test_a_damaged_file_is_a_storage_error(db_path: Path, sound_share: float) -> None:
    with create_store(db_path) as store:
        scene = store.scenes.add("Forest", Fraction(16), 832, 480)
        add_chain(store, scene.id, 300)
    content = bytearray(db_path.read_bytes())
    sound = max(4096, int(len(content) * sound_share))
    content[sound:] = b"\xa5" * (len(content) - sound)
    db_path.write_bytes(content)

    def read_all() -> None:
        with open_store(db_path) as store:
            store.versions.current(scene.id)

    with pytest.raises(StorageError, match="damaged"):
        read_all()


def test_faults_inside_a_readable_file_are_listed(store: Store, db_path: Path) -> None:
    assert store.faults() == []
    raw(db_path, "INSERT INTO qa_results VALUES (1, 99, 0, 'black', 'pass', 1, 1, '', '', '[]')")
    assert store.faults() == ["qa_results row 1 refers to a missing row of segments"]


def fill(store: Store, scene: Scene) -> None:
    """A few hundred pages of versions in one transaction."""
    with store.transaction():
        for index in range(3, 300):
            store.versions.add(new_version(scene.id, index, "filler" * 100))


def test_a_full_disk_undoes_the_change_and_nothing_else(store: Store, scene: Scene) -> None:
    chain = add_chain(store, scene.id, 3)
    store._database.sql(f"PRAGMA max_page_count = {store._database.pragma('page_count') + 5}")
    with pytest.raises(StorageError, match="disk is full"):
        fill(store, scene)
    assert store.versions.current(scene.id) == chain
    assert store.versions.segment_count(scene.id) == 3
    store._database.sql("PRAGMA max_page_count = 1000000")
    fill(store, scene)
    assert len(store.versions.places(scene.id)) == 300
    assert store.faults() == []


def test_a_full_disk_inside_a_nested_transaction_undoes_the_outer_one(
    store: Store, scene: Scene
) -> None:
    store._database.sql(f"PRAGMA max_page_count = {store._database.pragma('page_count') + 5}")

    def change_all() -> None:
        with store.transaction():
            store.project.save_settings(ProjectSettings("Changed"))
            fill(store, scene)

    with pytest.raises(StorageError, match="disk is full"):
        change_all()
    assert store.project.settings().name != "Changed"
    assert store.versions.segment_count(scene.id) == 0


KILLED = """
import sys
from pathlib import Path
from restitch_app.domain.versions import ProjectSettings
from restitch_app.store.store import open_store
from tests.store.samples import new_version

store = open_store(Path(sys.argv[1]))
store.project.save_settings(ProjectSettings("Finished"))
store._database.sql("PRAGMA cache_size = 2")  # pushes unfinished pages into the WAL
with store.transaction():
    store.project.save_settings(ProjectSettings("Half done"))
    store.versions.make_current(2)
    for number in range(300):
        store.versions.add(new_version(1, 1, f"{number}" * 200))
    print("inside", flush=True)
    sys.stdin.read()
"""


def test_a_kill_inside_a_transaction_leaves_what_was_before(db_path: Path) -> None:
    with create_store(db_path) as store:
        scene = store.scenes.add("Forest", Fraction(16), 832, 480)
        (old,) = add_chain(store, scene.id, 1)
        store.versions.add(new_version(scene.id, 0, "b"))
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(db_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "inside\n"
        assert db_path.with_name("project.restitch-wal").stat().st_size > 100_000
        process.kill()
        process.wait()
    with open_store(db_path) as store:
        assert store.project.settings().name == "Finished"
        assert store.versions.current_at(scene.id, 0) == old
        assert store.versions.segment_count(scene.id) == 1
        assert store.faults() == []


def fail_after_writing(store: Store, scene: Scene, kind: str) -> None:
    with store.transaction():
        store.versions.add(new_version(scene.id, 0))
        store.events.add(kind, "anna")
        raise RuntimeError("stop")


def test_an_exception_undoes_the_whole_transaction(store: Store, scene: Scene) -> None:
    with pytest.raises(RuntimeError, match="stop"):
        fail_after_writing(store, scene, "imported")
    assert store.versions.segment_count(scene.id) == 0
    assert store.events.list() == ()


def test_an_inner_transaction_can_fail_by_itself(store: Store, scene: Scene) -> None:
    with store.transaction():
        store.events.add("first", "anna")
        with pytest.raises(RuntimeError, match="stop"):
            fail_after_writing(store, scene, "second")
        with store.transaction():
            store.events.add("third", "anna")
    assert [event.kind for event in store.events.list()] == ["third", "first"]
    assert store.versions.segment_count(scene.id) == 0
