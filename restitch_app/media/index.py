"""Which frames a clip has, and when each is shown: the one source of "frame n"."""

from __future__ import annotations

import json
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import groupby, pairwise
from pathlib import Path

import av
from av.packet import Packet
from av.video.stream import VideoStream

from restitch_app.media.metering import report_decoded
from restitch_app.media.opening import clip_errors, open_video, unreadable

FORMAT = 1
SAMPLE_CONTAINERS = ("mov,mp4", "matroska")
"""Containers that store one whole frame a packet, with its presentation time."""
DELIVERY_CODECS = frozenset({"h264", "hevc", "av1", "vp9", "mpeg4", "mpeg2video", "mjpeg", "png"})
WORKING_CODECS = frozenset({"ffv1", "prores", "dnxhd", "utvideo", "huffyuv"})
ONE_FRAME_A_PACKET = DELIVERY_CODECS | WORKING_CODECS
"""Codecs that give exactly one frame for each packet. VP8 is not one: it has hidden frames."""


@dataclass(frozen=True, slots=True)
class KeyFrame:
    """Where decoding can begin. `frame`: the first shown frame that it makes decodable."""

    frame: int
    pts: int


@dataclass(frozen=True, slots=True)
class FrameIndex:
    """Presentation times of all shown frames, ascending, in ticks of `time_base` seconds.

    `is_counted`: the file has no usable times; then `pts` is 0, 1, 2, ... and frames are found by
    counting from the start of the file. `is_damaged`: some of the file cannot be read, as far as
    its container tells (MP4 lists its frames, Matroska does not); the frames listed here can.
    """

    time_base: Fraction
    pts: tuple[int, ...]
    keys: tuple[KeyFrame, ...]
    rate_hints: tuple[Fraction, ...] = ()
    """Rates the container itself claims, to be believed only where `pts` agree."""
    is_counted: bool = False
    is_damaged: bool = False
    _key_frames: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_key_frames", tuple(key.frame for key in self.keys))

    def __len__(self) -> int:
        return len(self.pts)

    def frame_at(self, pts: int) -> int | None:
        """The frame shown from exactly this time on; None where no frame begins."""
        frame = bisect_left(self.pts, pts)
        return frame if frame < len(self.pts) and self.pts[frame] == pts else None

    def key_before(self, frame: int) -> KeyFrame | None:
        """The last key frame from which `frame` can be decoded; None: begin at the start."""
        place = bisect_right(self._key_frames, frame)
        return self.keys[place - 1] if place else None

    def earlier_key(self, key: KeyFrame) -> KeyFrame | None:
        place = self.keys.index(key)
        return self.keys[place - 1] if place else None

    def to_bytes(self) -> bytes:
        """A compact form to store beside the clip; a 200-frame clip takes about 150 bytes."""
        steps = (later - earlier for earlier, later in pairwise(self.pts))
        table = {
            "format": FORMAT,
            "time_base": _pair(self.time_base),
            "first": self.pts[0] if self.pts else None,
            "steps": [[step, len(list(run))] for step, run in groupby(steps)],
            "keys": [[key.frame, key.pts] for key in self.keys],
            "rates": [_pair(rate) for rate in self.rate_hints],
            "counted": self.is_counted,
            "damaged": self.is_damaged,
        }
        return zlib.compress(json.dumps(table, separators=(",", ":")).encode())

    @classmethod
    def from_bytes(cls, stored: bytes) -> FrameIndex:
        """Raises ValueError for bytes that `to_bytes` of this format did not write."""
        try:
            table = json.loads(zlib.decompress(stored))
            if table["format"] != FORMAT:
                raise ValueError(f"index format {table['format']}")
            return cls(
                Fraction(*table["time_base"]),
                tuple(_times(table["first"], table["steps"])),
                tuple(KeyFrame(frame, pts) for frame, pts in table["keys"]),
                tuple(Fraction(*rate) for rate in table["rates"]),
                table["counted"],
                table["damaged"],
            )
        except (zlib.error, KeyError, TypeError) as error:
            raise ValueError("not a stored frame index") from error


def build_index(path: Path) -> FrameIndex:
    """Index a clip by reading its packets; nothing is decoded where they can be trusted.

    Everything is decoded once instead for other containers than MP4 and Matroska, for codecs whose
    packets are not frames, where times are missing, repeated or reordered by the edit list, where
    pictures come before the first key frame, and where packets are damaged.
    Raises MediaError (see `probe`). Blocks for the time it takes to read the file.
    """
    with clip_errors(path), open_video(path) as (container, stream):
        packets = _Packets.read(container.demux(stream))
        # Samples listed by the container, without those its edit list drops for good; fewer packets
        # mean that the file ends early. Matroska lists only key frames.
        claimed = len(stream.index_entries)
        if _are_frames(container.format.name, stream, packets, claimed):
            return packets.index(stream)
        keys = packets.key_times
    with clip_errors(path), open_video(path) as (container, stream):
        return _decoded_index(path, container.demux(stream), stream, keys, claimed)


@dataclass(slots=True)
class _Packets:
    shown: list[int | None] = field(default_factory=list)
    hidden: list[int | None] = field(default_factory=list)
    """Times of packets that the edit list trims away; they are decoded but not shown."""
    key_times: list[int] = field(default_factory=list)
    first_is_key: bool = True
    is_damaged: bool = False

    @classmethod
    def read(cls, demuxed: Iterator[Packet[VideoStream]]) -> _Packets:
        packets = cls()
        try:
            for packet in demuxed:
                if packet.size:
                    packets._add(packet)
        except av.FFmpegError:
            packets.is_damaged = True
        return packets

    def _add(self, packet: Packet[VideoStream]) -> None:
        if not self.shown and not self.hidden:
            self.first_is_key = packet.is_keyframe
        (self.hidden if packet.is_discard else self.shown).append(packet.pts)
        if packet.is_keyframe and packet.pts is not None:
            self.key_times.append(packet.pts)
        self.is_damaged |= packet.is_corrupt

    def index(self, stream: VideoStream) -> FrameIndex:
        times = tuple(sorted(pts for pts in self.shown if pts is not None))
        return FrameIndex(_time_base(stream), times, _keys(self.key_times, times), _rates(stream))


def _are_frames(container: str, stream: VideoStream, packets: _Packets, claimed: int) -> bool:
    shown = [pts for pts in packets.shown if pts is not None]
    hidden = [pts for pts in packets.hidden if pts is not None]
    return (
        container.startswith(SAMPLE_CONTAINERS)
        and stream.codec_context.codec.canonical_name in ONE_FRAME_A_PACKET
        and packets.first_is_key
        and not packets.is_damaged
        and len(shown) == len(packets.shown) == len(set(shown)) > 0
        and len(hidden) == len(packets.hidden)
        and claimed <= len(shown) + len(hidden)
        and min(shown + hidden) == packets.key_times[0]
        and all(pts < min(shown) or pts > max(shown) for pts in hidden)
    )


def _decoded_index(
    path: Path,
    demuxed: Iterator[Packet[VideoStream]],
    stream: VideoStream,
    keys: Sequence[int],
    claimed: int,
) -> FrameIndex:
    times: list[int | None] = []
    is_damaged = False
    try:
        for packet in demuxed:
            try:
                times.extend(frame.pts for frame in packet.decode())
            except av.InvalidDataError:
                is_damaged = True
    except av.FFmpegError:
        is_damaged = True
    finally:
        stream.codec_context.flush_buffers()
    report_decoded(path, len(times))
    if not times:
        raise unreadable(path, "none of its pictures can be decoded")
    known = [pts for pts in times if pts is not None]
    is_counted = len(known) < len(times) or any(b <= a for a, b in pairwise(known))
    pts = tuple(range(len(times))) if is_counted else tuple(known)
    return FrameIndex(
        _time_base(stream),
        pts,
        () if is_counted else _keys(keys, pts),
        _rates(stream),
        is_counted,
        is_damaged or claimed > len(pts),
    )


def _keys(key_times: Sequence[int], times: Sequence[int]) -> tuple[KeyFrame, ...]:
    """A key before the first shown frame stays: decoding of trimmed clips begins there."""
    placed = (KeyFrame(bisect_left(times, pts), pts) for pts in sorted(set(key_times)))
    useful = [key for key in placed if key.frame < len(times)]
    by_frame = {key.frame: key for key in useful}  # of several keys for one frame, the nearest
    return tuple(by_frame.values())


def _time_base(stream: VideoStream) -> Fraction:
    return stream.time_base or Fraction(1, 1)


def _rates(stream: VideoStream) -> tuple[Fraction, ...]:
    found = (stream.average_rate, stream.guessed_rate, stream.base_rate)
    return tuple(dict.fromkeys(rate for rate in found if rate))


def _pair(number: Fraction) -> tuple[int, int]:
    return number.numerator, number.denominator


def _times(first: int | None, steps: Sequence[tuple[int, int]]) -> Iterator[int]:
    if first is None:
        return
    yield first
    for step, count in steps:
        for _ in range(count):
            first += step
            yield first
