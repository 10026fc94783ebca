"""The bridge of the selected boundary: whether one can be made, the job, and what came of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.domain.jobs import BridgeRequest, JobRecord, JobState
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.context import PanelContext

if TYPE_CHECKING:
    from restitch_app.services.bridging.offers import BridgeOffer
    from restitch_app.services.remedies.forecast import Forecast
    from restitch_app.services.workbench import Workbench

TITLE = "Bridge (new frames from ComfyUI)"
PRIORITY = 2


class Bridge(QObject):
    """Asked of servers and worked out in the background; everything here returns at once."""

    changed = Signal()
    moved = Signal()  # the job is a step further
    asked = Signal(object)  # BridgeRequest: have frames made
    cancel_asked = Signal(int)  # job id

    def __init__(self, context: PanelContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._state = context, context.state
        self.left_index: int | None = None
        self.offer: BridgeOffer | None = None
        """None until the servers were asked."""
        self.job: JobRecord | None = None
        """The newest for the frames that meet there now."""
        self.forecast: Forecast | None = None
        """What its frames come to; None until they are there and measured."""
        self.problem = ""
        self.window: int | None = None
        """Frames a side that the reviewer wants; None: the usual number."""
        self._is_asked = False
        self._found = Latest(context.runners.pixels, self)
        self._found.arrived.connect(self._take_found)
        self._found.failed.connect(self._fail)
        self._offered = Latest(context.runners.network, self)
        self._offered.arrived.connect(self._take_offer)
        self._offered.failed.connect(self._fail)
        self._state.jobs_changed.connect(self._follow)
        context.live.changed.connect(self._moved)
        context.servers.changed.connect(self._servers_changed)
        self._answering: frozenset[str] = frozenset()

    @property
    def is_measuring(self) -> bool:
        """Its frames are here, and what they come to is not known yet."""
        is_done = self.job is not None and self.job.state is JobState.DONE
        return is_done and self.forecast is None and self._found.is_waiting

    @property
    def is_open(self) -> bool:
        """It is asked for, or being made."""
        return self._is_asked or (self.job is not None and self.job.state.is_open)

    def forget(self) -> None:
        self._found.drop()
        self._offered.drop()
        self.left_index = self.offer = self.job = self.forecast = None
        self.problem, self._is_asked, self.window = "", False, None

    def set_window(self, frames: int | None) -> None:
        """Frames a side of what is made next; None: the usual number."""
        if frames != self.window:
            self.window, self.offer = frames, None
            self._ask_offer()
            self.changed.emit()

    def look(self, left_index: int) -> None:
        """At the boundary as it is now; what is known of it stays until there is an answer."""
        bench, overview = self._context.session.bench, self._state.overview
        if bench is None or overview is None:
            return
        self.left_index = left_index
        work = partial(_found, bench, overview.scene, left_index)
        self._found.ask("Looking for a bridge", work, priority=PRIORITY)
        self._ask_offer()

    @Slot()
    def ask(self) -> None:
        """Have the frames made."""
        if self.left_index is not None and not self.is_open:
            self._is_asked, self.problem = True, ""
            again = self.forecast is not None  # others than those that are there
            self.asked.emit(BridgeRequest(self.left_index, self.window, again=again))
            self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        if self.job is not None and self.job.state.is_open:
            self.cancel_asked.emit(self.job.id)

    def answered(self, left_index: int, job: JobRecord | None) -> None:
        """What became of `ask`; None: it could not be asked for, which was told."""
        if left_index == self.left_index:
            self._is_asked = False
            self.job = job or self.job
            self.changed.emit()
            if job is not None and not job.state.is_open:  # they were there already
                self.look(left_index)

    def _ask_offer(self) -> None:
        bench, overview = self._context.session.bench, self._state.overview
        if bench is None or overview is None or self.left_index is None:
            return
        request = BridgeRequest(self.left_index, self.window)
        work = partial(_offered, bench, overview.scene, request)
        self._offered.ask("Asking for a bridge", work, priority=PRIORITY)

    @Slot(object)
    def _take_found(self, found: tuple[JobRecord | None, Forecast | None]) -> None:
        self.job, self.forecast = found
        self.changed.emit()

    @Slot(object)
    def _take_offer(self, offer: BridgeOffer) -> None:
        self.offer = offer
        self.changed.emit()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.problem = str(error)
        self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        """The job moves on in its row; once it is done its frames are measured."""
        left, job = self.left_index, self.job
        if left is None or job is None:
            return
        now = next((one for one in self._state.jobs if one.id == job.id), None)
        if now is None or now == job:
            return
        self.job = now
        if now.state is JobState.DONE and job.state is not JobState.DONE:
            self.look(left)
        self.changed.emit()

    @Slot(int)
    def _moved(self, job_id: int) -> None:
        if self.job is not None and self.job.id == job_id:
            self.moved.emit()

    @Slot()
    def _servers_changed(self) -> None:
        states = self._context.servers.states
        answering = frozenset(one.server.url for one in states if one.is_answering)
        if answering != self._answering:
            self._answering = answering
            self._ask_offer()


def _found(
    bench: Workbench, scene: Scene, left_index: int, ctx: JobContext
) -> tuple[JobRecord | None, Forecast | None]:
    from restitch_app.services.remedies.forecast import forecast

    boundary = bench.boundaries.at(scene, left_index, ctx)
    if boundary.is_cut:
        return None, None
    found = bench.bridging.found(scene, left_index, ctx)
    if found.made is None:
        return found.newest, None
    return found.newest, forecast(bench.bridging.candidate(scene, found.made, ctx))


def _offered(
    bench: Workbench, scene: Scene, request: BridgeRequest, ctx: JobContext
) -> BridgeOffer:
    return bench.bridge_offers.offer(scene, request, ctx)
