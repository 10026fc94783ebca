"""Moves runs on beside the engine, on a thread of its own: a settling may ask servers."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Collection, Sequence

from restitch_app.domain.errors import JobCancelled, JobSuspended, RestitchError
from restitch_app.domain.jobs import JobProblem, JobRecord
from restitch_app.domain.progress import JobContext
from restitch_app.domain.runs import RunRecord
from restitch_app.services.project.project import Project
from restitch_app.services.runs.steps import RunSteps

log = logging.getLogger(__name__)

TRY_AGAIN_S = 3.0
"""After a disk or a server kept a run from going on."""


def our_fault(error: Exception) -> JobProblem:
    return JobProblem(
        RestitchError.code,
        "Restitch made a mistake",
        f"{type(error).__name__}: {error}. What was made is kept",
        "Continue the run to try again; the log has the details",
    )


class RunAdvancing:
    """`look` and `stop` are for the engine's thread, which never waits in `look`."""

    def __init__(self, project: Project, steps: RunSteps) -> None:
        self._project = project
        self._steps = steps
        self._thread: threading.Thread | None = None
        self._ctx = JobContext()
        self._not_before: dict[int, float] = {}

    def look(self, open_jobs: Collection[JobRecord]) -> bool:
        """See to runs whose takes have all ended. False where none is running at all."""
        running = self._project.store.runs.running()
        if self._thread is not None and self._thread.is_alive():
            return True
        busy = {job.request_id for job in open_jobs}
        now = time.monotonic()
        due = [
            run
            for run in running
            if run.request_id not in busy and now >= self._not_before.get(run.id, 0.0)
        ]
        if due:
            self._ctx = JobContext()
            self._thread = threading.Thread(
                target=self._work, args=(due, self._ctx), name="runs along the chain"
            )
            self._thread.start()
        return bool(running)

    def stop(self) -> None:
        """What was asked for stays asked for; the rest is done at the next start."""
        self._ctx.suspend()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _work(self, due: Sequence[RunRecord], ctx: JobContext) -> None:
        for run in due:
            try:
                self._steps.advance(run.id, ctx)
            except (JobCancelled, JobSuspended):
                return
            except RestitchError as error:
                log.warning("run %s waits: %s", run.id, error)
                self._not_before[run.id] = time.monotonic() + TRY_AGAIN_S
            except Exception as error:
                log.exception("run %s cannot go on", run.id)
                self._not_before[run.id] = time.monotonic() + TRY_AGAIN_S
                self._pause(run.id, error)

    def _pause(self, run_id: int, error: Exception) -> None:
        """Where even that cannot be written, it is tried again like everything else."""
        try:
            self._steps.pause(run_id, our_fault(error))
        except RestitchError as refused:
            log.warning("run %s cannot be paused: %s", run_id, refused)
