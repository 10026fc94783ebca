"""Whether a ComfyUI answers, what it is, and how much it has to do."""

from __future__ import annotations

from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.wire import Timeouts
from restitch_app.domain.errors import RestitchError
from restitch_app.domain.servers import Server, ServerState

TIMEOUTS = Timeouts(connect_s=2.0, read_s=4.0, answer_s=6.0)
SILENT = "ComfyUI did not answer in time"
"""Of a server that says nothing for longer than anybody waits for it."""


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
    """Without the hint: what to do about it is said where several servers are listed."""
    return f"{error.title}. {error.detail}".strip()
