"""Scenes as values, for tests of widgets that need no project on disk."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from restitch_app.domain.boundaries import PlainSsim, judge_boundary
from restitch_app.domain.frames import ClipFacts
from restitch_app.domain.jobs import JobProblem, JobRecord, JobState
from restitch_app.domain.joins import Join, JoinMeasures
from restitch_app.domain.quality import Verdict
from restitch_app.domain.versions import Lineage, Scene, Version
from restitch_app.services.project.overview import SceneOverview

RATE = Fraction(16)


def version(index: int, frames: int = 81, number: int = 1) -> Version:
    facts = ClipFacts(832, 480, RATE, frames, "h264", "yuv420p", False, False)
    return Version(
        id=100 * number + index,
        scene_id=1,
        sequence_index=index,
        number=number,
        is_current=True,
        previous_segment_id=None,
        regeneration_count=number - 1,
        stale_root_index=None,
        boundary_ssim_before=None,
        boundary_ssim_after=None,
        file=f"media/clips/lake_{index + 1:03}_v{number}.mp4",
        file_sha256="0" * 64,
        file_bytes=1_000,
        facts=facts,
        seed_frame=None,
        seed_from_version_id=None,
        lineage=Lineage.ASSUMED,
        first_frame=None,
        last_frame=None,
        parameters={"seed": 1},
        verdict=Verdict.PASS,
        score=90.0,
        failure=None,
        approved_upstream=None,
        take=1,
        request_id=None,
        created_at="2026-11-20T12:00:00+00:00",
        purged_at=None,
    )


def scene_overview(
    segments: int = 10,
    frames_each: int = 81,
    ssims: dict[int, float | None] | None = None,
    name: str = "Evening at the lake",
) -> SceneOverview:
    """`ssims`: by left index; the others are 0.96, and None leaves the boundary unchecked."""
    current = tuple(version(index, frames_each) for index in range(segments))
    scene = Scene(1, name, RATE, 832, 480)
    boundaries = tuple(
        judge_boundary(
            left,
            Join(current[left].id, current[left + 1].id, _measures((ssims or {}).get(left, 0.96))),
            PlainSsim(),
        )
        for left in range(segments - 1)
    )
    return SceneOverview(scene, current, boundaries, segments * frames_each)


def with_stale(overview: SceneOverview, first: int) -> SceneOverview:
    """All segments from `first` on rest on a changed frame."""
    current = tuple(
        replace(one, stale_root_index=first) if one.sequence_index >= first else one
        for one in overview.current
    )
    return replace(overview, current=current)


def job(
    job_id: int = 1,
    state: JobState = JobState.RUNNING,
    *,
    index: int = 7,
    take: int = 1,
    takes: int = 1,
    done: int = 0,
    total: int = 0,
    stage: str = "Rendering",
    problem: JobProblem | None = None,
    waiting_since: str | None = None,
    result_segment_id: int | None = None,
) -> JobRecord:
    return JobRecord(
        id=job_id,
        request_id=f"request {job_id}",
        take=take,
        takes=takes,
        scene_id=1,
        sequence_index=index,
        state=state,
        server_url="http://gpu-box:8188",
        prompt_id=None,
        previous_segment_id=107,
        regeneration_count=1,
        before_version_id=None,
        seed_from_version_id=None,
        seed_hash="",
        seed_file="",
        parameters={},
        output_node="9",
        output=None,
        result_segment_id=result_segment_id,
        stage=stage,
        done=done,
        total=total,
        waiting_since=waiting_since,
        problem=problem,
        cancel_requested=False,
        created_at="2026-11-22T14:30:00+00:00",
        updated_at="2026-11-22T14:32:04+00:00",
    )


def _measures(ssim: float | None) -> JoinMeasures | None:
    if ssim is None:
        return None
    return JoinMeasures(ssim, ssim, 0.94, 0.96, 0.98, 0.0, 1)
