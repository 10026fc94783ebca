"""Whether a ComfyUI answers, what it is, and how much it has to do."""

from __future__ import annotations

from dataclasses import dataclass

from restitch_app.comfy.server.access import NO_ACCESS, Access
from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.wire import Timeouts
from restitch_app.domain.errors import RestitchError
from restitch_app.domain.servers import Server, ServerState
from restitch_app.services.server_file import place_of

TIMEOUTS = Timeouts(connect_s=2.0, read_s=4.0, answer_s=6.0)


def ask_state(server: Server, client: ComfyClient) -> ServerState:
    """Ask once, for at most some seconds. Never raises for a server that is away."""
    try:
        facts = client.health()
        running, queued = client.queue_counts()
    except RestitchError as error:
        return away(server, error)
    return ServerState(
        server,
        is_answering=True,
        running=running,
        queued=queued,
        version=facts.version,
        devices=facts.devices,
        vram_total_bytes=facts.vram_total_bytes,
        vram_free_bytes=facts.vram_free_bytes,
    )


def away(server: Server, error: RestitchError) -> ServerState:
    return ServerState(server, is_answering=False, problem=sentence_of(error))


def sentence_of(error: RestitchError) -> str:
    return f"{error.title}. {error.detail}".strip()


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """Of an address that need not be in the list of servers. See `ServerList.state`."""

    url: str
    is_answering: bool
    running: int = 0
    queued: int = 0
    problem: str = ""
    """One sentence; empty while it answers."""

    @property
    def name(self) -> str:
        """Host and port."""
        return place_of(self.url)


def ask_server(url: str, access: Access = NO_ACCESS) -> ServerStatus:
    """Of an address without its entry in the list. `ServerList.state` knows keys and more."""
    try:
        with ComfyClient(url, timeouts=TIMEOUTS, access=access) as client:
            running, queued = client.queue_counts()
    except RestitchError as error:
        return ServerStatus(url, False, problem=sentence_of(error))
    return ServerStatus(url, True, running, queued)
