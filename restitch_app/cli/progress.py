"""Progress on standard error: one line that changes on a terminal, few lines in a pipe."""

from __future__ import annotations

import shutil
import time
from typing import TextIO

from restitch_app.domain.progress import Progress

REDRAW_S = 0.1
BAR_LENGTH = 20


class ProgressLine:
    """Call it with each Progress; `note` says something that stays. For one thread."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._on_terminal = stream.isatty()
        self._stage = ""
        self._shown = ""
        self._drawn_at = 0.0

    def __call__(self, progress: Progress) -> None:
        if self._on_terminal:
            self._draw(progress)
        elif progress.stage and progress.stage != self._stage:
            self._write(f"{progress.stage}\n")
        self._stage = progress.stage

    def note(self, text: str) -> None:
        """One whole line, above the line that changes."""
        self.clear()
        self._write(f"{text}\n")

    def clear(self) -> None:
        """Take the changing line away, so that what comes next starts at the left."""
        if self._shown:
            self._write("\r" + " " * len(self._shown) + "\r")
            self._shown = ""

    def _draw(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.stage == self._stage and now - self._drawn_at < REDRAW_S:
            return
        self._drawn_at = now
        text = _worded(progress)[: shutil.get_terminal_size().columns - 1]
        self._write("\r" + text.ljust(len(self._shown)))
        self._shown = text

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def _worded(progress: Progress) -> str:
    if progress.total <= 0:
        return progress.stage
    done = min(max(progress.done, 0), progress.total)
    filled = BAR_LENGTH * done // progress.total
    bar = f"{'#' * filled}{'.' * (BAR_LENGTH - filled)}"
    return f"{progress.stage} [{bar}] {progress.done}/{progress.total}"
