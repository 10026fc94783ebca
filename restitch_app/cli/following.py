"""Runs jobs while a person watches, or watches whoever else runs them."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from restitch_app.cli.failures import Stopped
from restitch_app.cli.output import typed
from restitch_app.cli.shell import Shell
from restitch_app.domain.errors import ProjectBusy, RestitchError, StorageError
from restitch_app.domain.jobs import JobRecord, JobState
from restitch_app.domain.progress import Progress

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench

LOOK_S = 0.3
PATIENCE_S = 60.0
CALM_S = 5.0
"""A job that has not waited for so long gets on, even where nothing of it changes."""


Work = Callable[[Callable[[], object]], None]
"""Handed the look at the jobs that are followed. Raises ProjectBusy where an engine works."""


class Followed(Protocol):
    """What a person waits for."""

    def jobs(self) -> tuple[JobRecord, ...]:
        """Those that belong to it now."""
        ...

    def is_over(self, jobs: Sequence[JobRecord]) -> bool: ...

    @property
    def stage(self) -> str:
        """What is told while no job is open."""
        ...


class ServerSilent(RestitchError):
    """The server has not answered for as long as the reviewer wanted to wait."""

    code = "server_silent"


class _Ended(Exception):
    """The jobs that are followed have ended; others may still be open."""


class _SomeJobs:
    def __init__(self, bench: Workbench, job_ids: Sequence[int]) -> None:
        self._bench = bench
        self._job_ids = tuple(job_ids)

    def jobs(self) -> tuple[JobRecord, ...]:
        return tuple(self._bench.overview.job(job_id) for job_id in self._job_ids)

    def is_over(self, jobs: Sequence[JobRecord]) -> bool:
        return not any(job.state.is_open for job in jobs)

    @property
    def stage(self) -> str:
        return ""


class Following:
    """Follows some jobs of one project, or a run, until they have ended."""

    def __init__(
        self,
        bench: Workbench,
        shell: Shell,
        followed: Sequence[int] | Followed,
        patience_s: float,
        work: Work | None = None,
    ) -> None:
        """`followed`: ids of jobs, or what says which belong to it.

        `work`: what is done where nobody has the project; None: run its jobs.
        """
        self._bench = bench
        self._shell = shell
        self._followed: Followed = (
            _SomeJobs(bench, followed) if isinstance(followed, Sequence) else followed
        )
        self._patience_s = patience_s
        self._work = work or bench.engine.run
        self._interrupted: Callable[[], bool] = lambda: False
        self._progress = ProgressSeen()
        self._silent_since: dict[int, float] = {}
        self._waited_at: dict[int, float] = {}
        self._told_holder = False

    def until_ended(self) -> tuple[JobRecord, ...]:
        """The jobs as they ended. Whoever holds the project runs them: this program if nobody does.

        Raises ServerSilent, and Stopped on Ctrl-C; the jobs then stay open in the project.
        """
        with _noticing_interrupt() as self._interrupted:
            while not self._followed.is_over(self._jobs()):
                try:
                    self._work(self._look)
                except _Ended:
                    break
                except ProjectBusy:
                    self._watch_the_holder()
        return self._jobs()

    def _watch_the_holder(self) -> None:
        if not self._told_holder:
            self._told_holder = True
            holder = self._bench.engine.lock.holder()
            self._shell.note(f"{holder} has the project and runs its jobs; following them.")
        try:
            self._look()
        except _Ended:
            return
        time.sleep(LOOK_S)

    def _look(self) -> None:
        jobs = self._jobs()
        still_open = [job for job in jobs if job.state.is_open]
        if self._interrupted():
            raise Stopped("Stopped", self._what_stays(still_open), self._how_to_go_on())
        if self._followed.is_over(jobs):
            raise _Ended
        if not still_open:
            self._shell.progress(Progress(self._followed.stage, 0, 0))
            return
        shown = max(still_open, key=lambda job: job.state is not JobState.QUEUED)
        self._shell.progress(self._worded(shown))
        all_open = self._bench.jobs.open()
        moved = {job.id for job in all_open if self._progress.is_new(job)}
        for job in still_open:
            waiting = _held_up_by(job, all_open)
            if self._has_waited_s(job, waiting, moved) >= self._patience_s or _wants_key(waiting):
                raise self._impatience(still_open, job, waiting)

    def _has_waited_s(self, job: JobRecord, waiting: JobRecord, moved: Set[int]) -> float:
        """Since the last real progress; tries that come to nothing are none.

        `waiting`: the job itself, or the one before it on the same server.
        """
        now = time.monotonic()
        if waiting.waiting_since is not None:
            self._waited_at[job.id] = now
        is_calm = now - self._waited_at.get(job.id, -CALM_S) >= CALM_S
        if is_calm or waiting.id in moved or job.id not in self._silent_since:
            self._silent_since[job.id] = now
        return now - self._silent_since[job.id] if waiting.waiting_since is not None else 0.0

    def _impatience(
        self, still_open: Sequence[JobRecord], job: JobRecord, waiting: JobRecord
    ) -> RestitchError:
        problem = waiting.problem
        if problem is not None and problem.code == StorageError.code:
            return StorageError(
                problem.title,
                f"{problem.detail}. {self._what_stays(still_open)}",
                f"{problem.hint}: {typed('jobs', self._bench.project.folder, '--resume')}",
            )
        if problem is not None and _wants_key(waiting):
            return ServerSilent(
                f"{problem.title}: {waiting.server_url}",
                f"{problem.detail}. {self._what_stays(still_open)}",
                f"{_how_to_give_key(waiting.server_url)}. {self._how_to_go_on()}",
            )
        reason = f"{problem.title}: {problem.detail}" if problem else job.server_url
        who = f"{job.server_url} has not answered" if job.server_url else "No server took the job"
        return ServerSilent(
            f"{who} for {self._patience_s:g} s",
            f"{reason}. {self._what_stays(still_open)}",
            self._how_to_go_on(),
        )

    def _what_stays(self, jobs: Sequence[JobRecord]) -> str:
        names = ", ".join(f"job {job.id} ({job.name.lower()})" for job in jobs)
        return f"Still in the project: {names}" if names else "Nothing was left open"

    def _how_to_go_on(self) -> str:
        jobs = typed("jobs", self._bench.project.folder)
        return f"Go on with: {jobs} --resume. Give one up with: {jobs} --cancel NUMBER"

    def _worded(self, job: JobRecord) -> Progress:
        take = f", take {job.take} of {job.takes}" if job.takes > 1 else ""
        name = f"{job.name}{take}"
        moved = self._silent_since.get(job.id, 0.0)
        if job.waiting_since is not None and time.monotonic() - moved > LOOK_S:
            why = job.problem.title if job.problem else "no answer"
            if job.problem is not None and job.problem.code == StorageError.code:
                return Progress(f"{name}: waiting ({why})", 0, 0)
            if _wants_key(job):
                why = f"{why}; {_how_to_give_key(job.server_url)}"
            return Progress(f"{name}: waiting for {job.server_url or 'a server'} ({why})", 0, 0)
        return Progress(f"{name}: {job.stage or job.state.value}", job.done, job.total)

    def _jobs(self) -> tuple[JobRecord, ...]:
        return self._followed.jobs()


class ProgressSeen:
    """Tells a job that gets on from one that tries the same again and again."""

    def __init__(self) -> None:
        self._most_done: dict[tuple[object, ...], int] = {}

    def is_new(self, job: JobRecord) -> bool:
        """Whether the job is where it never was before."""
        place = (job.id, job.state, job.stage)
        most = self._most_done.get(place, -1)
        self._most_done[place] = max(most, job.done)
        return job.done > most


def _wants_key(job: JobRecord) -> bool:
    """No patience brings the key."""
    from restitch_app.services.servers.keys import WANTS_KEY

    is_refused = job.problem is not None and job.problem.code == WANTS_KEY
    return is_refused and job.waiting_since is not None


def _how_to_give_key(url: str) -> str:
    from restitch_app.services.servers.keys import variable_of

    return f"Give it with: restitch servers add {url} --key-stdin, or set {variable_of(url)}"


def _held_up_by(job: JobRecord, all_open: Sequence[JobRecord]) -> JobRecord:
    """A queued job stands still while another one waits for the same server."""
    if job.state is not JobState.QUEUED:
        return job
    others = (one for one in all_open if one.server_url == job.server_url and one.waiting_since)
    return next(others, job)


@contextmanager
def _noticing_interrupt() -> Iterator[Callable[[], bool]]:
    """Ctrl-C sets a flag instead of breaking into whatever runs, a database write for example.

    A second one breaks in. Only the main thread gets signals: elsewhere this does nothing.
    """
    pressed = False

    def note(_number: int, _frame: object) -> None:
        nonlocal pressed
        if pressed:
            raise KeyboardInterrupt
        pressed = True

    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    earlier = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: pressed
    finally:
        signal.signal(signal.SIGINT, earlier)
