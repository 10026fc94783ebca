"""Shared by everything the demo draws: array types, scaling, and the mp4 that SaveVideo writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, VideoReformatter
from numpy.typing import NDArray

Rgb = NDArray[np.uint8]
"""One picture, shape (height, width, 3), full-range sRGB."""
Batch = NDArray[np.uint8]
"""Pictures of one size, shape (count, height, width, 3)."""

BT709 = 1
SRGB_TRANSFER = 13  # ComfyUI tags its h264 so: bt709 primaries and matrix with an sRGB transfer
LIMITED_RANGE = 1


def centre_crop(picture: Rgb, width: int, height: int) -> Rgb:
    """Scale and cut evenly from both sides, as Wan's node does. Same size: the same pixels."""
    have_h, have_w = picture.shape[:2]
    if (have_w, have_h) == (width, height):
        return picture
    scale = max(width / have_w, height / have_h)
    scaled_w, scaled_h = max(width, round(have_w * scale)), max(height, round(have_h * scale))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    scaled = cv2.resize(picture, (scaled_w, scaled_h), interpolation=how)
    left, top = (scaled_w - width) // 2, (scaled_h - height) // 2
    return np.ascontiguousarray(scaled[top : top + height, left : left + width], np.uint8)


def write_mp4(
    path: Path,
    frames: Iterable[Rgb],
    size: tuple[int, int],
    rate: Fraction,
    tags: Mapping[str, str],
    crf: int = 14,
) -> int:
    """Write H.264 as SaveVideo does (yuv420p, limited range, B-frames, tags) and count frames.

    `size` is (width, height), both even. `tags` become container metadata.
    """
    count = 0
    with av.open(str(path), "w", format="mp4", options={"movflags": "use_metadata_tags"}) as out:
        out.metadata.update(tags)
        stream = out.add_stream("libx264", rate=rate)
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        stream.options = {"preset": "veryfast", "crf": str(crf), "g": "24", "threads": "1"}
        context = stream.codec_context
        context.color_primaries = context.colorspace = BT709
        context.color_trc = SRGB_TRANSFER
        context.color_range = LIMITED_RANGE
        reformatter = VideoReformatter()  # kept: making one for each frame costs more than its work
        for number, picture in enumerate(frames):
            frame = _limited_yuv(reformatter, picture)
            frame.pts = number
            frame.time_base = 1 / rate
            out.mux(stream.encode(frame))
            count += 1
        out.mux(stream.encode(None))
    return count


def write_sound_only(path: Path) -> None:
    """A sound mp4 with no video stream: what "no frames" looks like to a reader."""
    with av.open(str(path), "w", format="mp4") as out:
        stream = out.add_stream("aac", rate=48_000, layout="mono")
        silence = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), "fltp", "mono")
        silence.sample_rate = 48_000
        out.mux(stream.encode(silence))
        out.mux(stream.encode(None))


def _limited_yuv(reformatter: VideoReformatter, picture: Rgb) -> av.VideoFrame:
    return reformatter.reformat(
        av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24"),
        format="yuv420p",
        dst_colorspace=Colorspace.ITU709,
        src_color_range=ColorRange.JPEG,
        dst_color_range=ColorRange.MPEG,
    )
