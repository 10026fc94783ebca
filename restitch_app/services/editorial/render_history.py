"""What was rendered again in a scene, with what, by whom, and what it cost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from restitch_app.domain.jobs import JobKind, JobRecord
from restitch_app.domain.versions import Scene, Version
from restitch_app.services.project.project import Project
from restitch_app.store.values import Event

EVERY_EVENT = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Rendered:
    """One request: all its takes."""

    what: str
    """ "Segment 5" or "Bridge 5|6"."""
    at: str
    """When it was asked for: UTC, ISO 8601."""
    by: str
    takes: int
    changed: tuple[tuple[str, str, str], ...]
    """Name, value before, value now, of what differs from the version that was current."""
    workflow: str
    gpu_s: float
    """As the servers took for all takes that were finished; 0.0 where none was."""
    became: str
    """ "v3 plays", "v3 is a candidate", or how the jobs ended."""


def render_history(project: Project, scene: Scene) -> tuple[Rendered, ...]:
    """Oldest first. Reads rows only; any thread."""
    requests: dict[str, list[JobRecord]] = defaultdict(list)
    for job in project.store.jobs.list():
        if job.scene_id == scene.id:
            requests[job.request_id].append(job)
    seconds: dict[str, float] = defaultdict(float)
    for request_id, _, _, took_s in project.store.jobs.spent(scene.id):
        seconds[request_id] += took_s
    askers = _askers(project.store.events.list(EVERY_EVENT, kinds=("regeneration_asked",)))
    return tuple(
        _rendered(project, jobs, seconds[request_id], askers)
        for request_id, jobs in requests.items()
    )


def _askers(events: Iterable[Event]) -> dict[int, list[str]]:
    """By the version that was current: who asked, newest first; one for each request."""
    found: dict[int, list[str]] = defaultdict(list)
    for event in events:
        if event.version_id is not None:
            found[event.version_id].append(event.actor)
    return found


def _rendered(
    project: Project, jobs: list[JobRecord], gpu_s: float, askers: dict[int, list[str]]
) -> Rendered:
    first = jobs[0]
    is_bridge = first.kind is JobKind.BRIDGE
    waiting = [] if is_bridge else askers.get(first.previous_segment_id or 0, [])
    return Rendered(
        first.name,
        first.created_at,
        waiting.pop() if waiting else "",  # jobs come oldest first
        len(jobs),
        () if is_bridge else _changed(project, first),
        first.workflow_name,
        gpu_s,
        _outcome(project, jobs),
    )


def _changed(project: Project, job: JobRecord) -> tuple[tuple[str, str, str], ...]:
    before: Mapping[str, object] = {}
    if job.previous_segment_id:
        before = project.store.versions.get(job.previous_segment_id).parameters
    return tuple(
        (name, _told(before.get(name)), _told(value))
        for name, value in sorted(job.parameters.items())
        if name != "filename_prefix" and before.get(name) != value
    )


def _told(value: object) -> str:
    return "–" if value is None else str(value)


def _outcome(project: Project, jobs: list[JobRecord]) -> str:
    made = [
        project.store.versions.get(job.result_segment_id)
        for job in jobs
        if job.result_segment_id is not None
    ]
    if made:
        return ", ".join(_stands(version) for version in made)
    return ", ".join(sorted({job.state.value for job in jobs}))


def _stands(version: Version) -> str:
    name = f"v{version.number}"
    if version.failure is not None:
        return f"{name} cannot be used: {version.failure}"
    return f"{name} plays" if version.is_current else f"{name} is a candidate"
