"""Nodes that exist in the editor alone: told by what they are called and how they are connected.

All of it holds only for classes that the server does not know. A pack that has such a node on the
server too has it run there.
"""

from __future__ import annotations

import re

from restitch_app.comfy.workflows.conversion.editor_graph import EditorNode

_SET_GET = re.compile(r"^(?P<family>.*?)[ _]?(?P<role>set|get)[ _]?node\b", re.IGNORECASE)
"""`SetNode` and `GetNode` of KJNodes, `easy setNode`, and the many that were made after them."""

_DECORATIONS = re.compile(
    r"note|label|bookmark|muter|bypasser|mute / bypass|fast (groups|actions)|node collector"
    r"|everywhere|sticky|comment",
    re.IGNORECASE,
)
"""Notes, and what switches other nodes on and off by hand."""


def is_primitive(node: EditorNode) -> bool:
    """A value by itself, that the widgets it is connected to take over."""
    return node.class_name == "PrimitiveNode"


def is_reroute(node: EditorNode) -> bool:
    """Hands on what it gets, each input to the output of the same place."""
    return "reroute" in node.class_name.lower() and not is_primitive(node)


def is_decoration(node: EditorNode) -> bool:
    return _DECORATIONS.search(node.class_name) is not None


def set_name(node: EditorNode) -> tuple[str, str] | None:
    """Family and name under which the node keeps its input; None for any other node."""
    return _named(node, "set")


def get_name(node: EditorNode) -> tuple[str, str] | None:
    """Family and name of what the node puts out; None for any other node."""
    return _named(node, "get")


def _named(node: EditorNode, role: str) -> tuple[str, str] | None:
    match = _SET_GET.match(node.class_name)
    if match is None or match["role"].lower() != role:
        return None
    value = node.first_value
    name = value if isinstance(value, str) else ""
    if not name:  # without a value the title tells it: "Set_vae"
        name = re.sub(r"^(set|get)_", "", node.title, flags=re.IGNORECASE)
    return match["family"].strip().lower(), name
