"""Small graphs written as lines: `7 WanImageToVideo length=49 positive=@5.0 start_image=@1.0`."""

from __future__ import annotations

import json
import shlex

from restitch_app.comfy.loose import JsonObject


def graph(text: str) -> JsonObject:
    """One node a line, or more lines with a backslash at the end; `@5.1` is the link ["5", 1];
    a class with spaces stands in quotes.
    """
    lines = text.replace("\\\n", "").strip().splitlines()
    return dict(_node(line) for line in lines if line.strip())


def _node(line: str) -> tuple[str, JsonObject]:
    node_id, class_type, *inputs = shlex.split(line)
    pairs = (one.partition("=") for one in inputs)
    return node_id, {
        "class_type": class_type,
        "inputs": {name: _value(text) for name, _, text in pairs},
    }


def _value(text: str) -> object:
    if text.startswith("@"):
        node_id, _, slot = text[1:].rpartition(".")
        return [node_id, int(slot)]
    try:
        value: object = json.loads(text)
    except ValueError:
        return text
    return value
