"""The small contract between work that takes time and whoever runs it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from restitch_app.domain.errors import JobCancelled


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
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def wait(self, seconds: float) -> None:
        """Sleep, but wake at once and raise JobCancelled when the work is cancelled."""
        if self._cancelled.wait(seconds):
            raise JobCancelled

    def progress(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Report how far the work is, and stop here (JobCancelled) if it was cancelled."""
        if self._cancelled.is_set():
            raise JobCancelled
        if self._report is not None:
            self._report(Progress(stage, done, total))
