"""Copies of the project database: made whole or not at all, the oldest thrown away."""

from __future__ import annotations

import os
import secrets
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from restitch_app.domain.errors import StorageError
from restitch_app.store.database import APPLICATION_ID, Database

FOLDER = "backups"
KEPT = 7
EVERY = timedelta(days=1)

_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    path: Path
    made_at: datetime
    """UTC, to the second."""
    size_bytes: int


def backups_of(db_path: Path) -> tuple[Backup, ...]:
    """Newest first. Reads names and sizes only."""
    found = (_backup(path) for path in _folder(db_path).glob(f"{db_path.stem}.*{db_path.suffix}"))
    return tuple(sorted((one for one in found if one), key=lambda one: one.made_at, reverse=True))


def is_due(db_path: Path, now: datetime) -> bool:
    """Whether the newest copy is a day old, or there is none."""
    newest = next(iter(backups_of(db_path)), None)
    return newest is None or now - newest.made_at >= EVERY


def keep_backup(db_path: Path, now: datetime) -> Backup:
    """Make a copy, and throw away what is older than the newest `KEPT`.

    Short reads of the database beside whoever writes to it. Raises StorageError; a damaged database
    replaces no copy.
    """
    stamp = now.astimezone(UTC).strftime(_STAMP)
    path = _folder(db_path) / f"{db_path.stem}.{stamp}{db_path.suffix}"
    try:
        path.parent.mkdir(exist_ok=True)
        copy_database(db_path, path)
        for old in backups_of(db_path)[KEPT:]:
            old.path.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(
            "The project database could not be backed up",
            f"{path}: {error.strerror or error}",
            "Make room or allow writing to the project's folder",
        ) from error
    return Backup(path, now, path.stat().st_size)


def copy_database(db_path: Path, target: Path) -> None:
    """Everything that is committed, as one file that survives a power cut once this returns.

    Not a copy of the file: that would miss what is still in the WAL. Raises OSError, StorageError.
    """
    unfinished = target.with_name(f".{target.stem}.{secrets.token_hex(4)}.part{target.suffix}")
    try:
        reader = Database(db_path)
        try:
            reader.sql("VACUUM INTO ?", str(unfinished))
        finally:
            reader.close()
        _take_place(unfinished, target)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def restore(db_path: Path, backup: Backup, now: datetime) -> Path | None:
    """Let the copy take the database's place. Returns where a copy of the damaged file lies, if
    there was a file.

    Nobody may have the database open. Its WAL goes aside: it would be played into the copy. Killed
    at any instant, there is a database of either kind. Raises OSError.
    """
    stem = f"{db_path.stem}.damaged.{now.astimezone(UTC).strftime(_STAMP)}{db_path.suffix}"
    aside = db_path.with_name(stem) if db_path.exists() else None
    unfinished = db_path.with_name(f".{db_path.stem}.{secrets.token_hex(4)}.part{db_path.suffix}")
    try:
        shutil.copyfile(backup.path, unfinished)
        if aside is not None:
            shutil.copyfile(db_path, aside)
        wal = db_path.with_name(f"{db_path.name}-wal")
        if wal.exists() and wal.stat().st_size:
            wal.replace(db_path.with_name(f"{stem}-wal"))
        wal.unlink(missing_ok=True)
        db_path.with_name(f"{db_path.name}-shm").unlink(missing_ok=True)  # only tells of the WAL
        _take_place(unfinished, db_path)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return aside


def newest_sound(db_path: Path) -> Backup | None:
    """The newest copy of a project in which SQLite finds no fault; None where there is none. Reads
    it all."""
    return next((one for one in backups_of(db_path) if _is_sound(one.path)), None)


def _is_sound(path: Path) -> bool:
    try:
        # Read as the fixed file that it is: nothing is made beside it.
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)) as copy:
            is_ours = copy.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
            faults = copy.execute("PRAGMA integrity_check").fetchone()
            return bool(is_ours and faults == ("ok",))
    except sqlite3.Error:
        return False


def _take_place(unfinished: Path, target: Path) -> None:
    _sync(unfinished, os.O_RDWR)
    unfinished.replace(target)
    if os.name != "nt":  # a folder cannot be opened there
        _sync(target.parent, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _folder(db_path: Path) -> Path:
    return db_path.parent / FOLDER


def _backup(path: Path) -> Backup | None:
    """None for a file of another name, and for an empty one, as a copy to a full disk leaves it."""
    stamp = path.stem.rpartition(".")[2]
    try:
        made_at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
        size_bytes = path.stat().st_size
    except (ValueError, OSError):
        return None
    return Backup(path, made_at, size_bytes) if size_bytes else None
