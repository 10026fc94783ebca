"""The open project: opened, watched and closed on the desk's thread, never on the GUI's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from restitch_app.bridge.change_relay import ChangeRelay
from restitch_app.bridge.pools import Runners
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import ProjectBusy
from restitch_app.domain.progress import JobContext
from restitch_app.ui.outside import Outside
from restitch_app.ui.state.review_state import ReviewState

if TYPE_CHECKING:
    from restitch_app.services.project.watching import Sight, Watching
    from restitch_app.services.workbench import Workbench

LOOK_EVERY_MS = 500
TRY_ENGINE_EVERY_MS = 3_000
WINDOW = "the Restitch window"
"""How this program names itself to others; a holder of that name makes us read-only."""


@dataclass(frozen=True)
class _Opened:
    bench: Workbench
    watching: Watching
    sight: Sight
    changes: Changes
    holder: str
    """Who runs the project's jobs; empty when that is us."""
    is_read_only: bool


class Session(QObject):
    opening = Signal(object)  # Path
    opened = Signal()  # the state shows the project
    failed = Signal(object, object)  # Path, the exception: nothing is open
    holder_changed = Signal()
    closing = Signal()  # drop everything that belongs to the project, now
    closed = Signal()

    def __init__(
        self, state: ReviewState, runners: Runners, outside: Outside, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._runners = runners
        self._outside = outside
        self._open: _Opened | None = None
        self._relay: ChangeRelay | None = None
        self._next: Path | None = None
        self._is_closing = self._is_looking = self._is_unwanted = False
        self._is_opening = self._has_look_failed = False
        self._published: Changes | None = None
        self._look_timer = _timer(self, LOOK_EVERY_MS, self._look)
        self._engine_timer = _timer(self, TRY_ENGINE_EVERY_MS, self._try_engine)

    @property
    def outside(self) -> Outside:
        return self._outside

    @property
    def bench(self) -> Workbench | None:
        """The open project's services; None without a project and while it closes."""
        return self._open.bench if self._open and not self._is_closing else None

    @property
    def folder(self) -> Path | None:
        return self._open.bench.project.folder if self._open else None

    @property
    def holder(self) -> str:
        """Who else runs the project's jobs; empty when this window does, or nothing is open."""
        return self._open.holder if self._open else ""

    @property
    def is_busy(self) -> bool:
        """Opening or closing right now."""
        return self._is_opening or self._is_closing

    def open(self, path: Path) -> None:
        """Open this project in place of what is open. Ends with `opened` or `failed`."""
        if self._open is not None or self.is_busy:
            self._next = path
            self._end()
            return
        self._is_opening = True
        self.opening.emit(path)
        job = self._runners.desk.submit(f"Opening {path}", partial(_opened, self._outside, path))
        job.succeeded.connect(self._take)
        job.failed.connect(partial(self._not_opened, path))

    def close(self) -> None:
        """Stop the engine and close the project; running jobs go on at their servers.

        What is just being opened is closed as soon as it is open. Ends with `closed`.
        """
        self._next = None
        self._end()

    def _end(self) -> None:
        self._is_unwanted = self._is_opening
        if self._open is None or self.is_busy:
            return
        self._is_closing = True
        self._look_timer.stop()
        self._engine_timer.stop()
        if self._relay is not None:
            self._relay.stop()
            self._relay.deleteLater()
            self._relay = None
        self.closing.emit()
        self._runners.pixels.cancel_all()  # a decision is short and is let finish
        self._runners.network.cancel_all()  # and not waited for: a server may be silent
        work = partial(_closed, self._open.bench, self._runners)
        self._runners.desk.submit("Closing the project", work).ended.connect(self._let_go)

    @Slot(int)
    def choose_scene(self, scene_id: int) -> None:
        """Show another scene of the open project."""
        if self._open is not None and not self._is_closing:
            self._open.watching.choose(scene_id)
            self.publish(Changes(scene=True))

    @Slot(object)
    def publish(self, changes: Changes) -> None:
        """Something changed: read the project again soon, together with whatever else comes."""
        self._published = (self._published or Changes()) | changes
        self._look()

    @Slot(object)
    def _take(self, opened: object) -> None:
        assert isinstance(opened, _Opened)
        self._is_opening = False
        self._open = opened
        self._relay = ChangeRelay(opened.bench.project.feed, self)
        self._relay.changed.connect(self.publish)
        self._show(opened.sight, opened.changes)
        self._look_timer.start()
        if opened.holder:
            self._engine_timer.start()
        self.opened.emit()
        self.holder_changed.emit()
        if self._is_unwanted:
            self._end()

    def _not_opened(self, path: Path, error: Exception) -> None:
        self._is_opening = False
        self.failed.emit(path, error)
        if self._is_unwanted and self._next is None:
            self.closed.emit()
        self._is_unwanted = False
        self._go_on()

    @Slot()
    def _let_go(self) -> None:
        self._open, self._published = None, None
        self._is_closing = False
        self._state.set_scene(None, {}, None, Changes(scene=True))
        self._state.set_jobs(())
        self._state.set_runs(())
        self.closed.emit()
        self._go_on()

    def _go_on(self) -> None:
        path, self._next = self._next, None
        if path is not None:
            self.open(path)

    def _show(self, sight: Sight, changes: Changes) -> None:
        is_read_only = self._open is not None and self._open.is_read_only
        if changes.segments or changes.boundaries or changes.scene:
            self._state.set_scene(
                sight.overview,
                sight.ranges,
                sight.settings,
                changes,
                is_read_only=is_read_only,
                scenes=sight.scenes,
            )
        self._state.set_jobs(sight.jobs)
        self._state.set_runs(sight.runs)

    @Slot()
    def _look(self) -> None:
        """At most one look is under way; what is published meanwhile is part of the next."""
        if self._open is None or self._is_closing or self._is_looking:
            return
        self._is_looking, self._has_look_failed = True, False
        published, self._published = self._published, None
        look = partial(_looked, self._open.watching, published)
        job = self._runners.desk.submit("Reading the project", look)
        job.succeeded.connect(self._looked)
        job.failed.connect(partial(self._look_failed, published))
        job.ended.connect(self._look_ended)

    @Slot(object)
    def _looked(self, found: object) -> None:
        if found is not None and self._open is not None and not self._is_closing:
            self._show(*cast("tuple[Sight, Changes]", found))

    def _look_failed(self, published: Changes | None, _error: Exception) -> None:
        """Nothing that was published is lost: the next look, by the timer, tells it."""
        self._has_look_failed = True
        if published is not None:
            self._published = (self._published or Changes()) | published

    @Slot()
    def _look_ended(self) -> None:
        self._is_looking = False
        if self._published is not None and not self._has_look_failed:
            self._look()

    @Slot()
    def _try_engine(self) -> None:
        """A command line that ran the jobs may have ended: then they are ours to run."""
        if self._open is None or self._is_closing or self._open.is_read_only:
            return
        job = self._runners.desk.submit("Taking over jobs", partial(_engine, self._open.bench))
        job.succeeded.connect(self._engine_answered)

    @Slot(object)
    def _engine_answered(self, holder: object) -> None:
        if self._open is None or self._is_closing or holder == self._open.holder:
            return
        opened = self._open
        self._open = _Opened(
            opened.bench,
            opened.watching,
            opened.sight,
            opened.changes,
            str(holder),
            opened.is_read_only,
        )
        if not holder:
            self._engine_timer.stop()
        self.holder_changed.emit()


def _timer(parent: QObject, every_ms: int, slot: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(every_ms)
    timer.timeout.connect(slot)
    return timer


def _opened(outside: Outside, path: Path, _ctx: JobContext) -> _Opened:
    from restitch_app.services.project.project import open_project
    from restitch_app.services.project.watching import Watching

    bench = outside.bench_on(open_project(path))
    try:
        holder = _engine(bench, _ctx)
        is_read_only = holder.startswith(WINDOW)
        if is_read_only:
            bench.project.close()
            bench = outside.bench_on(open_project(path, read_only=True))
        watching = Watching(bench.project, bench.overview)
        first = watching.look(Changes(scene=True, jobs=True))
        assert first is not None
    except BaseException:
        bench.engine.stop()
        bench.project.close()
        raise
    return _Opened(bench, watching, *first, holder, is_read_only)


def _engine(bench: Workbench, _ctx: JobContext) -> str:
    """Start running the project's jobs; or who does it already."""
    try:
        bench.engine.start()
    except ProjectBusy:
        return bench.engine.lock.holder()
    return ""


def _looked(
    watching: Watching, published: Changes | None, _ctx: JobContext
) -> tuple[Sight, Changes] | None:
    return watching.look(published)


def _closed(bench: Workbench, runners: Runners, _ctx: JobContext) -> None:
    bench.engine.stop()
    runners.decisions.wait()
    runners.requests.wait()
    runners.pixels.wait()
    runners.idle.wait()
    bench.project.close()
