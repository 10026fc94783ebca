"""Decoded frames as arrays: luma for measuring, RGB for looking and for seed frames."""

from __future__ import annotations

import threading
from functools import lru_cache
from typing import cast

import av
import cv2
import numpy as np
from av.video.plane import VideoPlane
from av.video.reformatter import ColorRange, Interpolation, VideoReformatter
from numpy.typing import NDArray

from restitch_app.analysis.arrays import Gray, Rgb

BT709_LUMA = np.array([[0.2126, 0.7152, 0.0722]], np.float32)
"""Weights of red, green, blue; ITU-R BT.709, item 3.2."""
PLANAR_LUMA = ("yuv4", "yuva4", "yuvj4", "gray", "nv", "p01")
"""Beginnings of FFmpeg's names for formats whose first plane is luma alone."""
HIGH_BITS = ("p010", "p012")
"""Formats that keep fewer than 16 bits at the top of a word."""
EXACT_FROM_YUV = Interpolation.ACCURATE_RND | Interpolation.FULL_CHR_H_INT
"""Right to 0.02 of 255 on the mean. swscale's quick way from 4:2:0 is 0.9 to 1.5 too dark, and with
ACCURATE_RND alone 1.1 to 1.8 (first frame of bigbuckbunny_720p): a shift that would add up along a
chain of clips that each begin with the last frame before. Costs 3.7 ms CPU at 720p, not 0.4."""

_own = threading.local()


def luma(frame: av.VideoFrame) -> Gray:
    """The Y plane expanded to full range, uint8, shape (height, width); a copy of its own.

    RGB frames give BT.709 luma. More than 8 bits are rounded to 8. A frame that does not say its
    range is limited, except under FFmpeg's names that mean full (yuvj420p, gray).
    """
    if frame.format.is_rgb or frame.format.has_palette:
        return cast(Gray, cv2.transform(rgb(frame), BT709_LUMA)).reshape(frame.height, frame.width)
    name = frame.format.name
    if not name.startswith(PLANAR_LUMA) or frame.format.is_big_endian:
        return luma(_reformatter().reformat(frame, format="yuv444p", threads=1))
    bits = frame.format.components[0].bits
    samples = _samples(frame.planes[0], bits)
    if name.startswith(HIGH_BITS):
        samples = (samples >> (16 - bits)).astype(np.uint16)
    table = _to_full_range(bits, _is_full_range(frame))
    return cast(Gray, cv2.LUT(samples, table) if bits == 8 else table[samples])


def rgb(frame: av.VideoFrame) -> Rgb:
    """RGB by the frame's own matrix and range (untagged: BT.601, limited), (height, width, 3)."""
    return _rgb(frame, frame.width, frame.height, Interpolation.BILINEAR | EXACT_FROM_YUV)


def rgb_frame(frame: av.VideoFrame, width: int, height: int) -> av.VideoFrame:
    """As `rgb`, as a frame of this size; it has no colour tags that would mean anything."""
    return _rgb_frame(frame, width, height, Interpolation.BILINEAR | EXACT_FROM_YUV)


def thumbnail_rgb(frame: av.VideoFrame, height: int) -> Rgb:
    """RGB, averaged down to `height` px with the picture's proportions."""
    width = max(1, round(frame.width * height / frame.height))
    return _rgb(frame, width, height, Interpolation.AREA | EXACT_FROM_YUV)


def small_rgb(frame: av.VideoFrame, width: int, height: int) -> Rgb:
    """RGB averaged down to this size: for comparing colours, at a fifth of the cost of `rgb`."""
    return _rgb(frame, width, height, Interpolation.AREA | EXACT_FROM_YUV)


def _rgb(frame: av.VideoFrame, width: int, height: int, interpolation: int) -> Rgb:
    return cast(Rgb, _rgb_frame(frame, width, height, interpolation).to_ndarray())


def _rgb_frame(frame: av.VideoFrame, width: int, height: int, interpolation: int) -> av.VideoFrame:
    return _reformatter().reformat(
        frame,
        width,
        height,
        "rgb24",
        interpolation=interpolation,
        dst_color_range=ColorRange.JPEG,
        threads=1,
    )


def _reformatter() -> VideoReformatter:
    """One a thread: it keeps its set-up between frames, and is not safe to share.

    Used with one thread: left to itself swscale would keep one of its own for each core, for as
    long as this one lives.
    """
    found = getattr(_own, "reformatter", None)
    if found is None:
        found = _own.reformatter = VideoReformatter()
    return cast(VideoReformatter, found)


def _samples(plane: VideoPlane, bits: int) -> NDArray[np.uint8] | NDArray[np.uint16]:
    rows = np.frombuffer(memoryview(plane), np.uint8)
    rows = rows[: plane.height * plane.line_size].reshape(plane.height, plane.line_size)
    if bits <= 8:
        return rows[:, : plane.width]
    return rows[:, : plane.width * 2].view(np.dtype("<u2"))


def _is_full_range(frame: av.VideoFrame) -> bool:
    if frame.color_range == ColorRange.UNSPECIFIED:
        return frame.format.name.startswith(("yuvj", "gray"))
    return frame.color_range == ColorRange.JPEG


@lru_cache(maxsize=16)
def _to_full_range(bits: int, is_full: bool) -> NDArray[np.uint8]:
    """Limited range is 16 to 235 at 8 bits and that times 2^(bits-8) beyond; BT.709, item 4.6."""
    levels = np.arange(1 << bits, dtype=np.float64)
    scale = 1 << (bits - 8)
    black, span = (0, (1 << bits) - 1) if is_full else (16 * scale, 219 * scale)
    return np.clip(np.rint((levels - black) * 255 / span), 0, 255).astype(np.uint8)
