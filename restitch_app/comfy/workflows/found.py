"""What was found as a workflow, in whatever wrapping it came."""

from __future__ import annotations

import json
from dataclasses import dataclass

from restitch_app.comfy.loose import JsonObject, as_array, as_number, as_object

MAX_DEPTH = 8
"""Wrappings within wrappings that are looked into: an entry of a whole history has 5."""

_WRAPPINGS = ("prompt", "workflow", "output", "extra_data", "extra_pnginfo", "data")
_JSON_STARTS = ("{", "[")


@dataclass(frozen=True, slots=True)
class FoundWorkflow:
    """One workflow in one or both formats; never in neither. Copies, not aliases.

    Where both are there, they are one workflow: `prompt` is what really ran, `editor` what the
    editor shows for it.
    """

    prompt: JsonObject | None
    """API format: node id -> {class_type, inputs, _meta}."""
    editor: JsonObject | None
    """The editor's own format: {nodes, links, definitions, ...}."""


def gather(value: object) -> FoundWorkflow | None:
    """Look for both formats through the wrappings that people and servers use; None for neither.

    Known: plain files, {"prompt": ..., "workflow": ...}, what is sent to `/prompt`, an item of
    `/queue`, an entry of `/history` or the whole answer (its newest entry), and JSON as text in any
    of their places. What is inside a wrapping and broken is passed over. Never raises.
    """
    search = _Search()
    search.look(value, 0)
    if search.prompt is None and search.editor is None:
        return None
    return FoundWorkflow(search.prompt, search.editor)


def is_editor_format(value: object) -> bool:
    """An editor's workflow with at least one node."""
    nodes = as_object(value).get("nodes")
    return isinstance(nodes, list) and bool(nodes)


def is_api_format(value: object) -> bool:
    return isinstance(value, dict) and bool(value) and all(map(_is_api_node, value.values()))


def _is_api_node(node: object) -> bool:
    return (
        isinstance(node, dict)
        and isinstance(node.get("class_type"), str)
        and isinstance(node.get("inputs", {}), dict)
    )


class _Search:
    """Remembers the first of each format; the outer comes before what it wraps."""

    def __init__(self) -> None:
        self.prompt: JsonObject | None = None
        self.editor: JsonObject | None = None

    def look(self, value: object, depth: int) -> None:
        if depth > MAX_DEPTH or (self.prompt is not None and self.editor is not None):
            return
        if isinstance(value, str):
            self._look_into_text(value, depth)
        elif isinstance(value, list):
            self._look_into_queue_item(value, depth)
        elif is_editor_format(value):
            self.editor = self.editor or _copied(value)
        elif is_api_format(value):
            self.prompt = self.prompt or _without_notes(_copied(value))
        elif isinstance(value, dict):
            self._look_into_wrapping(value, depth)

    def _look_into_text(self, text: str, depth: int) -> None:
        if not text.lstrip("\ufeff \t\r\n").startswith(_JSON_STARTS):
            return
        try:
            value: object = json.loads(text.lstrip("\ufeff"))
        except (ValueError, RecursionError):
            return
        self.look(value, depth + 1)

    def _look_into_queue_item(self, item: list[object], depth: int) -> None:
        """[number, id, prompt, extra data, outputs], as in `/queue` and in `prompt` of history."""
        if len(item) >= 3 and isinstance(item[2], dict):
            for part in item[2:4]:
                self.look(part, depth + 1)

    def _look_into_wrapping(self, value: dict[str, object], depth: int) -> None:
        for key in _WRAPPINGS:
            if key in value:
                self.look(value[key], depth + 1)
        if self.prompt is None and self.editor is None:
            entries = [one for one in value.values() if _is_history_entry(one)]
            for entry in sorted(entries, key=_number, reverse=True)[:1]:
                self.look(entry, depth + 1)


def _is_history_entry(value: object) -> bool:
    return isinstance(as_object(value).get("prompt"), list)


def _number(entry: object) -> float:
    """A later prompt has a higher number."""
    item = as_array(as_object(entry).get("prompt"))
    number = as_number(item[0]) if item else None
    return number if number is not None else 0


def _copied(value: object) -> JsonObject | None:
    """As JSON and UTF-8 can hold it: half a character becomes U+FFFD, NaN and infinity null."""
    try:
        text = json.dumps(value, ensure_ascii=False).encode("utf-16-le", "surrogatepass")
        whole = text.decode("utf-16-le", "replace")
        return as_object(json.loads(whole, parse_constant=lambda _name: None))
    except (ValueError, TypeError, RecursionError):
        return None


def _without_notes(prompt: JsonObject | None) -> JsonObject | None:
    """Without `is_changed`, which servers add to what they write into files."""
    for node in (prompt or {}).values():
        as_object(node).pop("is_changed", None)
    return prompt
