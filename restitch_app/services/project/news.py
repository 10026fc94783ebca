"""What has become of a project since the last look, for programs that follow it from outside."""

from __future__ import annotations

from dataclasses import dataclass

from restitch_app.domain.jobs import JobRecord
from restitch_app.domain.runs import RunRecord
from restitch_app.services.project.overview import Overview, SceneOverview
from restitch_app.services.project.project import Project

RECENT_JOBS = 200
"""Beside all open ones; so that a look costs the same in a project with years of renders."""


@dataclass(frozen=True, slots=True)
class News:
    jobs: tuple[JobRecord, ...]
    """As they are now: those that are new or have changed, oldest first."""
    runs: tuple[RunRecord, ...]
    scene_ids: tuple[int, ...]
    """Of scenes that are new, gone or changed: their order, versions, boundaries or decisions."""

    def __bool__(self) -> bool:
        return bool(self.jobs or self.runs or self.scene_ids)


@dataclass(frozen=True, slots=True)
class _Sight:
    jobs: dict[int, JobRecord]
    runs: dict[int, RunRecord]
    scenes: dict[int, SceneOverview]


class NewsReader:
    """For one thread that writes nothing: SQLite tells each connection of the others' writes."""

    def __init__(self, project: Project, overview: Overview) -> None:
        self._project, self._overview = project, overview
        self._data_version = project.store.data_version()
        self._seen = self._sight()

    def look(self) -> News:
        """Empty where nobody wrote, in this program or another; that costs microseconds."""
        data_version = self._project.store.data_version()
        if data_version == self._data_version:
            return News((), (), ())
        before, now = self._seen, self._sight()
        self._data_version, self._seen = data_version, now
        scene_ids = sorted(before.scenes.keys() | now.scenes.keys())
        return News(
            tuple(job for key, job in now.jobs.items() if before.jobs.get(key) != job),
            tuple(run for key, run in now.runs.items() if before.runs.get(key) != run),
            tuple(one for one in scene_ids if before.scenes.get(one) != now.scenes.get(one)),
        )

    def _sight(self) -> _Sight:
        store = self._project.store
        return _Sight(
            {job.id: job for job in store.jobs.recent(RECENT_JOBS)},
            {run.id: run for run in store.runs.list()},
            {one.scene.id: one for one in self._overview.scenes()},
        )
