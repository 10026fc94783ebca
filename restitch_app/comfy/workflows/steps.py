"""How far a prompt is: step k of n over all its samplers."""

from __future__ import annotations

from collections.abc import Iterable

from restitch_app.comfy.loose import JsonObject, as_number
from restitch_app.comfy.workflows.graph import Graph
from restitch_app.domain.bindings import InputName

_LATENT_INPUTS = ("latent_image", "latent", "samples")


class StepCount:
    """Adds up what the samplers report, with what the graph promises for those still to come."""

    def __init__(self, prompt: JsonObject) -> None:
        graph = Graph(prompt)
        self._expected: dict[str, int | None] = {
            node_id: _expected_steps(graph, node_id)
            for node_id in graph
            if is_sampler(graph, node_id)
        }
        self._done: dict[str, int] = {}

    def leave_out(self, nodes: Iterable[str]) -> None:
        """Cached samplers will not run."""
        for node_id in nodes:
            self._expected.pop(node_id, None)

    def note(self, node_id: str, value: int, maximum: int) -> bool:
        """Take in one report; False if the node is no sampler or this is not news."""
        if node_id not in self._expected or (value, maximum) == (0, 1):
            return False  # 0 of 1 is what a node says before it has counted its steps
        changed = value > self._done.get(node_id, 0) or self._expected[node_id] != maximum
        self._expected[node_id] = maximum
        self._done[node_id] = max(value, self._done.get(node_id, 0))
        return changed

    @property
    def done(self) -> int:
        return sum(min(done, self._expected.get(node) or done) for node, done in self._done.items())

    @property
    def total(self) -> int:
        """0 while nothing is known. A sampler whose steps are not known counts like the others."""
        known = [steps for steps in self._expected.values() if steps]
        guess = max(known, default=0)
        return sum(steps or guess for steps in self._expected.values())


def is_sampler(graph: Graph, node_id: str) -> bool:
    """A node that denoises: its class says Sampler and a latent is connected to it."""
    inputs = graph.inputs(node_id)
    return "Sampler" in graph.class_of(node_id) and any(name in inputs for name in _LATENT_INPUTS)


def _expected_steps(graph: Graph, node_id: str) -> int | None:
    """Steps of one sampler if the graph says so in numbers."""
    steps = _number(graph, InputName(node_id, "steps"))
    if steps is None:
        return None
    start = _number(graph, InputName(node_id, "start_at_step")) or 0
    end = _number(graph, InputName(node_id, "end_at_step"))
    return max(0, min(steps, end if end is not None else steps) - start)


def _number(graph: Graph, place: InputName) -> int | None:
    number = as_number(graph.value(graph.source(place)))
    return int(number) if number is not None else None
