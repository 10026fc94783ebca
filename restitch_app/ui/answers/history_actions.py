"""Undo and redo, and what the Edit menu says that they would do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from restitch_app.domain.changes import Changes
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.ui.answers.navigation import Navigation
from restitch_app.ui.answers.scene_first import SceneFirst
from restitch_app.ui.background.running import Running
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import mark, tr
from restitch_app.ui.pieces.wording import STAYS

if TYPE_CHECKING:
    from restitch_app.services.history.history import Step, Steps
    from restitch_app.services.workbench import Workbench

UNDO = ("Undo", mark("Undo {step}"), "There is nothing to undo")
REDO = ("Redo", mark("Redo {step}"), "There is nothing to redo")
"""In the menu by itself and with what it would do; why it is off."""


class HistoryActions(QObject):
    """What was taken back or done again is shown where it happened."""

    def __init__(self, context: PanelContext, navigation: Navigation, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._navigation = context, navigation
        self._state, self._notices = context.state, context.notices
        self._run = Running(context)
        self._scenes = SceneFirst(context.state, context.session, self)
        context.actions.answer(Act.UNDO, self.undo)
        context.actions.answer(Act.REDO, self.redo)
        self._state.scene_changed.connect(self._ask_steps)

    @Slot()
    def undo(self) -> None:
        def undo(bench: Workbench, _scene: Scene, ctx: JobContext) -> object:
            return bench.history.undo(ctx)

        self._run.decide("Undo", undo, partial(self._stepped, "Undone", "undo-2"))

    @Slot()
    def redo(self) -> None:
        def redo(bench: Workbench, _scene: Scene, ctx: JobContext) -> object:
            return bench.history.redo(ctx)

        self._run.decide("Redo", redo, partial(self._stepped, "Done again", "redo-2"))

    @Slot(object)
    def _ask_steps(self, _changes: Changes) -> None:
        """The Edit menu names what undo and redo would do."""

        def steps(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            return bench.history.steps()

        job = self._run.submit(self._context.runners.desk, "Reading the history", steps)
        if job is not None:
            job.succeeded.connect(self._show_steps)

    @Slot(object)
    def _show_steps(self, found: object) -> None:
        steps = cast("Steps", found)
        for act, words, step in ((Act.UNDO, UNDO, steps.undo), (Act.REDO, REDO, steps.redo)):
            alone, with_step, nothing = words
            action = self._context.actions[act]
            action.setEnabled(step is not None and not self._state.is_read_only)
            action.setText(tr(with_step, step=step.label) if step else tr(alone))
            action.setToolTip(tr(step.label if step else f"{nothing}. {STAYS}"))

    def _stepped(self, word: str, icon: str, step: Step) -> None:
        self._notices.say(f"{tr(word)}: {tr(step.label)}", icon)
        if step.boundary is not None:
            look = partial(self._navigation.show_boundary, step.boundary)
            self._scenes.show(step.scene_id, look)
        elif step.segment is not None:
            look = partial(self._navigation.show_segment, step.segment)
            self._scenes.show(step.scene_id, look)
