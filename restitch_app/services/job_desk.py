"""What a reviewer can do about jobs: look, cancel, send again."""

from __future__ import annotations

from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.jobs import JobRecord, JobState
from restitch_app.services.actor import current_actor
from restitch_app.services.project import Project


class JobDesk:
    def __init__(self, project: Project) -> None:
        self._project = project

    def all(self) -> tuple[JobRecord, ...]:
        return self._project.store.jobs.list()

    def open(self) -> tuple[JobRecord, ...]:
        return self._project.store.jobs.list(open_only=True)

    def cancel(self, job_id: int) -> JobRecord:
        """Ask the engine to stop the job; one that has ended stays as it is. Raises NotFound."""
        job = self._project.store.jobs.request_cancel(job_id)
        self._project.publish(Changes(jobs=True))
        return job

    def submit_again(self, job_id: int) -> JobRecord:
        """Queue a failed or lost job once more, with its own settings. A new prompt will be paid.

        Raises NotFound, and WrongUse for a job in any other state.
        """
        store = self._project.store
        job = store.jobs.get(job_id)
        if job.state not in (JobState.FAILED, JobState.LOST):
            raise WrongUse(
                f"Job {job_id} cannot be submitted again",
                f"It is {job.state}",
                "Only failed and lost jobs can",
            )
        with store.transaction():
            job = store.jobs.move(job_id, JobState.QUEUED)
            store.events.add("submitted_again", current_actor(), job_id=job_id)
        self._project.publish(Changes(jobs=True))
        return job
