"""A downloaded bridge is looked at once: whether its frames can stand where they were made for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from restitch_app.domain.errors import MediaError, RestitchError
from restitch_app.domain.frames import ClipFacts
from restitch_app.domain.jobs import BridgeSpan, JobRecord, JobState
from restitch_app.domain.progress import JobContext
from restitch_app.media.index import build_index
from restitch_app.media.reader import open_reader
from restitch_app.services.jobs.take_result import playable
from restitch_app.services.project.project import Project
from restitch_app.smoothing.new_frames import FEWEST_FRAMES

MOST_STRETCHED = 2
"""Fewer than this part of the frames asked for, or this many times as many, is another thing than
what was asked for; between, they are resampled."""


class BridgeUnusable(RestitchError):
    """The server made something, but nothing that can stand between the two pictures."""

    code = "bridge_unusable"


class BridgeResult:
    def __init__(self, project: Project) -> None:
        self._project = project

    def record(self, job: JobRecord, path: Path, ctx: JobContext) -> JobRecord:
        """Note the file in the job's row, which is being checked. May be done again.

        Raises BridgeUnusable for another size or number of frames, MediaError for what cannot be
        read to its end.
        """
        span = job.bridge
        assert span is not None, "a bridge's job"
        ctx.progress("Checking the new frames")
        if not path.is_file():
            raise MediaError("The downloaded bridge has vanished", str(path), "Submit it again")
        shown = playable(path, ctx)
        with open_reader(shown, build_index(shown)) as reader:
            count = sum(1 for _frame in reader.frames())
            facts = reader.facts
        self._check(job, span, facts, count)
        kept = replace(span, file=self._project.relative(shown), frames=count)
        return self._project.store.jobs.move(job.id, JobState.CHECKING, bridge=kept)

    def _check(self, job: JobRecord, span: BridgeSpan, facts: ClipFacts, count: int) -> None:
        left = self._project.store.versions.get(span.left_id).facts
        if (facts.width, facts.height) != (left.width, left.height):
            raise BridgeUnusable(
                "The new frames have another size than the scene",
                f"They are {facts.width}×{facts.height}, the scene {left.width}×{left.height}",
                f"Let {job.workflow_name} make pictures of the scene's size",
            )
        fewest = max(FEWEST_FRAMES, span.length / MOST_STRETCHED)
        if not fewest <= count <= span.length * MOST_STRETCHED:
            raise BridgeUnusable(
                f"The server made {count} frames where {span.length} were asked for",
                f"{job.workflow_name} on {job.server_url}",
                "Check which input sets its length under Workflow ▸ Inputs",
            )
