"""What rendering has cost in this project, and what it would have cost without it."""

from __future__ import annotations

from dataclasses import dataclass

from restitch_app.domain.versions import Scene
from restitch_app.services.project.project import Project


@dataclass(frozen=True, slots=True)
class GpuTime:
    used_s: float
    saved_s: float


def gpu_time(project: Project, scene: Scene) -> GpuTime:
    """From when servers began and ended renders, as stored with each job that is done.

    Saved is what all later segments would have cost: without Restitch a segment that is rendered
    again makes everything after it be rendered again. Each is taken to last as long as that render
    itself; takes of one request would have been followed once, by the longest. Frames made for a
    boundary save nothing, and neither does a run: it renders what comes after as well.
    """
    segments = project.store.versions.segment_count(scene.id)
    used, saved = 0.0, 0.0
    longest: dict[str, tuple[float, int]] = {}
    for request_id, index, saves_nothing, seconds in project.store.jobs.spent(scene.id):
        used += seconds
        if not saves_nothing:
            most, _ = longest.get(request_id, (0.0, index))
            longest[request_id] = max(most, seconds), index
    for seconds, index in longest.values():
        saved += seconds * max(0, segments - 1 - index)
    return GpuTime(used, saved)
