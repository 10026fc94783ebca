"""What the Boundary tab says of a boundary, in words."""

from __future__ import annotations

from restitch_app.domain.boundaries import Boundary, BoundaryClass
from restitch_app.domain.joins import Decision, JoinMeasures
from restitch_app.domain.versions import ProjectSettings, Version
from restitch_app.ui.theme.shapes import Shape, shape_of_class
from restitch_app.ui.wording import ssim_text


def shape_of(boundary: Boundary) -> Shape:
    return shape_of_class(boundary.boundary_class)


def verdict(boundary: Boundary) -> str:
    if boundary.join.decision is Decision.CUT:
        return "Cut"
    return shape_of(boundary).word


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


def sentence(boundary: Boundary, right: Version | None, settings: ProjectSettings) -> str:
    """What stands there and what to do, after `services.advice`."""
    from restitch_app.services.advice import is_seed_changed, recommendation

    if boundary.join.decision is Decision.ACCEPTED:
        return "Accepted as is. The value stays visible."
    if boundary.join.decision is Decision.CUT:
        return "Meant to be a cut: it is never scored and never smoothed."
    advice = recommendation(
        boundary,
        settings.boundary_policy,
        right_seed_changed=is_seed_changed(right),
    )
    if advice is not None:
        return advice
    if boundary.boundary_class is BoundaryClass.YELLOW:
        return "Close to visible. Play it before you decide."
    if boundary.boundary_class is BoundaryClass.GREEN:
        return "Nothing to do."
    return "It has not been measured yet."


def treatment_line(boundary: Boundary) -> str:
    """How the boundary is exported, where anything was done to it."""
    treatment = boundary.join.treatment
    if treatment.method == "drop_repeat":
        return "A repeated seed frame is left out."
    if treatment.method == "blend" and treatment.patch is not None:
        return (
            f"Cross-faded over {treatment.patch.left_frames + treatment.patch.right_frames} frames."
        )
    if treatment.method == "reextract":
        return f"{treatment.trim_left + treatment.trim_right} frames are left out."
    return ""
