"""Results that keep their first frames: the old version's, then the render, as one clip."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path

from restitch_app.domain.errors import MediaError
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.jobs import JobRecord
from restitch_app.domain.progress import JobContext
from restitch_app.domain.quality import CheckName, CheckResult, Verdict
from restitch_app.domain.spans import Span
from restitch_app.media.index import FrameIndex, build_index
from restitch_app.media.probe import probe
from restitch_app.media.stitch import stitch
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.project.made_names import JOINED, joined_beside
from restitch_app.services.project.project import Project

log = logging.getLogger(__name__)

RATE_TOLERANCE = 0.01
"""As the check of the format has it: another rate is told, not hidden in the joined clip."""


class KeptFrames:
    def __init__(self, project: Project, boundaries: Boundaries) -> None:
        self._project = project
        self._boundaries = boundaries

    def is_joined(self, job: JobRecord, path: Path) -> bool:
        return job.kept_frames > 0 and path.stem.endswith(JOINED)

    def refuse_without(self, job: JobRecord) -> None:
        """Raises MediaError where the clip whose frames are kept is gone."""
        if job.kept_frames == 0 or job.kept_from_version_id is None:
            return
        old = self._project.store.versions.get(job.kept_from_version_id)
        if not self._project.path(old.file).is_file():
            raise MediaError(
                f"The frames to keep of v{old.number} of segment {old.sequence_index + 1} are gone",
                str(self._project.path(old.file)),
                "Put the clip back and submit the job again: nothing is rendered again",
            )

    def joined(self, job: JobRecord, render: Path, ctx: JobContext) -> Path:
        """The kept frames followed by the render, beside the render; made again where it is there.

        The render itself where nothing is kept, where it is that clip already, and where its size
        or rate is not the scene's: it cannot play then, and its check says so. Raises MediaError.
        """
        if job.kept_frames == 0 or self.is_joined(job, render):
            return render
        store = self._project.store
        scene = store.scenes.get(job.scene_id)
        facts = probe(render)
        off = abs(float(facts.rate / scene.rate) - 1)
        if (facts.width, facts.height) != (scene.width, scene.height) or off > RATE_TOLERANCE:
            return render
        assert job.kept_from_version_id is not None, "frames are kept of a version"
        old = store.versions.get(job.kept_from_version_id)
        new = FrameRange(0, facts.frame_count)
        name = self._project.relative(render)
        kept = FrameRange(0, job.kept_frames)
        spans = (
            Span(old.file, kept, job.sequence_index, is_patch=False, scene_start=0),
            Span(name, new, job.sequence_index, is_patch=False, scene_start=len(kept)),
        )
        ctx.progress("Joining kept and new frames")

        def index_of(path: Path) -> FrameIndex:
            return build_index(path) if path == render else self._project.frame_index(old.file)

        target = joined_beside(render)
        stitch(spans, self._project.path, target, scene.rate, ctx, index_of=index_of)
        return target

    def discard_parts(self, render: Path) -> None:
        """The joined clip is recorded by now, and holds the render."""
        with suppress(OSError):
            render.unlink(missing_ok=True)

    def check(self, file: str, kept: int, frame_count: int) -> CheckResult | None:
        """How the place looks where kept and new frames meet, measured as a boundary is; None where
        it cannot be measured."""
        try:
            figures = self._boundaries.inside(file, kept, frame_count)
        except MediaError as error:
            log.warning("%s: the place where kept frames end is not measured: %s", file, error)
            return None
        visible = figures.verdict
        if visible is None:
            return None
        if visible < 1:
            message = f"Kept and new frames meet smoothly at frame {kept + 1}."
            score, verdict = 100 - 20 * max(0.0, visible), Verdict.PASS
        else:
            message = f"The place where kept and new frames meet is visible at frame {kept + 1}."
            score, verdict = max(50.0, 80 - 15 * (visible - 1)), Verdict.WARN
        return CheckResult(CheckName.MEETING, verdict, score, visible, "V", message, (kept,))
