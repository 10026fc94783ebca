"""Lets the window go on until it shows what is waited for, without a person at it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEventLoop, QTimer

from restitch_app.domain.errors import RestitchError

LOOK_MS = 20
PATIENCE_S = 240.0
LEAST_TURNS = 4
"""Of the event loop: on a busy computer one turn may take all the time, and what it changed is laid
out in the next."""


class TourStuck(RestitchError):
    """The window did not come to the state that was waited for."""

    code = "tour_stuck"


def wait_until(holds: Callable[[], bool], what: str, patience_s: float = PATIENCE_S) -> None:
    """On the GUI thread. Raises TourStuck, naming `what`, when it does not come about in time."""
    limit = time.monotonic() + patience_s
    for _ in _looks():
        if holds():
            return
        if time.monotonic() > limit:
            raise TourStuck("The window could not be photographed", f"Waited in vain until {what}")


def let_settle(seconds: float) -> None:
    """For what has no end to wait for: pictures of neighbouring frames, thumbnails."""
    until = time.monotonic() + seconds
    for turn, _ in enumerate(_looks()):
        if turn >= LEAST_TURNS and time.monotonic() >= until:
            return


def _looks() -> Iterator[None]:
    """Runs the event loop between the looks. A plain wait would keep Python's threads out."""
    while True:
        yield
        loop = QEventLoop()
        QTimer.singleShot(LOOK_MS, loop.quit)
        loop.exec()
