"""SQLite's complaints about the world, as sentences; our own mistakes pass through unchanged."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee

from restitch_app.domain.errors import ProjectBusy, RestitchError, StorageError, WrongUse


class SchemaTooNew(StorageError):
    """The project was written by a newer Restitch; it is never migrated down."""

    code = "schema_too_new"


class SchemaTooOld(StorageError):
    """The project was written by an older Restitch, and may not be brought up to date here."""

    code = "schema_too_old"


class NotAProject(StorageError):
    """The file is no project database of Restitch."""

    code = "not_a_project"


class DatabaseDamaged(StorageError):
    """The file is there and is, or was, ours, and it cannot be read."""

    code = "database_damaged"


class StoreClosed(StorageError):
    """Somebody closed the project while this was about to read or write it."""

    code = "store_closed"

    def __init__(self) -> None:
        super().__init__(
            "The project was closed",
            "what was still being read or stored then was left; what is stored is whole",
            "Open the project again",
        )


class Refused(WrongUse):
    """The project's present state does not allow what was asked for."""

    code = "refused"


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite and peewee raise about files, disks and locks into StorageError.

    Broken constraints, bad SQL and the like are bugs and stay what they are.
    """
    try:
        yield
    except (peewee.PeeweeException, sqlite3.Error) as error:
        known = _as_storage_error(error, path)
        if known is None:
            raise
        raise known from error


def _as_storage_error(error: Exception, path: Path) -> RestitchError | None:
    orig: object = error
    while isinstance(orig, peewee.PeeweeException):  # wrapped twice when connecting fails
        orig = getattr(orig, "orig", None)
    # The low byte is SQLite's primary code; extended codes only say more about the same thing.
    code = getattr(orig, "sqlite_errorcode", 0) & 0xFF
    match code:
        case sqlite3.SQLITE_FULL:
            return StorageError(
                "The disk is full",
                f"{path}: this change was not stored, everything before it was",
                "Free some space and try again",
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return ProjectBusy(
                "Another program is writing to this project",
                f"{path}: this change was not stored",
                "Try again in a moment",
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return StorageError(
                "The project cannot be written to",
                f"{path} is read-only here; nothing was changed",
                "Check the rights on the folder, or copy the project elsewhere",
            )
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_AUTH:
            return StorageError(
                "The project database cannot be opened",
                f"{path}: {orig}",
                "Check that the folder is there and that you may write to it",
            )
        case sqlite3.SQLITE_NOTADB:
            return NotAProject(
                "This file is not a Restitch project",
                f"{path} is not a database; it was not changed",
                "Choose the folder that holds project.restitch",
            )
        case sqlite3.SQLITE_CORRUPT:
            return DatabaseDamaged(
                "The project database is damaged",
                f"{path}: {orig}; the clips beside it are not affected",
                f'Close it everywhere, then run: restitch verify "{path.parent}" --repair',
            )
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_PROTOCOL:
            return StorageError(
                "The project database could not be read or written",
                f"{path}: {orig}",
                "Check the disk or the network drive, then try again",
            )
    return None
