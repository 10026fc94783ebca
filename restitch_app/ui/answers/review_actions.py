"""Answers what panels and menus wish for: runs the services and tells what came of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from restitch_app.domain.jobs import JobKind, JobRecord, RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene, Version
from restitch_app.ui.answers.boundary_answers import BoundaryAnswers
from restitch_app.ui.answers.navigation import Navigation
from restitch_app.ui.answers.scene_first import SceneFirst
from restitch_app.ui.background.running import Running
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr, tr_n
from restitch_app.ui.pieces.wording import segment_list

if TYPE_CHECKING:
    from restitch_app.services.review.staleness import StaleChange
    from restitch_app.services.review.versions import Use
    from restitch_app.services.workbench import Workbench


class ReviewActions(QObject):
    """Every wish is a plain call on the GUI thread that returns at once.

    What a service refuses is shown as a banner. Without an open project a wish is not heard; in a
    project that another window holds, it is answered with the reason.
    """

    def __init__(
        self,
        context: PanelContext,
        navigation: Navigation,
        boundaries: BoundaryAnswers,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._navigation, self._boundaries = context, navigation, boundaries
        self._state, self._notices = context.state, context.notices
        self._run = Running(context)
        self._scenes = SceneFirst(context.state, context.session, self)
        actions = context.actions
        actions.answer(Act.NEEDS_WORK, self.toggle_needs_work)

    # versions

    @Slot(object)
    def regenerate(self, request: RegenerationRequest) -> None:
        """Queue it; the engine that holds the project runs it."""

        def ask(bench: Workbench, scene: Scene, _ctx: JobContext) -> object:
            return bench.regeneration.request(scene, request)

        self._run.request(
            f"Regenerating segment {request.sequence_index + 1}",
            ask,
            partial(self._regenerating, request.sequence_index),
        )

    @Slot(int)
    def use(self, version_id: int) -> None:
        """Make the version current."""

        def use(bench: Workbench, _scene: Scene, ctx: JobContext) -> object:
            return bench.versions.use(bench.overview.version(version_id), ctx)

        self._run.decide("Using another version", use, self._used)

    @Slot(object)
    def convert(self, version: Version) -> None:
        """A copy in the scene's size and rate, to be compared with what plays; can be cancelled."""
        doing = "Converting a copy"

        def convert(bench: Workbench, scene: Scene, ctx: JobContext) -> object:
            return bench.converting.copy(scene, version, ctx).id

        if self._state.is_read_only:
            self._run.decide(doing, convert)  # tells why not
            return
        job = self._run.submit(self._context.runners.pixels, doing, convert)
        if job is not None:
            self._run.follow(job, doing)
            job.succeeded.connect(self.compare_with_previous)

    @Slot(object)
    def review_result(self, job: JobRecord) -> None:
        """Look at a finished job: its segment, the old version against the new one, or the
        boundary that it made frames for.

        A job of another scene shows that scene first.
        """

        def look() -> None:
            if job.kind is JobKind.BRIDGE:
                self._navigation.show_boundary(job.sequence_index)
                return
            self._navigation.show_segment(job.sequence_index)
            if job.result_segment_id is not None:
                self.compare_with_previous(job.result_segment_id)

        self._scenes.show(job.scene_id, look)

    @Slot(int)
    def compare_with_previous(self, version_id: int) -> None:
        """Show the version as B beside the one it was asked in place of, as A."""

        def previous(bench: Workbench, _scene: Scene, _ctx: JobContext) -> int | None:
            return bench.overview.version(version_id).previous_segment_id

        job = self._run.submit(self._context.runners.desk, "Comparing versions", previous)
        if job is not None:
            job.succeeded.connect(lambda before: self._state.set_compare(before, version_id))

    @Slot(int)
    def approve(self, sequence_index: int) -> None:
        def approve(bench: Workbench, scene: Scene, _ctx: JobContext) -> object:
            return bench.versions.approve(scene, sequence_index)

        self._run.decide(
            f"Approving segment {sequence_index + 1}",
            approve,
            partial(self._approved, sequence_index),
        )

    @Slot()
    def toggle_needs_work(self) -> None:
        """Of the selected segment, or of the one before the selected boundary."""
        index = self._state.focused_segment
        current = self._state.current(index) if index is not None else None
        if index is None or current is None:
            return
        if current.needs_work:
            self.withdraw(index)
        else:
            self.mark_needs_work(index)

    @Slot(int, str)
    def mark_needs_work(self, sequence_index: int, reason: str = "") -> None:
        def mark(bench: Workbench, scene: Scene, _ctx: JobContext) -> object:
            return bench.versions.mark_needs_work(scene, sequence_index, reason)

        name = f"segment {sequence_index + 1}"
        told = partial(self._notices.say, f"Noted: {name} needs work", "message-square")
        self._run.decide(f"Marking {name}", mark, lambda _change: told())

    @Slot(int)
    def withdraw(self, sequence_index: int) -> None:
        """Take back what was said of the current version."""

        def withdraw(bench: Workbench, scene: Scene, _ctx: JobContext) -> object:
            return bench.versions.withdraw(scene, sequence_index)

        name = f"segment {sequence_index + 1}"
        told = partial(self._notices.say, f"The verdict on {name} is taken back", "undo-2")
        self._run.decide(f"Taking back the verdict on {name}", withdraw, lambda _change: told())

    @Slot(str)
    def rename_scene(self, name: str) -> None:
        def rename(bench: Workbench, scene: Scene, _ctx: JobContext) -> object:
            return bench.naming.rename(scene, name)

        self._run.decide("Renaming the scene", rename)

    @Slot()
    def approve_or_accept(self) -> None:
        """What is selected: approve the segment, or accept the boundary as it is."""
        if self._state.selected_boundary is not None:
            self._boundaries.accept(self._state.selected_boundary)
        elif self._state.selected_segment is not None:
            self.approve(self._state.selected_segment)

    # jobs

    @Slot(int)
    def cancel(self, job_id: int) -> None:
        def cancel(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            return bench.jobs.cancel(job_id)

        self._run.decide("Cancelling a job", cancel)

    @Slot(int)
    def submit_again(self, job_id: int) -> None:
        def again(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            return bench.jobs.submit_again(job_id)

        self._run.decide("Submitting the job again", again)

    # what came of it

    def _regenerating(self, sequence_index: int, jobs: list[JobRecord]) -> None:
        from restitch_app.services.review.advice import regeneration_notice

        told = regeneration_notice(sequence_index, self._state.segment_count)
        takes = f" {len(jobs)} takes." if len(jobs) > 1 else ""
        self._notices.say(tr(told + takes), "refresh-cw")
        if self._scenes.is_shown(jobs[0].scene_id):  # else the reviewer went elsewhere meanwhile
            self._navigation.show_segment(sequence_index)

    def _used(self, use: Use) -> None:
        index, number = use.version.sequence_index, use.version.number
        stale = use.stale.flagged
        told = tr(
            "v{version} of segment {segment} is current. {stale}.",
            version=number,
            segment=index + 1,
            stale=tr_n("{count} segment stale", "{count} segments stale", len(stale))
            if stale
            else tr("Nothing is stale"),
        )
        self._notices.say(told, "undo-2" if number < use.replaced.number else "check")

    def _approved(self, sequence_index: int, change: StaleChange) -> None:
        told = tr("Segment {number} is approved.", number=sequence_index + 1)
        cleared = tuple(index for index in change.changed if index not in change.flagged)
        if cleared:
            told += " " + tr_n(
                "{segments} is not stale any more.",
                "{segments} are not stale any more.",
                len(cleared),
                segments=segment_list(cleared),
            )
        self._notices.say(told, "check")
