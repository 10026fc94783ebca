"""The Load Image nodes behind a video's first and last frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from restitch_app.comfy.loose import as_number
from restitch_app.comfy.workflows.graph import Graph
from restitch_app.domain.bindings import InputName

_START_INPUTS = ("start_image", "first_frame", "first_image", "init_image")
_END_INPUTS = ("end_image", "last_frame", "last_image")
_IMAGE_IS_START = ("LTXVImgToVideo", "LTXVImgToVideoInplace")
_TAKES_START = (
    "WanImageToVideo",
    "WanFirstLastFrameToVideo",
    "Wan22ImageToVideoLatent",
    "HunyuanVideo15ImageToVideo",
    "HunyuanImageToVideo",
    "Kandinsky5ImageToVideo",
)
_LOADERS = ("LoadImage", "LoadImageOutput")
_IMAGE_INPUTS = ("image", "images", "input", "pixels")  # of nodes that change a picture


def find_seed_frames(graph: Graph, used: Iterable[str]) -> tuple[InputName, ...]:
    return _loaders_behind(graph, _start_places(graph, used))


def find_end_frames(graph: Graph, used: Iterable[str]) -> tuple[InputName, ...]:
    return _loaders_behind(graph, _end_places(graph, used))


def unconnected_start(graph: Graph, used: Iterable[str]) -> str:
    """A node that could take a start image and has none; "" if there is no such node."""
    for node_id in used:
        if graph.class_of(node_id) in _TAKES_START and not any(
            name in graph.inputs(node_id) for name in _START_INPUTS
        ):
            return node_id
    return ""


def _loaders_behind(graph: Graph, places: Iterable[InputName]) -> tuple[InputName, ...]:
    found = (_loader_behind(graph, place) for place in places)
    return tuple(dict.fromkeys(place for place in found if place is not None))


def _start_places(graph: Graph, used: Iterable[str]) -> Iterator[InputName]:
    for node_id in used:
        inputs = graph.inputs(node_id)
        node_class = graph.class_of(node_id)
        if graph.truth(InputName(node_id, "bypass")) is True:  # LTXVImgToVideoInplace, switched off
            continue
        yield from (InputName(node_id, name) for name in _START_INPUTS if name in inputs)
        if node_class in _IMAGE_IS_START:
            yield InputName(node_id, "image")
        if node_class == "LTXVAddGuide" and _frame_index(graph, node_id) == 0:
            yield InputName(node_id, "image")
        yield from _control_frames(graph, node_id)[:1]


def _end_places(graph: Graph, used: Iterable[str]) -> Iterator[InputName]:
    for node_id in used:
        inputs = graph.inputs(node_id)
        yield from (InputName(node_id, name) for name in _END_INPUTS if name in inputs)
        if graph.class_of(node_id) == "LTXVAddGuide" and _frame_index(graph, node_id) == -1:
            yield InputName(node_id, "image")
        yield from _control_frames(graph, node_id)[1:]


def _frame_index(graph: Graph, node_id: str) -> float | None:
    return as_number(graph.value(graph.source(InputName(node_id, "frame_idx"))))


def _control_frames(graph: Graph, node_id: str) -> tuple[InputName, ...]:
    """VACE: the first and last picture of a control video that is put together from pictures."""
    if graph.class_of(node_id) != "WanVaceToVideo":
        return ()
    link = graph.link(graph.source(InputName(node_id, "control_video")))
    if link is None or graph.class_of(link.node_id) not in ("BatchImagesNode", "ImageBatch"):
        return ()
    batch = [
        InputName(link.node_id, name)
        for name in graph.inputs(link.node_id)
        if graph.link(InputName(link.node_id, name)) is not None
    ]
    # A loader at the end only: what lies between is filler.
    return (batch[0], batch[-1]) if len(batch) > 1 else tuple(batch)


def _loader_behind(graph: Graph, place: InputName) -> InputName | None:
    """Walk upstream through nodes that change a picture; None if a loader is not where it ends."""
    seen: set[str] = set()
    while (link := graph.link(graph.source(place))) is not None and link.node_id not in seen:
        seen.add(link.node_id)
        inputs = graph.inputs(link.node_id)
        if graph.class_of(link.node_id) in _LOADERS:
            return (
                InputName(link.node_id, "image") if link.slot == 0 and "image" in inputs else None
            )
        further = next((name for name in _IMAGE_INPUTS if name in inputs), None)
        if further is None:
            return None
        place = InputName(link.node_id, further)
    return None
