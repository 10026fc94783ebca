"""A workflow in API format as a graph: nodes by id, links, and the literal a link leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from restitch_app.comfy.loose import JsonObject, as_object, as_text
from restitch_app.domain.bindings import InputName


class Link(NamedTuple):
    node_id: str
    slot: int


# Nodes that hand one of their inputs on unchanged. A primitive's own value may be linked in turn.
_PASS_ON = ("value", "*", "input", "any", "anything", "source")
_PASSING_CLASSES = ("Primitive", "Reroute")


class Graph:
    """Questions about a prompt; it does not copy or change it."""

    def __init__(self, prompt: JsonObject) -> None:
        self._nodes = {node_id: as_object(node) for node_id, node in prompt.items()}
        self._consumers: dict[Link, list[InputName]] = {}
        for node_id in self._nodes:
            for name in self.inputs(node_id):
                if (link := self.link(InputName(node_id, name))) is not None:
                    self._consumers.setdefault(link, []).append(InputName(node_id, name))

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def __contains__(self, node_id: object) -> bool:
        return node_id in self._nodes

    def class_of(self, node_id: str) -> str:
        """ "" for a node that is not in the graph."""
        return as_text(self._nodes.get(node_id, {}).get("class_type"))

    def title(self, node_id: str) -> str:
        """What ComfyUI shows above the node: its title, else its class, else ""."""
        meta = as_object(self._nodes.get(node_id, {}).get("_meta"))
        return as_text(meta.get("title")) or self.class_of(node_id)

    def inputs(self, node_id: str) -> JsonObject:
        return as_object(self._nodes.get(node_id, {}).get("inputs"))

    def value(self, place: InputName) -> object:
        """What the input holds, a literal or a raw link; None where there is no such input."""
        return self.inputs(place.node_id).get(place.input_name)

    def link(self, place: InputName) -> Link | None:
        """Where the input is connected to; None for a literal, or for a link into nowhere."""
        match self.value(place):
            case [str(node_id), int(slot)] if node_id in self._nodes:
                return Link(node_id, slot)
        return None

    def links(self, node_id: str) -> Iterator[Link]:
        """What the node is fed by."""
        for name in self.inputs(node_id):
            if (link := self.link(InputName(node_id, name))) is not None:
                yield link

    def consumers(self, link: Link) -> tuple[InputName, ...]:
        """All inputs that are fed by this output."""
        return tuple(self._consumers.get(link, ()))

    def upstream(self, node_id: str) -> frozenset[str]:
        """The node and everything it depends on."""
        seen: set[str] = set()
        waiting = [node_id]
        while waiting:
            here = waiting.pop()
            if here in seen or here not in self._nodes:
                continue
            seen.add(here)
            waiting.extend(link.node_id for link in self.links(here))
        return frozenset(seen)

    def depth(self, node_id: str) -> int:
        """How many nodes it rests on: later nodes of one chain have more."""
        return len(self.upstream(node_id))

    def source(self, place: InputName) -> InputName:
        """Follow links through switches and primitives to the input that decides the value.

        The place returned holds a literal, or a link into a node that works its value out.
        """
        seen = {place}
        while (link := self.link(place)) is not None:
            further = self._handed_on(link.node_id)
            if further is None or further in seen:
                return place
            seen.add(further)
            place = further
        return place

    def _handed_on(self, node_id: str) -> InputName | None:
        """The input whose value this node's output is, for nodes that only hand a value on."""
        inputs = self.inputs(node_id)
        if self.class_of(node_id) == "ComfySwitchNode":
            chosen = self.truth(InputName(node_id, "switch"))
            if chosen is None:
                return None
            name = "on_true" if chosen else "on_false"
            return InputName(node_id, name) if name in inputs else None
        if self.class_of(node_id).startswith(_PASSING_CLASSES):
            names = [name for name in _PASS_ON if name in inputs] or list(inputs)
            return InputName(node_id, names[0]) if names else None
        return None

    def truth(self, place: InputName) -> bool | None:
        """The truth value an input resolves to; None if that is not known before the run."""
        value = self.value(self.source(place))
        return value if isinstance(value, bool) else None
