"""Whether the inputs that a reviewer chose can mean what they were chosen for."""

from __future__ import annotations

from fractions import Fraction

from restitch_app.comfy.bindings.bindings import output_candidates
from restitch_app.comfy.bindings.fill import REAL_RANGES, WHOLE_RANGES
from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.workflows.graph import Graph
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.domain.bindings import KEYS, BindingChoice, InputName
from restitch_app.domain.errors import WrongUse

_NUMBERS = frozenset((*WHOLE_RANGES, *REAL_RANGES))
_PICTURES = ("seed_frame", "end_frame")
_SHOWN = 40


def check_choice(choice: BindingChoice, prompt: JsonObject, types: NodeTypes | None) -> None:
    """Raises WrongUse for an input that is not there or holds another kind of value: a seed that
    is written into the prompt's text would be rendered without a word. `types` are a server's.
    """
    graph = Graph(prompt)
    unknown = set(choice.places) - set(KEYS)
    if unknown:
        raise WrongUse(
            f"No input is called {', '.join(sorted(unknown))}", "", f"There are {', '.join(KEYS)}"
        )
    for key, places in choice.places.items():
        for place in places:
            _check_there(graph, place)
            _check_kind(graph, key, place, types)
    if choice.output_node is not None:
        _check_output(prompt, choice.output_node, types)


def _check_there(graph: Graph, place: InputName) -> None:
    if place.input_name in graph.inputs(place.node_id):
        return
    raise WrongUse(
        f"The workflow has no input {place}",
        f"Node {place.node_id} has {', '.join(graph.inputs(place.node_id)) or 'none'}"
        if place.node_id in graph
        else f"There is no node {place.node_id}",
    )


def _check_kind(graph: Graph, key: str, place: InputName, types: NodeTypes | None) -> None:
    value = graph.value(graph.source(place))
    if key in _NUMBERS:
        fits, wanted = _may_be_number(value), "a number"
    elif key in _PICTURES:
        fits, wanted = isinstance(value, str) and not _is_prose(graph, place, types), "a picture"
    else:
        fits, wanted = isinstance(value, str | list | None), "text"
    if not fits:
        title = graph.title(place.node_id)
        raise WrongUse(
            f"{place} cannot be the {key}",
            f"{title} ▸ {place.input_name} {_held(graph, place, value)}",
            f"Choose an input that takes {wanted}",
        )


def _may_be_number(value: object) -> bool:
    """Links lead to what only a run will tell; some packs keep numbers as text."""
    if isinstance(value, str):
        try:
            Fraction(value.strip())
        except (ValueError, ZeroDivisionError):
            return False
        return True
    return value is None or (isinstance(value, int | float | list) and not isinstance(value, bool))


def _is_prose(graph: Graph, place: InputName, types: NodeTypes | None) -> bool:
    node_type = types.get(graph.class_of(place.node_id)) if types is not None else None
    declared = node_type.input(place.input_name) if node_type is not None else None
    return declared is not None and declared.is_multiline


def _held(graph: Graph, place: InputName, value: object) -> str:
    link = graph.link(place)
    if link is not None:
        return f"is connected to {graph.title(link.node_id)}"
    shown = str(value)
    return f"holds {shown}" if len(shown) <= _SHOWN else f"holds {shown[:_SHOWN]}…"


def _check_output(prompt: JsonObject, node_id: str, types: NodeTypes | None) -> None:
    graph = Graph(prompt)
    if node_id not in graph:
        raise WrongUse("The workflow has no such output node", node_id)
    outputs = [one.at.node_id for one in output_candidates(prompt, types)]
    node_type = types.get(graph.class_of(node_id)) if types is not None else None
    saves = node_type.is_output_node if node_type is not None else not graph.outputs(node_id)
    if node_id not in outputs and not saves:
        named = ", ".join(f"{one} ({graph.title(one)})" for one in outputs)
        raise WrongUse(
            f"Node {node_id} saves no video",
            f"{graph.title(node_id)} hands its result on",
            f"The outputs are {named}" if named else "",
        )
