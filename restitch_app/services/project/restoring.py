"""A damaged project database goes back to its newest sound backup."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from restitch_app.media.atomic import storage_errors
from restitch_app.services.project.lock import EngineLock
from restitch_app.services.project.project import DATABASE, open_project
from restitch_app.store.backups import Backup, newest_sound, restore
from restitch_app.store.errors import DatabaseDamaged, SchemaTooOld


@dataclass(frozen=True, slots=True)
class Restored:
    backup: Backup
    aside: Path | None
    """Where the damaged database lies now; None where there was no file."""


def restore_if_damaged(path: Path, who: str) -> Restored | None:
    """None where the database can be read. `path`: the project's folder, or its database file.

    Renders that were recorded after the backup are then files of no version: `verify --repair`
    finds them. Raises DatabaseDamaged where no backup is sound, ProjectBusy where an engine works,
    and what `open_project` raises.
    """
    try:
        with open_project(path, read_only=True) as project:
            if not any(line for line in project.store.faults() if _is_torn(line)):
                return None
    except SchemaTooOld:
        return None  # it can be read: whoever opens it brings it up to date
    except DatabaseDamaged:
        pass
    folder = path.parent if path.name == DATABASE else path
    with EngineLock(folder.absolute()) as lock:
        lock.acquire(who)
        found = newest_sound(folder / DATABASE)
        if found is None:
            raise DatabaseDamaged(
                "The project database is damaged, and there is no sound backup of it",
                f"{folder / DATABASE} was left as it is; the clips beside it are not affected",
                "Make a new project from the clips in media/clips",
            )
        with storage_errors(folder / DATABASE):
            return Restored(found, restore(folder / DATABASE, found, datetime.now(UTC)))


def _is_torn(fault: str) -> bool:
    """Pages, not indexes and references: those can be made anew, or name one row."""
    return not ("index" in fault or "refers to a missing row" in fault)
