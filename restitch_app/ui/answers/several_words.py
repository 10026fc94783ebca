"""What a reviewer reads before several segments are regenerated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from restitch_app.ui.language.translating import tr, tr_n
from restitch_app.ui.pieces.wording import about, segment_list

if TYPE_CHECKING:
    from restitch_app.services.regeneration.several import SeveralPlan


def regeneration_question(plan: SeveralPlan) -> str:
    """What it costs, what follows from it, and what cannot be done; a paragraph each."""
    return "\n\n".join(filter(None, (_cost(plan), _after(plan), _following(plan), _refused(plan))))


def _cost(plan: SeveralPlan) -> str:
    if not plan.indices:
        return tr("None of these segments can be regenerated.")
    told = tr_n(
        "This will regenerate {segments}: {count} prompt with a new seed.",
        "This will regenerate {segments}: {count} prompts, one for each with a new seed.",
        plan.prompts,
        segments=_named(plan.indices),
    )
    if plan.seconds_each is None:
        return f"{told} {tr('No estimate yet.')}"
    took = about(plan.prompts * plan.seconds_each).capitalize()
    return f"{told} {tr('{duration} of rendering.', duration=took)}"


def _after(plan: SeveralPlan) -> str:
    if not plan.indices:
        return ""
    chosen = {*plan.indices}
    later = [one for one in range(plan.indices[0] + 1, plan.segment_count) if one not in chosen]
    if not later:
        return tr("No other segments are affected.")
    return tr("{segments} may need re-checking.", segments=segment_list(tuple(later)))


def _following(plan: SeveralPlan) -> str:
    """They would rest on a frame that is about to be replaced."""
    if not plan.following:
        return ""
    return tr_n(
        "{segments} starts from the frame that the segment before ends on now. Where that one "
        "changes first, its new version waits for your choice.",
        "{segments} start from the frame that the segment before ends on now. Where that one "
        "changes first, their new version waits for your choice.",
        len(plan.following),
        segments=segment_list(plan.following),
    )


def _refused(plan: SeveralPlan) -> str:
    return "\n".join(
        tr("Segment {number} is left out: {reason}.", number=index + 1, reason=reason.rstrip("."))
        for index, reason in plan.refused
    )


def _named(indices: tuple[int, ...]) -> str:
    told = segment_list(indices)
    return told[0].lower() + told[1:]
