"""All that is going on behind the API, so that it can be ended together."""

from __future__ import annotations

from restitch_app.api.exports import Exports
from restitch_app.api.running import RunningRequests
from restitch_app.api.streams import Streams
from restitch_app.services.workbench import Workbench


class Underway:
    def __init__(self, bench: Workbench) -> None:
        self.requests = RunningRequests()
        self.streams = Streams(bench)
        self.exports = Exports(bench, self.streams.tell_export)

    def end(self) -> None:
        """Idempotent. Returns when the threads have ended."""
        self.requests.end()
        self.exports.end()
        self.streams.end()
