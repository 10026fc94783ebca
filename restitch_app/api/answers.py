"""What several answers are made of, and how versions and boundaries are told in JSON."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from restitch_app.domain.boundaries import Boundary
from restitch_app.services.staleness import StaleChange

Value = str | int | float | bool
BoundaryColour = Literal["green", "yellow", "red"]
Ssim = float | None

SEGMENT = Field(description="Which segment, from 1 as people see it.", examples=[5])
SEGMENT_ID = Field(description="The row of the segment's current version.", examples=[5])


class Answer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class BoundaryAnswer(Answer):
    left: int = Field(description="Segment before the boundary, from 1.", examples=[5])
    right: int = Field(description="Segment after it.", examples=[6])
    left_segment_id: int = Field(description="Row of the version on the left.")
    right_segment_id: int = Field(description="Row of the version on the right.")
    ssim: Ssim = Field(description="As it will be exported; null while not measured.")
    boundary_class: BoundaryColour | None = Field(
        serialization_alias="class", description="null while not measured, and for a cut."
    )
    cause: str | None = Field(description="What is wrong there; null while it is not known.")
    needs_smoothing: bool = Field(description="By the project's policy, accepted or not.")
    decision: Literal["accepted", "cut"] | None
    treatment: str = Field(
        description="none, drop_repeat, blend or reextract.", examples=["drop_repeat"]
    )
    natural_range: tuple[float, float] | None = Field(
        description="Lowest and highest SSIM of neighbouring frames around the boundary."
    )
    recommendation: str | None = Field(description="What to do and why; null: nothing.")


def boundary_answer(boundary: Boundary, recommendation: str | None) -> BoundaryAnswer:
    join = boundary.join
    measures = join.measures
    natural = None
    if measures and measures.natural_min is not None and measures.natural_max is not None:
        natural = (measures.natural_min, measures.natural_max)
    return BoundaryAnswer(
        left=boundary.left_index + 1,
        right=boundary.left_index + 2,
        left_segment_id=join.left_id,
        right_segment_id=join.right_id,
        ssim=boundary.ssim,
        boundary_class=colour_of(boundary),
        cause=None,
        needs_smoothing=boundary.needs_smoothing,
        decision=join.decision.value if join.decision else None,
        treatment=join.treatment.method,
        natural_range=natural,
        recommendation=recommendation,
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
