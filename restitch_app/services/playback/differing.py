"""Two pictures of the same frame against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import cv2

from restitch_app.services.playback.frames import Picture

if TYPE_CHECKING:
    from restitch_app.services.playback.frames import Bgrx


def difference(a: Picture, b: Picture, gain: int) -> Picture | None:
    """|A - B| times `gain`, per channel and cut off at 255; None where the sizes differ."""
    if a.pixels.shape != b.pixels.shape:
        return None
    apart = cv2.absdiff(a.pixels, b.pixels)
    stretched = cv2.convertScaleAbs(apart, alpha=gain)
    return Picture(cast("Bgrx", stretched), a.is_exact and b.is_exact)
