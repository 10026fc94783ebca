"""Boundaries made for a test: a drawn plane that slides, with one thing wrong from the seam on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import cv2
import numpy as np

from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.pair import PairCache
from restitch_app.analysis.seam import SeamMeasures, SeamPicture, measure_seam
from tests.analysis.material import moving_texture

HEIGHT_PX = 180
SEAM = 12  # frames before the boundary


@lru_cache(maxsize=1)
def sliding() -> tuple[Rgb, ...]:
    """30 frames that slide 1.5 px a frame to the left, 240 x 180."""
    return tuple(moving_texture(30))


def left() -> list[Rgb]:
    return list(sliding()[:SEAM])


def right(skip: int = 0) -> list[Rgb]:
    """The frames that follow; `skip` leaves some out, below 0 shows some again."""
    return list(sliding()[SEAM + skip : SEAM + skip + 12])


def pictures(frames: Sequence[Rgb], height: int = HEIGHT_PX) -> list[SeamPicture]:
    return [SeamPicture.from_rgb(frame, height) for frame in frames]


def measured(before: Sequence[Rgb], after: Sequence[Rgb]) -> SeamMeasures:
    return measure_seam(pictures(before), pictures(after), cache=_measured_pairs)


_measured_pairs = PairCache(held=500)
"""Most boundaries here share their left side; that sharing changes nothing is a test of its own."""


def brighter(frames: Sequence[Rgb], levels: float) -> list[Rgb]:
    return [clipped(frame.astype(np.float32) + levels) for frame in frames]


def tinted(frames: Sequence[Rgb], red: float, green: float, blue: float) -> list[Rgb]:
    gains = np.array([red, green, blue], np.float32)
    return [clipped(frame * gains) for frame in frames]


def softened(frames: Sequence[Rgb], sigma_px: float = 1.0) -> list[Rgb]:
    return [clipped(np.asarray(cv2.GaussianBlur(frame, (0, 0), sigma_px))) for frame in frames]


def moved(frames: Sequence[Rgb], x_px: float, y_px: float) -> list[Rgb]:
    """Content displaced to the right and down."""
    matrix = np.array([[1, 0, x_px], [0, 1, y_px]], np.float32)
    return [
        np.asarray(
            cv2.warpAffine(
                frame,
                matrix,
                frame.shape[1::-1],
                flags=cv2.INTER_CUBIC,
                borderMode=cv2.BORDER_REFLECT,
            ),
            np.uint8,
        )
        for frame in frames
    ]


def clipped(picture: np.ndarray[tuple[int, ...], np.dtype[np.generic]]) -> Rgb:
    return np.clip(np.rint(picture.astype(np.float32)), 0, 255).astype(np.uint8)
