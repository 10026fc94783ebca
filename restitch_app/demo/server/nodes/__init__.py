"""Every node class the demo server knows. Own work: only names and types follow ComfyUI."""

from __future__ import annotations

from restitch_app.demo.server.graph import NodeClass
from restitch_app.demo.server.nodes.custom_sampling import CUSTOM_SAMPLING
from restitch_app.demo.server.nodes.loaders import LOADERS
from restitch_app.demo.server.nodes.ltx import LTX
from restitch_app.demo.server.nodes.pictures import PICTURES
from restitch_app.demo.server.nodes.savers import SAVERS
from restitch_app.demo.server.nodes.values import VALUES
from restitch_app.demo.server.nodes.wan import WAN

_ALL = (*LOADERS, *WAN, *LTX, *CUSTOM_SAMPLING, *PICTURES, *SAVERS, *VALUES)
NODES: dict[str, NodeClass] = {node.name: node for node in _ALL}
