"""The texts behind the samplers' positive and negative conditioning."""

from __future__ import annotations

from collections.abc import Iterator

from restitch_app.comfy.bindings import names
from restitch_app.comfy.bindings.reading import Reading
from restitch_app.comfy.bindings.sightings import Found, Sighting
from restitch_app.comfy.bindings.values import joined
from restitch_app.comfy.bindings.writing import agreeing
from restitch_app.comfy.workflows.node_types import InputKind
from restitch_app.domain.bindings import Confidence, InputName

_NO_TEXT = ("ConditioningZeroOut",)
_MOST_HOPS = 200
_TEXT_NAMES = ("text", "prompt", "t5xxl", "clip_l", "text_g", "text_l", "caption", "string")
# Of nodes that combine two, the first one is the prompt proper.
_FIRST_OF_TWO = ("conditioning_to", "conditioning_1", "conditioning1", "cond1", "conditioning")


def find_prompt(reading: Reading) -> Found:
    return _texts(reading, "positive")


def find_negative_prompt(reading: Reading, prompt: Found) -> Found:
    """What is the prompt already is not the negative one as well."""
    found = _texts(reading, "negative")
    places = tuple(place for place in found.places if place not in prompt.places)
    return Found(places, found.confidence, found.sightings)


def _texts(reading: Reading, side: str) -> Found:
    found: list[Sighting] = []
    for sampler in reading.samplers:
        for start in _entries(reading, sampler, side):
            found.extend(_behind(reading, start, side))
    if not reading.samplers:
        found.extend(_of_services(reading, side))
    return agreeing(reading, found)


def _entries(reading: Reading, sampler: str, side: str) -> Iterator[InputName]:
    """The sampler's own input, its guider's, or its one input for both."""
    guider = reading.graph.link(reading.graph.source(InputName(sampler, "guider")))
    node_id = guider.node_id if guider is not None else sampler
    inputs = reading.graph.inputs(node_id)
    sided = [name for name in inputs if side in names.words(name)]
    if sided:
        yield from (InputName(node_id, name) for name in sided)
        return
    other = "negative" if side == "positive" else "positive"
    plain = [
        place
        for place in reading.places(node_id)
        if other not in names.words(place.input_name) and _is_conditioning(reading, place)
    ]
    is_one_sided = any(other in names.words(name) for name in inputs) or guider is not None
    if plain and (side == "positive" or not is_one_sided):
        yield plain[0]


def _is_conditioning(reading: Reading, place: InputName) -> bool:
    said = set(names.words(place.input_name))
    is_embeds = bool(said & names.EMBEDS) and not said & (names.PICTURE | {"vision"})
    return reading.graph.link(place) is not None and (
        is_embeds or reading.carries(place, "CONDITIONING")
    )


def _behind(reading: Reading, place: InputName, side: str) -> list[Sighting]:
    graph = reading.graph
    if isinstance(graph.literal(place), str):
        return [Sighting(place, Confidence.CERTAIN, f"{side} of {reading.title(place.node_id)}")]
    for _ in range(_MOST_HOPS):
        link = graph.link(graph.source(place))
        if link is None or graph.class_of(link.node_id) in _NO_TEXT:
            return []
        further = _conditioning_into(reading, link.node_id, link.slot, side)
        if further is None:
            return _written_at(reading, link.node_id, side)
        place = further
    return []


def _conditioning_into(reading: Reading, node_id: str, slot: int, side: str) -> InputName | None:
    """Nodes with two outputs of conditioning: 0 is the positive, 1 the negative."""
    linked = [place for place in reading.places(node_id) if _is_conditioning(reading, place)]
    by_name = {place.input_name: place for place in linked}
    wanted = _side_of_slot(reading, node_id, slot, side) if len(by_name) > 1 else side
    for name in (*(one for one in by_name if wanted in names.words(one)), *_FIRST_OF_TWO):
        if name in by_name:
            return by_name[name]
    sided = {"positive", "negative"}
    plain = [place for place in linked if not sided & set(names.words(place.input_name))]
    return plain[0] if plain else None


def _side_of_slot(reading: Reading, node_id: str, slot: int, side: str) -> str:
    if not {"positive", "negative"} <= set(reading.graph.inputs(node_id)):
        return side
    node_type = reading.node_type(node_id)
    if node_type is not None and slot < len(node_type.outputs):
        said = set(names.words(node_type.outputs[slot].name)) & {"positive", "negative"}
        if len(said) == 1:
            return said.pop()
    return "negative" if slot == 1 else "positive" if slot == 0 else side


def _written_at(reading: Reading, encoder: str, side: str) -> list[Sighting]:
    """The encoder's texts for this side; those of the same words are one prompt."""
    inputs = reading.graph.inputs(encoder)
    other = "negative" if side == "positive" else "positive"
    sided = [
        name for name in inputs if side in names.words(name) and _is_text(reading, encoder, name)
    ]
    if not sided and any(other in names.words(name) for name in inputs):
        return []
    named = [name for name in _TEXT_NAMES if name in inputs and _is_text(reading, encoder, name)]
    plain = sided or named or _only_text(reading, encoder)
    title = reading.title(encoder)
    return [
        seen
        for name in plain
        for seen in _settled_text(reading, InputName(encoder, name), f"{name} of {title}")
    ]


def _only_text(reading: Reading, node_id: str) -> list[str]:
    """The one that is written in several lines, or the one text that the node has at all."""
    node_type = reading.node_type(node_id)
    inputs = reading.graph.inputs(node_id)
    if node_type is None:
        texts = [name for name, value in inputs.items() if isinstance(value, str)]
        return texts if len(texts) == 1 and " " in str(inputs[texts[0]]) else []
    texts = [one.name for one in node_type.inputs if one.kind is InputKind.TEXT]
    longer = [one.name for one in node_type.inputs if one.is_multiline]
    found = longer if len(longer) == 1 else texts
    return found if len(found) == 1 and found[0] in inputs else []


def _is_text(reading: Reading, node_id: str, name: str) -> bool:
    place = InputName(node_id, name)
    return isinstance(reading.graph.value(place), str) or reading.graph.link(place) is not None


def _settled_text(reading: Reading, place: InputName, reason: str) -> list[Sighting]:
    """Where the text is written; the encoder's own input if a node works it out."""
    graph = reading.graph
    source = graph.source(place)
    link = graph.link(source)
    if link is None:
        return [Sighting(source, Confidence.CERTAIN, reason)]
    found = [Sighting(place, Confidence.LIKELY, f"{reason}, in place of what is worked out")]
    parts = joined(graph, link.node_id) or tuple(
        InputName(link.node_id, name) for name in _TEXT_NAMES if name in graph.inputs(link.node_id)
    )
    for part in parts:
        written = graph.source(part)
        if isinstance(graph.value(written), str):
            title = reading.title(link.node_id)
            found.append(Sighting(written, Confidence.UNSURE, f"goes through {title}"))
    return found


def _of_services(reading: Reading, side: str) -> Iterator[Sighting]:
    """Nodes that ask a service take their texts themselves."""
    wanted = {
        "positive": ("prompt", "positive_prompt", "prompt_text"),
        "negative": ("negative_prompt",),
    }
    for node_id in reading.used:
        for name in wanted[side]:
            if isinstance(reading.graph.literal(place := InputName(node_id, name)), str):
                yield Sighting(place, Confidence.LIKELY, f"{name} of {reading.title(node_id)}")
