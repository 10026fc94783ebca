"""The scene as one file: exactly the list of spans, copied where nothing touched it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from restitch_app.domain.errors import MediaError, StorageError, WrongUse
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.media.index import FrameIndex
from restitch_app.media.stitch import StitchReport, stitch
from restitch_app.services.actor import current_actor
from restitch_app.services.imports.clip_scan import file_sha256
from restitch_app.services.project.project import MEDIA, Project
from restitch_app.services.remedies.patch_sounds import patch_sounds

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Exported:
    path: Path
    report: StitchReport
    stale: tuple[int, ...]
    """Sequence indices of segments that were stale when the film was written."""


class Exporting:
    def __init__(self, project: Project) -> None:
        self._project = project

    def export(self, scene: Scene, out: Path, ctx: JobContext) -> Exported:
        """Write the film; the container follows the suffix (.mp4, .mov, .mkv).

        `out` appears whole, or stays as it was: MediaError, StorageError, WrongUse, JobCancelled.
        """
        out = out.absolute()
        if _is_inside(out, self._project.folder / MEDIA):
            raise WrongUse(
                "A film cannot be written among the project's own clips",
                str(out),
                "Choose another folder",
            )
        self._refuse_source(scene, out)
        self._refuse_missing(scene)
        sounds = patch_sounds(self._project, scene.id)
        report = stitch(
            self._project.spans(scene),
            self._project.path,
            out,
            scene.rate,
            ctx,
            index_of=self._index_of,
            sound_of=lambda span: sounds.get((span.file, span.frames)),
        )
        stale = tuple(sorted(self._project.store.versions.stale_indices(scene.id)))
        self._note(out, report)
        return Exported(out, report, stale)

    def _note(self, out: Path, report: StitchReport) -> None:
        """The film is whole by now: a project that takes no note of it makes it no failure."""
        try:
            self._project.store.events.add(
                "exported", current_actor(), detail={"path": str(out), "frames": report.frames}
            )
        except StorageError as error:
            log.warning("the export of %s is not noted: %s", out, error)

    def _index_of(self, path: Path) -> FrameIndex:
        return self._project.frame_index(self._project.relative(path))

    def _refuse_source(self, scene: Scene, out: Path) -> None:
        """A slip of the hand must not put the film in the place of a clip it was made from."""
        if not out.is_file():
            return
        versions, size = self._project.store.versions, out.stat().st_size
        if any(version.file_bytes == size for version in versions.current(scene.id)):
            source = versions.by_hash(file_sha256(out), scene.id)
            if source is not None:
                raise WrongUse(
                    "The film would replace one of the scene's own clips",
                    f"{out} is segment {source.sequence_index + 1}; it was left as it is",
                    "Choose another name",
                )

    def _refuse_missing(self, scene: Scene) -> None:
        for span in self._project.spans(scene):
            path = self._project.path(span.file)
            if not path.is_file():
                raise MediaError(
                    f"A file of segment {span.sequence_index + 1} is missing",
                    str(path),
                    "Restore it, or make another version current",
                )


def _is_inside(path: Path, folder: Path) -> bool:
    """Whatever names lead there: a link, or other capitals where the system does not mind them."""
    return any(above.exists() and above.samefile(folder) for above in path.parents)
