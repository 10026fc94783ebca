"""Answers what is wished of generations and cascades, and tells what becomes of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from restitch_app.domain.progress import JobContext
from restitch_app.domain.runs import RunRecord, RunState, RunWishes
from restitch_app.domain.versions import Scene
from restitch_app.services.runs.words import PAUSED_BY_PERSON, run_name, run_told
from restitch_app.ui.answers.navigation import Navigation
from restitch_app.ui.answers.scene_first import SceneFirst
from restitch_app.ui.background.running import Running, SceneWork
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr
from restitch_app.ui.notices.notices import Notice, Way, Weight

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench


class RunActions(QObject):
    """Every wish returns at once; what a service refuses is shown as a banner."""

    def __init__(self, context: PanelContext, navigation: Navigation, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._state, self._notices = context, context.state, context.notices
        self._navigation = navigation
        self._run = Running(context)
        self._scenes = SceneFirst(context.state, context.session, self)
        self._known: dict[int, RunState] = {}
        context.session.closing.connect(self._known.clear)
        context.state.runs_changed.connect(self._follow)

    @Slot(int, object)
    def cascade(self, sequence_index: int, wishes: RunWishes) -> None:
        def begin(bench: Workbench, scene: Scene, ctx: JobContext) -> RunRecord:
            return bench.runs.cascade(scene, sequence_index, wishes, ctx)

        self._begin(f"Beginning the cascade from segment {sequence_index + 1}", begin)

    @Slot(int, object)
    def extend(self, segments: int, wishes: RunWishes) -> None:
        def begin(bench: Workbench, scene: Scene, ctx: JobContext) -> RunRecord:
            return bench.runs.extend(scene, segments, wishes, ctx)

        self._begin("Extending the scene", begin)

    @Slot(int)
    def pause(self, run_id: int) -> None:
        def pause(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            return bench.runs.pause(run_id)

        self._run.decide("Pausing", pause)

    @Slot(int)
    def go_on(self, run_id: int) -> None:
        def go_on(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            return bench.runs.go_on(run_id)

        self._run.decide("Continuing", go_on)

    @Slot(int)
    def end(self, run_id: int) -> None:
        def end(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            return bench.runs.end(run_id)

        self._run.decide("Ending", end)

    @Slot(int)
    def show(self, run_id: int) -> None:
        """The segment that it is at, or the last one before where that is not there yet."""
        run = next((one for one in self._state.runs if one.id == run_id), None)
        if run is not None:
            self._scenes.show(run.scene_id, partial(self._show_place, run))

    def _show_place(self, run: RunRecord) -> None:
        last = self._state.segment_count - 1
        if last >= 0:
            self._navigation.show_segment(min(run.at_index, last))

    def _begin(self, doing: str, begin: SceneWork) -> None:
        """Its servers are asked first, which takes seconds where one does not answer."""
        if self._state.is_read_only:
            self._run.decide(doing, begin)  # tells why not
            return
        job = self._run.submit(self._context.runners.network, doing, begin)
        if job is not None:
            self._run.follow(job, doing)
            job.succeeded.connect(self._begun)

    @Slot(object)
    def _begun(self, run: RunRecord) -> None:
        self._notices.say(tr("{run} begins.", run=run_name(run)), "refresh-cw")

    # what becomes of them

    @Slot()
    def _follow(self) -> None:
        """Runs that were over when the project was opened are no news."""
        for run in self._state.runs:
            was = self._known.get(run.id)
            self._known[run.id] = run.state
            if run.state is was:
                continue
            if run.state is RunState.PAUSED:
                self._tell_pause(run)
            else:
                self._notices.solve(_key(run))
            if was is not None and not run.state.is_open:
                icon = "check" if run.state is RunState.DONE else "x"
                self._notices.say(f"{tr(run_name(run))}: {tr(run_told(run))}.", icon)

    def _tell_pause(self, run: RunRecord) -> None:
        reason = run.reason
        if reason is None or reason.code == PAUSED_BY_PERSON:
            return
        ways = (
            Way(tr("Continue"), partial(self.go_on, run.id), "play"),
            Way(tr("Show segment {number}", number=run.at_index + 1), partial(self.show, run.id)),
            Way(tr("End"), partial(self.end, run.id), "x"),
        )
        text = " ".join(f"{part.rstrip('.')}." for part in (reason.detail, reason.hint) if part)
        title = tr("{run} waits: {reason}.", run=run_name(run), reason=reason.title)
        self._notices.show(Notice(_key(run), Weight.WARNING, title, text, "pause", ways))


def _key(run: RunRecord) -> str:
    return f"run {run.id}"
