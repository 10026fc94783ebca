"""Values that a subgraph's node in the editor gives to widgets inside the subgraph."""

from __future__ import annotations

from dataclasses import replace

from restitch_app.comfy.loose import as_array
from restitch_app.comfy.workflows.conversion.editor_graph import (
    FROM_OUTSIDE,
    EditorNode,
    EditorWorkflow,
    Slot,
    Subgraph,
)
from restitch_app.comfy.workflows.conversion.widget_values import CONTROL_WORDS

_WIDGET_TYPES = frozenset({"INT", "FLOAT", "STRING", "BOOLEAN", "COMBO"})


class Promotion:
    """Knows, for all subgraphs of a workflow, which of their inputs are widgets."""

    def __init__(self, workflow: EditorWorkflow) -> None:
        self._subgraphs = workflow.subgraphs
        self._widgets: dict[str, frozenset[int]] = {}
        for subgraph in workflow.subgraphs.values():
            self._widget_inputs(subgraph)

    def values(self, node: EditorNode, subgraph: Subgraph) -> dict[int, object]:
        """By the number of the subgraph's input. What the node does not say is not in it: then the
        widget inside has its own value. `node`: with its inputs in the subgraph's order.
        """
        widgets = self._of_node(node, subgraph)
        placed = {} if self._are_proxied(node, widgets) else _placed(node, widgets)
        for number, slot in enumerate(subgraph.inputs):
            if number in widgets and slot.name in node.named_values:
                placed[number] = node.named_values[slot.name]
        return {number: value for number, value in placed.items() if value is not None}

    def overrides(self, node: EditorNode, subgraph: Subgraph) -> dict[tuple[str, str], object]:
        """By node inside and widget: values of `proxyWidgets`, where the node keeps them itself."""
        if not self._are_proxied(node, self._of_node(node, subgraph)):
            return {}
        pairs = zip(_proxies(node), node.values, strict=True)
        return {proxy: value for proxy, value in pairs if value is not None}

    def _are_proxied(self, node: EditorNode, widgets: list[int]) -> bool:
        """As many values as proxies, and not as many as promoted inputs: they are the proxies'."""
        return len(node.values) == len(_proxies(node)) != len(widgets)

    def _of_node(self, node: EditorNode, subgraph: Subgraph) -> list[int]:
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
        found = set()
        for inner in subgraph.graph.nodes.values():
            for slot in inner.inputs:
                link = subgraph.graph.links.get(slot.link) if slot.link is not None else None
                if link is None or link.origin_id != FROM_OUTSIDE:
                    continue
                if slot.widget is not None or self._ends_in_widget(inner, slot):
                    found.add(link.origin_slot)
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


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _proxies(node: EditorNode) -> list[tuple[str, str]]:
    pairs = map(as_array, as_array(node.properties.get("proxyWidgets")))
    return [(str(pair[0]), str(pair[1])) for pair in pairs if len(pair) >= 2]
