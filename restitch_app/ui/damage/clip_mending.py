"""Puts a version's clip back, and counts how much of a damaged one can be played."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.domain.progress import JobContext, Progress
from restitch_app.domain.versions import Scene, Version
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.background.running import Running
from restitch_app.ui.context import PanelContext
from restitch_app.ui.damage.clip_looks import Read, look_at
from restitch_app.ui.project.file_choice import FileChoice

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench


class ClipMending(QObject):
    """Every way ends in a new look at the files, whose owner hears of it by `mended` or `read`."""

    mended = Signal()
    read = Signal(object)  # Read
    counting = Signal(object)  # (version id, frames so far, frames expected), or None: none now

    def __init__(
        self, context: PanelContext, choice: Callable[[], FileChoice], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._choice = context, choice
        self._run = Running(context)
        self._counted: Version | None = None
        self._count = Latest(context.runners.pixels, self)
        self._count.progressed.connect(self._tell_progress)
        self._count.arrived.connect(self._end_count)
        self._count.failed.connect(self._fail_count)
        context.session.closing.connect(self.stop_counting)

    @Slot(object)
    def locate(self, version: Version) -> None:
        """Ask for the version's file and put it back."""
        found = self._choice().lost_clip(Path(version.file).name)
        if found is None:
            return

        def work(bench: Workbench, _scene: Scene, ctx: JobContext) -> None:
            from restitch_app.services.review.putting_back import put_back

            put_back(bench.project, version, found, ctx)

        self._run.decide("Putting the clip back", work, lambda _done: self.mended.emit())

    @Slot(object)
    def copy_again(self, version: Version) -> None:
        """Fetch the version's file from the server that made it; can be cancelled."""

        def work(bench: Workbench, _scene: Scene, ctx: JobContext) -> None:
            from restitch_app.services.review.mending import copy_again

            copy_again(bench.project, bench.servers.client, version, ctx)

        doing = "Copying the clip again"
        if self._context.state.is_read_only:
            self._run.decide(doing, work)  # tells why not
            return
        job = self._run.submit(self._context.runners.network, doing, work)
        if job is not None:
            self._run.follow(job, doing)
            job.succeeded.connect(lambda _done: self.mended.emit())

    @Slot(object)
    def count_frames(self, version: Version) -> None:
        """How many frames of its file can be decoded, whatever was known of it before."""
        folder = self._context.session.folder
        if folder is not None:
            self._counted = version
            self.counting.emit((version.id, 0, version.facts.frame_count))
            self._count.ask("Counting readable frames", partial(_counted, folder, version))

    @Slot()
    def stop_counting(self) -> None:
        self._count.drop()
        self._counted = None
        self.counting.emit(None)

    @Slot(object)
    def _tell_progress(self, progress: object) -> None:
        told = cast("Progress", progress)
        if self._counted is not None:
            self.counting.emit((self._counted.id, told.done, told.total))

    @Slot(object)
    def _end_count(self, result: object) -> None:
        self.stop_counting()
        self.read.emit(cast("Read", result))
        self.mended.emit()  # it may have changed since it was last looked at

    @Slot(object)
    def _fail_count(self, error: Exception) -> None:
        self.stop_counting()
        self._context.notices.fail(error, "Counting readable frames")


def _counted(folder: Path, version: Version, ctx: JobContext) -> Read:
    return look_at(folder, version).read(folder, ctx, lambda _ctx: None)
