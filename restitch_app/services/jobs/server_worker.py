"""Works off the open jobs of one server, one after the other, as ComfyUI itself does."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

from restitch_app.comfy.errors import ComfyError, JobLost
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import (
    JobCancelled,
    JobSuspended,
    RestitchError,
    StorageError,
)
from restitch_app.domain.jobs import JobProblem, JobRecord, JobState
from restitch_app.domain.progress import JobContext, Progress
from restitch_app.services.jobs.deciding import Deciding
from restitch_app.services.jobs.takes import TakeWalk
from restitch_app.services.project.project import Project

log = logging.getLogger(__name__)

TakeBack = Callable[[int, RestitchError], bool]
"""(job id, what went wrong) -> whether it is no longer this server's."""

FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 30.0
NOTE_EVERY_S = 0.5
"""Between two progress notes of one stage: each waits for the disk."""


class ServerWorker:
    """A thread that ends when the server has no open job left."""

    def __init__(
        self,
        server_url: str,
        project: Project,
        walk: TakeWalk,
        deciding: Deciding,
        take_back: TakeBack,
    ) -> None:
        """`take_back` is asked whether a job that failed here may go to another server."""
        self._server_url = server_url
        self._project = project
        self._walk = walk
        self._deciding = deciding
        self._take_back = take_back
        self._lock = threading.Lock()
        self._job_id: int | None = None
        self._ctx: JobContext | None = None
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._work, name=f"server {server_url}")

        self._cancelled_at: float | None = None

    @property
    def is_alive(self) -> bool:
        return self._thread.is_alive()

    def start(self) -> None:
        self._thread.start()

    def join(self, timeout_s: float | None = None) -> None:
        """Wait for the thread's end; see `is_alive` for whether it came."""
        self._thread.join(timeout_s)

    def abort(self) -> None:
        """Wait no longer for an answer of the server that keeps a stopped job from ending."""
        with self._lock:
            job_id = self._job_id
        if job_id is not None:
            self._walk.abort(job_id)

    def cancel(self, job_id: int) -> float | None:
        """Seconds since the worker was first asked to drop this job; None when it is not on it."""
        with self._lock:
            if self._job_id != job_id or self._ctx is None:
                return None
            self._ctx.cancel()
            self._cancelled_at = self._cancelled_at or time.monotonic()
            return time.monotonic() - self._cancelled_at

    def unless_begun(self, job_id: int, act: Callable[[], object]) -> None:
        """Do this now, or not at all where the worker has the job in hand."""
        with self._lock:
            if self._job_id != job_id:
                act()

    def suspend(self) -> None:
        with self._lock:
            self._stopping.set()
            if self._ctx is not None:
                self._ctx.suspend()

    def _work(self) -> None:
        while True:
            try:
                begun = self._begin()
                if begun is None:
                    return
                self._finish(*begun)
            except JobSuspended:
                return
            except StorageError as error:  # the project itself cannot be written: nothing is lost
                log.warning("jobs of %s cannot be noted: %s", self._server_url, error)
                if self._stopping.wait(FIRST_WAIT_S):
                    return
            except Exception:
                log.exception("jobs of %s", self._server_url)
                if self._stopping.wait(LONGEST_WAIT_S):
                    return
            finally:
                with self._lock:
                    self._job_id = self._ctx = self._cancelled_at = None

    def _begin(self) -> tuple[JobRecord, JobContext] | None:
        """Found and taken in one: a cancel finds the job either waiting or here, never between."""
        with self._lock:
            job = self._project.store.jobs.next_open(self._server_url)
            if job is None or self._stopping.is_set():
                return None
            self._job_id, self._ctx = job.id, JobContext(_Notes(self._project, job.id))
            if job.cancel_requested:
                self._ctx.cancel()
            return job, self._ctx

    def _finish(self, job: JobRecord, ctx: JobContext) -> None:
        """Bring the job to an end, waiting as long as it takes for what may come back."""
        wait_s = FIRST_WAIT_S
        while True:
            job = self._project.store.jobs.get(job.id)
            try:
                ctx.progress(job.stage)
                self._walk.walk(job, ctx)
            except JobCancelled:
                self._drop(job.id)
            except RestitchError as error:
                if self._project.store.jobs.get(job.id).cancel_requested:
                    self._drop(job.id)
                    return
                if self._stopping.is_set() and _may_pass(error):  # we hung up, not the server
                    raise JobSuspended from error
                if self._take_back(job.id, error):
                    return
                if not _may_pass(error):
                    state = JobState.LOST if isinstance(error, JobLost) else JobState.FAILED
                    self._end(job.id, state, error)
                    return
                self._note_waiting(job, error)
                try:
                    ctx.wait(wait_s)
                except JobCancelled:
                    continue  # dropped at the top of the loop
                wait_s = min(2 * wait_s, LONGEST_WAIT_S)
                continue
            except JobSuspended:
                raise
            except Exception as error:
                log.exception("job %s failed", job.id)
                self._end(job.id, JobState.FAILED, _our_fault(error))
            return

    def _drop(self, job_id: int) -> None:
        self._walk.take_back(job_id, self._stopping)
        self._end(job_id, JobState.CANCELLED)

    def _end(self, job_id: int, state: JobState, error: RestitchError | None = None) -> None:
        """Where choosing among the takes goes wrong the job ends without: it would be tried again
        and again, and the server's other jobs would wait behind it."""
        job = self._project.store.jobs.get(job_id)
        problem = problem_of(error) if error else None
        try:
            self._deciding.end(job, state, problem=problem)
        except StorageError:
            raise
        except Exception:
            log.exception("job %s is ended without choosing among its takes", job_id)
            if self._project.store.jobs.get(job_id).state.is_open:
                self._project.store.jobs.move(job_id, state, problem=problem, waiting_since=None)
            self._project.publish(Changes(segments=frozenset({job.sequence_index}), jobs=True))

    def _note_waiting(self, job: JobRecord, error: RestitchError) -> None:
        log.info("job %s waits: %s", job.id, error)
        since = job.waiting_since or datetime.now(UTC).isoformat(timespec="seconds")
        self._project.store.jobs.note_waiting(job.id, since, problem_of(error))
        self._project.publish(Changes(jobs=True))


class _Notes:
    """Writes progress into the job's row, no more often than people can read."""

    def __init__(self, project: Project, job_id: int) -> None:
        self._project = project
        self._job_id = job_id
        self._stage = ""
        self._noted_at = 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.stage == self._stage and now - self._noted_at < NOTE_EVERY_S:
            return
        self._stage, self._noted_at = progress.stage, now
        jobs = self._project.store.jobs
        jobs.note_progress(self._job_id, progress.stage, progress.done, progress.total)
        self._project.publish(Changes(jobs=True))


def problem_of(error: RestitchError) -> JobProblem:
    return JobProblem(error.code, error.title, error.detail, error.hint)


def _may_pass(error: RestitchError) -> bool:
    """A server that is away may come back, and a full disk be emptied: nothing is thrown away."""
    if isinstance(error, ComfyError):
        return error.retryable
    return isinstance(error, StorageError)


def _our_fault(error: Exception) -> RestitchError:
    return RestitchError(
        "Restitch made a mistake",
        f"{type(error).__name__}: {error}. The old version is still in the scene",
        "Try again; the log has the details",
    )
