"""Remedies in a reviewer's words: what they are called, what they cost, why not."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from restitch_app.analysis.acceptance import LARGEST_SHARPNESS_LOSS, VISIBILITY_LEFT
from restitch_app.analysis.channels import Channel
from restitch_app.domain.boundaries import Boundary, BoundaryClass
from restitch_app.domain.joins import FROM_SEED_FRAME
from restitch_app.domain.seams import Cause
from restitch_app.services.remedies.names import COMFY_BRIDGE, DISSOLVE
from restitch_app.services.remedies.values import (
    Candidate,
    Judgement,
    Outcome,
    Untreated,
    WhyNot,
)

NOTICED_LOSS = 0.03
"""A smaller loss of fine detail is within what the encoder changes from frame to frame."""

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "drop_repeat": "Drop the repeated frame",
        FROM_SEED_FRAME: "Up to the chosen seed frame",
        "colour_ramp": "Colour ramp",
        "sharpness_ramp": "Sharpness ramp",
        "flow_morph": "Optical-flow morph",
        "flow_morph_head": "Optical-flow morph of the right side",
        "residual_fade": "Motion-aware fade",
        "bridge": "In-between frames",
        "reextract": "Better boundary frame",
        "reextract_keep_length": "Better boundary frame, length kept",
        "blend": "Cross-fade",
        "blend_overlap": "Overlapping cross-fade",
        DISSOLVE: "Dissolve",
        COMFY_BRIDGE: "Bridge (new frames from ComfyUI)",
    }
)
THEN = ", then "
"""Between the names of a chain."""
MIXING = ("blend", "blend_overlap", DISSOLVE)
"""They lay two pictures over each other, which doubles what moves."""
_WORSE: Mapping[Channel, str] = MappingProxyType(
    {
        Channel.STRUCT: "makes the jump larger",
        Channel.DETAIL: "makes the jump larger",
        Channel.COLOUR: "makes the colour step larger",
        Channel.SHARP: "makes the change of sharpness larger",
        Channel.MOTION: "adds a jerk",
        Channel.REPEAT: "adds a stall",
        Channel.REVERSE: "makes the motion turn back",
        Channel.ALIGN: "makes the jump larger",
    }
)


def title(name: str) -> str:
    """ "Colour ramp, then optical-flow morph" for the chain "colour_ramp+flow_morph"."""
    first, *others = (TITLES.get(part, part) for part in name.split("+"))
    return THEN.join((first, *(_lowered(other) for other in others)))


def cost(candidate: Candidate) -> str:
    """One line: frames touched or left out, and what that does to the picture."""
    if candidate.changes_nothing:
        return "Changes no frame."
    sentences = []
    if candidate.frames_lost:
        sides = _sides(candidate.trim_left, candidate.trim_right)
        sentences.append(f"Removes {_frames(candidate.frames_lost)}: {sides}.")
    if candidate.frames_changed:
        sides = _sides(candidate.touched_left, candidate.touched_right)
        sentences.append(f"Changes {_frames(candidate.frames_changed)}: {sides}.")
    loss = candidate.predicted.sharpness_loss if candidate.predicted else 0.0
    if loss > LARGEST_SHARPNESS_LOSS:
        sentences.append(f"{_softer(candidate)}: sharpness {_percent(loss)}.")
    elif loss >= NOTICED_LOSS:
        sentences.append(f"Slightly softer: sharpness {_percent(loss)}.")
    if candidate.predicted and candidate.predicted.restored and candidate.predicted.dip:
        sentences.append("Similarity dips below what is natural here.")
    return " ".join(sentences)


def why_not(candidate: Candidate) -> str | None:
    """Why it is not offered, in half a sentence; None where it is."""
    found = candidate.predicted
    if candidate.refusal is None:
        return None
    if candidate.refusal is WhyNot.BLURS and found is not None:
        return f"{_lowered(_softer(candidate))}: sharpness {_percent(found.sharpness_loss)}"
    if candidate.refusal is WhyNot.MORE_VISIBLE and found is not None:
        is_alike = found.visibility <= found.visibility_before + VISIBILITY_LEFT
        return "does not help" if is_alike else _WORSE[found.worst]
    if candidate.refusal is WhyNot.NOTHING_TO_DO:
        return "finds nothing to change here"
    return "needs more frames than there are"


def harm(candidate: Candidate, measured: Judgement) -> str:
    """What an applied remedy was measured to do that it should not, half a sentence; or empty."""
    if candidate.name == DISSOLVE:  # it is seen, and meant to be
        return ""
    if measured.sharpness_loss > LARGEST_SHARPNESS_LOSS:
        return f"{_lowered(_softer(candidate))}: sharpness {_percent(measured.sharpness_loss)}"
    return _WORSE[measured.worst] if measured.harmed else ""


def why(candidate: Candidate, untreated: Untreated) -> str:
    """Why this one is recommended."""
    assert candidate.predicted is not None
    left = candidate.predicted.visibility
    if left <= VISIBILITY_LEFT:
        repeats = Cause.REPEAT in untreated.causes
        seen = "no repeat is left to see" if repeats else "nothing of the jump is left to see"
    else:
        is_half = left <= untreated.visibility / 2
        seen = "the jump gets much smaller" if is_half else "the jump gets smaller"
    return f"{title(candidate.name)}: {seen}."


def _softer(candidate: Candidate) -> str:
    mixes = any(part in MIXING for part in candidate.name.split("+"))
    return "Doubles contours" if mixes else "Softens the picture"


def _percent(loss: float) -> str:
    return f"−{100 * loss:.0f} %"


def _sides(left: int, right: int) -> str:
    if left and right:
        return f"{left} before the boundary, {right} after it"
    return f"{left} before the boundary" if left else f"{right} after it"


def _frames(count: int) -> str:
    return "1 frame" if count == 1 else f"{count} frames"


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def reason(
    boundary: Boundary,
    untreated: Untreated,
    candidates: tuple[Candidate, ...],
    found: Candidate | None,
) -> tuple[str, bool]:
    """Why this one is recommended, or none; and whether to lead with regenerating the right."""
    regenerate = f"regenerate segment {boundary.left_index + 2}"
    if untreated.is_cut:
        return (
            f"The two sides show different pictures: {regenerate}, declare a cut, or choose the "
            "dissolve and see it as one."
        ), True
    if boundary.boundary_class is BoundaryClass.GREEN:
        return "The boundary runs smoothly: leave it as it is.", False
    if found is not None:
        assert found.predicted is not None
        is_little = found.outcome not in (Outcome.RESTORED, Outcome.IMPROVED)
        return why(found, untreated), is_little
    if untreated.visibility <= VISIBILITY_LEFT and Cause.REPEAT not in untreated.causes:
        return "It moves no more than the frames around it: leave it as it is.", False
    if not any(candidate.is_offered for candidate in candidates):
        return f"Nothing that was tried makes it better: {regenerate}, or accept it.", True
    return f"No remedy gains enough to change frames for it: {regenerate}, or accept it.", True
