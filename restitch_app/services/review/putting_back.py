"""A version's file that is gone or damaged, put back from where a reviewer found it."""

from __future__ import annotations

import shutil
from pathlib import Path

from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Version
from restitch_app.media.atomic import atomic_file, storage_errors
from restitch_app.services.imports.clip_scan import file_sha256
from restitch_app.services.project.project import Project


def put_back(project: Project, version: Version, found: Path, ctx: JobContext) -> None:
    """Copy `found` to the version's place; a version never changes, so only its very file is taken.

    Blocks for as long as reading the file takes. Raises WrongUse for another file, StorageError
    where `found` cannot be read or the project's folder not written to.
    """
    if project.is_elsewhere(version.file) and project.path(version.file).exists():
        raise WrongUse(
            f"{Path(version.file).name} lies outside the project and was changed there",
            f"{version.file} is not overwritten",
            "Move it away, and put the clip back then",
        )
    ctx.progress(f"Looking at {found.name}")
    with storage_errors(found):
        is_same = (
            found.stat().st_size == version.file_bytes and file_sha256(found) == version.file_sha256
        )
    if not is_same:
        raise WrongUse(
            f"{found.name} is not the missing clip",
            f"Segment {version.sequence_index + 1} v{version.number} was made from another file",
            "Choose the file it was imported from or rendered to",
        )
    place = project.path(version.file)
    ctx.progress(f"Copying {found.name}")
    with atomic_file(place) as unfinished:
        shutil.copyfile(found, unfinished)
    project.publish(Changes(segments=frozenset({version.sequence_index})))
