"""Workflows as people save them: API format in, everything else refused by name."""

from __future__ import annotations

import json

from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.domain.errors import WrongUse


class WorkflowUnusable(WrongUse):
    """This file is no workflow that Restitch can fill and submit."""

    code = "workflow_unusable"


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


_EXPORT = 'Choose a file that ComfyUI wrote with "Save (API format)"'


def _loaded(raw: str | bytes | object, name: str) -> object:
    if not isinstance(raw, str | bytes):
        return raw
    try:
        value: object = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise WorkflowUnusable("This is not a ComfyUI workflow", f"{name}: {error}", _EXPORT) from (
            error
        )
    return value
