"""What Restitch tells a reviewer to do next, and why; the same words in every shell."""

from __future__ import annotations

from restitch_app.domain.boundaries import Boundary, BoundaryClass, BoundaryPolicy, PlainSsim
from restitch_app.domain.joins import JoinMeasures
from restitch_app.domain.seams import Cause
from restitch_app.domain.versions import Version
from restitch_app.services.boundaries.words import NO_CAUSE, cause_words


def is_seed_changed(version: Version | None) -> bool:
    """Whether its seed frame is no longer the last frame before it: its left boundary is broken."""
    return version is not None and version.stale_root_index == version.sequence_index


def is_seed_replaced(version: Version | None) -> bool:
    """The same where that is a reason to regenerate: nobody chose another picture for it."""
    return version is not None and is_seed_changed(version) and not version.is_seed_chosen


def stale_reason(version: Version) -> str | None:
    """ "seed changed", "follows 6" (the segment whose seed frame changed, from 1), or None."""
    root = version.stale_root_index
    if root is None:
        return None
    return "seed changed" if is_seed_changed(version) else f"follows {root + 1}"


def recommendation(
    boundary: Boundary, policy: BoundaryPolicy, *, right_seed_changed: bool = False
) -> str | None:
    """A sentence with its reason, then what to do; None where nothing is needed.

    Only a boundary that needs smoothing, and that nobody has decided about, needs anything.
    `right_seed_changed`: see `is_seed_replaced`, of the version on the right; a segment that merely
    follows a stale one still matches what is before it.
    """
    measures = boundary.join.measures
    if measures is None or not boundary.needs_smoothing or boundary.join.decision is not None:
        return None
    if isinstance(policy, PlainSsim):
        return _by_ssim(boundary, measures, policy.threshold, right_seed_changed)
    return _by_causes(boundary, right_seed_changed)


def segment_advice(
    before: Boundary | None,
    after: Boundary | None,
    policy: BoundaryPolicy,
    *,
    seed_changed: bool = False,
    next_seed_changed: bool = False,
) -> str | None:
    """The same for both boundaries of a segment; None for a side where the scene ends.

    `seed_changed`, `next_seed_changed`: of the segment itself and of the one after it.
    """
    if before and after and before.is_open and after.is_open and not next_seed_changed:
        reason = (
            "it was generated from a frame that has been replaced"
            if seed_changed
            else "it fits neither neighbour"
        )
        return (
            f"Boundaries {before.label} and {after.label}: {_both(before, after, policy)}, "
            f"{reason}. Regenerate segment {after.left_index + 1}, or smooth both."
        )
    sentences = [
        recommendation(boundary, policy, right_seed_changed=changed)
        for boundary, changed in ((before, seed_changed), (after, next_seed_changed))
        if boundary is not None
    ]
    return " ".join(sentence for sentence in sentences if sentence) or None


def regeneration_notice(sequence_index: int, segment_count: int) -> str:
    """What regenerating a segment sets off, to be read before (or right after) it is asked for."""
    told = f"This will regenerate segment {sequence_index + 1}."
    first, last = sequence_index + 2, segment_count
    if first > last:
        return f"{told} No later segments are affected."
    if first == last:
        return f"{told} Segment {last} may need re-checking."
    return f"{told} Segments {first}–{last} may need re-checking."


def _both(before: Boundary, after: Boundary, policy: BoundaryPolicy) -> str:
    if not isinstance(policy, PlainSsim):
        return "both are visible jumps"
    assert before.ssim is not None
    assert after.ssim is not None
    return f"SSIM {before.ssim:.2f} and {after.ssim:.2f} are below {policy.threshold:.2f}"


def _by_causes(boundary: Boundary, right_seed_changed: bool) -> str:
    """What is seen and why, then what to do about that cause."""
    right = boundary.left_index + 2
    is_red = boundary.boundary_class is BoundaryClass.RED
    seen = "visible jump" if is_red else "borderline"
    if boundary.join.treatment.is_remedy:
        seen += _although_smoothed(boundary)
    told = [words.sentence for words in cause_words(boundary)] or [NO_CAUSE.split(".")[0]]
    if right_seed_changed:
        told = [f"Segment {right} was generated from a frame that has been replaced", *told[:1]]
    return f"Boundary {boundary.label}: {seen}. {'. '.join(told)}. {_remedy(boundary, right)}"


def _remedy(boundary: Boundary, right: int) -> str:
    causes = boundary.causes
    if Cause.HARD_CUT in causes:
        return f"Declare it a cut if it is meant to be one, or regenerate segment {right}."
    if Cause.REVERSAL in causes or not causes:
        return f"Regenerate segment {right}; smoothing seldom helps here."
    if boundary.join.treatment.is_remedy:
        return f"Try another method, or regenerate segment {right}."
    if boundary.boundary_class is BoundaryClass.RED:
        return f"Smooth it, or regenerate segment {right}."
    return "Play it: smooth it if it shows, else accept it."


def _by_ssim(
    boundary: Boundary, measures: JoinMeasures, threshold: float, right_seed_changed: bool
) -> str:
    right = boundary.left_index + 2
    step = f"Boundary {boundary.label}: {_below(measures.ssim, threshold)}"
    reason, remedy = "the picture jumps", f"Smooth it, or regenerate segment {right}."
    if right_seed_changed:
        reason = f"segment {right} was generated from a frame that has been replaced"
    elif _is_as_fast_as_its_surroundings(measures):
        step += ", but neighbouring frames here differ as much"
        reason = f"SSIM {measures.natural_min:.2f} to {measures.natural_max:.2f}"
        remedy = "Play it: accept it if it runs well, else smooth it."
    if boundary.join.treatment.is_remedy:
        step += _although_smoothed(boundary)
        remedy = f"Try another method, or regenerate segment {right}."
    return f"{step}, {reason}. {remedy}"


def _although_smoothed(boundary: Boundary) -> str:
    # Here, for it loads all that measures, and every command's --help comes by this file.
    from restitch_app.services.remedies.words import title

    return f" although it was smoothed ({title(boundary.join.treatment.method)})"


def _below(ssim: float, threshold: float) -> str:
    # As many decimals as it takes to see that it is below.
    decimals = next((n for n in (2, 3, 4) if round(ssim, n) < round(threshold, n)), 6)
    shown = f"{threshold:.{decimals}f}" if round(threshold, 2) != threshold else f"{threshold:.2f}"
    return f"SSIM {ssim:.{decimals}f} is below {shown}"


def _is_as_fast_as_its_surroundings(measures: JoinMeasures) -> bool:
    return (
        measures.natural_min is not None
        and measures.natural_max is not None
        and measures.ssim >= measures.natural_min
    )
