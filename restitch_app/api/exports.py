"""Exports that were asked for over HTTP: one after another, in memory, each with its progress."""

from __future__ import annotations

import itertools
import logging
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from restitch_app.domain.errors import JobCancelled, NotFound, ProjectBusy, RestitchError
from restitch_app.domain.progress import JobContext, Progress
from restitch_app.domain.versions import Scene
from restitch_app.services.export_order import CarriedOut, ExportOrder, carry_out
from restitch_app.services.workbench import Workbench

log = logging.getLogger(__name__)

MOST_KEPT = 100
"""Ended ones that can still be asked for."""
MOST_WAITING = 20
TELL_EVERY_S = 0.1
"""Progress comes with every frame: who listens wants to see it move, not each of them."""
BUG = RestitchError("Something is wrong in Restitch", "", "The log says what")


class ExportState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_open(self) -> bool:
        return self in (ExportState.QUEUED, ExportState.RUNNING)


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """As it is at one moment."""

    id: int
    scene: Scene
    order: ExportOrder
    state: ExportState = ExportState.QUEUED
    progress: Progress | None = None
    done: CarriedOut | None = None
    problem: RestitchError | None = None


class Exports:
    """Any thread."""

    def __init__(self, bench: Workbench, tell: Callable[[int], None]) -> None:
        """`tell`: called with the id of each export that has moved on; any thread, must not wait
        nor ask anything here."""
        self._bench = bench
        self._tell = tell
        self._told_at = 0.0
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._records: OrderedDict[int, ExportRecord] = OrderedDict()
        self._waiting: deque[int] = deque()
        self._contexts: dict[int, JobContext] = {}
        self._thread: threading.Thread | None = None
        self._is_ending = False

    def begin(self, scene: Scene, order: ExportOrder) -> ExportRecord:
        """Raises ProjectBusy where too many wait, or the program ends."""
        with self._lock:
            if self._is_ending or len(self._waiting) >= MOST_WAITING:
                raise ProjectBusy(
                    "Too many exports wait", f"{len(self._waiting)} of them", "Ask again later"
                )
            record = ExportRecord(next(self._numbers), scene, order)
            self._records[record.id] = record
            self._contexts[record.id] = JobContext(lambda found: self._note(record.id, found))
            self._waiting.append(record.id)
            self._forget_old()
            self._tell(record.id)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="API exports")
                self._thread.start()
            return record

    def get(self, export_id: int) -> ExportRecord:
        """Raises NotFound."""
        with self._lock:
            found = self._records.get(export_id)
        if found is None:
            raise NotFound(
                f"There is no export with id {export_id}",
                f"The last {MOST_KEPT} since Restitch began to serve are kept",
                "GET /api/exports shows them",
            )
        return found

    def list(self) -> tuple[ExportRecord, ...]:
        """Oldest first."""
        with self._lock:
            return tuple(self._records.values())

    def cancel(self, export_id: int) -> ExportRecord:
        """An ended one stays as it is. Raises NotFound."""
        self.get(export_id)
        with self._lock:
            if export_id in self._waiting:
                self._waiting.remove(export_id)
                self._ended(export_id, state=ExportState.CANCELLED)
            elif export_id in self._contexts:
                self._contexts[export_id].cancel()
        return self.get(export_id)

    def end(self) -> None:
        """Stops what runs. Idempotent; returns when nothing is written any more."""
        with self._lock:
            self._is_ending = True
            for export_id in list(self._waiting):
                self._ended(export_id, state=ExportState.CANCELLED)
            self._waiting.clear()
            for ctx in self._contexts.values():
                ctx.cancel()
            thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._thread = None
                    return
                export_id = self._waiting.popleft()
                ctx = self._contexts[export_id]
                record = replace(self._records[export_id], state=ExportState.RUNNING)
                self._records[export_id] = record
                self._tell(export_id)
            state, done, problem = self._carried_out(record, ctx)
            with self._lock:
                self._ended(export_id, state=state, done=done, problem=problem)

    def _carried_out(
        self, record: ExportRecord, ctx: JobContext
    ) -> tuple[ExportState, CarriedOut | None, RestitchError | None]:
        bench = self._bench
        try:
            done = carry_out(bench.exporting, bench.editorial, record.scene, record.order, ctx)
        except JobCancelled:
            return ExportState.CANCELLED, None, None
        except RestitchError as error:
            return ExportState.FAILED, None, error
        except Exception:
            log.exception("an export failed")
            return ExportState.FAILED, None, BUG
        return ExportState.DONE, done, None

    def _ended(
        self,
        export_id: int,
        *,
        state: ExportState,
        done: CarriedOut | None = None,
        problem: RestitchError | None = None,
    ) -> None:
        record = self._records[export_id]
        self._records[export_id] = replace(record, state=state, done=done, problem=problem)
        del self._contexts[export_id]
        self._tell(export_id)

    def _note(self, export_id: int, progress: Progress) -> None:
        with self._lock:
            before = self._records[export_id]
            self._records[export_id] = replace(before, progress=progress)
            is_new = before.progress is None or before.progress.stage != progress.stage
            now = time.monotonic()
            if is_new or now - self._told_at >= TELL_EVERY_S:
                self._told_at = now
                self._tell(export_id)

    def _forget_old(self) -> None:
        ended = [key for key, one in self._records.items() if not one.state.is_open]
        for key in ended[: max(0, len(self._records) - MOST_KEPT)]:
            del self._records[key]
