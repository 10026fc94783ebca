"""Walking upstream from a picture or latent to the files it was loaded from."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from restitch_app.comfy.bindings import names
from restitch_app.comfy.bindings.reading import Reading
from restitch_app.comfy.workflows.graph import Link
from restitch_app.domain.bindings import Confidence, InputName

_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff")
_FILE_WORDS = {"image", "path", "url", "file", "filename", "base64", "filepath", "picture"}
# Of several pictures that one node takes, the one it is about.
_MAIN = ("image", "images", "pixels", "input", "image_target", "destination", "base_image")
_UPLOADING = ("LoadImage", "LoadImageOutput")
_BATCHING = ("batch", "list", "sequence")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file's name in the graph."""

    at: InputName
    confidence: Confidence
    """CERTAIN for a file that can be uploaded; UNSURE for a path, an address, encoded data."""
    caveat: str = ""


@dataclass(frozen=True, slots=True)
class _Step:
    place: InputName
    is_latent: bool


def loaders_behind(reading: Reading, start: InputName, *, last: bool = False) -> tuple[Loaded, ...]:
    """The loaders whose picture arrives at an input, through nodes that change or choose one.

    Where pictures are put in a row, the first of them, or the `last`. Several where they are
    mixed. Pictures that a sampler made are not loaded. Ends on rings and on links into nowhere.
    """
    found: dict[InputName, Loaded] = {}
    seen: set[Link] = set()
    waiting = deque([_Step(start, reading.carries(start, "LATENT"))])
    while waiting:
        step = waiting.popleft()
        link = reading.graph.link(reading.graph.source(step.place))
        if link is None or link in seen:
            continue
        seen.add(link)
        loaded = loader(reading, link)
        if loaded is not None:
            found[loaded.at] = loaded
        else:
            waiting.extend(_further(reading, link.node_id, is_latent=step.is_latent, last=last))
    return tuple(found.values())


def _further(reading: Reading, node_id: str, *, is_latent: bool, last: bool) -> list[_Step]:
    if reading.is_sampler(node_id) or (is_latent and reading.makes_video(node_id)):
        return []
    latents = reading.linked(node_id, "LATENT") if is_latent else ()
    if latents:
        return [_Step(latents[-1 if last else 0], is_latent=True)]
    pictures = pictures_into(reading, node_id)
    return [_Step(place, is_latent=False) for place in _leading(reading, node_id, pictures, last)]


def pictures_into(reading: Reading, node_id: str) -> tuple[InputName, ...]:
    """The connected pictures that may be passed on, references for a look left out."""
    linked = reading.linked(node_id, "IMAGE")
    plain = tuple(place for place in linked if not names.is_about_looks(place.input_name))
    return plain or linked or reading.unknown(node_id)


def is_row(reading: Reading, node_id: str) -> bool:
    """A node that puts several pictures one after the other."""
    name = reading.graph.class_of(node_id).lower()
    return any(word in name for word in _BATCHING) and len(pictures_into(reading, node_id)) > 1


def _leading(
    reading: Reading, node_id: str, pictures: tuple[InputName, ...], last: bool
) -> tuple[InputName, ...]:
    if len(pictures) < 2:
        return pictures
    if is_row(reading, node_id):
        return (pictures[-1 if last else 0],)
    main = [place for place in pictures if place.input_name in _MAIN]
    return (main[0],) if len(main) == 1 else pictures


def loader(reading: Reading, link: Link) -> Loaded | None:
    """A node that is fed no picture, gives one, and names a file."""
    node_id = link.node_id
    fed = (*reading.linked(node_id, "IMAGE"), *reading.linked(node_id, "LATENT"))
    if any(not _is_text(reading, place) for place in fed):
        return None
    node_type = reading.node_type(node_id)
    if node_type is not None:
        slot = node_type.outputs[link.slot].types if link.slot < len(node_type.outputs) else ()
        if "IMAGE" not in slot and "*" not in slot:
            return None
        for place in reading.places(node_id):
            declared = node_type.input(place.input_name)
            if declared is not None and declared.upload == "image":
                return Loaded(reading.graph.source(place), Confidence.CERTAIN)
    elif reading.graph.class_of(node_id) in _UPLOADING:
        place = InputName(node_id, "image")
        named = link.slot == 0 and _is_text(reading, place)
        return Loaded(reading.graph.source(place), Confidence.CERTAIN) if named else None
    return _by_name(reading, node_id)


def _by_name(reading: Reading, node_id: str) -> Loaded | None:
    """An input whose name speaks of a file, on a node that says it loads or fetches."""
    if "load" not in reading.graph.class_of(node_id).lower():
        return None
    for place in reading.places(node_id):
        if set(names.words(place.input_name)) & _FILE_WORDS and _is_text(reading, place):
            return _by_value(reading, place)
    return None


def _by_value(reading: Reading, place: InputName) -> Loaded:
    source = reading.graph.source(place)
    value = str(reading.graph.literal(place))
    looks_uploaded = value.lower().endswith(_SUFFIXES) and not set(value) & set("/\\:")
    if looks_uploaded and "image" in names.words(place.input_name):
        return Loaded(source, Confidence.LIKELY)
    return Loaded(source, Confidence.UNSURE, "what it loads cannot be uploaded by name")


def _is_text(reading: Reading, place: InputName) -> bool:
    return isinstance(reading.graph.literal(place), str)
