"""GET /api/workflows and below: the project's ComfyUI workflows, and what their inputs mean."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, ConfigDict, Field

from restitch_app.api.answers import Answer, Value
from restitch_app.api.desk import LARGEST_ID, Bench
from restitch_app.api.text import Text
from restitch_app.domain.bindings import KEYS, BindingChoice, Candidate, Confidence, InputName
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.workflows import WorkflowOrigin, WorkflowRecord
from restitch_app.services.workbench import Workbench
from restitch_app.services.workflows.library import WorkflowView

router = APIRouter()

WorkflowId = Annotated[int, Path(alias="id", ge=1, le=LARGEST_ID, examples=[1])]


class WorkflowAnswer(Answer):
    id: int
    name: str = Field(examples=["lake_001"])
    origin: WorkflowOrigin
    origin_detail: str = Field(examples=["lake_001.mp4"])
    is_converted: bool = Field(
        description="false: in the editor's format, and no server has been asked yet what its "
        "nodes take."
    )
    scenes: list[str] = Field(
        description="Scenes that use it where a clip carries none that can be used."
    )
    created_at: str


class WorkflowsAnswer(Answer):
    workflows: list[WorkflowAnswer] = Field(description="Oldest first.")


class CandidateAnswer(Answer):
    place: str = Field(description="NODE.input.", examples=["52.image"])
    node_title: str
    node_class: str
    value: Value | None = Field(description="null where only a run will tell.")
    confidence: Confidence
    reason: str


class BindingAnswer(Answer):
    places: list[str] = Field(description="All are written with the same value.")
    confidence: Confidence
    candidates: list[CandidateAnswer] = Field(description="What could be meant, the best first.")


class WorkflowViewAnswer(Answer):
    workflow: WorkflowAnswer
    problem: str | None = Field(description="Why nothing can be rendered with it as it is.")
    output_node: str | None
    outputs: list[CandidateAnswer]
    bindings: dict[str, BindingAnswer] = Field(description="By seed_frame, seed, prompt, ...")
    corrected: list[str] = Field(description="Which of them a person chose.")


class ChoiceBody(BaseModel):
    """Replaces all corrections: what is left out is found by itself again."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"places": {"seed_frame": ["52.image"]}}]},
    )

    places: dict[Text, list[Text]] = Field(
        default_factory=dict,
        max_length=len(KEYS),
        description="NODE.input by key; an empty list says that there is no such input.",
    )
    output_node: Text | None = Field(default=None, description="The node whose video is taken.")


@router.get("/workflows", summary="The project's workflows")
def list_workflows(bench: Bench) -> WorkflowsAnswer:
    return WorkflowsAnswer(workflows=[_workflow(bench, one) for one in bench.workflows.list()])


@router.get("/workflows/{id}", summary="What a workflow's inputs mean")
def view_workflow(bench: Bench, workflow_id: WorkflowId) -> WorkflowViewAnswer:
    return _view(bench, bench.workflows.view(workflow_id))


@router.put("/workflows/{id}/bindings", summary="Correct what a workflow's inputs mean")
def choose_bindings(bench: Bench, workflow_id: WorkflowId, body: ChoiceBody) -> WorkflowViewAnswer:
    """Kept with the workflow, for everything that is rendered with it from now on."""
    return _view(bench, bench.workflows.choose(workflow_id, _choice(body)))


def _choice(body: ChoiceBody) -> BindingChoice:
    try:
        places = {key: tuple(map(InputName.parse, names)) for key, names in body.places.items()}
    except ValueError as error:
        raise WrongUse("A place is not NODE.input", str(error), "As in 52.image") from error
    return BindingChoice(places, body.output_node)


def _view(bench: Workbench, view: WorkflowView) -> WorkflowViewAnswer:
    return WorkflowViewAnswer(
        workflow=_workflow(bench, view.record),
        problem=view.problem or None,
        output_node=view.output_node or None,
        outputs=[_candidate(one) for one in view.outputs],
        bindings={
            one.key: BindingAnswer(
                places=[str(place) for place in one.places],
                confidence=one.confidence,
                candidates=[_candidate(candidate) for candidate in one.candidates],
            )
            for one in view.bindings
        },
        corrected=sorted(view.record.choice.places),
    )


def _workflow(bench: Workbench, record: WorkflowRecord) -> WorkflowAnswer:
    return WorkflowAnswer(
        id=record.id,
        name=record.name,
        origin=record.origin,
        origin_detail=record.origin_detail,
        is_converted=record.is_converted,
        scenes=list(bench.workflows.scenes_of(record.id)),
        created_at=record.created_at,
    )


def _candidate(candidate: Candidate) -> CandidateAnswer:
    return CandidateAnswer(
        place=str(candidate.at),
        node_title=candidate.node_title,
        node_class=candidate.node_class,
        value=candidate.value,
        confidence=candidate.confidence,
        reason=candidate.reason,
    )
