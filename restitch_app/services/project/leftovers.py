"""Files that a killed program left half-written."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from restitch_app.media.atomic import is_left_behind
from restitch_app.services.project.project import BRIDGES, CLIPS, MEDIA

log = logging.getLogger(__name__)


def sweep(folder: Path) -> None:
    """Remove unfinished files from the project's media. Only for the holder of its lock.

    Downloads (`NAME.part`) are the holder's alone and go at once. Any program may write to media/
    without the lock: other unfinished files go once their writer is dead.
    """
    for path in half_written(folder):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:  # it is in nobody's way, and the next start tries again
            log.warning("%s could not be removed: %s", path, error)


def half_written(folder: Path) -> Iterator[Path]:
    """Unfinished files that nobody will finish, as the holder of the lock may judge."""
    yield from (folder / CLIPS).glob("segment_*_job_*.part")
    yield from (folder / BRIDGES).glob("bridge_*_job_*.part")
    for path in (folder / MEDIA).rglob(".*.part*"):
        if is_left_behind(path):
            yield path
