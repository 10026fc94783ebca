"""What jobs and their results have to tell of a segment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from restitch_app.domain.jobs import JobKind, JobRecord, JobState
from restitch_app.domain.versions import Scene, Version, is_misfit
from restitch_app.ui.jobs.job_view import SENDING
from restitch_app.ui.timeline.status import StatusKind, Work


@dataclass(frozen=True, slots=True)
class Refused:
    """The newest result of a segment, which cannot play in its place."""

    version_id: int
    number: int
    reason: str
    is_misfit: bool
    """It differs from the scene in size or rate: a copy of it could play."""


def refused_of(newest: Mapping[int, Version], scene: Scene) -> dict[int, Refused]:
    """`newest` and the answer by sequence index."""
    return {
        index: Refused(one.id, one.number, one.failure or "", is_misfit(one, scene))
        for index, one in newest.items()
    }


def work_by_segment(
    versions: Sequence[Version],
    jobs: Sequence[JobRecord],
    time_left_s: Mapping[int, float],
    dismissed: frozenset[int],
    refused: Mapping[int, Refused],
) -> dict[int, Work]:
    """By sequence index. `time_left_s` of running jobs, and `dismissed`, the failed ones that were
    put away, by job id; `refused` by sequence index.
    """
    by_segment: dict[int, list[JobRecord]] = {}
    for job in jobs:
        if job.sequence_index < len(versions) and job.kind is JobKind.REGENERATE:
            by_segment.setdefault(job.sequence_index, []).append(job)
    found = {}
    for index, mine in by_segment.items():
        left = next((time_left_s[job.id] for job in mine if job.id in time_left_s), None)
        work = work_of(versions[index], mine, left)
        if work is not None and not (work.kind is StatusKind.FAILED and mine[-1].id in dismissed):
            found[index] = work
    for index, result in refused.items():
        known = found.pop(index, None)
        if known is not None and known.kind is not StatusKind.CANDIDATE:
            found[index] = known
        elif told := _of_refused(result, by_segment.get(index, []), dismissed):
            found[index] = told
    return found


def work_of(
    version: Version, jobs: list[JobRecord], time_left_s: float | None = None
) -> Work | None:
    """`jobs`: of this segment, oldest first. None where they have nothing left to tell."""
    running = [job for job in jobs if job.state.is_open and job.state not in SENDING]
    queued = [job for job in jobs if job.state in SENDING]
    told = running[0] if running else queued[0] if queued else jobs[-1] if jobs else None
    if told is None:
        return None
    number = _number(version, jobs, told)
    problem = told.problem.title if told.problem is not None else ""
    tell = partial(Work, number=number, job_id=told.id, problem=problem)
    if told.state.is_open and told.cancel_requested:
        return tell(StatusKind.QUEUED, stage="cancelling")
    if told.state.is_open and told.waiting_since is not None:
        return tell(StatusKind.QUEUED, stage="waiting")
    if running:
        return tell(
            StatusKind.GENERATING,
            done=told.done,
            total=told.total,
            stage=told.stage,
            time_left_s=time_left_s,
        )
    if queued:
        return tell(StatusKind.QUEUED)
    if told.state in (JobState.FAILED, JobState.LOST):
        return tell(StatusKind.FAILED)
    if _waits_for_a_choice(version, told):
        return tell(StatusKind.CANDIDATE)
    return None


def _of_refused(result: Refused, jobs: list[JobRecord], dismissed: frozenset[int]) -> Work | None:
    """One that differs stays until it is converted or replaced; any other one as long as its job
    stands among the failed ones.
    """
    if result.is_misfit:
        return Work(StatusKind.MISFIT, result.number, problem=result.reason)
    made = [job.id for job in jobs if job.result_segment_id == result.version_id]
    if not made or dismissed.issuperset(made):
        return None
    return Work(StatusKind.FAILED, result.number, job_id=made[-1], problem=result.reason)


def _number(version: Version, jobs: list[JobRecord], job: JobRecord) -> int:
    """Version numbers count rows: the imported one, then every result, in the order of takes."""
    results = sum(earlier.result_segment_id is not None for earlier in jobs)
    if job.result_segment_id is not None:
        return 1 + sum(
            other.result_segment_id is not None and other.result_segment_id <= job.result_segment_id
            for other in jobs
        )
    return max(version.number, 1 + results) + 1


def _waits_for_a_choice(version: Version, job: JobRecord) -> bool:
    """Whether it was made to follow what is still current."""
    return (
        job.state is JobState.DONE
        and job.result_segment_id not in (None, version.id)
        and job.previous_segment_id == version.id
    )
