"""Pictures for tests: a drawn moving texture, and real clips where they are at hand."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import av
import cv2
import numpy as np
from PIL import Image

from restitch_app.analysis.arrays import Gray, Rgb
from tests.shared import shared_folder

REAL_CLIPS = {
    "bigbuckbunny_720p.mp4": 25,
    "cogvideox_ship_720x480.mp4": 8,
    "hunyuan_i2v_maid_720.webp": 16,
    "longcat_motorcycle_2160p.mp4": 30,
    "ltxv095_i2v_fox_768x512.webp": 16,
    "wan21_camera_maid_512.webp": 16,
    "wan21_i2v_maid_512.webp": 16,
}
"""File name and frames per second; clips without a seam."""


def thumb(rgb: Rgb) -> Rgb:
    """64 px high, enough to judge its colours by."""
    height, width = rgb.shape[:2]
    size = (round(width * 64 / height), 64)
    return np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.uint8)


def moving_texture(
    count: int, width: int = 240, height: int = 180, speed_px: float = 1.5, first: float = 0.0
) -> list[Rgb]:
    """A textured plane that slides to the left, with sensor noise; the same at every call."""
    plane = _texture(width + 200, height)
    frames = []
    for number in range(count):
        shift = np.array([[1, 0, -speed_px * (first + number)], [0, 1, 0]], dtype=np.float32)
        moved = cv2.warpAffine(plane, shift, (width, height), flags=cv2.INTER_LINEAR)
        noise = np.random.default_rng(number).normal(0, 2, moved.shape)
        frames.append(np.clip(moved + noise, 0, 255).astype(np.uint8))
    return frames


def _texture(width: int, height: int) -> Rgb:
    """Detail of every size, the finer the weaker, as pictures of the world have it."""
    generator = np.random.default_rng(7)
    plane = np.full((height, width, 3), 128, np.float32)
    for size_px in (1, 2, 4, 8, 16, 32):
        shape = (height // size_px + 1, width // size_px + 1, 3)
        octave = generator.normal(0, 6 * size_px**0.5, shape).astype(np.float32)
        plane += cv2.resize(octave, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.clip(plane, 0, 255).astype(np.uint8)


def luma(frame: Rgb) -> Gray:
    return np.asarray(cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def lumas(frames: list[Rgb]) -> list[Gray]:
    return [luma(frame) for frame in frames]


def real_clip(name: str, count: int = 49) -> list[Rgb]:
    """The first frames of a real clip, at most 540 px high; skips the test when it is absent."""
    decoded = next(step for step in (12, 34, 49) if count <= step)
    return _clip(name, decoded)[:count]


@lru_cache(maxsize=2)  # tests go through the clips one after the other
def _clip(name: str, count: int) -> list[Rgb]:
    path = shared_folder() / "clips" / name
    frames = _pillow_frames(path, count) if path.suffix == ".webp" else _av_frames(path, count)
    return [_at_most_540(frame) for frame in frames]


def _pillow_frames(path: Path, count: int) -> list[Rgb]:
    frames = []
    with Image.open(path) as picture:
        for number in range(min(count, int(getattr(picture, "n_frames", 1)))):
            picture.seek(number)
            frames.append(np.asarray(picture.convert("RGB"), dtype=np.uint8))
    return frames


def _av_frames(path: Path, count: int) -> list[Rgb]:
    frames: list[Rgb] = []
    with av.open(path) as container:
        stream = container.streams.video[0]
        for frame in container.decode(stream):
            frames.append(np.asarray(frame.to_ndarray(format="rgb24"), dtype=np.uint8))
            if len(frames) == count:
                break
        stream.codec_context.flush_buffers()
    return frames


def _at_most_540(frame: Rgb) -> Rgb:
    height, width = frame.shape[:2]
    if height <= 540:
        return frame
    size = (2 * round(width * 270 / height), 540)
    return np.asarray(cv2.resize(frame, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
