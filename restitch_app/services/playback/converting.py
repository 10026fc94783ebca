"""Decoded frames as BGRX arrays, quickly while things move and exactly when they rest."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, cast

import av
import numpy as np
from av.video.reformatter import ColorRange, Interpolation, VideoReformatter

from restitch_app.media.luma import EXACT_FROM_YUV
from restitch_app.services.playback.frames import Picture

if TYPE_CHECKING:
    from restitch_app.services.playback.frames import Bgrx

QUICK_WIDTH = 8
"""swscale's quick way from 4:2:0 leaves up to four columns at the right edge unwritten at widths
that are no multiple of this (194 and 196 px, FFmpeg 8.1.2)."""

_own = threading.local()


def quick_picture(frame: av.VideoFrame) -> Picture:
    """By the frame's own matrix and range; 0.5 ms CPU at 720p."""
    how = Interpolation.BILINEAR
    if frame.width % QUICK_WIDTH:
        how |= Interpolation.ACCURATE_RND
    return Picture(_bgrx(frame, frame.width, frame.height, how), is_exact=False)


def exact_picture(frame: av.VideoFrame) -> Picture:
    """Right to 0.02 of 255 on the mean (see `media.luma.EXACT_FROM_YUV`); 4.5 ms CPU at 720p."""
    how = Interpolation.BILINEAR | EXACT_FROM_YUV
    return Picture(_bgrx(frame, frame.width, frame.height, how), is_exact=True)


def small_picture(frame: av.VideoFrame, height_px: int) -> Picture:
    """Averaged down to `height_px` with the picture's proportions."""
    width = max(1, round(frame.width * height_px / frame.height))
    return Picture(_bgrx(frame, width, height_px, Interpolation.AREA), is_exact=True)


def _bgrx(frame: av.VideoFrame, width: int, height: int, interpolation: int) -> Bgrx:
    picture = _reformatter(width, interpolation).reformat(
        frame,
        width,
        height,
        "bgra",
        interpolation=interpolation,
        dst_color_range=ColorRange.JPEG,
        threads=1,
    )
    plane = picture.planes[0]
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(height, plane.line_size)
    return np.ascontiguousarray(rows[:, : width * 4]).reshape(height, width, 4)


def _reformatter(width: int, interpolation: int) -> VideoReformatter:
    """One a thread and a way: it keeps its set-up between frames, and is not safe to share."""
    known = cast(dict[tuple[int, int], VideoReformatter], _own.__dict__.setdefault("known", {}))
    if len(known) > 8:
        known.clear()
    return known.setdefault((width, interpolation), VideoReformatter())
