"""A project at a glance: what is stored, put side by side. Decodes nothing, changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from restitch_app.domain.boundaries import Boundary
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.jobs import JobRecord
from restitch_app.domain.spans import scene_frame_count
from restitch_app.domain.versions import ProjectSettings, Scene, Version
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.project.gpu_time import GpuTime, gpu_time
from restitch_app.services.project.project import Project


@dataclass(frozen=True, slots=True)
class SceneOverview:
    scene: Scene
    current: tuple[Version, ...]
    """In scene order."""
    boundaries: tuple[Boundary, ...]
    frames: int
    """As the export will have them."""
    calls: Mapping[int, BoundaryCall] = field(default_factory=dict)
    """What reviewers said they see, by left sequence index."""
    gpu: GpuTime = field(default_factory=lambda: GpuTime(0.0, 0.0))
    refused: Mapping[int, Version] = field(default_factory=dict)
    """Newest results that cannot be used at all, by sequence index."""

    @property
    def seconds(self) -> Fraction:
        return self.frames / self.scene.rate

    @property
    def stale(self) -> tuple[int, ...]:
        """Sequence indices."""
        return tuple(version.sequence_index for version in self.current if version.is_stale)


class Overview:
    def __init__(self, project: Project, boundaries: Boundaries) -> None:
        self._project = project
        self._boundaries = boundaries

    def settings(self) -> ProjectSettings:
        return self._project.settings()

    def scenes(self) -> tuple[SceneOverview, ...]:
        return tuple(self.of(scene) for scene in self._project.store.scenes.list())

    def of(self, scene: Scene) -> SceneOverview:
        boundaries = tuple(self._boundaries.known(scene))
        return SceneOverview(
            scene,
            self.current(scene),
            boundaries,
            scene_frame_count(self._project.spans(scene)),
            self._calls(boundaries),
            gpu_time(self._project, scene),
            self._project.store.versions.refused(scene.id),
        )

    def _calls(self, boundaries: tuple[Boundary, ...]) -> Mapping[int, BoundaryCall]:
        said = {(call.left_id, call.right_id): call for call in self._project.store.calls.list()}
        pairs = ((one.left_index, (one.join.left_id, one.join.right_id)) for one in boundaries)
        return {left_index: said[pair] for left_index, pair in pairs if pair in said}

    def scene(self, scene_id: int) -> Scene:
        """Raises NotFound."""
        return self._project.store.scenes.get(scene_id)

    def segment_count(self, scene: Scene) -> int:
        return self._project.store.versions.segment_count(scene.id)

    def current(self, scene: Scene) -> tuple[Version, ...]:
        """The versions that play, in scene order."""
        return tuple(self._project.store.versions.current(scene.id))

    def neighbours(
        self, scene: Scene, sequence_index: int
    ) -> tuple[Version | None, Version | None]:
        """Current versions before and after the segment; None at an end of the scene."""
        return self._project.store.versions.neighbours(scene.id, sequence_index)

    def stale(self, scene: Scene) -> frozenset[int]:
        """Sequence indices of the stale segments."""
        return self._project.store.versions.stale_indices(scene.id)

    def around(self, scene: Scene, sequence_index: int) -> tuple[Boundary | None, Boundary | None]:
        """The segment's two boundaries as they stand; None at an end of the scene."""
        by_left = {boundary.left_index: boundary for boundary in self._boundaries.known(scene)}
        return by_left.get(sequence_index - 1), by_left.get(sequence_index)

    def version(self, version_id: int) -> Version:
        """Raises NotFound."""
        return self._project.store.versions.get(version_id)

    def scene_of(self, job: JobRecord) -> Scene:
        return self.scene(job.scene_id)

    def job(self, job_id: int) -> JobRecord:
        """Raises NotFound."""
        return self._project.store.jobs.get(job_id)
