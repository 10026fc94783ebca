"""What running jobs show for the moment, on the GUI thread: steps, node, time left, preview."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QImageReader

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.jobs import JobRecord
from restitch_app.domain.progress import JobContext
from restitch_app.ui.state.stopwatch import Stopwatch

if TYPE_CHECKING:  # services load cv2 and av, which the first worker does after the window is shown
    from restitch_app.services.jobs.live import LiveJob, LivePreviews
    from restitch_app.ui.state.session import Session

LARGEST_PX = QSize(1280, 1280)
"""Previews are small; what is larger is scaled down while it is decoded."""


class LiveJobs(QObject):
    """Empty for jobs that another program runs: their rows tell of their steps then.

    Pictures are decoded on the pool, the newest of each job only.
    """

    changed = Signal(int)  # job id: steps, node or place in the queue
    picture_changed = Signal(int)  # job id: there is another preview, or none any more
    _heard = Signal(int)

    def __init__(self, session: Session, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._runner = session, runner
        self._source: LivePreviews | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._pictures: dict[int, QImage] = {}
        self._read: dict[int, int] = {}
        """Number of each job's newest picture that was decoded, or is being so."""
        self._decoding: set[int] = set()
        self._stopwatch = Stopwatch()
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)
        session.opened.connect(self._opened)
        session.closing.connect(self.forget)

    def of(self, job_id: int) -> LiveJob | None:
        """None for a job that does not run here, or of which nothing was heard yet."""
        return self._source.of(job_id) if self._source is not None else None

    def picture(self, job_id: int) -> QImage | None:
        """The latest preview; None before the first one and after the last."""
        return self._pictures.get(job_id)

    def up_to_date(self, job: JobRecord) -> JobRecord:
        """The job with the steps and words of this moment: its row is written less often."""
        live = self.of(job.id)
        if live is None or not job.state.is_open:
            return job
        done, total = (live.done, live.total) if live.total else (job.done, job.total)
        return replace(job, stage=live.node_title or job.stage, done=done, total=total)

    def seconds_left(self, job: JobRecord) -> float | None:
        """Until its last step; None where nothing tells."""
        live = self.of(job.id)
        known = live.seconds_left() if live is not None else None
        if known is not None:
            return known
        return self._stopwatch.seconds_left(job, time.monotonic())

    def follow(self, source: LivePreviews) -> None:
        """Hear of these jobs, and of no others, until `forget`."""
        self.forget()
        self._source = source
        self._unsubscribe = source.subscribe(self._heard.emit)

    @Slot()
    def forget(self) -> None:
        if self._unsubscribe is not None:
            self._unsubscribe()
        self._source = self._unsubscribe = None
        self._pictures.clear()
        self._read.clear()
        self._stopwatch = Stopwatch()

    @Slot()
    def _opened(self) -> None:
        bench = self._session.bench
        if bench is not None:
            self.follow(bench.live)

    @Slot(int)
    def _take(self, job_id: int) -> None:
        if self._source is None:
            return
        live = self._source.of(job_id)
        if live is None or not live.picture:
            self._read.pop(job_id, None)
            if self._pictures.pop(job_id, None) is not None:
                self.picture_changed.emit(job_id)
        else:
            self._decode(live)
        self.changed.emit(job_id)

    def _decode(self, live: LiveJob) -> None:
        """One at a time of each job; the newest one then is next."""
        is_read = self._read.get(live.job_id) == live.picture_number
        if is_read or live.job_id in self._decoding:
            return
        self._decoding.add(live.job_id)
        self._read[live.job_id] = live.picture_number
        assert self._source is not None
        job = self._runner.submit("Reading a preview", partial(_decoded, live.picture))
        job.succeeded.connect(partial(self._show, self._source, live.job_id))
        job.ended.connect(partial(self._look_again, live.job_id))

    def _show(self, source: LivePreviews, job_id: int, image: QImage) -> None:
        """A picture that cannot be read is passed over; the job goes on all the same."""
        still_runs = source is self._source and source.of(job_id) is not None
        if still_runs and not image.isNull():
            self._pictures[job_id] = image
            self.picture_changed.emit(job_id)

    def _look_again(self, job_id: int) -> None:
        self._decoding.discard(job_id)
        live = self.of(job_id)
        if live is not None and live.picture:
            self._decode(live)


def _decoded(data: bytes, _ctx: JobContext) -> QImage:
    """Null where it is no picture."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if size.width() > LARGEST_PX.width() or size.height() > LARGEST_PX.height():
        reader.setScaledSize(size.scaled(LARGEST_PX, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
