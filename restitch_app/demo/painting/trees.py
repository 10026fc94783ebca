"""Conifers and reeds, stroke by stroke."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from restitch_app.demo.painting.fields import Field, halved

SUPERSAMPLE = 2
FINE = 3  # cv2 draws with this many fractional bits

Plane = NDArray[np.uint8]
Planes = tuple[Plane, Plane]
"""Cover and light while drawing."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where trees stand on a layer, in the layer's pixels."""

    seed: int
    width: int
    height: int
    count: int
    smallest_px: float
    tallest_px: float
    ground: Field
    """Row of the ground at each column, shape (width,)."""
    levels: int
    """Rows of branches of the tallest tree."""


def draw_trees(stand: Stand, columns: Field | None = None) -> Field:
    """Shape (height, width, 2): how much shadow and how much light each pixel shows."""
    rng = np.random.default_rng(stand.seed)
    shape = (stand.height * SUPERSAMPLE, stand.width * SUPERSAMPLE)
    cover, light = np.zeros(shape, np.uint8), np.zeros(shape, np.uint8)
    places = rng.uniform(0, stand.width, stand.count) if columns is None else columns
    for column in places:
        size = rng.uniform(0, 1) ** 1.6
        tall = stand.smallest_px + (stand.tallest_px - stand.smallest_px) * size
        foot = float(stand.ground[int(np.clip(column, 0, stand.width - 1))]) + rng.uniform(0, 3)
        levels = max(6, int(stand.levels * tall / stand.tallest_px))
        _conifer(rng, (cover, light), (float(column), foot), tall, levels)
    return _as_layer(cover, light)


def _conifer(
    rng: np.random.Generator,
    planes: Planes,
    foot: tuple[float, float],
    tall: float,
    levels: int,
) -> None:
    x, y = foot
    spread = tall * rng.uniform(0.17, 0.24)
    lean = rng.normal(0, 0.012) * tall
    trunk = max(0.6, tall * 0.011)
    _shape(planes, [(x - trunk, y), (x + trunk, y), (x + lean, y - tall)], 30)
    for level in range(levels):
        part = (level + rng.uniform(0, 0.7)) / levels  # 0 at the foot, 1 at the top
        height = y - tall * (0.10 + 0.90 * part)
        stem = x + lean * part
        reach = spread * (1 - part) ** 0.85 * rng.uniform(0.72, 1.12) + tall * 0.006
        for side in (-1.0, 1.0):
            _branch(rng, planes, (stem, height), side * reach * rng.uniform(0.8, 1.15), tall)


def _branch(
    rng: np.random.Generator,
    planes: Planes,
    root: tuple[float, float],
    reach: float,
    tall: float,
) -> None:
    """A drooping bough with twigs: dark on the left, its tips catching the sun on the right."""
    x, y = root
    droop = abs(reach) * rng.uniform(0.16, 0.44)
    thick = tall * 0.006 + abs(reach) * 0.05
    dark = rng.uniform(8, 40)
    tip = (x + reach, y + droop)
    _shape(planes, [(x, y - thick), tip, (x, y + thick)], dark)
    twigs = 3 + int(abs(reach) / 4)
    for twig in range(twigs):
        part = (twig + rng.uniform(0.2, 1.0)) / twigs
        start = (x + reach * part, y + droop * part**1.5)
        length = (abs(reach) * 0.20 + tall * 0.012) * rng.uniform(0.5, 1.3) * (1.15 - 0.5 * part)
        bend = np.sign(reach) * length * rng.uniform(0.1, 0.8)
        width = thick * rng.uniform(0.35, 0.7)
        lit = dark + (150 * part**2 * rng.uniform(0.2, 1.0) if reach > 0 else 12 * part)
        _shape(
            planes,
            [
                (start[0] - width, start[1] - width),
                (start[0] + bend, start[1] + length),
                (start[0] + width, start[1]),
            ],
            lit,
        )


def _shape(planes: Planes, points: list[tuple[float, float]], lit: float) -> None:
    corners = np.round(np.array(points) * SUPERSAMPLE * (1 << FINE)).astype(np.int32)
    cover, light = planes
    cv2.fillPoly(cover, [corners], 255, cv2.LINE_AA, FINE)
    cv2.fillPoly(light, [corners], float(min(255, lit)), cv2.LINE_AA, FINE)


def _as_layer(cover: Plane, light: Plane) -> Field:
    covered = cover.astype(np.float32) / 255
    lit = covered * (light.astype(np.float32) / 255)
    return halved(np.dstack([covered - lit, lit]))


def draw_reeds(
    seed: int, width: int, height: int, count: int, tallest_px: float, ground: Field
) -> Field:
    """Grass blades and reeds on the near bank, as (height, width, 2): shadow and light."""
    rng = np.random.default_rng(seed)
    shape = (height * SUPERSAMPLE, width * SUPERSAMPLE)
    cover, light = np.zeros(shape, np.uint8), np.zeros(shape, np.uint8)
    patch = np.interp(
        np.arange(width), np.arange(0, width + 60, 60), rng.random(width // 60 + 2)
    ).astype(np.float32)
    for column in rng.uniform(0, width - 1, count):
        thick_here = float(patch[int(column)])
        tall = tallest_px * rng.uniform(0.15, 1.0) * (0.25 + 0.75 * thick_here)
        bend = rng.normal(0.12, 0.2) * tall
        foot = float(ground[int(column)]) + 4
        blade = tall * 0.02 + 0.45
        points = [
            (column - blade, foot),
            (column + bend * 0.35 - blade * 0.5, foot - tall * 0.6),
            (column + bend, foot - tall),
            (column + bend * 0.35 + blade * 0.5, foot - tall * 0.6),
            (column + blade, foot),
        ]
        _shape((cover, light), points, rng.uniform(10, 150))
    return _as_layer(cover, light)
