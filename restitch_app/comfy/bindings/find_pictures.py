"""The files behind a video's first and last frame."""

from __future__ import annotations

from dataclasses import dataclass

from restitch_app.comfy.bindings import names
from restitch_app.comfy.bindings.picture_loaders import Loaded, loaders_behind
from restitch_app.comfy.bindings.picture_roles import Role, Use, uses
from restitch_app.comfy.bindings.reading import Reading
from restitch_app.comfy.bindings.sightings import Found, Sighting, best_first, is_better, only_one
from restitch_app.comfy.workflows.node_types import InputKind
from restitch_app.domain.bindings import Confidence, InputName


@dataclass(frozen=True, slots=True)
class FoundPictures:
    seed_frame: Found
    end_frame: Found
    generated: str
    """The input that starts the video with a picture made in the graph itself; "" if none does."""


def find_pictures(reading: Reading) -> FoundPictures:
    """The seed frame and, where there is one, the end frame: never the same file."""
    starts: list[Sighting] = []
    ends: list[Sighting] = []
    others: list[Sighting] = []
    generated = ""
    lists = {Role.START: starts, Role.END: ends, Role.OTHER: others}
    for use in uses(reading):
        loaded = loaders_behind(reading, use.at, last=use.role is Role.END)
        if not loaded and use.role is Role.START and use.confidence is Confidence.CERTAIN:
            generated = use.reason
        lists[use.role].extend(_sighting(use, one) for one in loaded)
    seed = only_one(starts)
    others = [Sighting(seen.at, Confidence.UNSURE, seen.reason) for seen in others]
    held = {seen.at for seen in seed.sightings}
    beside = [seen for seen in (*ends, *others) if seen.at not in held]
    seed = Found(seed.places, seed.confidence, (*seed.sightings, *_as_unsure(beside)))
    return FoundPictures(seed, _end(ends, seed), generated)


def _sighting(use: Use, loaded: Loaded) -> Sighting:
    confidence = use.confidence
    if is_better(confidence, loaded.confidence):
        confidence = loaded.confidence
    reason = f"{use.reason}; {loaded.caveat}" if loaded.caveat else use.reason
    return Sighting(loaded.at, confidence, reason)


def _as_unsure(sightings: list[Sighting]) -> tuple[Sighting, ...]:
    return best_first(Sighting(seen.at, Confidence.UNSURE, seen.reason) for seen in sightings)


def _end(ends: list[Sighting], seed: Found) -> Found:
    """A file that is the seed frame too cannot be set for itself."""
    return only_one(seen for seen in ends if seen.at not in seed.places)


def unconnected(reading: Reading, *, end: bool) -> str:
    """The title of a node that could take a first (or last) frame and is given none; else ""."""
    is_wanted = names.is_end if end else names.is_start
    for node_id in reading.used:
        node_type = reading.node_type(node_id)
        if node_type is None:
            if not end and _takes_start(reading, node_id):
                return f"{reading.title(node_id)} (node {node_id})"
            continue
        for one in node_type.inputs:
            takes_it = one.kind is InputKind.LINK and "IMAGE" in one.types and is_wanted(one.name)
            if takes_it and reading.graph.link(InputName(node_id, one.name)) is None:
                return f"{reading.title(node_id)} (node {node_id})"
    return ""


def _takes_start(reading: Reading, node_id: str) -> bool:
    """By its class alone: nothing is connected that could be a picture."""
    return names.makes_video_of_image(reading.graph.class_of(node_id)) and not any(
        reading.carries(place, "IMAGE") for place in reading.places(node_id)
    )
