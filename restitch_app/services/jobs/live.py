"""What a running job shows for the moment: preview picture, node, step and time left. In memory."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypedDict, Unpack

MOST_JOBS = 32
"""As many jobs are remembered; the one that was silent longest is forgotten first."""
MOST_PICTURE_BYTES = 4 << 20
"""A larger preview is not kept: a sampler's are some ten kilobytes."""
TELL_EVERY_S = 0.1
"""Between two notes of the same job to those who paint it."""
CANCELLING = "Cancelling…"


@dataclass(frozen=True, slots=True)
class LiveJob:
    """One job at one instant. Empty and zero where nothing is known."""

    job_id: int
    picture: bytes = b""
    """The sampler's latest preview, small and rough; JPEG or PNG as `media_type` says."""
    media_type: str = ""
    picture_number: int = 0
    """Counts the previews, so that a painter need not decode the same one twice."""
    node_title: str = ""
    done: int = 0
    total: int = 0
    """Steps of all samplers together; 0 while not known."""
    ahead: int | None = None
    """Prompts before it in its server's queue; None once it runs."""
    ends_at_s: float | None = None
    """When the last step is expected, on `time.monotonic`'s clock."""
    is_cancelling: bool = False
    """The server was asked to stop it, and has not said so yet."""

    def seconds_left(self, now_s: float | None = None) -> float | None:
        """None where there is nothing to go by; never below 0."""
        if self.ends_at_s is None:
            return None
        return max(0.0, self.ends_at_s - (time.monotonic() if now_s is None else now_s))

    @property
    def words(self) -> str:
        """ "KSampler · step 7 of 20", "VAE Decode", "Cancelling…"; "" where nothing is known."""
        if self.is_cancelling:
            return CANCELLING
        step = f"step {self.done} of {self.total}" if self.total else ""
        return " · ".join(part for part in (self.node_title, step) if part)


class LiveChanges(TypedDict, total=False):
    """What may be noted; the names of `LiveJob`."""

    node_title: str
    done: int
    total: int
    ahead: int | None
    ends_at_s: float | None
    is_cancelling: bool


class LivePreviews:
    """Nothing of it is written anywhere, and it is bounded: see `MOST_JOBS`. Safe on any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._jobs: OrderedDict[int, LiveJob] = OrderedDict()
        self._told_at: dict[int, float] = {}
        self._listeners: list[Callable[[int], object]] = []

    def of(self, job_id: int) -> LiveJob | None:
        """None for a job that does not run, or of which nothing was heard yet."""
        with self._lock:
            return self._jobs.get(job_id)

    def all(self) -> tuple[LiveJob, ...]:
        with self._lock:
            return tuple(self._jobs.values())

    def subscribe(self, listener: Callable[[int], object]) -> Callable[[], None]:
        """Call `listener` with a job's id when there is news of it, a few times a second at most,
        on the thread that follows the job: be quick. Returns what ends the subscription."""
        with self._lock:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe

    def note(self, job_id: int, **changes: Unpack[LiveChanges]) -> None:
        """Steps, which come often, may go untold; the next note tells of them."""
        with self._lock:
            before = self._jobs.get(job_id) or LiveJob(job_id)
            after = replace(before, **changes)
            if after == before and job_id in self._jobs:
                return
            self._keep(after)
            same_place = (before.node_title, before.ahead, before.is_cancelling) == (
                after.node_title,
                after.ahead,
                after.is_cancelling,
            )
        self._tell(job_id, may_wait=same_place)

    def show(self, job_id: int, picture: bytes, media_type: str) -> None:
        """Replace the job's preview picture."""
        if len(picture) > MOST_PICTURE_BYTES:
            return
        with self._lock:
            before = self._jobs.get(job_id) or LiveJob(job_id)
            number = before.picture_number + 1
            self._keep(
                replace(before, picture=picture, media_type=media_type, picture_number=number)
            )
        self._tell(job_id, may_wait=True)

    def forget(self, job_id: int) -> None:
        """The job does not run any more."""
        with self._lock:
            known = self._jobs.pop(job_id, None)
            self._told_at.pop(job_id, None)
        if known is not None:
            self._tell(job_id, may_wait=False)

    def _keep(self, job: LiveJob) -> None:
        self._jobs[job.job_id] = job
        self._jobs.move_to_end(job.job_id)
        while len(self._jobs) > MOST_JOBS:
            oldest, _ = self._jobs.popitem(last=False)
            self._told_at.pop(oldest, None)

    def _tell(self, job_id: int, *, may_wait: bool) -> None:
        now = time.monotonic()
        with self._lock:
            if may_wait and now - self._told_at.get(job_id, -TELL_EVERY_S) < TELL_EVERY_S:
                return
            if job_id in self._jobs:
                self._told_at[job_id] = now
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(job_id)
