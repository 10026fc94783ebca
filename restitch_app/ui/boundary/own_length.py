"""Remedies whose length a reviewer chose, each tried in the background."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.domain.errors import RestitchError
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.context import PanelContext

if TYPE_CHECKING:
    from restitch_app.services.remedies.forecast import Forecast
    from restitch_app.services.workbench import Workbench

NOT_TRIED = "This length could not be tried. The log has the details."


class OwnLength(QObject):
    """What was tried stays until the boundary is left; one length is tried at a time."""

    arrived = Signal()
    failed = Signal()

    def __init__(self, context: PanelContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._latest = Latest(context.runners.pixels, self)
        self._latest.arrived.connect(self._take)
        self._latest.failed.connect(self._fail)
        self._tried: dict[str, Forecast] = {}
        self.frames: int | None = None
        """Frames a side that are being tried."""
        self.problem = ""

    def of(self, usual: Forecast) -> Forecast:
        """The same remedy as it was tried by hand, if it was."""
        return self._tried.get(usual.candidate.name, usual)

    def start(self, left_index: int, name: str, frames: int) -> None:
        bench, overview = self._context.session.bench, self._context.state.overview
        if bench is None or overview is None:
            return
        self.stop()
        self.frames = frames
        work = partial(_of_length, bench, overview.scene, left_index, name, frames)
        self._latest.ask("Trying a length", work, priority=2)

    def stop(self) -> None:
        self._latest.drop()
        self.frames, self.problem = None, ""

    def reset(self, name: str) -> None:
        """Let the remedy choose its length again."""
        self.stop()
        self._tried.pop(name, None)

    def forget(self) -> None:
        self.stop()
        self._tried = {}

    @Slot(object)
    def _take(self, fix: Forecast) -> None:
        self.frames = None
        self._tried[fix.candidate.name] = fix
        self.arrived.emit()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.frames = None
        self.problem = error.title if isinstance(error, RestitchError) else NOT_TRIED
        self.failed.emit()


def _of_length(
    bench: Workbench, scene: Scene, left_index: int, name: str, frames: int, ctx: JobContext
) -> Forecast:
    """On the pool."""
    from restitch_app.services.remedies.forecast import forecast

    return forecast(bench.remedies.by_hand(scene, left_index, name, frames, ctx))
