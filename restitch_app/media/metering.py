"""Counting decoded frames, so that "a fix costs a segment, not a scene" can be checked."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_running: list[DecodeMeter] = []
_running_lock = threading.Lock()


class DecodeMeter:
    """Frames that decoders gave, by file. Safe on any thread."""

    def __init__(self) -> None:
        self._frames: Counter[Path] = Counter()
        self._lock = threading.Lock()

    def add(self, path: Path, frames: int) -> None:
        with self._lock:
            self._frames[path] += frames

    @property
    def by_path(self) -> dict[Path, int]:
        with self._lock:
            return dict(self._frames)

    @property
    def total(self) -> int:
        return sum(self.by_path.values())


@contextmanager
def counted_decodes() -> Iterator[DecodeMeter]:
    """Count every frame decoded in this process, on all threads, while the block runs."""
    meter = DecodeMeter()
    with _running_lock:
        _running.append(meter)
    try:
        yield meter
    finally:
        with _running_lock:
            _running.remove(meter)


def report_decoded(path: Path, frames: int) -> None:
    """Called by whatever decodes."""
    if _running:
        with _running_lock:
            meters = tuple(_running)
        for meter in meters:
            meter.add(path, frames)
