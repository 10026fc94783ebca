"""Decoded frames that all views share, bounded in bytes."""

from __future__ import annotations

import threading
from collections import OrderedDict

import av

from restitch_app.services.playback.places import Place

LIMIT_BYTES = 512 * 1024 * 1024
"""Two whole 81-frame versions at 1080p as YUV 4:2:0 are 480 MiB (performance.md, section 3)."""


class FrameCache:
    """The frames used longest ago leave first. Safe on any thread."""

    def __init__(self, limit_bytes: int = LIMIT_BYTES) -> None:
        self._limit = limit_bytes
        self._frames: OrderedDict[Place, tuple[av.VideoFrame, int]] = OrderedDict()
        self._bytes = 0
        self._largest = 1
        self._lock = threading.Lock()

    def __contains__(self, place: Place) -> bool:
        with self._lock:
            return place in self._frames

    def get(self, place: Place) -> av.VideoFrame | None:
        with self._lock:
            if place not in self._frames:
                return None
            self._frames.move_to_end(place)
            return self._frames[place][0]

    def put(self, place: Place, frame: av.VideoFrame) -> None:
        size = sum(plane.buffer_size for plane in frame.planes)
        with self._lock:
            self._drop(place)
            self._frames[place] = (frame, size)
            self._bytes += size
            self._largest = max(self._largest, size)
            self._shrink()

    def clear(self) -> None:
        with self._lock:
            self._frames.clear()
            self._bytes = 0

    @property
    def held_bytes(self) -> int:
        with self._lock:
            return self._bytes

    @property
    def fill(self) -> float:
        """How full it is, 0.0 to 1.0."""
        with self._lock:
            return self._bytes / self._limit if self._limit else 1.0

    @property
    def room(self) -> int:
        """How many frames of the largest size seen so far it can hold at once."""
        with self._lock:
            return self._limit // self._largest

    def _drop(self, place: Place) -> None:
        if (known := self._frames.pop(place, None)) is not None:
            self._bytes -= known[1]

    def _shrink(self) -> None:
        while self._bytes > self._limit and self._frames:
            self._drop(next(iter(self._frames)))
