"""Copies of the database: whole, few, and a way back from any damage."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from restitch_app.domain.errors import StorageError
from restitch_app.domain.versions import ProjectSettings
from restitch_app.store import backups
from restitch_app.store.backups import backups_of, is_due, keep_backup, newest_sound, restore
from restitch_app.store.errors import DatabaseDamaged, NotAProject
from restitch_app.store.store import Store, create_store, open_store
from tests.store.samples import add_chain, names_in, raw

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_backup_holds_what_is_only_in_the_wal(store: Store, db_path: Path) -> None:
    store.project.save_settings(ProjectSettings("Winter"))
    kept = keep_backup(db_path, NOON)
    assert raw(kept.path, "SELECT name FROM projects") == [("Winter",)]
    assert backups_of(db_path) == (kept,)
    assert kept.size_bytes == kept.path.stat().st_size


def test_one_a_day_is_due_and_the_oldest_go(store: Store, db_path: Path) -> None:
    assert is_due(db_path, NOON)
    days = [NOON + timedelta(days=day) for day in range(backups.KEPT + 3)]
    for day in days:
        assert is_due(db_path, day)
        keep_backup(db_path, day)
        assert not is_due(db_path, day + timedelta(hours=23))
    assert [one.made_at for one in backups_of(db_path)] == days[:2:-1]


def test_files_of_other_names_are_left_alone(store: Store, db_path: Path) -> None:
    keep_backup(db_path, NOON)
    own = db_path.parent / backups.FOLDER / "project.mine.restitch"
    own.write_bytes(b"of the person")
    for day in range(1, backups.KEPT + 2):
        keep_backup(db_path, NOON + timedelta(days=day))
    assert own.read_bytes() == b"of the person"
    assert len(backups_of(db_path)) == backups.KEPT


def damage_header(path: Path) -> None:
    path.write_bytes(b"\0" * path.stat().st_size)


def damage_length(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def damage_all(path: Path) -> None:
    path.write_bytes(b"")


def damage_gone(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(
    "damage", [damage_header, damage_length, damage_all, damage_gone], ids=lambda one: one.__name__
)
def test_a_damaged_database_tells_the_way_back(
    db_path: Path, damage: Callable[[Path], None]
) -> None:
    with create_store(db_path) as store:
        add_chain(store, store.scenes.add("Forest", Fraction(16), 832, 480).id, 50)
        keep_backup(db_path, NOON)
    damage(db_path)
    for read_only in (False, True):
        with pytest.raises(DatabaseDamaged) as told:
            open_store(db_path, read_only=read_only)
        assert "2026-03-01 12:00" in told.value.detail
        assert "--repair" in told.value.hint
    found = newest_sound(db_path)
    assert found is not None
    db_path.with_name("project.restitch-wal").write_bytes(b"of the damaged one")
    aside = restore(db_path, found, NOON)
    assert (aside is None) == (damage is damage_gone)
    with open_store(db_path) as store:
        assert store.faults() == []
        assert len(store.versions.current(1)) == 50
        assert store._database.pragma("journal_mode") == "wal"
    stem = "project.damaged.20260301T120000Z.restitch"
    assert db_path.with_name(f"{stem}-wal").read_bytes() == b"of the damaged one"
    assert aside in (None, db_path.with_name(stem))


def test_a_damaged_backup_is_passed_over_and_never_made(store: Store, db_path: Path) -> None:
    old = keep_backup(db_path, NOON)
    new = keep_backup(db_path, NOON + timedelta(days=1))
    new.path.write_bytes(new.path.read_bytes()[:5000])
    assert newest_sound(db_path) == old
    store.close()
    damage_length(db_path)
    with pytest.raises(StorageError):
        keep_backup(db_path, NOON + timedelta(days=2))
    assert [one.made_at for one in backups_of(db_path)] == [new.made_at, old.made_at]
    assert len(names_in(db_path.parent / backups.FOLDER)) == 2


def test_empty_files_and_databases_of_others_are_no_backups(store: Store, db_path: Path) -> None:
    """As a copy of the project to a full disk leaves them: SQLite finds no fault in either."""
    old = keep_backup(db_path, NOON)
    new = keep_backup(db_path, NOON + timedelta(days=1))
    new.path.write_bytes(b"")
    assert backups_of(db_path) == (old,)
    with closing(sqlite3.connect(new.path)) as theirs:
        theirs.execute("CREATE TABLE theirs (id)")
    assert newest_sound(db_path) == old
    store.close()
    for path in (db_path, old.path, new.path):
        path.write_bytes(b"")
    with pytest.raises(NotAProject, match="not a Restitch project") as told:
        open_store(db_path)
    assert "is empty" in told.value.detail
