"""One open project database. Everything it hands out is a frozen value, safe on any thread."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from restitch_app.domain.errors import NotFound, StorageError
from restitch_app.domain.versions import ProjectSettings
from restitch_app.store.backups import backups_of
from restitch_app.store.calls import CallQueries
from restitch_app.store.database import Database
from restitch_app.store.errors import DatabaseDamaged, NotAProject, Refused, SchemaTooOld
from restitch_app.store.events import EventQueries
from restitch_app.store.jobs import JobQueries
from restitch_app.store.joins import JoinQueries
from restitch_app.store.notes import NoteQueries
from restitch_app.store.project import ProjectQueries
from restitch_app.store.quality import QualityQueries
from restitch_app.store.runs import RunQueries
from restitch_app.store.scenes import SceneQueries
from restitch_app.store.schema import STEPS, build, check_format, migrate
from restitch_app.store.splicing import SpliceQueries
from restitch_app.store.versions import VersionQueries
from restitch_app.store.workflows import WorkflowQueries


class Store:
    """Queries by what they are about. All of them raise StorageError; safe on any thread."""

    def __init__(self, database: Database, *, read_only: bool, backup: Path | None = None) -> None:
        self._database = database
        self.path = database.path
        self.read_only = read_only
        self.backup = backup
        """The copy that was made before this opening migrated the file; None where it did not."""
        self.project = ProjectQueries(database)
        self.scenes = SceneQueries(database)
        self.versions = VersionQueries(database)
        self.joins = JoinQueries(database)
        self.calls = CallQueries(database)
        self.quality = QualityQueries(database)
        self.jobs = JobQueries(database)
        self.runs = RunQueries(database)
        self.events = EventQueries(database)
        self.notes = NoteQueries(database)
        self.splices = SpliceQueries(database)
        self.workflows = WorkflowQueries(database)

    def transaction(self) -> AbstractContextManager[None]:
        """Several writes as one; an exception undoes them. Nestable; see `Database.transaction`."""
        return self._database.transaction()

    def snapshot(self) -> AbstractContextManager[None]:
        """Several reads of one moment; see `Database.snapshot`."""
        return self._database.snapshot()

    def data_version(self) -> int:
        """Differs from the last call on the same thread once anybody else has committed.

        "Anybody else" is another process or another thread of this one. Costs microseconds.
        """
        return int(self._database.pragma("data_version"))

    def rebuild_indexes(self) -> None:
        """What a fault left in an index alone is worked out from the rows again."""
        self._database.sql("REINDEX")

    def faults(self) -> list[str]:
        """What SQLite finds wrong inside the file; empty when it is sound. Reads all of it."""
        found = [str(row[0]) for row in self._database.sql("PRAGMA integrity_check")]
        dangling = self._database.sql("PRAGMA foreign_key_check")
        return [line for line in found if line != "ok"] + [
            f"{table} row {row_id} refers to a missing row of {parent}"
            for table, row_id, parent, _ in dangling
        ]

    def close(self) -> None:
        """Close every thread's connection. Call it when no other thread uses the store any more."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def create_store(db_path: Path, settings: ProjectSettings | None = None) -> Store:
    """Make a project database and open it. The folder must exist.

    The file appears under its name only when it is whole. Without settings the project is named
    after its folder. Raises Refused where there is a file of that name.
    """
    if db_path.exists():
        raise Refused(
            "There is already a project here",
            f"{db_path} was left as it is",
            "Open it, or choose another folder",
        )
    unfinished = db_path.with_name(db_path.name + ".part")
    try:
        for leftover in _files_of(unfinished):
            leftover.unlink(missing_ok=True)
        try:
            database = Database(unfinished, mode="rwc")
            try:
                build(database)
                named = settings or ProjectSettings(db_path.absolute().parent.name)
                ProjectQueries(database).save_settings(named)
            finally:
                database.close()
            unfinished.replace(db_path)
        except BaseException:
            for leftover in _files_of(unfinished):
                with suppress(OSError):
                    leftover.unlink(missing_ok=True)
            raise
        _flush_folder(db_path.parent)
    except OSError as error:
        raise StorageError(
            "The project could not be made", f"{db_path}: {error.strerror}", "Check the folder"
        ) from error
    return open_store(db_path)


def open_store(db_path: Path, read_only: bool = False) -> Store:
    """Open an existing project database; an older format is backed up, then migrated.

    Raises NotFound, NotAProject, SchemaTooNew, StorageError, and SchemaTooOld where a read-only
    opening would have to migrate.
    """
    if not db_path.is_file():
        if backups_of(db_path):
            raise _damaged(db_path, "The project database is gone", f"{db_path} does not exist")
        raise NotFound("There is no Restitch project here", f"{db_path} does not exist")
    database = _open_to_read(db_path) if read_only else Database(db_path)
    try:
        is_old = _found_format(database) < len(STEPS)
        if is_old and read_only:
            raise SchemaTooOld(
                "This project was made by an older Restitch",
                f"{db_path} can only be read after it was brought up to date",
                "Open it once for writing",
            )
        backup = migrate(database) if is_old else None
        if not read_only and database.pragma("journal_mode") != "wal":  # a backup put in its place
            database.pragma("journal_mode = WAL")
    except BaseException:
        database.close()
        raise
    return Store(database, read_only=read_only, backup=backup)


def _found_format(database: Database) -> int:
    """As `check_format`; with the way back where the file is not what it was. Reads its first page.

    SQLite compares the file's length with what that page says: one that was cut short is told here.
    """
    try:
        found = check_format(database)
        database.sql("SELECT COUNT(*) FROM sqlite_master")
    except (DatabaseDamaged, NotAProject) as error:
        if not backups_of(database.path):
            raise
        raise _damaged(database.path, "The project database is damaged", error.detail) from error
    return found


def _damaged(db_path: Path, title: str, detail: str) -> DatabaseDamaged:
    newest = backups_of(db_path)[0]
    return DatabaseDamaged(
        title,
        f"{detail}; there is a backup of {newest.made_at:%Y-%m-%d %H:%M} UTC, and no clip is lost",
        f'To go back to it: restitch verify "{db_path.parent}" --repair',
    )


def _open_to_read(db_path: Path) -> Database:
    """Reading a WAL file needs its -shm file, which a read-only folder refuses us.

    With no -wal file beside it nothing is missing from the database itself, and nobody who could
    write is there: then it is read as the fixed file that it is.
    """
    database = Database(db_path, mode="ro")
    try:
        database.pragma("user_version")
    except StorageError:
        database.close()
        wal = db_path.with_name(db_path.name + "-wal")
        if wal.exists() and wal.stat().st_size > 0:
            raise
        return Database(db_path, mode="immutable")
    return database


def _files_of(db_path: Path) -> list[Path]:
    return [db_path, *(db_path.with_name(db_path.name + end) for end in ("-wal", "-shm"))]


def _flush_folder(folder: Path) -> None:
    """Make the new name survive a power cut; Windows does so by itself and has no such call."""
    with suppress(PermissionError, IsADirectoryError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
