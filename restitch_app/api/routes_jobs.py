"""Jobs: what renders, what waits and why, what came of it."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import Field

from restitch_app.api.answers import Answer, Value
from restitch_app.api.desk import Bench, JobId
from restitch_app.api.problems import ProblemText
from restitch_app.domain.jobs import JobKind, JobProblem, JobRecord, JobState
from restitch_app.services.workbench import Workbench

router = APIRouter()


class ResultAnswer(Answer):
    segment_id: int = Field(description="The new version's row.")
    version: int = Field(description="Its number, v1, v2, ...")
    current: bool = Field(description="Whether it plays now; a candidate if not.")
    verdict: Literal["pass", "warn", "fail"] | None
    score: float | None
    failure: str | None


class JobAnswer(Answer):
    job_id: int
    kind: JobKind = Field(description="regenerate: a version. bridge: frames for a boundary.")
    request_id: str
    segment: int = Field(
        description="Which segment, from 1 as people see it; of a bridge, the one before it."
    )
    segment_id: int | None = Field(
        description="The version that was current when it was asked for; null for a new segment."
    )
    take: int = Field(description="From 1.")
    takes: int
    state: JobState
    is_open: bool = Field(description="Whether it still goes on.")
    stage: str = Field(description="What is happening, for people.", examples=["Rendering"])
    done: int
    total: int = Field(description="0 while the length is not known.")
    waiting_since: str | None = Field(description="Since when the server has not answered.")
    cancel_requested: bool
    problem: ProblemText | None = Field(description="Why it waits, failed or was lost.")
    result: ResultAnswer | None = Field(description="Once it is done.")
    server_url: str = Field(description="Empty while none was chosen for it yet.")
    parameters: dict[str, Value]
    created_at: str
    updated_at: str


class JobsAnswer(Answer):
    jobs: list[JobAnswer] = Field(description="Oldest first.")


@router.get("/jobs", summary="Jobs of the project")
def list_jobs(
    bench: Bench,
    open_only: Annotated[bool, Query(description="Leave out those that have ended.")] = False,
) -> JobsAnswer:
    jobs = bench.jobs.open() if open_only else bench.jobs.all()
    return JobsAnswer(jobs=[job_answer(bench, job) for job in jobs])


@router.get("/jobs/{id}", summary="One job")
def show_job(bench: Bench, job_id: JobId) -> JobAnswer:
    return job_answer(bench, bench.overview.job(job_id))


@router.post("/jobs/{id}/cancel", status_code=202, summary="Cancel a job")
def cancel_job(bench: Bench, job_id: JobId) -> JobAnswer:
    """Asks whoever runs it to stop; its prompt is taken back. An ended job stays as it is."""
    return job_answer(bench, bench.jobs.cancel(job_id))


@router.post("/jobs/{id}/submit-again", status_code=202, summary="Send a failed or lost job again")
def submit_job_again(bench: Bench, job_id: JobId) -> JobAnswer:
    """With its own settings. The server will be asked to render once more."""
    return job_answer(bench, bench.jobs.submit_again(job_id))


def job_answer(bench: Workbench, job: JobRecord) -> JobAnswer:
    return JobAnswer(
        job_id=job.id,
        kind=job.kind,
        request_id=job.request_id,
        segment=job.sequence_index + 1,
        segment_id=job.previous_segment_id,
        take=job.take,
        takes=job.takes,
        state=job.state,
        is_open=job.state.is_open,
        stage=job.stage,
        done=job.done,
        total=job.total,
        waiting_since=job.waiting_since,
        cancel_requested=job.cancel_requested,
        problem=_problem(job.problem),
        result=_result(bench, job),
        server_url=job.server_url,
        parameters=dict(job.parameters),
        created_at=job.created_at,
        updated_at=job.updated_at,
    )


def _problem(problem: JobProblem | None) -> ProblemText | None:
    if problem is None:
        return None
    return ProblemText(
        code=problem.code, title=problem.title, detail=problem.detail, hint=problem.hint
    )


def _result(bench: Workbench, job: JobRecord) -> ResultAnswer | None:
    if job.result_segment_id is None:
        return None
    version = bench.overview.version(job.result_segment_id)
    return ResultAnswer(
        segment_id=version.id,
        version=version.number,
        current=version.is_current,
        verdict=version.verdict.value if version.verdict else None,
        score=version.score,
        failure=version.failure,
    )
