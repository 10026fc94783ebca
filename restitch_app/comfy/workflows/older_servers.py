"""Prompts of newer servers in the words of older ones."""

from __future__ import annotations

from restitch_app.comfy.loose import JsonObject, as_object, as_text
from restitch_app.comfy.workflows.node_types import InputKind, InputType, NodeType, NodeTypes


def as_taken(prompt: JsonObject, types: NodeTypes) -> JsonObject:
    """The prompt with `codec` instead of `format.codec` where the server's class wants that.

    Newer classes tell what belongs to a choice with dotted names; older ones had the same input
    under its own, and newer servers still take it. What lies deeper (`format.codec.encoding.crf`)
    has no older form: such a node is left as it is, and refused. `prompt` is not changed, and
    parts of it are shared.
    """
    found: JsonObject = {}
    for node_id, node in prompt.items():
        node_type = types.get(as_text(as_object(node).get("class_type")))
        inputs = as_object(as_object(node).get("inputs"))
        names = _renamed(inputs, node_type) if node_type is not None else {}
        found[node_id] = node
        if names:
            told = {names.get(name, name): value for name, value in inputs.items()}
            found[node_id] = {**as_object(node), "inputs": told}
    return found


def _renamed(inputs: JsonObject, node_type: NodeType) -> dict[str, str]:
    """New name by old name."""
    found: dict[str, str] = {}
    for wanted in node_type.required:
        if wanted.is_widget and wanted.name not in inputs:
            dotted = [name for name in inputs if _belongs(name, wanted, node_type)]
            if len(dotted) == 1 and not any(name.startswith(f"{dotted[0]}.") for name in inputs):
                found[dotted[0]] = wanted.name
    return found


def _belongs(name: str, wanted: InputType, node_type: NodeType) -> bool:
    """Whether this is `CHOICE.wanted`, of something that is a plain choice on this server."""
    parent, _, rest = name.partition(".")
    choice = node_type.input(parent)
    return rest == wanted.name and choice is not None and choice.kind is InputKind.CHOICE
