"""Undoing what was done with notes: written, edited, resolved, opened again, removed."""

from __future__ import annotations

from restitch_app.domain.notes import Note, note_from_record
from restitch_app.services.history.entry import Entry, Move, version_step
from restitch_app.services.project.project import Project
from restitch_app.services.review.notes import EDITED, NOTED, REMOVED, REOPENED, RESOLVED, Notes
from restitch_app.store.values import Event

DONE = {
    NOTED: "Add the note at",
    EDITED: "Edit the note at",
    RESOLVED: "Resolve the note at",
    REOPENED: "Open the note again at",
    REMOVED: "Remove the note at",
}


class NoteEntries:
    KINDS = tuple(DONE)

    def __init__(self, project: Project, notes: Notes) -> None:
        self._project = project
        self._notes = notes

    def entry(self, event: Event) -> Entry | None:
        before, after = (_note(event.detail.get(side)) for side in ("before", "after"))
        shown = after or before
        if shown is None or before == after:  # of a Restitch that did not keep the note itself
            return None
        version = self._project.store.versions.get(shown.version_id)
        present = self._notes.find(shown.id)

        def put(present: Note | None, wanted: Note | None) -> Move:
            return lambda kind, _ctx, check: self._notes.restore(
                present, wanted, kind, {"event": event.id}, check
            )

        place = f"segment {version.sequence_index + 1}, frame {shown.segment_frame + 1}"
        return Entry(
            version_step(event, f"{DONE[event.kind]} {place}", version),
            stands=lambda: present == after,
            could_stand=lambda: present == before,
            undo=put(after, before),
            redo=put(before, after),
        )


def _note(stored: object) -> Note | None:
    return note_from_record(stored) if stored is not None else None
