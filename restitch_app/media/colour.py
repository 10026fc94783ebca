"""The four colour tags of a frame or stream, carried from source to result."""

from __future__ import annotations

from dataclasses import dataclass

import av
from av.video.codeccontext import VideoCodecContext
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc, Interpolation

RGB_MATRIX = 0  # AVCOL_SPC_RGB, ITU-T H.273 table 4
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

# Without this, RGB to YUV and back darkens by 0.2 of 255 on the mean instead of 0.02.
EXACT = Interpolation.BILINEAR | Interpolation.ACCURATE_RND


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
    tags = ColourTags(
        source.color_primaries, source.color_trc, source.colorspace, source.color_range
    )
    name = source.format.name if source.format else ""
    if name.startswith("yuvj"):  # FFmpeg's old names for full-range YUV carry the range
        return ColourTags(tags.primaries, tags.transfer, tags.matrix, int(ColorRange.JPEG))
    return tags


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


def to_yuv(frame: av.VideoFrame, pixel_format: str, tags: ColourTags) -> av.VideoFrame:
    """`frame` in a YUV pixel format, tagged with `tags`; the samples stay where only names differ.

    RGB is converted with the matrix and range of `tags`; where they say nothing, with what
    FFmpeg assumes when it converts untagged frames back.
    """
    if frame.format.name == pixel_format:
        return frame
    converted = frame.reformat(
        format=pixel_format,
        dst_colorspace=SWSCALE_MATRIX.get(tags.matrix),
        interpolation=EXACT,
        dst_color_range=ColorRange.JPEG if tags.is_full_range else ColorRange.MPEG,
    )
    tag(converted, tags)
    return converted
