"""Runs a project's open jobs: a thread for each server that has work, none for jobs that wait."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Collection
from typing import Protocol

from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import StorageError
from restitch_app.domain.jobs import JobRecord, JobState
from restitch_app.domain.servers import ANY_SERVER
from restitch_app.services.jobs.deciding import Deciding
from restitch_app.services.jobs.dispatching import Dispatching
from restitch_app.services.jobs.server_worker import ServerWorker
from restitch_app.services.jobs.takes import TakeWalk
from restitch_app.services.project.lock import EngineLock
from restitch_app.services.project.project import Project
from restitch_app.services.project.sweeping import sweep

log = logging.getLogger(__name__)

LOOK_S = 0.2
"""How soon a new job, or the wish to cancel one, is noticed."""
CANCEL_GRACE_S = 2.0
"""A cancelled job ends after this time even where its server keeps the worker waiting."""

AFTER_MISTAKE_S = 5.0
"""Until the engine looks again after an error that it does not know."""

END_GRACE_S = 1.0
"""For requests on their way when the program ends. Longer silences are cut off: what became of a
prompt that was just being sent is found out at the next start."""


class MovesRuns(Protocol):
    """See `services.runs.advancing.RunAdvancing`."""

    def look(self, open_jobs: Collection[JobRecord]) -> bool: ...

    def stop(self) -> None: ...


class JobEngine:
    """Holds the project's lock while it runs. Start it from one thread; stop it from any."""

    def __init__(
        self,
        project: Project,
        walk: TakeWalk,
        deciding: Deciding,
        dispatching: Dispatching,
        runs: MovesRuns,
        who: str,
    ) -> None:
        """`who` names this program to others that find the project locked."""
        self._project = project
        self._walk = walk
        self._deciding = deciding
        self._dispatching = dispatching
        self._runs = runs
        self._who = who
        self._lock = EngineLock(project.folder)
        self._stop = threading.Event()
        self._workers: dict[str, ServerWorker] = {}
        self._seen: tuple[int, tuple[JobRecord, ...]] | None = None
        """The project's `data_version` and its open jobs then."""
        self._thread: threading.Thread | None = None

    @property
    def lock(self) -> EngineLock:
        return self._lock

    def run(self, on_look: Callable[[], object] | None = None) -> None:
        """Work until no job is open, or `stop`. Raises ProjectBusy where another engine works.

        `on_look` is called several times a second on this thread; what it raises stops the engine.
        """
        self._lock.acquire(self._who)
        try:
            sweep(self._project)
            self._stop.clear()
            self._look_after_jobs(on_look, until_idle=True)
        finally:
            self._suspend_all()
            self._lock.release()

    def start(self) -> None:
        """Work in the background until `stop`, also on jobs that come later. Raises ProjectBusy."""
        self._lock.acquire(self._who)
        self._stop.clear()
        self._thread = threading.Thread(target=self._background, name="job engine")
        self._thread.start()

    def drop(self, job_id: int) -> None:
        """End a job that is not wanted any more and that no engine runs; no other job is touched.

        Its server is asked to take the prompt back, if it got there: seconds at most. A job that
        has ended stays as it is. Raises ProjectBusy where an engine works: that one ends it.
        """
        self._lock.acquire(self._who)
        try:
            job = self._project.store.jobs.get(job_id)
            if job.state.is_open:
                self._walk.take_back(job_id)
                self._deciding.end(job, JobState.CANCELLED)
        finally:
            self._lock.release()

    def stop(self) -> None:
        """Leave running jobs to their servers; the next start follows them again. Idempotent."""
        self._stop.set()
        thread = self._thread  # another thread may be stopping it too
        if thread is not None:
            thread.join()
            self._thread = None

    def _background(self) -> None:
        try:
            sweep(self._project)
            while not self._stop.is_set():
                try:
                    self._look_after_jobs(None, until_idle=False)
                except StorageError as error:  # a busy or full disk passes: the engine stays
                    log.warning("the project's jobs cannot be read: %s", error)
                    self._stop.wait(LOOK_S)
                except Exception:  # nobody would start it again, and jobs would stand still
                    log.exception("the engine goes on")
                    self._stop.wait(AFTER_MISTAKE_S)
        finally:
            self._suspend_all()
            self._lock.release()

    def _look_after_jobs(self, on_look: Callable[[], object] | None, *, until_idle: bool) -> None:
        while not self._stop.is_set():
            jobs = self._open_jobs()
            if self._pass_on_cancels(jobs) or self._give_out(jobs):
                self._seen = None
                jobs = self._open_jobs()
            self._staff(jobs)
            has_runs = self._runs.look(jobs)
            if until_idle and not jobs and not self._workers and not has_runs:
                return
            if on_look is not None:
                on_look()
                self._seen = None  # it may have written on this very connection
            self._stop.wait(LOOK_S)

    def _open_jobs(self) -> tuple[JobRecord, ...]:
        """Read anew only where another thread or program wrote, or this one forgot them."""
        version = self._project.store.data_version()
        if self._seen is None or self._seen[0] != version:
            self._seen = version, self._project.store.jobs.list(open_only=True)
        return self._seen[1]

    def _pass_on_cancels(self, jobs: tuple[JobRecord, ...]) -> bool:
        """Whether any has ended by it."""
        has_ended = False
        for job in jobs:
            if not job.cancel_requested:
                continue
            worker = self._workers.get(job.server_url)
            asked_s = worker.cancel(job.id) if worker is not None else None
            if asked_s is None:
                if job.state is JobState.QUEUED:  # behind another one: nothing to take back
                    self._deciding.end(job, JobState.CANCELLED)
                    has_ended = True
            elif self._walk.is_confirming_cancel(job.id):  # it ends when its node does
                continue
            elif asked_s > CANCEL_GRACE_S:  # the worker takes the prompt back once it is free
                self._deciding.end(job, JobState.CANCELLED)
                has_ended = True
                assert worker is not None
                worker.abort()
        return has_ended

    def _give_out(self, jobs: tuple[JobRecord, ...]) -> bool:
        """Jobs that any server will do go to one, or away from one that does not answer.

        Whether any went.
        """
        if not any(job.any_server for job in jobs):
            return False
        self._seen = None  # what keeps them waiting is noted
        found = self._dispatching.look(jobs, self._recall)
        for job_id, server in found.given.items():
            self._project.store.jobs.assign(job_id, server)
        for job, problem in found.refused:
            self._deciding.end(job, JobState.FAILED, problem=problem)
        if found.given:
            self._project.publish(Changes(jobs=True))
        return bool(found.given or found.refused)

    def _recall(self, job: JobRecord) -> None:
        worker = self._workers.get(job.server_url)

        def give_up() -> None:
            self._project.store.jobs.assign(job.id, ANY_SERVER)

        if worker is None:
            give_up()
        else:
            worker.unless_begun(job.id, give_up)

    def _staff(self, jobs: tuple[JobRecord, ...]) -> None:
        for server in [url for url, worker in self._workers.items() if not worker.is_alive]:
            del self._workers[server]
        for server in {job.server_url for job in jobs} - {ANY_SERVER, *self._workers}:
            worker = ServerWorker(
                server, self._project, self._walk, self._deciding, self._dispatching.take_back
            )
            self._workers[server] = worker
            worker.start()

    def _suspend_all(self) -> None:
        self._seen = None
        self._dispatching.stop()
        for worker in self._workers.values():
            worker.suspend()
        self._runs.stop()
        until = time.monotonic() + END_GRACE_S
        for worker in self._workers.values():
            worker.join(max(0.0, until - time.monotonic()))
        for worker in self._workers.values():
            worker.abort()
        for worker in self._workers.values():
            worker.join()
        self._workers.clear()
