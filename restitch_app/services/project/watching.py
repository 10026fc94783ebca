"""Notices what anybody changed in a project: this program's services, a command line, an API."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from restitch_app.domain.changes import Changes
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.jobs import JobRecord
from restitch_app.domain.runs import RunRecord
from restitch_app.domain.spans import segment_ranges
from restitch_app.domain.versions import ProjectSettings, Scene
from restitch_app.services.project.overview import Overview, SceneOverview
from restitch_app.services.project.project import Project

EVENTS_READ = 200
ENDED_JOBS = 200
"""So that a look costs the same in a project with years of renders."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A project as it stood at one moment; decodes nothing."""

    settings: ProjectSettings
    overview: SceneOverview | None
    """Of the scene that is looked at; None where there is none yet."""
    ranges: Mapping[int, FrameRange]
    """Scene frames of each segment, by sequence index."""
    jobs: tuple[JobRecord, ...]
    """All open ones and the newest ended ones, oldest first."""
    runs: tuple[RunRecord, ...]
    """All of the project, oldest first."""
    newest_event: int
    scenes: tuple[Scene, ...]
    """All of the project, oldest first."""


class Watching:
    """Call `look` always on the same thread: SQLite says per connection whether others wrote."""

    def __init__(self, project: Project, overview: Overview) -> None:
        self._project = project
        self._overview = overview
        self._data_version: int | None = None
        self._scene_id: int | None = None
        self._last: Sight | None = None

    def choose(self, scene_id: int) -> None:
        """Look at this scene from the next look on; before that it is the project's first."""
        self._scene_id = scene_id

    def look(self, published: Changes | None = None) -> tuple[Sight, Changes] | None:
        """The project as it is and what differs from the last look; None where nobody wrote.

        `published`: what services of this program said since. With it the project is read whether
        or not the database tells of a write, and it is part of the answer. Without, a look at a
        project that nobody touched costs microseconds.
        """
        data_version = self._project.store.data_version()
        if published is None and data_version == self._data_version:
            return None
        sight, before = self._sight(), self._last
        changes = Changes(scene=True, jobs=True) if before is None else self._diff(before, sight)
        changes |= published or Changes()
        # Only now: a look that failed half-way must be followed by one that tells the same.
        self._data_version, self._last = data_version, sight
        return None if changes == Changes() else (sight, changes)

    def _sight(self) -> Sight:
        store = self._project.store
        with store.snapshot():  # or lengths and places of two moments meet in the timeline
            scenes = store.scenes.list()
            chosen = next((one for one in scenes if one.id == self._scene_id), None)
            scene = chosen or next(iter(scenes), None)
            newest = store.events.list(limit=1)
            return Sight(
                self._project.settings(),
                self._overview.of(scene) if scene else None,
                segment_ranges(self._project.spans(scene)) if scene else {},
                store.jobs.recent(ENDED_JOBS),
                store.runs.list(),
                newest[0].id if newest else 0,
                scenes,
            )

    def _diff(self, before: Sight, after: Sight) -> Changes:
        old, new = before.overview, after.overview
        changes = Changes(jobs=(before.jobs, before.runs) != (after.jobs, after.runs))
        if old is None or new is None or _frame_of(old) != _frame_of(new):
            return changes | Changes(scene=old != new or before.settings != after.settings)
        if before.settings != after.settings or before.scenes != after.scenes:
            changes |= Changes(scene=True)
        segments = {
            was.sequence_index
            for was, now in zip(old.current, new.current, strict=True)
            if was != now
        }
        boundaries = {
            was.left_index
            for was, now in zip(old.boundaries, new.boundaries, strict=True)
            if was != now
        }
        segments |= self._told_by_events(before.newest_event, after.newest_event)
        segments |= _with_new_results(before.jobs, after.jobs)
        return changes | Changes(frozenset(segments), frozenset(boundaries))

    def _told_by_events(self, last_seen: int, newest: int) -> set[int]:
        """Segments of which something was decided, also about versions that are not current."""
        if newest == last_seen:
            return set()
        store = self._project.store
        return {
            store.versions.get(event.version_id).sequence_index
            for event in store.events.list(limit=min(newest - last_seen, EVENTS_READ))
            if event.id > last_seen and event.version_id is not None
        }


def _frame_of(overview: SceneOverview) -> tuple[object, ...]:
    """What must be the same for two overviews to be compared piece by piece."""
    return overview.scene, len(overview.current), len(overview.boundaries)


def _with_new_results(before: tuple[JobRecord, ...], after: tuple[JobRecord, ...]) -> set[int]:
    known = {job.id: (job.state, job.result_segment_id) for job in before}
    return {
        job.sequence_index
        for job in after
        if known.get(job.id) != (job.state, job.result_segment_id)
    }
