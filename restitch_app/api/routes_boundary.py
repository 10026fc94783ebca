"""GET boundary-check of a segment."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import Field

from restitch_app.api.answers import (
    SEGMENT,
    SEGMENT_ID,
    Answer,
    BoundaryAnswer,
    BoundaryColour,
    Ssim,
    boundary_answer,
    colour_of,
)
from restitch_app.api.desk import Bench, Context, SegmentId, place_of
from restitch_app.domain.boundaries import Boundary, plain_limits
from restitch_app.services.review.advice import is_seed_replaced, segment_advice

router = APIRouter()


class BoundaryCheckAnswer(Answer):
    """null on the side where the scene ends."""

    segment: int = SEGMENT
    segment_id: int = SEGMENT_ID
    before_ssim: Ssim = Field(description="Last frame before ↔ first frame.", examples=[0.97])
    after_ssim: Ssim = Field(description="Last frame ↔ first frame after.", examples=[0.62])
    needs_smoothing_before: bool | None = Field(description="By the policy, accepted or not.")
    needs_smoothing_after: bool | None
    recommendation: str | None = Field(
        description="What to do and why; null where nothing is needed.",
        examples=[
            "Boundary 5|6: visible jump. The right side is 5 % brighter. Smooth it, or regenerate "
            "segment 6."
        ],
    )
    class_before: BoundaryColour | None = Field(description="null for a cut, too.")
    class_after: BoundaryColour | None
    decision_before: Literal["accepted", "cut"] | None
    decision_after: Literal["accepted", "cut"] | None
    threshold: float = Field(
        description="SSIM below which a boundary is red under plain SSIM.", examples=[0.85]
    )
    before: BoundaryAnswer | None = Field(description="Everything known of that boundary.")
    after: BoundaryAnswer | None


@router.get("/segments/{id}/boundary-check", summary="Check both boundaries of a segment")
def check_boundaries(bench: Bench, ctx: Context, segment_id: SegmentId) -> BoundaryCheckAnswer:
    """SSIM of the frames that will be neighbours in the export; measured now if it was not yet."""
    place = place_of(bench, segment_id)
    index = place.sequence_index
    found = bench.boundaries.check(place.scene, ctx, only={index - 1, index})
    sides = {boundary.left_index: boundary for boundary in found}
    before, after = sides.get(index - 1), sides.get(index)
    _, next_version = bench.overview.neighbours(place.scene, index)
    policy = bench.project.settings().boundary_policy
    return BoundaryCheckAnswer(
        segment=place.segment,
        segment_id=place.current.id,
        before_ssim=before.ssim if before else None,
        after_ssim=after.ssim if after else None,
        needs_smoothing_before=before.needs_smoothing if before else None,
        needs_smoothing_after=after.needs_smoothing if after else None,
        recommendation=segment_advice(
            before,
            after,
            policy,
            seed_changed=is_seed_replaced(place.current),
            next_seed_changed=is_seed_replaced(next_version),
        ),
        class_before=colour_of(before) if before else None,
        class_after=colour_of(after) if after else None,
        decision_before=decision_of(before),
        decision_after=decision_of(after),
        threshold=plain_limits(policy).threshold,
        before=boundary_answer(bench, before) if before else None,
        after=boundary_answer(bench, after) if after else None,
    )


def decision_of(boundary: Boundary | None) -> Literal["accepted", "cut"] | None:
    decision = boundary.join.decision if boundary else None
    return decision.value if decision else None
