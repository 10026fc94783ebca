"""What goes wrong at boundaries, done to the frames after one: `seams.md`, measured kinds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from restitch_app.analysis.arrays import Rgb
from restitch_app.media.encode import encode_clip
from restitch_app.media.luma import rgb
from restitch_app.media.reader import open_reader

RATE = Fraction(16)


def gained(
    frames: Iterable[Rgb], red: float, green: float, blue: float, offset: float = 0.0
) -> list[Rgb]:
    """Each channel times its factor, plus `offset` levels."""
    factors = np.array([red, green, blue], np.float32)
    return [_levels(frame.astype(np.float32) * factors + offset) for frame in frames]


def saturated(frames: Iterable[Rgb], factor: float) -> list[Rgb]:
    changed = []
    for frame in frames:
        picture = frame.astype(np.float32)
        gray = picture.mean(axis=2, keepdims=True)
        changed.append(_levels(gray + (picture - gray) * factor))
    return changed


def with_gamma(frames: Iterable[Rgb], gamma: float) -> list[Rgb]:
    table = _levels(255 * (np.arange(256, dtype=np.float32) / 255) ** gamma)
    return [table[frame] for frame in frames]


def softened(frames: Iterable[Rgb], sigma_px: float) -> list[Rgb]:
    return [_uint8(cv2.GaussianBlur(frame, (0, 0), sigma_px)) for frame in frames]


def oversharpened(frames: Iterable[Rgb], amount: float) -> list[Rgb]:
    changed = []
    for frame in frames:
        picture = frame.astype(np.float32)
        smooth = np.asarray(cv2.GaussianBlur(picture, (0, 0), 1.0), dtype=np.float32)
        changed.append(_levels(picture + amount * (picture - smooth)))
    return changed


def moved(
    frames: Sequence[Rgb],
    right_px: float = 0.0,
    down_px: float = 0.0,
    scale: float = 1.0,
    turn_deg: float = 0.0,
) -> list[Rgb]:
    height, width = frames[0].shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), turn_deg, scale)
    turn[0, 2] += right_px
    turn[1, 2] += down_px
    return [
        _uint8(
            cv2.warpAffine(
                frame, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT
            )
        )
        for frame in frames
    ]


def other_texture(frames: Sequence[Rgb], length_px: float, seed: int) -> list[Rgb]:
    """Fine structure a little elsewhere, as when a model invents it anew; it keeps that place."""
    height, width = frames[0].shape[:2]
    noise = np.random.default_rng(seed).standard_normal((height, width, 2)).astype(np.float32)
    field = np.asarray(cv2.GaussianBlur(noise, (0, 0), 4.0), dtype=np.float32)
    field = np.asarray(field * (length_px / float(field.std())), dtype=np.float32)
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = columns + field[..., 0], rows + field[..., 1]
    return [
        _uint8(cv2.remap(frame, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT))
        for frame in frames
    ]


def encoded(frames: Sequence[Rgb], crf: int) -> list[Rgb]:
    """Written as a segment's H.264 file and read back."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "side.mp4"
        pictures = (av.VideoFrame.from_ndarray(np.ascontiguousarray(f), "rgb24") for f in frames)
        encode_clip(path, pictures, RATE, crf=crf, x264={"preset": "fast"})
        with open_reader(path) as reader:
            return [rgb(frame) for frame in reader.frames()]


def _levels(picture: NDArray[np.floating]) -> NDArray[np.uint8]:
    return np.asarray(np.clip(np.rint(picture), 0, 255), dtype=np.uint8)


def _uint8(picture: object) -> Rgb:
    return np.asarray(picture, dtype=np.uint8)
