"""Notes at frames and boundaries: list them, add one, say that one is settled."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, ConfigDict, Field

from restitch_app.api.answers import SEGMENT, Answer
from restitch_app.api.desk import LARGEST_ID, Bench, SegmentId, place_of
from restitch_app.domain.notes import Note
from restitch_app.services.review.notes import LONGEST_NOTE
from restitch_app.services.workbench import Workbench

router = APIRouter()

NoteId = Annotated[int, Path(alias="id", ge=1, le=LARGEST_ID, examples=[1])]


class NoteAnswer(Answer):
    id: int
    segment: int = SEGMENT
    segment_id: int = Field(description="The version that it hangs on.")
    version: int = Field(description="1 for v1.", examples=[1])
    frame: int = Field(description="Of that version's own file, from 1.", examples=[12])
    at_boundary: bool = Field(description="It is about the boundary after the segment.")
    text: str = Field(description="Empty for a drawing without words.")
    has_drawing: bool
    author: str
    created_at: str = Field(description="UTC, ISO 8601.")
    edited_by: str | None
    edited_at: str | None
    resolved_by: str | None = Field(description="null while it is open.")
    resolved_at: str | None


class NotesAnswer(Answer):
    segment: int = SEGMENT
    notes: list[NoteAnswer] = Field(description="Of all versions of the segment, newest first.")


class NoteBody(BaseModel):
    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"frame": 12, "text": "The hand blurs"}]}
    )

    frame: int = Field(ge=1, le=LARGEST_ID, description="Of the version's own file, from 1.")
    text: str = Field(min_length=1, max_length=LONGEST_NOTE)
    version: int | None = Field(
        default=None, ge=1, le=LARGEST_ID, description="1 for v1; null: the current version."
    )
    at_boundary: bool = Field(
        default=False, description="It is about the boundary after the segment."
    )


class ResolutionBody(BaseModel):
    model_config = ConfigDict(extra="forbid")

    resolved: bool = Field(description="false: open again.")


@router.get("/segments/{id}/notes", summary="Notes of a segment")
def list_notes(bench: Bench, segment_id: SegmentId) -> NotesAnswer:
    place = place_of(bench, segment_id)
    found = bench.notes.of_segment(place.scene, place.sequence_index)
    return NotesAnswer(segment=place.segment, notes=[_answer(bench, note) for note in found])


@router.post("/segments/{id}/notes", summary="Leave a note at a frame")
def add_note(bench: Bench, segment_id: SegmentId, body: NoteBody) -> NoteAnswer:
    """Can be undone."""
    place = place_of(bench, segment_id)
    version = place.current
    if body.version is not None:
        version = bench.versions.numbered(place.scene, place.sequence_index, body.version)
    return _answer(
        bench,
        bench.notes.add(version, body.frame - 1, body.text, at_boundary=body.at_boundary),
    )


@router.post("/notes/{id}/resolution", summary="Say that a note is settled, or open again")
def resolve_note(bench: Bench, note_id: NoteId, body: ResolutionBody) -> NoteAnswer:
    """Can be undone."""
    notes = bench.notes
    return _answer(bench, notes.resolve(note_id) if body.resolved else notes.reopen(note_id))


def _answer(bench: Workbench, note: Note) -> NoteAnswer:
    version = bench.overview.version(note.version_id)
    return NoteAnswer(
        id=note.id,
        segment=version.sequence_index + 1,
        segment_id=version.id,
        version=version.number,
        frame=note.segment_frame + 1,
        at_boundary=note.at_boundary,
        text=note.text,
        has_drawing=bool(note.strokes),
        author=note.author,
        created_at=note.created_at,
        edited_by=note.edited_by or None,
        edited_at=note.edited_at or None,
        resolved_by=note.resolved_by or None,
        resolved_at=note.resolved_at or None,
    )
