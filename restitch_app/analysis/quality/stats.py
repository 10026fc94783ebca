"""What the checks need to know of every frame, gathered while the segment is decoded once."""

from __future__ import annotations

from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from restitch_app.analysis.arrays import Gray, Rgb
from restitch_app.analysis.scale import resized
from restitch_app.analysis.sharpness import crispness
from restitch_app.analysis.ssim import ssim
from restitch_app.domain.quality import QualityLimits

OPENING_FRAMES = 5  # kept as pictures: the motion that the seed frame is compared with

Figures = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class SeedPicture:
    """The seed frame in the same two forms as the segment's frames."""

    luma: Gray
    rgb_small: Rgb


@dataclass
class FrameStats:
    """Feed every frame in order, once; costs about 1.5 ms of CPU a frame. One thread at a time.

    Neighbours are compared at half the analysis height: it keeps what the checks look for, at a
    quarter of the cost.
    """

    black_level: float = QualityLimits().black_level
    """Luma up to which a pixel counts as black; see QualityLimits."""
    opening: list[Gray] = field(default_factory=list)
    """The first frames, at the analysis height."""
    _luma: list[float] = field(default_factory=list)
    _black: list[float] = field(default_factory=list)
    _crispness: list[float] = field(default_factory=list)
    _lab: list[Figures] = field(default_factory=list)
    _likeness: list[float] = field(default_factory=list)
    _difference: list[float] = field(default_factory=list)
    _last_half: Gray | None = None

    def feed(self, luma: Gray, rgb_small: Rgb) -> None:
        """`luma` at the analysis height, `rgb_small` a thumb about 64 px high, of the same frame.

        Raises ValueError when the size changes within a segment.
        """
        if self.opening and luma.shape != self.opening[0].shape:
            raise ValueError(f"frame size changed: {self.opening[0].shape} to {luma.shape}")
        if len(self.opening) < OPENING_FRAMES:
            self.opening.append(luma.copy())
        half = resized(luma, luma.shape[1] // 2, luma.shape[0] // 2)
        self._luma.append(cv2.mean(half)[0])
        self._black.append(float(np.count_nonzero(half <= self.black_level)) / half.size)
        self._crispness.append(crispness(luma, half))
        self._lab.append(mean_lab(rgb_small))
        if self._last_half is not None:
            self._likeness.append(ssim(self._last_half, half))
            self._difference.append(cv2.norm(self._last_half, half, cv2.NORM_L1) / half.size)
        self._last_half = half

    @property
    def count(self) -> int:
        return len(self._luma)

    @property
    def luma(self) -> Figures:
        """Mean luma of every frame, 0-255."""
        return np.array(self._luma)

    @property
    def black_share(self) -> Figures:
        """Share of black pixels of every frame, 0-1."""
        return np.array(self._black)

    @property
    def crispness(self) -> Figures:
        """Of every frame, in log2 units, see `crispness`."""
        return np.array(self._crispness)

    @property
    def lab(self) -> Figures:
        """Mean CIE Lab colour of every frame, shape (count, 3)."""
        return np.array(self._lab).reshape(-1, 3)

    @property
    def likeness(self) -> Figures:
        """SSIM of frames n and n+1 at half the analysis height, count-1 of them."""
        return np.array(self._likeness)

    @property
    def difference(self) -> Figures:
        """Mean absolute luma difference of frames n and n+1, in levels, count-1 of them."""
        return np.array(self._difference)


def mean_lab(rgb: Rgb) -> Figures:
    """Mean CIE Lab colour of a picture: L 0-100, a, b."""
    lab = cv2.cvtColor(rgb.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    return np.array(cv2.mean(lab)[:3])
