"""The workflow unfolded: every use of a subgraph is a level of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from restitch_app.comfy.workflows.conversion.editor_graph import (
    EditorGraph,
    EditorNode,
    EditorWorkflow,
    Mode,
    Subgraph,
)
from restitch_app.comfy.workflows.conversion.promotion import Promotion, in_order_of
from restitch_app.comfy.workflows.unusable import WorkflowUnusable

MAX_LEVELS = 32
"""Subgraphs within subgraphs; people's own go to 3 or 4."""
MAX_NODES = 20_000
"""After unfolding. The largest workflows seen have some hundreds."""


@dataclass(slots=True, eq=False)
class Level:
    """One use of one subgraph, or the workflow itself (no parent)."""

    graph: EditorGraph
    path: str
    """What the ids of its nodes begin with: "" or "12:3:"."""
    parent: Level | None = None
    subgraph: Subgraph | None = None
    node: EditorNode | None = None
    """The node that stands for it in the parent, its inputs in the subgraph's order."""
    inner: dict[str, Level] = field(default_factory=dict)
    """By the id of the node that stands for it."""
    promoted: Mapping[int, object] = field(default_factory=dict)
    """Values that the node gives to the subgraph's inputs, by their number."""
    overrides: Mapping[tuple[str, str], object] = field(default_factory=dict)
    """Values that the node gives to widgets inside, by node and widget."""

    def id_of(self, node: EditorNode) -> str:
        """As ComfyUI names it in prompts: "instance:inner"."""
        return f"{self.path}{node.id}"

    def walk(self) -> Iterator[Level]:
        yield self
        for level in self.inner.values():
            yield from level.walk()


def unfold(workflow: EditorWorkflow, name: str) -> Level:
    """All levels; those of muted and bypassed subgraphs are left out, for nothing in them runs.

    Raises WorkflowUnusable for a subgraph that contains itself, and for one beyond all measure.
    """
    top = Level(workflow.graph, "")
    _unfold_into(top, workflow, Promotion(workflow), _Budget(name), ())
    return top


class _Budget:
    def __init__(self, name: str) -> None:
        self.name = name
        self._left = MAX_NODES

    def spend(self, nodes: int) -> None:
        self._left -= nodes
        if self._left < 0:
            raise WorkflowUnusable(
                "This workflow is too large", f"{self.name}: more than {MAX_NODES} nodes", ""
            )


def _unfold_into(
    level: Level,
    workflow: EditorWorkflow,
    promotion: Promotion,
    budget: _Budget,
    within: tuple[str, ...],
) -> None:
    budget.spend(len(level.graph.nodes))
    for node in level.graph.nodes.values():
        subgraph = workflow.subgraphs.get(node.class_name)
        if subgraph is None or node.mode is not Mode.ACTIVE:
            continue
        title = node.title or subgraph.name or node.id
        if subgraph.id in within:
            raise WorkflowUnusable(
                f"The subgraph {title} contains itself", budget.name, "Repair it in ComfyUI"
            )
        if len(within) >= MAX_LEVELS:
            raise WorkflowUnusable(
                f"The subgraph {title} lies too deep",
                f"{budget.name}: more than {MAX_LEVELS} within each other",
                "Unpack some subgraphs in ComfyUI",
            )
        standing = in_order_of(node, subgraph)
        promoted, overrides = promotion.of(standing, subgraph, level.overrides)
        inner = Level(
            graph=subgraph.graph,
            path=f"{level.path}{node.id}:",
            parent=level,
            subgraph=subgraph,
            node=standing,
            promoted=promoted,
            overrides=overrides,
        )
        level.inner[node.id] = inner
        _unfold_into(inner, workflow, promotion, budget, (*within, subgraph.id))
