"""A clip at another rate, size or pixel format, encoded as visually lossless."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
from av.container import OutputContainer
from av.filter import Graph
from av.video.frame import VideoFrame

from restitch_app.domain.frames import ClipFacts, FrameRange
from restitch_app.domain.progress import JobContext
from restitch_app.media.atomic import atomic_file
from restitch_app.media.colour import tag, tags_of
from restitch_app.media.encode import (
    VISUALLY_LOSSLESS_CRF,
    FrameEncoder,
    container_options,
    encoder_errors,
)
from restitch_app.media.hidden_cut import SOUND_CODECS
from restitch_app.media.index import FrameIndex
from restitch_app.media.opening import open_container
from restitch_app.media.reader import open_reader

STAGE = "Converting"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a clip is converted to."""

    width: int
    height: int
    rate: Fraction
    pixel_format: str | None = None
    """By FFmpeg's name, one of `encode.KEPT_FORMATS`; None keeps it where it can be."""
    keeps_frames: bool = False
    """At another rate every frame stays and the clip's length changes; else frames are left out
    or repeated, and it stays as long as it is."""

    def fits(self, facts: ClipFacts) -> bool:
        """Whether a clip is so already."""
        is_like = (facts.width, facts.height, facts.rate) == (self.width, self.height, self.rate)
        has_format = self.pixel_format in (None, facts.pixel_format)
        return is_like and has_format and not facts.is_variable_rate

    def source_frames(self, index: FrameIndex, rate: Fraction, frames: FrameRange) -> list[int]:
        """The frames of the source that are shown, in order, one a frame of the result.

        `rate`: of the source, for how long its last frame is shown.
        """
        if self.keeps_frames:
            return list(frames)
        times = [index.pts[number] * index.time_base for number in frames]
        start, tick = times[0], index.time_base
        length_s = times[-1] - start + 1 / rate
        count = max(1, round(length_s * self.rate))
        # Half a tick of the container's own rounding must not show the frame before.
        shown = (start + number / self.rate + tick / 2 for number in range(count))
        return [frames.start + bisect_right(times, time) - 1 for time in shown]


def conform_clip(
    source: Path,
    index: FrameIndex,
    target: Path,
    shape: Shape,
    ctx: JobContext | None = None,
    frames: FrameRange | None = None,
) -> Path:
    """Write `source`, upright as it is stored, as H.264 beside `target` (no suffix); the file made.

    Another shape of picture is scaled to cover the new one and cropped evenly. Sound is copied
    packet for packet while the length stays: .mp4, or .mkv for sound that MP4 does not hold; where
    the length changes there is none. The file appears whole or not at all.
    Raises MediaError for what cannot be read, StorageError from the disk, JobCancelled.
    """
    work, part = ctx or JobContext(), frames or FrameRange(0, len(index))
    with open_reader(source, index) as reader:
        facts = reader.facts
        has_sound = facts.has_sound and not (shape.keeps_frames and shape.rate != facts.rate)
        made = target.with_name(target.name + _suffix(source, has_sound=has_sound))
        wanted = shape.source_frames(index, facts.rate, part)
        with (
            atomic_file(made) as unfinished,
            encoder_errors(made),
            av.open(str(unfinished), "w", options=container_options(made)) as container,
        ):
            stream = container.add_stream("libx264", rate=shape.rate)
            crf = {"crf": str(VISUALLY_LOSSLESS_CRF)}
            writer = FrameEncoder(stream.codec_context, shape.rate, crf)
            conformed = _Conformed(shape)
            for number in wanted:
                work.progress(STAGE, writer.frame_count, len(wanted))
                packets = writer.encode(conformed(reader.frame(number)))
                if has_sound and writer.frame_count == 1:
                    start_s = index.pts[part.start] * index.time_base
                    _copy_sound(source, container, start_s, len(wanted) / shape.rate)
                container.mux(packets)
            container.mux(writer.finish())
    return made


class _Conformed:
    """Pictures in the new size and format; a picture that is repeated is made once."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._graph: Graph | None = None
        self._last: tuple[VideoFrame, VideoFrame] | None = None

    def __call__(self, frame: VideoFrame) -> VideoFrame:
        if self._last is not None and self._last[0] is frame:
            return self._last[1]
        is_sized = (frame.width, frame.height) == (self._shape.width, self._shape.height)
        if is_sized and self._shape.pixel_format in (None, frame.format.name):
            return frame
        if self._graph is None:
            self._graph = self._built(frame)
        kept = frame.pts
        frame.pts = None
        self._graph.vpush(frame)
        made = self._graph.vpull()
        frame.pts = kept
        tag(made, tags_of(frame))
        self._last = frame, made
        return made

    def _built(self, frame: VideoFrame) -> Graph:
        shape, graph = self._shape, Graph()
        source = graph.add_buffer(
            width=frame.width, height=frame.height, format=frame.format, time_base=Fraction(1, 1000)
        )
        x, y, width, height = crop_for(frame.width, frame.height, shape.width, shape.height)
        steps = [
            graph.add("crop", f"{width}:{height}:{x}:{y}:exact=1"),
            graph.add("scale", f"{shape.width}:{shape.height}:flags=lanczos+accurate_rnd"),
        ]
        if shape.pixel_format is not None:
            steps.append(graph.add("format", shape.pixel_format))
        else:
            steps.append(graph.add("format", frame.format.name))
        graph.link_nodes(source, *steps, graph.add("buffersink")).configure()
        return graph


def crop_for(width: int, height: int, to_width: int, to_height: int) -> tuple[int, int, int, int]:
    """The middle part (x, y, width, height) of a picture with the proportions of another."""
    kept_width = min(width, round(Fraction(height * to_width, to_height)))
    kept_height = min(height, round(Fraction(width * to_height, to_width)))
    return (width - kept_width) // 2, (height - kept_height) // 2, kept_width, kept_height


def _suffix(source: Path, *, has_sound: bool) -> str:
    if not has_sound:
        return ".mp4"
    with open_container(source) as container:
        codec = container.streams.audio[0].codec_context.codec.canonical_name
    return ".mp4" if codec in SOUND_CODECS else ".mkv"


def _copy_sound(
    source: Path, container: OutputContainer, start_s: Fraction, length_s: Fraction
) -> None:
    with open_container(source) as opened:
        heard = opened.streams.audio[0]
        target = container.add_stream_from_template(heard)
        for packet in opened.demux(heard):
            if packet.pts is None or packet.dts is None or packet.time_base is None:
                continue
            shift = round(start_s / packet.time_base)
            packet.pts, packet.dts = packet.pts - shift, packet.dts - shift
            if 0 <= packet.pts * packet.time_base < length_s:
                packet.stream = target
                container.mux(packet)
