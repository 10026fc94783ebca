"""What helps where a version's clip cannot be played: another version, or the same file again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.outputs import OutputRef
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.jobs import JobRecord
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene, Version
from restitch_app.media.atomic import atomic_file, storage_errors
from restitch_app.services.project.made_names import LOSSLESS
from restitch_app.services.project.project import Project

Clients = Callable[[str, str], ComfyClient]
"""(server address, client id) -> a client for the calling thread."""


@dataclass(frozen=True, slots=True)
class WaysToMend:
    other: Version | None
    """The newest other version of the segment that can be used and whose file is whole by size."""
    server_url: str
    """Where the same file may still lie; empty for an imported clip, and for one that was made of
    the server's file: converted, or joined to frames that were kept."""


def ways_to_mend(project: Project, scene: Scene, version: Version) -> WaysToMend:
    """Short reads of the project; asks no server."""
    history = project.store.versions.history(scene.id, version.sequence_index)
    usable = (one for one in history if one.can_play)
    others = (one for one in usable if one.id != version.id and _is_there(project, one))
    job = _job_of(project, version)
    return WaysToMend(next(others, None), job.server_url if job is not None else "")


def copy_again(project: Project, clients: Clients, version: Version, ctx: JobContext) -> None:
    """Fetch the version's file anew from the server that made it; the project keeps only that very
    file.

    Blocks for as long as the download takes. Raises WrongUse where no server has it or it is
    another one by now, a ComfyError where the server does not answer, StorageError, JobCancelled.
    """
    name = f"Segment {version.sequence_index + 1} v{version.number}"
    job = _job_of(project, version)
    if job is None or job.output is None:
        raise WrongUse(
            f"{name} is not the file of a server",
            "It was imported, or made here of what a server rendered: there is nowhere to copy it "
            "from",
            "Locate the file, or use another version",
        )
    ref = OutputRef(job.output["filename"], job.output["subfolder"], job.output["type"])
    place = project.path(version.file)
    stage = f"Copying {ref.filename}"
    with storage_errors(place):
        place.parent.mkdir(parents=True, exist_ok=True)
    with atomic_file(place) as unfinished:
        with clients(job.server_url, "") as client:
            fetched = client.fetch_output(
                ref, unfinished, on_progress=lambda d, n: ctx.progress(stage, d, n)
            )
        if fetched.sha256 != version.file_sha256:
            raise WrongUse(
                f"The server has another file by that name: {ref.filename}",
                f"{name} was made from one that is no longer there",
                "Locate the file, use another version, or regenerate",
            )
    project.publish(Changes(segments=frozenset({version.sequence_index})))


def _job_of(project: Project, version: Version) -> JobRecord | None:
    """The job whose output is this version's file as it is, not what was made of that."""
    found = (job for job in project.store.jobs.list() if job.result_segment_id == version.id)
    job = next(found, None)
    if job is None or job.output is None:
        return None
    is_made = version.kept_frames > 0 or project.path(version.file).stem.endswith(LOSSLESS)
    return None if is_made else job


def _is_there(project: Project, version: Version) -> bool:
    try:
        return project.path(version.file).stat().st_size == version.file_bytes
    except OSError:
        return False
