"""Displacement fields: moving pictures along them, joining them, telling where they can be trusted.

A field says for each point of one picture where that point was in another one: float32
(rows, columns, 2), x and y, in px of the size that the field has itself.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias, TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from restitch_app.analysis.arrays import Floats

Field: TypeAlias = Floats
Picture = TypeVar("Picture", NDArray[np.uint8], NDArray[np.float32])

TOLERATED_PX2 = 1.0
TOLERATED_SHARE = 0.02


def moved(picture: Picture, field: Field, *, linear: bool = False) -> Picture:
    """`picture` as it looks along `field`, which may be of a smaller size.

    Cubic, which keeps fine detail (linear where asked); what comes from outside is mirrored, so
    that borders show texture and not stripes.
    """
    height, width = picture.shape[:2]
    where = enlarged(field, width, height) + _grid(height, width)
    how = cv2.INTER_LINEAR if linear else cv2.INTER_CUBIC
    result = cv2.remap(picture, where, None, how, borderMode=cv2.BORDER_REFLECT_101)  # type: ignore[call-overload]
    return np.asarray(result, dtype=picture.dtype)


def enlarged(field: Field, width: int, height: int) -> Field:
    """The same displacement for pictures of another size."""
    rows, columns = field.shape[:2]
    if (columns, rows) == (width, height):
        return field
    scaled = field * np.array([width / columns, height / rows], np.float32)
    grown = cv2.resize(scaled, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(grown, dtype=np.float32)


def joined(first: Field, second: Field) -> Field:
    """Along `second` and from there on along `first`: c to b and b to a make c to a."""
    return second + moved(first, second, linear=True)


def trust(field: Field, opposite: Field) -> Floats:
    """Weight 0 to 1 of each point of `field`: 1 where `opposite` leads back to the start.

    exp(-d^2 / (0.02 (|F|^2 + |G|^2) + 1)), the consistency test of Sundaram et al. (2010) made
    soft; low where one picture hides what the other shows.
    """
    back = moved(opposite, field, linear=True)
    miss = _squared(field + back)
    tolerated = TOLERATED_SHARE * (_squared(field) + _squared(back)) + TOLERATED_PX2
    return np.asarray(cv2.exp(-miss / tolerated), dtype=np.float32)


def weighted_blur(values: Floats, weight: Floats, sigma_px: float) -> Floats:
    """Gaussian mean of (rows, columns, n) that listens to each point by its weight."""
    weights = weight[..., np.newaxis]
    total = cv2.GaussianBlur(values * weights, (0, 0), sigma_px)
    share = cv2.GaussianBlur(weight, (0, 0), sigma_px)[..., np.newaxis]
    return np.asarray(total / (share + np.float32(1e-4)), dtype=np.float32)


def mean_length_px(field: Field) -> float:
    """Mean length of the vectors."""
    return float(np.mean(cv2.magnitude(field[..., 0], field[..., 1])))


def _squared(field: Field) -> Floats:
    return np.asarray(field[..., 0] ** 2 + field[..., 1] ** 2, dtype=np.float32)


@lru_cache(maxsize=8)
def _grid(height: int, width: int) -> Field:
    rows, columns = np.mgrid[0:height, 0:width]
    grid = np.dstack((columns, rows)).astype(np.float32)
    grid.flags.writeable = False
    return grid
