"""Files that a killed program left half-written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from restitch_app.media.atomic import is_left_behind
from restitch_app.services.project.project import BRIDGES, CLIPS, MEDIA


def half_written(folder: Path) -> Iterator[Path]:
    """Unfinished files that nobody will finish, as the holder of the lock may judge."""
    yield from (folder / CLIPS).glob("segment_*_job_*.part")
    yield from (folder / BRIDGES).glob("bridge_*_job_*.part")
    for path in (folder / MEDIA).rglob(".*.part*"):
        if is_left_behind(path):
            yield path
