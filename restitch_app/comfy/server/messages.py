"""The frames of ComfyUI's progress socket as typed values."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass

from restitch_app.comfy.loose import JsonObject, as_array, as_count, as_object, as_text

IMAGE_FORMATS = {1: "image/jpeg", 2: "image/png"}


@dataclass(frozen=True, slots=True)
class QueueChanged:
    """Somebody's prompt came or went; sent to everybody."""


@dataclass(frozen=True, slots=True)
class Cached:
    prompt_id: str
    nodes: tuple[str, ...]
    """These will not run: their results are still there."""


@dataclass(frozen=True, slots=True)
class NodeBegan:
    prompt_id: str
    """ "" in the first message after a reconnect: the server does not say."""
    node_id: str
    display_id: str = ""
    """The node on the canvas that stands for it: of a subgraph, or one that expands into others."""


@dataclass(frozen=True, slots=True)
class NodeStep:
    prompt_id: str
    node_id: str
    value: int
    maximum: int
    display_id: str = ""


@dataclass(frozen=True, slots=True)
class PreviewImage:
    prompt_id: str
    """ "" in the old form of the frame, which carries no prompt."""
    node_id: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class PromptEnded:
    """The prompt is over one way or another; the history entry says how, now or very soon."""

    prompt_id: str


SocketMessage = QueueChanged | Cached | NodeBegan | NodeStep | PreviewImage | PromptEnded

_ENDS = ("execution_success", "execution_error", "execution_interrupted")


def parse_text(frame: str) -> tuple[SocketMessage, ...]:
    """The messages in a text frame; none for what Restitch has no use for, or junk."""
    try:
        raw = as_object(json.loads(frame))
    except (ValueError, RecursionError):  # the second for brackets without end
        return ()
    data = as_object(raw.get("data"))
    prompt_id = as_text(data.get("prompt_id"))
    match raw.get("type"):
        case "status":
            return (QueueChanged(),)
        case "execution_cached":
            return (Cached(prompt_id, tuple(map(as_text, as_array(data.get("nodes"))))),)
        case "executing" if data.get("node") is None:
            return (PromptEnded(prompt_id),)
        case "executing":
            return (
                NodeBegan(prompt_id, as_text(data.get("node")), as_text(data.get("display_node"))),
            )
        case "progress":
            node = as_text(data.get("node"))
            return (NodeStep(prompt_id, node, as_count(data["value"]), as_count(data["max"])),) if {
                "value", "max"
            } <= data.keys() else ()  # fmt: skip
        case "progress_state":
            return _steps(prompt_id, as_object(data.get("nodes")))
        case str(kind) if kind in _ENDS:
            return (PromptEnded(prompt_id),)
    return ()


def _steps(prompt_id: str, nodes: JsonObject) -> tuple[NodeStep, ...]:
    """Every node so far: this is how steps missed while the socket was down are learned."""
    states = {node_id: as_object(state) for node_id, state in nodes.items()}
    return tuple(
        NodeStep(
            prompt_id,
            node_id,
            as_count(state.get("value")),
            as_count(state.get("max")),
            as_text(state.get("display_node_id")),
        )
        for node_id, state in states.items()
    )


def parse_binary(frame: bytes) -> PreviewImage | None:
    """A preview (events 1 and 4, big-endian); None for other events and for junk."""
    if len(frame) < 8:
        return None
    event, second = struct.unpack_from(">II", frame)
    if event == 1 and second in IMAGE_FORMATS:
        return PreviewImage("", "", IMAGE_FORMATS[second], frame[8:])
    if event == 4 and 8 + second <= len(frame):
        try:
            about = as_object(json.loads(frame[8 : 8 + second]))
        except (ValueError, RecursionError):
            return None
        return PreviewImage(
            as_text(about.get("prompt_id")),
            as_text(about.get("node_id")),
            as_text(about.get("image_type")) or "image/jpeg",
            frame[8 + second :],
        )
    return None
