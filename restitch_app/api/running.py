"""Requests that take time, so that they can be stopped when the program ends."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from restitch_app.domain.progress import JobContext


class RunningRequests:
    """Safe on any thread."""

    def __init__(self) -> None:
        self._contexts: set[JobContext] = set()
        self._lock = threading.Lock()
        self._is_ending = False

    @contextmanager
    def context(self) -> Iterator[JobContext]:
        """For one request's work; raises JobCancelled inside it once the program ends."""
        ctx = JobContext()
        with self._lock:
            self._contexts.add(ctx)
            if self._is_ending:
                ctx.cancel()
        try:
            yield ctx
        finally:
            with self._lock:
                self._contexts.discard(ctx)

    def end(self) -> None:
        """Stop what runs and what still comes."""
        with self._lock:
            self._is_ending = True
            for ctx in self._contexts:
                ctx.cancel()
