"""Keeping the first frames of a segment, and making all of it anew later: what is rendered then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from restitch_app.comfy.bindings.form import form_fields
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.versions import Version

if TYPE_CHECKING:
    from restitch_app.services.workflows.segment import Prepared


@dataclass(frozen=True, slots=True)
class KeptPart:
    """A segment that is regenerated from one of its own frames on."""

    segment: int
    """As people see it."""
    version_number: int
    """The version whose frames are kept."""
    frame: int
    """Of that version, from 0: the seed frame. So many frames before it are kept."""
    old_frames: int
    """Frames of that version."""
    rendered: int | None
    """Frames that the model makes, the seed frame's own place included; None where the workflow
    takes no length."""

    @property
    def told(self) -> str:
        """What becomes of it, for people."""
        number, seed = self.version_number, self.frame + 1
        first = f"Frames 1–{self.frame} of v{number} stay; frame {seed} is the seed frame."
        if self.frame == 1:
            first = f"Frame 1 of v{number} stays; frame 2 is the seed frame."
        if self.rendered is None:
            return f"{first} This workflow takes no length: it makes as many frames as it is set to"
        whole, gone = self.frame + self.rendered, self.old_frames - self.frame
        more = whole - self.old_frames
        if more == 0:
            return f"{first} The model makes the other {gone} anew"
        change = f"{more} more" if more > 0 else f"{-more} fewer"
        return (
            f"{first} For the other {gone} the model makes {self.rendered}, so segment "
            f"{self.segment} gets {whole} frames, {change} than now"
        )


def kept_before(
    prepared: Prepared, request: RegenerationRequest, frame: int, types: NodeTypes | None
) -> Prepared:
    """Set to render the rest of the segment, at least: models make 4k+1 or 8k+1 frames.

    Raises WrongUse where no frame would be kept, or none rendered.
    """
    version = prepared.version
    if version is None or prepared.is_new_place:
        raise WrongUse("There is no version yet to keep frames of", "", "Generate the segment")
    total, number = version.facts.frame_count, request.sequence_index + 1
    if not 0 < frame < total:
        raise WrongUse(
            f"Segment {number} cannot be regenerated from frame {frame + 1} on",
            f"It has {total} frames, and keeps those before",
            f"Choose a frame from 2 to {total}" if total > 1 else "Regenerate all of it",
        )
    if "length" not in request.parameters and prepared.bindings.places("length"):
        length = _length(prepared, types, total - frame, total)
        prepared = replace(prepared, values={**prepared.values, "length": length})
    told = prepared.shown.get("length")
    rendered = int(told) if isinstance(told, int | float) else None
    return replace(prepared, kept=KeptPart(number, version.number, frame, total, rendered))


def length_of_whole(prepared: Prepared, version: Version, types: NodeTypes | None) -> int | None:
    """What makes all frames of a version of which the model made a part, or that is a part itself.

    At least as many as it has. None where its own length makes it, or the workflow takes none.
    """
    told, frames = version.parameters.get("length"), version.facts.frame_count
    if not isinstance(told, int) or not prepared.bindings.places("length"):
        return None
    if not version.kept_frames and (told != frames or frames == 1):
        return None  # where told, what follows the sampler adds or drops frames, and will again
    length = _length(prepared, types, frames, told)
    return length if length != told else None


def _length(prepared: Prepared, types: NodeTypes | None, frames: int, whole: int) -> int:
    """By what the server says of the input, else by what the model has made before."""
    fields = form_fields(prepared.unchanged(), prepared.bindings, types) if types else ()
    field = next((one for one in fields if one.name == "length"), None)
    if field is None or field.least is None or not field.step or field.step <= 1:
        return length_of_rest(frames, whole)
    step, least = int(field.step), int(field.least)
    return max(least, frames + (least - frames) % step, step + 1)


def length_of_rest(frames: int, whole: int) -> int:
    """The smallest length that a model which made `whole` frames can make of `frames` or more."""
    step = next((step for step in (8, 4) if whole % step == 1), 1)
    return max(step + 1, -(-(frames - 1) // step) * step + 1) if step > 1 else frames
