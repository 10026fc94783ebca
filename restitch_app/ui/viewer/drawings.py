"""Drawings on frames: which there are, when they are seen, and a new one becoming a note."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.domain.changes import Changes
from restitch_app.domain.notes import NewNote, Note, Stroke
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr
from restitch_app.ui.viewer.draw_layer import DrawLayer
from restitch_app.ui.viewer.viewer import Viewer

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench

Drawn = Mapping[tuple[int, int], tuple[Stroke, ...]]
"""Strokes of open notes by version id and the version's own frame."""


class Drawings(QObject):
    note_asked = Signal(object)  # NewNote
    changed = Signal()  # which there are, or whether they are seen

    def __init__(self, context: PanelContext, viewer: Viewer) -> None:
        super().__init__(viewer)
        self._context, self._state, self._viewer = context, context.state, viewer
        self._drawn: Drawn = {}
        self._is_shown = True
        self._place: tuple[int, int] | None = None
        self.layer = DrawLayer(viewer.canvas, self.strokes_of)
        self.changed.connect(self.layer.refresh)
        self.layer.saved.connect(self._save)
        self._loader = Latest(context.runners.desk, self)
        self._loader.arrived.connect(self._take)
        self._state.scene_changed.connect(self._load)
        self._state.blind_changed.connect(self.layer.refresh)
        context.session.closing.connect(self._let_go)
        context.actions.answer(Act.DRAW, self.start)
        context.actions.answer(Act.DRAWINGS, self.set_shown)
        context.actions[Act.DRAWINGS].setChecked(True)

    @Slot()
    def start(self) -> None:
        """Draw on the frame that is shown (D)."""
        if self.layer.is_drawing or self._state.is_blind:
            return
        if self._state.is_read_only:
            self._context.notices.say(tr("Another window holds this project: draw there"), "lock")
            return
        self._viewer.player.pause()
        if self._viewer.canvas.shown_frame is not None:
            self.layer.start()

    def set_shown(self, is_shown: bool) -> None:
        self._is_shown = is_shown
        self._context.actions[Act.DRAWINGS].setChecked(is_shown)
        self.changed.emit()

    @Slot(object)
    def _load(self, _changes: Changes) -> None:
        bench, overview = self._context.session.bench, self._state.overview
        if bench is not None and overview is not None:
            self._loader.ask("Reading drawings", partial(_read, bench, overview.scene))

    @Slot()
    def _let_go(self) -> None:
        self._loader.drop()
        self.layer.cancel()
        self._drawn = {}

    @Slot(object)
    def _take(self, found: object) -> None:
        drawn = cast("Drawn", found)
        if drawn != self._drawn:
            self._drawn = drawn
            self.changed.emit()

    def strokes_of(self, version_id: int) -> tuple[Stroke, ...]:
        """What is drawn on this version at the frame that is shown."""
        if not self._drawn or not self._is_shown or self._state.is_blind:
            return ()
        frame = self._viewer.canvas.shown_frame
        own = self._state.segment_frame(frame) if frame is not None else None
        return self._drawn.get((version_id, own), ()) if own is not None else ()

    @Slot(int, int, object, str)
    def _save(self, version_id: int, frame: int, strokes: tuple[Stroke, ...], text: str) -> None:
        own = self._state.segment_frame(frame)
        if own is not None:
            self.note_asked.emit(NewNote(version_id, own, text, strokes=strokes))


def _read(bench: Workbench, scene: Scene, _ctx: JobContext) -> Drawn:
    found: dict[tuple[int, int], tuple[Stroke, ...]] = {}
    notes: tuple[Note, ...] = bench.notes.drawn(scene)
    for note in notes:
        place = note.version_id, note.segment_frame
        found[place] = (*found.get(place, ()), *note.strokes)
    return found
