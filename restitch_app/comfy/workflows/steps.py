"""How far a prompt is: step k of n over all its samplers."""

from __future__ import annotations

from collections.abc import Iterable

from restitch_app.comfy.loose import JsonObject, as_number
from restitch_app.comfy.workflows.graph import Graph
from restitch_app.domain.bindings import InputName

_LATENT_INPUTS = ("latent_image", "latent", "samples")
_NOISE_INPUTS = ("seed", "noise_seed", "noise")
_LENGTH_INPUTS = ("steps", "sigmas")


class StepCount:
    """Adds up what the samplers report, with what the graph promises for those still to come.

    A node that nobody knows counts as a sampler when it takes noise and steps. Where the graph has
    no such node either, the first node that counts beyond 1, and that others build on, is taken for
    the sampler.
    """

    def __init__(self, prompt: JsonObject) -> None:
        self._graph = Graph(prompt)
        self._expected: dict[str, int | None] = {
            node_id: _expected_steps(self._graph, node_id)
            for node_id in self._graph
            if is_sampler(self._graph, node_id) or _denoises(self._graph, node_id)
        }
        self._expanded: set[str] = set()
        self._is_guessed = not self._expected
        self._done: dict[str, int] = {}

    def leave_out(self, nodes: Iterable[str]) -> None:
        """Cached samplers will not run."""
        for node_id in nodes:
            self._expected.pop(node_id, None)

    def note(self, node_id: str, value: int, maximum: int, display_id: str = "") -> bool:
        """Take in one report; False if the node is no sampler or this is not news.

        `display_id`: the node of the prompt that stands for it, where it is none itself.
        """
        if maximum <= 0 or (value, maximum) == (0, 1):
            return False  # 0 of 1 is what a node says before it has counted its steps
        if node_id not in self._expected and not self._counts(node_id, maximum, display_id):
            return False
        if node_id not in self._done or self._expected[node_id] != maximum:
            self._done[node_id] = 0  # a node may count several things, one after the other
        elif value <= self._done[node_id]:
            return False
        self._expected[node_id] = maximum
        self._done[node_id] = min(value, maximum)
        return True

    def _counts(self, node_id: str, maximum: int, display_id: str) -> bool:
        """Whether a node that the graph did not announce as a sampler is one after all."""
        if maximum <= 1:
            return False
        if display_id in self._expected and display_id not in self._done:
            del self._expected[display_id]  # it has expanded into nodes that count in its place
            self._expanded.add(display_id)
        is_guess = self._is_guessed and not self._expected and self._feeds_others(node_id)
        if display_id in self._expanded or is_guess:
            self._expected[node_id] = None
            return True
        return False

    def _feeds_others(self, node_id: str) -> bool:
        return any(
            link.node_id == node_id for one in self._graph for link in self._graph.links(one)
        )

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


def _denoises(graph: Graph, node_id: str) -> bool:
    inputs = graph.inputs(node_id)
    return any(name in inputs for name in _NOISE_INPUTS) and any(
        name in inputs for name in _LENGTH_INPUTS
    )


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
