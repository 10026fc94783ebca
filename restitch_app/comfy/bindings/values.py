"""What an input of a prompt will be, with small formulas and joined texts worked out."""

from __future__ import annotations

import re

from restitch_app.comfy.loose import as_number, as_text
from restitch_app.comfy.workflows.expression import evaluate
from restitch_app.comfy.workflows.graph import Graph, Link
from restitch_app.domain.bindings import InputName

Literal = str | int | float | bool

_MOST_NESTED = 24
_JOINED = re.compile(r"^(string|text|input|prompt)s?[_ .]?([a-z]|\d+)$", re.IGNORECASE)
_BETWEEN = ("delimiter", "separator", "seperator")


def number_at(graph: Graph, place: InputName) -> float | None:
    """What the input will be, formulas worked out; None if only the run will tell."""
    return _number_at(graph, place, {}, _MOST_NESTED)


def _number_at(
    graph: Graph, place: InputName, known: dict[Link, float | None], depth: int
) -> float | None:
    source = graph.source(place)
    link = graph.link(source)
    if link is None:
        return as_number(graph.value(source))
    if depth == 0 or expression_of(graph, link.node_id) is None:
        return None
    if link not in known:
        known[link] = None  # what a ring of formulas gets
        known[link] = _worked_out(graph, link, known, depth - 1)
    return known[link]


def _worked_out(
    graph: Graph, link: Link, known: dict[Link, float | None], depth: int
) -> float | None:
    values: dict[str, float] = {}
    for variable in variables(graph, link.node_id):
        number = _number_at(graph, variable, known, depth)
        if number is None:
            return None
        values[variable.input_name.rpartition(".")[2]] = number
    result = evaluate(expression_of(graph, link.node_id) or "", values)
    if result is None or graph.class_of(link.node_id) != "ComfyMathExpression":
        return result
    return int(result) if link.slot == 1 else result  # 0 FLOAT, 1 INT


def expression_of(graph: Graph, node_id: str) -> str | None:
    """The formula of a node that works out a number; None for any other node."""
    expression = as_text(graph.literal(InputName(node_id, "expression")))
    return expression.strip() or None


def variables(graph: Graph, math_node: str) -> tuple[InputName, ...]:
    """The inputs that a formula may name."""
    names = (name for name in graph.inputs(math_node) if name != "expression")
    places = (InputName(math_node, name) for name in names)
    return tuple(
        place for place in places if graph.link(place) is not None or _is_number(graph, place)
    )


def _is_number(graph: Graph, place: InputName) -> bool:
    return as_number(graph.value(place)) is not None


def text_at(graph: Graph, place: InputName) -> str | None:
    """The text an input will be, joined ones put together; None if only the run will tell."""
    return _text_at(graph, place, {}, _MOST_NESTED)


def _text_at(
    graph: Graph, place: InputName, known: dict[str, str | None], depth: int
) -> str | None:
    source = graph.source(place)
    link = graph.link(source)
    if link is None:
        value = graph.value(source)
        return value if isinstance(value, str) else None
    if depth == 0 or "concat" not in graph.class_of(link.node_id).lower():
        return None
    if link.node_id not in known:
        known[link.node_id] = None
        found = [_text_at(graph, part, known, depth - 1) for part in joined(graph, link.node_id)]
        texts = [text for text in found if text is not None]
        if texts and len(texts) == len(found):
            known[link.node_id] = _between(graph, link.node_id).join(texts)
    return known[link.node_id]


def joined(graph: Graph, node_id: str) -> tuple[InputName, ...]:
    """The texts that a node joins, in their order."""
    names = sorted(name for name in graph.inputs(node_id) if _JOINED.match(name))
    return tuple(InputName(node_id, name) for name in names)


def _between(graph: Graph, node_id: str) -> str:
    for name in _BETWEEN:
        text = graph.literal(InputName(node_id, name))
        if isinstance(text, str):
            return text
    return ""
