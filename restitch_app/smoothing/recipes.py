"""The recipes that are tried at a boundary, and carrying one out on its real frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from restitch_app.analysis.arrays import Rgb
from restitch_app.smoothing.methods import Method, Room, Step, carried_out, planned
from restitch_app.smoothing.seam import Reach, Side
from restitch_app.smoothing.sides import Sides
from restitch_app.smoothing.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Recipe:
    """One remedy or a chain of them, each on what the one before left."""

    name: str
    """Stable: what is stored, and what the command line takes."""
    steps: tuple[Step, ...]

    @property
    def side(self) -> Side:
        """Whose frames it changes."""
        sides = {step.side for step in self.steps}
        return sides.pop() if len(sides) == 1 else Side.BOTH

    @property
    def method(self) -> Method:
        """The first one."""
        return self.steps[0].method

    def on(self, side: Side) -> Recipe:
        """The same for one side alone: the left's tail or the right's head."""
        return replace(self, steps=tuple(replace(step, side=side) for step in self.steps))

    def lasting(self, frames: int) -> Recipe:
        """The same with a length chosen by hand, for each of its steps."""
        return replace(self, steps=tuple(replace(step, frames=frames) for step in self.steps))


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a recipe makes of two sides, in scene order. Frames it left alone are the same arrays.

    As a treatment: leave `trim_left` and `trim_right` frames out, then let a patch stand for the
    last `touched_left` and the first `touched_right` frames of what remains.
    """

    left_frames: tuple[Rgb, ...]
    right_frames: tuple[Rgb, ...]
    trim_left: int
    trim_right: int
    touched_left: int
    touched_right: int
    reaches: tuple[Reach, ...]
    """How long each step turned out, in frames."""

    @property
    def frames_lost(self) -> int:
        """By how much the film gets shorter."""
        return self.trim_left + self.trim_right


def _one(method: Method, side: Side = Side.BOTH, frames: int | None = None) -> Recipe:
    return Recipe(method.value, (Step(method, side, frames),))


def _chain(*methods: Method, name: str | None = None) -> Recipe:
    return Recipe(name or "+".join(methods), tuple(Step(method) for method in methods))


RECIPES: tuple[Recipe, ...] = (
    _one(Method.DROP_REPEAT, Side.LEFT),
    _one(Method.COLOUR_RAMP),
    _one(Method.SHARPNESS_RAMP),
    _one(Method.FLOW_MORPH),
    Recipe("flow_morph_head", (Step(Method.FLOW_MORPH, Side.RIGHT),)),
    _one(Method.RESIDUAL_FADE),
    _one(Method.BRIDGE),
    _one(Method.REEXTRACT),
    _one(Method.REEXTRACT_KEEP_LENGTH),
    _chain(Method.FLOW_MORPH, Method.RESIDUAL_FADE),
    _chain(Method.COLOUR_RAMP, Method.FLOW_MORPH),
    _chain(Method.COLOUR_RAMP, Method.SHARPNESS_RAMP),
    _chain(Method.COLOUR_RAMP, Method.SHARPNESS_RAMP, Method.FLOW_MORPH),
    _chain(Method.COLOUR_RAMP, Method.FLOW_MORPH, Method.RESIDUAL_FADE),
    _chain(Method.SHARPNESS_RAMP, Method.FLOW_MORPH),
    _chain(Method.COLOUR_RAMP, Method.BRIDGE),
    _chain(Method.BRIDGE, Method.RESIDUAL_FADE),
    _one(Method.BLEND),
    _one(Method.BLEND_OVERLAP),
)
"""What is tried, all of it (seams.md section 6: trying all and keeping the best beats a choice by
diagnosis by 24 points); the two cross-fades last, since they rarely are worth their contours."""

BY_NAME = {recipe.name: recipe for recipe in RECIPES}

_SHARED = {recipe.steps[:number] for recipe in RECIPES for number in range(1, len(recipe.steps))}
"""What a longer chain begins with: kept for it. Other results would only take memory."""


def render(
    recipe: Recipe,
    left: Sequence[Rgb],
    right: Sequence[Rgb],
    workspace: Workspace,
    *,
    room: Room | None = None,
    within: int | None = None,
) -> Rendered:
    """Carry a recipe out on the last frames of the left and the first of the right, scene order.

    Frames: uint8 (height, width, 3), one size; give a frame more than `room` allows to be changed,
    so that a ramp can land. `room`: the most frames a side that may change (all but the outermost
    where it is not given). `within`: frames so far from the boundary or farther are not rendered
    but returned as they were, which is enough to judge a recipe by and spares most of the work of
    a long ramp. Raises ValueError where sides are empty, differ or are too short for the recipe,
    and whatever the workspace's check raises.
    """
    _check_frames(left, right)
    sides = Sides(tuple(left), tuple(right))
    room = room or Room(len(left) - 1, len(right) - 1)
    reaches = []
    for number, step in enumerate(recipe.steps, start=1):
        work = partial(_after, step, sides, room, within, workspace)
        begun = recipe.steps[:number]
        if begun in _SHARED:
            reach, sides = workspace.made(("step", begun, room, within), (*left, *right), work)
        else:
            reach, sides = work()
        reaches.append(reach)
    return Rendered(
        sides.left,
        sides.right,
        sides.trim_left,
        sides.trim_right,
        sides.touched_left,
        sides.touched_right,
        tuple(reaches),
    )


def _after(
    step: Step, sides: Sides, room: Room, within: int | None, workspace: Workspace
) -> tuple[Reach, Sides]:
    left_over = Room(room.left - sides.trim_left, room.right - sides.trim_right)
    reach = planned(step, sides, left_over, workspace)
    return reach, carried_out(step, sides, reach, within, workspace)


def _check_frames(left: Sequence[Rgb], right: Sequence[Rgb]) -> None:
    if not left or not right:
        raise ValueError("a boundary needs a frame on each side")
    kinds = {(frame.shape, frame.dtype.name) for frame in (*left, *right)}
    if len(kinds) != 1:
        raise ValueError(f"frames of several kinds: {kinds}")
    shape, kind = kinds.pop()
    if kind != "uint8" or len(shape) != 3 or shape[2] != 3:
        raise ValueError(f"not RGB frames: {kind} {shape}")
