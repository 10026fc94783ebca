"""The picture size of a scene that is generated: from its start image, as the workflow takes it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from restitch_app.comfy.bindings.bindings import NOTHING_CHOSEN, find_bindings
from restitch_app.comfy.bindings.form import form_fields
from restitch_app.comfy.workflows.bundled import bundled_workflows
from restitch_app.domain.runs import RunWishes
from restitch_app.domain.versions import Scene
from restitch_app.domain.workflows import FormField
from restitch_app.media.pictures import read_png
from restitch_app.services.workflows.files import read_workflow_file
from restitch_app.services.workflows.library import WorkflowLibrary
from restitch_app.services.workflows.segment import SegmentWorkflows

LONGEST_NAME = 36
STEPS_PX = (32, 16, 8, 4, 2)
"""What models take multiples of: 8 px a latent pixel, in patches of 2 or 4."""


@dataclass(frozen=True, slots=True)
class FirstSize:
    width_px: int
    height_px: int
    step_px: int
    """Both are multiples of it."""
    told: str
    """How it came about, one sentence for people."""


class FirstSizes:
    def __init__(self, workflows: SegmentWorkflows, library: WorkflowLibrary) -> None:
        self._workflows = workflows
        self._library = library

    def proposed(
        self, scene: Scene, wishes: RunWishes, name: str, size_px: tuple[int, int]
    ) -> FirstSize | None:
        """For a scene that begins with this picture (its file's name, width and height).

        None where a size is wished for, or the workflow takes none. May ask a server what its nodes
        take. Raises as `SegmentWorkflows.first_of`.
        """
        if not {"width", "height"}.isdisjoint(wishes.parameters_at(0)):
            return None
        prepared = self._workflows.first_of(scene, wishes.workflow_id, wishes.server_url)
        types = self._library.types(wishes.server_url)
        fields = form_fields(prepared.unchanged(), prepared.bindings, types)
        return size_for(fields, name, size_px, is_step_known=types is not None)


def proposed_by(picture: Path, bundled: str, file: Path | None) -> FirstSize | None:
    """The same before there is a project: for a workflow that comes along, or that of a file.

    None where it takes no size, or only a server can tell what it means. Reads files: use a worker.
    Raises MediaError for no picture, StorageError, WorkflowUnusable.
    """
    if file is not None:
        read = read_workflow_file(file)
        name, prompt, choice = read.name, read.prompt, read.choice
    else:
        known = next(one for one in bundled_workflows() if one.name == bundled)
        name, prompt, choice = known.title, known.prompt, known.choice
    if prompt is None:
        return None
    bindings = find_bindings(prompt, name, choice or NOTHING_CHOSEN)
    height, width = read_png(picture).shape[:2]
    fields = form_fields(prompt, bindings)
    return size_for(fields, picture.name, (width, height), is_step_known=False)


def size_for(
    fields: Sequence[FormField], name: str, size_px: tuple[int, int], *, is_step_known: bool
) -> FirstSize | None:
    """The picture's shape, with no more pixels than the workflow makes, but for the rounding.

    `is_step_known`: a server said of which number sizes are multiples; else that is guessed from
    the workflow's own size. None where it has none.
    """
    by_name = {field.name: field for field in fields}
    across, down = by_name.get("width"), by_name.get("height")
    if across is None or down is None:
        return None
    if not isinstance(across.value, int) or not isinstance(down.value, int):
        return None
    own = across.value, down.value
    if min(*own, *size_px) < 1:
        return None
    guess = next((step for step in STEPS_PX if math.gcd(*own) % step == 0), 1)
    steps = [int(one.step) if is_step_known and one.step else guess for one in (across, down)]
    share = math.sqrt(own[0] * own[1] / (size_px[0] * size_px[1]))
    width, height = (
        _within(field, side * min(1.0, share), step)
        for field, side, step in zip((across, down), size_px, steps, strict=True)
    )
    step = max(steps)
    told = _told((width, height), _short(name), size_px, own, step)
    return FirstSize(width, height, step, told)


def with_size(wishes: RunWishes, first: FirstSize) -> RunWishes:
    """Of the first segment: those after it take over what it was made with."""
    size = {"width": first.width_px, "height": first.height_px}
    return replace(wishes, each={**wishes.each, 0: {**wishes.each.get(0, {}), **size}})


def _within(field: FormField, side_px: float, step: int) -> int:
    least = max(step, int(field.least or 0))
    most = int(field.most) if field.most else 1 << 20
    rounded = max(1, round(side_px / step)) * step
    return min(max(rounded, -(-least // step) * step), most // step * step)


def _told(
    made: tuple[int, int], name: str, size_px: tuple[int, int], own: tuple[int, int], step: int
) -> str:
    scene, picture = _by(made), _by(size_px)
    if made == size_px:
        return f"The scene gets {scene}, the size of {name}."
    steps = f", in steps of {step}" if step > 1 else ""
    if size_px[0] * size_px[1] <= own[0] * own[1]:
        return f"The scene gets {scene}, nearest to {name} ({picture}){steps}."
    return (
        f"The scene gets {scene}: the shape of {name} ({picture}), with about as many pixels as "
        f"the workflow makes ({_by(own)}){steps}."
    )


def _short(name: str) -> str:
    """Of a file that a program has named."""
    half = LONGEST_NAME // 2
    return name if len(name) <= LONGEST_NAME else f"{name[:half]}…{name[-half:]}"


def _by(size: tuple[int, int]) -> str:
    return f"{size[0]}×{size[1]}"
