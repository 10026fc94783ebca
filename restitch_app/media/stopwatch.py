"""How long one part of a piece of work took, taken while it is done."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Stopwatch:
    """For one thread."""

    def __init__(self) -> None:
        self.seconds = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Adds what passes inside; not to be nested."""
        began = time.monotonic()
        try:
            yield
        finally:
            self.seconds += time.monotonic() - began
