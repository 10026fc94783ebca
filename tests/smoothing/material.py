"""Two sides of a boundary with a step that is known, drawn for the tests."""

from __future__ import annotations

import cv2
import numpy as np

from restitch_app.analysis.arrays import Rgb
from tests.analysis.material import moving_texture

FRAMES = 16


def continuous() -> tuple[list[Rgb], list[Rgb]]:
    """A shot that simply goes on."""
    frames = moving_texture(
        2 * FRAMES, 160, 120, speed_px=2
    )  # whole px: all frames are equally sharp
    return frames[:FRAMES], frames[FRAMES:]


def redder(frames: list[Rgb], gain: float = 1.12) -> list[Rgb]:
    return [
        np.clip(frame * np.array([gain, 1, 2 - gain]), 0, 255).astype(np.uint8) for frame in frames
    ]


def softer(frames: list[Rgb], sigma_px: float = 0.9) -> list[Rgb]:
    return [
        np.asarray(cv2.GaussianBlur(frame, (0, 0), sigma_px), dtype=np.uint8) for frame in frames
    ]


def shifted(frames: list[Rgb], pixels: int = 5) -> list[Rgb]:
    return [np.roll(frame, pixels, axis=1) for frame in frames]
