"""What a reviewer says of a boundary, and the limits that boundaries are judged by."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from restitch_app.api.answers import Answer, BoundaryAnswer, BoundaryColour, boundary_answer
from restitch_app.api.desk import Bench, Context, SegmentId, left_index_of, place_of
from restitch_app.domain.boundaries import (
    SEEN_AS,
    BoundaryClass,
    BoundaryPolicy,
    PlainSsim,
    plain_limits,
)
from restitch_app.domain.policies import policy_to_note
from restitch_app.services.boundaries.wrong_calls import LimitProposal

router = APIRouter()

Side = Literal["before", "after"]
SIDE = Field(description="Which one of the segment's two.")
CLASSES: dict[str, BoundaryClass] = {word: seen for seen, word in SEEN_AS.items()}


class DecisionBody(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"boundary": "after", "decision": "cut", "reason": "next morning"}]
        },
    )

    boundary: Side = SIDE
    decision: Literal["accepted", "cut"] | None = Field(
        description="accepted: left as it is. cut: never scored, never smoothed. null: neither."
    )
    reason: str = Field(default="", max_length=2000, description="Kept beside the decision.")


@router.post("/segments/{id}/boundary-decision", summary="Accept a boundary, or declare a cut")
def decide(bench: Bench, ctx: Context, segment_id: SegmentId, body: DecisionBody) -> BoundaryAnswer:
    """No frame changes, except that a cut loses its remedy. Can be undone."""
    place = place_of(bench, segment_id)
    index = left_index_of(bench, place, body.boundary)
    if body.decision == "accepted":
        decided = bench.decisions.accept(place.scene, index, ctx, body.reason)
    elif body.decision == "cut":
        decided = bench.decisions.declare_cut(place.scene, index, ctx, body.reason)
    else:
        decided = bench.decisions.take_back(place.scene, index, ctx)
    return boundary_answer(bench, decided)


class CallBody(BaseModel):
    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"boundary": "after", "really": "smooth"}]}
    )

    boundary: Side = SIDE
    really: Literal["smooth", "borderline", "visible"] | None = Field(
        description="What somebody who watches it sees; null takes an earlier call back."
    )


@router.post("/segments/{id}/boundary-call", summary="Say what a boundary really looks like")
def call(bench: Bench, ctx: Context, segment_id: SegmentId, body: CallBody) -> BoundaryAnswer:
    """Its class stays; with enough such calls other limits are proposed."""
    place = place_of(bench, segment_id)
    index = left_index_of(bench, place, body.boundary)
    says = CLASSES[body.really] if body.really is not None else None
    bench.decisions.call(place.scene, index, says, ctx)
    return boundary_answer(bench, bench.boundaries.at(place.scene, index, ctx))


class LimitsAnswer(Answer):
    policy: Literal["continuity", "plain"]
    ssim_threshold: float = Field(description="Plain SSIM: red below it.", examples=[0.85])
    ssim_band: float = Field(description="Plain SSIM: yellow within it above.", examples=[0.08])
    limits: dict[str, object] | None = Field(
        description="For each type of boundary: where yellow and red begin, and the limits of "
        "single measures that are not 1. null under plain SSIM."
    )


class LimitsBody(BaseModel):
    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"set": {"chained.colour": 1.2}}]}
    )

    policy: Literal["continuity", "plain"] | None = Field(
        default=None, description="null leaves it as it is."
    )
    set: dict[str, float] = Field(
        default_factory=dict,
        description="By key: ssim_threshold, ssim_band, yellow, red, or a measure; for one type "
        "of boundary with chained. or other. before it.",
    )


class LimitChangeAnswer(Answer):
    type: Literal["chained", "other"]
    measure: str = Field(examples=["colour"])
    before: float
    after: float
    false_alarms_gone: int
    seams_found: int
    newly_wrong: int = Field(description="Calls that were right and no longer would be.")


class ReclassifiedAnswer(Answer):
    scene_id: int
    left: int = Field(description="Segment before the boundary, from 1.")
    right: int = Field(description="Segment after it.")
    before: BoundaryColour | None
    after: BoundaryColour | None


class ProposalAnswer(Answer):
    proposed: LimitsAnswer
    changes: list[LimitChangeAnswer] = Field(description="Empty where nothing is proposed.")
    reclassified: list[ReclassifiedAnswer] = Field(description="What would look different.")
    wrong_calls: int
    reason: str | None = Field(description="Why nothing is proposed.")


@router.get("/limits", summary="How boundaries are judged")
def show_limits(bench: Bench) -> LimitsAnswer:
    return limits_answer(bench.limits.policy())


@router.post("/limits", summary="Change how boundaries are judged")
def change_limits(bench: Bench, body: LimitsBody) -> LimitsAnswer:
    """The policy first, then the limits; all or none of them. Can be undone."""
    return limits_answer(bench.limits.change(body.set, body.policy))


@router.get("/limits/proposal", summary="Limits that fit the wrong calls")
def propose(bench: Bench) -> ProposalAnswer:
    return _proposal(bench.wrong_calls.proposal())


@router.post("/limits/proposal", summary="Set the limits that are proposed")
def apply_proposal(bench: Bench) -> ProposalAnswer:
    """Can be undone."""
    return _proposal(bench.wrong_calls.apply())


def limits_answer(policy: BoundaryPolicy) -> LimitsAnswer:
    plain, note = plain_limits(policy), policy_to_note(policy)
    limits = note.get("limits")
    return LimitsAnswer(
        policy="plain" if isinstance(policy, PlainSsim) else "continuity",
        ssim_threshold=plain.threshold,
        ssim_band=plain.band,
        limits=limits if isinstance(limits, dict) else None,
    )


def _proposal(found: LimitProposal) -> ProposalAnswer:
    return ProposalAnswer(
        proposed=limits_answer(found.policy),
        changes=[
            LimitChangeAnswer(
                type=kind.value,
                measure=change.channel.value,
                before=change.before,
                after=change.after,
                false_alarms_gone=change.false_alarms_gone,
                seams_found=change.seams_found,
                newly_wrong=change.newly_wrong,
            )
            for kind, change in found.changes
        ],
        reclassified=[
            ReclassifiedAnswer(
                scene_id=one.scene_id,
                left=one.before.left_index + 1,
                right=one.before.left_index + 2,
                before=one.before.boundary_class.value if one.before.boundary_class else None,
                after=one.after.boundary_class.value if one.after.boundary_class else None,
            )
            for one in found.reclassified
        ],
        wrong_calls=found.wrong_calls,
        reason=found.reason,
    )
