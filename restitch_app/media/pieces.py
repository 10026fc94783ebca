"""Encoding the runs of a stitch that cannot be copied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import av
from av.codec.context import Flags
from av.packet import Packet
from av.stream import Stream
from av.video.codeccontext import VideoCodecContext

from restitch_app.media.colour import UNSPECIFIED, is_rgb, plain_format, tags_of
from restitch_app.media.encode import FrameEncoder, PictureShape
from restitch_app.media.luma import rgb_frame
from restitch_app.media.nal import ParameterSets, annexb_sets, annexb_units
from restitch_app.media.reader import open_reader
from restitch_app.media.runs import EncodeRun

# A constant quantiser bounds the error whatever the picture holds: its step is 2.5 at QP 12 (H.264
# table 8-15), so at worst, every coefficient off by half a step, luma keeps 46.2 dB.
PIECE_OPTIONS = {"qp": "12", "g": "48"}
PIECE_PRESET = "veryfast"
WHOLE_PRESET = "medium"
"""The quantiser alone decides the quality; a slower preset only makes long films smaller."""
FLAT = "ipratio=1:pbratio=1"
"""B-frames get the quantiser of the others."""
PIECE_DELAY = 2
"""Frames by which x264 decodes ahead with its default B-frames."""


@dataclass(frozen=True, slots=True)
class PiecePacket:
    units: tuple[bytes, ...]
    """NAL units without parameter sets."""
    shown: int
    """Frame of the run, from 0."""
    is_key: bool


def whole_options() -> dict[str, str]:
    """x264's options where everything is encoded."""
    return PIECE_OPTIONS | {"preset": WHOLE_PRESET, "x264-params": FLAT}


class PieceMaker:
    """Encodes runs so that their packets fit between copied ones. On one thread."""

    def __init__(self, shape: PictureShape, rate: Fraction, set_id: int) -> None:
        """`set_id`: id of the parameter sets of all pieces, 0 to 31."""
        self.shape = shape
        self._rate = rate
        own = {"preset": PIECE_PRESET, "x264-params": f"{FLAT}:sps-id={set_id}"}
        self._options = PIECE_OPTIONS | own
        encoder = self._encoder()
        encoder.context.open()
        self.sets: ParameterSets = annexb_sets(encoder.context.extradata or b"")

    def packets(self, run: EncodeRun) -> Iterator[PiecePacket]:
        """The run as a closed GOP or several, in decoding order."""
        encoder = self._encoder()
        for frame in run_frames(run, self.shape):
            yield from map(self._piece_packet, encoder.encode(frame))
        yield from map(self._piece_packet, encoder.finish())
        if annexb_sets(encoder.context.extradata or b"") != self.sets:
            raise RuntimeError("x264 wrote other parameter sets for the same options")

    def _encoder(self) -> FrameEncoder:
        context = av.CodecContext.create("libx264", "w")
        assert isinstance(context, VideoCodecContext)
        context.flags |= Flags.global_header
        return FrameEncoder(context, self._rate, self._options, self.shape)

    def _piece_packet(self, packet: Packet[Stream]) -> PiecePacket:
        assert packet.pts is not None
        return PiecePacket(tuple(annexb_units(bytes(packet))), packet.pts, packet.is_keyframe)


def run_frames(run: EncodeRun, shape: PictureShape) -> Iterator[av.VideoFrame]:
    """The frames of a run in the shape of the result."""
    for part in run.parts:
        with open_reader(part.source.path, part.source.index) as reader:
            for frame in reader.frames(part.frames.start, part.frames.stop):
                yield fitted(frame, shape)


def fitted(frame: av.VideoFrame, shape: PictureShape) -> av.VideoFrame:
    """`frame` in the size and colours of `shape`; its samples stay untouched where they fit."""
    is_size = (frame.width, frame.height) == (shape.width, shape.height)
    if is_size and (is_rgb(frame) or _means_the_same(frame, shape)):
        return frame
    return rgb_frame(frame, shape.width, shape.height)


def _means_the_same(frame: av.VideoFrame, shape: PictureShape) -> bool:
    """Whether the samples show the same colours under the tags of `shape`."""
    tags = tags_of(frame)
    return (
        plain_format(frame.format.name) == shape.pixel_format
        and tags.is_full_range == shape.tags.is_full_range
        and (tags.matrix == shape.tags.matrix or UNSPECIFIED in (tags.matrix, shape.tags.matrix))
    )
