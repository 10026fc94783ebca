"""Answers what panels and menus wish for: runs the services and tells what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.bridge.job_runner import Job, JobRunner, Work
from restitch_app.domain.boundaries import Boundary
from restitch_app.domain.changes import Changes
from restitch_app.domain.jobs import JobRecord, RegenerationRequest
from restitch_app.domain.progress import JobContext, Progress
from restitch_app.domain.versions import Scene
from restitch_app.ui.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.navigation import Navigation
from restitch_app.ui.notices.notices import Notice, Way, Weight
from restitch_app.ui.wording import boundary_name, counted, segment_list, ssim_text

if TYPE_CHECKING:
    from restitch_app.services.exporting import Exported
    from restitch_app.services.history import Step, Steps
    from restitch_app.services.importing import Imported
    from restitch_app.services.smoothing import Smoothed
    from restitch_app.services.staleness import StaleChange
    from restitch_app.services.versions import Use
    from restitch_app.services.workbench import Workbench


class ReviewActions(QObject):
    """Every wish is a plain call on the GUI thread that returns at once.

    What a service refuses is shown as a banner. Without an open project a wish is not heard; in a
    project that another window holds, it is answered with the reason.
    """

    decided = Signal()  # a decision is stored
    scene_made = Signal(Path)  # a new project is on disk and being opened
    exported = Signal(Path)

    def __init__(self, context: PanelContext, navigation: Navigation, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._navigation = context, navigation
        self._state, self._notices = context.state, context.notices
        actions = context.actions
        actions.answer(Act.APPROVE, self.approve_or_accept)
        actions.answer(Act.CHECK_ALL, self.check_all)
        actions.answer(Act.UNDO, self.undo)
        actions.answer(Act.REDO, self.redo)
        self._state.scene_changed.connect(self._ask_steps)

    # versions

    @Slot(object)
    def regenerate(self, request: RegenerationRequest) -> None:
        """Queue it; the engine that holds the project runs it."""

        def ask(bench: Workbench, scene: Scene, _ctx: JobContext) -> object:
            return bench.regeneration.request(scene, request)

        self._decide(
            f"Regenerating segment {request.sequence_index + 1}",
            ask,
            partial(self._regenerating, request.sequence_index),
        )

    @Slot(int)
    def use(self, version_id: int) -> None:
        """Make the version current."""

        def use(bench: Workbench, _scene: Scene, ctx: JobContext) -> object:
            return bench.versions.use(bench.overview.version(version_id), ctx)

        self._decide("Using another version", use, self._used)

    @Slot(int)
    def compare_with_previous(self, version_id: int) -> None:
        """Show the version as B beside the one it was asked in place of, as A."""

        def previous(bench: Workbench, _scene: Scene, _ctx: JobContext) -> int | None:
            return bench.overview.version(version_id).previous_segment_id

        job = self._submit(self._context.runners.desk, "Comparing versions", previous)
        if job is not None:
            job.succeeded.connect(lambda before: self._state.set_compare(before, version_id))

    @Slot(int)
    def approve(self, sequence_index: int) -> None:
        def approve(bench: Workbench, scene: Scene, _ctx: JobContext) -> object:
            return bench.versions.approve(scene, sequence_index)

        self._decide(
            f"Approving segment {sequence_index + 1}",
            approve,
            partial(self._approved, sequence_index),
        )

    @Slot()
    def approve_or_accept(self) -> None:
        """What is selected: approve the segment, or accept the boundary as it is."""
        if self._state.selected_boundary is not None:
            self.accept(self._state.selected_boundary)
        elif self._state.selected_segment is not None:
            self.approve(self._state.selected_segment)

    # boundaries

    @Slot(int)
    def accept(self, left_index: int) -> None:
        def accept(bench: Workbench, scene: Scene, ctx: JobContext) -> object:
            return bench.smoothing.accept(scene, left_index, ctx)

        self._decide(f"Accepting boundary {boundary_name(left_index)}", accept, self._accepted)

    @Slot(object)
    def smooth(self, smoothed: Smoothed) -> None:
        """Store what a preview of `services.smoothing` showed."""

        def apply(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            return bench.smoothing.apply(smoothed)

        self._decide("Smoothing a boundary", apply, partial(self._smoothed, smoothed.after))

    @Slot()
    def check_all(self) -> None:
        def check(bench: Workbench, scene: Scene, ctx: JobContext) -> object:
            return bench.boundaries.check(scene, ctx)

        job = self._submit(self._context.runners.pixels, "Checking all boundaries", check)
        if job is not None:
            self._follow(job, "Checking boundaries")
            job.succeeded.connect(self._checked)

    # taking back

    @Slot()
    def undo(self) -> None:
        def undo(bench: Workbench, _scene: Scene, ctx: JobContext) -> object:
            return bench.history.undo(ctx)

        self._decide("Undo", undo, partial(self._stepped, "Undone", "undo-2"))

    @Slot()
    def redo(self) -> None:
        def redo(bench: Workbench, _scene: Scene, ctx: JobContext) -> object:
            return bench.history.redo(ctx)

        self._decide("Redo", redo, partial(self._stepped, "Done again", "redo-2"))

    @Slot(object)
    def _ask_steps(self, _changes: Changes) -> None:
        """The Edit menu names what undo and redo would do."""

        def steps(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            return bench.history.steps()

        job = self._submit(self._context.runners.desk, "Reading the history", steps)
        if job is not None:
            job.succeeded.connect(self._show_steps)

    @Slot(object)
    def _show_steps(self, found: object) -> None:
        steps = cast("Steps", found)
        for act, word, step in ((Act.UNDO, "Undo", steps.undo), (Act.REDO, "Redo", steps.redo)):
            action = self._context.actions[act]
            action.setEnabled(step is not None and not self._state.is_read_only)
            action.setText(f"{word} {step.label}" if step else word)
            action.setToolTip(step.label if step else f"There is nothing to {word.lower()}")

    # jobs

    @Slot(int)
    def cancel(self, job_id: int) -> None:
        def cancel(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            return bench.jobs.cancel(job_id)

        self._decide("Cancelling a job", cancel)

    @Slot(int)
    def submit_again(self, job_id: int) -> None:
        def again(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            return bench.jobs.submit_again(job_id)

        self._decide("Submitting the job again", again)

    # whole projects

    @Slot(str)
    def change_server(self, url: str) -> None:
        def change(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            from restitch_app.services.project_settings import change_server

            return change_server(bench.project, url)

        self._decide("Changing the server", change)

    def export_to(self, path: Path) -> None:
        def export(bench: Workbench, scene: Scene, ctx: JobContext) -> object:
            return bench.exporting.export(scene, path, ctx)

        job = self._submit(self._context.runners.pixels, "Exporting the scene", export)
        if job is not None:
            self._follow(job, f"Exporting {path.name}")
            job.succeeded.connect(self._export_done)

    def make_scene(
        self, clips: list[Path], folder: Path, name: str, server_url: str | None = None
    ) -> None:
        """A new project in `folder` from these clips, in this order; it opens when it is ready."""
        outside = self._context.session.outside

        def make(ctx: JobContext) -> Imported:
            from restitch_app.services.project_settings import change_server
            from restitch_app.services.starting import clip_files, new_project

            files = clip_files(clips)
            with new_project(folder) as project:
                if server_url:
                    change_server(project, server_url)
                return outside.bench_on(project).importing.import_clips(files, ctx, scene_name=name)

        job = self._context.runners.pixels.submit("Making the scene", make)
        self._fails(job, "Making the scene")
        self._follow(job, "Making the scene")
        job.succeeded.connect(partial(self._made, folder))

    @Slot()
    def make_demo(self) -> None:
        outside = self._context.session.outside
        if outside.make_demo is None:
            return
        job = self._context.runners.pixels.submit("Drawing the demo", outside.make_demo)
        self._fails(job, "Drawing the demo")
        self._follow(job, "Drawing the demo scene")
        job.succeeded.connect(self._demo_made)

    # what came of it

    def _stepped(self, word: str, icon: str, step: Step) -> None:
        self._notices.say(f"{word}: {step.label}", icon)
        if step.boundary is not None:
            self._navigation.show_boundary(step.boundary)
        elif step.segment is not None:
            self._navigation.show_segment(step.segment)

    def _regenerating(self, sequence_index: int, jobs: list[JobRecord]) -> None:
        from restitch_app.services.advice import regeneration_notice

        told = regeneration_notice(sequence_index, self._state.segment_count)
        takes = f" {len(jobs)} takes." if len(jobs) > 1 else ""
        self._notices.say(told + takes, "refresh-cw")
        self._navigation.show_segment(sequence_index)

    def _used(self, use: Use) -> None:
        index, number = use.version.sequence_index, use.version.number
        stale = use.stale.flagged
        told = f"v{number} of segment {index + 1} is current."
        told += f" {counted(len(stale), 'segment')} stale." if stale else " Nothing is stale."
        self._notices.say(told, "undo-2" if number < use.replaced.number else "check")

    def _approved(self, sequence_index: int, change: StaleChange) -> None:
        told = f"Segment {sequence_index + 1} is approved."
        cleared = tuple(index for index in change.changed if index not in change.flagged)
        if cleared:
            verb = "is" if len(cleared) == 1 else "are"
            told += f" {segment_list(cleared)} {verb} not stale any more."
        self._notices.say(told, "check")

    def _accepted(self, boundary: Boundary) -> None:
        value = f"SSIM {ssim_text(boundary.ssim)}"
        self._notices.say(f"Boundary {boundary.label} is accepted as is, {value}", "check")
        self._go_on_from(boundary)

    def _smoothed(self, predicted: Boundary, boundary: Boundary) -> None:
        value = f"Measured {ssim_text(boundary.ssim)}"
        if boundary.boundary_class is not predicted.boundary_class:
            value += f", predicted {ssim_text(predicted.ssim)}"
        self._notices.say(f"Boundary {boundary.label} is smoothed. {value}", "spline")
        self._go_on_from(boundary)

    def _go_on_from(self, boundary: Boundary) -> None:
        """On to the next visible jump, where one is left."""
        overview = self._state.overview
        others = overview.boundaries if overview else ()
        if any(one.is_open and one.left_index != boundary.left_index for one in others):
            self._navigation.go_to_open(1)

    @Slot(object)
    def _checked(self, result: object) -> None:
        boundaries = cast("list[Boundary]", result)
        visible = sum(one.is_open for one in boundaries)
        found = counted(visible, "visible jump") if visible else "no visible jump"
        self._notices.say(
            f"{counted(len(boundaries), 'boundary', 'boundaries')} checked, {found}", "activity"
        )

    @Slot(object)
    def _export_done(self, result: object) -> None:
        done = cast("Exported", result)
        told = f"{done.path.name}: {counted(done.report.frames, 'frame')} written."
        if done.stale:
            told += f" {segment_list(done.stale)} stale."
        self._notices.say(told, "check")
        self.exported.emit(done.path)

    def _made(self, folder: Path, result: object) -> None:
        imported = cast("Imported", result)
        told = (*(f"{one.path.name}: {one.reason}" for one in imported.refused), *imported.notes)
        if told:
            title = f"{counted(len(imported.versions), 'clip')} imported."
            weight = Weight.WARNING if imported.refused else Weight.INFO
            self._notices.show(Notice("import", weight, title, " ".join(told), "file-warning"))
        self.scene_made.emit(folder)
        self._context.session.open(folder)

    @Slot(object)
    def _demo_made(self, folder: object) -> None:
        assert isinstance(folder, Path)
        self._context.session.open(folder)

    # how it is run

    def _decide(
        self,
        doing: str,
        work: Callable[[Workbench, Scene, JobContext], object],
        done: Callable[..., object] | None = None,
    ) -> None:
        job = self._submit(self._context.runners.decisions, doing, work)
        if job is None:
            return
        if done is not None:
            job.succeeded.connect(done)
        job.succeeded.connect(lambda _result: self.decided.emit())

    def _submit(
        self,
        runner: JobRunner,
        doing: str,
        work: Callable[[Workbench, Scene, JobContext], object],
    ) -> Job | None:
        bench, overview = self._context.session.bench, self._state.overview
        if bench is None or overview is None:
            return None
        if self._state.is_read_only and runner is self._context.runners.decisions:
            holder = self._context.session.holder
            text = f"{holder} has it. Decide there, or close it there first."
            self._notices.show(Notice(doing, Weight.WARNING, "This project is read-only.", text))
            return None
        bound: Work = partial(work, bench, overview.scene)
        job = runner.submit(doing, bound)
        self._fails(job, doing)
        return job

    def _fails(self, job: Job, doing: str) -> None:
        job.failed.connect(lambda error: self._notices.fail(error, doing))
        job.succeeded.connect(lambda _result: self._notices.solve(doing))

    def _follow(self, job: Job, doing: str) -> None:
        """A banner with progress and a way to cancel, for as long as it takes."""
        key = f"progress {doing}"
        ways = (Way("Cancel", job.cancel, "x"),)

        def show(progress: Progress) -> None:
            share = f"{100 * progress.done // progress.total} %" if progress.total else ""
            self._notices.show(
                Notice(key, Weight.INFO, doing, progress.stage, "loader", ways, False, share)
            )

        job.progressed.connect(show)
        job.ended.connect(lambda: self._notices.solve(key))
