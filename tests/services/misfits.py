"""Results that differ from their scene in size and rate."""

from __future__ import annotations

from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Version
from restitch_app.services.boundaries.analysis_frames import AnalysisFrames
from restitch_app.services.imports.clip_scan import ClipScanner
from restitch_app.services.workbench import Workbench
from restitch_app.store.values import NewVersion
from tests.clips import numbered_clip
from tests.services.scenes import FRAMES, SIZE

PLACE = 1


def refused(bench: Workbench) -> Version:
    """A result that is larger and faster than the scene."""
    project, scene = bench.project, bench.project.scene()
    clip = project.path("media/clips/render.mp4")
    numbered_clip(clip, FRAMES, (2 * SIZE[0], 2 * SIZE[1]), scene.rate * 2)
    scanned = ClipScanner(project, AnalysisFrames(project)).scan(clip, JobContext(), "")
    before = project.current(scene, PLACE)
    return project.store.versions.add(
        NewVersion(
            scene.id,
            PLACE,
            scanned.file,
            scanned.sha256,
            scanned.size_bytes,
            scanned.facts,
            scanned.first_frame,
            scanned.last_frame,
            scanned.index.to_bytes(),
            previous_segment_id=before.id,
            parameters={"seed": 7},
            failure="It is larger than the scene",
        )
    )
