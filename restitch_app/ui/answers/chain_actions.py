"""Answers what changes the scene's order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.ui.background.running import Running, SceneWork
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.dialogs import Dialogs
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.wording import counted
from restitch_app.ui.project.file_choice import FileChoice

if TYPE_CHECKING:
    from restitch_app.services.chain.editing import Edited
    from restitch_app.services.workbench import Workbench
    from restitch_app.ui.dialogs.insert_dialog import InsertRequest


class ChainActions(QObject):
    """Each is one step of undo. What a service refuses is shown as a banner."""

    def __init__(
        self, context: PanelContext, choice: FileChoice, dialogs: Dialogs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self._state, self._notices = context.state, context.notices
        self.choice = choice
        self._run = Running(context)
        actions = context.actions
        actions.answer(Act.SPLIT, self.split)
        actions.answer(Act.INSERT_CLIPS, self.ask_clips)
        dialogs.insertion_asked.connect(self.insert)
        actions.answer(Act.MOVE_EARLIER, partial(self.move, -1))
        actions.answer(Act.MOVE_LATER, partial(self.move, 1))
        actions.answer(Act.REMOVE_SEGMENT, self.remove)

    def split(self) -> None:
        """At the playhead: the frame that is shown becomes the first of the second part."""
        index = self._state.segment_at(self._state.playhead)
        frame = self._state.segment_frame(self._state.playhead)
        if index is None or frame is None:
            return

        def split(bench: Workbench, scene: Scene, ctx: JobContext) -> object:
            return bench.chain.split(scene, index, frame, ctx)

        self._change(f"Splitting segment {index + 1}", split, f"Segment {index + 1} is two now")

    def remove(self) -> None:
        index = self._state.focused_segment
        if index is None:
            return

        def remove(bench: Workbench, scene: Scene, ctx: JobContext) -> object:
            return bench.chain.remove(scene, index, ctx)

        told = f"Segment {index + 1} was taken out; its files stay"
        self._change(f"Removing segment {index + 1}", remove, told)

    def move(self, step: int) -> None:
        index = self._state.focused_segment
        if index is None or not 0 <= index + step < self._state.segment_count:
            return

        def move(bench: Workbench, scene: Scene, ctx: JobContext) -> object:
            return bench.chain.move(scene, index, index + step, ctx)

        told = f"Segment {index + 1} is segment {index + step + 1} now"
        self._change(f"Moving segment {index + 1}", move, told)

    def ask_clips(self) -> None:
        """To insert before the selected segment."""
        index = self._state.focused_segment
        paths = self.choice.clips_to_insert() if index is not None else []
        if index is not None and paths:
            self._dialogs.insert_clips(index, paths)

    def insert(self, index: int, request: InsertRequest) -> None:
        def insert(bench: Workbench, scene: Scene, ctx: JobContext) -> object:
            return bench.chain.insert(scene, index, request.clips, ctx, request.wishes)

        self._change("Inserting clips", insert, "")

    def _change(self, doing: str, work: SceneWork, told: str) -> None:
        self._run.decide(doing, work, partial(self._changed, told))

    def _changed(self, told: str, edited: Edited) -> None:
        for index in edited.segments[:1]:
            self._state.show_segment(index)
        said = told or f"{counted(len(edited.segments), 'clip')} inserted"
        if edited.refused:
            names = ", ".join(one.path.name for one in edited.refused)
            said += f"; left out: {names}"
        self._notices.say(tr(f"{said}."), "check")
