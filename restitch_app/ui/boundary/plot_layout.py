"""Where everything of the similarity plot lies; no painting."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

LEFT, RIGHT, TOP, BOTTOM = 44.0, 12.0, 10.0, 24.0
LOWEST_TOP = 0.02
"""Room above 1.0 so that a perfect pair is not on the edge."""
ROOM_BELOW = 0.04
HIGHEST_FLOOR = 0.90
LINES = 7
STEPS = (0.02, 0.05, 0.1, 0.2, 0.5)
HIT_PX = 10.0
LINE_PX = 16.0
"""A line of words at the usual text size."""
WORDS_GAP = 6.0
"""Between the plot and the words under it."""


@dataclass(frozen=True, slots=True)
class PlotLayout:
    area: QRectF
    low: float
    """SSIM at the bottom."""
    high: float
    step: float
    """Between two grid lines."""
    count: int
    """Pairs."""
    seam: int

    def x(self, pair: int) -> float:
        if self.count < 2:
            return self.area.center().x()
        return self.area.left() + pair / (self.count - 1) * self.area.width()

    def y(self, ssim: float) -> float:
        share = (max(self.low, ssim) - self.low) / (self.high - self.low)
        return self.area.bottom() - share * self.area.height()

    def point(self, pair: int, ssim: float) -> QPointF:
        return QPointF(self.x(pair), self.y(ssim))

    def grid(self) -> tuple[float, ...]:
        first = math.ceil(self.low / self.step - 1e-9)
        last = math.floor(1.0 / self.step + 1e-9)
        return tuple(round(number * self.step, 6) for number in range(first, last + 1))

    def ticks(self) -> tuple[tuple[int, str], ...]:
        """(pair, words) under the plot: every fourth pair, counted from the boundary."""
        told = []
        for pair in range(self.count):
            away = pair - self.seam
            if away == 0:
                told.append((pair, "Boundary"))
            elif away % 4 == 0:
                told.append((pair, f"+{away}" if away > 0 else f"−{-away}"))
        return tuple(told)

    def pair_at(self, at: QPointF, values: Sequence[float]) -> int | None:
        """The pair whose point is next to a place on the screen; None where none is near."""
        nearest = min(range(self.count), key=lambda pair: abs(self.x(pair) - at.x()), default=None)
        if nearest is None:
            return None
        point = self.point(nearest, values[nearest])
        near = abs(point.x() - at.x()) <= HIT_PX and abs(point.y() - at.y()) <= HIT_PX
        return nearest if near else None


def plot_layout(
    size: tuple[float, float],
    values: Sequence[float],
    limits: Sequence[float],
    seam: int,
    line_px: float = LINE_PX,
) -> PlotLayout:
    """`values`: SSIM of the pairs; `limits`: other values that must be in sight. `line_px`: how
    high a line of its words is.
    """
    width, height = size
    lowest = min((*values, *limits), default=HIGHEST_FLOOR)
    low = min(HIGHEST_FLOOR, lowest - ROOM_BELOW)
    span = 1.0 - low
    bottom = max(BOTTOM, WORDS_GAP + line_px)
    area = QRectF(LEFT, TOP, max(10.0, width - LEFT - RIGHT), max(10.0, height - TOP - bottom))
    lines = max(1.0, min(LINES, area.height() / line_px))
    step = next((step for step in STEPS if span / step <= lines), STEPS[-1])
    low = math.floor(low / step + 1e-9) * step
    return PlotLayout(area, low, 1.0 + LOWEST_TOP * span, step, len(values), seam)
