"""How many frames a bridge makes anew: what was asked for, as a video model can make it."""

from __future__ import annotations

from dataclasses import dataclass

from restitch_app.comfy.loose import as_object, as_text
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.services.remedies.names import LARGEST_BRIDGE, SMALLEST_BRIDGE, USUAL_BRIDGE
from restitch_app.services.workflows.segment import Prepared
from restitch_app.smoothing.methods import Room

ANCHORS = 2
"""The start and the end picture, which a result shows too."""
MODELS_STEP = 4
"""Video models make 4n+1 frames; where a server says 8, 8n+1."""
FEWEST_NEW = 2


@dataclass(frozen=True, slots=True)
class LengthSteps:
    """`least`, `least + step`, ... frames can be asked for."""

    least: int = 1
    step: int = MODELS_STEP

    def longest(self, new_frames: int) -> int:
        """The longest that holds at most so many new frames between its two pictures; the shortest
        that is a bridge where none does.

        What stands for exactly that many frames needs no resampling, which would invent some: 17
        frames hold 15 new ones, where 16 were asked for.
        """
        fits = range(self.least, new_frames + ANCHORS + 1, self.step)
        useful = [length for length in fits if length >= ANCHORS + FEWEST_NEW]
        if useful:
            return useful[-1]
        missing = max(0, ANCHORS + FEWEST_NEW - self.least)
        return self.least + -(-missing // self.step) * self.step


def steps_of(prepared: Prepared, types: NodeTypes | None) -> LengthSteps:
    """As the server's nodes declare the workflow's length; as models have it where none does."""
    if types is None:
        return LengthSteps()
    for place in prepared.bindings.places("length"):
        node = as_object(prepared.workflow.get(place.node_id))
        node_type = types.get(as_text(node.get("class_type")))
        declared = node_type.input(place.input_name) if node_type is not None else None
        if declared is not None and declared.step and declared.step > 1:
            return LengthSteps(max(1, int(declared.least or 1)), int(declared.step))
    return LengthSteps()


def usual_window(room: Room) -> int | None:
    """Frames on each side where nobody chose; None where there are too few for a bridge."""
    window = min(USUAL_BRIDGE, room.left, room.right)
    return window if window >= SMALLEST_BRIDGE else None


def halves(length: int) -> tuple[int, int]:
    """How many frames before the boundary and after it a render of `length` frames stands for.

    The odd one is before it.
    """
    new = length - ANCHORS
    return (new + 1) // 2, new // 2


def is_room(frames: tuple[int, int], room: Room) -> bool:
    """Whether so many may be made anew, and are judged with the frames around them."""
    left, right = frames
    return left <= min(room.left, LARGEST_BRIDGE) and right <= min(room.right, LARGEST_BRIDGE)
