"""Answers what is wished of several segments that are selected together, and of one alike."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from restitch_app.domain.jobs import JobRecord
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.ui.answers.asking import Asking
from restitch_app.ui.answers.boundary_answers import BoundaryAnswers
from restitch_app.ui.answers.review_actions import ReviewActions
from restitch_app.ui.answers.several_words import regeneration_question
from restitch_app.ui.background.running import Running
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr, tr_n
from restitch_app.ui.pieces.wording import counted, segment_list
from restitch_app.ui.project.file_choice import FileChoice

if TYPE_CHECKING:
    from restitch_app.services.regeneration.several import SeveralPlan
    from restitch_app.services.review.staleness import StaleChange
    from restitch_app.services.workbench import Workbench

NO_JOBS = "Nothing is being generated for what is selected"


class SeveralAnswers(QObject):
    """Approve, check, regenerate and cancel: with one segment or a boundary selected, whoever
    answers for that is asked.
    """

    def __init__(
        self,
        context: PanelContext,
        review: ReviewActions,
        boundaries: BoundaryAnswers,
        asking: Asking,
        choice: Callable[[], FileChoice],
        parent: QObject,
    ) -> None:
        """`choice`: who asks the reviewer."""
        super().__init__(parent)
        self._context, self._state, self._notices = context, context.state, context.notices
        self._review, self._boundaries, self._asking = review, boundaries, asking
        self._choice = choice
        self._run = Running(context)
        actions = context.actions
        actions.answer(Act.APPROVE, self.approve)
        actions.answer(Act.CHECK_AGAIN, self.check)
        actions.answer(Act.REGENERATE, self.regenerate)
        actions.answer(Act.CANCEL_JOBS, self.cancel_jobs)
        self._state.selection_changed.connect(self._show_what_is_possible)
        self._state.scene_changed.connect(self._show_what_is_possible)
        self._state.jobs_changed.connect(self._show_what_is_possible)
        self._show_what_is_possible()

    @Slot()
    def approve(self) -> None:
        if not self._state.several:
            self._review.approve_or_accept()
            return
        chosen = self._state.selected_segments

        def approve(bench: Workbench, scene: Scene, _ctx: JobContext) -> object:
            return bench.approving.approve(scene, chosen)

        doing = f"Approving {counted(len(chosen), 'segment')}"
        self._run.decide(doing, approve, partial(self._approved, chosen))

    @Slot()
    def check(self) -> None:
        """Measure the boundaries around the segments anew; can be cancelled."""
        if not self._state.several:
            self._boundaries.check_again()
            return
        around = {left for one in self._state.several for left in (one - 1, one)}
        lefts = sorted(left for left in around if 0 <= left < self._state.segment_count - 1)
        self._boundaries.check_several(tuple(lefts))

    @Slot()
    def regenerate(self) -> None:
        """One request for each, once the reviewer has agreed to what that sets off."""
        if not self._state.several:
            self._asking.regenerate_selected()
            return
        chosen = self._state.selected_segments

        def plan(bench: Workbench, scene: Scene, ctx: JobContext) -> object:
            return bench.regenerating_several.plan(scene, chosen, ctx)

        doing = f"Preparing {counted(len(chosen), 'segment')}"
        if self._state.is_read_only:
            self._run.decide(doing, plan)  # tells why not
            return
        job = self._run.submit(self._context.runners.network, doing, plan)
        if job is not None:
            self._run.follow(job, doing)
            job.succeeded.connect(partial(self._ask, self._context.session.bench, self._scene_id()))

    @Slot()
    def cancel_jobs(self) -> None:
        """Everything that is queued or generated for the selected segments; results are kept."""
        jobs = self._open_jobs()
        for job in jobs:
            self._review.cancel(job.id)
        if jobs:
            self._notices.say(tr("{what} cancelled", what=counted(len(jobs), "job")), "x")

    # what comes of it

    def _scene_id(self) -> int | None:
        overview = self._state.overview
        return overview.scene.id if overview is not None else None

    def _ask(self, bench: Workbench | None, scene_id: int | None, found: object) -> None:
        """Nothing where another project or scene is shown by now: its segments are others."""
        plan = cast("SeveralPlan", found)
        is_there = self._context.session.bench is bench and self._scene_id() == scene_id
        if self._state.is_read_only or not is_there:
            return
        text = regeneration_question(plan)
        title = f"Regenerate {counted(len(plan.indices), 'segment')}"
        if not plan.indices:
            self._notices.say(tr(text), "circle-alert")
        elif self._choice().agrees(tr(title), tr(text), tr(title)):
            self._request(plan.indices)

    def _request(self, chosen: tuple[int, ...]) -> None:
        def ask(bench: Workbench, scene: Scene, ctx: JobContext) -> object:
            return bench.regenerating_several.request(scene, chosen, ctx)

        doing = f"Regenerating {counted(len(chosen), 'segment')}"
        job = self._run.submit(self._context.runners.requests, doing, ask)
        if job is not None:
            self._run.follow(job, doing)
            job.succeeded.connect(partial(self._requested, chosen))

    def _requested(self, chosen: tuple[int, ...], found: object) -> None:
        jobs = sum(len(one) for one in cast("list[list[JobRecord]]", found))
        told = f"{segment_list(chosen)} will be regenerated: {counted(jobs, 'job')}."
        self._notices.say(tr(told), "refresh-cw")

    def _approved(self, chosen: tuple[int, ...], change: StaleChange) -> None:
        told = f"{segment_list(chosen)} are approved."
        cleared = tuple(index for index in change.changed if index not in change.flagged)
        if cleared:
            verb = "is" if len(cleared) == 1 else "are"
            told += f" {segment_list(cleared)} {verb} not stale any more."
        self._notices.say(tr(told), "check")

    # menus

    @Slot()
    def _show_what_is_possible(self) -> None:
        actions, count = self._context.actions, len(self._state.several)
        many = tr_n("{count} segment", "{count} segments", count)
        regenerate = tr("Regenerate {many}…", many=many) if count else tr("Regenerate…")
        actions[Act.REGENERATE].setText(tr(regenerate))
        if count:
            actions[Act.APPROVE].setText(tr("Approve {many}", many=many))
            again = tr("Check the boundaries of {many} again", many=many)
            actions[Act.CHECK_AGAIN].setText(tr(again))
        jobs = self._open_jobs()
        name = tr_n("Cancel {count} job", "Cancel {count} jobs", len(jobs))
        name = name if jobs else tr("Cancel jobs")
        actions[Act.CANCEL_JOBS].setText(name)
        actions.set_off({} if jobs else {Act.CANCEL_JOBS: NO_JOBS}, by="several")

    def _open_jobs(self) -> list[JobRecord]:
        overview = self._state.overview
        chosen = {*self._state.selected_segments}
        return [
            job
            for job in self._state.jobs
            if job.state.is_open
            and not job.cancel_requested
            and job.sequence_index in chosen
            and overview is not None
            and job.scene_id == overview.scene.id
        ]
