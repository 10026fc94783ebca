"""Notes that reviewers leave at frames."""

from __future__ import annotations

from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.notes import Note
from restitch_app.domain.versions import Scene, Version
from restitch_app.services.actor import current_actor
from restitch_app.services.project import Project

LONGEST_NOTE = 4000


class Notes:
    def __init__(self, project: Project) -> None:
        self._project = project

    def of_segment(self, scene: Scene, sequence_index: int) -> tuple[Note, ...]:
        """Of all its versions, newest first."""
        return self._project.store.notes.of_segment(scene.id, sequence_index)

    def add(self, version: Version, segment_frame: int, text: str) -> Note:
        """`segment_frame`: of the version's own file, from 0. Raises WrongUse."""
        said = text.strip()
        if not said or len(said) > LONGEST_NOTE:
            raise WrongUse("A note needs text", f"Up to {LONGEST_NOTE} characters are kept")
        if not 0 <= segment_frame < version.facts.frame_count:
            raise WrongUse(
                f"v{version.number} has no frame {segment_frame + 1}",
                f"It has {version.facts.frame_count} frames",
            )
        store = self._project.store
        with store.transaction():
            note = store.notes.add(version.id, segment_frame, said, current_actor())
            self._tell("noted", version, note)
        self._publish(version)
        return note

    def remove(self, note_id: int) -> None:
        """Raises NotFound. What it said stays in the audit trail."""
        store = self._project.store
        note = store.notes.get(note_id)
        version = store.versions.get(note.version_id)
        with store.transaction():
            store.notes.remove(note_id)
            self._tell("note_removed", version, note)
        self._publish(version)

    def _tell(self, kind: str, version: Version, note: Note) -> None:
        detail = {"frame": note.segment_frame + 1, "text": note.text}
        self._project.store.events.add(kind, current_actor(), version_id=version.id, detail=detail)

    def _publish(self, version: Version) -> None:
        self._project.publish(Changes(segments=frozenset({version.sequence_index})))
