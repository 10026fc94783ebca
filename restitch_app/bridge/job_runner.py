"""Runs services' work on a thread pool; everything the window hears arrives on the GUI thread."""

from __future__ import annotations

import ctypes
import logging
import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, SignalInstance, Slot

from restitch_app.domain.errors import JobCancelled, JobSuspended, RestitchError
from restitch_app.domain.progress import JobContext
from restitch_app.services.playback.standing_back import IN_THE_BACKGROUND, stand_back

log = logging.getLogger(__name__)
_own = threading.local()

Work = Callable[[JobContext], object]


class Job(QObject):
    """One piece of background work as the window sees it. All signals come on the GUI thread."""

    progressed = Signal(object)  # Progress
    succeeded = Signal(object)  # what the work returned
    failed = Signal(object)  # the exception; never for cancelled work
    ended = Signal()  # always, and always last

    def __init__(self, title: str, context: JobContext, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self._context = context

    @Slot()
    def cancel(self) -> None:
        self._context.cancel()


class JobRunner(QObject):
    """Make it, submit to it and shut it down on the GUI thread."""

    rested = Signal()  # no job is left, for now

    # Workers only ever emit these. The runner outlives them all, so no worker can be in the middle
    # of emitting from an object that the GUI thread is deleting (that hung 10 of 22 trial runs).
    _reported = Signal(int, object)  # job number, Progress
    _left = Signal(int, object, object)  # job number, result, exception or None

    def __init__(self, pool: QThreadPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._jobs: dict[int, tuple[Job, _Runnable, Work]] = {}
        self._unused: list[_Runnable] = []
        self._next_number = 1
        self._reported.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._left.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether any job has not ended yet."""
        return bool(self._jobs)

    def submit(self, title: str, work: Work, *, priority: int = 0) -> Job:
        """Run `work(ctx)` on the pool; higher priorities go first. Connect before returning to Qt.

        Nothing of the job is emitted before the event loop runs again.
        """
        number, self._next_number = self._next_number, self._next_number + 1
        context = JobContext(partial(self._reported.emit, number))
        job = Job(title, context, self)
        # The runnable is kept here so that what the work refers to is let go on the GUI thread:
        # 11 of 60 trial runs crashed without this.
        runnable = self._unused.pop() if self._unused else _Runnable(self._left)
        runnable.take(number, title, work, context)
        self._jobs[number] = (job, runnable, work)
        self._pool.start(runnable, priority)
        return job

    def cancel_all(self) -> None:
        for job, _, _ in self._jobs.values():
            job.cancel()

    def wait(self, wait_ms: int = -1) -> bool:
        """Until no work runs; callable on any thread but the pool's own. False when time is up."""
        return self._pool.waitForDone(wait_ms)

    def shut_down(self, wait_ms: int) -> bool:
        """Cancel everything and wait. False when some work did not stop in time."""
        self.cancel_all()
        return self.wait(wait_ms)

    @Slot(int, object)
    def _pass_on(self, number: int, progress: object) -> None:
        self._jobs[number][0].progressed.emit(progress)

    @Slot(int, object, object)
    def _finish(self, number: int, result: object, error: object) -> None:
        job, runnable, _work = self._jobs.pop(number)
        self._unused.append(runnable)
        if error is None:
            job.succeeded.emit(result)
        elif not isinstance(error, JobCancelled | JobSuspended):
            job.failed.emit(error)
        job.ended.emit()
        job.deleteLater()
        if not self._jobs:
            self.rested.emit()


class _Runnable(QRunnable):
    """Carries out one job after another: the pool keeps for good whatever it was handed once."""

    def __init__(self, left: SignalInstance) -> None:
        super().__init__()
        self.setAutoDelete(False)  # the runner keeps it
        self._left = left
        self._number = 0
        self._title = ""
        self._work: Work | None = None
        self._context: JobContext | None = None

    def take(self, number: int, title: str, work: Work, context: JobContext) -> None:
        """What the next run does. Only once the run before has told that it left."""
        self._number, self._title = number, title
        self._work, self._context = work, context

    def run(self) -> None:
        _prepare_thread()
        result, error = self._carry_out()
        self._work = self._context = None
        self._left.emit(self._number, result, error)

    def _carry_out(self) -> tuple[object, Exception | None]:
        assert self._work is not None
        assert self._context is not None
        try:
            return self._work(self._context), None
        except (JobCancelled, JobSuspended) as stopped:
            return None, _bare(stopped)
        except RestitchError as error:
            log.info("%s: %s", self._title, error)
            return None, _bare(error)
        except Exception as error:
            log.exception("%s failed", self._title)
            return None, _bare(error)


def _bare(error: Exception) -> Exception:
    """Without the frames it came through, which hold whatever the work had open: decoders with
    their threads, above all. What they tell is in the log by now."""
    link: BaseException | None = error
    while link is not None:
        link.__traceback__ = None
        link = link.__cause__ or link.__context__
    return error


def _prepare_thread() -> None:
    """Let the window go first, and what is local to this thread live as long as the thread.

    PySide gives a pool's thread a new Python thread state at every run and ends that after it: a
    database connection lived for one job only, and closing it while the state was being cleared
    crashed (Python 3.11.7, PySide6 6.11.3). One more "ensure" than "release" keeps the state.
    """
    if not hasattr(_own, "is_kept"):
        _own.is_kept = True
        stand_back(IN_THE_BACKGROUND)
        ctypes.pythonapi.PyGILState_Ensure()
