"""Every remedy is tried in the background, and what is known is shown as it comes."""

from __future__ import annotations

from collections import deque
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.domain.boundaries import Boundary
from restitch_app.domain.errors import RestitchError
from restitch_app.domain.progress import JobContext, Progress
from restitch_app.domain.versions import Scene
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.context import PanelContext

if TYPE_CHECKING:
    from restitch_app.services.remedies.forecast import Forecast
    from restitch_app.services.remedies.values import Comparison
    from restitch_app.services.workbench import Workbench

NOT_TRIED = "The fixes could not be tried. The log has the details."


class Trying(StrEnum):
    NOT_ASKED = "not_asked"
    """Nothing is wrong there: remedies are tried when somebody wants to see them."""
    WORKING = "working"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


class Comparing(QObject):
    """The remedies of one boundary; `found` grows while they are tried, in the order of trying."""

    changed = Signal()

    def __init__(self, context: PanelContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._latest = Latest(context.runners.pixels, self)
        self._latest.arrived.connect(self._take)
        self._latest.failed.connect(self._fail)
        self._latest.progressed.connect(self._go_on)
        self._arriving: deque[Forecast] = deque()
        self.forget()

    def forget(self) -> None:
        self._latest.drop()
        self._arriving = deque()  # a trial that is let go may still fill the old one
        self.state = Trying.NOT_ASKED
        self.found: tuple[Forecast, ...] = ()
        self.comparison: Comparison | None = None
        self.done, self.total = 0, 0
        self.problem = ""
        self._pair: tuple[int, int] | None = None
        """Versions that what was found is about."""

    def start(self, boundary: Boundary, *, is_wanted: bool) -> None:
        """Where it is not wanted, only what was tried before is looked up."""
        bench, overview = self._context.session.bench, self._context.state.overview
        if bench is None or overview is None:
            return
        pair = (boundary.join.left_id, boundary.join.right_id)
        if pair != self._pair:
            self._pair, self.found, self.comparison = pair, (), None
        arriving: deque[Forecast] = deque()
        self._arriving = arriving
        if is_wanted:
            self.state, self.problem = Trying.WORKING, ""
            self.done, self.total = 0, 0
        left_index = boundary.left_index
        work = partial(_compared, bench, overview.scene, left_index, arriving, is_wanted)
        self._latest.ask("Trying the fixes", work, priority=1)
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        if self.state is Trying.WORKING:
            self._latest.drop()
            self.state = Trying.STOPPED
            self.changed.emit()

    @Slot(object)
    def _go_on(self, progress: Progress) -> None:
        self.done, self.total = progress.done, progress.total
        arrived = [self._arriving.popleft() for _ in range(len(self._arriving))]
        known = {one.candidate.name: one for one in (*self.found, *arrived)}
        self.found = tuple(known.values())
        self.changed.emit()

    @Slot(object)
    def _take(self, result: tuple[Comparison, tuple[Forecast, ...]] | None) -> None:
        """None: nobody wants to know, and not all was tried before of what stands there now."""
        if result is None:
            self.comparison, self.found, self.state = None, (), Trying.NOT_ASKED
        else:
            self.comparison, self.found = result
            self.state = Trying.DONE
        self.changed.emit()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.problem = error.title if isinstance(error, RestitchError) else NOT_TRIED
        self.state = Trying.FAILED
        self.changed.emit()


def _compared(
    bench: Workbench,
    scene: Scene,
    left_index: int,
    arriving: deque[Forecast],
    is_wanted: bool,
    ctx: JobContext,
) -> tuple[Comparison, tuple[Forecast, ...]] | None:
    """On the pool: words are made there too, so that the window only shows them."""
    from restitch_app.services.remedies.forecast import forecast

    found = bench.remedies.known(scene, left_index, ctx)
    if found is None and is_wanted:
        found = bench.remedies.compare(
            scene, left_index, ctx, lambda one: arriving.append(forecast(one))
        )
    if found is None:
        return None
    return found, tuple(forecast(one) for one in found.candidates)
