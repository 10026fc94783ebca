"""Measures the scene's continuity and drift in the background, and shows what is there by now."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from restitch_app.bridge.job_runner import Job
from restitch_app.domain.changes import Changes
from restitch_app.domain.drift import SceneDrift
from restitch_app.domain.progress import JobContext
from restitch_app.domain.spans import scene_frame_count
from restitch_app.domain.versions import Scene
from restitch_app.ui.background.turns import Turns
from restitch_app.ui.context import PanelContext
from restitch_app.ui.pieces.timers import single_shot

if TYPE_CHECKING:  # loads cv2 and av, which the first worker does after the window is shown
    from restitch_app.services.continuity.scene import Batch
    from restitch_app.services.continuity.scene_curve import CurveSummary, SceneCurve
    from restitch_app.services.workbench import Workbench

BEGIN_AFTER_MS = 400
"""Several changes in a row are one."""
SUM_UP_EVERY_S = 1.0


@dataclass(frozen=True)
class _News:
    """From the pool's thread: what is not None, or not empty, is new."""

    curve: SceneCurve | None = None
    batch: Batch = ()
    summary: CurveSummary | None = None
    drift: SceneDrift | None = None


Tell = Callable[[_News], object]


class ContinuityWatch(QObject):
    """One pass at a time, on the thread for what can wait. A changed scene begins a new pass, which
    is told at once what was known before.
    """

    changed = Signal()
    _arrived = Signal(int, object)  # pass, _News

    def __init__(self, context: PanelContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._state = context, context.state
        self._curve: SceneCurve | None = None
        self._drift: SceneDrift | None = None
        self._pass = 0
        self._job: Job | None = None
        self._turns = Turns(context, self)
        self._soon = single_shot(self, BEGIN_AFTER_MS, self._begin)
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._state.scene_changed.connect(self._follow)
        context.session.closing.connect(self._let_go)

    @property
    def curve(self) -> SceneCurve | None:
        """Of the scene that is shown, or of what it was a moment ago. None without a project."""
        return self._curve

    @property
    def drift(self) -> SceneDrift | None:
        return self._drift

    @property
    def is_measuring(self) -> bool:
        return self._job is not None or self._soon.isActive()

    @Slot(object)
    def _follow(self, changes: Changes) -> None:
        is_other = changes.scene or changes.segments or changes.boundaries
        if is_other and self._state.overview is not None:
            self._soon.start()

    @Slot()
    def _let_go(self) -> None:
        self._soon.stop()
        self._stop()
        self._curve = self._drift = None
        self.changed.emit()

    def _stop(self) -> None:
        self._pass += 1  # what is still on its way belongs to an earlier one
        if self._job is not None:
            self._job.cancel()
            self._job = None

    @Slot()
    def _begin(self) -> None:
        self._stop()
        bench, overview = self._context.session.bench, self._state.overview
        if bench is None or overview is None:
            return
        tell = partial(self._arrived.emit, self._pass)
        work = partial(_measure, bench, overview.scene, tell, self._turns.wait)
        job = self._context.runners.idle.submit("Comparing frames", work)
        job.failed.connect(lambda error: self._context.notices.fail(error, "Comparing frames"))
        job.ended.connect(partial(self._end, job))
        self._job = job

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None

    @Slot(int, object)
    def _take(self, number: int, news: _News) -> None:
        if number != self._pass:
            return
        if news.curve is not None:
            self._curve = news.curve
        if self._curve is not None:
            self._curve.fill(news.batch)
            if news.summary is not None:
                self._curve.take_summary(news.summary)
        if news.drift is not None:
            self._drift = news.drift
        self.changed.emit()


def _measure(
    bench: Workbench,
    scene: Scene,
    tell: Tell,
    wait_for_turn: Callable[[JobContext], object],
    ctx: JobContext,
) -> None:
    from restitch_app.services.continuity.scene_curve import SceneCurve

    spans = bench.project.spans(scene)
    frames = scene_frame_count(spans)
    own, shown = SceneCurve(frames), SceneCurve(frames)  # each belongs to its thread
    begun: SceneCurve | None = shown  # told with what was known before, or the lane would blink
    summed_up_at = float("-inf")
    for batch in bench.continuity.batches(scene, spans, ctx, partial(wait_for_turn, ctx)):
        own.fill(batch)
        if time.monotonic() - summed_up_at > SUM_UP_EVERY_S:
            tell(_News(begun, batch, own.summarised(), bench.drift.of(scene, own)))
            summed_up_at = time.monotonic()
        else:
            tell(_News(begun, batch))
        begun = None
    tell(_News(summary=own.summarised(), drift=bench.drift.of(scene, own)))
