"""Every node class the demo server knows. Own work: only names and types follow ComfyUI."""

from __future__ import annotations

from restitch_app.demo.server.graph import NodeClass
from restitch_app.demo.server.nodes.loaders import LOADERS
from restitch_app.demo.server.nodes.pictures import PICTURES
from restitch_app.demo.server.nodes.savers import SAVERS
from restitch_app.demo.server.nodes.values import VALUES
from restitch_app.demo.server.nodes.wan import WAN

NODES: dict[str, NodeClass] = {
    node.name: node for node in (*LOADERS, *WAN, *PICTURES, *SAVERS, *VALUES)
}
