"""A view's frames, decoded on a thread of its own, newest request first."""

from __future__ import annotations

import os
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto

import av

from restitch_app.domain.errors import RestitchError
from restitch_app.services.playback.cache import FrameCache
from restitch_app.services.playback.converting import exact_picture, quick_picture
from restitch_app.services.playback.decoding import Decoders
from restitch_app.services.playback.frames import FrameFault, Picture
from restitch_app.services.playback.places import Place, Places

READY = 4
"""Pictures converted ahead of the playhead."""
NICER = 5
VIEWS = 3
"""Views that share the cache: none reads ahead further than its share."""


@dataclass(frozen=True, slots=True)
class _Request:
    frames: tuple[int, ...] = ()
    is_still: bool = False


class _Work(Enum):
    DECODE = auto()
    """Come one step nearer to it."""
    CONVERT = auto()
    CONVERT_EXACTLY = auto()


class DecodedFrames:
    """A FrameSource over `places`. Starts its thread at once; close it."""

    def __init__(
        self,
        places: Places,
        decoders: Decoders,
        cache: FrameCache,
        on_ready: Callable[[int], object],
        *,
        convert: Callable[[av.VideoFrame], Picture] = quick_picture,
        ready: int = READY,
    ) -> None:
        """`on_ready(frame)` is called on the decoding thread: it must only pass the word on."""
        self._places = places
        self._decoders = decoders
        self._cache = cache
        self._on_ready = on_ready
        self._convert = convert
        self._ready_count = ready
        self._request = _Request()
        self._ready: OrderedDict[int, Picture | FrameFault] = OrderedDict()
        self._is_closed = False
        self._wake = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="frames", daemon=True)
        self._thread.start()

    def want(self, frames: Sequence[int], *, is_still: bool = False) -> None:
        request = _Request(tuple(frames), is_still)
        with self._wake:
            if request != self._request:
                self._request = request
                self._wake.notify()

    def picture(self, frame: int) -> Picture | FrameFault | None:
        with self._wake:
            known = self._ready.get(frame)
        if known is not None:
            return known
        place = self._places.at(frame)
        if isinstance(place, FrameFault):
            return place
        decoded = self._cache.get(place)
        if decoded is None:
            return None
        try:
            picture = self._convert(decoded)
        except av.FFmpegError:
            return None  # the decoding thread finds the same, and says so in a FrameFault
        self._keep(frame, picture)
        return picture

    def retire(self) -> None:
        with self._wake:
            self._is_closed = True
            self._wake.notify()

    @property
    def has_ended(self) -> bool:
        return not self._thread.is_alive()

    def close(self) -> None:
        self.retire()
        self._thread.join()

    def _run(self) -> None:
        yield_to_painting()
        try:
            while (work := self._wait_for_work()) is not None:
                self._prepare(*work)
        finally:
            self._decoders.close()

    def _wait_for_work(self) -> tuple[int, _Work] | None:
        """The most urgent frame and what to do for it; None when the source closes."""
        with self._wake:
            while not self._is_closed:
                if (work := self._next_work()) is not None:
                    return work
                self._wake.wait()
        return None

    def _next_work(self) -> tuple[int, _Work] | None:
        request = self._request
        for order, frame in enumerate(request.frames[: self._reach()]):
            known = self._ready.get(frame)
            if known is None:
                if order < self._ready_count:
                    return frame, _Work.CONVERT
                if not self._is_decoded(frame):
                    return frame, _Work.DECODE
            elif order == 0 and request.is_still and not _is_final(known):
                return frame, _Work.CONVERT_EXACTLY
            elif isinstance(known, FrameFault) and order:
                return None  # what lies behind a fault is tried when someone goes there
        return None

    def _reach(self) -> int:
        return max(self._ready_count, self._cache.room // VIEWS)

    def _is_decoded(self, frame: int) -> bool:
        place = self._places.at(frame)
        return isinstance(place, FrameFault) or place in self._cache

    def _prepare(self, frame: int, work: _Work) -> None:
        place = self._places.at(frame)
        if isinstance(place, FrameFault):
            self._announce(frame, place)
            return
        try:
            decoded = self._decoded(place)
            if decoded is None or work is _Work.DECODE:
                return
            convert = exact_picture if work is _Work.CONVERT_EXACTLY else self._convert
            self._announce(frame, convert(decoded))
        except RestitchError as error:
            self._announce(frame, FrameFault(error.title, error.detail, error.hint))
        except (av.FFmpegError, OSError) as error:
            self._announce(frame, FrameFault("This frame cannot be shown", str(error)))

    def _decoded(self, place: Place) -> av.VideoFrame | None:
        """None after a step that only came nearer: a newer request may want something else."""
        if (known := self._cache.get(place)) is not None:
            return known
        found, frame = self._decoders.step(place)
        self._cache.put(found, frame)
        return frame if found == place else None

    def _announce(self, frame: int, result: Picture | FrameFault) -> None:
        self._keep(frame, result)
        self._on_ready(frame)

    def _keep(self, frame: int, result: Picture | FrameFault) -> None:
        with self._wake:
            known = self._ready.get(frame)
            if isinstance(known, Picture) and known.is_exact and not _is_final(result):
                return
            self._ready[frame] = result
            self._ready.move_to_end(frame)
            while len(self._ready) > 2 * self._ready_count:
                self._forget_one()

    def _forget_one(self) -> None:
        urgent = set(self._request.frames[: self._ready_count])
        oldest = next((frame for frame in self._ready if frame not in urgent), None)
        if oldest is None:
            self._ready.popitem(last=False)
        else:
            del self._ready[oldest]


def yield_to_painting() -> None:
    """Let this thread, and those its decoder starts, wait where the window wants the processor.

    Lowers the longest stalls while two views play on two busy cores by a third (99 % of them end
    in 12 instead of 18 ms). Only Linux gives single threads a niceness.
    """
    if sys.platform == "linux":
        with suppress(OSError):
            thread = threading.get_native_id()
            os.setpriority(os.PRIO_PROCESS, thread, os.getpriority(os.PRIO_PROCESS, thread) + NICER)


def _is_final(result: Picture | FrameFault) -> bool:
    return isinstance(result, FrameFault) or result.is_exact
