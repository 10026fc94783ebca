"""Patches: short lossless clips, and the exact pixels they are made from."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
from av.video.plane import VideoPlane

from restitch_app.analysis.arrays import Rgb
from restitch_app.domain.errors import MediaError
from restitch_app.media.atomic import atomic_file
from restitch_app.media.colour import (
    byte_rows,
    is_rgb,
    plain_format,
    relabelled,
    tag,
    tags_of,
    to_yuv,
)

PlaneArray = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]

LOSSLESS_RGB = "bgr0"  # FFV1 has no 8-bit gbrp


def planes(frame: av.VideoFrame) -> list[PlaneArray]:
    """The samples of a planar frame, a copy: one (height, width) array a plane.

    uint8, or uint16 where a sample has more than 8 bits; chroma planes in their own size.
    Raises ValueError for packed formats (rgb24, bgr0), which have no planes of one kind.
    """
    wide = _has_wide_samples(frame)
    return [_plane_view(plane, wide).copy() for plane in frame.planes]


def frame_from_rgb(rgb: Rgb, like: av.VideoFrame) -> av.VideoFrame:
    """`rgb` (height, width, 3), uint8, in the pixel format and with the colour tags of `like`.

    Of a source with more than 8 bits the frame has its format, but 8 bits of precision: remedies
    work on 8-bit RGB.
    """
    if rgb.shape != (like.height, like.width, 3):
        raise ValueError(f"{rgb.shape} is not a picture of {like.width}x{like.height}")
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(rgb), format="rgb24")
    if is_rgb(like):
        return frame.reformat(format=like.format.name)
    return to_yuv(frame, like.format.name, tags_of(like))


def write_patch(path: Path, frames: Sequence[av.VideoFrame], rate: Fraction) -> None:
    """Write `frames` (at least one, of one size and format) losslessly: FFV1 in Matroska.

    YUV keeps its pixel format and comes back sample for sample; RGB comes back as bgr0.
    Raises MediaError for a format with no lossless form, StorageError where the disk refuses.
    """
    if not frames:
        raise ValueError("a patch has at least one frame")
    same_bytes = {"fflags": "+bitexact"}  # no random identity: an altered patch is made as it was
    with (
        atomic_file(path) as unfinished,
        av.open(str(unfinished), "w", options=same_bytes) as container,
    ):
        first = _storable(frames[0])
        stream = container.add_stream("ffv1", rate=rate, options={"level": "3", "slicecrc": "1"})
        stream.width, stream.height = first.width, first.height
        stream.pix_fmt = first.format.name
        stream.codec_context.time_base = 1 / rate
        tag(stream.codec_context, tags_of(first))
        for number, frame in enumerate(frames):
            storable = _storable(frame)
            storable.pts, storable.time_base = number, 1 / rate
            container.mux(stream.encode(storable))
        container.mux(stream.encode(None))


def _storable(frame: av.VideoFrame) -> av.VideoFrame:
    """A frame FFV1 can take, sharing neither samples nor time stamps with `frame`."""
    name = frame.format.name
    if plain_format(name) in _ffv1_formats():
        return relabelled(frame, plain_format(name))
    if is_rgb(frame) and all(part.bits <= 8 for part in frame.format.components):
        return frame.reformat(format=LOSSLESS_RGB)
    raise MediaError(
        "A patch cannot be kept without loss",
        f"pixel format {name}",
        "Convert the clips to 8-bit YUV 4:2:0 and import them again",
    )


def _ffv1_formats() -> set[str]:
    return {video_format.name for video_format in av.Codec("ffv1", "w").video_formats or ()}


def _has_wide_samples(frame: av.VideoFrame) -> bool:
    parts = frame.format.components
    if {part.plane for part in parts} != set(range(len(frame.planes))) or len(parts) != len(
        frame.planes
    ):
        raise ValueError(f"{frame.format.name} is not planar")
    return parts[0].bits > 8


def _plane_view(plane: VideoPlane, wide: bool) -> PlaneArray:
    rows = byte_rows(plane)
    return rows.view(np.uint16)[:, : plane.width] if wide else rows[:, : plane.width]
