"""The inputs behind the numbers: seed, steps, length, size and rate.

A number is often a link. Through switches and primitives the link is followed to the literal; a
formula of several values stays, and its result is replaced by a literal wherever it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from restitch_app.comfy.bindings.numbers import MATH, number_at, variables
from restitch_app.comfy.loose import as_number, as_text
from restitch_app.comfy.workflows.graph import Graph, Link
from restitch_app.domain.bindings import InputName

_SEED_INPUTS = {
    "KSampler": "seed",
    "KSamplerAdvanced": "noise_seed",
    "SamplerCustom": "noise_seed",
    "RandomNoise": "noise_seed",
    "WanVideoSampler": "seed",
}
_LENGTH_INPUTS = ("length", "video_frames", "num_frames", "frames_number")
_FPS_INPUTS = {
    "CreateVideo": "fps",
    "VHS_VideoCombine": "frame_rate",
    "SaveWEBM": "fps",
    "SaveAnimatedWEBP": "fps",
    "LTXVConditioning": "frame_rate",
    "LTXVEmptyLatentAudio": "frame_rate",
}


def on_nodes(
    graph: Graph, used: Iterable[str], input_name: str, class_words: Sequence[str]
) -> Iterator[InputName]:
    """The input on every node whose class contains one of the words."""
    for node_id in used:
        if input_name in graph.inputs(node_id) and any(
            word in graph.class_of(node_id) for word in class_words
        ):
            yield InputName(node_id, input_name)


def settled(graph: Graph, places: Iterable[InputName]) -> tuple[InputName, ...]:
    """The places to write to, each once. Inputs that are not there are left out."""
    found: dict[InputName, None] = {}
    for place in places:
        if graph.value(place) is not None:
            found.update(dict.fromkeys(_writable(graph, place)))
    return tuple(found)


def _writable(graph: Graph, place: InputName) -> tuple[InputName, ...]:
    """The literal behind a place, or every input that is fed by the same formula."""
    source = graph.source(place)
    link = graph.link(source)
    if link is None:
        return (source,)
    if _is_identity(graph, link):
        return _writable(graph, variables(graph, link.node_id)[0])
    return graph.consumers(link)


def _is_identity(graph: Graph, link: Link) -> bool:
    """A formula such as "a" that only turns an int into a float."""
    named = variables(graph, link.node_id)
    expression = as_text(graph.value(InputName(link.node_id, "expression"))).strip()
    return [f"values.{expression}"] == [place.input_name for place in named]


def find_seeds(graph: Graph, used: Iterable[str]) -> tuple[InputName, ...]:
    """All of them, those that add no noise of their own last: ancestral samplers use them too."""
    places = [
        InputName(node_id, _SEED_INPUTS[graph.class_of(node_id)])
        for node_id in used
        if graph.class_of(node_id) in _SEED_INPUTS
    ]
    places.sort(
        key=lambda place: (
            graph.value(InputName(place.node_id, "add_noise")) == "disable",
            graph.depth(place.node_id),
        )
    )
    return settled(graph, places)


def find_split_steps(graph: Graph, used: Iterable[str]) -> tuple[InputName, ...]:
    """Handover points of chained samplers, the whole range's own ends left out."""
    places: list[InputName] = []
    for node_id in used:
        steps = number_at(graph, InputName(node_id, "steps"))
        for name in ("start_at_step", "end_at_step"):
            at = number_at(graph, InputName(node_id, name))
            if steps is not None and at is not None and 0 < at < steps:
                places.append(InputName(node_id, name))
    return settled(graph, places)


def find_lengths(graph: Graph, used: Sequence[str]) -> tuple[InputName, ...]:
    """Frame counts that agree with the one on the conditioning or empty latent node."""
    nodes = _sized_nodes(graph, used)
    places = [
        InputName(node_id, name)
        for node_id in nodes
        for name in _LENGTH_INPUTS
        if name in graph.inputs(node_id)
    ]
    audio = on_nodes(graph, used, "frames_number", ("LatentAudio",))
    return settled(graph, (*_agreeing(graph, places), *audio) if places else ())


def find_sizes(
    graph: Graph, used: Sequence[str]
) -> tuple[tuple[InputName, ...], tuple[InputName, ...]]:
    """Width and height. Empty where only the seed frame decides (GetImageSize)."""
    nodes = _sized_nodes(graph, used)
    return (_size(graph, nodes, "width"), _size(graph, nodes, "height"))


def _size(graph: Graph, nodes: Iterable[str], name: str) -> tuple[InputName, ...]:
    places = [_through_formulas(graph, InputName(node_id, name)) for node_id in nodes]
    literals = [place for place in places if as_number(graph.value(place)) is not None]
    return settled(graph, _agreeing(graph, literals))


def _through_formulas(graph: Graph, place: InputName) -> InputName:
    """A size is often halved or rounded by a formula of one value: that value is the size."""
    source = graph.source(place)
    for _ in range(8):
        link = graph.link(source)
        if link is None or graph.class_of(link.node_id) != MATH:
            break
        named = variables(graph, link.node_id)
        if len(named) != 1:
            break
        source = graph.source(named[0])
    return source


def _sized_nodes(graph: Graph, used: Iterable[str]) -> tuple[str, ...]:
    """Nodes that set out the video: a frame count and a size or batch beside it."""
    return tuple(
        node_id
        for node_id in sorted(used, key=graph.depth)
        if any(name in graph.inputs(node_id) for name in _LENGTH_INPUTS)
        and "width" in graph.inputs(node_id)
    )


def _agreeing(graph: Graph, places: Sequence[InputName]) -> tuple[InputName, ...]:
    """The first and those that hold the same value: another value means another thing."""
    if not places:
        return ()
    value = number_at(graph, places[0])
    return tuple(place for place in places if number_at(graph, place) == value)


def find_fps(graph: Graph, used: Iterable[str]) -> tuple[InputName, ...]:
    """The rate the file is written with, and the model's own where it is told the same."""
    places = [
        InputName(node_id, _FPS_INPUTS[graph.class_of(node_id)])
        for node_id in sorted(used, key=graph.depth, reverse=True)
        if graph.class_of(node_id) in _FPS_INPUTS
    ]
    return settled(graph, _agreeing(graph, places))
