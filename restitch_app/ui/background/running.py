"""How wishes become work in the background, and where what went wrong is told."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from restitch_app.bridge.job_runner import Job, JobRunner, Work
from restitch_app.domain.progress import JobContext, Progress
from restitch_app.domain.versions import Scene
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr
from restitch_app.ui.notices.notices import Notice, Way, Weight

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench

SceneWork = Callable[["Workbench", Scene, JobContext], object]


class Running:
    """`doing` names the work in a banner: "Exporting the scene"."""

    def __init__(self, context: PanelContext) -> None:
        self._context = context

    def decide(
        self, doing: str, work: SceneWork, done: Callable[..., object] | None = None
    ) -> None:
        """Change the project, after everything that was asked for before.

        `done` gets the result. In a project that another window holds the reason is shown instead.
        """
        self._change(self._context.runners.decisions, doing, work, done)

    def request(
        self, doing: str, work: SceneWork, done: Callable[..., object] | None = None
    ) -> None:
        """The same for what asks servers first, which keeps no decision waiting."""
        self._change(self._context.runners.requests, doing, work, done)

    def _change(
        self,
        runner: JobRunner,
        doing: str,
        work: SceneWork,
        done: Callable[..., object] | None,
    ) -> None:
        if self._context.state.is_read_only:
            holder = self._context.session.holder
            text = f"{holder} has it. Decide there, or close it there first."
            title = "This project is read-only."
            self._context.notices.show(Notice(doing, Weight.WARNING, tr(title), tr(text), "lock"))
            return
        job = self.submit(runner, doing, work)
        if job is not None and done is not None:
            job.succeeded.connect(done)

    def submit(self, runner: JobRunner, doing: str, work: SceneWork) -> Job | None:
        """None without an open project."""
        bench, overview = self._context.session.bench, self._context.state.overview
        if bench is None or overview is None:
            return None
        bound: Work = partial(work, bench, overview.scene)
        job = runner.submit(doing, bound)
        self.tell_failure(job, doing)
        return job

    def tell_failure(
        self, job: Job, doing: str, ways: tuple[Way, ...] = (), *, of_project: bool = True
    ) -> None:
        """As a banner, which leaves when the same is done with success.

        `of_project`: of what is open now, and of no interest once that is closed.
        """
        context, bench = self._context, self._context.session.bench

        def tell(error: Exception) -> None:
            if not of_project or context.session.bench is bench:
                context.notices.fail(error, doing, ways, of_project=of_project)

        job.failed.connect(tell)
        job.succeeded.connect(lambda _result: context.notices.solve(doing))

    def follow(self, job: Job, doing: str, *, of_project: bool = True) -> None:
        """A banner with progress and a way to cancel, for as long as it takes."""
        key = f"progress {doing}"
        ways = (Way(tr("Cancel"), job.cancel, "x"),)
        notices = self._context.notices

        def show(progress: Progress) -> None:
            share = f"{100 * progress.done // progress.total} %" if progress.total else ""
            stage = "" if progress.stage == doing else progress.stage
            notices.show(
                Notice(
                    key,
                    Weight.INFO,
                    tr(doing),
                    tr(stage),
                    "loader",
                    ways,
                    can_dismiss=False,
                    countdown=share,
                    of_project=of_project,
                )
            )

        job.progressed.connect(show)
        job.ended.connect(lambda: notices.solve(key))
