"""What a reviewer reads before several segments are regenerated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from restitch_app.ui.wording import about, counted, segment_list

if TYPE_CHECKING:
    from restitch_app.services.regeneration.several import SeveralPlan


def regeneration_question(plan: SeveralPlan) -> str:
    """What it costs, what follows from it, and what cannot be done; a paragraph each."""
    return "\n\n".join(filter(None, (_cost(plan), _after(plan), _following(plan), _refused(plan))))


def _cost(plan: SeveralPlan) -> str:
    if not plan.indices:
        return "None of these segments can be regenerated."
    told = f"This will regenerate {_named(plan.indices)}: {counted(plan.prompts, 'prompt')}"
    told += ", one for each with a new seed" if plan.prompts > 1 else " with a new seed"
    if plan.seconds_each is None:
        return f"{told}. No estimate yet."
    return f"{told}. {about(plan.prompts * plan.seconds_each).capitalize()} of rendering."


def _after(plan: SeveralPlan) -> str:
    if not plan.indices:
        return ""
    chosen = {*plan.indices}
    later = [one for one in range(plan.indices[0] + 1, plan.segment_count) if one not in chosen]
    if not later:
        return "No other segments are affected."
    return f"{segment_list(tuple(later))} may need re-checking."


def _following(plan: SeveralPlan) -> str:
    """They would rest on a frame that is about to be replaced."""
    if not plan.following:
        return ""
    verb, its = ("starts", "its") if len(plan.following) == 1 else ("start", "their")
    return (
        f"{segment_list(plan.following)} {verb} from the frame that the segment before ends on "
        f"now. Where that one changes first, {its} new version waits for your choice."
    )


def _refused(plan: SeveralPlan) -> str:
    return "\n".join(
        f"Segment {index + 1} is left out: {reason.rstrip('.')}." for index, reason in plan.refused
    )


def _named(indices: tuple[int, ...]) -> str:
    told = segment_list(indices)
    return told[0].lower() + told[1:]
