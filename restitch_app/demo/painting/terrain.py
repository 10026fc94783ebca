"""Mountains and hills: a height field seen from the side, slice by slice, near to far."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from restitch_app.demo.painting.fields import Field, clouds, halved, smooth

SUPERSAMPLE = 2


@dataclass(frozen=True, slots=True)
class Range:
    """One mountain range. Pixels are those of the finished layer."""

    seed: int
    width: int
    height: int
    slices: int
    relief_px: float
    """How far the highest top rises over the layer's base."""
    grain_px: float
    """Width of the broadest mountain."""
    sharpness: float
    """0 rolling hills, 1 ridged peaks."""
    rise_px: float
    """How much higher on the picture the farthest slice stands than the nearest."""
    haze: tuple[float, float]
    """Part of haze on the nearest heights, and what distance and depth add to it."""
    snow_line: float
    """Relative height where snow begins; above 1: no snow."""


def draw_range(what: Range) -> Field:
    """Shape (height, width, 4): how much shadow, lit rock, lit snow and haze each pixel shows."""
    rng = np.random.default_rng(what.seed)
    width, height = what.width * SUPERSAMPLE, what.height * SUPERSAMPLE
    land = _land(rng, what, width)
    light = _light(land, what)
    layer = np.zeros((height, width, 4), np.float32)
    rows = np.arange(height, dtype=np.float32)[:, None]
    horizon = np.full((1, width), float(height), np.float32)
    for number in range(what.slices):
        far = number / max(1, what.slices - 1)
        lift = what.rise_px * SUPERSAMPLE * far
        ground = land[number] * what.relief_px * SUPERSAMPLE * (0.45 + 0.55 * far)
        top = (height - lift - ground)[None, :]
        seen = (rows >= top) & (rows < horizon)
        depth = np.clip((rows - top) / (40 * SUPERSAMPLE), 0, 1)
        high = land[number] * (0.4 + 0.6 * far)
        snow = smooth(high, what.snow_line, what.snow_line + 0.22)[None, :]
        values = (1.0, light[number][None, :], snow * (1 - 0.6 * depth), far)
        for channel, value in enumerate(values):
            np.copyto(layer[:, :, channel], value, where=seen)
        horizon = np.minimum(horizon, top)
    return halved(_weights(_weathered(rng, layer), what))


def _weathered(rng: np.random.Generator, layer: Field) -> Field:
    """Break the straight fall lines that drawing column by column leaves."""
    height, width = layer.shape[:2]
    bend = clouds(rng, (height, width), (22, 14), 3) - 0.5
    map_x = np.arange(width, dtype=np.float32)[None, :] + bend * 13
    map_y = np.repeat(np.arange(height, dtype=np.float32)[:, None], width, axis=1)
    bent = cv2.remap(layer, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    return np.asarray(bent, np.float32)


def _weights(layer: Field, what: Range) -> Field:
    cover, light, snow, far = (layer[:, :, one] for one in range(4))
    low = np.linspace(0, 1, layer.shape[0], dtype=np.float32)[:, None] ** 2
    haze = np.clip(what.haze[0] + what.haze[1] * (0.45 * far + 0.55 * low), 0, 1)
    bare = cover * (1 - haze)
    lit = bare * light
    parts = [bare - lit, lit * (1 - snow), lit * snow, cover * haze]
    return np.dstack(parts).astype(np.float32)


def _land(rng: np.random.Generator, what: Range, width: int) -> Field:
    shape = (what.slices, width)
    grain = what.grain_px * SUPERSAMPLE
    depth_grain = what.slices / 2.2
    base = clouds(rng, shape, (depth_grain, grain), 7)
    ridged = 1 - np.abs(2 * clouds(rng, shape, (depth_grain, grain), 8) - 1)
    land = base * (1 - what.sharpness) + ridged**1.4 * what.sharpness
    low, high = float(land.min()), float(land.max())
    return ((land - low) / (high - low)).astype(np.float32)


def _light(land: Field, what: Range) -> Field:
    """How much each slope faces the sun, which stands behind and to the right."""
    scale = what.relief_px * SUPERSAMPLE
    slope_x = cv2.Sobel(land, cv2.CV_32F, 1, 0, ksize=3) / 8 * scale
    slope_z = np.gradient(land, axis=0) * scale
    facing = 0.5 - 0.55 * np.tanh(slope_x * 0.9) + 0.12 * np.tanh(slope_z * 0.2)
    return np.asarray(facing, np.float32).clip(0, 1)
