"""Which ComfyUI the demo server is like, and whom it lets in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from restitch_app.demo.server.graph import NodeClass
from restitch_app.demo.server.nodes import NODES
from restitch_app.demo.server.nodes.savers import OLD_SAVE_VIDEO

NEW, OLD = "0.33.0", "0.3.64"
_OLD_NODES = {**NODES, OLD_SAVE_VIDEO.name: OLD_SAVE_VIDEO}


@dataclass(frozen=True, slots=True)
class Manner:
    version: str = NEW
    """NEW or OLD: the old one has no jobs interface, takes any text as a prompt id, notes no
    `create_time` and names a missing node in its own way."""
    api_key: str = ""
    """Asked for as `Authorization: Bearer KEY` on every route, as a gateway before a real ComfyUI
    does; empty: everybody is let in."""

    @property
    def is_old(self) -> bool:
        return self.version == OLD

    @property
    def nodes(self) -> Mapping[str, NodeClass]:
        return _OLD_NODES if self.is_old else NODES
