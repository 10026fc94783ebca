"""Which inputs of a workflow are the seed frame, the seed, the prompt, ... Found by what nodes take
and give and how they are connected, never by title: titles are translated or missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from restitch_app.comfy.bindings.find_outputs import Output, OutputKind, find_outputs
from restitch_app.comfy.bindings.find_pictures import FoundPictures, find_pictures, unconnected
from restitch_app.comfy.bindings.find_prompts import find_negative_prompt, find_prompt
from restitch_app.comfy.bindings.find_seeds import find_seeds
from restitch_app.comfy.bindings.find_sizes import find_fps, find_length, find_size
from restitch_app.comfy.bindings.find_strengths import (
    find_cfg,
    find_denoise,
    find_split_steps,
    find_steps,
)
from restitch_app.comfy.bindings.hand_off import add_hand_off
from restitch_app.comfy.bindings.reading import Reading
from restitch_app.comfy.bindings.sightings import Found, Sighting, all_of, as_binding, candidates
from restitch_app.comfy.bindings.writing import settled
from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.workflows.graph import Graph
from restitch_app.comfy.workflows.node_types import NodeTypes
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
    no_end_frame: str = ""
    """Why the last frame cannot be given, in one sentence; empty where it can."""

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

    def __init__(self, title: str, detail: str, choices: tuple[Candidate, ...]) -> None:
        super().__init__(title, detail, "Choose one of them in the workflow's editor")
        self.candidates = choices


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
    output_node = _output_node(graph, types, choice) or _no_output(graph, types, name)
    reading = Reading(graph, types, output_node)
    pictures = find_pictures(reading)
    found = _corrected(graph, _find_all(reading, output_node, pictures), choice)
    if not found["seed_frame"].places:
        _refuse(reading, pictures, found["seed_frame"], name)
    return Bindings(
        output_node=output_node,
        split_steps=find_split_steps(reading),
        no_end_frame=_why_no_end(reading, found),
        **{key: found[key].places for key in KEYS},
    )


def describe_bindings(
    workflow: JsonObject, choice: BindingChoice = NOTHING_CHOSEN, types: NodeTypes | None = None
) -> tuple[Binding, ...]:
    """One for each of KEYS, in their order, whatever is missing; never raises."""
    graph = Graph(workflow)
    output_node = _output_node(graph, types, choice)
    reading = Reading(graph, types, output_node)
    found = _corrected(graph, _find_all(reading, output_node, find_pictures(reading)), choice)
    return tuple(as_binding(reading, key, found[key]) for key in KEYS)


def output_candidates(
    workflow: JsonObject, types: NodeTypes | None = None
) -> tuple[Candidate, ...]:
    """The nodes whose file may be the result, the best first.

    `at` is the input that names the file; only its node matters.
    """
    reading = Reading(Graph(workflow), types, None)
    sightings = [
        Sighting(InputName(one.node_id, "filename_prefix"), one.confidence, one.reason)
        for one in find_outputs(reading)
    ]
    return candidates(reading, sightings)


def _find_all(
    reading: Reading, output_node: str | None, pictures: FoundPictures
) -> dict[str, Found]:
    prompt = find_prompt(reading)
    return {
        "seed_frame": pictures.seed_frame,
        "end_frame": pictures.end_frame,
        "seed": find_seeds(reading),
        "cfg": find_cfg(reading),
        "steps": find_steps(reading),
        "denoise": find_denoise(reading),
        "prompt": prompt,
        "negative_prompt": find_negative_prompt(reading, prompt),
        "length": find_length(reading),
        "width": find_size(reading, "width"),
        "height": find_size(reading, "height"),
        "fps": find_fps(reading),
        "filename_prefix": _filename_prefix(reading, output_node),
    }


def _filename_prefix(reading: Reading, output_node: str | None) -> Found:
    if output_node is None:
        return Found()
    places = settled(reading.graph, (InputName(output_node, "filename_prefix"),))
    reason = f"names the file of {reading.title(output_node)}"
    return all_of([Sighting(place, Confidence.CERTAIN, reason) for place in places])


def _corrected(graph: Graph, found: Mapping[str, Found], choice: BindingChoice) -> dict[str, Found]:
    """What was chosen and is still there; a choice all of whose inputs are gone is left out."""
    corrected = dict(found)
    for key in KEYS:
        chosen = choice.places.get(key)
        if chosen is None:
            continue
        there = tuple(place for place in chosen if place.input_name in graph.inputs(place.node_id))
        if there or not chosen:
            corrected[key] = Found(there, Confidence.CHOSEN, _with_chosen(found[key], there))
    return corrected


def _with_chosen(found: Found, chosen: Places) -> tuple[Sighting, ...]:
    reasons = {seen.at: seen.reason for seen in found.sightings}
    first = [
        Sighting(place, Confidence.CHOSEN, reasons.get(place, "chosen by hand")) for place in chosen
    ]
    return (*first, *(seen for seen in found.sightings if seen.at not in chosen))


def _output_node(graph: Graph, types: NodeTypes | None, choice: BindingChoice) -> str | None:
    """The chosen one, else the best; None where nothing makes a video."""
    if choice.output_node is not None and choice.output_node in graph:
        return choice.output_node
    best = next(iter(_outputs(graph, types)), None)
    return best.node_id if best is not None and best.kind is not OutputKind.PICTURES else None


def _outputs(graph: Graph, types: NodeTypes | None) -> tuple[Output, ...]:
    return find_outputs(Reading(graph, types, None))


def _no_output(graph: Graph, types: NodeTypes | None, name: str) -> str:
    pictures = [graph.title(one.node_id) for one in _outputs(graph, types)]
    reason = f"{pictures[0]} saves single pictures" if pictures else "no node saves a video"
    raise WorkflowUnusable(
        "Restitch found no video output",
        f"{name}: {reason}",
        "Add a Save Video node in ComfyUI and export the workflow again",
    )


def _refuse(reading: Reading, pictures: FoundPictures, seed_frame: Found, name: str) -> None:
    """Raises: without a seed frame nothing can be joined to the segment before."""
    possible = candidates(reading, seed_frame.sightings)
    if seed_frame.confidence is Confidence.UNSURE:
        listed = ", ".join(f"{one.at.node_id} ({one.node_title})" for one in possible)
        several = "more than one input that may be" if len(possible) > 1 else "no sure input for"
        raise WorkflowUnclear(
            f"Restitch found {several} the seed frame", f"{name}: {listed}", possible
        )
    raise WorkflowUnusable(
        "Restitch found no input for the seed frame",
        f"{name}: {_why_no_seed_frame(reading, pictures)}",
        "Use an image-to-video workflow",
    )


def _why_no_seed_frame(reading: Reading, pictures: FoundPictures) -> str:
    if pictures.generated:
        return f"the first picture is made in the workflow itself; it {pictures.generated}"
    title = unconnected(reading, end=False)
    if title:
        return f"{title} takes a start image, but none is connected"
    return "no Load Image node leads to the sampler"


def _why_no_end(reading: Reading, found: Mapping[str, Found]) -> str:
    if found["end_frame"].places:
        return ""
    if found["end_frame"].confidence is Confidence.UNSURE:
        return "It is not clear which input is the end frame of this workflow"
    title = unconnected(reading, end=True)
    if title:
        return f"{title} takes an end frame, but no Load Image node is connected there"
    return "This workflow takes no end frame"
