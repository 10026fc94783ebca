"""Every single remedy under one signature: sides in, sides out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from restitch_app.analysis.arrays import Rgb
from restitch_app.smoothing import lengths
from restitch_app.smoothing.blend import cross_fade, overlap
from restitch_app.smoothing.colour_ramp import colour_ramp
from restitch_app.smoothing.flow_morph import flow_morph
from restitch_app.smoothing.interpolation import bridged
from restitch_app.smoothing.residual_fade import residual_fade
from restitch_app.smoothing.retiming import (
    meeting_elsewhere,
    meeting_elsewhere_in_time,
    without_repeats,
)
from restitch_app.smoothing.seam import Reach, Seam, Side, reach_of
from restitch_app.smoothing.sharpness_ramp import sharpness_ramp
from restitch_app.smoothing.sides import Sides
from restitch_app.smoothing.workspace import Workspace


class Method(StrEnum):
    """What one step of a recipe does (seams.md section 5)."""

    BLEND = "blend"
    BLEND_OVERLAP = "blend_overlap"
    REEXTRACT = "reextract"
    REEXTRACT_KEEP_LENGTH = "reextract_keep_length"
    DROP_REPEAT = "drop_repeat"
    COLOUR_RAMP = "colour_ramp"
    SHARPNESS_RAMP = "sharpness_ramp"
    FLOW_MORPH = "flow_morph"
    RESIDUAL_FADE = "residual_fade"
    BRIDGE = "bridge"


@dataclass(frozen=True, slots=True)
class Room:
    """The most frames that may be changed or left out on each side."""

    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Step:
    """A method, whose frames it changes, and how many of them on each side."""

    method: Method
    side: Side = Side.BOTH
    frames: int | None = None
    """None: the usual number, or for ramps as many as the step at the boundary asks for."""


Ramp = Callable[[Seam, Sequence[float], Workspace], list[Rgb]]
Fixed = Callable[[Sides, Reach, Workspace], Sides]


def planned(step: Step, sides: Sides, room: Room, workspace: Workspace) -> Reach:
    """How many frames the step will change, or leave out at most, on each side.

    A number asked for has to fit, or ValueError is raised; the usual one, and one that follows
    from the size of the step, take what room there is, which has to be one frame at least.
    """
    left = min(room.left, len(sides.left) - 1) if step.side is not Side.RIGHT else 0
    right = min(room.right, len(sides.right) - 1) if step.side is not Side.LEFT else 0
    usual = _USUAL_FRAMES.get(step.method)
    frames = step.frames or (usual and min(usual, _room_for(step, left, right)))
    if step.frames is None and step.method in _MEETING_ELSEWHERE:
        frames = min(frames or 0, _room_for(step, left, right) // 2)  # more would end a short clip
    if frames is None:
        return _shared(_RAMPS[step.method][1](sides.seam_from_right, workspace), left, right)
    wanted = reach_of(frames, step.side)
    if frames < 1 or wanted.left > left or wanted.right > right:
        raise ValueError(f"{step.method} has no room for {frames} frames")
    return wanted


def _room_for(step: Step, left: int, right: int) -> int:
    if step.side is Side.BOTH:
        return min(left, right)
    return left if step.side is Side.LEFT else right


def carried_out(
    step: Step, sides: Sides, reach: Reach, within: int | None, workspace: Workspace
) -> Sides:
    """The sides after the step; ramps leave frames out that are `within` or more away."""
    if step.method in _RAMPS:
        return _ramped(_RAMPS[step.method][0], sides, reach, within, workspace)
    return _FIXED[step.method](sides, reach, workspace)


def _ramped(
    ramp: Ramp, sides: Sides, reach: Reach, within: int | None, workspace: Workspace
) -> Sides:
    tail = ramp(sides.seam_from_left, reach.weights(reach.left)[:within], workspace)
    head = ramp(sides.seam_from_right, reach.weights(reach.right)[:within], workspace)
    return sides.with_new(
        (*sides.left[len(sides.left) - reach.left : len(sides.left) - len(tail)], *tail[::-1]),
        (*head, *sides.right[len(head) : reach.right]),
    )


def _shared(frames: int, left: int, right: int) -> Reach:
    """`frames` changed in all, half on each side where both have room."""
    if left + right == 0:
        raise ValueError("no frame may be changed here")
    on_left = min(left, max(frames // 2, frames - right))
    return Reach(on_left, min(right, frames - on_left))


def _overlapped(sides: Sides, reach: Reach, workspace: Workspace) -> Sides:
    """The mixed frames stand on the left, unless it may not be changed."""
    workspace.check()
    frames = max(reach.left, reach.right)
    if min(len(sides.left), len(sides.right)) <= frames:
        raise ValueError(f"too few frames to overlap {frames}")
    mixed = overlap(sides.left[-frames:], sides.right[:frames])
    if reach.left:
        return sides.trimmed(0, frames).with_new(mixed, ())
    return sides.trimmed(frames, 0).with_new((), mixed)


def _bridged(sides: Sides, reach: Reach, workspace: Workspace) -> Sides:
    return sides.with_new(*bridged(sides.left, sides.right, reach, workspace))


_RAMPS: Mapping[Method, tuple[Ramp, lengths.Length]] = MappingProxyType(
    {
        Method.BLEND: (cross_fade, lengths.ramp_for_colour),
        Method.COLOUR_RAMP: (colour_ramp, lengths.ramp_for_colour),
        Method.SHARPNESS_RAMP: (sharpness_ramp, lengths.ramp_for_sharpness),
        Method.FLOW_MORPH: (flow_morph, lengths.morph),
        Method.RESIDUAL_FADE: (residual_fade, lengths.fade),
    }
)
_FIXED: Mapping[Method, Fixed] = MappingProxyType(
    {
        Method.BLEND_OVERLAP: _overlapped,
        Method.REEXTRACT: meeting_elsewhere,
        Method.REEXTRACT_KEEP_LENGTH: meeting_elsewhere_in_time,
        Method.DROP_REPEAT: without_repeats,
        Method.BRIDGE: _bridged,
    }
)
_MEETING_ELSEWHERE = frozenset({Method.REEXTRACT, Method.REEXTRACT_KEEP_LENGTH})
_USUAL_FRAMES: Mapping[Method, int] = MappingProxyType(
    {
        Method.BLEND: 4,
        Method.BLEND_OVERLAP: 4,
        Method.REEXTRACT: 11,
        Method.REEXTRACT_KEEP_LENGTH: 5,
        Method.DROP_REPEAT: 1,
        Method.BRIDGE: 2,
    }
)
