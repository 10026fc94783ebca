"""Notes at frames, handed from one copy of a project to another."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.join_notes import UnreadableNote
from restitch_app.domain.notes import Note, note_to_record, strokes_from_list, strokes_to_list
from restitch_app.domain.versions import Scene
from restitch_app.services.actor import current_actor
from restitch_app.services.handover.handed_file import HandedNote
from restitch_app.services.handover.items import Found, Item, LeftOut, key_of, likeliest_first
from restitch_app.services.project.project import Project
from restitch_app.services.review.notes import EDITED, LONGEST_NOTE, NOTED


class Notes:
    def __init__(self, project: Project) -> None:
        self._project = project

    def of(self, scene: Scene) -> Iterator[HandedNote]:
        store = self._project.store
        for index in range(store.versions.segment_count(scene.id)):
            versions = {one.id: one for one in store.versions.history(scene.id, index)}
            for note in store.notes.of_segment(scene.id, index):
                version = versions[note.version_id]
                yield HandedNote(
                    version.file_sha256,
                    scene.name,
                    index + 1,
                    version.number,
                    note.segment_frame,
                    note.text,
                    note.author,
                    note.created_at,
                    note.at_boundary,
                    list(strokes_to_list(note.strokes)),
                    note.edited_by,
                    note.edited_at,
                    note.resolved_by,
                    note.resolved_at,
                )

    def compared(self, scenes: Collection[Scene], theirs: HandedNote) -> Found:
        name = f"note {theirs.segment}.{theirs.frame + 1} {theirs.author} {theirs.created_at}"
        key = key_of(scenes, theirs.scene, name)
        store = self._project.store
        try:
            strokes = strokes_from_list(theirs.strokes)
        except UnreadableNote:
            return LeftOut(key, "its drawing cannot be read")
        versions = (
            store.versions.by_hash(theirs.file_sha256, scene.id)
            for scene in likeliest_first(scenes, theirs.scene)
        )
        version = next((one for one in versions if one is not None), None)
        if version is None:
            return LeftOut(key, f"v{theirs.version} of their copy is not in this one")
        if not 0 <= theirs.frame < version.facts.frame_count or len(theirs.text) > LONGEST_NOTE:
            return LeftOut(key, "it fits no frame of the version, or is too long")
        wanted = Note(
            0,
            version.id,
            theirs.frame,
            theirs.text,
            theirs.author,
            theirs.created_at,
            theirs.at_boundary,
            strokes,
            theirs.edited_by,
            theirs.edited_at,
            theirs.resolved_by,
            theirs.resolved_at,
        )
        here = store.notes.of_version(version.id)
        ids = (theirs.author, theirs.created_at)
        mine = next((one for one in here if (one.author, one.created_at) == ids), None)
        if mine is None:
            return Item(key, "", _words(wanted), lambda: self._add(wanted))
        if replace(mine, id=0) == wanted:
            return None
        return Item(
            key,
            _words(mine),
            _words(wanted),
            lambda: self._change(mine, replace(wanted, id=mine.id)),
        )

    def _add(self, wanted: Note) -> None:
        store = self._project.store
        with store.transaction():
            made = store.notes.add(
                wanted.version_id, wanted.segment_frame, wanted.text, wanted.author
            )
            self._put(None, replace(wanted, id=made.id), NOTED)
        self._tell(wanted)

    def _change(self, mine: Note, wanted: Note) -> None:
        with self._project.store.transaction():
            if self._project.store.notes.find(mine.id) != mine:
                raise WrongUse("A note was changed meanwhile", mine.text, "Merge again")
            self._put(mine, wanted, EDITED)
        self._tell(wanted)

    def _put(self, before: Note | None, after: Note, kind: str) -> None:
        store = self._project.store
        store.notes.put(after)
        detail = {
            "frame": after.segment_frame + 1,
            "text": after.text,
            "before": note_to_record(before) if before else None,
            "after": note_to_record(after),
            "merged": True,
        }
        store.events.add(kind, current_actor(), version_id=after.version_id, detail=detail)

    def _tell(self, note: Note) -> None:
        index = self._project.store.versions.get(note.version_id).sequence_index
        self._project.publish(Changes(segments=frozenset({index})))


def _words(note: Note) -> str:
    return f"{note.text or 'a drawing'}{' (resolved)' if note.is_resolved else ''}"
