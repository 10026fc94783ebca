"""Whether a ComfyUI answers, and how much it has to do."""

from __future__ import annotations

from dataclasses import dataclass

from restitch_app.comfy.loose import as_array
from restitch_app.comfy.server.wire import Limits, Timeouts, Wire
from restitch_app.domain.errors import RestitchError

TIMEOUTS = Timeouts(connect_s=2.0, read_s=4.0, answer_s=6.0)


@dataclass(frozen=True, slots=True)
class ServerStatus:
    url: str
    is_answering: bool
    running: int = 0
    queued: int = 0
    problem: str = ""
    """One sentence; empty while it answers."""

    @property
    def name(self) -> str:
        """Host and port."""
        return self.url.partition("://")[2] or self.url


def ask_server(url: str) -> ServerStatus:
    """Ask once, for at most some seconds. Never raises for a server that is away."""
    try:
        wire = Wire(url, TIMEOUTS, Limits())
        try:
            queue = wire.get_object("/queue")
        finally:
            wire.close()
    except RestitchError as error:
        return ServerStatus(url, False, problem=f"{error.title}. {error.detail}".strip())
    running = len(as_array(queue.get("queue_running")))
    return ServerStatus(url, True, running, len(as_array(queue.get("queue_pending"))))
