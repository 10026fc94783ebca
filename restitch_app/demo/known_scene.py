"""Whether a seed frame is of the demo's own lake, which the demo server can draw on from there.

A model that is asked again for a segment of its own scene makes nearly the same once more. Warping
a still picture cannot: trees near the camera would end far from where the next segment has them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from restitch_app.demo.painting.film import HEIGHT, WIDTH, Film
from restitch_app.demo.pixels import Rgb
from restitch_app.demo.scene import SEGMENT_FRAMES, SEGMENTS

Field = NDArray[np.float32]

STEP_FRAMES = SEGMENT_FRAMES - 1
"""From one seed frame of the scene to the next."""
THUMBNAIL_PX = (208, 120)
MOST_DIFFERENT_LEVELS = 3.0
"""Mean difference of two thumbnails, of 255: a codec apart, and no other frame of the lake."""


@dataclass(frozen=True)
class KnownScene:
    """The lake from the seed frame on. `frame(0)` is the seed frame as it was drawn."""

    film: Film
    first_frame: int

    def frame(self, number: int) -> Rgb:
        return self.film.frame(self.first_frame + number)


def known_scene(seed_frame: Rgb) -> KnownScene | None:
    """The scene that goes on from this picture; None for every other picture.

    The first picture of the lake's size takes some seconds of one core.
    """
    if seed_frame.shape != (HEIGHT, WIDTH, 3):
        return None
    film, thumbnails = _lake()
    looked_for = _thumbnail(seed_frame)
    differences = [float(np.mean(np.abs(one - looked_for))) for one in thumbnails]
    nearest = int(np.argmin(differences))
    if differences[nearest] > MOST_DIFFERENT_LEVELS:
        return None
    return KnownScene(film, nearest * STEP_FRAMES)


@cache
def _lake() -> tuple[Film, list[Field]]:
    film = Film(SEGMENTS * STEP_FRAMES + 1)
    return film, [_thumbnail(film.frame(number * STEP_FRAMES)) for number in range(SEGMENTS)]


def _thumbnail(picture: Rgb) -> Field:
    small = cv2.resize(picture, THUMBNAIL_PX, interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.float32)
