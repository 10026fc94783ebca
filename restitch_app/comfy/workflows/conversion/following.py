"""Where the link into an input comes from in the end: a node that runs, or a value."""

from __future__ import annotations

from dataclasses import dataclass

from restitch_app.comfy.workflows.conversion import editor_only
from restitch_app.comfy.workflows.conversion.editor_graph import (
    FROM_OUTSIDE,
    EditorNode,
    Mode,
)
from restitch_app.comfy.workflows.conversion.levels import Level
from restitch_app.comfy.workflows.conversion.widget_values import widget_values
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.comfy.workflows.unusable import WorkflowUnusable

MAX_STEPS = 200_000
"""For all links of one workflow together. A link takes one, and one more for each node passed."""


@dataclass(frozen=True, slots=True)
class Source:
    """An output of a node that the server runs."""

    level: Level
    node: EditorNode
    slot: int


@dataclass(frozen=True, slots=True)
class Literal:
    """A value that takes the widget's place."""

    value: object


class NoSetter(Exception):
    """A Get node whose Set node is not there."""

    def __init__(self, level: Level, node: EditorNode) -> None:
        super().__init__(node.id)
        self.level = level
        self.node = node


class Following:
    """Follows links through everything that does not run.

    The rules are the editor's own when it queues a prompt (`graphToPrompt`): a bypassed node hands
    on an input of the output's type, that of the same place first; a muted node gives nothing; a
    link out of a subgraph goes on at its node's input.
    """

    def __init__(self, types: NodeTypes, name: str) -> None:
        self._types = types
        self._name = name
        self._setters: dict[str, dict[tuple[str, str], EditorNode]] = {}
        self._steps_left = MAX_STEPS

    def follow(self, level: Level, link_id: int, wanted: str) -> Source | Literal | None:
        """`wanted`: type of the input at the end. None where nothing is connected in the end.

        Raises NoSetter, and WorkflowUnusable for links that run in a circle without any node that
        runs among them.
        """
        here: tuple[Level, int] | Source | Literal | None = (level, link_id)
        seen: set[tuple[str, int]] = set()
        while isinstance(here, tuple):
            at, link = here
            if (at.path, link) in seen:
                raise self._circle(at, link)
            seen.add((at.path, link))
            self._steps_left -= 1
            if self._steps_left < 0:
                raise WorkflowUnusable("This workflow is too entangled", self._name, "")
            here = self._one_step(at, link, wanted)
        return here

    def origin(self, level: Level, node_id: str, slot: int, wanted: str) -> Source | Literal | None:
        """The same, from an output on."""
        step = self._out_of(level, node_id, slot, wanted)
        return self.follow(*step, wanted) if isinstance(step, tuple) else step

    def _one_step(
        self, level: Level, link_id: int, wanted: str
    ) -> tuple[Level, int] | Source | Literal | None:
        link = level.graph.links.get(link_id)
        if link is None:
            return None
        if link.origin_id == FROM_OUTSIDE and level.parent is not None:
            return self._from_outside(level, level.parent, link.origin_slot)
        return self._out_of(level, link.origin_id, link.origin_slot, wanted)

    def _from_outside(
        self, level: Level, parent: Level, number: int
    ) -> tuple[Level, int] | Literal | None:
        inputs = level.node.inputs if level.node is not None else ()
        outer = inputs[number].link if 0 <= number < len(inputs) else None
        if outer is not None:
            return parent, outer
        value = self._shown_value(level, number)
        return None if value is None else Literal(value)

    def _shown_value(self, level: Level, number: int) -> object:
        """What the subgraph's node shows for an input that nothing is connected to.

        Without a value of its own it shows that of the first widget inside which the input feeds,
        and every other end of that input gets it.
        """
        if number in level.promoted or level.subgraph is None:
            return level.promoted.get(number)
        for node, slot in level.subgraph.ends.get(number, ()):
            if node.id in level.inner:
                deeper = level.inner[node.id]
                names = [one.name for one in deeper.node.inputs] if deeper.node else []
                if slot.name in names:
                    return self._shown_value(deeper, names.index(slot.name))
            node_type = self._types.get(node.class_name)
            if node_type is not None and slot.widget is not None:
                shown = level.overrides.get((node.id, slot.widget))
                return widget_values(node, node_type).get(slot.widget) if shown is None else shown
        return None

    def _out_of(
        self, level: Level, node_id: str, slot: int, wanted: str
    ) -> tuple[Level, int] | Source | Literal | None:
        node = level.graph.nodes.get(node_id)
        if node is None or slot < 0:
            return None
        is_known = node.class_name in self._types
        if not is_known and editor_only.is_primitive(node):
            return Literal(node.first_value) if node.first_value is not None else None
        if node.mode is Mode.BYPASSED:
            return _input_link(level, node, _bypass(node, slot, wanted))
        if node_id in level.inner:
            inner = level.inner[node_id]
            feeding = inner.subgraph.feeding.get(slot) if inner.subgraph is not None else None
            return None if feeding is None else (inner, feeding)
        if not is_known and (editor_only.is_reroute(node) or editor_only.set_name(node)):
            return _input_link(level, node, slot if slot < len(node.inputs) else 0)
        if not is_known and (name := editor_only.get_name(node)) is not None:
            return self._from_setter(level, node, name)
        if node.mode is Mode.MUTED:
            return None
        return Source(level, node, slot)

    def _from_setter(
        self, level: Level, getter: EditorNode, name: tuple[str, str]
    ) -> tuple[Level, int] | None:
        """The Set node of that name: in the same graph, else in those around it, nearest first."""
        around: Level | None = level
        while around is not None:
            setter = self._setters_of(around).get(name)
            if setter is not None:
                return _input_link(around, setter, 0)
            around = around.parent
        raise NoSetter(level, getter)

    def _setters_of(self, level: Level) -> dict[tuple[str, str], EditorNode]:
        """By family and name; of several with one name the first, as in the editor."""
        if level.path not in self._setters:
            found: dict[tuple[str, str], EditorNode] = {}
            for node in level.graph.nodes.values():
                name = editor_only.set_name(node)
                if name is not None and node.class_name not in self._types:
                    found.setdefault(name, node)
            self._setters[level.path] = found
        return self._setters[level.path]

    def _circle(self, level: Level, link_id: int) -> WorkflowUnusable:
        link = level.graph.links.get(link_id)
        node = level.graph.nodes.get(link.origin_id) if link is not None else None
        title = (node.title or node.class_name) if node is not None else "a subgraph's input"
        return WorkflowUnusable(
            "Links of this workflow run in a circle",
            f"{self._name}: at {title}, through nodes that only hand on",
            "Repair the links in ComfyUI",
        )


def _input_link(level: Level, node: EditorNode, number: int) -> tuple[Level, int] | None:
    if not 0 <= number < len(node.inputs):
        return None
    link = node.inputs[number].link
    return None if link is None else (level, link)


def _bypass(node: EditorNode, slot: int, wanted: str) -> int:
    """Which input stands in for an output; -1 for none."""
    given = node.outputs[slot].type if slot < len(node.outputs) else wanted
    if wanted in ("*", ""):
        return slot if slot < len(node.inputs) else 0
    types = [one.type for one in node.inputs]
    if slot < len(types) and fits(types[slot], given) and fits(types[slot], wanted):
        return slot
    if wanted in types:
        return types.index(wanted)
    fitting = (at for at, one in enumerate(types) if fits(one, given) and fits(one, wanted))
    return next(fitting, -1)


def fits(one: str, other: str) -> bool:
    """Whether outputs of one type may be connected to inputs of the other."""
    if "*" in (one, other) or "" in (one, other):
        return True
    names = {name.strip().upper() for name in one.split(",")}
    return not names.isdisjoint(name.strip().upper() for name in other.split(","))
