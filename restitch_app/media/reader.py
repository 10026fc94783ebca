"""Frame-exact reading: frame n is the n-th shown picture, found by its presentation time."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import Self

import av
from av.container import InputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from restitch_app.domain.errors import MediaError
from restitch_app.domain.frames import ClipFacts
from restitch_app.media.index import FrameIndex, KeyFrame, build_index
from restitch_app.media.metering import report_decoded
from restitch_app.media.opening import clip_errors, open_video
from restitch_app.media.probe import probe


def open_reader(path: Path, index: FrameIndex | None = None) -> ClipReader:
    """Open a clip for reading; `index` is built here when it is not given.

    Raises MediaError. Use as a context manager, and on one thread.
    """
    return ClipReader(path, index or build_index(path))


class ClipReader:
    """Reads frames of one clip. Belongs to the thread that opened it.

    Frames stay valid after closing. Going on from one frame to the next decodes no frame twice;
    any other request seeks to the key frame before it.
    """

    def __init__(self, path: Path, index: FrameIndex) -> None:
        self.path = path
        self.index = index
        self._opened = ExitStack()
        self._container: InputContainer
        self._stream: VideoStream
        self._position = -1
        self._last: av.VideoFrame | None = None
        self._fault: av.FFmpegError | None = None
        self._skip_before: int | None = None
        self._decoding: Generator[tuple[int, av.VideoFrame], None, None] | None = None
        self._begin_at_start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Frames that were read stay valid."""
        if self._decoding is not None:
            self._decoding.close()  # before its container: packets must not outlive that
            self._decoding = None
        self._opened.close()

    @cached_property
    def facts(self) -> ClipFacts:
        return probe(self.path, self.index)

    @property
    def frame_count(self) -> int:
        return len(self.index)

    def frame(self, number: int) -> av.VideoFrame:
        """Frame `number`, from 0. IndexError outside the clip; MediaError where it is damaged."""
        if not 0 <= number < len(self.index):
            raise IndexError(f"{self.path.name}: frames 0 to {len(self.index) - 1}, not {number}")
        if number == self._position and self._last is not None:
            return self._last
        if self._is_near(number):
            self._skip_before = self.index.pts[number]
            if (found := self._ahead(number)) is not None:
                return found
        return self._sought(number)

    def frames(self, start: int = 0, stop: int | None = None) -> Iterator[av.VideoFrame]:
        """Frames `start` up to but not including `stop` (the end of the clip when None)."""
        for number in range(start, len(self.index) if stop is None else stop):
            yield self.frame(number)

    def last_frame(self) -> av.VideoFrame:
        return self.frame(len(self.index) - 1)

    def _is_near(self, number: int) -> bool:
        """Whether decoding on reaches it as cheaply as a seek: no key frame lies in between."""
        key = self.index.key_before(number)
        return number > self._position and (key is None or key.frame <= self._position + 1)

    def _sought(self, number: int) -> av.VideoFrame:
        """The fast way first; each next one trusts the file less."""
        for begin in self._beginnings(number):
            begin()
            if (found := self._ahead(number)) is not None:
                return found
        raise MediaError(
            f"Frame {number + 1} of {self.path.name} cannot be decoded",
            str(self.path),
            "The file is damaged there. Restore it from a backup, or render the clip again.",
        ) from self._fault

    def _beginnings(self, number: int) -> Iterator[Callable[[], None]]:
        key = self.index.key_before(number)
        if key is not None:
            yield partial(self._begin_at_key, key, self.index.pts[number])
            # Skipping loses frames in MPEG-TS; intra refresh needs more than the last key frame.
            yield partial(self._begin_at_key, key, None)
            if (earlier := self.index.earlier_key(key)) is not None:
                yield partial(self._begin_at_key, earlier, None)
        yield self._begin_at_start

    def _begin_at_key(self, key: KeyFrame, skip_before: int | None) -> None:
        self._begin(key.frame - 1, key, skip_before)
        try:
            self._container.seek(key.pts, stream=self._stream)
        except av.FFmpegError as error:
            self._fault = error

    def _begin_at_start(self) -> None:
        """Open the file anew: right where seeking is not."""
        self.close()
        with clip_errors(self.path):
            self._container, self._stream = self._opened.enter_context(open_video(self.path))
        self._begin(-1, None, None)

    def _begin(self, position: int, key: KeyFrame | None, skip_before: int | None) -> None:
        self._position = position
        self._skip_before = skip_before
        self._last = None
        self._fault = None
        self._decoding = self._numbered(key)

    def _ahead(self, number: int) -> av.VideoFrame | None:
        """Decode on to frame `number`; None where it does not come."""
        for found, frame in self._decoding or ():
            self._position, self._last = found, frame
            if found >= number:
                return frame if found == number else None
        return None

    def _numbered(self, key: KeyFrame | None) -> Generator[tuple[int, av.VideoFrame], None, None]:
        """Shown frames and their numbers, ascending, from `key` (or the start of the file) on."""
        for count, frame in enumerate(self._pictures(key)):
            report_decoded(self.path, 1)
            if self.index.is_counted:
                yield count, frame
            # In an open GOP, pictures shown before the key frame lack what they refer to.
            elif frame.pts is not None and (key is None or frame.pts >= key.pts):
                number = self.index.frame_at(frame.pts)
                if number is not None:
                    yield number, frame

    def _pictures(self, key: KeyFrame | None) -> Iterator[av.VideoFrame]:
        """As decoded; before `_skip_before` without pictures that no other refers to."""
        context = self._stream.codec_context
        for packet in self._packets(key):
            context.skip_frame = "NONREF" if self._is_needless(packet) else "DEFAULT"
            try:
                yield from packet.decode()
            except av.FFmpegError as error:
                self._fault = error  # later packets may decode; the missing frame is noticed

    def _is_needless(self, packet: Packet[VideoStream]) -> bool:
        return (
            self._skip_before is not None
            and not self.index.is_counted
            and packet.pts is not None
            and packet.pts < self._skip_before
        )

    def _packets(self, key: KeyFrame | None) -> Iterator[Packet[VideoStream]]:
        """Packets from `key` on. A seek may arrive earlier (MP4) or too late (MPEG-TS)."""
        has_begun = key is None
        try:
            for packet in self._container.demux(self._stream):
                has_begun = has_begun or (key is not None and packet.pts == key.pts)
                if has_begun:
                    yield packet
        except av.FFmpegError as error:
            self._fault = error
