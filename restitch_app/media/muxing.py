"""The packets of a stitch, in order and in one container."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from fractions import Fraction

from av.container import OutputContainer
from av.packet import Packet
from av.stream import Stream
from av.video.stream import VideoStream

from restitch_app.domain.progress import JobContext
from restitch_app.media.colour import ColourTags, plain_format, tag, tags_of
from restitch_app.media.copying import reorder_delay
from restitch_app.media.encode import FrameEncoder, PictureShape, shape_of
from restitch_app.media.nal import (
    ParameterSets,
    build_avcc,
    join_units,
    merged_sets,
    sized_units,
    unused_id,
    with_sets,
)
from restitch_app.media.opening import clip_errors
from restitch_app.media.packets import H264Clip, VideoPacket, open_to_copy
from restitch_app.media.pieces import (
    PIECE_DELAY,
    PieceMaker,
    run_frames,
    whole_options,
)
from restitch_app.media.read_back import packet_digest
from restitch_app.media.reader import open_reader
from restitch_app.media.runs import CopyRun, EncodeRun, Run
from restitch_app.media.sound import SceneSound, SoundWriter
from restitch_app.media.stopwatch import Stopwatch

STAGE = "Exporting"


@dataclass(frozen=True, slots=True)
class Layout:
    """How decoders learn the parameter sets."""

    record: bytes
    """The avcC record in the header."""
    is_in_band: bool
    """Streams use one id for different sets: each key frame repeats its own before it."""


@dataclass(frozen=True, slots=True)
class TimedPacket:
    packet: Packet[Stream] | VideoPacket
    shown: int
    """Scene frame."""


def sets_layout(clips: Sequence[H264Clip], pieces: ParameterSets | None) -> Layout:
    """One header for all where the ids allow it, which every player understands."""
    different = tuple(dict.fromkeys(clip.record for clip in clips))
    if len(different) == 1 and pieces is None:
        return Layout(different[0], is_in_band=False)
    all_sets = [clip.sets for clip in clips] + ([pieces] if pieces else [])
    merged = merged_sets(all_sets)
    return Layout(build_avcc(merged or clips[0].sets), is_in_band=merged is None)


class SceneMuxer:
    """Writes runs into an open container: one tick a frame, dts a common delay before pts."""

    def __init__(
        self, container: OutputContainer, rate: Fraction, frame_total: int, work: JobContext
    ) -> None:
        self._container = container
        self._rate = rate
        self._tick_s = 1 / rate
        self._frame_total = frame_total
        self._work = work
        self.encoding = Stopwatch()
        self.written: list[bytes] = []
        """Digests of the pictures' packets as they went in; empty where all were encoded, since
        the muxer puts those in another form."""

    def encode_all(self, runs: Sequence[EncodeRun], sound: SceneSound | None) -> None:
        """Nothing can be copied: one encoding from the first frame to the last."""
        shape = first_shape(runs[0])
        stream = self._container.add_stream("libx264", rate=self._rate)
        audio = sound.add_to(self._container) if sound else None
        encoder = FrameEncoder(stream.codec_context, self._rate, whole_options(), shape)
        with self.encoding.running():
            for run in runs:
                for frame in run_frames(run, shape):
                    self._work.progress(STAGE, encoder.frame_count, self._frame_total)
                    self._mux(encoder.encode(frame), audio)
            self._mux(encoder.finish(), audio)
        if audio:
            audio.finish()

    def copy_and_encode(
        self, runs: Sequence[Run], model: H264Clip, sound: SceneSound | None
    ) -> None:
        """`model`: the clip that the header describes."""
        clips = [run.clip for run in runs if isinstance(run, CopyRun)]
        maker = self._piece_maker(runs, model, clips)
        layout = sets_layout(clips, maker.sets if maker else None)
        stream = self._add_stream(model, layout, maker.shape.tags if maker else None)
        audio = sound.add_to(self._container) if sound else None
        delays = [reorder_delay(clip.units) for clip in clips]
        delay = max([*delays, PIECE_DELAY if maker else 0])
        place = 0
        for run in runs:
            with self.encoding.running() if isinstance(run, EncodeRun) else nullcontext():
                for timed in _run_packets(run, layout, maker):
                    self._work.progress(STAGE, place, self._frame_total)
                    packet = timed.packet
                    packet.stream, packet.time_base = stream, self._tick_s
                    packet.pts, packet.dts, packet.duration = timed.shown, place - delay, 1
                    self.written.append(packet_digest(packet))
                    self._mux([packet], audio)
                    place += 1
        if audio:
            audio.finish()

    def _piece_maker(
        self, runs: Sequence[Run], model: H264Clip, clips: Sequence[H264Clip]
    ) -> PieceMaker | None:
        if all(isinstance(run, CopyRun) for run in runs):
            return None
        shape = PictureShape(*model.size, plain_format(model.pixel_format), _tags(model))
        return PieceMaker(shape, self._rate, unused_id(clip.sets for clip in clips))

    def _add_stream(self, model: H264Clip, layout: Layout, tags: ColourTags | None) -> VideoStream:
        with open_to_copy(model.path) as source:
            stream = self._container.add_stream_from_template(source.streams.video[0])
        stream.codec_context.extradata = layout.record
        stream.codec_context.framerate = self._rate
        stream.codec_context.pix_fmt = model.pixel_format
        stream.time_base = 1 / self._rate
        if tags:
            tag(stream.codec_context, tags)
        return stream

    def _mux(
        self, packets: Sequence[Packet[Stream] | VideoPacket], audio: SoundWriter | None
    ) -> None:
        for packet in packets:
            if audio and packet.dts is not None:
                audio.write_until(packet.dts * packet.time_base)
            self._container.mux_one(packet)


def _run_packets(run: Run, layout: Layout, maker: PieceMaker | None) -> Iterator[TimedPacket]:
    if isinstance(run, CopyRun):
        return _copied_packets(run, layout)
    assert maker is not None
    return _piece_packets(run, layout, maker)


def _copied_packets(run: CopyRun, layout: Layout) -> Iterator[TimedPacket]:
    sets = run.clip.sets
    units = run.clip.units[run.places.start : run.places.stop]
    for unit, packet in zip(units, run.clip.packets(run.places), strict=True):
        shown = run.scene.start + unit.rank - run.places.start
        if layout.is_in_band and packet.is_keyframe:
            parts = list(sized_units(memoryview(packet), sets.length_size))
            yield TimedPacket(_packet(with_sets(parts, sets), is_key=True), shown)
        elif sets.length_size != layout.record[4] % 4 + 1:
            parts = list(sized_units(memoryview(packet), sets.length_size))
            yield TimedPacket(_packet(join_units(parts), packet.is_keyframe), shown)
        else:
            yield TimedPacket(packet, shown)


def _piece_packets(run: EncodeRun, layout: Layout, maker: PieceMaker) -> Iterator[TimedPacket]:
    for piece in maker.packets(run):
        with_own = layout.is_in_band and piece.is_key
        data = with_sets(piece.units, maker.sets) if with_own else join_units(piece.units)
        yield TimedPacket(_packet(data, piece.is_key), run.scene.start + piece.shown)


def _packet(data: bytes, is_key: bool) -> Packet[Stream]:
    packet: Packet[Stream] = Packet(data)
    packet.is_keyframe = is_key
    return packet


def first_shape(run: EncodeRun) -> PictureShape:
    """Size and colours of its first frame, which is decoded. Raises MediaError."""
    part = run.parts[0]
    with open_reader(part.source.path, part.source.index) as reader:
        return shape_of(reader.frame(part.frames.start))


def _tags(model: H264Clip) -> ColourTags:
    """As decoding finds them: containers may say less than the pictures."""
    with clip_errors(model.path), open_to_copy(model.path) as container:
        stream = container.streams.video[0]
        first = next(container.decode(stream))
        stream.codec_context.flush_buffers()
        return tags_of(first)
