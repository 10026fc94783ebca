"""Decoded frames as BGRX arrays, quickly while things move and exactly when they rest."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

import av
import numpy as np
from av.filter import Graph
from av.video.reformatter import ColorRange, Interpolation, VideoReformatter

from restitch_app.media.luma import EXACT_FROM_YUV
from restitch_app.services.playback.frames import Picture

if TYPE_CHECKING:
    from restitch_app.services.playback.frames import Bgrx

QUICK_WIDTH = 8
"""swscale's quick way from 4:2:0 leaves up to four columns at the right edge unwritten at widths
that are no multiple of this (194 and 196 px, FFmpeg 8.1.2)."""
KEPT = 8

_Kept = TypeVar("_Kept")
_own = threading.local()


class _Quick:
    """swscale behind a filter, whose pool gives the memory of dropped pictures to the next ones.

    New memory for each picture costs 600 page faults at 720p: 2.0 instead of 0.6 ms. The pixels
    are those of a VideoReformatter (bilinear) to the bit, as long as nothing is scaled.
    """

    def __init__(self, frame: av.VideoFrame) -> None:
        self._graph = Graph()  # its filters do not keep it
        self._graph.threads = 1
        size = f"video_size={frame.width}x{frame.height}:pix_fmt={frame.format.name}"
        kind = f"colorspace={int(frame.colorspace)}:range={int(frame.color_range)}"
        self._source = self._graph.add("buffer", f"{size}:time_base=1/1:{kind}")
        scale = self._graph.add("scale", "flags=bilinear:out_range=pc")
        last = self._graph.add("format", "bgra")
        self._sink = self._graph.add("buffersink")
        self._source.link_to(scale)
        scale.link_to(last)
        last.link_to(self._sink)
        self._graph.configure()

    def converted(self, frame: av.VideoFrame) -> av.VideoFrame:
        self._source.push(frame)
        return cast(av.VideoFrame, self._sink.pull())


def quick_picture(frame: av.VideoFrame) -> Picture:
    """By the frame's own matrix and range; 0.6 ms CPU at 720p."""
    if frame.format.name == "yuv420p" and frame.width % QUICK_WIDTH == 0:
        return Picture(_pixels(_quick(frame).converted(frame)), is_exact=False)
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
    return _pixels(picture)


def _pixels(picture: av.VideoFrame) -> Bgrx:
    """A view of the picture's memory, where its rows follow one another."""
    plane, width = picture.planes[0], picture.width
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
    whole = np.ascontiguousarray(rows[: picture.height, : width * 4])
    return whole.reshape(picture.height, width, 4)


def _reformatter(width: int, interpolation: int) -> VideoReformatter:
    """One a thread and a way: it keeps its set-up between frames, and is not safe to share."""
    return _kept("reformatters", (width, interpolation), VideoReformatter)


def _quick(frame: av.VideoFrame) -> _Quick:
    way = (frame.width, frame.height, int(frame.colorspace), int(frame.color_range))
    return _kept("quick", way, lambda: _Quick(frame))


def _kept(kind: str, way: tuple[int, ...], make: Callable[[], _Kept]) -> _Kept:
    known = cast("dict[tuple[int, ...], _Kept]", _own.__dict__.setdefault(kind, {}))
    if way not in known:
        if len(known) >= KEPT:
            known.clear()
        known[way] = make()
    return known[way]
