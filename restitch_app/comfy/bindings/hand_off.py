"""The last picture of a video as the model made it, saved beside the video without loss.

`ImageFromBatch` takes it out of the pictures that become the video, `SaveImage` writes it as PNG.
Both only read what is there: the nodes before them stay the same, so a server's cache holds.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import TYPE_CHECKING

from restitch_app.comfy.bindings.reading import Reading
from restitch_app.comfy.bindings.values import number_at
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
    pictures = _pictures_behind(Reading(graph, types, bindings.output_node), bindings.output_node)
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


def without_hand_off(prompt: JsonObject) -> JsonObject:
    """A copy of the prompt without the nodes that `add_hand_off` put in; they are ours alone.

    Known by class and title, so that a clip that was made with them gives its own graph back.
    """
    graph = Graph(prompt)
    ours = {
        node_id
        for node_id in graph
        if graph.class_of(node_id) in (_PICK, _SAVE) and graph.title(node_id) == _TITLE
    }
    return copy.deepcopy({node_id: node for node_id, node in prompt.items() if node_id not in ours})


def _pictures_behind(reading: Reading, output_node: str) -> Link | None:
    """The pictures that the output node, or the node that makes its video, is given."""
    if _is_rearranged(reading, output_node):
        return None
    pictures = reading.linked(output_node, "IMAGE")
    if not pictures:
        videos = reading.linked(output_node, "VIDEO")
        made = reading.graph.link(reading.graph.source(videos[0])) if videos else None
        if made is None or reading.linked(made.node_id, "VIDEO"):
            return None  # a video that was cut or joined may end elsewhere
        pictures = reading.linked(made.node_id, "IMAGE")
    if len(pictures) != 1:
        return None
    link = reading.graph.link(reading.graph.source(pictures[0]))
    return None if link is None or _is_list(reading, link) else link


def _is_rearranged(reading: Reading, output_node: str) -> bool:
    """Played there and back, written in parts, or decoded by the saver itself."""
    graph = reading.graph
    linked = [name for name in ("vae", "meta_batch") if name in graph.inputs(output_node)]
    if any(graph.link(InputName(output_node, name)) is not None for name in linked):
        return True
    return graph.truth(InputName(output_node, "pingpong")) is True


def _is_list(reading: Reading, link: Link) -> bool:
    """Each picture would run through the new nodes by itself."""
    node_type = reading.node_type(link.node_id)
    outputs = node_type.outputs if node_type is not None else ()
    return link.slot < len(outputs) and outputs[link.slot].is_list


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
    """Numbers as ComfyUI's own, after all that are taken, those of subgraphs ("12:3") too."""
    parts = (part for node_id in graph for part in node_id.split(":"))
    taken = [int(part) for part in parts if part.isdecimal() and len(part) < 15]
    start = max(taken, default=0) + 1
    return (str(start + offset) for offset in range(count))
