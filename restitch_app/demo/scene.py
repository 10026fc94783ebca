"""The demo's ten clips: an evening at a lake, cut as ComfyUI chains are, segment 5 spoiled."""

from __future__ import annotations

import json
from collections.abc import Iterator
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


def draw_demo_clips(folder: Path, ctx: JobContext | None = None) -> list[Path]:
    """Write the ten clips into `folder` (made if missing), in scene order, and return their paths.

    832x480, 16 fps, H.264 with the workflow inside, as ComfyUI's SaveVideo writes them. Takes about
    25 s of one core. Raises JobCancelled through `ctx`, which then leaves the clips already drawn.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ctx = ctx or JobContext()
    film = Film(SEGMENTS * (SEGMENT_FRAMES - 1) + 1)
    paths: list[Path] = []
    for segment in range(1, SEGMENTS + 1):
        path = folder / f"lake_{segment:02}.mp4"
        unfinished = path.with_suffix(".part")
        frames = segment_frames(film, segment, ctx)
        write_mp4(unfinished, frames, (WIDTH, HEIGHT), RATE, _tags(segment))
        unfinished.replace(path)
        paths.append(path)
    return paths


def segment_frames(film: Film, segment: int, ctx: JobContext) -> Iterator[Rgb]:
    """The frames of a segment, counted from 1, as they are written: segment 5 spoiled."""
    first = (segment - 1) * (SEGMENT_FRAMES - 1)
    total = SEGMENTS * SEGMENT_FRAMES
    for number in range(SEGMENT_FRAMES):
        ctx.progress("Drawing the demo scene", (segment - 1) * SEGMENT_FRAMES + number, total)
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
