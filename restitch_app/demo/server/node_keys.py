"""Which nodes would do the same work again, so that their results need not be made anew."""

from __future__ import annotations

import hashlib
import json

from restitch_app.demo.server.folders import Folders, content_hash
from restitch_app.demo.server.graph import Json, Prompt, deepest_first, is_link
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
            for one in deepest_first(node_id, self._unknown_sources):
                self._keys[one] = self._made(one)
        return self._keys[node_id]

    def _inputs(self, node_id: str) -> Json:
        """Those that its class knows and that lead somewhere."""
        inputs = self._prompt[node_id]["inputs"]
        assert isinstance(inputs, dict)
        known = NODES[str(self._prompt[node_id]["class_type"])].inputs
        return {
            name: value
            for name, value in sorted(inputs.items())
            if name in known and (not is_link(value) or str(value[0]) in self._prompt)
        }

    def _unknown_sources(self, node_id: str) -> list[str]:
        links = [str(value[0]) for value in self._inputs(node_id).values() if is_link(value)]
        return [source for source in links if source not in self._keys]

    def _made(self, node_id: str) -> str:
        kind = NODES[str(self._prompt[node_id]["class_type"])]
        inputs = self._inputs(node_id)
        parts: Json = {
            # Nobody runs a ring, so what stands where it closes does not matter.
            name: [self._keys.get(str(value[0]), ""), value[1]] if is_link(value) else value
            for name, value in inputs.items()
        }
        if kind.file_input:
            path = self._folders.annotated(str(inputs[kind.file_input]))
            parts["content"] = content_hash(path)
        text = json.dumps([kind.name, parts], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()
