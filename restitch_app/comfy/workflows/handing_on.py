"""Nodes that hand one of their inputs on unchanged: reroutes, primitives, constants, switches.

Told by what they are given rather than by a list of classes: every node pack has its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from restitch_app.domain.bindings import InputName

if TYPE_CHECKING:
    from restitch_app.comfy.workflows.graph import Graph

_PASSING_CLASSES = ("Primitive", "Reroute")
# A primitive's own value may be linked in turn.
_PASSED = ("value", "*", "input", "any", "anything", "source")
_PAIRS = (("on_true", "on_false"), ("tt_value", "ff_value"), ("if_true", "if_false"))
_SHOWING = re.compile(r"^(easy )?(show|display|preview)", re.IGNORECASE)
_SWITCHING = re.compile(r"switch|select", re.IGNORECASE)
_CONVERTING = re.compile(r"(int|float|number)s?[ _]?(to|2)[ _]?(int|float|number)", re.IGNORECASE)
# What a node that only holds a value calls it.
_HELD = {
    *("value", "int", "float", "string", "text", "number", "integer", "boolean", "bool"),
    *("seed", "prompt", "positive", "negative", "*"),
}  # fmt: skip
_ABOUT_THE_EDITOR = {"control_after_generate", "control_before_generate", "strip_newlines"}


def handed_on(graph: Graph, node_id: str) -> InputName | None:
    """The input whose value this node's output is; None for nodes that work something out."""
    inputs = graph.inputs(node_id)
    for pair in _PAIRS:
        if inputs.keys() & set(pair):
            return _of_two(graph, node_id, pair)
    name = graph.class_of(node_id)
    if name.startswith(_PASSING_CLASSES):
        names = [passed for passed in _PASSED if passed in inputs] or list(inputs)
        return InputName(node_id, names[0]) if names else None
    if _SWITCHING.search(name):
        return _of_many(graph, node_id)
    linked = [held for held in inputs if graph.link(InputName(node_id, held)) is not None]
    if (_SHOWING.search(name) or _CONVERTING.search(name)) and len(linked) == 1:
        return InputName(node_id, linked[0])
    held = [one for one in inputs if one not in _ABOUT_THE_EDITOR]
    if len(held) == 1 and held[0].lower() in _HELD:
        return InputName(node_id, held[0])
    return None


def _of_two(graph: Graph, node_id: str, pair: tuple[str, str]) -> InputName | None:
    """The one that the remaining input, a truth value, decides for."""
    inputs = graph.inputs(node_id)
    deciding = [name for name in inputs if name not in pair]
    truths = [graph.truth(InputName(node_id, name)) for name in deciding]
    known = [truth for truth in truths if truth is not None]
    if len(known) != 1:
        return None
    name = pair[0] if known[0] else pair[1]
    return InputName(node_id, name) if name in inputs else None


def _of_many(graph: Graph, node_id: str) -> InputName | None:
    """Input 2 where the one whole number says 2; without a number the first that is connected,
    as far as the node has nothing but such inputs.
    """
    inputs = graph.inputs(node_id)
    linked = [name for name in inputs if graph.link(InputName(node_id, name)) is not None]
    numbered = [name for name in linked if re.search(r"\d+$", name)]
    said = {
        name: value
        for name in inputs
        if name not in numbered and _is_whole(value := graph.literal(InputName(node_id, name)))
    }
    if len(said) == 1:
        (number,) = said.values()
        named = [name for name in numbered if _ends_in(name, number)]
        return InputName(node_id, named[0]) if len(named) == 1 else None
    if not said and numbered and len(linked) == len(inputs) == len(numbered):
        return InputName(node_id, min(numbered, key=_number))
    return None


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _number(name: str) -> int:
    return int(re.findall(r"\d+$", name)[0])


def _ends_in(name: str, number: object) -> bool:
    return _number(name) == number
