"""H.264 in visually lossless quality: whole clips, and the encoder for pieces of a stitch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
from av.packet import Packet
from av.stream import Stream
from av.video.codeccontext import VideoCodecContext
from av.video.frame import PictureType

from restitch_app.domain.errors import MediaError, WrongUse
from restitch_app.domain.progress import JobContext
from restitch_app.media.atomic import atomic_file
from restitch_app.media.colour import ColourTags, plain_format, tag, to_yuv, yuv_tags_for

VISUALLY_LOSSLESS_CRF = 14
KEPT_FORMATS = (
    *("yuv420p", "yuv422p", "yuv444p"),
    *("yuv420p10le", "yuv422p10le", "yuv444p10le"),
)
"""What libx264 takes as it is, in even sizes; everything else becomes 8-bit 4:2:0, and odd sizes
become 4:4:4."""
MP4_OPTIONS = {"movflags": "+faststart"}
"""The index before the pictures: a player or a browser can begin before the file is whole."""


def encode_clip(
    path: Path,
    frames: Iterable[av.VideoFrame],
    rate: Fraction,
    ctx: JobContext | None = None,
    *,
    frame_total: int = 0,
    crf: int = VISUALLY_LOSSLESS_CRF,
    x264: dict[str, str] | None = None,
) -> int:
    """Write `frames` as H.264 at the constant `rate`; returns how many there were.

    Frames are shown at 0, 1/rate, 2/rate, ...; their own times are ignored. All have the size and
    pixel format of the first, which also gives the colour tags (BT.709 limited for RGB). The
    container follows the suffix (.mp4, .mov, .mkv). `x264`: further options (`bf`, `g`, `preset`).
    The file appears whole or, after cancelling or an error, not at all.
    Raises JobCancelled, MediaError where nothing can be encoded, WrongUse
    for a suffix that is no container, StorageError from the disk.
    """
    work, options = ctx or JobContext(), container_options(path)
    with (
        atomic_file(path) as unfinished,
        encoder_errors(path),
        av.open(str(unfinished), "w", options=options) as container,
    ):
        stream = container.add_stream("libx264", rate=rate)
        writer = FrameEncoder(stream.codec_context, rate, {"crf": str(crf), **(x264 or {})})
        for frame in frames:
            work.progress("Encoding", writer.frame_count, frame_total)
            container.mux(writer.encode(frame))
        if writer.frame_count == 0:
            raise MediaError("There are no frames to write", str(path), "Choose at least one frame")
        container.mux(writer.finish())
    return writer.frame_count


def container_options(path: Path) -> dict[str, str]:
    """Options for the container that the suffix names; WrongUse for any other suffix."""
    suffix = path.suffix.lower()
    if suffix in (".mp4", ".mov", ".m4v"):
        return MP4_OPTIONS
    if suffix == ".mkv":
        return {}
    raise WrongUse(
        "The file name does not end in a video format", path.name, "Use .mp4, .mov or .mkv"
    )


@dataclass(frozen=True, slots=True)
class PictureShape:
    """What all pictures of one encoding have in common."""

    width: int
    height: int
    pixel_format: str
    tags: ColourTags


def shape_of(frame: av.VideoFrame) -> PictureShape:
    """The shape in which `frame` is encoded."""
    name = plain_format(frame.format.name)
    is_whole = frame.width % 2 == 0 and (frame.height % 2 == 0 or name.startswith("yuv422"))
    if name not in KEPT_FORMATS:
        name = "yuv420p" if is_whole else "yuv444p"
    elif not is_whole:  # libx264 has no halves of a chroma sample
        name = "yuv444p10le" if name.endswith("10le") else "yuv444p"
    return PictureShape(frame.width, frame.height, name, yuv_tags_for(frame))


class FrameEncoder:
    """A libx264 context that numbers the frames it gets."""

    def __init__(
        self,
        context: VideoCodecContext,
        rate: Fraction,
        options: dict[str, str],
        shape: PictureShape | None = None,
    ) -> None:
        """`shape`: None takes it from the first frame."""
        self.context = context
        context.framerate = rate
        context.time_base = 1 / rate
        context.options = options
        self._shape = self._set_up(shape) if shape else None
        self.frame_count = 0

    def encode(self, frame: av.VideoFrame) -> list[Packet[Stream]]:
        """Packets that are ready; `frame` comes back unchanged, times included."""
        shape = self._shape = self._shape or self._set_up(shape_of(frame))
        if (frame.width, frame.height) != (shape.width, shape.height):
            raise ValueError(f"frame {self.frame_count} has another size: {frame}")
        picture = to_yuv(frame, shape.pixel_format, shape.tags)
        with _numbered(picture, self.frame_count, self.context.time_base):
            packets = self.context.encode(picture)
        self.frame_count += 1
        return packets

    def finish(self) -> list[Packet[Stream]]:
        return self.context.encode(None) if self.frame_count else []

    def _set_up(self, shape: PictureShape) -> PictureShape:
        self.context.width, self.context.height = shape.width, shape.height
        self.context.pix_fmt = shape.pixel_format
        tag(self.context, shape.tags)
        return shape


@contextmanager
def encoder_errors(path: Path) -> Iterator[None]:
    """Turn what an encoder or muxer says, the disk's own errors apart, into MediaError."""
    try:
        yield
    except OSError:
        raise  # also av.OSError: `atomic_file` knows what to say about disks
    except av.FFmpegError as error:
        raise MediaError(
            "The video could not be encoded",
            f"{path.name}: {error.strerror}",
            "Check the size and format of the clips",
        ) from error


@contextmanager
def _numbered(frame: av.VideoFrame, number: int, time_base: Fraction) -> Iterator[None]:
    """`frame` at its place and without the picture type it was decoded with, which x264 obeys."""
    kept = frame.pts, frame.time_base, frame.pict_type
    frame.pts, frame.time_base, frame.pict_type = number, time_base, PictureType.NONE
    try:
        yield
    finally:
        frame.pts, frame.pict_type = kept[0], kept[2]
        if kept[1] is not None:
            frame.time_base = kept[1]
