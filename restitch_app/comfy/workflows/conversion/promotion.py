"""Values that a subgraph's node in the editor gives to widgets inside the subgraph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from restitch_app.comfy.loose import as_array
from restitch_app.comfy.workflows.conversion.editor_graph import (
    EditorNode,
    EditorWorkflow,
    Slot,
    Subgraph,
)
from restitch_app.comfy.workflows.conversion.widget_values import CONTROL_WORDS

Proxy = tuple[str, str]
"""A node inside a subgraph, and one of its widgets."""
K = TypeVar("K")

_OWN = "-1"
"""In place of a node inside: the widget is one of the subgraph's own inputs."""


class Promotion:
    """Knows, for all subgraphs of a workflow, which of their inputs are widgets."""

    def __init__(self, workflow: EditorWorkflow) -> None:
        self._subgraphs = workflow.subgraphs
        self._widgets: dict[str, frozenset[int]] = {}
        for subgraph in workflow.subgraphs.values():
            self._widget_inputs(subgraph)

    def of(
        self, node: EditorNode, subgraph: Subgraph, given: Mapping[Proxy, object]
    ) -> tuple[dict[int, object], dict[Proxy, object]]:
        """Values by the number of the subgraph's input, and by node and widget inside.

        What the node does not say is in neither: then the widget inside has its own value. `node`:
        with its inputs in the subgraph's order. `given`: what the nodes around it say of it.
        """
        inputs: dict[int, object] = {}
        widgets: dict[Proxy, object] = {}
        proxies = _proxies(node)
        if proxies and len(proxies) == len(node.values):
            self._share_out(zip(proxies, node.values, strict=True), subgraph, inputs, widgets)
        else:
            inputs.update(_placed(node, self._of_node(node, subgraph)))
        for number in self._of_node(node, subgraph):
            name = subgraph.inputs[number].name
            inputs[number] = node.named_values.get(name, inputs.get(number))
        mine = [((_OWN, widget), value) for (inside, widget), value in given.items()
                if inside == node.id]  # fmt: skip
        self._share_out(mine, subgraph, inputs, widgets)
        for (_, widget), value in mine:  # shown by this node for a widget it only shows itself
            widgets.update({proxy: value for proxy in proxies if proxy[1] == widget})
        return _said(inputs), _said(widgets)

    def _share_out(
        self,
        shown: Iterable[tuple[Proxy, object]],
        subgraph: Subgraph,
        inputs: dict[int, object],
        widgets: dict[Proxy, object],
    ) -> None:
        """A widget that the node shows belongs to an input of the subgraph, or is one inside."""
        names = {slot.name: number for number, slot in reversed([*enumerate(subgraph.inputs)])}
        fed = _fed(subgraph)
        for (inside, widget), value in shown:
            number = names.get(widget) if inside == _OWN else fed.get((inside, widget))
            if number is not None:
                inputs[number] = value
            elif inside != _OWN:
                widgets[(inside, widget)] = value

    def _of_node(self, node: EditorNode, subgraph: Subgraph) -> list[int]:
        """Numbers of the inputs that are widgets, in the order of the definition."""
        known = self._widgets.get(subgraph.id, frozenset())
        return [
            number
            for number, slot in enumerate(node.inputs)
            if number in known or slot.widget is not None
        ]

    def _widget_inputs(self, subgraph: Subgraph) -> frozenset[int]:
        """Inputs that end in a widget, be it subgraphs deeper. Looks at each subgraph once."""
        if subgraph.id in self._widgets:
            return self._widgets[subgraph.id]
        self._widgets[subgraph.id] = frozenset()  # for one that contains itself
        found = {
            number
            for number, ends in subgraph.ends.items()
            for inner, slot in ends
            if slot.widget is not None or self._ends_in_widget(inner, slot)
        }
        self._widgets[subgraph.id] = frozenset(found)
        return self._widgets[subgraph.id]

    def _ends_in_widget(self, inner: EditorNode, slot: Slot) -> bool:
        deeper = self._subgraphs.get(inner.class_name)
        if deeper is None:
            return False
        names = [one.name for one in deeper.inputs]
        return slot.name in names and names.index(slot.name) in self._widget_inputs(deeper)


def in_order_of(node: EditorNode, subgraph: Subgraph) -> EditorNode:
    """The node with one input for every input of its subgraph: files leave out unused ones."""
    left = list(node.inputs)
    inputs = []
    for wanted in subgraph.inputs:
        same_name = [slot for slot in left if slot.name == wanted.name]
        same_type = [slot for slot in same_name if slot.type == wanted.type]
        found = next(iter(same_type or same_name), None)
        if found is not None:
            left.remove(found)
        inputs.append(found or Slot(wanted.name, wanted.type))
    return replace(
        node,
        title=node.title or subgraph.name,
        inputs=tuple(inputs),
        outputs=node.outputs or subgraph.outputs,
    )


def _placed(node: EditorNode, widgets: list[int]) -> dict[int, object]:
    """One value for every promoted input, in the order of the definition.

    Some files have one more after each value that the editor changes by itself.
    """
    values = list(node.values)
    if len(values) > len(widgets):
        values = [
            value
            for before, value in zip([None, *values], values, strict=False)
            if not (isinstance(value, str) and value in CONTROL_WORDS and _is_number(before))
        ]
    return dict(zip(widgets, values, strict=False))


def _fed(subgraph: Subgraph) -> dict[Proxy, int]:
    """Which input of the subgraph feeds an input inside."""
    return {
        (inner.id, slot.widget or slot.name): number
        for number, ends in subgraph.ends.items()
        for inner, slot in ends
    }


def _said(values: dict[K, object]) -> dict[K, object]:
    return {key: value for key, value in values.items() if value is not None}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _proxies(node: EditorNode) -> list[Proxy]:
    pairs = map(as_array, as_array(node.properties.get("proxyWidgets")))
    return [(str(pair[0]), str(pair[1])) for pair in pairs if len(pair) >= 2]
