"""A workflow in API format as a graph: nodes by id, links, and the literal a link leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from restitch_app.comfy.loose import JsonObject, as_object, as_text
from restitch_app.comfy.workflows.handing_on import handed_on
from restitch_app.domain.bindings import InputName


class Link(NamedTuple):
    node_id: str
    slot: int


REPLACED_LINKS = "restitch_links"
"""In a node's `_meta`: input name -> the link that `fill` put a literal in the place of. ComfyUI
leaves `_meta` alone and writes it into its files, so that what belonged together is still known
when the filled prompt is read again."""

_MOST_NESTED = 40
"""Switches that are switched by switches; more are not followed."""


class Graph:
    """Questions about a prompt as it is now; it does not change it. For one thread at a time."""

    def __init__(self, prompt: JsonObject) -> None:
        self._nodes = {node_id: as_object(node) for node_id, node in prompt.items()}
        self._inputs = {
            node_id: as_object(node.get("inputs")) for node_id, node in self._nodes.items()
        }
        self._links: dict[str, dict[str, Link]] = {
            node_id: dict(self._read_links(inputs)) for node_id, inputs in self._inputs.items()
        }
        self._depths: dict[str, int] = {}
        self._literals: dict[InputName, object] = {}
        self._nested = 0
        self._outputs: dict[str, list[Link]] = {}
        self._consumers: dict[Link, list[InputName]] = {}
        self._replaced: dict[InputName, Link] = {}
        for node_id, links in self._links.items():
            for name, link in links.items():
                if link not in self._consumers:
                    self._outputs.setdefault(link.node_id, []).append(link)
                self._consumers.setdefault(link, []).append(InputName(node_id, name))
            for name, link in self._read_links(self._replaced_links(node_id)):
                if name in self._inputs[node_id] and name not in links:
                    self._replaced[InputName(node_id, name)] = link

    def _read_links(self, inputs: JsonObject) -> Iterator[tuple[str, Link]]:
        for name, value in inputs.items():
            match value:
                case [str(node_id), int(slot)] if node_id in self._nodes:
                    yield name, Link(node_id, slot)

    def _replaced_links(self, node_id: str) -> JsonObject:
        return as_object(as_object(self._nodes[node_id].get("_meta")).get(REPLACED_LINKS))

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
        return self._inputs.get(node_id, {})

    def value(self, place: InputName) -> object:
        """What the input holds, a literal or a raw link; None where there is no such input."""
        return self.inputs(place.node_id).get(place.input_name)

    def link(self, place: InputName) -> Link | None:
        """Where the input is connected to; None for a literal, or for a link into nowhere."""
        return self._links.get(place.node_id, {}).get(place.input_name)

    def replaced_link(self, place: InputName) -> Link | None:
        """Where a literal of ours stands in the place of a link; None everywhere else."""
        return self._replaced.get(place)

    def ever_fed_by(self, link: Link) -> tuple[InputName, ...]:
        """All inputs that are fed by this output, or were before a literal took its place."""
        were = [place for place, replaced in self._replaced.items() if replaced == link]
        return (*self.consumers(link), *were)

    def links(self, node_id: str) -> tuple[Link, ...]:
        """What the node is fed by."""
        return tuple(self._links.get(node_id, {}).values())

    def consumers(self, link: Link) -> tuple[InputName, ...]:
        """All inputs that are fed by this output."""
        return tuple(self._consumers.get(link, ()))

    def outputs(self, node_id: str) -> tuple[Link, ...]:
        """Those of the node's outputs that something is connected to."""
        return tuple(self._outputs.get(node_id, ()))

    def upstream(self, *node_ids: str) -> frozenset[str]:
        """The nodes and everything they depend on."""
        seen: set[str] = set()
        waiting = list(node_ids)
        while waiting:
            here = waiting.pop()
            if here in seen or here not in self._nodes:
                continue
            seen.add(here)
            waiting.extend(link.node_id for link in self.links(here))
        return frozenset(seen)

    def downstream(self, *node_ids: str) -> frozenset[str]:
        """The nodes and everything that depends on them."""
        seen: set[str] = set()
        waiting = list(node_ids)
        while waiting:
            here = waiting.pop()
            if here not in seen:
                seen.add(here)
                for link in self.outputs(here):
                    waiting.extend(place.node_id for place in self.consumers(link))
        return frozenset(seen)

    def depth(self, node_id: str) -> int:
        """The longest way up from here, in nodes: later nodes of one chain have more.

        Worked out for the whole graph at the first question; links that close a ring do not count.
        """
        if not self._depths:
            self._depths = self._all_depths()
        return self._depths.get(node_id, 0)

    def _all_depths(self) -> dict[str, int]:
        depths: dict[str, int] = {}
        on_the_way: set[str] = set()
        waiting = list(self._nodes)
        while waiting:
            here = waiting[-1]
            if here in depths:
                waiting.pop()
                continue
            before = dict.fromkeys(link.node_id for link in self.links(here))
            further = [one for one in before if one not in depths and one not in on_the_way]
            if here not in on_the_way and further:
                on_the_way.add(here)
                waiting.extend(further)
                continue
            depths[here] = 1 + max((depths.get(one, 0) for one in before), default=0)
            waiting.pop()
        return depths

    def source(self, place: InputName) -> InputName:
        """Follow links through switches and primitives to the input that decides the value.

        The place returned holds a literal, or a link into a node that works its value out.
        """
        seen = {place}
        while (link := self.link(place)) is not None:
            further = handed_on(self, link.node_id)
            if further is None or further in seen:
                return place
            seen.add(further)
            place = further
        return place

    def literal(self, place: InputName) -> object:
        """The literal an input resolves to; None if a node works it out, or it is not there.

        Also None where switches are nested beyond reason or decide about themselves.
        """
        if place not in self._literals:
            if self._nested >= _MOST_NESTED:
                return None
            self._literals[place] = None  # what a ring of switches gets
            self._nested += 1
            value = self.value(self.source(place))
            self._nested -= 1
            self._literals[place] = None if isinstance(value, list) else value
        return self._literals[place]

    def truth(self, place: InputName) -> bool | None:
        """The truth value an input resolves to; None if that is not known before the run."""
        value = self.literal(place)
        return value if isinstance(value, bool) else None
