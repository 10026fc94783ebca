"""Regenerating several segments: one request for each, told first as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from restitch_app.domain.errors import RestitchError
from restitch_app.domain.jobs import JobRecord, RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.services.project.project import Project
from restitch_app.services.regeneration.asking import Regeneration
from restitch_app.services.regeneration.plan import RegenerationPlans

CHECKING = "Checking what the servers can run"


@dataclass(frozen=True, slots=True)
class SeveralPlan:
    indices: tuple[int, ...]
    """Sequence indices of the segments that can be regenerated, in scene order."""
    refused: tuple[tuple[int, str], ...]
    """The others, each with the reason as a sentence."""
    segment_count: int
    seconds_each: float | None
    """Median of a take; None until one was rendered for this project."""

    @property
    def prompts(self) -> int:
        """One for each segment."""
        return len(self.indices)

    @property
    def following(self) -> tuple[int, ...]:
        """Segments whose seed frame comes from one that is regenerated too."""
        return tuple(index for index in self.indices if index - 1 in self.indices)


class RegeneratingSeveral:
    """Every segment from its own seed frame, with its own settings and a new random seed."""

    def __init__(
        self, project: Project, regeneration: Regeneration, plans: RegenerationPlans
    ) -> None:
        self._project = project
        self._regeneration = regeneration
        self._plans = plans

    def plan(self, scene: Scene, indices: Sequence[int], ctx: JobContext) -> SeveralPlan:
        """Queues nothing. Asks the servers, for seconds at most; raises JobCancelled."""
        possible, refused = [], []
        for done, index in enumerate(sorted(indices)):
            ctx.progress(CHECKING, done, len(indices))
            try:
                self._regeneration.settle(scene, RegenerationRequest(index), ctx)
            except RestitchError as error:
                refused.append((index, str(error)))
            else:
                possible.append(index)
        estimate = self._plans.estimate(self._project.settings().server_url)
        return SeveralPlan(
            tuple(possible),
            tuple(refused),
            self._project.store.versions.segment_count(scene.id),
            estimate.seconds if estimate else None,
        )

    def request(
        self, scene: Scene, indices: Sequence[int], ctx: JobContext
    ) -> list[list[JobRecord]]:
        """The jobs of each request, in scene order. Nothing is queued before all can be.

        Raises as `Regeneration.request`, and JobCancelled until the first is queued.
        """
        settled = []
        for done, index in enumerate(sorted(indices)):
            ctx.progress(CHECKING, done, len(indices))
            settled.append(self._regeneration.settle(scene, RegenerationRequest(index), ctx))
        return [self._regeneration.queue(one) for one in settled]
