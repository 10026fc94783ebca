"""The project and its scenes: what there is, and the ids that other calls take."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import Field

from restitch_app.api.answers import Answer, BoundaryAnswer, Ssim, boundary_answer
from restitch_app.api.desk import Bench, Context, SceneId
from restitch_app.domain.boundaries import plain_limits
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.versions import Version
from restitch_app.services.project.overview import SceneOverview
from restitch_app.services.review.advice import stale_reason
from restitch_app.services.workbench import Workbench

router = APIRouter()


class SceneAnswer(Answer):
    scene_id: int
    name: str = Field(examples=["Scene 1"])
    segments: int = Field(description="How many.", examples=[10])
    frames: int = Field(description="Length of the export.")
    fps: float
    rate: str = Field(description="The exact rate as a fraction.", examples=["16/1"])
    width: int
    height: int
    stale: list[int] = Field(description="Stale segments, from 1.", examples=[[6, 7, 8, 9, 10]])


class ScenesAnswer(Answer):
    scenes: list[SceneAnswer]


class SettingsAnswer(Answer):
    ssim_threshold: float = Field(description="Below it a boundary is red.", examples=[0.85])
    ssim_band: float = Field(description="Above it by less than this: yellow.", examples=[0.08])
    analysis_height: int = Field(description="Lines at which pictures are compared.")
    becomes_current: Literal["when_qa_passes", "always", "ask"]
    trim_repeats: bool
    server_url: str = Field(description="Empty: any server of the list, the least busy first.")


class ProjectAnswer(Answer):
    name: str
    folder: str
    settings: SettingsAnswer
    scenes: list[SceneAnswer]
    open_jobs: int


@router.get("/project", summary="The open project")
def show_project(bench: Bench) -> ProjectAnswer:
    settings = bench.project.settings()
    return ProjectAnswer(
        name=settings.name,
        folder=str(bench.project.folder),
        settings=SettingsAnswer(
            ssim_threshold=plain_limits(settings.boundary_policy).threshold,
            ssim_band=plain_limits(settings.boundary_policy).band,
            analysis_height=settings.analysis_height,
            becomes_current=settings.becomes_current.value,
            trim_repeats=settings.trim_repeats,
            server_url=settings.server_url,
        ),
        scenes=_scenes(bench),
        open_jobs=len(bench.jobs.open()),
    )


@router.get("/scenes", summary="Its scenes")
def list_scenes(bench: Bench) -> ScenesAnswer:
    return ScenesAnswer(scenes=_scenes(bench))


class SegmentAnswer(Answer):
    segment: int = Field(description="From 1, as people see it.", examples=[5])
    segment_id: int = Field(description="The current version's row.", examples=[5])
    version: int = Field(description="The current version's number.", examples=[1])
    verdict: Literal["pass", "warn", "fail"] | None
    score: float | None
    stale: bool
    stale_reason: str | None = Field(description='"seed changed" or "follows N".')
    approved: bool
    boundary_ssim_before: Ssim
    boundary_ssim_after: Ssim
    start_frame_index: int = Field(description="Its first frame in the export, from 0.")
    frames: int = Field(description="Frames of it in the export, patches included.")


class SegmentsAnswer(Answer):
    scene_id: int
    segments: list[SegmentAnswer] = Field(description="In scene order.")


@router.get("/scenes/{id}/segments", summary="The segments of a scene")
def list_segments(bench: Bench, scene_id: SceneId) -> SegmentsAnswer:
    scene = bench.overview.scene(scene_id)
    ranges = bench.project.segment_ranges(scene)
    return SegmentsAnswer(
        scene_id=scene.id,
        segments=[
            _segment(version, ranges[version.sequence_index])
            for version in bench.overview.current(scene)
        ],
    )


class BoundariesAnswer(Answer):
    scene_id: int
    threshold: float = Field(description="SSIM below which a boundary is red.", examples=[0.85])
    boundaries: list[BoundaryAnswer] = Field(description="In scene order.")


@router.get("/scenes/{id}/boundaries", summary="The boundaries of a scene")
def list_boundaries(
    bench: Bench,
    ctx: Context,
    scene_id: SceneId,
    measure: Annotated[bool, Query(description="Measure those that were not yet.")] = True,
) -> BoundariesAnswer:
    scene = bench.overview.scene(scene_id)
    found = bench.boundaries.check(scene, ctx) if measure else bench.boundaries.known(scene)
    policy = bench.project.settings().boundary_policy
    return BoundariesAnswer(
        scene_id=scene.id,
        threshold=plain_limits(policy).threshold,
        boundaries=[boundary_answer(bench, boundary) for boundary in found],
    )


def _scenes(bench: Workbench) -> list[SceneAnswer]:
    return [_scene(one) for one in bench.overview.scenes()]


def _scene(overview: SceneOverview) -> SceneAnswer:
    scene = overview.scene
    return SceneAnswer(
        scene_id=scene.id,
        name=scene.name,
        segments=len(overview.current),
        frames=overview.frames,
        fps=float(scene.rate),
        rate=f"{scene.rate.numerator}/{scene.rate.denominator}",
        width=scene.width,
        height=scene.height,
        stale=[index + 1 for index in overview.stale],
    )


def _segment(version: Version, frames: FrameRange) -> SegmentAnswer:
    return SegmentAnswer(
        segment=version.sequence_index + 1,
        segment_id=version.id,
        version=version.number,
        verdict=version.verdict.value if version.verdict else None,
        score=version.score,
        stale=version.is_stale,
        stale_reason=stale_reason(version),
        approved=version.is_approved,
        boundary_ssim_before=version.boundary_ssim_before,
        boundary_ssim_after=version.boundary_ssim_after,
        start_frame_index=frames.start,
        frames=len(frames),
    )
