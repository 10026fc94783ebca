"""Exports: films, masters and lists, written into the project's own folder of exports."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Annotated, Literal

from fastapi import APIRouter, Path
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from restitch_app.api.answers import Answer
from restitch_app.api.desk import LARGEST_ID, Bench, Context, SceneId, Work
from restitch_app.api.exports import ExportRecord, ExportState
from restitch_app.api.problems import ProblemText
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.masters import MasterKind
from restitch_app.services.editorial.handing_over import Wanted
from restitch_app.services.export_order import ExportOrder
from restitch_app.services.exporting import Exported
from restitch_app.services.inside import path_inside
from restitch_app.services.workbench import Workbench

router = APIRouter()

Name = Annotated[str, StringConstraints(min_length=1, max_length=400)] | None
ExportId = Annotated[int, Path(alias="id", ge=1, le=LARGEST_ID, examples=[1])]


class PartBody(BaseModel):
    """What of a scene, and as what."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"segment": 2}]})

    kind: Literal["film", "prores", "ffv1", "png"] = Field(
        default="film",
        description="film copies what it can; prores (.mov), ffv1 (.mkv) and png (a folder) encode "
        "every frame anew.",
    )
    segment: int | None = Field(
        default=None, ge=1, le=10**9, strict=True, description="Only this one, from 1."
    )
    first_frame_index: int | None = Field(
        default=None, ge=0, le=10**12, strict=True, description="Of the scene, from 0."
    )
    last_frame_index: int | None = Field(
        default=None, ge=0, le=10**12, strict=True, description="Included."
    )

    @property
    def master(self) -> MasterKind | None:
        return None if self.kind == "film" else MasterKind(self.kind)


class ExportBody(PartBody):
    """Names are of files in the project's folder `exports`; what has the name is replaced."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"film": "lake.mp4", "report": "lake.html"}]},
    )

    film: Name = Field(
        default=None, description="film: .mp4, .mov or .mkv. null: no film, lists only."
    )
    otio: Name = Field(default=None, description="A timeline for OpenTimelineIO.")
    edl: Name = Field(default=None, description="A CMX 3600 edit list.")
    fcpxml: Name = Field(default=None, description="An FCPXML 1.10 timeline.")
    csv: Name = Field(default=None, description="A table of the boundaries.")
    report: Name = Field(default=None, description="A page with every boundary.")


class FilmAnswer(Answer):
    path: str
    frames: int
    seconds: float
    copied_frames: int = Field(description="Bit-exact copies; the rest was encoded.")
    size_bytes: int
    has_sound: bool
    stale: list[int] = Field(description="Stale segments in it, from 1.")
    warnings: list[str]


class ExportAnswer(Answer):
    export_id: int
    scene_id: int
    state: ExportState
    is_open: bool = Field(description="Whether it still goes on.")
    stage: str = Field(description="What is happening, for people.")
    done: int
    total: int = Field(description="0 while the length is not known.")
    film: FilmAnswer | None = Field(description="Once all is done.")
    written: list[str] = Field(description="The lists, once all is done.")
    problem: ProblemText | None = Field(description="Why it failed.")


class ExportsAnswer(Answer):
    exports: list[ExportAnswer] = Field(description="Since Restitch began to serve; oldest first.")


class EstimateAnswer(Answer):
    frames: int
    encoded_frames: int = Field(description="The others are copied, bit for bit.")
    size_bytes: int = Field(description="About; measured on the scene's own clips and frames.")
    seconds: float | None = Field(
        description="On this computer; null while no film was written here to measure by."
    )


@router.post("/scenes/{id}/export", status_code=202, summary="Export a scene")
def begin_export(bench: Bench, work: Work, scene_id: SceneId, body: ExportBody) -> ExportAnswer:
    """One after another; GET /api/exports/{id} says how far it is, and /api/exports/{id}/events
    as it happens. Each file appears whole."""
    scene = bench.overview.scene(scene_id)
    folder = bench.exporting.own_folder()
    names = [body.film, body.otio, body.edl, body.fcpxml, body.csv, body.report]
    film, *rest = (_place(folder, name) for name in names)
    lists = Wanted(*rest)
    chosen = [path for path in (film, *lists.paths) if path is not None]
    if not chosen:
        raise WrongUse("Nothing was asked for", "", "Name a film, otio, edl, fcpxml, csv or report")
    if len({str(path).casefold() for path in chosen}) < len(chosen):
        raise WrongUse("Two files have the same name", "", "Give each its own")
    frames = _frames(bench, body, scene_id)
    return export_answer(work.exports.begin(scene, ExportOrder(film, body.master, frames, lists)))


@router.post("/scenes/{id}/export-estimate", summary="What an export would come to")
def estimate_export(
    bench: Bench, ctx: Context, scene_id: SceneId, body: PartBody
) -> EstimateAnswer:
    """Writes nothing that stays. Of a master a few frames are encoded, which takes a second or
    two."""
    scene = bench.overview.scene(scene_id)
    frames = _frames(bench, body, scene_id)
    found = bench.estimating.estimate(scene, body.master, frames, ctx)
    return EstimateAnswer(
        frames=found.frames,
        encoded_frames=found.encoded_frames,
        size_bytes=found.size_bytes,
        seconds=None if found.seconds is None else round(found.seconds, 1),
    )


@router.get("/exports", summary="Exports that were asked for here")
def list_exports(work: Work) -> ExportsAnswer:
    return ExportsAnswer(exports=[export_answer(one) for one in work.exports.list()])


@router.get("/exports/{id}", summary="One export")
def show_export(work: Work, export_id: ExportId) -> ExportAnswer:
    return export_answer(work.exports.get(export_id))


@router.post("/exports/{id}/cancel", status_code=202, summary="Cancel an export")
def cancel_export(work: Work, export_id: ExportId) -> ExportAnswer:
    """Nothing half-written stays. An ended one stays as it is."""
    return export_answer(work.exports.cancel(export_id))


def _place(folder: FilePath, name: str | None) -> FilePath | None:
    return None if name is None else path_inside(folder, name)


def _frames(bench: Workbench, body: PartBody, scene_id: int) -> FrameRange | None:
    first, last = body.first_frame_index, body.last_frame_index
    if body.segment is not None:
        if first is not None or last is not None:
            raise WrongUse("Segment and frames are both given", "", "Leave one of them out")
        return bench.exporting.frames_of(bench.overview.scene(scene_id), body.segment - 1)
    if first is None and last is None:
        return None
    if first is None or last is None or last < first:
        raise WrongUse(
            "These frames are no range", "", "Give first_frame_index and last_frame_index"
        )
    return FrameRange(first, last + 1)


def export_answer(record: ExportRecord) -> ExportAnswer:
    progress, problem, done = record.progress, record.problem, record.done
    return ExportAnswer(
        export_id=record.id,
        scene_id=record.scene.id,
        state=record.state,
        is_open=record.state.is_open,
        stage=progress.stage if progress else "",
        done=progress.done if progress else 0,
        total=progress.total if progress else 0,
        film=_film(record),
        written=[str(path) for path in done.lists] if done else [],
        problem=ProblemText(
            code=problem.code, title=problem.title, detail=problem.detail, hint=problem.hint
        )
        if problem
        else None,
    )


def _film(record: ExportRecord) -> FilmAnswer | None:
    if record.done is None or record.done.film is None:
        return None
    film = record.done.film
    report = film.report
    return FilmAnswer(
        path=str(film.path),
        frames=report.frames,
        seconds=round(float(report.seconds), 3),
        copied_frames=film.report.copied_frames if isinstance(film, Exported) else 0,
        size_bytes=report.size_bytes,
        has_sound=report.has_sound,
        stale=[index + 1 for index in film.stale],
        warnings=list(film.report.warnings) if isinstance(film, Exported) else [],
    )
