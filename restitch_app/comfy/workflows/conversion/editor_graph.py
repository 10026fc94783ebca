"""The editor's format as it lies in a file: nodes, links and subgraphs, in all forms it had."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from restitch_app.comfy.loose import JsonObject, as_array, as_object, as_text

FROM_OUTSIDE = "-10"
"""What a link within a subgraph comes from when it comes from the subgraph's own inputs."""
TO_OUTSIDE = "-20"
MAX_SLOTS = 1000
"""Of one node; more are not read."""


class Mode(Enum):
    ACTIVE = 0
    MUTED = 2
    BYPASSED = 4


_MODES: dict[int | None, Mode] = {mode.value: mode for mode in Mode}


@dataclass(frozen=True, slots=True)
class Slot:
    """An input or output of a node or a subgraph."""

    name: str
    type: str
    """"IMAGE", "FLOAT,INT", "*"; "COMBO" for a list of choices."""
    link: int | None = None
    """Of an input: what it is connected by."""
    links: tuple[int, ...] = ()
    """Of a subgraph's input or output: what it is connected by inside."""
    widget: str | None = None
    """Of an input that is a widget too: the widget's name."""
    is_labelled: bool = False


@dataclass(frozen=True, slots=True)
class EditorLink:
    origin_id: str
    origin_slot: int
    target_id: str
    target_slot: int


@dataclass(frozen=True, slots=True)
class EditorNode:
    id: str
    class_name: str
    """A node class, or the id of a subgraph."""
    title: str
    """As the user named it; empty where it has its class's name."""
    mode: Mode
    inputs: tuple[Slot, ...]
    outputs: tuple[Slot, ...]
    values: tuple[object, ...]
    """Of its widgets, by place; empty where they are kept by name."""
    named_values: Mapping[str, object]
    has_only_names: bool
    """True where the file keeps values by name alone (VideoHelperSuite)."""
    properties: JsonObject

    @property
    def first_value(self) -> object:
        """The value of a node with one widget; None without any."""
        if self.values:
            return self.values[0]
        return next(iter(self.named_values.values()), None)


@dataclass(frozen=True, slots=True)
class EditorGraph:
    """One level: the whole workflow, or the inside of a subgraph."""

    nodes: Mapping[str, EditorNode]
    """In the order of the file."""
    links: Mapping[int, EditorLink]


@dataclass(frozen=True, slots=True)
class Subgraph:
    id: str
    name: str
    inputs: tuple[Slot, ...]
    outputs: tuple[Slot, ...]
    graph: EditorGraph
    feeding: Mapping[int, int]
    """By output: the link inside that it gets."""
    ends: Mapping[int, tuple[tuple[EditorNode, Slot], ...]]
    """By input: the inputs of nodes inside that it feeds."""


@dataclass(frozen=True, slots=True)
class EditorWorkflow:
    graph: EditorGraph
    subgraphs: Mapping[str, Subgraph]
    broadcasts: Mapping[tuple[str, int], tuple[str, int]] = field(default_factory=dict)
    """Links that nodes such as "Anything Everywhere" add when a prompt is queued, as the editor
    last worked them out: (node, input slot) -> (node, output slot)."""


def read_editor(raw: object) -> EditorWorkflow:
    """Never raises: what is of no use is left out."""
    top = as_object(raw)
    subgraphs: dict[str, Subgraph] = {}
    waiting = [top]
    while waiting:
        definitions = as_object(waiting.pop().get("definitions"))
        for described in as_array(definitions.get("subgraphs")):
            found = _read_subgraph(as_object(described))
            if found is not None and found.id not in subgraphs:
                subgraphs[found.id] = found
                waiting.append(as_object(described))
    return EditorWorkflow(_read_graph(top), subgraphs, _read_broadcasts(top))


def _read_subgraph(raw: JsonObject) -> Subgraph | None:
    name = _identity(raw.get("id"))
    if name is None:
        return None
    graph = _read_graph(raw)
    inputs = _read_slots(raw.get("inputs"))
    outputs = _read_slots(raw.get("outputs"))
    feeding = {
        slot: number
        for slot, output in enumerate(outputs)
        for number in reversed(output.links)
        if number in graph.links
    }
    for number, link in graph.links.items():
        if link.target_id == TO_OUTSIDE:
            feeding.setdefault(link.target_slot, number)
    return Subgraph(
        id=name,
        name=as_text(raw.get("name")),
        inputs=inputs,
        outputs=outputs,
        graph=graph,
        feeding=feeding,
        ends=_ends(inputs, graph),
    )


def _ends(
    inputs: tuple[Slot, ...], graph: EditorGraph
) -> dict[int, tuple[tuple[EditorNode, Slot], ...]]:
    """In the order in which the inputs list their links, those not listed last."""
    found: dict[int, list[tuple[EditorNode, Slot]]] = {}
    for node in graph.nodes.values():
        for slot in node.inputs:
            link = graph.links.get(slot.link) if slot.link is not None else None
            if link is not None and link.origin_id == FROM_OUTSIDE:
                found.setdefault(link.origin_slot, []).append((node, slot))
    places = {link: at for one in inputs for at, link in enumerate(one.links)}
    for ends in found.values():
        ends.sort(key=lambda end: places.get(end[1].link or 0, len(places)))
    return {number: tuple(ends) for number, ends in found.items()}


def _read_graph(raw: JsonObject) -> EditorGraph:
    nodes: dict[str, EditorNode] = {}
    for described in as_array(raw.get("nodes")):
        node = _read_node(as_object(described))
        if node is not None and node.id not in nodes:
            nodes[node.id] = node
    links = dict(_read_links(raw.get("links")))
    # Files mended by hand lose entries of `links` that the nodes themselves still tell of.
    for described in as_array(raw.get("nodes")):
        for number, link in _links_by_output(as_object(described)):
            links.setdefault(number, link)
    return EditorGraph(nodes, links)


def _read_node(raw: JsonObject) -> EditorNode | None:
    node_id = _identity(raw.get("id"))
    class_name = as_text(raw.get("type"))
    if node_id is None or not class_name:
        return None
    values = raw.get("widgets_values")
    named = {**as_object(values), **as_object(raw.get("widgets_values_named"))}
    return EditorNode(
        id=node_id,
        class_name=class_name,
        title=as_text(raw.get("title")),
        mode=_MODES.get(_whole(raw.get("mode")), Mode.ACTIVE),
        inputs=_read_slots(raw.get("inputs")),
        outputs=_read_slots(raw.get("outputs")),
        values=tuple(as_array(values)),
        named_values=named,
        has_only_names=isinstance(values, dict),
        properties=as_object(raw.get("properties")),
    )


def _read_slots(raw: object) -> tuple[Slot, ...]:
    return tuple(map(_read_slot, as_array(raw)[:MAX_SLOTS]))


def _read_slot(raw: object) -> Slot:
    described = as_object(raw)
    declared = described.get("type")
    widget = described.get("widget")
    return Slot(
        name=as_text(described.get("name")),
        type="COMBO" if isinstance(declared, list) else as_text(declared) or "*",
        link=_whole(described.get("link")),
        links=_wholes(described.get("linkIds")),
        widget=(as_text(as_object(widget).get("name")) or as_text(described.get("name")))
        if isinstance(widget, dict)
        else None,
        is_labelled=bool(described.get("label")),
    )


def _read_links(raw: object) -> Iterator[tuple[int, EditorLink]]:
    """Lists [id, from, slot, to, slot, type] at the top level, objects inside subgraphs."""
    for one in raw.values() if isinstance(raw, dict) else as_array(raw):
        if isinstance(one, dict):
            names = ("id", "origin_id", "origin_slot", "target_id", "target_slot")
            parts = [one.get(name) for name in names]
        else:
            parts = as_array(one)[:5]
        if len(parts) < 5:
            continue
        number, out_of, into = _whole(parts[0]), _identity(parts[1]), _identity(parts[3])
        slot, into_slot = _whole(parts[2]), _whole(parts[4])
        if number is not None and slot is not None and out_of is not None and into is not None:
            yield number, EditorLink(out_of, slot, into, -1 if into_slot is None else into_slot)


def _links_by_output(raw: JsonObject) -> Iterator[tuple[int, EditorLink]]:
    node_id = _identity(raw.get("id"))
    for slot, output in enumerate(as_array(raw.get("outputs"))):
        for number in _wholes(as_object(output).get("links")):
            if node_id is not None:
                yield number, EditorLink(node_id, slot, "", -1)


def _read_broadcasts(top: JsonObject) -> dict[tuple[str, int], tuple[str, int]]:
    found: dict[tuple[str, int], tuple[str, int]] = {}
    for one in map(as_object, as_array(as_object(top.get("extra")).get("ue_links"))):
        into, out_of = _identity(one.get("downstream")), _identity(one.get("upstream"))
        into_slot, out_slot = _whole(one.get("downstream_slot")), _whole(one.get("upstream_slot"))
        if into is None or out_of is None:
            continue
        if into_slot is not None and out_slot is not None:
            found[(into, into_slot)] = (out_of, out_slot)
    return found


def _identity(value: object) -> str | None:
    """Ids are numbers, or texts; in a prompt they are texts."""
    if isinstance(value, str):
        return value or None
    number = _whole(value)
    return None if number is None else str(number)


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _wholes(value: object) -> tuple[int, ...]:
    return tuple(number for one in as_array(value) if (number := _whole(one)) is not None)
