"""GET boundary-check and POST smooth-boundary of a segment."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Self

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, model_validator

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
from restitch_app.api.desk import Bench, Context, Place, SegmentId, place_of
from restitch_app.domain.boundaries import Boundary, plain_limits
from restitch_app.domain.errors import NotFound
from restitch_app.domain.progress import JobContext
from restitch_app.services.advice import is_seed_changed, segment_advice
from restitch_app.services.smoothing import LARGEST_WINDOW, Method, Smoothed
from restitch_app.services.workbench import Workbench

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
            "Boundary 5|6: SSIM 0.62 is below 0.85, segment 6 was generated from a frame that has "
            "been replaced. Smooth it, or regenerate segment 6."
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
            seed_changed=is_seed_changed(place.current),
            next_seed_changed=is_seed_changed(next_version),
        ),
        class_before=colour_of(before) if before else None,
        class_after=colour_of(after) if after else None,
        decision_before=_decision(before),
        decision_after=_decision(after),
        threshold=plain_limits(policy).threshold,
        before=boundary_answer(bench, before) if before else None,
        after=boundary_answer(bench, after) if after else None,
    )


class Action(StrEnum):
    BLEND = "blend"
    REEXTRACT = "reextract"
    AUTO = "auto"
    ACCEPT = "accept"
    NONE = "none"


class SmoothBody(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"boundary": "after", "method": "blend", "window": 4}]},
    )

    boundary: Literal["before", "after"] = Field(description="Which one of the segment's two.")
    method: Action = Field(
        description="blend: cross-fade. reextract: leave out frames so that better ones meet. "
        "auto: the gentlest that helps. accept: leave it as it is, by decision. "
        "none: take an earlier remedy away.",
    )
    window: int | None = Field(
        default=None,
        ge=1,
        le=LARGEST_WINDOW,
        strict=True,
        description="Frames on each side to blend or search; null for the method's usual number.",
    )
    preview: bool = Field(
        default=False,
        strict=True,
        description="Only measure what it would come to; change nothing.",
    )

    @model_validator(mode="after")
    def _fits_the_method(self) -> Self:
        if self.method is Action.ACCEPT and self.preview:
            raise ValueError("accepting changes no frame: there is nothing to preview")
        if self.method in (Action.ACCEPT, Action.NONE) and self.window is not None:
            raise ValueError(f"the method {self.method} has no window")
        return self


class SmoothAnswer(Answer):
    segment: int = SEGMENT
    segment_id: int = SEGMENT_ID
    left: int = Field(description="Segment before the boundary, from 1.", examples=[5])
    right: int = Field(description="Segment after it.", examples=[6])
    method: Action = Field(description="What was chosen, where `auto` was asked for.")
    window: int | None = Field(description="Frames on each side; null where none are touched.")
    applied: bool = Field(description="false for a preview.")
    ssim_before: Ssim = Field(description="Without this remedy.", examples=[0.62])
    ssim_after: Ssim = Field(description="With it, on the frames to be exported.", examples=[0.93])
    class_before: BoundaryColour | None
    class_after: BoundaryColour | None
    needs_smoothing: bool = Field(description="With this remedy, by the policy.")
    sharpness_loss: float = Field(description="Largest loss of fine detail, 0 to 1.")
    treatment: str = Field(description="How the boundary is exported with it.", examples=["blend"])
    decision: Literal["accepted", "cut"] | None


@router.post("/segments/{id}/smooth-boundary", summary="Smooth, accept or restore a boundary")
def smooth_boundary(
    bench: Bench, ctx: Context, segment_id: SegmentId, body: SmoothBody
) -> SmoothAnswer:
    """Only how the boundary is exported changes; no version's file ever does."""
    place = place_of(bench, segment_id)
    left_index = _left_index(bench, place, body.boundary)
    if body.method is Action.ACCEPT:
        return _accepted(bench, place, left_index, ctx)
    method = Method(body.method.value)
    smoothed = bench.smoothing.preview(place.scene, left_index, method, body.window, ctx)
    if not body.preview:
        bench.smoothing.apply(smoothed)
    return _smoothed(place, smoothed, applied=not body.preview)


def _left_index(bench: Workbench, place: Place, side: Literal["before", "after"]) -> int:
    count = bench.overview.segment_count(place.scene)
    left_index = place.sequence_index - (side == "before")
    if not 0 <= left_index < count - 1:
        raise NotFound(
            f"There is no boundary {side} segment {place.segment}",
            f"{place.scene.name} has {count} segments",
            "Choose the other boundary, or another segment",
        )
    return left_index


def _accepted(bench: Workbench, place: Place, left_index: int, ctx: JobContext) -> SmoothAnswer:
    boundary = bench.decisions.accept(place.scene, left_index, ctx)
    return _answer(place, boundary, boundary, Action.ACCEPT)


def _smoothed(place: Place, smoothed: Smoothed, *, applied: bool) -> SmoothAnswer:
    return _answer(
        place,
        smoothed.before,
        smoothed.after,
        Action(smoothed.method.value),
        window=smoothed.window or None,
        applied=applied,
        sharpness_loss=smoothed.sharpness_loss,
    )


def _answer(
    place: Place,
    before: Boundary,
    after: Boundary,
    method: Action,
    *,
    window: int | None = None,
    applied: bool = True,
    sharpness_loss: float = 0.0,
) -> SmoothAnswer:
    return SmoothAnswer(
        segment=place.segment,
        segment_id=place.current.id,
        left=after.left_index + 1,
        right=after.left_index + 2,
        method=method,
        window=window,
        applied=applied,
        ssim_before=before.ssim,
        ssim_after=after.ssim,
        class_before=colour_of(before),
        class_after=colour_of(after),
        needs_smoothing=after.needs_smoothing,
        sharpness_loss=sharpness_loss,
        treatment=after.join.treatment.method,
        decision=_decision(after),
    )


def _decision(boundary: Boundary | None) -> Literal["accepted", "cut"] | None:
    decision = boundary.join.decision if boundary else None
    return decision.value if decision else None
