"""Notes at frames of versions."""

from __future__ import annotations

from restitch_app.domain.errors import NotFound
from restitch_app.domain.notes import Note
from restitch_app.store.database import Database, Row
from restitch_app.store.tables import notes, now_iso, segments


class NoteQueries:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, version_id: int, segment_frame: int, text: str, author: str) -> Note:
        note_id = self._database.run(
            notes.insert(
                segment_id=version_id,
                segment_frame=segment_frame,
                text=text,
                author=author,
                created_at=now_iso(),
            )
        )
        return self.get(note_id)

    def get(self, note_id: int) -> Note:
        row = self._database.first(notes.select().where(notes.c.id == note_id))
        if row is None:
            raise NotFound(f"There is no note with id {note_id}")
        return _note_of(row)

    def remove(self, note_id: int) -> None:
        if not self._database.run(notes.delete().where(notes.c.id == note_id)):
            raise NotFound(f"There is no note with id {note_id}")

    def of_segment(self, scene_id: int, sequence_index: int) -> tuple[Note, ...]:
        """Of all versions of the segment, newest first."""
        versions = segments.select(segments.c.id).where(
            (segments.c.scene_id == scene_id) & (segments.c.sequence_index == sequence_index)
        )
        query = notes.select().where(notes.c.segment_id.in_(versions)).order_by(notes.c.id.desc())
        return tuple(_note_of(row) for row in self._database.rows(query))


def _note_of(row: Row) -> Note:
    return Note(
        id=row["id"],
        version_id=row["segment_id"],
        segment_frame=row["segment_frame"],
        text=row["text"],
        author=row["author"],
        created_at=row["created_at"],
    )
