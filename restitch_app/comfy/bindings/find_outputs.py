"""Which node's file is the result."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from restitch_app.comfy.bindings import names
from restitch_app.comfy.bindings.find_sizes import RATE_NAMES
from restitch_app.comfy.bindings.reading import Reading
from restitch_app.domain.bindings import Confidence, InputName

_SAVERS = ("SaveVideo", "VHS_VideoCombine", "SaveWEBM", "SaveAnimatedWEBP", "SaveAnimatedPNG")
"""Of nodes that are alike otherwise, the earlier is rather taken."""
_SAVING = re.compile(r"save|combine|export|write|output|record", re.IGNORECASE)
_MOST_HOPS = 16
_MOVING = {"video", "webm", "webp", "gif", "animated", "combine", "movie", "mov", "mp4", "prores"}


class OutputKind(IntEnum):
    VIDEO = 0
    PASSING_VIDEO = 1
    """Goes to the server's temporary folder: gone with its next start."""
    PICTURES = 2
    """One file a frame."""


@dataclass(frozen=True, slots=True)
class Output:
    node_id: str
    kind: OutputKind
    is_sampled: bool
    """A sampler made what it saves."""
    confidence: Confidence
    reason: str


def find_outputs(reading: Reading) -> tuple[Output, ...]:
    """The best first: videos that a sampler made, of those the last in the graph.

    `reading` is of all nodes.
    """
    sampled = reading.graph.downstream(*reading.samplers)
    kinds = {
        node_id: kind for node_id in reading.used if (kind := _kind(reading, node_id)) is not None
    }
    ranked = sorted(kinds, key=lambda one: _rank(reading, one, kinds[one], one in sampled))
    equals = [
        one for one in ranked if (kinds[one], one in sampled) == _first(ranked, kinds, sampled)
    ]
    return tuple(
        Output(
            node_id,
            kinds[node_id],
            node_id in sampled,
            _confidence(node_id, kinds[node_id], node_id in sampled, equals),
            _reason(kinds[node_id], node_id in sampled),
        )
        for node_id in ranked
    )


def _first(
    ranked: list[str], kinds: dict[str, OutputKind], sampled: frozenset[str]
) -> tuple[OutputKind, bool]:
    return kinds[ranked[0]], ranked[0] in sampled


def _rank(
    reading: Reading, node_id: str, kind: OutputKind, is_sampled: bool
) -> tuple[bool, bool, OutputKind, int, int]:
    name = reading.graph.class_of(node_id)
    order = _SAVERS.index(name) if name in _SAVERS else len(_SAVERS)
    return kind is OutputKind.PICTURES, not is_sampled, kind, -_depth(reading, node_id), order


def _depth(reading: Reading, node_id: str) -> int:
    """Of the pictures that are saved: whether a node of its own makes a video of them or not."""
    graph = reading.graph
    for _ in range(_MOST_HOPS):
        pictures = reading.linked(node_id, "IMAGE")
        videos = pictures or reading.linked(node_id, "VIDEO")
        link = graph.link(graph.source(videos[0])) if videos else None
        if link is None:
            break
        node_id = link.node_id
        if pictures:
            break
    return graph.depth(node_id)


def _confidence(node_id: str, kind: OutputKind, is_sampled: bool, equals: list[str]) -> Confidence:
    if node_id not in equals or kind is OutputKind.PICTURES:
        return Confidence.UNSURE
    return Confidence.CERTAIN if is_sampled and len(equals) == 1 else Confidence.LIKELY


def _reason(kind: OutputKind, is_sampled: bool) -> str:
    what = {
        OutputKind.VIDEO: "saves a video",
        OutputKind.PASSING_VIDEO: "shows a video without keeping it",
        OutputKind.PICTURES: "saves single pictures",
    }[kind]
    return what if is_sampled else f"{what} that no sampler made"


def _kind(reading: Reading, node_id: str) -> OutputKind | None:
    """None for a node whose files are no result."""
    node_type = reading.node_type(node_id)
    takes_video = bool(reading.linked(node_id, "VIDEO"))
    if not takes_video and not reading.linked(node_id, "IMAGE"):
        return None
    if node_type is not None and not node_type.is_output_node:
        return None
    name, inputs = reading.graph.class_of(node_id), reading.graph.inputs(node_id)
    if node_type is None and not _SAVING.search(name):
        return None
    is_moving = takes_video or bool(
        set(inputs) & set(RATE_NAMES) or set(names.words(name)) & _MOVING
    )
    is_kept = reading.graph.truth(InputName(node_id, "save_output")) is not False
    is_kept = is_kept and "preview" not in name.lower()
    if is_moving:
        return OutputKind.VIDEO if is_kept else OutputKind.PASSING_VIDEO
    return OutputKind.PICTURES if is_kept and _SAVING.search(name) else None
