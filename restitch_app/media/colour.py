"""The four colour tags of a frame or stream, carried from source to result."""

from __future__ import annotations

from dataclasses import dataclass

import av
import numpy as np
import numpy.typing as npt
from av.video.codeccontext import VideoCodecContext
from av.video.plane import VideoPlane
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc, Interpolation

BT709_MATRIX = 1  # AVCOL_SPC_BT709
UNSPECIFIED = 2  # the same number for primaries, transfer and matrix

# swscale counts matrices its own way: H.273 number of a frame's tag -> name PyAV understands.
SWSCALE_MATRIX = {
    1: Colorspace.ITU709,
    4: Colorspace.FCC,
    5: Colorspace.ITU601,
    6: Colorspace.ITU601,
    7: Colorspace.SMPTE240M,
    9: Colorspace.BT2020,
}

FULL_RANGE_NAMES = {"yuvj420p": "yuv420p", "yuvj422p": "yuv422p", "yuvj444p": "yuv444p"}
"""FFmpeg's old names for full-range YUV; the samples lie the same way."""

# Without this, RGB to YUV and back darkens by 0.2 of 255 on the mean instead of 0.02.
EXACT_TO_YUV = Interpolation.BILINEAR | Interpolation.ACCURATE_RND


@dataclass(frozen=True, slots=True)
class ColourTags:
    """Numbers of ITU-T H.273 as FFmpeg keeps them; `range` is 1 for limited (tv), 2 for full."""

    primaries: int = int(ColorPrimaries.UNSPECIFIED)
    transfer: int = int(ColorTrc.UNSPECIFIED)
    matrix: int = UNSPECIFIED
    range: int = int(ColorRange.UNSPECIFIED)

    @property
    def is_full_range(self) -> bool:
        return self.range == ColorRange.JPEG


BT709 = ColourTags(
    int(ColorPrimaries.BT709), int(ColorTrc.BT709), BT709_MATRIX, int(ColorRange.MPEG)
)


def tags_of(source: av.VideoFrame | VideoCodecContext) -> ColourTags:
    name = source.format.name if source.format else ""
    return ColourTags(
        source.color_primaries,
        source.color_trc,
        source.colorspace,
        int(ColorRange.JPEG) if name in FULL_RANGE_NAMES else source.color_range,
    )


def tag(target: av.VideoFrame | VideoCodecContext, tags: ColourTags) -> None:
    target.color_primaries = tags.primaries
    target.color_trc = tags.transfer
    target.colorspace = tags.matrix
    target.color_range = tags.range


def is_rgb(frame: av.VideoFrame) -> bool:
    return frame.format.is_rgb or frame.format.name == "pal8"


def yuv_tags_for(frame: av.VideoFrame) -> ColourTags:
    """The tags `frame` gets as YUV: its own, or BT.709 limited range when it holds RGB.

    An untagged YUV frame stays untagged: naming a matrix would only guess at how it was made.
    """
    return BT709 if is_rgb(frame) else tags_of(frame)


def plain_format(name: str) -> str:
    """The pixel format without the range in its name."""
    return FULL_RANGE_NAMES.get(name, name)


def to_yuv(frame: av.VideoFrame, pixel_format: str, tags: ColourTags) -> av.VideoFrame:
    """`frame` in a YUV pixel format; its samples stay as they are where only the name differs.

    RGB is converted with the matrix and range of `tags`; where they say nothing, with what
    FFmpeg assumes when it converts untagged frames back.
    """
    if frame.format.name == pixel_format:
        return frame
    if plain_format(frame.format.name) == plain_format(pixel_format):
        return relabelled(frame, pixel_format)
    converted = frame.reformat(
        format=pixel_format,
        dst_colorspace=SWSCALE_MATRIX.get(tags.matrix),
        interpolation=EXACT_TO_YUV,
        dst_color_range=ColorRange.JPEG if tags.is_full_range else ColorRange.MPEG,
    )
    tag(converted, tags)
    return converted


def relabelled(frame: av.VideoFrame, pixel_format: str) -> av.VideoFrame:
    """A copy of the same samples under the name of a format that stores them the same way."""
    copy = av.VideoFrame(frame.width, frame.height, pixel_format)
    for target, source in zip(copy.planes, frame.planes, strict=True):
        target_rows, source_rows = byte_rows(target), byte_rows(source)
        row_bytes = min(target_rows.shape[1], source_rows.shape[1])
        target_rows[:, :row_bytes] = source_rows[:, :row_bytes]
    tag(copy, tags_of(frame))
    return copy


def byte_rows(plane: VideoPlane) -> npt.NDArray[np.uint8]:
    """A view of the plane's bytes, (height, bytes a row); padding at the row ends included."""
    return np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
