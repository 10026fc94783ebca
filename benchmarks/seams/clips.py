"""The clips of a folder, decoded once into files that every process maps into its memory."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.scale import resized, to_analysis_size
from restitch_app.analysis.seam_picture import SeamPicture
from restitch_app.analysis.ssim import ssim
from restitch_app.domain.errors import MediaError
from restitch_app.media.animation import animation_pictures, find_animation
from restitch_app.media.luma import rgb
from restitch_app.media.reader import open_reader

SUFFIXES = (".mp4", ".mov", ".mkv", ".webm", ".webp", ".gif", ".png", ".avi")
MOST_FRAMES = 160
"""Of a clip: more positions to cut at than anyone asks for."""
FEWEST_FRAMES = 24
SAME_PICTURE_SSIM = 0.75
"""First frames of two models that continued one image lie above it, those of others below .5."""


@dataclass(frozen=True)
class Clip:
    """`path`: a NumPy file of uint8 RGB, shape (frames, height, width, 3)."""

    name: str
    path: Path

    @property
    def frames(self) -> NDArray[np.uint8]:
        """Mapped, not read: frames are copied where they are used."""
        return _mapped(self.path)

    def part(self, start: int, stop: int) -> list[Rgb]:
        return [np.array(frame) for frame in self.frames[max(0, start) : stop]]


@cache
def _mapped(path: Path) -> NDArray[np.uint8]:
    """Not kept in the clip: what is sent to another process would carry all its pictures."""
    mapped: NDArray[np.uint8] = np.load(path, mmap_mode="r")
    return mapped


def read_clips(folder: Path, height: int, kept: Path) -> list[Clip]:
    """Every clip of `folder`, at most `height` px high, by name; what is no clip is told.

    Decoded frames stay in `kept` and are used again when the same file is asked for.
    """
    kept.mkdir(parents=True, exist_ok=True)
    clips = []
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in SUFFIXES:
            try:
                clip = _read(path, height, kept)
            except MediaError as error:
                sys.stderr.write(f"left out: {error}\n")
                continue
            if len(clip.frames) >= FEWEST_FRAMES:
                clips.append(clip)
    return clips


def same_picture_pairs(clips: Sequence[Clip]) -> list[tuple[Clip, Clip]]:
    """Clips that begin with the same picture: two renderings of one image."""
    starts = {clip.name: _start(clip) for clip in clips}
    return [
        (one, other)
        for one, other in combinations(clips, 2)
        if ssim(starts[one.name], starts[other.name]) >= SAME_PICTURE_SSIM
    ]


def _start(clip: Clip) -> NDArray[np.uint8]:
    luma = SeamPicture.from_rgb(np.array(clip.frames[0])).luma
    return resized(luma, 96, 96)


def _read(path: Path, height: int, kept: Path) -> Clip:
    facts = path.stat()
    told = f"{path.absolute()} {facts.st_size} {facts.st_mtime_ns} {height}"
    target = kept / f"{path.stem}-{hashlib.sha256(told.encode()).hexdigest()[:12]}.npy"
    if not target.exists():
        frames = [
            _even(to_analysis_size(frame, height) if frame.shape[0] > height else frame)
            for frame in islice(_decoded(path), MOST_FRAMES)
        ]
        unfinished = target.with_suffix(".part.npy")
        np.save(unfinished, np.stack(frames))
        unfinished.replace(target)
    return Clip(path.stem, target)


def _decoded(path: Path) -> Iterator[Rgb]:
    if find_animation(path) is not None:
        yield from animation_pictures(path)
        return
    with open_reader(path) as reader:
        for frame in reader.frames():
            yield rgb(frame)


def _even(frame: Rgb) -> Rgb:
    """Encoders of 4:2:0 take even sizes only."""
    return frame[: frame.shape[0] // 2 * 2, : frame.shape[1] // 2 * 2]
