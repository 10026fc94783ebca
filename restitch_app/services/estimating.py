"""What an export will come to: from what was measured of films written before, or of a few of the
scene's own frames encoded as it would be."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.masters import MasterKind
from restitch_app.domain.progress import JobContext
from restitch_app.domain.spans import Span, scene_frame_count, sliced
from restitch_app.domain.versions import Scene
from restitch_app.media.index import FrameIndex
from restitch_app.media.master import write_master
from restitch_app.media.stitch import stitch_plan
from restitch_app.services.export_speeds import ExportSpeeds, FilmWork
from restitch_app.services.exporting import only
from restitch_app.services.project.project import Project

SAMPLES = 3
SAMPLE_FRAMES = 6
"""Of each sample: beginning, middle and end of the scene look unlike each other."""


@dataclass(frozen=True, slots=True)
class Estimate:
    frames: int
    size_bytes: int
    encoded_frames: int
    """The others are copied."""
    seconds: float | None
    """None where no film was written on this computer that says how long this one takes."""


class Estimating:
    def __init__(self, project: Project, speeds: ExportSpeeds) -> None:
        self._project = project
        self._speeds = speeds

    def estimate(
        self, scene: Scene, kind: MasterKind | None, frames: FrameRange | None, ctx: JobContext
    ) -> Estimate:
        """A master's samples are written and thrown away.

        `kind`: None for a film. Blocks for a second or two where samples are encoded, and while the
        packets of all clips are read. Raises MediaError, StorageError, JobCancelled, and
        WrongUse where the scene has no such frames.
        """
        spans = only(frames, self._project.spans(scene))
        total = scene_frame_count(spans)
        if not total:
            return Estimate(0, 0, 0, None)
        if kind is None:
            return self._film(spans, total, ctx)
        return self._sampled(spans, total, scene, kind, ctx)

    def _film(self, spans: Sequence[Span], total: int, ctx: JobContext) -> Estimate:
        """What is encoded is taken to be as large as the clips around it, as its quality is;
        patches are lossless files and say nothing of that."""
        plan = stitch_plan(spans, self._project.path, ctx, index_of=self._index_of)
        clips = [span for span in spans if not span.is_patch] or spans
        frames = sum(len(span.frames) for span in clips)
        size_bytes = sum(map(self._share_bytes, clips)) * total // frames
        seconds = self._speeds.seconds(FilmWork(size_bytes, plan.encoded_pixels))
        return Estimate(total, size_bytes, plan.encoded_frames, seconds)

    def _share_bytes(self, span: Span) -> int:
        path = self._project.path(span.file)
        index = self._index_of(path)
        return round(path.stat().st_size * len(span.frames) / max(1, len(index)))

    def _sampled(
        self,
        spans: Sequence[Span],
        total: int,
        scene: Scene,
        kind: MasterKind,
        ctx: JobContext,
    ) -> Estimate:
        last = max(0, total - SAMPLE_FRAMES)
        starts = sorted({round(number * last / (SAMPLES - 1)) for number in range(SAMPLES)})
        size_bytes, frames, began = 0, 0, time.monotonic()
        with tempfile.TemporaryDirectory(prefix="restitch-") as folder:
            for number, start in enumerate(starts):
                part = sliced(spans, FrameRange(start, min(total, start + SAMPLE_FRAMES)))
                suffix = {MasterKind.PRORES: ".mov", MasterKind.FFV1: ".mkv"}.get(kind, "")
                out = Path(folder) / f"{number}{suffix}"
                report = write_master(
                    kind, part, self._project.path, out, scene.rate, ctx, index_of=self._index_of
                )
                size_bytes += report.size_bytes
                frames += report.frames
        seconds = time.monotonic() - began
        size_bytes = round(size_bytes * total / frames)
        return Estimate(total, size_bytes, total, seconds * total / frames)

    def _index_of(self, path: Path) -> FrameIndex:
        return self._project.frame_index(self._project.relative(path))
