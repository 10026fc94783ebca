"""The window's thread pools."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThreadPool

from restitch_app.bridge.giving_back import GivingBack
from restitch_app.bridge.job_runner import JobRunner

SHUT_DOWN_MS = 10_000
FOR_GOOD_MS = -1


class Runners(QObject):
    """`desk`: short reads, one after the other.
    `decisions`: what changes the project, in the order it was asked for.
    `pixels`: what decodes, measures, copies or encodes, two at a time.
    `network`: questions to servers, a few at a time: a silent one holds up nothing else.
    `own`: what this computer keeps for itself, as its list of servers, in the order it was asked
    for; the system's keyring may ask its user first.
    `idle`: what can wait until nobody needs the computer, one after the other.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = JobRunner(_pool(self, 1), self)
        self.decisions = JobRunner(_pool(self, 1), self)
        self.pixels = JobRunner(_pool(self, 2), self)
        self.network = JobRunner(_pool(self, 3), self)
        self.own = JobRunner(_pool(self, 1), self)
        self.idle = JobRunner(_pool(self, 1), self)

        self._all = (
            self.idle,
            self.pixels,
            self.decisions,
            self.own,
            self.network,
            self.desk,
        )
        self._giving_back = GivingBack(self.pixels, self.idle, self)

    def shut_down(self) -> bool:
        """Cancel all work and wait for it. False when some did not stop in time."""
        stopped = [runner.shut_down(SHUT_DOWN_MS) for runner in self._all]
        return all(stopped)


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
