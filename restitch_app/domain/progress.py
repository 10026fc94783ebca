"""The small contract between work that takes time and whoever runs it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from restitch_app.domain.errors import JobCancelled, JobSuspended


@dataclass(frozen=True, slots=True)
class Progress:
    stage: str
    """What is happening, as the reviewer would say it: "Rendering", "Checking boundaries"."""
    done: int
    total: int
    """0 when the length is not known."""


class JobContext:
    """Lets running work report progress and notice that it should stop. Safe on any thread."""

    def __init__(self, report: Callable[[Progress], object] | None = None) -> None:
        self._report = report
        self._stopping = threading.Event()
        self._reason: type[JobCancelled | JobSuspended] | None = None
        self._deciding = threading.Lock()

    def cancel(self) -> None:
        """The work is not wanted any more; what it asked of a server is taken back."""
        self._stop(JobCancelled)

    def suspend(self) -> None:
        """The program ends; what a server renders meanwhile is fetched at the next start."""
        self._stop(JobSuspended)

    def _stop(self, reason: type[JobCancelled | JobSuspended]) -> None:
        with self._deciding:
            self._reason = self._reason or reason  # a cancel stays one while the program ends
            self._stopping.set()

    def _raise_reason(self) -> NoReturn:
        assert self._reason is not None, "set before the event is"
        raise self._reason

    def wait(self, seconds: float) -> None:
        """Sleep, but wake at once and raise JobCancelled or JobSuspended when asked to stop."""
        if self._stopping.wait(seconds):
            self._raise_reason()

    def progress(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Report how far the work is, and stop here (see `wait`) if that was asked."""
        if self._stopping.is_set():
            self._raise_reason()
        if self._report is not None:
            self._report(Progress(stage, done, total))
