"""The window's thread pools."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QThreadPool

from restitch_app.bridge.giving_back import GivingBack
from restitch_app.bridge.job_runner import Job, JobRunner
from restitch_app.domain.progress import JobContext

SHUT_DOWN_MS = 10_000
FOR_GOOD_MS = -1


class Runners(QObject):
    """`desk`: short reads, one after the other.
    `decisions`: what changes the project, in the order it was asked for.
    `requests`: what asks servers before it changes the project, in the order it was asked for.
    `pixels`: what decodes, measures, copies or encodes, two at a time.
    `network`: questions to servers, a few at a time: a silent one holds up nothing else.
    `own`: what this computer keeps for itself, as its list of servers, in the order it was asked
    for; the system's keyring may ask its user first.
    `new_projects`: what makes one; whichever project is open or closes, it goes on.
    `idle`: what can wait until nobody needs the computer, one after the other.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = JobRunner(_pool(self, 1), self)
        self.decisions = JobRunner(_pool(self, 1), self)
        self.requests = JobRunner(_pool(self, 1), self)
        self.pixels = JobRunner(_pool(self, 2), self)
        self.network = JobRunner(_pool(self, 3), self)
        self.own = JobRunner(_pool(self, 1), self)
        self.new_projects = JobRunner(_pool(self, 2), self)
        self.idle = JobRunner(_pool(self, 1), self)
        self._all = (
            self.idle,
            self.new_projects,
            self.pixels,
            self.decisions,
            self.requests,
            self.own,
            self.network,
            self.desk,
        )
        self._giving_back = GivingBack(self.pixels, self.idle, self)

    def shut_down(self) -> bool:
        """Cancel all work and wait for it. False when some did not stop in time."""
        stopped = [runner.shut_down(SHUT_DOWN_MS) for runner in self._all]
        return all(stopped)

    def end(self) -> Job:
        """Cancel all work; a job of the desk then waits for it, and tells as `shut_down`. Once it
        has ended wait for the desk, before anything is deleted: its thread may still be telling.
        """
        for runner in self._all:
            runner.cancel_all()
        others = self._all[:-1]

        def wait(_ctx: JobContext) -> bool:
            until = time.monotonic() + SHUT_DOWN_MS / 1000
            waited = [runner.wait(_ms_until(until)) for runner in others]
            return all(waited)

        return self.desk.submit("Ending all work", wait)


def _ms_until(moment_s: float) -> int:
    return max(0, round(1000 * (moment_s - time.monotonic())))


def _pool(parent: QObject, threads: int) -> QThreadPool:
    """Its threads stay until the end. What a thread has for itself (a scaler with threads of its
    own, an estimator of flow, a connection to the database) is never let go before the program
    ends: threads that came and went left that behind, and "has anybody else written?" is answered
    per connection.
    """
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(threads)
    pool.setExpiryTimeout(FOR_GOOD_MS)
    return pool
