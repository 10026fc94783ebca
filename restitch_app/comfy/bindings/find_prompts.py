"""The texts behind a sampler's positive and negative conditioning."""

from __future__ import annotations

from collections.abc import Iterable

from restitch_app.comfy.workflows.graph import Graph
from restitch_app.domain.bindings import InputName

_TEXT_INPUTS = ("text", "prompt", "t5xxl", "clip_l")
_NO_TEXT = ("ConditioningZeroOut",)
# Of nodes that combine two, the first one is the prompt proper.
_CONDITIONING_INPUTS = ("conditioning", "conditioning_to", "conditioning_1")


def find_texts(graph: Graph, samplers: Iterable[str], side: str) -> tuple[InputName, ...]:
    """`side`: "positive" or "negative". One place for each text encoder that is reached."""
    found = (
        _text_behind(graph, _conditioning_of(graph, node_id, side), side) for node_id in samplers
    )
    return tuple(dict.fromkeys(place for place in found if place is not None))


def _conditioning_of(graph: Graph, sampler: str, side: str) -> InputName:
    """The sampler's own input, or its guider's."""
    guider = graph.link(InputName(sampler, "guider"))
    if guider is None:
        return InputName(sampler, side)
    one_sided = "conditioning" in graph.inputs(guider.node_id)  # BasicGuider: a positive alone
    return InputName(guider.node_id, "conditioning" if one_sided and side == "positive" else side)


def _text_behind(graph: Graph, place: InputName, side: str) -> InputName | None:
    seen: set[str] = set()
    while (link := graph.link(graph.source(place))) is not None and link.node_id not in seen:
        seen.add(link.node_id)
        inputs = graph.inputs(link.node_id)
        if graph.class_of(link.node_id) in _NO_TEXT:
            return None
        if "TextEncode" in graph.class_of(link.node_id):
            name = next((name for name in _TEXT_INPUTS if name in inputs), None)
            return _settled_text(graph, InputName(link.node_id, name)) if name else None
        # Nodes with two outputs of conditioning: 0 is the positive, 1 the negative.
        wanted = ("negative" if link.slot == 1 else "positive") if "positive" in inputs else ""
        names = (wanted, *_CONDITIONING_INPUTS)
        further = next((name for name in names if name in inputs), None)
        if further is None:
            return None
        place = InputName(link.node_id, further)
    return None


def _settled_text(graph: Graph, place: InputName) -> InputName:
    """Where the text is written; the encoder's own input if a node works it out."""
    source = graph.source(place)
    return source if isinstance(graph.value(source), str) else place
