"""Which segments a scene has, in which order, and which frames a segment can be made from."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from restitch_app.api.answers import Answer
from restitch_app.api.desk import Bench, Context, SceneId, SegmentId, place_of
from restitch_app.domain.errors import WrongUse
from restitch_app.services.chain.editing import Edited

router = APIRouter()


class OrderAnswer(Answer):
    segments: list[int] = Field(description="What came in or was moved, from 1.", examples=[[5, 6]])
    refused: list[str] = Field(description="Clips that were not inserted, and why.")
    flagged: list[int] = Field(description="All segments that are stale now.")
    newly_flagged: list[int]


class SplitBody(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"frame_index": 8}]})

    frame_index: int = Field(
        ge=1, strict=True, description="Of the segment, from 0: the first of the second part."
    )


class MoveBody(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"to": 3}]})

    to: int = Field(ge=1, le=10**9, strict=True, description="Its new place, from 1.")


class InsertBody(BaseModel):
    model_config = ConfigDict(extra="forbid")

    before: int = Field(
        ge=1, le=10**9, strict=True, description="Which segment they come before, from 1."
    )
    clips: list[str] = Field(min_length=1, max_length=1000, description="Full paths, in order.")


class SeedFrameAnswer(Answer):
    seed_frame: str = Field(description="For POST regenerate.", examples=["-2"])
    frames_before_the_end: int
    sharpness: float = Field(description="Beside the sharpest of them, 0 to 1.")
    similarity: float = Field(description="SSIM with the last frame.")
    picture: str = Field(description="A PNG in the project's folder.")


class SeedFramesAnswer(Answer):
    seed_frames: list[SeedFrameAnswer]


@router.post("/segments/{id}/split", summary="Make two segments of one")
def split(bench: Bench, ctx: Context, segment_id: SegmentId, body: SplitBody) -> OrderAnswer:
    """Every frame stays as it is. Can be undone."""
    place = place_of(bench, segment_id)
    return _answer(bench.chain.split(place.scene, place.sequence_index, body.frame_index, ctx))


@router.post("/segments/{id}/remove", summary="Take a segment out of the scene")
def remove(bench: Bench, ctx: Context, segment_id: SegmentId) -> OrderAnswer:
    """Its versions and files stay. Can be undone."""
    place = place_of(bench, segment_id)
    return _answer(bench.chain.remove(place.scene, place.sequence_index, ctx))


@router.post("/segments/{id}/move", summary="Let a segment stand at another place")
def move(bench: Bench, ctx: Context, segment_id: SegmentId, body: MoveBody) -> OrderAnswer:
    """The others move along. Can be undone."""
    place = place_of(bench, segment_id)
    return _answer(bench.chain.move(place.scene, place.sequence_index, body.to - 1, ctx))


@router.post("/scenes/{id}/insert", summary="Put clips into a scene")
def insert(bench: Bench, ctx: Context, scene_id: SceneId, body: InsertBody) -> OrderAnswer:
    """They are copied into the project. Can be undone."""
    paths = [Path(clip) for clip in body.clips]
    for path in paths:
        if not path.is_absolute():
            raise WrongUse(
                "This clip cannot be found", f"{path} is no full path", "Send full paths"
            )
    scene = bench.overview.scene(scene_id)
    return _answer(bench.chain.insert(scene, body.before - 1, paths, ctx))


@router.get("/segments/{id}/seed-frames", summary="Frames that a segment can be made from")
def seed_frames(bench: Bench, segment_id: SegmentId) -> SeedFramesAnswer:
    """The last ones of the segment before it, the very last first."""
    place = place_of(bench, segment_id)
    found = bench.regeneration.seed_frames.candidates(place.scene, place.sequence_index)
    return SeedFramesAnswer(
        seed_frames=[
            SeedFrameAnswer(
                seed_frame=one.choice,
                frames_before_the_end=one.back,
                sharpness=round(one.sharpness, 4),
                similarity=round(one.similarity, 4),
                picture=one.picture.file if one.picture is not None else "",
            )
            for one in found
        ]
    )


def _answer(done: Edited) -> OrderAnswer:
    return OrderAnswer(
        segments=[index + 1 for index in done.segments],
        refused=[f"{one.path.name}: {one.reason}" for one in done.refused],
        flagged=[index + 1 for index in done.stale.flagged],
        newly_flagged=[index + 1 for index in done.stale.newly_flagged],
    )
