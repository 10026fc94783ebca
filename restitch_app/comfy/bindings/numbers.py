"""What a number of a prompt will be, small formulas worked out."""

from __future__ import annotations

from restitch_app.comfy.loose import as_number, as_text
from restitch_app.comfy.workflows.expression import evaluate
from restitch_app.comfy.workflows.graph import Graph
from restitch_app.domain.bindings import InputName

MATH = "ComfyMathExpression"


def number_at(graph: Graph, place: InputName) -> float | None:
    """What the input will be, formulas worked out; None if only the run will tell."""
    return _number_at(graph, place, 8)


def _number_at(graph: Graph, place: InputName, depth: int) -> float | None:
    source = graph.source(place)
    link = graph.link(source)
    if link is None:
        return as_number(graph.value(source))
    if graph.class_of(link.node_id) != MATH or depth == 0:
        return None
    values: dict[str, float] = {}
    for variable in variables(graph, link.node_id):
        number = _number_at(graph, variable, depth - 1)
        if number is None:
            return None
        values[variable.input_name.removeprefix("values.")] = number
    expression = as_text(graph.value(InputName(link.node_id, "expression")))
    result = evaluate(expression, values)
    return int(result) if result is not None and link.slot == 1 else result  # 0 FLOAT, 1 INT


def variables(graph: Graph, math_node: str) -> tuple[InputName, ...]:
    """The inputs that a formula names."""
    names = (name for name in graph.inputs(math_node) if name.startswith("values."))
    return tuple(InputName(math_node, name) for name in names)
