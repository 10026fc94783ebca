"""The last picture of a video as the model made it, saved beside the video without loss.

`ImageFromBatch` takes it out of the pictures that become the video, `SaveImage` writes it as PNG.
Both only read what is there: the nodes before them stay the same, so a server's cache holds.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import TYPE_CHECKING

from restitch_app.comfy.bindings.numbers import number_at
from restitch_app.comfy.loose import JsonObject, as_text
from restitch_app.comfy.workflows.graph import Graph, Link
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.domain.bindings import InputName

if TYPE_CHECKING:
    from restitch_app.comfy.bindings.bindings import Bindings

LAST_INDEX = 4095
"""Beyond the end `ImageFromBatch` takes the last picture. ComfyUI 0.3.64 allows 0 to 4095 and
`min(count - 1, index)`; 0.33.0 allows more and counts negative ones from the end, which the older
would refuse: a job may run on either."""
_PICK, _SAVE = "ImageFromBatch", "SaveImage"
_TITLE = "Last frame (Restitch)"


def add_hand_off(
    prompt: JsonObject, bindings: Bindings, types: NodeTypes | None = None
) -> tuple[JsonObject, str] | None:
    """A copy of the prompt that also saves the last picture, and the id of the node that does.

    The file is PNG, one picture, in the server's output folder, its name the video's prefix with
    `_last` after it. None where no pictures lead to the video, where the server lacks one of the
    two nodes, or where the video is longer than they can count.
    """
    if types is not None and (_PICK not in types or _SAVE not in types):
        return None
    graph = Graph(prompt)
    pictures = _pictures_behind(graph, bindings.output_node, types)
    index = _last_index(graph, bindings, types)
    if pictures is None or index is None:
        return None
    pick_id, save_id = _fresh_ids(graph, 2)
    filled = copy.deepcopy(prompt)
    filled[pick_id] = {
        "class_type": _PICK,
        "inputs": {"image": list(pictures), "batch_index": index, "length": 1},
        "_meta": {"title": _TITLE},
    }
    filled[save_id] = {
        "class_type": _SAVE,
        "inputs": {"images": [pick_id, 0], "filename_prefix": _prefix(graph, bindings)},
        "_meta": {"title": _TITLE},
    }
    return filled, save_id


def _pictures_behind(graph: Graph, output_node: str, types: NodeTypes | None) -> Link | None:
    """The pictures that the output node, or the node that makes its video, is given."""
    node_id = output_node
    for _ in range(8):
        pictures = _link(graph, node_id, ("images", "image", "frames"), "IMAGE", types)
        if pictures is not None:
            return pictures
        video = _link(graph, node_id, ("video",), "VIDEO", types)
        if video is None:
            return None
        node_id = video.node_id
    return None


def _link(
    graph: Graph, node_id: str, names: tuple[str, ...], wanted: str, types: NodeTypes | None
) -> Link | None:
    node_type = types.get(graph.class_of(node_id)) if types is not None else None
    for name in graph.inputs(node_id):
        taken = node_type.input(name) if node_type is not None else None
        if wanted in taken.types if taken is not None else name in names:
            link = graph.link(graph.source(InputName(node_id, name)))
            if link is not None:
                return link
    return None


def _last_index(graph: Graph, bindings: Bindings, types: NodeTypes | None) -> int | None:
    taken = None
    if types is not None and (pick := types.get(_PICK)) is not None:
        taken = pick.input("batch_index")
    most = taken.most if taken is not None and taken.most is not None else LAST_INDEX
    index = min(int(most), LAST_INDEX)
    frames = number_at(graph, bindings.length[0]) if bindings.length else None
    return index if frames is None or frames <= index + 1 else None


def _prefix(graph: Graph, bindings: Bindings) -> str:
    """Beside the video, under a name that differs from any of its own."""
    places = bindings.filename_prefix
    prefix = as_text(graph.value(graph.source(places[0]))) if places else ""
    return f"{prefix or 'restitch'}_last"


def _fresh_ids(graph: Graph, count: int) -> Iterator[str]:
    """Numbers as ComfyUI's own, after all that are taken; ids of subgraphs hold a colon."""
    taken = [int(node_id) for node_id in graph if node_id.isdecimal() and len(node_id) < 15]
    start = max(taken, default=0) + 1
    return (str(start + offset) for offset in range(count))
