"""One thread's decoders: one frame at a time towards the one that is wanted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import av

from restitch_app.domain.errors import MediaError
from restitch_app.media.reader import ClipReader
from restitch_app.services.playback.places import Place

OPEN_READERS = 3
"""A boundary has two clips and up to one patch."""
HOPELESS_AFTER = 3
"""Frames in a row that could not be decoded: the rest of their GOP is taken to be lost too."""


@dataclass(slots=True)
class _Open:
    reader: ClipReader
    position: int = -1
    """The frame decoded last."""
    lost_from: int = 0
    lost_to: int = 0
    """Frames in a row found undecodable: half-open."""
    lost: MediaError | None = None


class Decoders:
    """Belongs to the thread that first asks it for a frame. Close it there."""

    def __init__(self, open_file: Callable[[str], ClipReader]) -> None:
        self._open_file = open_file
        self._open: OrderedDict[str, _Open] = OrderedDict()

    def step(self, place: Place) -> tuple[Place, av.VideoFrame]:
        """Decode one frame on the way to `place`, or that one: the caller may change its mind.

        Every frame from the key frame on is handed out, so that going back costs nothing.
        Raises MediaError, StorageError or NotFound where `place` cannot be read.
        """
        opened = self._opened(place.file)
        if opened.lost is not None and _is_hopeless(opened, place.frame):
            raise MediaError(
                f"{opened.reader.path.name} cannot be played past frame {opened.lost_from}",
                opened.lost.detail,
                opened.lost.hint,
            ) from opened.lost
        number = self._next_towards(opened, place.frame)
        frame = self._read(opened, number, place.frame)
        return Place(place.file, opened.position), frame

    def is_underway(self, place: Place) -> bool:
        """Whether going on decoding reaches it, without going back to a key frame."""
        opened = self._open.get(place.file)
        if opened is None:
            return False
        key = opened.reader.index.key_before(place.frame)
        return (key.frame if key else 0) <= opened.position < place.frame

    def forget(self, file: str) -> None:
        """Open it anew next time: it may have been repaired or replaced."""
        if (opened := self._open.pop(file, None)) is not None:
            opened.reader.close()

    def close(self) -> None:
        for opened in self._open.values():
            opened.reader.close()
        self._open.clear()

    def _opened(self, file: str) -> _Open:
        if file not in self._open:
            self._open[file] = _Open(self._open_file(file))
            if len(self._open) > OPEN_READERS:
                self._open.popitem(last=False)[1].reader.close()
        self._open.move_to_end(file)
        return self._open[file]

    def _next_towards(self, opened: _Open, target: int) -> int:
        if target == opened.position:
            return target  # the reader still has it
        key = opened.reader.index.key_before(target)
        start = key.frame if key else 0
        following = opened.position + 1
        return following if start < following <= target else min(start, target)

    def _read(self, opened: _Open, number: int, target: int) -> av.VideoFrame:
        opened.position = number
        try:
            return opened.reader.frame(number)
        except MediaError as error:
            if number == target:
                self._note_lost(opened, number, error)
                raise
        return self._read(opened, target, target)

    def _note_lost(self, opened: _Open, number: int, error: MediaError) -> None:
        if number != opened.lost_to:
            opened.lost_from = number
        opened.lost_to, opened.lost = number + 1, error


def _is_hopeless(opened: _Open, number: int) -> bool:
    key = opened.reader.index.key_before(number)
    is_same_gop = key is None or key.frame <= opened.lost_from
    is_long = opened.lost_to - opened.lost_from >= HOPELESS_AFTER
    return is_long and is_same_gop and number >= opened.lost_from
