"""A view's frames, decoded on a thread of its own, newest request first."""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from time import monotonic

import av

from restitch_app.domain.errors import RestitchError
from restitch_app.services.playback.cache import FrameCache
from restitch_app.services.playback.converting import exact_picture, quick_picture
from restitch_app.services.playback.decoding import Decoders
from restitch_app.services.playback.frames import FrameFault, Picture
from restitch_app.services.playback.places import Place, Places
from restitch_app.services.playback.standing_back import DECODING, stand_back
from restitch_app.services.project.project import PATCHES

READY = 4
"""Pictures converted ahead of the playhead."""
VIEWS = 3
"""Views that share the cache: none reads ahead further than its share."""
PICTURES_SHARE = 3
"""At most one part in so many of the memory is for pictures; the others are for frames."""
FAULT_AGAIN_S = 2.0
"""A frame that failed is tried anew after this time, while somebody looks at it."""


@dataclass(frozen=True, slots=True)
class _Request:
    frames: tuple[int, ...] = ()
    is_still: bool = False

    @property
    def is_backwards(self) -> bool:
        return len(self.frames) > 1 and self.frames[1] < self.frames[0]


@dataclass(frozen=True, slots=True)
class _Fault:
    told: FrameFault
    again_s: float
    """When it is worth another try, on the monotonic clock."""
    is_retried: bool = False
    """The file was opened anew and is on the way to the frame, a step at a time."""


class _Work(Enum):
    DECODE = auto()
    """Come one step nearer to it."""
    CONVERT = auto()
    CONVERT_EXACTLY = auto()
    TRY_AGAIN = auto()


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
        self._planned = _Request()
        self._route: tuple[int, ...] = ()
        """Frames to have decoded, most urgent first: as far as the cache has room for."""
        self._route_places: tuple[Place, ...] = ()
        self._ready: OrderedDict[int, Picture | _Fault] = OrderedDict()
        self._ready_bytes = 0
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
            return known.told if isinstance(known, _Fault) else known
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
        stand_back(DECODING)
        try:
            while (work := self._wait_for_work()) is not None:
                self._prepare(*work)
        finally:
            self._cache.release(self)
            self._decoders.close()

    def _wait_for_work(self) -> tuple[int, _Work] | None:
        """The most urgent frame and what to do for it; None when the source closes."""
        with self._wake:
            while not self._is_closed:
                if self._planned is not self._request:
                    self._plan(self._request)
                if (work := self._next_work(self._request)) is not None:
                    return work
                self._wake.wait(self._seconds_to_retry())
        return None

    def _plan(self, request: _Request) -> None:
        self._planned = request
        reach = max(self._ready_count, self._cache.room // VIEWS)
        places = ((frame, self._places.at(frame)) for frame in request.frames[:reach])
        found = [(frame, place) for frame, place in places if isinstance(place, Place)]
        self._route = tuple(frame for frame, _ in found)
        self._route_places = tuple(place for _, place in found)
        self._cache.claim(self, self._route_places)

    def _next_work(self, request: _Request) -> tuple[int, _Work] | None:
        for order, frame in enumerate(request.frames[: self._pictures_ahead()]):
            known = self._ready.get(frame)
            if known is None:
                return frame, _Work.CONVERT
            if isinstance(known, _Fault):
                if order:
                    return None  # what lies behind a fault is tried when someone goes there
                if monotonic() >= known.again_s:
                    return frame, _Work.CONVERT if known.is_retried else _Work.TRY_AGAIN
            elif order == 0 and request.is_still and not known.is_exact:
                return frame, _Work.CONVERT_EXACTLY
        return self._next_to_decode(request)

    def _next_to_decode(self, request: _Request) -> tuple[int, _Work] | None:
        missing = self._cache.first_missing(self._route_places)
        if missing is None:
            return None
        frame, place = self._route[missing], self._route_places[missing]
        if isinstance(self._ready.get(frame), _Fault):
            return None
        is_early = request.is_backwards and missing > len(self._route) // 2
        if is_early and not self._decoders.is_underway(place):
            return None  # each way back begins at a key frame: fetch many frames by one
        return frame, _Work.DECODE

    def _seconds_to_retry(self) -> float | None:
        first = self._ready.get(self._request.frames[0]) if self._request.frames else None
        if not isinstance(first, _Fault) or math.isinf(first.again_s):
            return None
        return max(0.0, first.again_s - monotonic())

    def _prepare(self, frame: int, work: _Work) -> None:
        place = self._places.at(frame)
        if isinstance(place, FrameFault):
            self._announce(frame, _Fault(place, math.inf))
            return
        if work is _Work.TRY_AGAIN:
            self._open_anew(frame, place)
        try:
            decoded = self._decoded(place)
            if decoded is None or work is _Work.DECODE:
                return
            convert = exact_picture if work is _Work.CONVERT_EXACTLY else self._convert
            self._announce(frame, convert(decoded))
        except RestitchError as error:
            self._fail(frame, told_of(place, error))
        except (av.FFmpegError, OSError) as error:
            self._fail(frame, FrameFault("This frame cannot be shown", str(error)))

    def _open_anew(self, frame: int, place: Place) -> None:
        """What the file's other frames failed by is as old; the one in view keeps its words."""
        self._decoders.forget(place.file)
        with self._wake:
            failed = [at for at, known in self._ready.items() if isinstance(known, _Fault)]
            for at in failed:
                other, known = self._places.at(at), self._ready[at]
                if at == frame and isinstance(known, _Fault):
                    self._ready[at] = replace(known, is_retried=True)
                elif isinstance(other, Place) and other.file == place.file:
                    self._forget(at)

    def _fail(self, frame: int, told: FrameFault) -> None:
        self._announce(frame, _Fault(told, monotonic() + FAULT_AGAIN_S))

    def _decoded(self, place: Place) -> av.VideoFrame | None:
        """None after a step that only came nearer: a newer request may want something else."""
        if (known := self._cache.get(place)) is not None:
            return known
        found, frame = self._decoders.step(place)
        self._cache.put(found, frame)
        return frame if found == place else None

    def _announce(self, frame: int, result: Picture | _Fault) -> None:
        self._keep(frame, result)
        self._on_ready(frame)

    # the ring of pictures

    def _pictures_ahead(self) -> int:
        return min(self._ready_count, max(1, self._most_pictures() // 2))

    def _most_pictures(self) -> int:
        each = self._ready_bytes // max(1, len(self._ready))
        affordable = self._cache.limit_bytes // (PICTURES_SHARE * VIEWS) // max(1, each)
        return min(2 * self._ready_count, max(2, affordable))

    def _keep(self, frame: int, result: Picture | _Fault) -> None:
        with self._wake:
            known = self._ready.get(frame)
            is_nicer = isinstance(known, Picture) and known.is_exact
            if is_nicer and isinstance(result, Picture) and not result.is_exact:
                return
            self._forget(frame)
            self._ready[frame] = result
            self._ready_bytes += _size(result)
            while len(self._ready) > self._most_pictures():
                self._forget(self._least_urgent())
            if not self._is_closed:
                self._cache.note_pictures(self, self._ready_bytes)

    def _forget(self, frame: int) -> None:
        if (known := self._ready.pop(frame, None)) is not None:
            self._ready_bytes -= _size(known)

    def _least_urgent(self) -> int:
        urgent = set(self._request.frames[: self._ready_count])
        oldest = next(iter(self._ready))
        return next((frame for frame in self._ready if frame not in urgent), oldest)


def told_of(place: Place, error: RestitchError) -> FrameFault:
    """A fix has no file that a person knows, and is made again in a moment."""
    if not place.file.startswith(f"{PATCHES}/"):
        return FrameFault(error.title, error.detail, error.hint)
    return FrameFault(
        "The frames of the fix at this boundary cannot be read",
        f"{place.file}. The clips beside it are as they were.",
        "Remove the fix, or apply it again.",
    )


def _size(result: Picture | _Fault) -> int:
    return result.pixels.nbytes if isinstance(result, Picture) else 0
