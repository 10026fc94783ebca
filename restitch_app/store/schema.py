"""Which format a project file has, and the steps from an older one to ours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from restitch_app.domain.errors import StorageError
from restitch_app.store.backups import copy_database
from restitch_app.store.database import APPLICATION_ID, Database
from restitch_app.store.errors import NotAProject, SchemaTooNew
from restitch_app.store.step_001_tables import step_001_tables
from restitch_app.store.step_002_notes import step_002_notes
from restitch_app.store.step_003_workflows import step_003_workflows
from restitch_app.store.step_004_boundaries import step_004_boundaries
from restitch_app.store.step_005_bridges import step_005_bridges
from restitch_app.store.step_006_decisions import step_006_decisions
from restitch_app.store.step_007_runs import step_007_runs

Step = Callable[[Database], None]

STEPS: tuple[Step, ...] = (
    step_001_tables,
    step_002_notes,
    step_003_workflows,
    step_004_boundaries,
    step_005_bridges,
    step_006_decisions,
    step_007_runs,
)
"""Append; never edit one that shipped. The format's number is how many steps were taken."""


def check_format(database: Database, steps: Sequence[Step] = STEPS) -> int:
    """The file's format number. Raises NotAProject, SchemaTooNew, StorageError; changes nothing."""
    found = int(database.pragma("user_version"))
    if int(database.pragma("application_id")) != APPLICATION_ID or found < 1:
        of_others = f"{database.path} is a database of another program; it was not changed"
        empty = f"{database.path} is empty; it was not changed"
        raise NotAProject(
            "This file is not a Restitch project",
            of_others if int(database.pragma("page_count")) else empty,
            "Choose the folder that holds project.restitch",
        )
    if found > len(steps):
        raise SchemaTooNew(
            "This project was made by a newer Restitch",
            f"{database.path} has format {found}, this program knows up to {len(steps)}; "
            "it was not changed",
            f"Install a Restitch that knows format {found}",
        )
    return found


def build(database: Database, steps: Sequence[Step] = STEPS) -> None:
    """Make the tables in a file that has none."""
    database.sql("PRAGMA journal_mode = WAL")
    with database.transaction():
        database.sql(f"PRAGMA application_id = {APPLICATION_ID}")
        for step in steps:
            step(database)
        database.sql(f"PRAGMA user_version = {len(steps)}")


def migrate(database: Database, steps: Sequence[Step] = STEPS) -> Path | None:
    """Bring an older file up to date, as a whole or not at all.

    Returns the copy that was made of it first, or None where nothing had to be done.
    """
    if int(database.pragma("user_version")) == len(steps):
        return None
    with database.transaction():
        # Asked again under the lock: another program may have opened the same old project.
        found = int(database.pragma("user_version"))
        if found == len(steps):
            return None
        backup = _back_up(database.path, found)
        for number, step in enumerate(steps[found:], start=found + 1):
            step(database)
            database.sql(f"PRAGMA user_version = {number}")
    return backup


def _back_up(path: Path, found: int) -> Path:
    backup = path.with_name(f"{path.stem}.v{found}.backup.restitch")
    try:
        copy_database(path, backup)  # by a reader of its own, beside the lock that is held
    except OSError as error:
        raise StorageError(
            "The project could not be backed up before it is brought up to date",
            f"{backup}: {error.strerror or error}; the project was not changed",
            "Make room or allow writing to the project's folder",
        ) from error
    return backup
