"""The random seeds: which numbers decide the noise that a video is made from."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from restitch_app.comfy.bindings import names
from restitch_app.comfy.bindings.reading import Reading
from restitch_app.comfy.bindings.sightings import Found, Sighting
from restitch_app.comfy.bindings.writing import together
from restitch_app.domain.bindings import Confidence, InputName

_NOISE_TYPES = ("NOISE", "LATENT")


def find_seeds(reading: Reading) -> Found:
    """All of them, those that add no noise of their own last: ancestral samplers use them too.

    Seeds of other things (a text model, film grain) are candidates only. Without a sampler, as
    with nodes that ask a service, every seed counts.
    """
    noisy = _before_noise(reading)
    meant: list[Sighting] = []
    idle: list[Sighting] = []
    others: list[Sighting] = []
    for place in _seeds(reading):
        title = reading.title(place.node_id)
        if not reading.samplers:
            meant.append(Sighting(place, Confidence.LIKELY, f"seed of {title}"))
        elif place.node_id not in noisy:
            others.append(Sighting(place, Confidence.UNSURE, f"seed of {title}, not of the noise"))
        elif _adds_no_noise(reading, place.node_id):
            idle.append(Sighting(place, Confidence.CERTAIN, f"{title} adds no noise of its own"))
        else:
            meant.append(Sighting(place, Confidence.CERTAIN, f"noise of {title}"))
    return together(reading, [*meant, *idle], others)


def _seeds(reading: Reading) -> list[InputName]:
    return [
        place
        for node_id in reading.used
        for place in reading.places(node_id)
        if reading.is_seed(place)
    ]


def _before_noise(reading: Reading) -> frozenset[str]:
    """The samplers and what their noise or their latents come from."""
    found = set(reading.samplers)
    waiting = deque(reading.samplers)
    while waiting:
        for place in reading.places(waiting.popleft()):
            if _brings_noise(reading, place):
                fresh = {one for one in _fed_by(reading, place) if one not in found}
                found |= fresh
                waiting.extend(fresh)
    return frozenset(found)


def _fed_by(reading: Reading, place: InputName) -> Iterator[str]:
    """The node that is connected, and the one behind reroutes and switches."""
    for one in (place, reading.graph.source(place)):
        link = reading.graph.link(one)
        if link is not None:
            yield link.node_id


def _brings_noise(reading: Reading, place: InputName) -> bool:
    return "pipe" in names.words(place.input_name) or any(
        reading.carries(place, wanted) for wanted in _NOISE_TYPES
    )


def _adds_no_noise(reading: Reading, node_id: str) -> bool:
    return reading.graph.literal(InputName(node_id, "add_noise")) in ("disable", False)
