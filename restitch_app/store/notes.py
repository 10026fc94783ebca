"""Notes at frames of versions."""

from __future__ import annotations

import json
from collections.abc import Sequence

from restitch_app.domain.errors import NotFound
from restitch_app.domain.notes import Note, Stroke, strokes_from_list, strokes_to_list
from restitch_app.store.database import Database, Row
from restitch_app.store.tables import notes, now_iso, segments


class NoteQueries:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        version_id: int,
        segment_frame: int,
        text: str,
        author: str,
        *,
        at_boundary: bool = False,
        strokes: Sequence[Stroke] = (),
    ) -> Note:
        note_id = self._database.run(
            notes.insert(
                segment_id=version_id,
                segment_frame=segment_frame,
                text=text,
                author=author,
                created_at=now_iso(),
                at_boundary=int(at_boundary),
                strokes_json=_drawn(strokes),
            )
        )
        return self.get(note_id)

    def get(self, note_id: int) -> Note:
        found = self.find(note_id)
        if found is None:
            raise NotFound(f"There is no note with id {note_id}")
        return found

    def find(self, note_id: int) -> Note | None:
        row = self._database.first(notes.select().where(notes.c.id == note_id))
        return _note_of(row) if row is not None else None

    def edit(self, note_id: int, text: str, strokes: Sequence[Stroke], by: str) -> Note:
        columns = {"text": text, "strokes_json": _drawn(strokes)}
        self._update(note_id, **columns, edited_by=by, edited_at=now_iso())
        return self.get(note_id)

    def carry(self, note_id: int, version_id: int, segment_frame: int) -> None:
        """Its frame is one of another version by now. One that was removed stays so."""
        query = notes.update(segment_id=version_id, segment_frame=segment_frame)
        self._database.run(query.where(notes.c.id == note_id))

    def resolve(self, note_id: int, by: str | None) -> Note:
        """None: it is open again."""
        self._update(note_id, resolved_by=by, resolved_at=now_iso() if by is not None else None)
        return self.get(note_id)

    def put(self, note: Note) -> None:
        """Exactly this note under its own id, whether one is there or not."""
        self._database.run(notes.replace(**_row_of(note)))

    def remove(self, note_id: int) -> None:
        if not self._database.run(notes.delete().where(notes.c.id == note_id)):
            raise NotFound(f"There is no note with id {note_id}")

    def of_segment(self, scene_id: int, sequence_index: int) -> tuple[Note, ...]:
        """Of all versions of the segment, newest first."""
        return self._of_versions(
            (segments.c.scene_id == scene_id) & (segments.c.sequence_index == sequence_index)
        )

    def of_current(self, scene_id: int) -> tuple[Note, ...]:
        """Of all versions that play in the scene, newest first."""
        return self._of_versions((segments.c.scene_id == scene_id) & (segments.c.is_current == 1))

    def of_version(self, version_id: int) -> tuple[Note, ...]:
        """Newest first."""
        return self._of_versions(segments.c.id == version_id)

    def drawn(self, scene_id: int) -> tuple[Note, ...]:
        """Open ones with a drawing, of all versions of the scene, oldest first."""
        versions = segments.select(segments.c.id).where(segments.c.scene_id == scene_id)
        query = (
            notes.select()
            .where(
                notes.c.segment_id.in_(versions)
                & notes.c.strokes_json.is_null(False)
                & notes.c.resolved_at.is_null()
            )
            .order_by(notes.c.id)
        )
        return tuple(_note_of(row) for row in self._database.rows(query))

    def _of_versions(self, which: object) -> tuple[Note, ...]:
        versions = segments.select(segments.c.id).where(which)
        query = notes.select().where(notes.c.segment_id.in_(versions)).order_by(notes.c.id.desc())
        return tuple(_note_of(row) for row in self._database.rows(query))

    def _update(self, note_id: int, **columns: object) -> None:
        if not self._database.run(notes.update(**columns).where(notes.c.id == note_id)):
            raise NotFound(f"There is no note with id {note_id}")


def _drawn(strokes: Sequence[Stroke]) -> str | None:
    return json.dumps(strokes_to_list(strokes)) if strokes else None


def _row_of(note: Note) -> Row:
    return {
        "id": note.id,
        "segment_id": note.version_id,
        "segment_frame": note.segment_frame,
        "text": note.text,
        "author": note.author,
        "created_at": note.created_at,
        "at_boundary": int(note.at_boundary),
        "strokes_json": _drawn(note.strokes),
        "edited_by": note.edited_by or None,
        "edited_at": note.edited_at or None,
        "resolved_by": note.resolved_by or None,
        "resolved_at": note.resolved_at or None,
    }


def _note_of(row: Row) -> Note:
    drawn = row["strokes_json"]
    return Note(
        id=row["id"],
        version_id=row["segment_id"],
        segment_frame=row["segment_frame"],
        text=row["text"],
        author=row["author"],
        created_at=row["created_at"],
        at_boundary=bool(row["at_boundary"]),
        strokes=strokes_from_list(json.loads(drawn)) if drawn else (),
        edited_by=row["edited_by"] or "",
        edited_at=row["edited_at"] or "",
        resolved_by=row["resolved_by"] or "",
        resolved_at=row["resolved_at"] or "",
    )
