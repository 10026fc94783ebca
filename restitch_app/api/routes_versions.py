"""The versions of a segment: list them, make one current, approve the current one."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Body
from pydantic import BaseModel, ConfigDict, Field

from restitch_app.api.answers import (
    SEGMENT,
    SEGMENT_ID,
    Answer,
    Ssim,
    StaleAnswer,
    Value,
    stale_answer,
)
from restitch_app.api.desk import Bench, Context, SegmentId, place_of
from restitch_app.domain.quality import QualityReport
from restitch_app.domain.quality_reasons import WHY_IT_MATTERS
from restitch_app.domain.versions import Version
from restitch_app.services.review.advice import stale_reason

router = APIRouter()

VerdictWord = Literal["pass", "warn", "fail"]


class CheckAnswer(Answer):
    name: str = Field(examples=["flicker"])
    verdict: VerdictWord
    score: float = Field(description="0 to 100; 80 and above passes, below 50 fails.")
    value: float | None = Field(description="What was judged, in `unit`.")
    unit: str
    message: str = Field(description="One sentence for people.")
    why: str = Field(description="Why the check matters, in one sentence.")
    frame_indices: list[int] = Field(description="Segment frames that show it, from 0.")


class LineageAnswer(Answer):
    kind: Literal["known", "assumed"] = Field(
        description="assumed: imported, taken to rest on the last frame of the clip before it."
    )
    previous_segment_id: int | None = Field(
        description="The version that was current when this one was asked for."
    )
    seed_from_segment_id: int | None = Field(
        description="Whose last frame it was generated from; null for a picture of its own."
    )
    seed_frame_hash: str | None
    end_frame_from_segment_id: int | None = Field(
        description="Whose first frame its end was held to; null: the end was open."
    )
    regeneration_count: int = Field(description="Which regeneration of the segment; 0: imported.")
    request_id: str | None = Field(description="Shared by the takes of one request.")
    take: int


class VersionAnswer(Answer):
    segment_id: int = Field(description="The version's row.", examples=[5])
    version: int = Field(description="v1, v2, ... within the segment.", examples=[1])
    created_at: str = Field(examples=["2026-03-01T12:00:00.000+00:00"])
    current: bool = Field(description="Plays, is exported and seeds the next segment.")
    stale: bool
    stale_reason: str | None = Field(
        description="seed changed: the frame it was generated from was replaced. "
        "follows N: segment N before it is stale.",
        examples=["follows 6"],
    )
    approved: bool
    verdict: VerdictWord | None = Field(description="Of all checks; null until they ran.")
    score: float | None = Field(description="0 to 100.")
    checks: list[CheckAnswer]
    failure: str | None = Field(description="Why it cannot be used at all; null if it can.")
    boundary_ssim_before: Ssim
    boundary_ssim_after: Ssim
    parameters: dict[str, Value] = Field(examples=[{"seed": 42, "cfg": 5.0, "steps": 20}])
    lineage: LineageAnswer
    file: str = Field(description="Relative to the project's folder.")
    file_sha256: str
    frames: int
    purged: bool = Field(description="Its file was removed; the row stays.")
    workflow_id: int | None = Field(description="See GET /api/workflows; null: none, or removed.")
    workflow: str | None = Field(description="The workflow's name when it was made.")
    server_url: str | None = Field(description="Where it was rendered; null for imported clips.")
    hand_off_hash: str | None = Field(
        description="Of its last frame as the model made it; null: it is decoded from the clip."
    )


class VersionsAnswer(Answer):
    segment: int = SEGMENT
    segment_id: int = SEGMENT_ID
    versions: list[VersionAnswer] = Field(description="Newest first.")


@router.get("/segments/{id}/versions", summary="Every version of a segment")
def list_versions(bench: Bench, segment_id: SegmentId) -> VersionsAnswer:
    place = place_of(bench, segment_id)
    history = bench.versions.history(place.scene, place.sequence_index)
    return VersionsAnswer(
        segment=place.segment,
        segment_id=place.current.id,
        versions=[version_answer(version, bench.versions.quality(version)) for version in history],
    )


class UseAnswer(StaleAnswer):
    segment: int = SEGMENT
    segment_id: int = Field(description="The version that is current now.")
    version: int
    replaced_segment_id: int = Field(description="The version that was current before.")


@router.post("/segments/{id}/use", summary="Make a version current")
def use_version(bench: Bench, ctx: Context, segment_id: SegmentId) -> UseAnswer:
    """Exactly the version whose row is named. Later segments are flagged, or cleared, by it."""
    place = place_of(bench, segment_id)
    used = bench.versions.use(place.asked_for, ctx)
    return UseAnswer(
        segment=place.segment,
        segment_id=used.version.id,
        version=used.version.number,
        replaced_segment_id=used.replaced.id,
        **stale_answer(used.stale).model_dump(),
    )


class PurgeBody(BaseModel):
    """Without a body it is only told what would be freed."""

    model_config = ConfigDict(extra="forbid")

    yes: bool = Field(default=False, strict=True, description="Remove it; there is no undo.")
    also_seeding: bool = Field(
        default=False,
        strict=True,
        description="The second yes, for a version that another one was seeded from.",
    )


ASK_ONLY = PurgeBody()


class PurgeAnswer(Answer):
    segment: int = SEGMENT
    segment_id: int
    version: int
    purged: bool = Field(description="false: nothing was removed, this is what it would come to.")
    files: list[str] = Field(description="Relative to the project's folder.")
    freed_bytes: int
    seeded_segment_ids: list[int] = Field(
        description="Versions made from its last frame; that picture stays."
    )
    shared_with_segment_ids: list[int] = Field(
        description="Versions that play the same file, which therefore stays."
    )


@router.post("/segments/{id}/purge", summary="Remove a version's file; its row stays")
def purge_version(
    bench: Bench, segment_id: SegmentId, body: Annotated[PurgeBody, Body()] = ASK_ONLY
) -> PurgeAnswer:
    """Exactly the version whose row is named. The current one is refused: it plays."""
    version = bench.overview.version(segment_id)
    if body.yes:
        plan = bench.purging.purge(version, also_seeding=body.also_seeding)
    else:
        plan = bench.purging.plan(version)
    return PurgeAnswer(
        segment=plan.version.sequence_index + 1,
        segment_id=plan.version.id,
        version=plan.version.number,
        purged=body.yes,
        files=list(plan.files),
        freed_bytes=plan.freed_bytes,
        seeded_segment_ids=[one.id for one in plan.seeded],
        shared_with_segment_ids=[one.id for one in plan.shared_with],
    )


class ApproveAnswer(StaleAnswer):
    segment: int = SEGMENT
    segment_id: int = Field(description="The version that is approved now.")
    version: int


@router.post("/segments/{id}/approve", summary="Approve a segment's current version")
def approve_segment(bench: Bench, segment_id: SegmentId) -> ApproveAnswer:
    """Its quality is good. Where the segment was stale, that ends there too."""
    place = place_of(bench, segment_id)
    change = bench.versions.approve(place.scene, place.sequence_index)
    return ApproveAnswer(
        segment=place.segment,
        segment_id=place.current.id,
        version=place.current.number,
        **stale_answer(change).model_dump(),
    )


def version_answer(version: Version, quality: QualityReport | None) -> VersionAnswer:
    return VersionAnswer(
        segment_id=version.id,
        version=version.number,
        created_at=version.created_at,
        current=version.is_current,
        stale=version.is_stale,
        stale_reason=stale_reason(version),
        approved=version.is_approved,
        verdict=version.verdict.value if version.verdict else None,
        score=version.score,
        checks=_checks(quality),
        failure=version.failure,
        boundary_ssim_before=version.boundary_ssim_before,
        boundary_ssim_after=version.boundary_ssim_after,
        parameters=dict(version.parameters),
        lineage=_lineage(version),
        file=version.file,
        file_sha256=version.file_sha256,
        frames=version.facts.frame_count,
        purged=version.purged_at is not None,
        workflow_id=version.workflow_id,
        workflow=version.workflow_name or None,
        server_url=version.server_url or None,
        hand_off_hash=version.hand_off.hash if version.hand_off else None,
    )


def _checks(quality: QualityReport | None) -> list[CheckAnswer]:
    return [
        CheckAnswer(
            name=check.name.value,
            verdict=check.verdict.value,
            score=check.score,
            value=check.value,
            unit=check.unit,
            message=check.message,
            why=WHY_IT_MATTERS[check.name],
            frame_indices=list(check.frames),
        )
        for check in (quality.checks if quality else ())
    ]


def _lineage(version: Version) -> LineageAnswer:
    return LineageAnswer(
        kind=version.lineage.value,
        previous_segment_id=version.previous_segment_id,
        seed_from_segment_id=version.seed_from_version_id,
        seed_frame_hash=version.seed_frame.hash if version.seed_frame else None,
        end_frame_from_segment_id=version.end_from_version_id,
        regeneration_count=version.regeneration_count,
        request_id=version.request_id,
        take=version.take,
    )
