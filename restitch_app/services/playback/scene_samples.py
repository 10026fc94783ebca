"""The samples of a scene's sound, decoded a few seconds ahead of where it plays."""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from restitch_app.media.sound import SceneSound, SoundPart, part_samples

CHUNK_S = 10
"""Longest piece that is decoded at once; 3.7 MB."""
AHEAD_S = 2
KEPT_CHUNKS = 12
"""Many are short: a patch, a trimmed segment."""

Samples = NDArray[np.float32]


class SceneSamples:
    """`prepare` on the decoding thread, `read` on any: what is not there yet is silence."""

    def __init__(self, sound: SceneSound) -> None:
        self.rate_hz = sound.rate_hz
        self._chunks = [chunk for part in sound.parts for chunk in _chunks(part, sound.rate_hz)]
        self._starts = [0, *accumulate(chunk.samples for chunk in self._chunks)]
        self._decoded: OrderedDict[int, Samples] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def length(self) -> int:
        return self._starts[-1]

    def is_missing(self, sample: int) -> bool:
        """Whether there is something to prepare at `sample` or soon after it."""
        return self._next_missing(sample) is not None

    def prepare(self, sample: int) -> None:
        """Decode one piece at `sample` or after it. Raises MediaError."""
        number = self._next_missing(sample)
        if number is None:
            return
        samples = part_samples(self._chunks[number], self.rate_hz)
        with self._lock:
            self._decoded[number] = samples
            while len(self._decoded) > KEPT_CHUNKS:
                self._decoded.popitem(last=False)

    def read(self, start: int, count: int) -> Samples:
        """(2, count) from sample `start` of the scene on; silence outside it."""
        found = np.zeros((2, count), np.float32)
        place = max(start, 0)
        while place < min(start + count, self.length):
            number = self._chunk_at(place)
            stop = min(start + count, self._starts[number + 1])
            with self._lock:
                samples = self._decoded.get(number)
            if samples is not None:
                offset = self._starts[number]
                found[:, place - start : stop - start] = samples[:, place - offset : stop - offset]
            place = stop
        return found

    def _next_missing(self, sample: int) -> int | None:
        """Of the piece that plays then, and those that begin within the next seconds."""
        last = self._chunk_at(sample + AHEAD_S * self.rate_hz)
        first = self._chunk_at(sample)
        stop = min(last + 1, first + KEPT_CHUNKS, len(self._chunks))
        with self._lock:
            return next((n for n in range(first, stop) if n not in self._decoded), None)

    def _chunk_at(self, sample: int) -> int:
        return max(0, bisect_right(self._starts, sample) - 1)


def _chunks(part: SoundPart, rate_hz: int) -> Iterator[SoundPart]:
    size = CHUNK_S * rate_hz
    for start in range(0, part.samples, size):
        count = min(size, part.samples - start)
        yield replace(
            part,
            start_s=part.start_s + Fraction(start, rate_hz),
            samples=count,
            fades_in=part.fades_in and start == 0,
            fades_out=part.fades_out and start + count == part.samples,
        )
