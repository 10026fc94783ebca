"""One frame at the analysis size, with everything about it that several measures need."""

from __future__ import annotations

from functools import cached_property
from hashlib import blake2b

import cv2
import numpy as np
from numpy.typing import NDArray

from restitch_app.analysis.arrays import Floats, Gray, Rgb
from restitch_app.analysis.flow import halved
from restitch_app.analysis.scale import ANALYSIS_HEIGHT_PX, to_analysis_size
from restitch_app.analysis.sharpness import detail_blocks, detail_energy

BT601_LUMA = np.array([[0.299, 0.587, 0.114]], np.float32)
"""Weights of red, green, blue; ITU-R BT.601 (seams.md section 1)."""


class SeamPicture:
    """Luma, half-size luma and colour, and fine detail of one frame; worked out once each.

    Safe on any thread: a value worked out twice at the same moment comes out the same.
    """

    def __init__(self, luma: Gray, half_rgb: Rgb | None = None) -> None:
        """`luma` at the analysis size; `half_rgb`, if known, at half of it.

        A picture without colour counts as gray: its colour steps are steps of lightness alone.
        Raises ValueError where the two do not belong together.
        """
        if luma.dtype != np.uint8 or luma.ndim != 2:
            raise ValueError(f"not a luma picture: {luma.dtype} {luma.shape}")
        height, width = luma.shape
        if half_rgb is not None and half_rgb.shape != (height // 2, width // 2, 3):
            raise ValueError(f"colour {half_rgb.shape} does not belong to luma {luma.shape}")
        self.luma = luma
        self._half_rgb = half_rgb

    @classmethod
    def from_rgb(cls, rgb: Rgb, height: int = ANALYSIS_HEIGHT_PX) -> SeamPicture:
        """From a frame of any size, uint8 (height, width, 3); luma by BT.601."""
        at_size = to_analysis_size(rgb, height)
        luma = np.asarray(cv2.transform(at_size, BT601_LUMA), dtype=np.uint8)
        return cls(luma.reshape(at_size.shape[:2]), halved(at_size))

    @cached_property
    def half(self) -> Gray:
        """Luma at half size."""
        return halved(self.luma)

    @cached_property
    def half_lab(self) -> Floats:
        """CIE L*a*b* (D65, from sRGB) at half size, float32 (height/2, width/2, 3)."""
        rgb = self._half_rgb
        if rgb is None:
            rgb = np.asarray(cv2.cvtColor(self.half, cv2.COLOR_GRAY2RGB), dtype=np.uint8)
        scaled = rgb.astype(np.float32)
        scaled *= 1 / 255
        return np.asarray(cv2.cvtColor(scaled, cv2.COLOR_RGB2Lab), dtype=np.float32)

    @cached_property
    def mean_colour(self) -> NDArray[np.float64]:
        """Means of L*, a*, b* and C* = hypot(a*, b*) over the picture, shape (4,)."""
        # cv2.mean comes out differently by where the picture lies in memory.
        lab = self.half_lab
        chroma = np.hypot(lab[..., 1], lab[..., 2])
        means = [lab[..., axis].mean(dtype=np.float64) for axis in range(3)]
        return np.array([*means, chroma.mean(dtype=np.float64)])

    @cached_property
    def detail(self) -> float:
        """Fine-detail energy hf, at least 0.05 (see `sharpness.detail_energy`)."""
        return detail_energy(self.luma)

    @cached_property
    def detail_blocks(self) -> Floats:
        """log2 of the energy block by block, float32 (rows, 24)."""
        return detail_blocks(self.luma)

    @cached_property
    def digest(self) -> bytes:
        """The same for the same picture, also when it was decoded again; what caches go by."""
        state = blake2b(np.ascontiguousarray(self.luma).data, digest_size=16)
        state.update(repr(self.luma.shape).encode())
        if self._half_rgb is not None:
            state.update(np.ascontiguousarray(self._half_rgb).data)
        return state.digest()
