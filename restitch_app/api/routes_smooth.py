"""POST smooth-boundary of a segment."""

from __future__ import annotations

from typing import Literal, Self

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from restitch_app.api.answers import (
    SEGMENT,
    SEGMENT_ID,
    Answer,
    BoundaryColour,
    Ssim,
    TreatmentAnswer,
    colour_of,
)
from restitch_app.api.desk import (
    LARGEST_ID,
    Bench,
    Context,
    Place,
    SegmentId,
    left_index_of,
    place_of,
)
from restitch_app.api.routes_boundary import decision_of
from restitch_app.api.server_url import SERVER_URL, ServerUrl, server_of
from restitch_app.api.text import Setting, Text
from restitch_app.domain.boundaries import Boundary
from restitch_app.domain.jobs import BridgeRequest, JobState
from restitch_app.domain.progress import JobContext
from restitch_app.services.boundaries.facts import treatment_facts
from restitch_app.services.remedies.names import AUTO, COMFY_BRIDGE, LARGEST_WINDOW, NAMES, NONE
from restitch_app.services.remedies.request import Smoothed, smooth, smooth_with
from restitch_app.services.remedies.values import Candidate
from restitch_app.services.remedies.words import cost, title, why_not
from restitch_app.services.workbench import Workbench

router = APIRouter()

ACCEPT = "accept"
METHODS = (AUTO, *NAMES, COMFY_BRIDGE, ACCEPT, NONE)
ONLY_BRIDGES = ("server_url", "workflow_id", "parameters", "again")


FOR_BRIDGES = f"For {COMFY_BRIDGE} only."


class SmoothBody(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"boundary": "after", "method": "auto"}]},
    )

    boundary: Literal["before", "after"] = Field(description="Which one of the segment's two.")
    method: str = Field(
        description="auto: try all and apply the best, if any helps. The name of a remedy: that "
        "one, even if it would not have been offered; see `warning`. accept: leave it as it is, by "
        "decision. none: take an earlier remedy away. comfy_bridge: new frames made by a ComfyUI "
        "server; while they are made the answer is 202 with a job, and the same request is sent "
        "again once it is done. bridge: in-between frames drawn from those at hand.",
        json_schema_extra={"enum": list(METHODS)},
    )
    window: int | None = Field(
        default=None,
        ge=1,
        le=LARGEST_WINDOW,
        strict=True,
        description="Frames on each side to change or search; null: as many as the step needs.",
    )
    preview: bool = Field(
        default=False,
        strict=True,
        description="Only say what it would come to; change nothing.",
    )

    server_url: ServerUrl = Field(default=None, description=f"{FOR_BRIDGES} {SERVER_URL}")
    workflow_id: int | None = Field(
        default=None,
        ge=1,
        le=LARGEST_ID,
        strict=True,
        description=f"{FOR_BRIDGES} One that takes a first and a last frame; see GET "
        "/api/workflows.",
    )
    parameters: dict[Text, Setting] = Field(
        default_factory=dict,
        max_length=200,
        description=f"{FOR_BRIDGES} Changed settings, as for regenerate.",
    )
    again: bool = Field(
        default=False,
        strict=True,
        description=f"{FOR_BRIDGES} Make new frames even where they were made before.",
    )

    @field_validator("method")
    @classmethod
    def _is_known(cls, method: str) -> str:
        if method not in METHODS:
            raise ValueError(f"one of {', '.join(METHODS)}")
        return method

    @model_validator(mode="after")
    def _fits_the_method(self) -> Self:
        if self.method == ACCEPT and self.preview:
            raise ValueError("accepting changes no frame: there is nothing to preview")
        if self.method in (ACCEPT, NONE) and self.window is not None:
            raise ValueError(f"the method {self.method} has no window")
        if self.method != COMFY_BRIDGE:
            for name in ONLY_BRIDGES:
                if getattr(self, name):
                    raise ValueError(f"{name} is for the method {COMFY_BRIDGE} only")
        return self


class CandidateAnswer(Answer):
    method: str
    title: str = Field(examples=["Colour ramp"])
    is_offered: bool
    why_not: str | None = Field(
        description="Why it is not offered.", examples=["doubles contours: sharpness −23 %"]
    )
    costs: str = Field(examples=["Changes 8 frames: 4 before the boundary, 4 after it."])
    ssim: Ssim = Field(description="Predicted.")
    class_after: BoundaryColour | None = Field(description="Predicted.")
    visibility: float | None = Field(
        description="Predicted; how far the worst of all channels is above what is natural here, "
        "over ten frames on either side. 0.25 and less is not seen."
    )
    sharpness_loss: float | None
    inside_natural: bool | None = Field(description="Whether the SSIM is in the natural range.")
    frames_lost: int
    frames_changed: int


class SmoothAnswer(Answer):
    segment: int = SEGMENT
    segment_id: int = SEGMENT_ID
    left: int = Field(description="Segment before the boundary, from 1.", examples=[5])
    right: int = Field(description="Segment after it.", examples=[6])
    method: str = Field(
        description="What was chosen, where `auto` was asked for: none if nothing helps."
    )
    window: int | None = Field(description="Frames on each side, where a number was asked for.")
    applied: bool = Field(description="Whether anything was changed.")
    ssim_before: Ssim = Field(description="As it stood.", examples=[0.62])
    ssim_after: Ssim = Field(
        description="Measured on the frames to be exported; predicted in a preview.",
        examples=[0.93],
    )
    class_before: BoundaryColour | None
    class_after: BoundaryColour | None
    needs_smoothing: bool = Field(description="As it stands now, by the policy.")
    sharpness_loss: float = Field(description="Largest loss of fine detail, 0 to 1.")
    visibility_before: float | None = Field(description="Without any remedy; see `candidates`.")
    visibility_after: float | None = Field(description="Measured, or predicted in a preview.")
    treatment: TreatmentAnswer = Field(description="How the boundary is exported now.")
    decision: Literal["accepted", "cut"] | None
    warning: str | None = Field(description="Why the remedy would not have been offered.")
    reason: str | None = Field(description="Why auto chose this one, or none.")
    candidates: list[CandidateAnswer] = Field(description="All that were tried, the best first.")


class BridgeAnswer(Answer):
    job_id: int = Field(description="Makes the new frames; see GET /api/jobs/{id}.", examples=[7])
    left: int = Field(description="Segment before the boundary, from 1.", examples=[5])
    right: int = Field(description="Segment after it.", examples=[6])
    method: Literal["comfy_bridge"]
    window: int = Field(description="Frames on each side, as asked for.", examples=[8])
    new_left: int = Field(description="Frames before the boundary that are made anew.")
    new_right: int = Field(description="The same after it; the length stays.")
    state: JobState


@router.post(
    "/segments/{id}/smooth-boundary",
    summary="Smooth, accept or restore a boundary",
    response_model=SmoothAnswer,
    responses={202: {"model": BridgeAnswer, "description": "The new frames are being made."}},
)
def smooth_boundary(
    bench: Bench, ctx: Context, segment_id: SegmentId, body: SmoothBody
) -> SmoothAnswer | JSONResponse:
    """Only how the boundary is exported changes; no version's file ever does."""
    place = place_of(bench, segment_id)
    left_index = left_index_of(bench, place, body.boundary)
    if body.method == COMFY_BRIDGE:
        return _bridged(bench, place, left_index, body, ctx)
    if body.method == ACCEPT:
        return _accepted(bench, place, left_index, ctx)
    smoothed = smooth(
        bench.remedies,
        bench.boundaries,
        place.scene,
        left_index,
        body.method,
        body.window,
        ctx,
        preview=body.preview,
        bridging=bench.bridging,
    )
    return _smoothed(place, smoothed)


def _bridged(
    bench: Workbench,
    place: Place,
    left_index: int,
    body: SmoothBody,
    ctx: JobContext,
) -> SmoothAnswer | JSONResponse:
    """With frames that are there; else they are asked for, once however often this is sent."""
    request = BridgeRequest(
        left_index,
        window=body.window,
        parameters=body.parameters,
        server_url=server_of(body.server_url),
        workflow_id=body.workflow_id,
        again=body.again,
    )
    job = bench.bridging.request(place.scene, request, ctx)
    if job.state is not JobState.DONE:
        assert job.bridge is not None
        told = BridgeAnswer(
            job_id=job.id,
            left=left_index + 1,
            right=left_index + 2,
            method="comfy_bridge",
            window=job.bridge.window,
            new_left=job.bridge.left_frames,
            new_right=job.bridge.right_frames,
            state=job.state,
        )
        headers = {"Location": f"/api/jobs/{job.id}"}
        return JSONResponse(told.model_dump(mode="json"), 202, headers=headers)
    candidate = bench.bridging.candidate(place.scene, job, ctx)
    smoothed = smooth_with(
        bench.remedies,
        bench.boundaries,
        place.scene,
        candidate,
        left_index,
        ctx,
        preview=body.preview,
    )
    return _smoothed(place, smoothed)


def _accepted(bench: Workbench, place: Place, left_index: int, ctx: JobContext) -> SmoothAnswer:
    boundary = bench.decisions.accept(place.scene, left_index, ctx)
    accepted = Smoothed(ACCEPT, boundary, None, None, None, boundary, is_applied=True)
    return _smoothed(place, accepted)


def _smoothed(place: Place, smoothed: Smoothed) -> SmoothAnswer:
    before, chosen, comparison = smoothed.before, smoothed.candidate, smoothed.comparison
    now = smoothed.after or before
    foretold = chosen.predicted if chosen else None
    found = smoothed.applied.measured if smoothed.applied else foretold
    tried = comparison.candidates if comparison else ([chosen] if chosen else [])
    return SmoothAnswer(
        segment=place.segment,
        segment_id=place.current.id,
        left=before.left_index + 1,
        right=before.left_index + 2,
        method=chosen.name if chosen else ACCEPT if smoothed.asked == ACCEPT else NONE,
        window=chosen.window if chosen else None,
        applied=smoothed.is_applied,
        ssim_before=before.ssim,
        ssim_after=smoothed.ssim_after,
        class_before=colour_of(before),
        class_after=smoothed.class_after.value if smoothed.class_after else None,
        needs_smoothing=now.needs_smoothing,
        sharpness_loss=smoothed.sharpness_loss,
        visibility_before=found.visibility_before if found else _untreated(smoothed),
        visibility_after=found.visibility if found else None,
        treatment=_treatment(now),
        decision=decision_of(now),
        warning=smoothed.warning,
        reason=comparison.reason if comparison else None,
        candidates=[_candidate(each) for each in tried],
    )


def _candidate(candidate: Candidate) -> CandidateAnswer:
    found = candidate.predicted
    return CandidateAnswer(
        method=candidate.name,
        title=title(candidate.name),
        is_offered=candidate.is_offered,
        why_not=why_not(candidate),
        costs=cost(candidate),
        ssim=found.ssim if found else None,
        class_after=candidate.predicted_class.value if candidate.predicted_class else None,
        visibility=found.visibility if found else None,
        sharpness_loss=found.sharpness_loss if found else None,
        inside_natural=found.inside_natural if found else None,
        frames_lost=candidate.frames_lost,
        frames_changed=candidate.frames_changed,
    )


def _untreated(smoothed: Smoothed) -> float | None:
    found = smoothed.comparison.untreated if smoothed.comparison else None
    return found.visibility if found else None


def _treatment(boundary: Boundary) -> TreatmentAnswer:
    return TreatmentAnswer.model_validate(treatment_facts(boundary.join.treatment))
