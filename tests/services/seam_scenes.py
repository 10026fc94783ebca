"""Scenes with one boundary that something is wrong with, as real files in a real project."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np

from restitch_app.services.workbench import Workbench
from tests.clips import write_clip
from tests.services.scenes import (
    Picture,
    imported,
    new_workbench,
    panned_pictures,
    with_settings,
)

SIZE = (256, 144)
FRAMES = 33
OPTIONS = {"crf": "8"}
"""So little loss that what is measured is the step that was made."""

Fault = Callable[[list[Picture]], list[Picture]]


def redder(pictures: list[Picture]) -> list[Picture]:
    gains = np.array([1.10, 1.0, 0.90])
    return [np.clip(picture * gains, 0, 255).astype(np.uint8) for picture in pictures]


def softer(pictures: list[Picture]) -> list[Picture]:
    return [
        np.asarray(cv2.GaussianBlur(picture, (0, 0), 1.0), dtype=np.uint8) for picture in pictures
    ]


def shifted(pictures: list[Picture]) -> list[Picture]:
    return [np.roll(picture, 6, axis=0) for picture in pictures]


def another_shot(pictures: list[Picture]) -> list[Picture]:
    return [np.ascontiguousarray(255 - picture[::-1, ::-1]) for picture in pictures]


def untouched(pictures: list[Picture]) -> list[Picture]:
    return pictures


def seam_scene(
    folder: Path,
    fault: Fault = untouched,
    *,
    missing: int = 0,
    segments: int = 2,
    frames: int = FRAMES,
    pixel_format: str = "yuv420p",
) -> Workbench:
    """One shot in `segments` clips; `fault` is done to the odd ones (2nd, 4th).

    `missing`: frames left out at each boundary; -1 shows the last one again.
    """
    clips: list[Sequence[Picture]] = []
    start = 0
    for number in range(segments):
        pictures = panned_pictures(start, frames, SIZE)
        clips.append(fault(pictures) if number % 2 else pictures)
        start += frames + missing
    (folder / "clips").mkdir(parents=True)
    paths = [
        write_clip(
            folder / "clips" / f"clip_{number}.mp4",
            pictures,
            gop=8,
            options=OPTIONS,
            pixel_format=pixel_format,
        )
        for number, pictures in enumerate(clips, start=1)
    ]
    bench = new_workbench(folder / "project")
    with_settings(bench, analysis_height=SIZE[1])
    imported(bench, paths)
    return bench
