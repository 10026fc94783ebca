"""Workflows as people save them, and as servers remember them."""

from __future__ import annotations

import hashlib
import json

from restitch_app.comfy.loose import JsonObject, as_array, as_object
from restitch_app.comfy.workflows.conversion.convert import Converted, NotConvertible, convert
from restitch_app.comfy.workflows.found import FoundWorkflow, gather
from restitch_app.comfy.workflows.graph import Graph, Link
from restitch_app.comfy.workflows.unusable import WorkflowUnusable
from restitch_app.domain.bindings import InputName

__all__ = [
    "Converted",
    "FoundWorkflow",
    "NotConvertible",
    "WorkflowUnusable",
    "convert",
    "find_workflow",
    "parse_workflow",
    "workflow_shape",
]

MOST_NODES = 4000
"""Ten times the largest that people were seen to share. A node costs a millisecond here."""


def find_workflow(raw: str | bytes | object, name: str = "The workflow") -> FoundWorkflow:
    """A workflow in either format, plain or wrapped; see `gather` for the wrappings.

    Takes JSON text or what was read from it. The editor's format has to be converted with a
    server's node types before it can run. `name` is the file's, for messages. Raises
    WorkflowUnusable for anything that holds no workflow.
    """
    value = _loaded(raw, name)
    found = gather(value)
    if found is not None:
        _check_size(found, name)
        return found
    return FoundWorkflow(parse_workflow(value, name), None)  # which says what is wrong with it


def _check_size(found: FoundWorkflow, name: str) -> None:
    nodes = max(len(found.prompt or {}), len(as_array((found.editor or {}).get("nodes"))))
    if nodes > MOST_NODES:
        raise WorkflowUnusable(
            "This workflow has too many nodes", f"{name} has {nodes}, the most is {MOST_NODES}"
        )


def parse_workflow(raw: str | bytes | object, name: str = "The workflow") -> JsonObject:
    """The prompt in API format: node id -> {class_type, inputs, _meta}. A copy, never an alias.

    Takes JSON text or what was read from it, plain or wrapped in {"prompt": ...}. `name` is the
    file's, for messages. Raises WorkflowUnusable for the UI format and for anything else.
    """
    value = _loaded(raw, name)
    wrapped = as_object(value).get("prompt")
    if isinstance(wrapped, dict) and "class_type" not in wrapped:
        value = wrapped
    if not isinstance(value, dict) or not value:
        raise WorkflowUnusable("This is not a ComfyUI workflow", name, _EXPORT)
    if isinstance(value.get("nodes"), list):
        raise WorkflowUnusable(
            "This workflow is in ComfyUI's UI format",
            name,
            'Export it in ComfyUI with "Save (API format)" and choose that file',
        )
    for node_id, node in value.items():
        if not isinstance(as_object(node).get("class_type"), str):
            raise WorkflowUnusable(
                "This is not a ComfyUI workflow", f"{name}: {node_id!r} is not a node", _EXPORT
            )
        if not isinstance(as_object(node).get("inputs", {}), dict):
            raise WorkflowUnusable(
                "This workflow is damaged", f"{name}: node {node_id} has no inputs", _EXPORT
            )
    return as_object(json.loads(json.dumps(value)))


def workflow_shape(prompt: JsonObject) -> str:
    """Equal for prompts of the same nodes, classes and links, whatever values they hold.

    A link that was replaced by a value of ours counts as the link.
    """
    graph = Graph(prompt)
    nodes = []
    for node_id in sorted(graph):
        links = [
            (name, *link)
            for name in sorted(graph.inputs(node_id))
            if (link := _link_in_shape(graph, InputName(node_id, name))) is not None
        ]
        nodes.append((node_id, graph.class_of(node_id), links))
    return hashlib.sha256(json.dumps(nodes).encode()).hexdigest()[:32]


def _link_in_shape(graph: Graph, place: InputName) -> Link | None:
    return graph.link(place) or graph.replaced_link(place)


_EXPORT = 'Choose a file that ComfyUI wrote with "Save" or "Save (API format)"'


def _loaded(raw: str | bytes | object, name: str) -> object:
    if not isinstance(raw, str | bytes):
        return raw
    try:
        value: object = json.loads(raw.removeprefix("\ufeff") if isinstance(raw, str) else raw)
    except (ValueError, RecursionError) as error:
        raise WorkflowUnusable("This is not a ComfyUI workflow", f"{name}: {error}", _EXPORT) from (
            error
        )
    return value
