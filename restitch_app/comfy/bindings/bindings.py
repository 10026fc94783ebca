"""Which inputs of a workflow are the seed frame, the seed, the prompt, ... Found by node class and
links, never by title: titles are translated or missing."""

from __future__ import annotations

from dataclasses import dataclass

from restitch_app.comfy.bindings.find_images import (
    find_end_frames,
    find_seed_frames,
    unconnected_start,
)
from restitch_app.comfy.bindings.find_prompts import find_texts
from restitch_app.comfy.bindings.find_values import (
    find_fps,
    find_lengths,
    find_seeds,
    find_sizes,
    find_split_steps,
    on_nodes,
    settled,
)
from restitch_app.comfy.bindings.hand_off import add_hand_off
from restitch_app.comfy.loose import JsonObject, as_text
from restitch_app.comfy.workflows.graph import Graph
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.comfy.workflows.steps import is_sampler
from restitch_app.comfy.workflows.workflow import WorkflowUnusable
from restitch_app.domain.bindings import (
    KEYS,
    Binding,
    BindingChoice,
    Candidate,
    Confidence,
    InputName,
)

__all__ = [
    "KEYS",
    "Bindings",
    "WorkflowUnclear",
    "add_hand_off",
    "describe_bindings",
    "find_bindings",
    "output_candidates",
]

Places = tuple[InputName, ...]
NOTHING_CHOSEN = BindingChoice()

SAVERS = ("SaveVideo", "VHS_VideoCombine", "SaveWEBM", "SaveAnimatedWEBP")
"""Classes that write a video; the earlier, the rather taken."""


@dataclass(frozen=True, slots=True)
class Bindings:
    """Where each value goes. An empty tuple: this workflow has no such input."""

    output_node: str
    """The node whose video is the result."""
    seed_frame: Places
    end_frame: Places
    seed: Places
    cfg: Places
    steps: Places
    split_steps: Places
    """Where one sampler hands over to the next, counted in `steps`: moves with them."""
    denoise: Places
    prompt: Places
    negative_prompt: Places
    length: Places
    width: Places
    height: Places
    fps: Places
    filename_prefix: Places

    def places(self, key: str) -> Places:
        """The inputs behind one of KEYS."""
        found: Places = getattr(self, key)
        return found

    @property
    def keys(self) -> tuple[str, ...]:
        """The KEYS this workflow has."""
        return tuple(key for key in KEYS if self.places(key))


class WorkflowUnclear(WorkflowUnusable):
    """Several inputs may be the seed frame: a reviewer has to say which one is."""

    code = "workflow_unclear"

    def __init__(self, title: str, detail: str, candidates: tuple[Candidate, ...]) -> None:
        super().__init__(title, detail, "Choose one of them in the workflow's editor")
        self.candidates = candidates


def find_bindings(
    workflow: JsonObject,
    name: str = "The workflow",
    choice: BindingChoice = NOTHING_CHOSEN,
    types: NodeTypes | None = None,
) -> Bindings:
    """Raises WorkflowUnusable when there is no video output or no seed frame; WorkflowUnclear,
    which is one of them, when several fit the seed frame and none was chosen.

    `choice` goes before what is found. `types` are a server's: nodes nobody has heard of are
    understood by what they take and give.
    """
    graph = Graph(workflow)
    output_node = choice.output_node or _output_node(graph, name)
    used = [node_id for node_id in graph if node_id in graph.upstream(output_node)]
    samplers = sorted((node_id for node_id in used if is_sampler(graph, node_id)), key=graph.depth)
    width, height = find_sizes(graph, used)
    found = Bindings(
        output_node=output_node,
        seed_frame=choice.places.get("seed_frame") or _only_seed_frame(graph, used, name),
        end_frame=find_end_frames(graph, used),
        seed=find_seeds(graph, used),
        cfg=settled(graph, on_nodes(graph, used, "cfg", ("Sampler", "Guider"))),
        steps=settled(graph, on_nodes(graph, used, "steps", ("Sampler", "Scheduler"))),
        split_steps=find_split_steps(graph, used),
        denoise=settled(graph, on_nodes(graph, used, "denoise", ("Sampler", "Scheduler"))),
        prompt=find_texts(graph, samplers, "positive"),
        negative_prompt=find_texts(graph, samplers, "negative"),
        length=find_lengths(graph, used),
        width=width,
        height=height,
        fps=find_fps(graph, used),
        filename_prefix=settled(graph, (InputName(output_node, "filename_prefix"),)),
    )
    return _corrected(found, choice)


def _corrected(found: Bindings, choice: BindingChoice) -> Bindings:
    places = {key: choice.places.get(key, found.places(key)) for key in KEYS}
    return Bindings(found.output_node, split_steps=found.split_steps, **places)


def describe_bindings(
    workflow: JsonObject, choice: BindingChoice = NOTHING_CHOSEN, types: NodeTypes | None = None
) -> tuple[Binding, ...]:
    """One for each of KEYS, in their order; never raises."""
    try:
        found = find_bindings(workflow, choice=choice, types=types)
    except WorkflowUnusable:
        return tuple(Binding(key, (), Confidence.UNSURE) for key in KEYS)
    return tuple(Binding(key, found.places(key), Confidence.LIKELY) for key in KEYS)


def output_candidates(
    workflow: JsonObject, types: NodeTypes | None = None
) -> tuple[Candidate, ...]:
    """The nodes whose file may be the result, the best first."""
    graph = Graph(workflow)
    savers = [node_id for node_id in graph if graph.class_of(node_id) in SAVERS]
    return tuple(
        Candidate(
            InputName(node_id, "filename_prefix"),
            graph.title(node_id),
            graph.class_of(node_id),
            as_text(graph.value(InputName(node_id, "filename_prefix"))),
            Confidence.LIKELY,
            "saves a video",
        )
        for node_id in sorted(savers, key=graph.depth, reverse=True)
    )


def _output_node(graph: Graph, name: str) -> str:
    """The last node that saves a video made by a sampler."""
    sampled = [
        node_id
        for node_id in graph
        if graph.class_of(node_id) in SAVERS
        and any(is_sampler(graph, other) for other in graph.upstream(node_id))
    ]
    if not sampled:
        raise WorkflowUnusable(
            "Restitch found no video output",
            f"{name}: no {', '.join(SAVERS)} node is fed by a sampler",
            "Add a Save Video node in ComfyUI and export the workflow again",
        )
    return max(
        sampled,
        key=lambda node_id: (graph.depth(node_id), -SAVERS.index(graph.class_of(node_id))),
    )


def _only_seed_frame(graph: Graph, used: list[str], name: str) -> Places:
    found = find_seed_frames(graph, used)
    if len(found) == 1:
        return found
    if found:
        listed = ", ".join(f"{place.node_id} ({graph.title(place.node_id)})" for place in found)
        raise WorkflowUnusable(
            "Restitch found more than one input for the seed frame",
            f"{name}: nodes {listed}",
            "Keep one of them in ComfyUI and export the workflow again",
        )
    start = unconnected_start(graph, used)
    reason = (
        f"{graph.title(start)} (node {start}) takes a start image, but none is connected"
        if start
        else "no Load Image node leads to the sampler"
    )
    raise WorkflowUnusable(
        "Restitch found no input for the seed frame",
        f"{name}: {reason}",
        "Use an image-to-video workflow",
    )
