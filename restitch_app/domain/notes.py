"""What a reviewer wrote at a frame, and what they drew on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from restitch_app.domain.join_notes import UnreadableNote

Point = tuple[float, float]
"""From 0.0 to 1.0 of the picture's width and height, from its upper left corner."""


class Pen(StrEnum):
    FREE = "pen"
    """Through all points."""
    ARROW = "arrow"
    """From the first point to the last, with its head there."""
    BOX = "rectangle"
    """The first and the last point are opposite corners."""


class Ink(StrEnum):
    """Named as people see them; the window chooses the exact colours."""

    YELLOW = "yellow"
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Stroke:
    pen: Pen
    ink: Ink
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Note:
    id: int
    version_id: int
    segment_frame: int
    """In the version's own count, from 0."""
    text: str
    author: str
    created_at: str
    """ISO time, UTC."""
    at_boundary: bool = False
    """About the boundary after its segment, not about the frame alone."""
    strokes: tuple[Stroke, ...] = ()
    edited_by: str = ""
    edited_at: str = ""
    resolved_by: str = ""
    resolved_at: str = ""
    """Empty while it is open."""

    @property
    def is_resolved(self) -> bool:
        return bool(self.resolved_at)


def strokes_to_list(strokes: Sequence[Stroke]) -> list[dict[str, object]]:
    """As JSON keeps them."""
    return [
        {
            "pen": stroke.pen.value,
            "ink": stroke.ink.value,
            "points": [[round(x, 5), round(y, 5)] for x, y in stroke.points],
        }
        for stroke in strokes
    ]


def strokes_from_list(stored: object) -> tuple[Stroke, ...]:
    """Raises UnreadableNote."""
    try:
        return tuple(_stroke(one) for one in _sequence(stored))
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableNote(f"a drawing noted as {stored!r}") from error


def note_to_record(note: Note) -> dict[str, object]:
    """As the audit trail keeps it, so that a removed note can be brought back."""
    return {
        "id": note.id,
        "version_id": note.version_id,
        "frame": note.segment_frame,
        "text": note.text,
        "author": note.author,
        "created_at": note.created_at,
        "at_boundary": note.at_boundary,
        "strokes": strokes_to_list(note.strokes),
        "edited": [note.edited_by, note.edited_at],
        "resolved": [note.resolved_by, note.resolved_at],
    }


def note_from_record(record: object) -> Note:
    """Raises UnreadableNote."""
    match record:
        case {
            "id": int(note_id),
            "version_id": int(version_id),
            "frame": int(frame),
            "text": str(text),
            "author": str(author),
            "created_at": str(created_at),
            "at_boundary": bool(at_boundary),
            "strokes": strokes,
            "edited": [str(edited_by), str(edited_at)],
            "resolved": [str(resolved_by), str(resolved_at)],
        }:
            return Note(
                note_id,
                version_id,
                frame,
                text,
                author,
                created_at,
                at_boundary,
                strokes_from_list(strokes),
                edited_by,
                edited_at,
                resolved_by,
                resolved_at,
            )
    raise UnreadableNote(f"a note noted as {record!r}")


def _stroke(stored: object) -> Stroke:
    if not isinstance(stored, Mapping):
        raise TypeError(f"a stroke stored as {stored!r}")
    points = tuple(_point(point) for point in _sequence(stored["points"]))
    return Stroke(Pen(stored["pen"]), Ink(stored["ink"]), points)


def _point(stored: object) -> Point:
    x, y = _sequence(stored)
    return _share(x), _share(y)


def _share(value: object) -> float:
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError(f"a point at {value!r}")
    return float(value)


def _sequence(stored: object) -> list[object] | tuple[object, ...]:
    if not isinstance(stored, list | tuple):
        raise TypeError(f"a list stored as {stored!r}")
    return stored


@dataclass(frozen=True, slots=True)
class NewNote:
    """A note that somebody wishes to leave."""

    version_id: int
    segment_frame: int
    """In the version's own count, from 0."""
    text: str
    at_boundary: bool = False
    strokes: tuple[Stroke, ...] = ()
