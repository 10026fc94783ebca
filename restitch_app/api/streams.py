"""Clients that listen: what changes in the project goes to each of them as server-sent events."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from restitch_app.domain.errors import ProjectBusy, RestitchError
from restitch_app.services.jobs.live import LiveJob
from restitch_app.services.project.news import News, NewsReader
from restitch_app.services.workbench import Workbench

log = logging.getLogger(__name__)

LOOK_EVERY_S = 0.2
STILL_HERE_EVERY_S = 15.0
"""A line that says nothing, so that both sides notice when the other is gone."""
MOST_STREAMS = 32
MOST_WAITING = 256
"""Events that a client may be behind; then its stream ends, and it asks for what there is."""
RETRY_MS = 1_000
"""After so long a client opens a stream again that broke off."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One look's news, what a running job shows for the moment, or an export that moved on.

    A stream's first has none of them: from then on nothing is left out.
    """

    news: News | None = None
    live: LiveJob | None = None
    export_id: int | None = None


class Stream:
    """One client's. Read it in the event loop that made it."""

    def __init__(self, close: Callable[[Stream], None]) -> None:
        self._loop = asyncio.get_running_loop()
        self._queue: asyncio.Queue[Happening | None] = asyncio.Queue()
        self._close = close

    async def happenings(self) -> AsyncIterator[Happening | None]:
        """None where nothing came for a while. Ends with the program, or if too far behind."""
        while True:
            try:
                async with asyncio.timeout(STILL_HERE_EVERY_S):
                    found = await self._queue.get()
            except TimeoutError:
                yield None
                continue
            if found is None:
                return
            yield found

    def leave(self) -> None:
        """Nobody listens any more. Idempotent."""
        self._close(self)

    def offer(self, happening: Happening | None) -> None:
        """None ends it. Any thread."""
        try:
            self._loop.call_soon_threadsafe(self._take, happening)
        except RuntimeError:  # the loop has ended, and with it whoever listened
            log.debug("an event came too late for its stream")

    def _take(self, happening: Happening | None) -> None:
        behind = self._queue.qsize() >= MOST_WAITING
        self._queue.put_nowait(None if behind else happening)


class Streams:
    """One thread looks at the project while anybody listens. Any thread."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._lock = threading.Lock()
        self._open: list[Stream] = []
        self._changed = threading.Condition(self._lock)
        self._thread: threading.Thread | None = None
        self._is_reading = self._has_ended = False

    def open(self) -> Stream:
        """Call it in the event loop. Raises ProjectBusy where too many listen."""
        stream = Stream(self._forget)
        with self._lock:
            if self._has_ended or len(self._open) >= MOST_STREAMS:
                raise ProjectBusy(
                    "Too many programs listen",
                    f"At most {MOST_STREAMS} streams are open at once",
                    "Close one that is not needed",
                )
            self._open.append(stream)
            if self._is_reading:
                stream.offer(Happening())
            if self._thread is None:
                self._thread = threading.Thread(target=self._look_around, name="API streams")
                self._thread.start()
        return stream

    def tell_export(self, export_id: int) -> None:
        """It changed, or is further."""
        self._tell(Happening(export_id=export_id))

    def end(self) -> None:
        """All streams end, and no new one is opened. Idempotent."""
        with self._changed:
            self._has_ended = True
            streams, self._open = self._open, []
            thread = self._thread
            self._changed.notify_all()
        for stream in streams:
            stream.offer(None)
        if thread is not None:
            thread.join()

    def _forget(self, stream: Stream) -> None:
        with self._changed:
            if stream in self._open:
                self._open.remove(stream)
            self._changed.notify_all()

    def _look_around(self) -> None:
        unsubscribe = self._bench.live.subscribe(self._tell_live)
        try:
            reader = None
            while self._goes_on():
                try:
                    if reader is None:
                        reader = self._begun()
                    news = reader.look()
                except RestitchError as error:
                    log.warning("the project could not be looked at: %s", error)
                    continue
                if news:
                    self._tell(Happening(news))
        except Exception:
            log.exception("nobody looks at the project any more")
            with self._lock:
                streams, self._open = self._open, []
                self._thread, self._is_reading = None, False
            for stream in streams:
                stream.offer(None)
        finally:
            unsubscribe()

    def _begun(self) -> NewsReader:
        reader = NewsReader(self._bench.project, self._bench.overview)
        with self._lock:
            self._is_reading = True
            for stream in self._open:
                stream.offer(Happening())
        return reader

    def _goes_on(self) -> bool:
        """Waits a moment; False once nobody listens, which ends the thread."""
        with self._changed:
            self._changed.wait_for(lambda: not self._open, LOOK_EVERY_S)
            if not self._open:
                self._thread, self._is_reading = None, False
                return False
            return True

    def _tell_live(self, job_id: int) -> None:
        live = self._bench.live.of(job_id)
        if live is not None:
            self._tell(Happening(live=live))

    def _tell(self, happening: Happening) -> None:
        """Nothing before a stream's first: that stands for all there is by then."""
        with self._lock:
            streams = tuple(self._open) if self._is_reading else ()
        for stream in streams:
            stream.offer(happening)


def event(name: str, data: object) -> str:
    """As it goes over the line. `data`: what JSON can hold."""
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=True, allow_nan=False)}\n\n"


FIRST_LINE = f"retry: {RETRY_MS}\n\n"
STILL_HERE = ": still here\n\n"
