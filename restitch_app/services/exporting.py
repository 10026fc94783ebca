"""The scene as one file: exactly the list of spans, copied where nothing touched it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from restitch_app.domain.errors import WrongUse
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.media.stitch import StitchReport, stitch
from restitch_app.services.project import Project


@dataclass(frozen=True, slots=True)
class Exported:
    path: Path
    report: StitchReport
    stale: tuple[int, ...]
    """Sequence indices that were stale when the film was written."""


class Exporting:
    def __init__(self, project: Project) -> None:
        self._project = project

    def export(self, scene: Scene, out: Path, ctx: JobContext) -> Exported:
        """Write the film, then read it back and compare. Replaces `out` only when all is right.

        Raises MediaError, StorageError, WrongUse; JobCancelled leaves nothing behind.
        """
        out = out.absolute()
        if out.is_relative_to(self._project.path("media")):
            raise WrongUse(
                "A film cannot be written among the project's own clips",
                str(out),
                "Choose another folder",
            )
        spans = self._project.spans(scene)
        self._refuse_missing(scene)
        report = stitch(spans, self._project.path, out, scene.rate, ctx)
        return Exported(out, report, ())
