"""Answers what is wished of notes: they are written, changed, resolved and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from restitch_app.domain.notes import NewNote
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.ui.background.running import Running
from restitch_app.ui.context import PanelContext

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench


class NoteActions(QObject):
    """As of `ReviewActions`: plain calls on the GUI thread that return at once."""

    def __init__(self, context: PanelContext, parent: QObject) -> None:
        super().__init__(parent)
        self._run = Running(context)

    @Slot(object)
    def add(self, new: NewNote) -> None:
        def add(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            return bench.notes.add(
                bench.overview.version(new.version_id),
                new.segment_frame,
                new.text,
                strokes=new.strokes,
                at_boundary=new.at_boundary,
            )

        self._run.decide("Adding a note", add)

    @Slot(int, str)
    def edit(self, note_id: int, text: str) -> None:
        def edit(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            return bench.notes.edit(note_id, text)

        self._run.decide("Editing a note", edit)

    @Slot(int, bool)
    def resolve(self, note_id: int, is_resolved: bool) -> None:
        def resolve(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            notes = bench.notes
            return notes.resolve(note_id) if is_resolved else notes.reopen(note_id)

        self._run.decide("Resolving a note" if is_resolved else "Opening a note again", resolve)

    @Slot(int)
    def remove(self, note_id: int) -> None:
        def remove(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            bench.notes.remove(note_id)
            return note_id

        self._run.decide("Removing a note", remove)
