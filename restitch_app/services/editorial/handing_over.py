"""Writing a scene for other programs and readers: timelines, edit list, table, report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.editorial.edl import write_edl
from restitch_app.services.editorial.fcpxml import write_fcpxml
from restitch_app.services.editorial.scene_cut import scene_cut
from restitch_app.services.editorial.tables import write_csv
from restitch_app.services.project.project import Project


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which files to write; None: not that one."""

    otio: Path | None = None
    edl: Path | None = None
    fcpxml: Path | None = None
    csv: Path | None = None
    report: Path | None = None

    @property
    def paths(self) -> tuple[Path, ...]:
        """Those that are wanted."""
        return tuple(
            path
            for path in (self.otio, self.edl, self.fcpxml, self.csv, self.report)
            if path is not None
        )


class Editorial:
    def __init__(self, project: Project, boundaries: Boundaries) -> None:
        self._project = project
        self._boundaries = boundaries

    def write(self, scene: Scene, wanted: Wanted, ctx: JobContext) -> tuple[Path, ...]:
        """Each file whole or as it was; in the order of `Wanted.paths`.

        Blocks for the report's frames: seconds for a long scene. Raises WrongUse, StorageError,
        JobCancelled; files written before stay.
        """
        cut = scene_cut(self._project, self._boundaries, scene)
        if wanted.otio is not None:
            # Loaded here: it takes a tenth of a second that no other command needs.
            from restitch_app.services.editorial.otio_file import write_otio

            write_otio(cut, wanted.otio)
        if wanted.edl is not None:
            write_edl(cut, wanted.edl)
        if wanted.fcpxml is not None:
            write_fcpxml(cut, wanted.fcpxml)
        if wanted.csv is not None:
            write_csv(cut, wanted.csv)
        if wanted.report is not None:
            from restitch_app.services.editorial.report import write_report

            write_report(self._project, scene, cut, wanted.report, ctx)
        return wanted.paths
