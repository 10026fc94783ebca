"""Which nodes would do the same work again, so that their results need not be made anew."""

from __future__ import annotations

import hashlib
import json

from restitch_app.demo.server.folders import Folders, content_hash
from restitch_app.demo.server.graph import Json, Prompt, is_link
from restitch_app.demo.server.nodes import NODES


class NodeKeys:
    """Of one prompt."""

    def __init__(self, prompt: Prompt, folders: Folders) -> None:
        self._prompt = prompt
        self._folders = folders
        self._keys: dict[str, str] = {}

    def of(self, node_id: str) -> str:
        """Equal for nodes that would do the same work: class, values, and the keys behind links."""
        if node_id not in self._keys:
            node = self._prompt[node_id]
            inputs = node["inputs"]
            assert isinstance(inputs, dict)
            kind = NODES[str(node["class_type"])]
            parts: Json = {
                name: [self.of(str(value[0])), value[1]] if is_link(value) else value
                for name, value in sorted(inputs.items())
                if name in kind.inputs and (not is_link(value) or str(value[0]) in self._prompt)
            }
            if kind.file_input:
                path = self._folders.annotated(str(inputs[kind.file_input]))
                parts["content"] = content_hash(path)
            text = json.dumps([kind.name, parts], sort_keys=True)
            self._keys[node_id] = hashlib.sha256(text.encode()).hexdigest()
        return self._keys[node_id]
