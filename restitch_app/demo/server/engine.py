"""The queue, the history and the one worker thread, as ComfyUI's prompt worker has them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from restitch_app.demo.server.faults import FaultBox
from restitch_app.demo.server.folders import Folders
from restitch_app.demo.server.graph import Json, Result
from restitch_app.demo.server.hub import Hub
from restitch_app.demo.server.job import Ended, Job
from restitch_app.demo.server.run import JobForgotten, PromptRun, Workshop

JobState = str
"""pending, in_progress, completed, failed or cancelled, as /api/jobs names them."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    job: Job
    ended: Ended

    def as_json(self) -> Json:
        return {
            "prompt": self.job.as_item(),
            "outputs": self.ended.outputs,
            "status": {
                "status_str": self.ended.status,
                "completed": self.ended.status == "success",
                "messages": self.ended.messages,
            },
            "meta": self.ended.meta,
        }

    @property
    def state(self) -> JobState:
        if self.ended.status == "success":
            return "completed"
        last = self.ended.messages[-1]
        assert isinstance(last, list)
        return "cancelled" if last[0] == "execution_interrupted" else "failed"


class Engine:
    """Everything public may be called from any thread."""

    def __init__(
        self,
        folders: Folders,
        hub: Hub,
        faults: FaultBox,
        step_delay_s: float,
        crash: Callable[[float], None],
    ) -> None:
        self._hub = hub
        self._faults = faults
        self._changed = threading.Condition()
        self._stop_running = threading.Event()
        self._lost_running = threading.Event()
        self._shop = Workshop(
            folders,
            hub,
            faults,
            step_delay_s,
            stop=self._stop_running,
            lost=self._lost_running,
            forget=self.forget,
            crash=crash,
        )
        self._pending: list[Job] = []
        self._running: Job | None = None
        self._run: PromptRun | None = None
        self._history: dict[str, HistoryEntry] = {}
        self._cache: dict[str, Result] = {}
        self._late: list[threading.Timer] = []
        self._closing = False
        self._number = 0
        self.received = 0
        """Prompts accepted since the process began, lost ones included."""
        self.executed = 0
        self._worker = threading.Thread(target=self._work, name="demo-server-worker")

    def start(self) -> None:
        self._worker.start()

    def close(self) -> None:
        """Stop the running prompt and end the worker thread."""
        with self._changed:
            self._closing = True
            self._pending.clear()
            self._stop_running.set()
            late = list(self._late)
            self._changed.notify_all()
        for timer in late:
            timer.cancel()
            timer.join()
        self._worker.join()

    # Queue

    def next_number(self) -> int:
        with self._changed:
            self._number += 1
            return self._number - 1

    def put(self, job: Job) -> None:
        with self._changed:
            self.received += 1
            self._pending.append(job)
            self._changed.notify_all()
        self._post_status()

    def remaining(self) -> int:
        with self._changed:
            return len(self._pending) + (self._running is not None)

    def queue(self) -> tuple[list[Job], list[Job]]:
        """Running and pending jobs, each in the order they run."""
        with self._changed:
            running = [self._running] if self._running is not None else []
            return running, sorted(self._pending, key=lambda job: job.number)

    def delete_pending(self, prompt_ids: list[str] | None) -> bool:
        """None deletes all. Whether anything was deleted."""
        with self._changed:
            before = len(self._pending)
            self._pending = [
                job
                for job in self._pending
                if prompt_ids is not None and job.prompt_id not in prompt_ids
            ]
            gone = before != len(self._pending)
        if gone or prompt_ids is None:
            self._post_status()
        return gone

    def interrupt(self, prompt_id: str | None) -> bool:
        """Stop what runs now, or only that prompt. Whether something was told to stop."""
        with self._changed:
            running = self._running
            fits = running is not None and prompt_id in (None, running.prompt_id)
            if fits:
                self._stop_running.set()
            return fits

    # History

    def history(self) -> dict[str, HistoryEntry]:
        """Oldest first."""
        with self._changed:
            return dict(self._history)

    def delete_history(self, prompt_ids: list[str] | None) -> None:
        with self._changed:
            for one in list(self._history) if prompt_ids is None else prompt_ids:
                self._history.pop(one, None)

    def drop_cache(self) -> None:
        with self._changed:
            self._cache = {}

    def forget(self) -> None:
        """What a restart does to memory: no history, queue or cache, numbers from 0. Files stay."""
        with self._changed:
            self._lost_running.set()
            self._history.clear()
            self._pending.clear()
            self._cache = {}
            self._number = 0
            self._stop_running.set()
        self._shop.folders.empty_temp()

    def running_node_of(self, client_id: str) -> str | None:
        with self._changed:
            run, job = self._run, self._running
            return run.node if run is not None and job and job.client_id == client_id else None

    # The worker

    def _work(self) -> None:
        while True:
            with self._changed:
                while not self._pending and not self._closing:
                    self._changed.wait()
                if self._closing:
                    return
                job = min(self._pending, key=lambda one: one.number)
                self._pending.remove(job)
                self._running = job
                self._stop_running.clear()
                self._lost_running.clear()
                self.executed += 1
                run = self._run = PromptRun(job, self._shop, self._cache)
            self._post_status()
            try:
                ended: Ended | None = run.go()
            except JobForgotten:
                ended = None
            self._end(job, ended)

    def _end(self, job: Job, ended: Ended | None) -> None:
        with self._changed:
            self._running = self._run = None
            lost = self._lost_running.is_set()
        if lost or ended is None:
            return
        delay_ms = self._faults.faults.late_history_ms
        if self._faults.take("cleared_history"):
            pass
        elif self._faults.take("late_history_ms"):
            self._keep_later(HistoryEntry(job, ended), delay_ms / 1000)
        else:
            self._keep(HistoryEntry(job, ended))
        self._post_status()
        if job.client_id is not None:
            done: Json = {"node": None, "prompt_id": job.prompt_id}
            self._hub.post("executing", done, job.client_id)

    def _keep(self, entry: HistoryEntry) -> None:
        with self._changed:
            self._history.pop(entry.job.prompt_id, None)
            self._history[entry.job.prompt_id] = entry

    def _keep_later(self, entry: HistoryEntry, delay_s: float) -> None:
        timer = threading.Timer(delay_s, self._keep, [entry])
        with self._changed:
            self._late.append(timer)
        timer.start()

    def _post_status(self) -> None:
        self._hub.post("status", status_of(self.remaining()))


def status_of(remaining: int) -> Json:
    return {"status": {"exec_info": {"queue_remaining": remaining}}}
