"""The demo's ten clips: an evening at a lake, cut as ComfyUI chains are, segment 5 spoiled."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np

from restitch_app.demo.painting.film import HEIGHT, WIDTH, Film
from restitch_app.demo.pixels import Rgb, write_mp4
from restitch_app.demo.workflow import DemoSettings, demo_workflow
from restitch_app.domain.progress import JobContext

SEGMENTS = 10
SEGMENT_FRAMES = 49
"""With the seed frame, which repeats the last frame of the segment before."""
RATE = Fraction(16)
BAD_SEGMENT = 5
"""As people count. Its first and last frames are untouched, so both boundaries join."""
FROZEN_AT = range(11, 19)
FLICKER_AT = range(21, 35)
SOFT_AT = range(20, 37)
FIRST_SEED = 704_210_033
MOST_THREADS = 4
"""Painting is arithmetic on whole pictures, which leaves the interpreter free; more threads
than this only take memory."""


def draw_demo_clips(
    folder: Path, ctx: JobContext | None = None, segments: Sequence[int] | None = None
) -> list[Path]:
    """Write the clips into `folder` (made if missing), in scene order, and return their paths.

    `segments`: only these of the ten, counted from 1. 832x480, 16 fps, H.264 with the workflow
    inside, as ComfyUI's SaveVideo writes them. All take about 25 s of CPU, on up to four threads.
    Raises JobCancelled through `ctx`, which then leaves the clips already drawn.
    """
    folder.mkdir(parents=True, exist_ok=True)
    film = Film(SEGMENTS * (SEGMENT_FRAMES - 1) + 1)
    wanted = segments or range(1, SEGMENTS + 1)
    told = _Told(ctx or JobContext(), len(wanted) * SEGMENT_FRAMES)

    def drawn(segment: int) -> Path:
        path = folder / f"lake_{segment:02}.mp4"
        unfinished = path.with_suffix(".part")
        frames = told.each(segment_frames(film, segment))
        write_mp4(unfinished, frames, (WIDTH, HEIGHT), RATE, _tags(segment))
        unfinished.replace(path)
        return path

    with ThreadPoolExecutor(min(MOST_THREADS, os.cpu_count() or 1)) as threads:
        return list(threads.map(drawn, wanted))


class _Told:
    """Counts the frames that all threads draw. A cancelled one ends every other at its next."""

    def __init__(self, ctx: JobContext, total: int) -> None:
        self._ctx, self._total = ctx, total
        self._counting = threading.Lock()
        self._done = 0

    def each(self, frames: Iterator[Rgb]) -> Iterator[Rgb]:
        for frame in frames:
            with self._counting:
                self._ctx.progress("Drawing the demo scene", self._done, self._total)
                self._done += 1
            yield frame


def segment_frames(film: Film, segment: int) -> Iterator[Rgb]:
    """The frames of a segment, counted from 1, as they are written: segment 5 spoiled."""
    first = (segment - 1) * (SEGMENT_FRAMES - 1)
    for number in range(SEGMENT_FRAMES):
        if segment == BAD_SEGMENT:
            yield _spoiled(film, first, number)
        else:
            yield film.frame(first + number)


def demo_settings(segment: int) -> DemoSettings:
    """What the clip of that segment says it was generated with."""
    return DemoSettings(
        image=f"lake_seed_{segment:02}.png",
        seed=FIRST_SEED + 7919 * segment,
        length=SEGMENT_FRAMES,
        width=WIDTH,
        height=HEIGHT,
        rate=float(RATE),
    )


def _spoiled(film: Film, first: int, number: int) -> Rgb:
    """What models do on a bad day: it sticks, jumps on, flickers and goes soft and too bright."""
    if number in FROZEN_AT:
        return film.frame(first + FROZEN_AT.start)
    picture = film.frame(first + number)
    if number in SOFT_AT:
        picture = cv2.GaussianBlur(picture, (0, 0), 2.2).astype(np.uint8, copy=False)
    if number in FLICKER_AT:
        gain = 1.22 if number % 2 else 0.93
        picture = cv2.convertScaleAbs(picture, alpha=gain, beta=8).astype(np.uint8, copy=False)
    return picture


def _tags(segment: int) -> dict[str, str]:
    return {"prompt": json.dumps(demo_workflow(demo_settings(segment)))}
