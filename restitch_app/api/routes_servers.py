"""The ComfyUI servers of this computer, as they are now."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import Field

from restitch_app.api.answers import Answer
from restitch_app.api.desk import Bench, Context
from restitch_app.domain.servers import ServerState
from restitch_app.services.servers.survey import timed

router = APIRouter()


class ServerAnswer(Answer):
    url: str = Field(examples=["https://gpu-box:8443"])
    name: str
    has_key: bool = Field(description="An API key is known for it; the key is never told.")
    is_enabled: bool = Field(description="false: kept in the list, gets no jobs.")
    is_answering: bool
    problem: str | None = Field(description="Why it does not answer; null while it does.")
    running: int = Field(description="Prompts that run there, whoever sent them.")
    queued: int = Field(description="Prompts that wait there.")
    version: str | None = Field(description="ComfyUI's.", examples=["0.33.0"])
    devices: list[str]
    vram_total_bytes: int = Field(description="Of all devices; 0 where unknown.")
    vram_free_bytes: int
    node_count: int = Field(description="Node classes it offers; 0 while not asked for.")
    seconds_per_take: float | None = Field(
        description="Median of this project's finished renders there; null without one."
    )


class ServersAnswer(Answer):
    servers: list[ServerAnswer] = Field(description="In the list's order; never empty.")


@router.get("/servers", summary="ComfyUI servers and what they say of themselves")
def list_servers(bench: Bench, ctx: Context) -> ServersAnswer:
    """All are asked at once; takes some seconds where one is away."""
    states = timed(bench.servers.states(ctx), bench.project)
    return ServersAnswer(servers=[_answer(state) for state in states])


def _answer(state: ServerState) -> ServerAnswer:
    return ServerAnswer(
        url=state.server.url,
        name=state.server.name,
        has_key=state.server.has_key,
        is_enabled=state.server.is_enabled,
        is_answering=state.is_answering,
        problem=state.problem or None,
        running=state.running,
        queued=state.queued,
        version=state.version or None,
        devices=list(state.devices),
        vram_total_bytes=state.vram_total_bytes,
        vram_free_bytes=state.vram_free_bytes,
        node_count=state.node_count,
        seconds_per_take=state.seconds_per_take,
    )
