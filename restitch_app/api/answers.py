"""What several answers are made of, and how versions and boundaries are told in JSON."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from restitch_app.domain.boundaries import Boundary
from restitch_app.services.boundaries.facts import boundary_facts
from restitch_app.services.review.advice import is_seed_replaced, recommendation
from restitch_app.services.review.staleness import StaleChange
from restitch_app.services.workbench import Workbench

Value = str | int | float | bool
BoundaryColour = Literal["green", "yellow", "red"]
Ssim = float | None

SEGMENT = Field(description="Which segment, from 1 as people see it.", examples=[5])
SEGMENT_ID = Field(description="The row of the segment's current version.", examples=[5])


class Answer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CauseAnswer(Answer):
    cause: str = Field(examples=["colour"])
    short: str = Field(examples=["5 % brighter"])
    words: str = Field(examples=["The right side is 5 % brighter"])


class TreatmentAnswer(Answer):
    """How the boundary is exported."""

    method: str = Field(
        description="none, drop_repeat, or the name of a remedy.", examples=["drop_repeat"]
    )
    trim_left: int = Field(description="Frames left out before the boundary.", examples=[1])
    trim_right: int = Field(description="Frames left out after it.", examples=[0])
    patch_frames: int = Field(description="Frames made anew, both sides together.", examples=[0])


class BoundaryAnswer(Answer):
    left: int = Field(description="Segment before the boundary, from 1.", examples=[5])
    right: int = Field(description="Segment after it.", examples=[6])
    left_segment_id: int = Field(description="Row of the version on the left.")
    right_segment_id: int = Field(description="Row of the version on the right.")
    ssim: Ssim = Field(description="As it will be exported; null while not measured.")
    boundary_class: BoundaryColour | None = Field(
        alias="class", description="null while not measured, and for a cut."
    )
    cause: str | None = Field(
        description="The biggest thing that is wrong there; null where nothing is seen.",
        examples=["colour"],
    )
    needs_smoothing: bool = Field(description="By the project's policy, accepted or not.")
    decision: Literal["accepted", "cut"] | None
    treatment: TreatmentAnswer
    natural: dict[str, float] | None = Field(
        description="min, median and max of the SSIM of neighbouring frames around the boundary.",
        examples=[{"min": 0.69, "median": 0.74, "max": 0.78}],
    )
    recommendation: str | None = Field(description="What to do and why; null: nothing.")
    verdict: float | None = Field(
        description="V against the project's limits: yellow from 1, red from 2, if they are the "
        "usual ones. null under plain SSIM and where too few frames say what is natural.",
        examples=[2.8],
    )
    causes: list[CauseAnswer] = Field(description="At most two, biggest first.")
    diagnosis: str | None = Field(
        description="The causes in a viewer's words.", examples=["The right side is 5 % brighter."]
    )
    marker: str = Field(examples=["0.71 · normal here 0.69–0.78 · 5 % brighter"])
    type: Literal["chained", "other"] = Field(
        description="chained: generated from the last frame on the left."
    )
    channels: dict[str, float] | None = Field(
        description="Score of each measure; 1 is just visible, as a rule."
    )
    figures: dict[str, object] | None = Field(description="All figures, as it will be exported.")
    raw: dict[str, object] | None = Field(description="The same before any treatment.")
    decided: dict[str, object] | None = Field(
        description="by, at, reason, and the ssim and verdict of that moment."
    )
    call: dict[str, object] | None = Field(
        description="What a reviewer says it really looks like: says, shown, is_wrong, by, at."
    )


def boundary_answer(bench: Workbench, boundary: Boundary) -> BoundaryAnswer:
    join = boundary.join
    right = bench.overview.version(join.right_id)
    policy = bench.overview.settings().boundary_policy
    return BoundaryAnswer.model_validate(
        {
            **boundary_facts(boundary, bench.decisions.call_on(boundary)),
            "ssim": boundary.ssim,
            "class": colour_of(boundary),
            "recommendation": recommendation(
                boundary, policy, right_seed_changed=is_seed_replaced(right)
            ),
        }
    )


def colour_of(boundary: Boundary) -> BoundaryColour | None:
    return boundary.boundary_class.value if boundary.boundary_class else None


class StaleAnswer(Answer):
    flagged: list[int] = Field(
        description="Every stale segment of the scene, from 1.", examples=[[6, 7, 8, 9, 10]]
    )
    newly_flagged: list[int] = Field(description="Those that were not stale before.")


def stale_answer(change: StaleChange) -> StaleAnswer:
    return StaleAnswer(
        flagged=[index + 1 for index in change.flagged],
        newly_flagged=[index + 1 for index in change.newly_flagged],
    )
