"""The packets of an H.264 clip, ready to be copied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from av.container import InputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from restitch_app.domain.frames import FrameRange
from restitch_app.media.copying import Unit
from restitch_app.media.index import SAMPLE_CONTAINERS, FrameIndex
from restitch_app.media.nal import (
    IDR_SLICE,
    ParameterSets,
    parse_avcc,
    sequence_facts,
    sized_units,
    unit_type,
)
from restitch_app.media.opening import clip_errors, open_container

VideoPacket: TypeAlias = "Packet[VideoStream]"

# Opening a file decodes its first pictures to learn the pixel format, 36 ms at 720p; the parameter
# sets say it as well, so the pictures are skipped (below 3 ms).
OPENING_ONLY_READS = [{"skip_frame": "all"}] * 16
CHROMA_NAMES = {1: "yuv420p", 2: "yuv422p", 3: "yuv444p"}


@dataclass(frozen=True, slots=True)
class H264Clip:
    """An H.264 clip whose packets are its pictures. `units` and packets are in decoding order."""

    path: Path
    size: tuple[int, int]
    """(width, height)"""
    pixel_format: str
    """As decoders name it: yuv420p, yuvj420p, ..."""
    sets: ParameterSets
    record: bytes
    """The avcC record as it is in the file."""
    units: tuple[Unit, ...]
    hidden_before: int
    """Pictures that the edit list hides before frame 0: frame n has rank n + hidden_before."""
    sound_rate_hz: int | None
    """None for a clip without sound."""
    kept: tuple[VideoPacket, ...] | None
    """The packets, where there was room to keep them in memory."""

    def packets(self, places: FrameRange) -> Iterator[VideoPacket]:
        """Packets `places` in decoding order. Read from the file again where not kept."""
        if self.kept is not None:
            yield from self.kept[places.start : places.stop]
            return
        with clip_errors(self.path), open_to_copy(self.path) as container:
            packets = (packet for packet in container.demux(video=0) if packet.size)
            yield from islice(packets, places.start, places.stop)


def open_to_copy(path: Path) -> InputContainer:
    """Open without decoding anything; pixel formats stay unknown."""
    return open_container(path, OPENING_ONLY_READS)


def read_h264(path: Path, index: FrameIndex, *, keep: bool) -> H264Clip | None:
    """The clip's packets; None where it is not H.264 that can be copied as `index` counts it.

    `keep`: hold the packets in memory. Raises MediaError where the file cannot be read.
    """
    with clip_errors(path), open_to_copy(path) as container:
        if not container.format.name.startswith(SAMPLE_CONTAINERS) or not container.streams.video:
            return None
        stream = container.streams.video[0]
        context = stream.codec_context
        if context.name != "h264" or index.is_counted or index.is_damaged:
            return None
        record = context.extradata or b""
        try:
            sets = parse_avcc(record)
            pixel_format = _pixel_format(sets, is_full_range=context.color_range == 2)
            packets = [packet for packet in container.demux(stream) if packet.size]
            units = _units(packets, index, sets.length_size)
        except ValueError:
            return None
        if units is None or pixel_format is None:
            return None
        return H264Clip(
            path,
            (stream.width, stream.height),
            pixel_format,
            sets,
            record,
            units,
            _hidden_before(packets, index),
            sound_rate_hz(container),
            tuple(packets) if keep else None,
        )


def sound_rate_hz(container: InputContainer) -> int | None:
    """Of the first sound stream; None without sound."""
    audio = container.streams.audio
    return audio[0].codec_context.sample_rate or None if audio else None


def _units(
    packets: list[VideoPacket], index: FrameIndex, length_size: int
) -> tuple[Unit, ...] | None:
    """None where packets and shown frames are not the same thing."""
    times = [packet.pts for packet in packets if packet.pts is not None]
    shown = sorted(
        packet.pts for packet in packets if packet.pts is not None and not packet.is_discard
    )
    if len(times) != len(packets) or len(set(times)) != len(times) or tuple(shown) != index.pts:
        return None
    ranks = {pts: rank for rank, pts in enumerate(sorted(times))}
    return tuple(
        Unit(ranks[pts], packet.is_keyframe and _is_idr(packet, length_size))
        for pts, packet in zip(times, packets, strict=True)
    )


def _hidden_before(packets: list[VideoPacket], index: FrameIndex) -> int:
    first = index.pts[0] if index.pts else 0
    return sum(packet.pts is not None and packet.pts < first for packet in packets)


def _is_idr(packet: VideoPacket, length_size: int) -> bool:
    units = sized_units(memoryview(packet), length_size)
    return any(unit_type(unit[0]) == IDR_SLICE for unit in units)


def _pixel_format(sets: ParameterSets, *, is_full_range: bool) -> str | None:
    facts = {
        (found.chroma_format, found.luma_bits, found.chroma_bits)
        for found in map(sequence_facts, sets.sequence)
    }
    if len(facts) != 1:
        return None
    chroma, luma_bits, chroma_bits = facts.pop()
    if luma_bits != chroma_bits or chroma not in CHROMA_NAMES:
        return None
    name = CHROMA_NAMES[chroma]
    if luma_bits > 8:
        return f"{name}{luma_bits}le"
    return name.replace("yuv", "yuvj") if is_full_range else name
