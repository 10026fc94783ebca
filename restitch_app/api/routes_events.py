"""What happens in the project, told as it happens: server-sent events."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

from anyio import to_thread
from fastapi import APIRouter
from fastapi.responses import StreamingResponse
from pydantic import Field

from restitch_app.api.answers import Answer
from restitch_app.api.desk import Bench, JobId, Work
from restitch_app.api.routes_export import ExportAnswer, ExportId, export_answer
from restitch_app.api.routes_jobs import JobAnswer, job_answer
from restitch_app.api.routes_runs import RunAnswer, run_answer
from restitch_app.api.streams import FIRST_LINE, STILL_HERE, Happening, Stream, event
from restitch_app.api.underway import Underway
from restitch_app.domain.errors import NotFound
from restitch_app.services.jobs.live import LiveJob
from restitch_app.services.project.news import News
from restitch_app.services.workbench import Workbench

router = APIRouter()

EVENT_STREAM = "text/event-stream"


class LiveAnswer(Answer):
    """Of a job that this program runs; changes several times a second."""

    job_id: int
    node: str = Field(description="Title of the node that runs.", examples=["KSampler"])
    done: int = Field(description="Steps of all samplers together.")
    total: int = Field(description="0 while not known.")
    ahead: int | None = Field(description="Prompts before it in its server's queue.")
    seconds_left: float | None


class ListeningAnswer(Answer):
    """The first event: what changes from here on is told."""

    open_job_ids: list[int]


class SceneChangedAnswer(Answer):
    scene_id: int = Field(description="Ask for what is needed of it; it may be gone.")


EVENTS: dict[str, type[Answer]] = {
    "listening": ListeningAnswer,
    "job": JobAnswer,
    "progress": LiveAnswer,
    "run": RunAnswer,
    "export": ExportAnswer,
    "scene": SceneChangedAnswer,
}
"""By name; the data of each is one such object."""


class EventStream(StreamingResponse):
    media_type = EVENT_STREAM

    def __init__(self, lines: AsyncIterator[str], status_code: int = 200) -> None:
        super().__init__(lines, status_code, headers={"Cache-Control": "no-store"})


Tell = Callable[[Happening], list[tuple[str, Answer]]]

_DOCUMENTED: dict[int | str, dict[str, Any]] = {
    200: {
        "description": f"Events, without end: {', '.join(EVENTS)}.",
        "content": {EVENT_STREAM: {"schema": {"type": "string"}}},
    }
}


@router.get(
    "/events",
    summary="Everything that changes, as it happens",
    response_class=StreamingResponse,  # its refusals are JSON
    responses=_DOCUMENTED,
)
async def all_events(bench: Bench, work: Work) -> EventStream:
    """Server-sent events, whoever wrote: `listening` first; `job`, `run` and `export` as their
    routes answer, an export also as it goes on; `progress` of a running job; `scene` where order,
    versions, boundaries or decisions changed. A stream that ends was too slow, or Restitch ends:
    open it again."""

    def tell(happening: Happening) -> list[tuple[str, Answer]]:
        if happening.live is not None:
            return _of_live(happening.live)
        if happening.news is not None:
            return _of_news(bench, happening.news)
        if happening.export_id is not None:
            return _of_export(work, happening.export_id)
        return [("listening", ListeningAnswer(open_job_ids=[job.id for job in bench.jobs.open()]))]

    return EventStream(_lines(work.streams.open(), tell))


@router.get(
    "/jobs/{id}/events",
    summary="One job's progress, as it happens",
    response_class=StreamingResponse,  # its refusals are JSON
    responses=_DOCUMENTED,
)
async def job_events(bench: Bench, work: Work, job_id: JobId) -> EventStream:
    """`job` at once and with every change, `progress` in between. Ends when the job has ended."""
    await to_thread.run_sync(bench.overview.job, job_id)  # raises where there is none

    def tell(happening: Happening) -> list[tuple[str, Answer]]:
        if happening.live is not None:
            return _of_live(happening.live) if happening.live.job_id == job_id else []
        if happening.export_id is not None:
            return []
        if happening.news is None or any(job.id == job_id for job in happening.news.jobs):
            return [("job", job_answer(bench, bench.overview.job(job_id)))]
        return []

    return EventStream(_lines(work.streams.open(), tell, until=_has_ended))


@router.get(
    "/exports/{id}/events",
    summary="One export's progress, as it happens",
    response_class=StreamingResponse,  # its refusals are JSON
    responses=_DOCUMENTED,
)
async def export_events(work: Work, export_id: ExportId) -> EventStream:
    """`export` at once, with every change and several times a second while it is written. Ends
    when the export has ended."""
    work.exports.get(export_id)  # raises where there is none

    def tell(happening: Happening) -> list[tuple[str, Answer]]:
        is_first = happening == Happening()
        return _of_export(work, export_id) if is_first or happening.export_id == export_id else []

    return EventStream(_lines(work.streams.open(), tell, until=_has_ended))


def _has_ended(answer: Answer) -> bool:
    return isinstance(answer, JobAnswer | ExportAnswer) and not answer.is_open


def _of_export(work: Underway, export_id: int) -> list[tuple[str, Answer]]:
    try:
        return [("export", export_answer(work.exports.get(export_id)))]
    except NotFound:  # ended long ago, and forgotten meanwhile
        return []


def _of_news(bench: Workbench, news: News) -> list[tuple[str, Answer]]:
    return [
        *(("job", job_answer(bench, job)) for job in news.jobs),
        *(("run", run_answer(bench, run)) for run in news.runs),
        *(("scene", SceneChangedAnswer(scene_id=one)) for one in news.scene_ids),
    ]


def _of_live(live: LiveJob) -> list[tuple[str, Answer]]:
    answer = LiveAnswer(
        job_id=live.job_id,
        node=live.node_title,
        done=live.done,
        total=live.total,
        ahead=live.ahead,
        seconds_left=live.seconds_left(),
    )
    return [("progress", answer)]


async def _lines(
    stream: Stream,
    tell: Tell,
    until: Callable[[Answer], bool] = lambda _answer: False,
) -> AsyncIterator[str]:
    """`tell` reads the project, on a pool thread."""
    try:
        yield FIRST_LINE
        async for happening in stream.happenings():
            if happening is None:
                yield STILL_HERE
                continue
            for name, answer in await to_thread.run_sync(tell, happening):
                yield event(name, answer.model_dump(mode="json"))
                if until(answer):
                    return
    finally:
        stream.leave()
