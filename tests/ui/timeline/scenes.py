"""Timeline scenes for tests, made of the window's sample values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.jobs import JobRecord, JobState
from restitch_app.domain.versions import Version
from restitch_app.services.project.overview import SceneOverview
from restitch_app.ui.timeline.scene import TimelineScene, timeline_scene
from tests.ui.samples import job, scene_overview


def ranges_of(overview: SceneOverview) -> dict[int, FrameRange]:
    """Nothing treated: one clip after the other."""
    ranges, start = {}, 0
    for version in overview.current:
        stop = start + version.facts.frame_count
        ranges[version.sequence_index] = FrameRange(start, stop)
        start = stop
    return ranges


def scene_of(overview: SceneOverview, jobs: Sequence[JobRecord] = ()) -> TimelineScene:
    return timeline_scene(
        overview.scene.rate,
        overview.current,
        overview.boundaries,
        ranges_of(overview),
        jobs,
        calls=overview.calls,
    )


def plain_scene(segments: int = 10, ssims: dict[int, float | None] | None = None) -> TimelineScene:
    return scene_of(scene_overview(segments, ssims=ssims))


def changed(overview: SceneOverview, index: int, version: Version) -> SceneOverview:
    current = list(overview.current)
    current[index] = version
    return replace(overview, current=tuple(current))


def done_job(job_id: int, version: Version, result_segment_id: int) -> JobRecord:
    """Asked for while `version` was current."""
    made = job(
        job_id,
        JobState.DONE,
        index=version.sequence_index,
        result_segment_id=result_segment_id,
    )
    return replace(made, previous_segment_id=version.id)
