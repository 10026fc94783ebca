"""What a reviewer can do about jobs: look, cancel, send again."""

from __future__ import annotations

from collections.abc import Mapping

from restitch_app.comfy.bindings.fill import fill
from restitch_app.comfy.bindings.hand_off import without_hand_off
from restitch_app.comfy.loose import JsonObject
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.jobs import JobRecord, JobState
from restitch_app.domain.runs import RunState, Why
from restitch_app.services.actor import current_actor
from restitch_app.services.project.project import Project
from restitch_app.services.runs.words import RUN_PAUSED, reason, run_name
from restitch_app.services.workflows.job_bindings import bindings_of
from restitch_app.services.workflows.segment import fresh_prefix


class JobDesk:
    def __init__(self, project: Project) -> None:
        self._project = project

    def all(self) -> tuple[JobRecord, ...]:
        return self._project.store.jobs.list()

    def open(self) -> tuple[JobRecord, ...]:
        return self._project.store.jobs.list(open_only=True)

    def cancel(self, job_id: int) -> JobRecord:
        """Ask the engine to stop the job; one that has ended stays as it is. Raises NotFound.

        The run that waits for it pauses at once, unless another of its takes may still come.
        """
        store = self._project.store
        with store.transaction():
            job = store.jobs.request_cancel(job_id)
            if job.cancel_requested and job.run_id is not None:
                self._pause_run(job, job.run_id)
        self._project.publish(Changes(jobs=True))
        return job

    def _pause_run(self, job: JobRecord, run_id: int) -> None:
        store = self._project.store
        run, takes = store.runs.get(run_id), store.jobs.of_request(job.request_id)
        is_waited_for = run.state is RunState.RUNNING and run.request_id == job.request_id
        if not is_waited_for or any(_may_come(take) for take in takes):
            return
        why = reason(Why.CANCELLED, run, takes)
        store.runs.move(run, state=RunState.PAUSED, reason=why)
        detail = {"run": run.id, "name": run_name(run), "reason": why.title}
        store.events.add(RUN_PAUSED, current_actor(), detail=detail)

    def submit_again(self, job_id: int) -> JobRecord:
        """Queue a failed or lost job once more, with its own settings. A new prompt will be paid,
        unless the render is here and only its checks failed.

        Raises NotFound, and WrongUse for a job in any other state or whose render was recorded and
        is no longer there.
        """
        store = self._project.store
        with store.transaction():
            job = store.jobs.get(job_id)
            if job.state not in (JobState.FAILED, JobState.LOST):
                raise WrongUse(
                    f"Job {job_id} cannot be submitted again",
                    f"It is {job.state}",
                    "Only failed and lost jobs can",
                )
            self._refuse_without_render(job)
            prompt = _afresh(job, store.jobs.prompt(job_id))
            job = store.jobs.move(job_id, JobState.QUEUED, prompt=prompt)
            store.events.add("submitted_again", current_actor(), job_id=job_id)
        self._project.publish(Changes(jobs=True))
        return job

    def _refuse_without_render(self, job: JobRecord) -> None:
        """A job makes one version, which no second render could take the place of."""
        made = self._project.store.versions.of_job(job.id)
        if made is None:
            return
        number, segment, file = made.number, made.sequence_index + 1, made.file
        if made.purged_at is not None:
            raise WrongUse(
                f"Job {job.id} cannot be submitted again",
                f"It made v{number} of segment {segment}, whose file was purged",
                "Regenerate the segment",
            )
        if not self._project.path(file).is_file():
            raise WrongUse(
                f"Job {job.id} cannot be submitted again",
                f"It made v{number} of segment {segment}, whose file is no longer there: {file}",
                "Put the file back, or regenerate the segment",
            )


def _may_come(take: JobRecord) -> bool:
    """It made something, or is on its way to."""
    return take.state is JobState.DONE or (take.state.is_open and not take.cancel_requested)


def _afresh(job: JobRecord, prompt: Mapping[str, object]) -> JsonObject:
    """Under a new file name, or the server would answer with the file that it made before."""
    workflow = without_hand_off(dict(prompt))
    bindings = bindings_of(job, workflow)
    if not bindings.filename_prefix:
        return workflow
    return fill(workflow, bindings, {"filename_prefix": fresh_prefix()})
