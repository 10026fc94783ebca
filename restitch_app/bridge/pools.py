"""The window's thread pools."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThreadPool

from restitch_app.bridge.job_runner import JobRunner

SHUT_DOWN_MS = 10_000
KEEP_THREADS = -1
EXPIRY_MS = 30_000


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
        # The desk keeps its one thread: "has anybody else written?" is answered per connection.
        self.desk = JobRunner(_pool(self, 1, KEEP_THREADS), self)
        self.decisions = JobRunner(_pool(self, 1, EXPIRY_MS), self)
        self.pixels = JobRunner(_pool(self, 2, EXPIRY_MS), self)
        self.network = JobRunner(_pool(self, 3, EXPIRY_MS), self)
        self.own = JobRunner(_pool(self, 1, EXPIRY_MS), self)
        self.idle = JobRunner(_pool(self, 1, EXPIRY_MS), self)

        self._all = (
            self.idle,
            self.pixels,
            self.decisions,
            self.own,
            self.network,
            self.desk,
        )

    def shut_down(self) -> bool:
        """Cancel all work and wait for it. False when some did not stop in time."""
        stopped = [runner.shut_down(SHUT_DOWN_MS) for runner in self._all]
        return all(stopped)


def _pool(parent: QObject, threads: int, expiry_ms: int) -> QThreadPool:
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(threads)
    pool.setExpiryTimeout(expiry_ms)
    return pool
