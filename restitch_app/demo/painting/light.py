"""The hour of the scene: golden light that turns to dusk while the ten segments play."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Colour = NDArray[np.float32]
"""Shape (3,), sRGB 0 to 1."""

# Three moments of the evening; what lies between is mixed.
_HOURS: dict[str, tuple[tuple[float, float, float], ...]] = {
    "zenith": ((0.34, 0.52, 0.72), (0.31, 0.40, 0.62), (0.20, 0.24, 0.46)),
    "sky": ((0.72, 0.76, 0.76), (0.84, 0.66, 0.58), (0.62, 0.44, 0.56)),
    "horizon": ((0.99, 0.87, 0.66), (1.00, 0.74, 0.48), (0.97, 0.58, 0.44)),
    "sun": ((1.00, 0.95, 0.80), (1.00, 0.84, 0.56), (1.00, 0.66, 0.40)),
    "glow": ((0.55, 0.42, 0.22), (0.62, 0.36, 0.14), (0.60, 0.26, 0.12)),
    "cloud_dark": ((0.66, 0.66, 0.70), (0.60, 0.50, 0.56), (0.40, 0.33, 0.48)),
    "cloud_lit": ((1.00, 0.95, 0.84), (1.00, 0.80, 0.62), (0.98, 0.62, 0.52)),
    "rock_dark": ((0.34, 0.40, 0.50), (0.33, 0.33, 0.45), (0.24, 0.23, 0.38)),
    "rock_lit": ((0.80, 0.70, 0.58), (0.86, 0.60, 0.46), (0.72, 0.42, 0.42)),
    "snow_dark": ((0.62, 0.70, 0.82), (0.60, 0.58, 0.74), (0.44, 0.42, 0.62)),
    "snow_lit": ((1.00, 0.96, 0.88), (1.00, 0.84, 0.70), (0.98, 0.66, 0.60)),
    "haze": ((0.86, 0.84, 0.78), (0.90, 0.72, 0.60), (0.70, 0.50, 0.54)),
    "hill_dark": ((0.16, 0.27, 0.27), (0.17, 0.22, 0.26), (0.11, 0.14, 0.23)),
    "hill_lit": ((0.50, 0.52, 0.32), (0.58, 0.44, 0.28), (0.38, 0.27, 0.27)),
    "tree_dark": ((0.07, 0.14, 0.14), (0.07, 0.11, 0.14), (0.05, 0.07, 0.12)),
    "tree_lit": ((0.40, 0.42, 0.22), (0.48, 0.34, 0.18), (0.30, 0.20, 0.18)),
    "water": ((0.20, 0.34, 0.42), (0.20, 0.27, 0.38), (0.12, 0.16, 0.29)),
    "near_dark": ((0.045, 0.08, 0.08), (0.045, 0.06, 0.08), (0.03, 0.04, 0.07)),
    "near_lit": ((0.62, 0.55, 0.24), (0.66, 0.44, 0.18), (0.44, 0.26, 0.17)),
}


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours at one moment, by name."""

    colours: dict[str, Colour]

    def __getitem__(self, name: str) -> Colour:
        return self.colours[name]


def palette_at(time: float) -> Palette:
    """`time` from 0 (golden hour) to 1 (dusk)."""
    place = float(np.clip(time, 0, 1)) * 2
    first = min(int(place), 1)
    part = np.float32(place - first)
    part = part * part * (3 - 2 * part) * np.float32(0.6) + part * np.float32(0.4)
    return Palette(
        {
            name: np.array(hours[first], np.float32) * (1 - part)
            + np.array(hours[first + 1], np.float32) * part
            for name, hours in _HOURS.items()
        }
    )
