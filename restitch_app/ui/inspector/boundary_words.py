"""What the Boundary tab says of a boundary, in words."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from restitch_app.domain.boundaries import Boundary, BoundaryClass
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.joins import FROM_SEED_FRAME, Decision, JoinMeasures
from restitch_app.domain.versions import Version
from restitch_app.ui.language.translating import tr, tr_n
from restitch_app.ui.pieces.times import when
from restitch_app.ui.pieces.wording import SEEN, call_words, counted, ssim_text
from restitch_app.ui.theme.shapes import Shape, shape_of_class

LEAVES_AS_IS = ("none", "drop_repeat")


def shape_of(boundary: Boundary) -> Shape:
    return shape_of_class(boundary.boundary_class)


def verdict(boundary: Boundary) -> str:
    return "Cut" if boundary.is_cut else shape_of(boundary).word


def value_line(boundary: Boundary) -> str:
    """SSIM 0.75 · natural here 0.94–0.98."""
    if boundary.join.measures is None:
        return ""
    told = f"SSIM {ssim_text(boundary.ssim)}"
    natural = natural_range(boundary.join.measures)
    return f"{told} · natural {natural}" if natural else told


def natural_range(measures: JoinMeasures) -> str:
    if measures.natural_min is None or measures.natural_max is None:
        return ""
    return f"{measures.natural_min:.2f}–{measures.natural_max:.2f}"


def sentence(boundary: Boundary, right: Version | None) -> str:
    """What is wrong there, in a viewer's words; nothing else where nobody needs to do anything."""
    from restitch_app.services.boundaries.words import diagnosis

    if boundary.is_cut:
        return "Meant to be a cut: it is never scored and never smoothed."
    if boundary.join.measures is None:
        return "It has not been measured yet."
    told = diagnosis(boundary)
    if told is None:
        return "It runs as smoothly as the frames around it."
    is_replaced = right is not None and right.stale_root_index == right.sequence_index
    if is_replaced and boundary.boundary_class is BoundaryClass.RED:
        number = boundary.left_index + 2
        if right is not None and right.is_seed_chosen:
            why = tr(
                "Segment {number} was made from a picture that was chosen for it.", number=number
            )
        else:
            why = tr(
                "Segment {number} was generated from a frame that has been replaced.", number=number
            )
        return f"{tr(told)} {why}"
    return told


def treatment_line(boundary: Boundary) -> str:
    """How the boundary is exported, where anything was done to it."""
    treatment, patch = boundary.join.treatment, boundary.join.treatment.patch
    if treatment.method == "drop_repeat":
        return "A repeated seed frame is left out."
    if treatment.method == FROM_SEED_FRAME:
        frames = counted(treatment.trim_left, "frame")
        return f"Plays up to the chosen seed frame: {frames} left out."
    if treatment.method in LEAVES_AS_IS:
        return ""
    from restitch_app.services.remedies.words import title

    told = [tr("Smoothed: {name}.", name=title(treatment.method))]
    if patch is not None:
        changed = patch.left_frames + patch.right_frames
        told.append(tr_n("{count} frame changed.", "{count} frames changed.", changed))
    left_out = treatment.trim_left + treatment.trim_right
    if left_out:
        told.append(tr_n("{count} frame left out.", "{count} frames left out.", left_out))
    return " ".join(told)


def decision_line(boundary: Boundary) -> str:
    """Who decided to leave it so, when and why; empty where nobody did."""
    decided = boundary.join.decided
    if boundary.join.decision is None:
        return ""
    is_cut = boundary.join.decision is Decision.CUT
    told = "Declared a cut" if is_cut else "Accepted as is"
    if decided is not None:
        told += f" by {decided.by}" if decided.by else ""
        told += f", {_moment(decided.at)}" if decided.at else ""
        told += f": {decided.reason}" if decided.reason else ""
    return f"{told}."


def call_line(call: BoundaryCall | None) -> str:
    """What a reviewer said they see, and what Restitch said; empty where nobody did."""
    if call is None:
        return ""
    told = call_words(call)
    told = f"{told[0].upper()}{told[1:]}"
    if call.shown is not None and call.is_wrong:
        told += f". Restitch said {SEEN[call.shown]}"
    return f"{told}."


def call_moment(call: BoundaryCall | None) -> str:
    """ "Said today 14:03"."""
    return f"Said {_moment(call.at)}" if call is not None and call.at else ""


def _moment(iso: str) -> str:
    told = when(iso)
    return told[0].lower() + told[1:]


@dataclass(frozen=True, slots=True)
class Measure:
    """One of the four numbers below the sentence."""

    icon: str
    text: str
    told: str
    """In full, for the tooltip and for who cannot see the icon."""


def four_measures(boundary: Boundary) -> tuple[Measure, ...]:
    """Brightness, sharpness, shift, colour of what will be exported; none while unmeasured."""
    found = boundary.join.measures.treated if boundary.join.measures else None
    if found is None:
        return ()
    sharper = 100 * (2**found.sharpness_step - 1)
    brightness = _signed(found.brightness_percent, 1)
    sharpness = _signed(sharper, 0)
    shift = None if found.shift_px is None else hypot(*found.shift_px) * found.clip_scale
    moved = "?" if shift is None else f"{shift:.0f}"
    jump = (
        "The motion around it was not measured: too few or too small frames"
        if shift is None
        else f"The content jumps by {moved} px beyond its own motion"
    )
    return (
        Measure("sun", f"{brightness} %", f"Brightness {brightness} % on the right side"),
        Measure("aperture", f"{sharpness} %", f"Fine detail {sharpness} % on the right side"),
        Measure("move", f"{moved} px", jump),
        Measure("palette", f"ΔE {found.delta_e:.1f}", f"Colours differ by ΔE {found.delta_e:.1f}"),
    )


def _signed(value: float, decimals: int) -> str:
    shown = f"{abs(value):.{decimals}f}"
    if float(shown) == 0:
        return shown
    return f"+{shown}" if value > 0 else f"−{shown}"
