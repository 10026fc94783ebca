"""Runs: a cascade, a generation, and what can be done about them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Body, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from restitch_app.api.answers import Answer
from restitch_app.api.desk import LARGEST_ID, Bench, Context, SceneId
from restitch_app.api.problems import ProblemText
from restitch_app.api.server_url import SERVER_URL, ServerUrl, server_of
from restitch_app.api.text import Setting, Text
from restitch_app.domain.errors import MediaError, WrongUse
from restitch_app.domain.runs import (
    FailedGate,
    RunKind,
    RunRecord,
    RunState,
    RunWishes,
    SeedRule,
)
from restitch_app.services.regeneration.asking import MOST_TAKES
from restitch_app.services.runs.controls import MOST_SEGMENTS, merged
from restitch_app.services.runs.planning import CascadePlan
from restitch_app.services.runs.words import run_name, run_told
from restitch_app.services.workbench import Workbench

router = APIRouter()

RunId = SceneId
"""Looks the same in an address."""

Settings = dict[Text, Setting]


class WishesBody(BaseModel):
    model_config = ConfigDict(extra="forbid")

    parameters: Settings = Field(
        default_factory=dict,
        max_length=200,
        description="Changed settings for every segment, as in regenerate.",
    )
    each: list[Settings] = Field(
        default_factory=list,
        max_length=MOST_SEGMENTS,
        description="Settings for one segment after the other, over those: prompts above all.",
    )
    seed_rule: SeedRule = Field(
        default=SeedRule.RANDOM,
        description="random: a new seed for each take; fixed: `seed` for each segment; increment: "
        "`seed` and one more for each take of each segment.",
    )
    seed: int = Field(default=0, ge=0, le=2**64 - 1, strict=True)
    takes: int = Field(default=1, ge=1, le=MOST_TAKES, strict=True, description="Of each segment.")
    server_url: ServerUrl = Field(default=None, description=SERVER_URL)
    workflow_id: int | None = Field(default=None, ge=1, le=LARGEST_ID, strict=True)
    on_failed_gate: FailedGate = Field(
        default=FailedGate.PAUSE, description="What happens where a take fails its checks."
    )

    def wishes(self, first_index: int) -> RunWishes:
        each = {first_index + number: one for number, one in enumerate(self.each) if one}
        return RunWishes(
            self.parameters,
            each,
            self.seed_rule,
            self.seed,
            self.takes,
            server_of(self.server_url),
            self.workflow_id,
            self.on_failed_gate,
        )


class CascadeBody(WishesBody):
    from_segment: int = Field(
        ge=1, le=LARGEST_ID, strict=True, description="First segment, from 1.", examples=[6]
    )


class ExtendBody(WishesBody):
    segments: int = Field(ge=1, le=MOST_SEGMENTS, strict=True, description="How many to make.")


class GenerateBody(ExtendBody):
    name: Text = Field(description="Of the new scene.", min_length=1)
    start_image: Text = Field(description="Full path of a picture file, of any size.")


class GoOnBody(BaseModel):
    model_config = ConfigDict(extra="forbid")

    parameters: Settings = Field(
        default_factory=dict, max_length=200, description="Other settings from here on."
    )
    again: bool = Field(
        default=False,
        strict=True,
        description="Render its segment again, although a new version plays there.",
    )


class RunAnswer(Answer):
    run_id: int
    kind: RunKind
    state: RunState
    is_open: bool = Field(description="Running, or paused.")
    name: str = Field(examples=["Cascade from segment 5"])
    told: str = Field(description="How far it is, for people.", examples=["At segment 6 of 10"])
    scene_id: int
    first_segment: int = Field(description="Where it began, from 1.")
    last_segment: int = Field(description="The last that it may reach.")
    at_segment: int = Field(description="Where it is.")
    left: int = Field(description="Segments to go; once it is done, those that it saved.")
    seconds_left: float | None = Field(
        description="At most, by earlier renders; null: not known, or it is over."
    )
    job_ids: list[int] = Field(description="The takes of the segment it is at.")
    problem: ProblemText | None = Field(description="Why it waits, or ended early.")
    created_at: str
    created_by: str
    ended_at: str | None


class BegunAnswer(RunAnswer):
    sentences: list[str] = Field(
        description="What was settled for it, for people: above all the scene's picture size."
    )


class RunsAnswer(Answer):
    runs: list[RunAnswer] = Field(description="Oldest first.")


class CascadePlanAnswer(Answer):
    segments: list[int] = Field(description="Those that it may render, from 1.")
    prompts: int = Field(description="At most.")
    seconds: float | None = Field(description="At most, by earlier renders; null: not known.")
    approved: list[int] = Field(description="Segments whose approval stays with the old version.")
    smoothed: list[int] = Field(description="The segment before each boundary with a remedy.")
    decided: list[int] = Field(description="The same, accepted or a cut.")
    chosen_seed_frames: list[int] = Field(description="Segments made from a chosen picture.")
    sentences: list[str] = Field(description="All of it for people.")


class CascadeAnswer(Answer):
    plan: CascadePlanAnswer
    run: RunAnswer | None = Field(description="null for a dry run.")


@router.post(
    "/scenes/{id}/cascade",
    status_code=202,
    summary="Render everything downstream anew",
    responses={200: {"model": CascadeAnswer, "description": "Of a dry run."}},
)
def cascade(
    bench: Bench,
    ctx: Context,
    scene_id: SceneId,
    response: Response,
    body: CascadeBody,
    dry_run: Annotated[bool, Query(description="Only tell what it would do.")] = False,
) -> CascadeAnswer:
    """Ends where nothing further is stale; pauses where a person is needed."""
    scene, index = bench.overview.scene(scene_id), body.from_segment - 1
    wishes = body.wishes(index)
    plan = _plan_answer(bench.runs.plan_cascade(scene, index, wishes))
    if dry_run:
        response.status_code = 200
        return CascadeAnswer(plan=plan, run=None)
    run = bench.runs.cascade(scene, index, wishes, ctx)
    response.headers["Location"] = f"/api/runs/{run.id}"
    return CascadeAnswer(plan=plan, run=run_answer(bench, run))


@router.post("/scenes/{id}/generate", status_code=202, summary="More segments at a scene's end")
def extend_scene(
    bench: Bench, ctx: Context, scene_id: SceneId, response: Response, body: ExtendBody
) -> RunAnswer:
    scene = bench.overview.scene(scene_id)
    wishes = body.wishes(bench.overview.segment_count(scene))
    run = bench.runs.extend(scene, body.segments, wishes, ctx)
    response.headers["Location"] = f"/api/runs/{run.id}"
    return run_answer(bench, run)


@router.post("/generate", status_code=202, summary="A new scene from a start image")
def generate(bench: Bench, ctx: Context, response: Response, body: GenerateBody) -> BegunAnswer:
    """`workflow_id` names the scene's workflow; see GET /api/workflows. The scene has the shape of
    its start image, as near as the workflow can make it, unless settings give a width or height.
    """
    image = Path(body.start_image)
    if not image.is_absolute():
        raise WrongUse(
            "This start image cannot be found",
            f"{body.start_image} is no full path",
            "Send the full path of a picture",
        )
    told: list[str] = []
    try:
        run = bench.runs.generate(body.name, image, body.segments, body.wishes(0), ctx, told.append)
    except MediaError as error:  # only the caller's own picture is read here
        raise WrongUse(error.title, error.detail, error.hint) from error
    response.headers["Location"] = f"/api/runs/{run.id}"
    return BegunAnswer(**run_answer(bench, run).model_dump(), sentences=told)


@router.get("/runs", summary="Runs of the project")
def list_runs(bench: Bench) -> RunsAnswer:
    return RunsAnswer(runs=[run_answer(bench, run) for run in bench.runs.list()])


@router.get("/runs/{id}", summary="One run")
def show_run(bench: Bench, run_id: RunId) -> RunAnswer:
    return run_answer(bench, bench.runs.get(run_id))


@router.post("/runs/{id}/pause", status_code=202, summary="Pause a run")
def pause_run(bench: Bench, run_id: RunId) -> RunAnswer:
    """What is being rendered now is finished and kept."""
    return run_answer(bench, bench.runs.pause(run_id))


@router.post("/runs/{id}/continue", status_code=202, summary="Continue a paused run")
def continue_run(
    bench: Bench, run_id: RunId, body: Annotated[GoOnBody | None, Body()] = None
) -> RunAnswer:
    """Goes on after its segment where a new version plays there by now, else renders it again."""
    wanted = body or GoOnBody()
    wishes = None
    if wanted.parameters:
        wishes = merged(bench.runs.get(run_id).wishes, wanted.parameters)
    return run_answer(bench, bench.runs.go_on(run_id, wishes, again=wanted.again))


@router.post("/runs/{id}/cancel", status_code=202, summary="End a run for good")
def cancel_run(bench: Bench, run_id: RunId) -> RunAnswer:
    """With what is being rendered now. What was made stays. An ended run stays as it is."""
    return run_answer(bench, bench.runs.end(run_id))


def run_answer(bench: Workbench, run: RunRecord) -> RunAnswer:
    reason = run.reason
    return RunAnswer(
        run_id=run.id,
        kind=run.kind,
        state=run.state,
        is_open=run.state.is_open,
        name=run_name(run),
        told=run_told(run),
        scene_id=run.scene_id,
        first_segment=run.first_index + 1,
        last_segment=run.stop_index,
        at_segment=min(run.at_index + 1, run.stop_index),
        left=run.left,
        seconds_left=bench.runs.seconds_left(run),
        job_ids=[job.id for job in bench.runs.jobs_at(run)],
        problem=None
        if reason is None
        else ProblemText(
            code=reason.code, title=reason.title, detail=reason.detail, hint=reason.hint
        ),
        created_at=run.created_at,
        created_by=run.created_by,
        ended_at=run.ended_at,
    )


def _plan_answer(plan: CascadePlan) -> CascadePlanAnswer:
    return CascadePlanAnswer(
        segments=[index + 1 for index in plan.indices],
        prompts=plan.cost.prompts,
        seconds=plan.cost.seconds,
        approved=[index + 1 for index in plan.approved],
        smoothed=[index + 1 for index in plan.treated],
        decided=[index + 1 for index in plan.decided],
        chosen_seed_frames=[index + 1 for index in plan.chosen_seeds],
        sentences=list(plan.sentences),
    )
