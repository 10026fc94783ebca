"""How many frames, how large, how fast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from restitch_app.comfy.bindings.picture_roles import Role, uses
from restitch_app.comfy.bindings.reading import Reading
from restitch_app.comfy.bindings.sightings import Found, Sighting
from restitch_app.comfy.bindings.values import expression_of, variables
from restitch_app.comfy.bindings.writing import agreeing
from restitch_app.comfy.workflows.graph import Link
from restitch_app.domain.bindings import Confidence, InputName

_BATCHES = ("batch_size", "amount")
RATE_NAMES = ("fps", "frame_rate", "framerate", "frames_per_second", "video_fps", "rate")
# On other nodes these count other things: pictures taken out of a row, letters of a text.
_AMBIGUOUS_LENGTHS = ("length", "frames", "max_frames")
_MOST_HOPS = 64


def find_length(reading: Reading) -> Found:
    """The frame count where the video is set out, and those elsewhere that agree with it.

    Where frames are the pictures of a batch, as with AnimateDiff, it is the size of that batch.
    """
    setting_out = [one for one in reading.used if reading.sets_out_video(one)]
    found = [
        Sighting(place, Confidence.CERTAIN, f"{place.input_name} of {reading.title(node_id)}")
        for node_id in setting_out
        for place in reading.lengths(node_id)
    ]
    if not found:
        return agreeing(reading, list(_batches(reading)))
    return agreeing(reading, [*found, *_lengths_beside(reading, set(setting_out))])


def _lengths_beside(reading: Reading, setting_out: set[str]) -> Iterator[Sighting]:
    """Of the sound, and of rows of pictures that are filled up to the same number of frames."""
    for node_id in reading.used:
        if node_id in setting_out or node_id not in reading.before_samplers:
            continue
        is_sound = "audio" in reading.graph.class_of(node_id).lower()
        for place in reading.lengths(node_id):
            if is_sound or place.input_name not in _AMBIGUOUS_LENGTHS:
                reason = f"{place.input_name} of {reading.title(node_id)}, which has to agree"
                yield Sighting(place, Confidence.CERTAIN, reason)


def _batches(reading: Reading) -> Iterator[Sighting]:
    """Batches of more than one on the samplers' latents."""
    for sampler in reading.samplers:
        for node_id in _latents_before(reading, sampler):
            for name in _BATCHES:
                place = InputName(node_id, name)
                if (reading.number(place) or 0) > 1:
                    reason = f"{name} of {reading.title(node_id)}: one frame each"
                    yield Sighting(place, Confidence.LIKELY, reason)


def _latents_before(reading: Reading, sampler: str) -> Iterator[str]:
    here = sampler
    for _ in range(_MOST_HOPS):
        latents = reading.linked(here, "LATENT")
        link = reading.graph.link(reading.graph.source(latents[0])) if latents else None
        if link is None or reading.is_sampler(link.node_id):
            return
        here = link.node_id
        yield here


def find_size(reading: Reading, name: str) -> Found:
    """`name`: "width" or "height". Empty where only the seed frame decides it."""
    found: list[Sighting] = []
    for node_id in _placing_nodes(reading):
        place = _through(reading, InputName(node_id, name), name)
        if place is not None and reading.number(place) is not None:
            title = reading.title(node_id)
            is_direct = place == reading.graph.source(InputName(node_id, name))
            confidence = Confidence.CERTAIN if is_direct else Confidence.LIKELY
            found.append(Sighting(place, confidence, f"{name} of {title}"))
    return agreeing(reading, found or list(_seed_frame_sizes(reading, name)))


def _seed_frame_sizes(reading: Reading, name: str) -> Iterator[Sighting]:
    """Where nothing else says it, the video has the size that its first picture is scaled to."""
    for use in uses(reading):
        place = _scaled_to(reading, use.at, name) if use.role is Role.START else None
        if place is not None and reading.number(place) is not None:
            title = reading.title(place.node_id)
            yield Sighting(place, Confidence.LIKELY, f"{title} scales the first picture to it")


def _placing_nodes(reading: Reading) -> tuple[str, ...]:
    """Where the size of the video is said; a sampler's batch of pictures as the last resort."""
    sized = [one for one in reading.used if _is_sized(reading, one)]
    if sized:
        return tuple(sized)
    return tuple(
        node_id
        for sampler in reading.samplers
        for node_id in _latents_before(reading, sampler)
        if "width" in reading.graph.inputs(node_id)
    )


def _is_sized(reading: Reading, node_id: str) -> bool:
    return "width" in reading.graph.inputs(node_id) and reading.sets_out_video(node_id)


def _through(reading: Reading, place: InputName, name: str) -> InputName | None:
    """A size is often halved or rounded by a formula of one value, or measured off a picture that
    was scaled to it: that value is the size.
    """
    graph = reading.graph
    source = graph.source(place)
    for _ in range(_MOST_HOPS):
        link = graph.link(source)
        if link is None:
            return source
        further = _measured(reading, link, name)
        if further is None:
            return None
        source = graph.source(further)
    return None


def _measured(reading: Reading, link: Link, name: str) -> InputName | None:
    graph, node_id = reading.graph, link.node_id
    if expression_of(graph, node_id) is not None:
        named = variables(graph, node_id)
        return named[0] if len(named) == 1 else None
    own = InputName(node_id, name)
    if name in graph.inputs(node_id) and reading.linked(node_id, "IMAGE"):
        return own
    pictures = reading.linked(node_id, "IMAGE")
    return _scaled_to(reading, pictures[0], name) if pictures else None


def _scaled_to(reading: Reading, picture: InputName, name: str) -> InputName | None:
    """The size of the node that scaled the picture, or the latent made of it, that arrives here."""
    here = picture
    for _ in range(_MOST_HOPS):
        link = reading.graph.link(reading.graph.source(here))
        if link is None or reading.is_sampler(link.node_id):
            return None
        for held in reading.graph.inputs(link.node_id):
            if held == name or held.endswith(f".{name}"):
                return InputName(link.node_id, held)
        further = reading.linked(link.node_id, "IMAGE") or reading.linked(link.node_id, "LATENT")
        if not further:
            return None
        here = further[0]
    return None


def find_fps(reading: Reading) -> Found:
    """The rate the file is written with, and the model's own where it is told the same."""
    found: Sequence[Sighting] = [
        Sighting(place, Confidence.CERTAIN, f"{name} of {reading.title(node_id)}")
        for node_id in reversed(reading.used)
        for name in RATE_NAMES
        if reading.graph.value(place := InputName(node_id, name)) is not None
        and not reading.carries(place, "IMAGE")
    ]
    return agreeing(reading, found)
