"""Clearing up after programs that died: for the holder of the project's lock."""

from __future__ import annotations

import logging

from restitch_app.domain.errors import StorageError
from restitch_app.services.project.project import Project
from restitch_app.services.project.strays import swept

log = logging.getLogger(__name__)


def sweep(project: Project) -> None:
    """Remove unfinished files from the project's media. Only for the holder of its lock.

    Downloads (`NAME.part`) are the holder's alone and go at once. Any program may write to media/
    without the lock: other unfinished files, and clips of which no version came to be, go once
    their writer is dead. What cannot be read or removed waits for the next start: jobs are not held
    up by it.
    """
    try:
        found = swept(project)
    except (OSError, StorageError) as error:
        log.warning("unfinished files were not looked for: %s", error)
        return
    for path in found:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:  # it is in nobody's way
            log.warning("%s could not be removed: %s", path, error)
