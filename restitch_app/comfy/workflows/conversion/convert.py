"""From the editor's format to the prompt that a server runs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import starmap

from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.comfy.workflows.conversion import editor_only
from restitch_app.comfy.workflows.conversion.editor_graph import EditorNode, Mode, Slot, read_editor
from restitch_app.comfy.workflows.conversion.following import (
    Following,
    Literal,
    NoSetter,
    Source,
)
from restitch_app.comfy.workflows.conversion.levels import Level, unfold
from restitch_app.comfy.workflows.conversion.portable import portable
from restitch_app.comfy.workflows.conversion.widget_values import is_of_use, widget_values
from restitch_app.comfy.workflows.node_types import NodeType, NodeTypes
from restitch_app.comfy.workflows.unusable import WorkflowUnusable

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Converted:
    prompt: JsonObject
    """API format, with `_meta.title`; nothing of the editor's workflow is shared with it."""
    notes: tuple[str, ...]
    """What is worth knowing and no reason to refuse: nodes left out, by title."""


class NotConvertible(WorkflowUnusable):
    """Parts of a workflow have no counterpart on a server; `reasons` name all of them."""

    code = "workflow_not_convertible"

    def __init__(self, name: str, reasons: tuple[str, ...], classes: frozenset[str]) -> None:
        super().__init__(
            "This workflow cannot be converted",
            f"{name}: {'; '.join(reasons)}",
            "Install what is missing on the server, use a server that has it, or export the "
            'workflow in ComfyUI with "Save (API format)"',
        )
        self.reasons = reasons
        self.missing_classes = classes


def convert(editor: object, types: NodeTypes, name: str = "The workflow") -> Converted:
    """The prompt that the editor itself would queue for this workflow on that server.

    Raises NotConvertible naming, by title, all nodes that cannot be converted: classes that the
    server does not have, subgraphs whose definition is not in the file, Get nodes without their
    Set node; WorkflowUnusable for a workflow that is damaged or beyond all measure. `name` is the
    workflow's, for messages.
    """
    try:
        return _Conversion(editor, types, name).result()
    except RecursionError as error:
        raise WorkflowUnusable(
            "This workflow is nested too deeply", name, "Simplify it in ComfyUI"
        ) from error


class _Conversion:
    def __init__(self, editor: object, types: NodeTypes, name: str) -> None:
        self._types = types
        self._name = name
        self._workflow = read_editor(editor)
        self._top = unfold(self._workflow, name)
        self._following = Following(types, name)
        self._problems: dict[str, str] = {}
        self._unknown: dict[str, EditorNode] = {}
        self._notes: list[str] = []
        self._needed: set[str] = set()

    def result(self) -> Converted:
        running = dict(self._running())
        prompt: JsonObject = {
            node_id: self._converted(level, node, node_type)
            for node_id, (level, node, node_type) in running.items()
        }
        self._judge_unknown()
        if self._problems or self._unknown:
            raise self._refusal()
        if not prompt:
            raise WorkflowUnusable(
                "Nothing of this workflow runs",
                f"{self._name}: no active nodes",
                "Open it in ComfyUI",
            )
        return Converted(self._copied(prompt), tuple(self._notes))

    def _copied(self, prompt: JsonObject) -> JsonObject:
        try:
            return as_object(json.loads(json.dumps(prompt, allow_nan=False)))
        except ValueError as error:
            raise WorkflowUnusable(
                "This workflow holds values that no server takes",
                f"{self._name}: {error}",
                "Open it in ComfyUI and save it again",
            ) from error

    def _running(self) -> Iterator[tuple[str, tuple[Level, EditorNode, NodeType]]]:
        for level in self._top.walk():
            for node in level.graph.nodes.values():
                node_type = self._types.get(node.class_name)
                if node.mode is not Mode.ACTIVE or node.id in level.inner:
                    continue
                if node_type is not None:
                    yield level.id_of(node), (level, node, node_type)

    def _converted(self, level: Level, node: EditorNode, node_type: NodeType) -> JsonObject:
        values = widget_values(node, node_type)
        for (inside, widget), value in level.overrides.items():
            if inside == node.id and node_type.input(widget) is not None:
                values[widget] = value
        links: JsonObject = {}
        for number, slot in enumerate(node.inputs):
            source = self._source(level, node, node_type, number, slot)
            if isinstance(source, Literal):
                if is_of_use(source.value):
                    values[slot.name] = source.value
            elif source is not None:
                self._needed.add(source.level.id_of(source.node))
                links[slot.name] = [source.level.id_of(source.node), source.slot]
        inputs = {name: _wrapped(value) for name, value in values.items() if name not in links}
        return {
            "class_type": node.class_name,
            "inputs": portable({**inputs, **links}, node_type),
            "_meta": {"title": node.title or node_type.display_name},
        }

    def _source(
        self, level: Level, node: EditorNode, node_type: NodeType, number: int, slot: Slot
    ) -> Source | Literal | None:
        known = node_type.input(slot.name)
        wanted = slot.type if slot.type != "*" or known is None else ",".join(known.types)
        try:
            if slot.link is not None:
                return self._following.follow(level, slot.link, wanted)
            given = self._workflow.broadcasts.get((node.id, number))
            if given is not None and level.parent is None:
                return self._following.origin(level, *given, wanted)
        except NoSetter as missing:
            title = _title(missing.node)
            self._problems[missing.level.id_of(missing.node)] = f"{title} has no Set node"
        return None

    def _judge_unknown(self) -> None:
        """Of the nodes the server does not know, which ones matter."""
        for level in self._top.walk():
            for node in level.graph.nodes.values():
                if node.mode is not Mode.ACTIVE or node.class_name in self._types:
                    continue
                if node.id in level.inner or self._is_followed_through(node):
                    continue
                node_id = level.id_of(node)
                is_connected = any(slot.link is not None for slot in node.inputs)
                is_decoration = editor_only.is_decoration(node)
                if node_id in self._needed or (is_connected and not is_decoration):
                    self._unknown[node_id] = node
                elif not is_decoration:
                    self._notes.append(f"{_title(node)} was left out: nothing is connected to it")

    def _is_followed_through(self, node: EditorNode) -> bool:
        return (
            editor_only.is_primitive(node)
            or editor_only.is_reroute(node)
            or editor_only.set_name(node) is not None
            or editor_only.get_name(node) is not None
        )

    def _refusal(self) -> NotConvertible:
        classes: dict[str, list[str]] = {}
        for node in self._unknown.values():
            titles = classes.setdefault(node.class_name, [])
            if node.title and node.title not in (node.class_name, *titles):
                titles.append(node.title)
        reasons = [*self._problems.values(), *starmap(_reason, classes.items())]
        return NotConvertible(self._name, tuple(dict.fromkeys(reasons)), frozenset(classes))


def _reason(class_name: str, titles: list[str]) -> str:
    called = f" ({', '.join(titles)})" if titles else ""
    if class_name.startswith(("workflow>", "workflow/")):
        return f"{class_name}{called} is a group node of the old kind: make it a subgraph"
    if _UUID.fullmatch(class_name):
        return f"a subgraph{called or ' ' + class_name} whose definition is not in the file"
    return f"the server has no node {class_name}{called}"


def _title(node: EditorNode) -> str:
    return node.title or node.class_name


def _wrapped(value: object) -> object:
    """A plain list would be a link."""
    return {"__value__": value} if isinstance(value, list) else value
