"""Servers in the few words that the header, its menu and the settings have for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from restitch_app.domain.servers import Server, ServerState
from restitch_app.ui.language.translating import mark
from restitch_app.ui.pieces.wording import counted
from restitch_app.ui.theme.tokens import ColorRole


@dataclass(frozen=True, slots=True)
class ServerWords:
    icon: str
    tone: ColorRole
    word: str
    detail: str = ""
    """Where it is and what it does; shorter in a narrow window."""
    short: str = ""


def header_words(servers: Sequence[Server], states: Sequence[ServerState]) -> ServerWords:
    """`states`: of those `servers` that were asked already."""
    if not servers:
        return ServerWords("server", "text_3", "No server", "all are turned off", "")
    if len(states) < len(servers):
        return ServerWords("server", "text_3", "ComfyUI", mark("asking"), "asking")
    there = [state for state in states if state.is_answering]
    if len(servers) == 1:
        return _of_one(states[0])
    if not there:
        return ServerWords("unplug", "visible", f"None of {len(servers)} servers answers")
    running = sum(state.running for state in there)
    queued = sum(state.queued for state in there)
    detail, short = queue_words(running, queued), short_queue_words(running, queued)
    if len(there) < len(servers):
        word = f"{len(there)} of {len(servers)} servers"
        return ServerWords("unplug", "borderline_edge", word, detail, short)
    return ServerWords("server", "smooth", f"{len(servers)} servers", detail, short)


def queue_words(running: int, queued: int) -> str:
    parts = [f"{running} running"] if running else []
    parts += [f"{queued} queued"] if queued else []
    return ", ".join(parts) or mark("idle")


def short_queue_words(running: int, queued: int) -> str:
    """ "1 + 3": as the mock-ups shorten it; a word where there is nothing to count."""
    return f"{running} + {queued}" if queued else queue_words(running, 0)


def state_word(server: Server, state: ServerState | None) -> str:
    """One or two words on whether it can be used."""
    if not server.is_enabled:
        return "Off"
    if state is None:
        return "Asking"
    return "Connected" if state.is_answering else "Not answering"


def menu_line(server: Server, state: ServerState | None) -> str:
    """ "gpu-box · 1 running, 3 queued": a line of the menu."""
    if not server.is_enabled or state is None or not state.is_answering:
        return f"{server.name} · {state_word(server, state).lower()}"
    return f"{server.name} · {queue_words(state.running, state.queued)}"


def gpu_words(state: ServerState) -> str:
    """ "NVIDIA L4 · 19 of 22 GB free"; empty where it says nothing."""
    if not state.devices:
        return ""
    name = _device_name(state.devices[0])
    if len(state.devices) > 1:
        name += f" and {counted(len(state.devices) - 1, 'more', 'more')}"
    if state.vram_total_bytes <= 0:
        return name
    free, total = (round(size / 2**30) for size in (state.vram_free_bytes, state.vram_total_bytes))
    return f"{name} · {free} of {total} GB free"


def icon_of(server: Server, state: ServerState | None) -> tuple[str, ColorRole]:
    if not server.is_enabled or state is None:
        return "server", "text_3"
    return ("server", "smooth") if state.is_answering else ("unplug", "visible")


def _of_one(state: ServerState) -> ServerWords:
    if not state.is_answering:
        return ServerWords("unplug", "visible", "ComfyUI not answering")
    name = state.server.name
    host = name.rpartition(":")[0] if name == state.server.url.partition("://")[2] else ""
    detail = f"{host or name} · {queue_words(state.running, state.queued)}"
    short = short_queue_words(state.running, state.queued)
    return ServerWords("server", "smooth", "ComfyUI connected", detail, short)


def _device_name(device: str) -> str:
    """ComfyUI writes "cuda:0 NVIDIA L4 : cudaMallocAsync"."""
    name = device.rpartition(" : ")[0] or device
    first, _, rest = name.partition(" ")
    return rest if rest and (":" in first) else name
