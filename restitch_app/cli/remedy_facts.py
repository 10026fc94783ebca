"""Smoothing as JSON and text: what was tried, what was chosen, what was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from restitch_app.cli.facts import boundary_text
from restitch_app.services.boundaries.facts import natural_facts, rounded
from restitch_app.services.remedies.names import AUTO, NONE

if TYPE_CHECKING:
    from restitch_app.services.remedies.request import Smoothed
    from restitch_app.services.remedies.values import Candidate, Comparison, Judgement


def smoothed_json(smoothed: Smoothed) -> dict[str, object]:
    before, chosen, applied = smoothed.before, smoothed.candidate, smoothed.applied
    comparison = smoothed.comparison
    tried = comparison.candidates if comparison else ([chosen] if chosen else [])
    return {
        "boundary": before.label,
        "left": before.left_index + 1,
        "right": before.left_index + 2,
        "asked": smoothed.asked,
        "method": chosen.name if chosen else NONE,
        "window": chosen.window if chosen else None,
        "ssim_before": rounded(before.ssim),
        "ssim_after": rounded(smoothed.ssim_after),
        "class_before": before.boundary_class.value if before.boundary_class else None,
        "class_after": smoothed.class_after.value if smoothed.class_after else None,
        "natural": natural_facts(before),
        "sharpness_loss": rounded(smoothed.sharpness_loss),
        "applied": smoothed.is_applied,
        "predicted": judgement_json(chosen.predicted) if chosen and chosen.predicted else None,
        "measured": judgement_json(applied.measured) if applied else None,
        "is_as_predicted": applied.is_as_predicted if applied else None,
        "warning": smoothed.warning,
        "reason": comparison.reason if comparison else None,
        "untreated": _untreated(comparison) if comparison else None,
        "candidates": [candidate_json(candidate) for candidate in tried],
    }


def candidate_json(candidate: Candidate) -> dict[str, object]:
    from restitch_app.services.remedies.words import cost, title, why_not

    found = candidate.predicted
    return {
        "method": candidate.name,
        "window": candidate.window,
        "title": title(candidate.name),
        "costs": cost(candidate),
        "is_offered": candidate.is_offered,
        "why_not": why_not(candidate),
        "rank_cost": rounded(candidate.cost),
        "predicted": judgement_json(found) if found else None,
        "class": candidate.predicted_class.value if candidate.predicted_class else None,
        "outcome": candidate.outcome.value if candidate.outcome else None,
        "frames_lost": candidate.frames_lost,
        "frames_changed": candidate.frames_changed,
        "trim_left": candidate.trim_left,
        "trim_right": candidate.trim_right,
        "changed_left": candidate.touched_left,
        "changed_right": candidate.touched_right,
    }


def judgement_json(found: Judgement) -> dict[str, object]:
    """`visibility` is E of the acceptance definition, `sharpness_loss` g."""
    return {
        "ssim": rounded(found.ssim),
        "inside_natural": found.inside_natural,
        "visibility_before": rounded(found.visibility_before),
        "visibility": rounded(found.visibility),
        "worst_channel": found.worst.value,
        "sharpness_loss": rounded(found.sharpness_loss),
        "curve": [rounded(value) for value in found.curve],
        "curve_boundary_index": found.seam_index,
    }


def smoothed_text(smoothed: Smoothed) -> str:
    """A line about the boundary, then one for each remedy that was tried."""
    lines = [_outcome(smoothed)]
    if smoothed.warning:
        lines.append(f"Warning: {smoothed.warning}.")
    if smoothed.applied and not smoothed.applied.is_as_predicted:
        lines.append(_unlike_predicted(smoothed))
    if smoothed.comparison:
        lines += [smoothed.comparison.reason, *map(_row, smoothed.comparison.candidates)]
    return "\n".join(lines)


def _outcome(smoothed: Smoothed) -> str:
    before, chosen = boundary_text(smoothed.before), smoothed.candidate
    if chosen is None and smoothed.asked == AUTO:
        return f"Boundary {before}: left as it is."
    colour = smoothed.class_after.value if smoothed.class_after else ""
    after = f"{smoothed.ssim_after or 0:.3f} {colour}".rstrip()
    if chosen is None:
        return f"Boundary {before}: without a remedy {after}."
    frames = f" over {chosen.window} frames a side" if chosen.window else ""
    gives = "gives" if smoothed.is_applied else "would give"
    lost = f"fine detail lost: {smoothed.sharpness_loss:.1%}"
    return f"Boundary {before}: {chosen.name}{frames} {gives} {after}; {lost}."


def _unlike_predicted(smoothed: Smoothed) -> str:
    assert smoothed.applied is not None
    return (
        f"Measured {smoothed.applied.measured.ssim:.2f}, "
        f"predicted {smoothed.applied.predicted.ssim:.2f}."
    )


def _row(candidate: Candidate) -> str:
    from restitch_app.services.remedies.words import cost, why_not

    found, numbers = candidate.predicted, " " * 42
    if found:
        lost = f"{found.sharpness_loss:4.0%}"
        numbers = f"SSIM {found.ssim:.3f}  seen {found.visibility:5.2f}  detail lost {lost}"
    told = why_not(candidate)
    return f"  {candidate.name:38} {numbers}  {f'not offered: {told}' if told else cost(candidate)}"


def _untreated(comparison: Comparison) -> dict[str, object] | None:
    found = comparison.untreated
    if found is None:
        return None
    return {
        "ssim": rounded(found.ssim),
        "visibility": rounded(found.visibility),
        "is_cut": found.is_cut,
        "causes": [cause.value for cause in found.causes],
        "curve": [rounded(value) for value in found.curve],
        "curve_boundary_index": found.seam_index,
    }
