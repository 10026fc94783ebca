"""How the tones of a frame are spread: histogram and waveform."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from restitch_app.analysis.arrays import Gray
    from restitch_app.services.playback.frames import Picture

LEVELS = 256
COLUMNS = 192
"""Of the waveform, whatever the picture's width."""


@dataclass(frozen=True, slots=True, eq=False)
class Scopes:
    histogram: NDArray[np.float64]
    """Share of the picture's pixels at each level, 0.0 to 1.0: red, green, blue, Y; (4, 256)."""
    waveform: NDArray[np.float64]
    """Share of each column's pixels at each level of Y, 0.0 to 1.0; (256, columns), 255 first."""


def scopes_of(picture: Picture, luma: Gray) -> Scopes:
    """`luma`: Y of the same frame at full range, (height, width). For a worker: 10 ms at 720p."""
    blue, green, red = (
        cv2.calcHist([picture.pixels], [one], None, [LEVELS], [0, LEVELS]).ravel()
        for one in range(3)
    )
    level = cv2.calcHist([luma], [0], None, [LEVELS], [0, LEVELS]).ravel()
    histogram = np.stack([red, green, blue, level]).astype(np.float64) / luma.size
    return Scopes(histogram, _waveform(luma))


def _waveform(luma: Gray) -> NDArray[np.float64]:
    height, width = luma.shape
    columns = min(COLUMNS, width)
    column = np.arange(width, dtype=np.intp) * columns // width
    flat = (column * LEVELS)[np.newaxis, :] + luma
    counts = np.bincount(flat.ravel(), minlength=columns * LEVELS).reshape(columns, LEVELS)
    pixels = np.bincount(column, minlength=columns)[:, np.newaxis] * height
    return np.asarray((counts / pixels).T[::-1])
