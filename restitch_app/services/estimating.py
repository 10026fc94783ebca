"""What an export will come to, from a few of the scene's own frames encoded as it would be."""

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
from restitch_app.services.project.project import Project

SAMPLES = 3
SAMPLE_FRAMES = 6
"""Of each sample: beginning, middle and end of the scene look unlike each other."""


@dataclass(frozen=True, slots=True)
class Estimate:
    frames: int
    size_bytes: int
    seconds: float | None
    """None for a film that is copied: that takes as long as the disk."""


class Estimating:
    def __init__(self, project: Project) -> None:
        self._project = project

    def estimate(
        self, scene: Scene, kind: MasterKind | None, frames: FrameRange | None, ctx: JobContext
    ) -> Estimate:
        """A film is as large as what it copies; a master's samples are written and thrown away.

        `kind`: None for a film. Blocks for a second or two where samples are encoded. Raises
        MediaError, StorageError, JobCancelled.
        """
        spans = self._project.spans(scene)
        if frames is not None:
            spans = sliced(spans, frames)
        total = scene_frame_count(spans)
        if not total:
            return Estimate(0, 0, None)
        if kind is None:
            return Estimate(total, sum(map(self._share_bytes, spans)), None)
        return self._sampled(spans, total, scene, kind, ctx)

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
        return Estimate(total, round(size_bytes * total / frames), seconds * total / frames)

    def _index_of(self, path: Path) -> FrameIndex:
        return self._project.frame_index(self._project.relative(path))
