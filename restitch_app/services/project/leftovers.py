"""Files that a killed program left half-written."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from pathlib import Path

from restitch_app.services.project.project import BRIDGES, CLIPS, MEDIA

log = logging.getLogger(__name__)

SURELY_LEFT_S = 3600.0
"""Any program may write to media/ without the lock; none touches a file this rarely meanwhile."""


def sweep(folder: Path) -> None:
    """Remove unfinished files from the project's media. Only for the holder of its lock.

    Downloads (`NAME.part`) are the holder's alone and go at once, other unfinished files
    (`.NAME.XXXXXXXX.part.SUFFIX`) when nobody has written to them for an hour.
    """
    for path in _left_behind(folder):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:  # it is in nobody's way, and the next start tries again
            log.warning("%s could not be removed: %s", path, error)


def _left_behind(folder: Path) -> Iterator[Path]:
    yield from (folder / CLIPS).glob("segment_*_job_*.part")
    yield from (folder / BRIDGES).glob("bridge_*_job_*.part")
    long_ago = time.time() - SURELY_LEFT_S
    for path in (folder / MEDIA).rglob(".*.part*"):
        try:
            if path.stat().st_mtime < long_ago:
                yield path
        except OSError:  # finished or removed meanwhile
            continue
