"""GET and POST /api/segments/{id}/preflight: which servers could run a regeneration."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body
from pydantic import Field

from restitch_app.api.answers import SEGMENT, SEGMENT_ID, Answer
from restitch_app.api.desk import Bench, Context, Place, SegmentId, place_of
from restitch_app.api.routes_regenerate import RegenerateBody, request_of
from restitch_app.domain.preflight import Preflight, PreflightProblem, ProblemKind
from restitch_app.domain.progress import JobContext
from restitch_app.services.workbench import Workbench

router = APIRouter()


class PreflightProblemAnswer(Answer):
    kind: ProblemKind
    node_id: str
    node_title: str = Field(examples=["Load Diffusion Model"])
    node_class: str = Field(examples=["UNETLoader"])
    input_name: str = Field(description="Empty where the whole node is concerned.")
    missing: str = Field(
        description="The node class, file or value that is not there; empty where it is no such "
        "problem.",
        examples=["wan2.2_ti2v_5B_fp16.safetensors"],
    )
    nearest: list[str] = Field(description="Most alike of what the server has, best first.")
    also_on: list[str] = Field(description="Names of other servers that have it.")
    parameter: str | None = Field(
        description="The parameter of a regeneration that is concerned; null: none by name.",
        examples=["steps"],
    )
    text: str = Field(
        description="All of it as one would say it.",
        examples=["Sampler ▸ steps: 20000 is above 10000, the most it takes."],
    )


class PreflightServerAnswer(Answer):
    name: str
    url: str
    is_answering: bool
    can_run: bool = Field(description="It answers, and nothing is known to be in the way.")
    unchecked: str | None = Field(description="Why it could not be asked; null where it could.")
    problems: list[PreflightProblemAnswer] = Field(
        description="Any of these would keep the video from being made."
    )
    warnings: list[PreflightProblemAnswer] = Field(
        description="Of other outputs of the workflow: they are left out, the video is made."
    )


class PreflightAnswer(Answer):
    segment: int = SEGMENT
    segment_id: int = SEGMENT_ID
    can_run: bool = Field(description="At least one server can.")
    servers: list[PreflightServerAnswer]


@router.get("/segments/{id}/preflight", summary="Which servers can regenerate it as it is")
def preflight(bench: Bench, ctx: Context, segment_id: SegmentId) -> PreflightAnswer:
    """Compares what would be sent with what each server has; queues nothing."""
    return _checked(bench, ctx, place_of(bench, segment_id), RegenerateBody())


@router.post("/segments/{id}/preflight", summary="Which servers can regenerate it like this")
def preflight_of(
    bench: Bench,
    ctx: Context,
    segment_id: SegmentId,
    body: Annotated[RegenerateBody | None, Body()] = None,
) -> PreflightAnswer:
    """The same for changed settings: takes what `regenerate` takes, and queues nothing."""
    return _checked(bench, ctx, place_of(bench, segment_id), body or RegenerateBody())


def _checked(
    bench: Workbench, ctx: JobContext, place: Place, body: RegenerateBody
) -> PreflightAnswer:
    found = bench.preflight.check(place.scene, request_of(place, body), ctx=ctx)
    return PreflightAnswer(
        segment=place.segment,
        segment_id=place.current.id,
        can_run=any(one.can_run for one in found),
        servers=[_server(one) for one in found],
    )


def _server(found: Preflight) -> PreflightServerAnswer:
    return PreflightServerAnswer(
        name=found.server_name,
        url=found.server_url,
        is_answering=found.is_answering,
        can_run=found.can_run,
        unchecked=found.unchecked or None,
        problems=[_problem(one) for one in found.problems],
        warnings=[_problem(one) for one in found.warnings],
    )


def _problem(found: PreflightProblem) -> PreflightProblemAnswer:
    return PreflightProblemAnswer(
        kind=found.kind,
        node_id=found.node_id,
        node_title=found.node_title,
        node_class=found.node_class,
        input_name=found.input_name,
        missing=found.missing,
        nearest=list(found.nearest),
        also_on=list(found.also_on),
        parameter=found.key or None,
        text=str(found),
    )
