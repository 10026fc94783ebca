"""Decoded frames that all views share, bounded in bytes together with their ready pictures."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence

import av

from restitch_app.services.playback.places import Place

LIMIT_BYTES = 512 * 1024 * 1024
"""Two whole 81-frame versions at 1080p as YUV 4:2:0 are 480 MiB (performance.md, section 3)."""


class FrameCache:
    """Frames that no view claims leave first, those used longest ago before the others.

    Safe on any thread.
    """

    def __init__(self, limit_bytes: int = LIMIT_BYTES) -> None:
        self._limit = limit_bytes
        self._frames: OrderedDict[Place, tuple[av.VideoFrame, int]] = OrderedDict()
        self._frames_bytes = 0
        self._largest = 1
        self._claims: dict[object, Mapping[Place, int]] = {}
        self._pictures: dict[object, int] = {}
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
            self._frames_bytes += size
            self._largest = max(self._largest, size)
            self._shrink()

    def claim(self, view: object, places: Sequence[Place]) -> None:
        """What a view needs next, most urgent first, in place of what it claimed before."""
        with self._lock:
            self._claims[view] = {place: order for order, place in enumerate(places)}

    def note_pictures(self, view: object, size_bytes: int) -> None:
        """How much memory a view's pictures take beside the frames."""
        with self._lock:
            self._pictures[view] = size_bytes
            self._shrink()

    def release(self, view: object) -> None:
        """The view has ended."""
        with self._lock:
            self._claims.pop(view, None)
            self._pictures.pop(view, None)

    def first_missing(self, places: Sequence[Place]) -> int | None:
        """The first of them that is not here, as its place in the sequence."""
        with self._lock:
            known = self._frames
            return next((n for n, place in enumerate(places) if place not in known), None)

    def clear(self) -> None:
        with self._lock:
            self._frames.clear()
            self._frames_bytes = 0

    def set_limit(self, limit_bytes: int) -> None:
        """Kept from now on: what is too much leaves at once."""
        with self._lock:
            self._limit = limit_bytes
            self._shrink()

    @property
    def limit_bytes(self) -> int:
        return self._limit

    @property
    def held_bytes(self) -> int:
        """Frames and pictures."""
        with self._lock:
            return self._held()

    @property
    def fill(self) -> float:
        """How full it is, 0.0 to 1.0."""
        with self._lock:
            return min(1.0, self._held() / self._limit) if self._limit else 1.0

    @property
    def room(self) -> int:
        """How many frames of the largest size seen so far it can hold beside the pictures."""
        with self._lock:
            return max(0, self._limit - sum(self._pictures.values())) // self._largest

    def _held(self) -> int:
        return self._frames_bytes + sum(self._pictures.values())

    def _drop(self, place: Place) -> None:
        if (known := self._frames.pop(place, None)) is not None:
            self._frames_bytes -= known[1]

    def _shrink(self) -> None:
        while self._frames and self._held() > self._limit:
            claims = self._claims.values()
            unclaimed = (p for p in self._frames if not any(p in claim for claim in claims))
            self._drop(next(unclaimed, None) or max(self._frames, key=self._order))

    def _order(self, place: Place) -> int:
        """How soon the view that needs it first will need it."""
        return min(claim[place] for claim in self._claims.values() if place in claim)
