"""Background questions of which only the newest answer counts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from restitch_app.bridge.job_runner import Job, JobRunner, Work


class Latest(QObject):
    """Asking again lets go of the answer that is still under way."""

    arrived = Signal(object)
    failed = Signal(object)  # the exception
    progressed = Signal(object)  # Progress

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._job: Job | None = None

    @property
    def is_waiting(self) -> bool:
        return self._job is not None

    def ask(self, title: str, work: Work, *, priority: int = 0) -> None:
        self.drop()
        job = self._runner.submit(title, work, priority=priority)
        self._job = job
        job.succeeded.connect(partial(self._pass_on, job, True))
        job.failed.connect(partial(self._pass_on, job, False))
        job.progressed.connect(partial(self._pass_progress, job))
        job.ended.connect(partial(self._end, job))

    def drop(self) -> None:
        """Hear nothing of what was asked before."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _is_awaited(self, job: Job) -> bool:
        return job is self._job and isValid(self)  # a job may outlive the dialog that asked

    def _pass_on(self, job: Job, has_succeeded: bool, result: object) -> None:
        if self._is_awaited(job):
            self._job = None
            (self.arrived if has_succeeded else self.failed).emit(result)

    def _pass_progress(self, job: Job, progress: object) -> None:
        if self._is_awaited(job):
            self.progressed.emit(progress)
        elif not isValid(self):
            job.cancel()  # on its own news: a slot of `destroyed` would run amid a deletion

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
