"""Clips that cannot be read frame by frame as they are, kept as a lossless clip beside them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import av
from av.container import OutputContainer
from av.filter import Graph
from av.video.stream import VideoStream

from restitch_app.domain.errors import MediaError
from restitch_app.domain.frames import ClipFacts, FrameRange
from restitch_app.domain.progress import JobContext
from restitch_app.media.animation import Animation, animation_pictures, find_animation
from restitch_app.media.atomic import atomic_file
from restitch_app.media.colour import is_rgb, plain_format, relabelled, tag, tags_of
from restitch_app.media.index import FrameIndex, build_index
from restitch_app.media.luma import rgb
from restitch_app.media.opening import open_container, unreadable
from restitch_app.media.patch import LOSSLESS_RGB, planes
from restitch_app.media.probe import nominal_rate, probe
from restitch_app.media.reader import open_reader
from restitch_app.media.sequence import (
    PICTURE_RATE,
    PictureSequence,
    find_sequence,
    sequence_pictures,
)

MATROSKA_TICK = Fraction(1, 1000)
FFV1 = {"level": "3", "slicecrc": "1", "g": "1"}
"""Every frame decodes alone and carries a checksum."""
TURNS = {90: ("clock",), 180: ("clock", "clock"), 270: ("cclock",)}
STAGE = "Making a lossless copy"


def needs_lossless_copy(path: Path, index: FrameIndex | None = None) -> str | None:
    """Why the clip is kept as a lossless copy; None where it is read as it is.

    `index` saves building it. Raises MediaError as `probe` does.
    """
    if find_sequence(path) is not None:
        return "it is numbered pictures"
    if (animation := find_animation(path)) is not None:
        return f"it is an animated picture ({animation.kind})"
    known = index or build_index(path)
    if known.is_counted:
        return "it does not say when its pictures are shown"
    if turn := probe(path, known).rotation_degrees:
        return f"its pictures are stored turned by {turn} degrees"
    return None


def source_facts(path: Path, picture_rate: Fraction = PICTURE_RATE) -> ClipFacts:
    """Facts of a clip as it will be after import, upright. Writes nothing; raises MediaError.

    `picture_rate`: frames a second of numbered pictures.
    """
    if (sequence := find_sequence(path)) is not None:
        return ClipFacts(
            width=sequence.width,
            height=sequence.height,
            rate=picture_rate,
            frame_count=len(sequence.files),
            codec=path.suffix.lower().removeprefix("."),
            pixel_format=LOSSLESS_RGB,
            is_variable_rate=False,
            has_sound=False,
        )
    facts = probe(path)
    if facts.rotation_degrees in (90, 270):
        return replace(facts, width=facts.height, height=facts.width, rotation_degrees=0)
    return replace(facts, rotation_degrees=0)


def is_of_pictures(path: Path) -> bool:
    """Whether its frames are pictures of their own: animated, or a numbered sequence."""
    return find_sequence(path) is not None or find_animation(path) is not None


def write_lossless_copy(
    source: Path,
    target: Path,
    ctx: JobContext | None = None,
    frames: FrameRange | None = None,
    picture_rate: Fraction = PICTURE_RATE,
) -> FrameIndex:
    """Write `source` as FFV1 to `target` (.mkv), upright, and return the copy's index.

    `frames`: only these; not where `is_of_pictures`. `picture_rate`: of numbered pictures.

    Same number of frames, same samples (checked by decoding), same times to 1 ms; a constant rate
    is kept exactly. Sound is copied packet for packet. The file appears whole or not at all.
    Raises MediaError for what cannot be read, StorageError from the disk, JobCancelled.
    """
    work = ctx or JobContext()
    if (sequence := find_sequence(source)) is not None:
        pictures = _numbered(source, sequence, picture_rate)
    else:
        animation = find_animation(source)
        pictures = _animated(source, animation) if animation else _turned(source, frames)
    with atomic_file(target) as unfinished:
        written = _write(unfinished, pictures, work)
        index = build_index(unfinished)
        if _digests(unfinished, index, work) != written:
            raise MediaError(
                f"The lossless copy of {source.name} is not exact",
                f"{target.name} was not kept",
                "Check the disk, and try again.",
            )
    return index


@dataclass(frozen=True, slots=True)
class _Pictures:
    """What to write: frames with their times in `time_base`, and the rate where it is constant."""

    total: int
    rate: Fraction | None
    time_base: Fraction
    frames: Callable[[], Iterator[av.VideoFrame]]
    sound: Path | None = None
    sound_start_s: Fraction = Fraction(0)
    """The time in `sound` at which the first picture is shown."""
    sound_s: Fraction | None = None
    """How long it is heard; None: to its end."""


def _animated(path: Path, animation: Animation) -> _Pictures:
    rate = animation.rate

    def frames() -> Iterator[av.VideoFrame]:
        for number, picture in enumerate(animation_pictures(path)):
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(
                format=LOSSLESS_RGB
            )
            frame.pts = number if rate else animation.times_ms[number]
            yield frame

    return _Pictures(len(animation.durations_ms), rate, 1 / rate if rate else MATROSKA_TICK, frames)


def _numbered(path: Path, sequence: PictureSequence, rate: Fraction) -> _Pictures:
    def frames() -> Iterator[av.VideoFrame]:
        for number, picture in enumerate(sequence_pictures(path, sequence.files)):
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(
                format=LOSSLESS_RGB
            )
            frame.pts = number
            yield frame

    return _Pictures(len(sequence.files), rate, 1 / rate, frames)


def _turned(path: Path, part: FrameRange | None = None) -> _Pictures:
    index = build_index(path)
    facts = probe(path, index)
    rate, is_variable = nominal_rate(index)
    wanted = part or FrameRange(0, len(index))
    start = index.pts[wanted.start]

    def frames() -> Iterator[av.VideoFrame]:
        turned = _Turner(facts.rotation_degrees)
        with open_reader(path, index) as reader:
            for number, frame in zip(wanted, reader.frames(wanted.start), strict=False):
                upright = turned(_storable(path, frame))
                upright.pts = index.pts[number] - start if is_variable else number - wanted.start
                yield upright

    ends = index.pts[wanted.stop] if wanted.stop < len(index) else None
    return _Pictures(
        len(wanted),
        None if is_variable else rate,
        index.time_base if is_variable else 1 / rate,
        frames,
        path if facts.has_sound else None,
        start * index.time_base,
        None if ends is None else (ends - start) * index.time_base,
    )


class _Turner:
    """Turns pictures clockwise by moving samples; none is computed anew."""

    def __init__(self, degrees: int) -> None:
        self._turns = TURNS.get(degrees, ())
        self._graph: Graph | None = None

    def __call__(self, frame: av.VideoFrame) -> av.VideoFrame:
        if not self._turns:
            return frame
        if self._graph is None:
            self._graph = self._built(frame)
        frame.pts = None
        self._graph.vpush(frame)
        turned = self._graph.vpull()
        tag(turned, tags_of(frame))
        return turned

    def _built(self, frame: av.VideoFrame) -> Graph:
        graph = Graph()
        source = graph.add_buffer(
            width=frame.width, height=frame.height, format=frame.format, time_base=MATROSKA_TICK
        )
        turns = [graph.add("transpose", turn) for turn in self._turns]
        graph.link_nodes(source, *turns, graph.add("buffersink")).configure()
        return graph


def _storable(path: Path, frame: av.VideoFrame) -> av.VideoFrame:
    """In a pixel format that FFV1 keeps exactly."""
    name = plain_format(frame.format.name)
    known = {video_format.name for video_format in av.Codec("ffv1", "w").video_formats or ()}
    if name in known and name.startswith(("yuv", "gray", "gbrp")):
        return relabelled(frame, name)
    if is_rgb(frame) and all(part.bits <= 8 for part in frame.format.components):
        return frame.reformat(format=LOSSLESS_RGB)
    raise unreadable(path, f"its pixel format {name} cannot be kept without loss")


def _write(path: Path, pictures: _Pictures, work: JobContext) -> list[bytes]:
    digests: list[bytes] = []
    with av.open(str(path), "w") as container:
        stream: VideoStream | None = None
        for frame in pictures.frames():
            work.progress(STAGE, len(digests), pictures.total)
            if stream is None:
                stream = _stream_for(container, frame, pictures)
                _copy_sound(container, pictures)
            digests.append(frame_digest(frame))
            frame.time_base = pictures.time_base
            container.mux(stream.encode(frame))
        if stream is not None:
            container.mux(stream.encode(None))
    return digests


def _stream_for(
    container: OutputContainer, frame: av.VideoFrame, pictures: _Pictures
) -> VideoStream:
    stream = container.add_stream("ffv1", rate=pictures.rate, options=FFV1)
    stream.width, stream.height = frame.width, frame.height
    stream.pix_fmt = frame.format.name
    stream.codec_context.time_base = pictures.time_base
    tag(stream.codec_context, tags_of(frame))
    return stream


def _copy_sound(container: OutputContainer, pictures: _Pictures) -> None:
    """All of it at once: the muxer holds packets back and puts them between the pictures."""
    if pictures.sound is None:
        return
    with open_container(pictures.sound) as source:
        heard = source.streams.audio[0]
        target = container.add_stream_from_template(heard)
        for packet in source.demux(heard):
            if packet.pts is None or packet.dts is None or packet.time_base is None:
                continue
            shift = round(pictures.sound_start_s / packet.time_base)
            packet.pts, packet.dts = packet.pts - shift, packet.dts - shift
            packet.stream = target
            heard_s = packet.pts * packet.time_base
            if heard_s >= 0 and (pictures.sound_s is None or heard_s < pictures.sound_s):
                container.mux(packet)


def _digests(path: Path, index: FrameIndex, work: JobContext) -> list[bytes]:
    digests: list[bytes] = []
    with open_reader(path, index) as reader:
        for frame in reader.frames(0):
            work.progress(STAGE, len(digests), len(index))
            digests.append(frame_digest(frame))
    return digests


def frame_digest(frame: av.VideoFrame) -> bytes:
    """Equal for frames of equal samples, whatever their times."""
    arrays = [rgb(frame)] if is_rgb(frame) else planes(frame)
    return hashlib.sha256(b"".join(array.tobytes() for array in arrays)).digest()
