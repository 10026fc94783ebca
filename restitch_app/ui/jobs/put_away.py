"""Which failures the reviewer has put away: in this window and at every later start."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.domain.jobs import JobRecord
from restitch_app.ui.memory.memory import WindowMemory
from restitch_app.ui.state.review_state import ReviewState
from restitch_app.ui.state.session import Session


class PutAway(QObject):
    """A job that was submitted again and ends anew is told anew: what is put away is the end of a
    job, known by when it came.
    """

    changed = Signal(object)  # frozenset of job ids

    def __init__(self, memory: WindowMemory, state: ReviewState, session: Session) -> None:
        super().__init__(session)
        self._memory, self._state, self._session = memory, state, session
        self._ends: dict[int, str] = {}
        """By job id, when the end came that was put away."""
        self._ids: frozenset[int] = frozenset()
        session.opened.connect(self._recall)
        session.closed.connect(self._forget)  # the jobs are gone by then
        state.jobs_changed.connect(self._tell)

    @Slot(int)
    def put_away(self, job_id: int) -> None:
        jobs = {job.id: job for job in self._state.jobs}
        if job_id not in jobs:
            return
        self._ends = {known: end for known, end in self._ends.items() if known in jobs}
        self._ends[job_id] = jobs[job_id].updated_at
        folder = self._session.folder
        if folder is not None:
            self._memory.set_put_away(folder, self._ends)
        self._tell()

    @Slot()
    def _recall(self) -> None:
        folder = self._session.folder
        self._ends = self._memory.put_away(folder) if folder is not None else {}
        self._tell()

    @Slot()
    def _forget(self) -> None:
        self._ends = {}
        self._tell()

    @Slot()
    def _tell(self) -> None:
        ids = frozenset(job.id for job in self._state.jobs if self._has(job))
        if ids != self._ids:
            self._ids = ids
            self.changed.emit(ids)

    def _has(self, job: JobRecord) -> bool:
        return self._ends.get(job.id) == job.updated_at
