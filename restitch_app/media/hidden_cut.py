"""A part of a clip by packet copy alone, wherever it begins: what its pictures rest on goes along,
hidden by the edit list.

A cut between key frames needs the packets from the key frame before on, and, with B-frames, some
after its end. MP4 can hold them without showing them; every decoder gives the very same pictures.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.progress import JobContext
from restitch_app.media.atomic import atomic_file
from restitch_app.media.index import DELIVERY_CODECS, SAMPLE_CONTAINERS, FrameIndex, build_index
from restitch_app.media.lossless import frame_digest
from restitch_app.media.opening import clip_errors, open_container
from restitch_app.media.packets import open_to_copy
from restitch_app.media.probe import nominal_rate
from restitch_app.media.reader import open_reader

MOVIE_TICKS = 90_000
"""Of the edit list, for a second: fine enough for half a frame at any rate."""
SOUND_CODECS = frozenset({"aac", "mp3", "ac3", "eac3", "opus", "flac", "alac"})
"""What MP4 holds; a clip with another kind of sound is cut another way."""
STAGE = "Checking the piece"


def hidden_cut(
    source: Path,
    index: FrameIndex,
    frames: FrameRange,
    target: Path,
    ctx: JobContext | None = None,
) -> bool:
    """Write these frames to `target` (.mp4) by copying packets; whether that gave these pictures.

    False, and no file, where packets cannot stand alone: another container or codec, uneven or
    missing times, or decoded frames that are not the source's, compared one by one. Sound is copied
    packet for packet. Raises MediaError for what cannot be read, StorageError, JobCancelled.
    """
    work = ctx or JobContext()
    part = _part(source, index, frames)
    if part is None:
        return False
    try:
        with atomic_file(target) as unfinished:
            _write(unfinished, part)
            _end_at(unfinished, part)
            _check(part, unfinished, work)
    except _NotExact:
        return False
    return True


class _NotExact(Exception):
    pass


@dataclass(frozen=True, slots=True)
class _Part:
    source: Path
    index: FrameIndex
    frames: FrameRange
    rate: Fraction

    @property
    def start_pts(self) -> int:
        return self.index.pts[self.frames.start]

    @property
    def start_s(self) -> Fraction:
        return self.start_pts * self.index.time_base

    @property
    def shown_s(self) -> Fraction:
        return len(self.frames) / self.rate


def _part(source: Path, index: FrameIndex, frames: FrameRange) -> _Part | None:
    rate, is_variable = nominal_rate(index)
    if index.is_counted or index.is_damaged or is_variable or not len(frames):
        return None
    with clip_errors(source), open_to_copy(source) as container:
        stream = container.streams.video[0]
        sounds = {one.codec_context.codec.canonical_name for one in container.streams.audio[:1]}
        fits = (
            container.format.name.startswith(SAMPLE_CONTAINERS)
            and stream.codec_context.codec.canonical_name in DELIVERY_CODECS
            and sounds <= SOUND_CODECS
        )
    return _Part(source, index, frames, rate) if fits else None


def _write(path: Path, part: _Part) -> None:
    options = {"movie_timescale": str(MOVIE_TICKS), "avoid_negative_ts": "disabled"}
    with (
        clip_errors(part.source),
        open_container(part.source) as source,
        av.open(str(path), "w", options=options) as container,
    ):
        pictures = source.streams.video[0]
        # Opaque: some codecs (AV1) are decoded here by what cannot encode them.
        target = container.add_stream_from_template(pictures, opaque=True)
        heard = source.streams.audio[0] if source.streams.audio else None
        sound = container.add_stream_from_template(heard) if heard is not None else None
        for packet in _needed(source.demux(pictures), part):
            _shift(packet, part.start_s)
            packet.stream = target
            container.mux(packet)
        if heard is not None and sound is not None:
            _copy_sound(part, container, sound)


def _needed(packets: Iterator[Packet[VideoStream]], part: _Part) -> Iterator[Packet[VideoStream]]:
    """In decoding order, from the key frame before to the last that is shown; none after it can
    be needed."""
    key = part.index.key_before(part.frames.start)
    shown = set(part.index.pts[part.frames.start : part.frames.stop])
    left = len(shown)
    has_begun = key is None
    for packet in packets:
        if not packet.size:
            continue
        has_begun = has_begun or (key is not None and packet.pts == key.pts)
        if has_begun:
            left -= packet.pts in shown
            yield packet
            if not left:
                return


def _copy_sound(part: _Part, container: OutputContainer, target: AudioStream) -> None:
    with open_container(part.source) as source:
        for packet in source.demux(source.streams.audio[0]):
            if packet.pts is None or packet.dts is None or packet.time_base is None:
                continue
            _shift(packet, part.start_s)
            heard_s = packet.pts * packet.time_base
            if 0 <= heard_s < part.shown_s:
                packet.stream = target
                container.mux(packet)


def _shift(packet: Packet[VideoStream] | Packet[AudioStream], start_s: Fraction) -> None:
    if packet.pts is None or packet.dts is None:  # Matroska stores no decoding times
        raise _NotExact
    shift = round(start_s / packet.time_base)
    packet.pts, packet.dts = packet.pts - shift, packet.dts - shift


def _end_at(path: Path, part: _Part) -> None:
    """Let the edit list of the pictures end half a frame after the last one begins, so that no
    rounding shows what lies behind it."""
    ticks = round((len(part.frames) - Fraction(1, 2)) / part.rate * MOVIE_TICKS)
    with path.open("r+b") as file:
        place = _edit_duration(memoryview(file.read()))
        if place is None:
            raise _NotExact
        offset, is_wide = place
        file.seek(offset)
        file.write(struct.pack(">Q" if is_wide else ">I", ticks))


def _edit_duration(content: memoryview) -> tuple[int, bool] | None:
    """Where the only edit of the first track with pictures says how long it lasts, and whether in
    64 bits. ISO 14496-12, 8.6.6."""
    movie = next(_boxes(content, 0, len(content), b"moov"), None)
    for track in _boxes(content, *movie, b"trak") if movie else ():
        if not _shows_pictures(content, track):
            continue
        for edits in _boxes(content, *track, b"edts"):
            for start, _stop in _boxes(content, *edits, b"elst"):
                version, count = content[start], struct.unpack_from(">I", content, start + 4)[0]
                return (start + 8, version == 1) if count == 1 else None
        return None
    return None


def _shows_pictures(content: memoryview, track: tuple[int, int]) -> bool:
    return any(
        bytes(content[start + 8 : start + 12]) == b"vide"
        for media in _boxes(content, *track, b"mdia")
        for start, _stop in _boxes(content, *media, b"hdlr")
    )


def _boxes(content: memoryview, start: int, stop: int, kind: bytes) -> Iterator[tuple[int, int]]:
    """Insides of the boxes of this kind, (start, stop) in bytes. ISO 14496-12, 4.2."""
    while start + 8 <= stop:
        size, head = struct.unpack_from(">I", content, start)[0], 8
        if size == 1:
            size, head = struct.unpack_from(">Q", content, start + 8)[0], 16
        end = stop if size == 0 else start + size
        if end < start + head:
            return
        if bytes(content[start + 4 : start + 8]) == kind:
            yield start + head, min(end, stop)
        start = end


def _check(part: _Part, piece: Path, work: JobContext) -> None:
    index = build_index(piece)
    total = len(part.frames)
    rate, is_variable = nominal_rate(index)
    if len(index) != total or is_variable or (total > 1 and rate != part.rate):
        raise _NotExact
    with open_reader(part.source, part.index) as whole, open_reader(piece, index) as reader:
        pairs = zip(whole.frames(part.frames.start), reader.frames(), strict=False)
        for number, (wanted, found) in enumerate(pairs):
            work.progress(STAGE, number, total)
            if frame_digest(wanted) != frame_digest(found):
                raise _NotExact
