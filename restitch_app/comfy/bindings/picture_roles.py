"""What a picture is for where it enters the making of a video."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from restitch_app.comfy.bindings import names
from restitch_app.comfy.bindings.picture_loaders import is_row, pictures_into
from restitch_app.comfy.bindings.reading import Reading
from restitch_app.domain.bindings import Confidence, InputName

# Nodes that look at a picture, whatever their input is called.
_LOOKING = re.compile(r"vision|controlnet|adapter|textencode|caption|prompt|redux", re.IGNORECASE)
_NO_MEANING = {"INT", "FLOAT", "STRING", "BOOLEAN", "MASK", "IMAGE", "COMBO"}


class Role(Enum):
    START = "start"
    END = "end"
    OTHER = "other"
    """A look, a middle frame, what a model of vision sees: no frame that can be pinned."""


@dataclass(frozen=True, slots=True)
class Use:
    """One input where a picture leaves the pictures and becomes part of a video."""

    at: InputName
    role: Role
    confidence: Confidence
    reason: str


def uses(reading: Reading) -> Iterator[Use]:
    """All of them on the way to the result; a row of pictures is two, its first and its last."""
    for node_id in reading.used:
        if _is_off(reading, node_id):
            continue
        for place in reading.places(node_id):
            if reading.carries(place, "IMAGE"):
                yield from _uses_of_picture(reading, place)
            elif reading.carries(place, "LATENT"):
                yield from _uses_of_latent(reading, place)


def _is_off(reading: Reading, node_id: str) -> bool:
    """Switched off by an input of its own (`LTXVImgToVideoInplace.bypass`)."""
    graph = reading.graph
    return (
        graph.truth(InputName(node_id, "bypass")) is True
        or graph.truth(InputName(node_id, "enabled")) is False
    )


def _uses_of_picture(reading: Reading, place: InputName) -> Iterator[Use]:
    name, title = place.input_name, reading.title(place.node_id)
    feeds = f"feeds {name} of {title}"
    certain, likely, unsure = Confidence.CERTAIN, Confidence.LIKELY, Confidence.UNSURE
    if names.is_end(name):
        yield Use(place, Role.END, certain, feeds)
    elif names.is_start(name):
        yield Use(place, Role.START, certain, feeds)
    elif (index := _frame_index(reading, place)) is not None:
        role = {0: Role.START, -1: Role.END}.get(int(index), Role.OTHER)
        yield Use(place, role, certain, f"guides {title} at frame {int(index)}")
    elif names.is_about_looks(name):
        yield Use(place, Role.OTHER, unsure, f"{feeds}, for a look")
    elif (row := _control_row(reading, place)) is not None:
        yield Use(place, Role.START, likely, f"first picture of {name} of {title}")
        if row > 1:
            yield Use(place, Role.END, likely, f"last picture of {name} of {title}")
    elif _makes_file(reading, place.node_id):
        if not reading.samplers:
            yield Use(place, Role.START, likely, "becomes the video itself")
    elif not _passes(reading, place.node_id):
        yield _use_by_node(reading, place, feeds)


def _use_by_node(reading: Reading, place: InputName, feeds: str) -> Use:
    """The name says no more than "image": what the node is for decides."""
    node_id, class_name = place.node_id, reading.graph.class_of(place.node_id)
    is_alone = len(reading.linked(node_id, "IMAGE")) == 1
    is_meant = names.is_generic_picture(place.input_name) or is_alone
    if is_meant and names.makes_video_of_image(class_name):
        return Use(place, Role.START, Confidence.CERTAIN, feeds)
    if names.is_about_looks(class_name) or _LOOKING.search(class_name):
        return Use(place, Role.OTHER, Confidence.UNSURE, f"{feeds}, for a look")
    if is_meant and reading.sets_out_video(node_id):
        return Use(place, Role.START, Confidence.LIKELY, feeds)
    is_possible = is_meant and (reading.is_sampler(node_id) or _feeds_a_model(reading, node_id))
    return Use(place, Role.START if is_possible else Role.OTHER, Confidence.UNSURE, feeds)


def _uses_of_latent(reading: Reading, place: InputName) -> Iterator[Use]:
    name, title = place.input_name, reading.title(place.node_id)
    if names.is_end(name):
        yield Use(place, Role.END, Confidence.CERTAIN, f"feeds {name} of {title}")
    elif names.is_start(name):
        yield Use(place, Role.START, Confidence.CERTAIN, f"feeds {name} of {title}")
    elif reading.is_sampler(place.node_id):
        reason = f"encoded, it is what {title} starts from"
        yield Use(place, Role.START, Confidence.LIKELY, reason)


def _frame_index(reading: Reading, place: InputName) -> float | None:
    """The `frame_idx` beside a picture, also `frame_idx_2` beside `image_2`."""
    said = list(names.words(place.input_name))
    for name in reading.graph.inputs(place.node_id):
        other = list(names.words(name))
        if {"frame"} & set(other) and {"idx", "index"} & set(other):
            digits = [word for word in other if word.isdigit()]
            if digits == [word for word in said if word.isdigit()]:
                return reading.number(InputName(place.node_id, name))
    return None


def _control_row(reading: Reading, place: InputName) -> int | None:
    """How many pictures a control video is put together from; None if it is none."""
    if not {"control", "frames", "video"} & set(names.words(place.input_name)):
        return None
    if names.is_generic_picture(place.input_name) or _makes_file(reading, place.node_id):
        return None
    link = reading.graph.link(reading.graph.source(place))
    if link is None or not is_row(reading, link.node_id):
        return None
    return len(pictures_into(reading, link.node_id))


def _passes(reading: Reading, node_id: str) -> bool:
    """Pictures or latents come out again: what they become part of is further down."""
    if reading.is_sampler(node_id) or reading.makes_video(node_id):
        return False
    return reading.gives(node_id, "IMAGE") or _only_encodes(reading, node_id)


def _only_encodes(reading: Reading, node_id: str) -> bool:
    return reading.gives(node_id, "LATENT") and not reading.sets_out_video(node_id)


def _makes_file(reading: Reading, node_id: str) -> bool:
    """Pictures go into a video or a file here."""
    return reading.gives(node_id, "VIDEO") or not reading.graph.outputs(node_id)


def _feeds_a_model(reading: Reading, node_id: str) -> bool:
    """What comes out is neither a number nor a text, and a sampler rests on it."""
    node_type = reading.node_type(node_id)
    if node_type is not None:
        given = {kind for one in node_type.outputs for kind in one.types}
        if given <= _NO_MEANING:
            return False
    else:
        asked = [
            place.input_name
            for link in reading.graph.outputs(node_id)
            for place in reading.graph.consumers(link)
        ]
        if not any(names.slot_type(name) not in ("", "MASK") for name in asked):
            return False
    return node_id in reading.before_samplers
