"""Dynamic choices told so that older servers understand them too."""

from __future__ import annotations

from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.workflows.node_types import InputKind, InputType, NodeType


def portable(inputs: JsonObject, node_type: NodeType) -> JsonObject:
    """The inputs with `codec` instead of `format.codec` where the class takes both.

    Some classes keep the flat input of their earlier form, hidden, for old prompts: every version
    of the server runs those. Inputs deeper down (`format.codec.encoding`) have no flat form, so
    they and all above them stay as they are where they say something else than the default.
    """
    found = dict(inputs)
    for one in node_type.inputs:
        if one.kind is InputKind.DYNAMIC and not one.is_hidden:
            for flat in node_type.inputs:
                dotted = f"{one.name}.{flat.name}"
                if flat.is_hidden and dotted in found:
                    _flatten(found, node_type, dotted, flat)
    return found


def _flatten(found: JsonObject, node_type: NodeType, dotted: str, flat: InputType) -> None:
    deeper = [name for name in found if name.startswith(f"{dotted}.")]
    if any(not _is_default(found[name], node_type.input(name)) for name in deeper):
        return
    for name in deeper:
        del found[name]
    found[flat.name] = found.pop(dotted)


def _is_default(value: object, one: InputType | None) -> bool:
    return one is not None and value == one.default
