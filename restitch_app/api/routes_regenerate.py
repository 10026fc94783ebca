"""POST /api/segments/{id}/regenerate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Body, Response
from pydantic import BaseModel, ConfigDict, Field

from restitch_app.api.answers import SEGMENT, SEGMENT_ID, Answer
from restitch_app.api.desk import LARGEST_ID, Bench, Place, SegmentId, place_of
from restitch_app.api.server_url import SERVER_URL, ServerUrl, server_of
from restitch_app.api.text import Setting, Text
from restitch_app.domain.errors import MediaError, WrongUse
from restitch_app.domain.jobs import JobRecord, RegenerationRequest
from restitch_app.services.regeneration.asking import MOST_TAKES
from restitch_app.services.review.advice import regeneration_notice
from restitch_app.services.workbench import Workbench

router = APIRouter()

SEED_FRAMES = ("current", "original")


class RegenerateBody(BaseModel):
    """Everything may be left out: the same settings then, with a new random seed."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"parameters": {"cfg": 4.5, "prompt": "a calm lake at dusk"}, "takes": 2}]
        },
    )

    parameters: dict[Text, Setting] = Field(
        default_factory=dict,
        max_length=200,
        description="Changed settings by name (seed, cfg, steps, prompt, negative_prompt, length, "
        "width, height, fps, denoise) or, for any other input of the workflow, by NODE.input.",
    )
    takes: int = Field(
        default=1,
        ge=1,
        le=MOST_TAKES,
        strict=True,
        description="How many versions, by other random seeds.",
    )
    seed_frame: Text = Field(
        default="current",
        description="current (last frame of the version before), original, -K (the frame K before "
        "that one), or the full path of a picture file of the scene's size.",
    )
    from_frame_index: int | None = Field(
        default=None,
        ge=1,
        strict=True,
        description="Keep the segment's frames before this one, from 0, and render the rest.",
    )
    server_url: ServerUrl = Field(
        default=None, description=SERVER_URL, examples=["http://127.0.0.1:8188"]
    )
    workflow_id: int | None = Field(
        default=None,
        ge=1,
        le=LARGEST_ID,
        strict=True,
        description="Another workflow than the version's own; see GET /api/workflows.",
    )
    pin_end: bool | None = Field(
        default=None,
        strict=True,
        description="Hold the end to the next segment's first frame. Left out: where the workflow "
        "takes an end frame and a segment follows.",
    )


class RegenerateAnswer(Answer):
    job_id: int = Field(description="The first take's job; see GET /api/jobs/{id}.", examples=[1])
    job_ids: list[int] = Field(description="One job a take.", examples=[[1, 2]])
    request_id: str = Field(description="Shared by the takes.")
    segment: int = SEGMENT
    segment_id: int = SEGMENT_ID
    will_flag: int = Field(
        description="How many later segments may need re-checking once the new version is current.",
        examples=[5],
    )
    message: str = Field(
        examples=["This will regenerate segment 5. Segments 6–10 may need re-checking."]
    )


@router.post("/segments/{id}/regenerate", status_code=202, summary="Regenerate one segment")
def regenerate(
    bench: Bench,
    segment_id: SegmentId,
    response: Response,
    body: Annotated[RegenerateBody | None, Body()] = None,
) -> RegenerateAnswer:
    """Queue a new version of the segment. The old one is kept, and plays until the new one passes.

    Answers at once; the work goes on in the background (`GET /api/jobs/{job_id}`).
    """
    place = place_of(bench, segment_id)
    told: list[str] = []
    jobs = _request(bench, place, body or RegenerateBody(), told)
    count = bench.overview.segment_count(place.scene)
    response.headers["Location"] = f"/api/jobs/{jobs[0].id}"
    return RegenerateAnswer(
        job_id=jobs[0].id,
        job_ids=[job.id for job in jobs],
        request_id=jobs[0].request_id,
        segment=place.segment,
        segment_id=jobs[0].previous_segment_id or place.current.id,
        will_flag=count - place.segment,
        message=" ".join((regeneration_notice(place.sequence_index, count), *told)),
    )


def request_of(place: Place, body: RegenerateBody) -> RegenerationRequest:
    """Raises WrongUse for a seed frame that would be looked for in our own working folder."""
    is_earlier = body.seed_frame.startswith("-") and body.seed_frame[1:].isdecimal()
    is_known = body.seed_frame in SEED_FRAMES or is_earlier
    if not is_known and not Path(body.seed_frame).is_absolute():
        raise WrongUse(
            "This seed frame cannot be found",
            f"{body.seed_frame} is no full path",
            'Send "current", "original" or the full path of a picture',
        )
    return RegenerationRequest(
        place.sequence_index,
        parameters=body.parameters,
        takes=body.takes,
        seed_frame=body.seed_frame,
        server_url=server_of(body.server_url),
        workflow_id=body.workflow_id,
        pin_end=body.pin_end,
        from_frame=body.from_frame_index,
    )


def _request(
    bench: Workbench, place: Place, body: RegenerateBody, told: list[str]
) -> list[JobRecord]:
    """`told` gets what is to be known of it, a sentence each."""
    request = request_of(place, body)
    try:
        return bench.regeneration.request(place.scene, request, tell=told.append)
    except MediaError as error:
        if not Path(body.seed_frame).is_absolute():  # a clip of the project, not what was sent
            raise
        raise WrongUse(error.title, error.detail, error.hint) from error
