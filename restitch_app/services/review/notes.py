"""Notes that reviewers leave at frames and at boundaries. Every change of one can be undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.notes import Note, Stroke, note_to_record
from restitch_app.domain.versions import Scene, Version
from restitch_app.services.actor import current_actor
from restitch_app.services.project.project import Project
from restitch_app.services.project.unchanged import Check, unchecked

LONGEST_NOTE = 4000
MOST_POINTS = 20_000
"""Of all strokes of a note together."""
NOTED, EDITED, REMOVED = "noted", "note_edited", "note_removed"
RESOLVED, REOPENED = "note_resolved", "note_reopened"


class Notes:
    """Safe on any thread."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def of_segment(self, scene: Scene, sequence_index: int) -> tuple[Note, ...]:
        """Of all its versions, newest first."""
        return self._project.store.notes.of_segment(scene.id, sequence_index)

    def add(
        self,
        version: Version,
        segment_frame: int,
        text: str,
        *,
        strokes: Sequence[Stroke] = (),
        at_boundary: bool = False,
    ) -> Note:
        """`segment_frame`: of the version's own file, from 0. A drawing needs no text.

        `at_boundary`: it is about the boundary after the segment. Raises WrongUse.
        """
        said = _checked(text, strokes)
        if not 0 <= segment_frame < version.facts.frame_count:
            raise WrongUse(
                f"v{version.number} has no frame {segment_frame + 1}",
                f"It has {version.facts.frame_count} frames",
            )
        store = self._project.store
        with store.transaction():
            note = store.notes.add(
                version.id,
                segment_frame,
                said,
                current_actor(),
                at_boundary=at_boundary,
                strokes=strokes,
            )
            self._tell(NOTED, None, note)
        self._publish(note)
        return note

    def edit(self, note_id: int, text: str, strokes: Sequence[Stroke] | None = None) -> Note:
        """Other words; None leaves the drawing as it is. Raises NotFound or WrongUse."""

        def edit(note: Note) -> Note:
            drawn = note.strokes if strokes is None else tuple(strokes)
            said = _checked(text, drawn)
            if (said, drawn) == (note.text, note.strokes):
                return note
            return self._project.store.notes.edit(note_id, said, drawn, current_actor())

        return self._changed(note_id, EDITED, edit)

    def resolve(self, note_id: int) -> Note:
        """Say that nothing is left to do about it. Raises NotFound."""

        def resolve(note: Note) -> Note:
            if note.is_resolved:
                return note
            return self._project.store.notes.resolve(note_id, current_actor())

        return self._changed(note_id, RESOLVED, resolve)

    def reopen(self, note_id: int) -> Note:
        """Raises NotFound."""

        def reopen(note: Note) -> Note:
            if not note.is_resolved:
                return note
            return self._project.store.notes.resolve(note_id, None)

        return self._changed(note_id, REOPENED, reopen)

    def remove(self, note_id: int) -> None:
        """Raises NotFound. What it said stays in the audit trail."""
        store = self._project.store
        with store.transaction():
            note = store.notes.get(note_id)
            store.notes.remove(note_id)
            self._tell(REMOVED, note, None)
        self._publish(note)

    def drawn(self, scene: Scene) -> tuple[Note, ...]:
        """Open notes of all versions of the scene that hold a drawing, oldest first."""
        return self._project.store.notes.drawn(scene.id)

    def find(self, note_id: int) -> Note | None:
        return self._project.store.notes.find(note_id)

    def restore(
        self,
        present: Note | None,
        wanted: Note | None,
        kind: str,
        detail: Mapping[str, object],
        check: Check = unchecked,
    ) -> None:
        """For undo and redo: in place of the present one, exactly the wanted one."""
        store = self._project.store
        shown = wanted or present
        assert shown is not None, "one of the two is a note"
        with store.transaction():
            check()
            if wanted is not None:
                store.notes.put(wanted)
            else:
                store.notes.remove(shown.id)
            store.events.add(kind, current_actor(), version_id=shown.version_id, detail=detail)
        self._publish(shown)

    def _changed(self, note_id: int, kind: str, change: Callable[[Note], Note]) -> Note:
        store = self._project.store
        with store.transaction():
            before = store.notes.get(note_id)
            after = change(before)
            if after != before:
                self._tell(kind, before, after)
        if after != before:
            self._publish(after)
        return after

    def _tell(self, kind: str, before: Note | None, after: Note | None) -> None:
        shown = after or before
        assert shown is not None, "one of the two is a note"
        detail = {
            "frame": shown.segment_frame + 1,
            "text": shown.text,
            "before": note_to_record(before) if before else None,
            "after": note_to_record(after) if after else None,
        }
        actor, version_id = current_actor(), shown.version_id
        self._project.store.events.add(kind, actor, version_id=version_id, detail=detail)

    def _publish(self, note: Note) -> None:
        index = self._project.store.versions.get(note.version_id).sequence_index
        self._project.publish(Changes(segments=frozenset({index})))


def _checked(text: str, strokes: Sequence[Stroke]) -> str:
    said = text.strip()
    if (not said and not strokes) or len(said) > LONGEST_NOTE:
        raise WrongUse("A note needs text", f"Up to {LONGEST_NOTE} characters are kept")
    if sum(len(stroke.points) for stroke in strokes) > MOST_POINTS:
        raise WrongUse(
            "There is too much in the drawing", "", "Take strokes away, or make two notes"
        )
    return said
