"""What a remedy costs, in words, and which of several to recommend."""

from __future__ import annotations

from collections.abc import Sequence

from restitch_app.domain.boundaries import BoundaryClass
from restitch_app.services.smoothing import Method, Smoothed
from restitch_app.smoothing.gate import LARGEST_SHARPNESS_LOSS

NOTICED_LOSS = 0.03
"""A smaller loss of fine detail is within what the encoder changes from frame to frame."""
GENTLEST_FIRST = (Method.REEXTRACT, Method.BLEND)
"""Leaving frames out keeps every picture as rendered; a cross-fade mixes some."""
_BETTER = {BoundaryClass.RED: 0, BoundaryClass.YELLOW: 1, BoundaryClass.GREEN: 2}


def cost(remedy: Smoothed) -> str:
    """One line: frames touched or left out, and what that does to the picture."""
    treatment = remedy.after.join.treatment
    if remedy.method is Method.BLEND:
        return f"Fades over {2 * remedy.window} frames. {_softening(remedy.sharpness_loss)}"
    if remedy.method is Method.REEXTRACT:
        removed = treatment.trim_left + treatment.trim_right
        if removed == 0:
            return "The frames that meet are the best pair already."
        return f"Removes {_frames(removed)}: {_sides(treatment.trim_left, treatment.trim_right)}."
    if treatment.trim_left or treatment.trim_right:
        return "Only the repeated seed frame stays left out."
    return "Both clips play as they are."


def recommended(remedies: Sequence[Smoothed]) -> Smoothed | None:
    """The gentlest that lifts the boundary into a better class and blurs nothing visibly."""
    helpful = [
        remedy
        for remedy in remedies
        if remedy.method in GENTLEST_FIRST
        and remedy.gain > 0
        and remedy.sharpness_loss < LARGEST_SHARPNESS_LOSS
        and _rank(remedy.after.boundary_class) > _rank(remedy.before.boundary_class)
    ]
    return min(
        helpful,
        key=lambda remedy: (
            -_rank(remedy.after.boundary_class),
            GENTLEST_FIRST.index(remedy.method),
            remedy.window,
        ),
        default=None,
    )


def _rank(boundary_class: BoundaryClass | None) -> int:
    return _BETTER[boundary_class] if boundary_class else -1


def _softening(loss: float) -> str:
    if loss >= LARGEST_SHARPNESS_LOSS:
        return "They get visibly softer, and what moves may look doubled."
    if loss >= NOTICED_LOSS:
        return "They get slightly softer, and what moves may look doubled."
    return "What moves may look doubled."


def _sides(left: int, right: int) -> str:
    parts = [f"{left} before the boundary"] * bool(left) + [f"{right} after it"] * bool(right)
    return ", ".join(parts)


def _frames(count: int) -> str:
    return "1 frame" if count == 1 else f"{count} frames"
