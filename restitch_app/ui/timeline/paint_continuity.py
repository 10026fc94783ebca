"""Paints the continuity lane: similarity of neighbouring frames over the range that is natural."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPolygonF

from restitch_app.ui.timeline.ink import LEFT, RIGHT, Ink
from restitch_app.ui.timeline.layout import Layout
from restitch_app.ui.timeline.paint_marks import paint_line
from restitch_app.ui.timeline.paint_time import NAME_LEFT_PX
from restitch_app.ui.timeline.scene import Marker
from restitch_app.ui.wording import ssim_text

if TYPE_CHECKING:
    from restitch_app.services.scene_curve import SceneCurve

NAME, ICON = "Continuity", "activity"
MARGIN_PX = 5.0
LEAST_SPAN = 0.1
"""Of SSIM from top to bottom: less would make noise look like faults."""
LABEL_PX = 14.0
VALUE_RIGHT_PX = 6.0


@dataclass(frozen=True, slots=True)
class ValueScale:
    """Where a value lies in the lane."""

    lane: QRectF
    low: float
    high: float

    def y_of(self, similarity: float) -> float:
        room = self.lane.height() - 2 * MARGIN_PX
        share = (self.high - similarity) / (self.high - self.low)
        return self.lane.top() + MARGIN_PX + room * min(1.0, max(0.0, share))


def value_scale(curve: SceneCurve, lane: QRectF) -> ValueScale | None:
    """None while nothing is known."""
    if curve.range is None:
        return None
    low, high = curve.range
    return ValueScale(lane, min(low, high - LEAST_SPAN), high)


def paint_continuity(
    painter: QPainter, ink: Ink, layout: Layout, curve: SceneCurve | None, marks: Iterable[Marker]
) -> None:
    """The whole lane with its name, over what was there. `marks`: whose lines run through it."""
    lane = layout.continuity
    whole = QRectF(0, lane.top(), layout.width_px, lane.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(whole)
    painter.fillRect(whole, ink.color("lane"))
    painter.setClipRect(lane)
    scale = value_scale(curve, lane) if curve is not None else None
    if curve is not None and scale is not None:
        _paint_band(painter, ink, layout, curve, scale)
    for mark in marks:
        paint_line(painter, ink, layout, mark)
    if curve is not None and scale is not None:
        painter.setPen(ink.pen("text", 1.2))
        for line in lines(layout, curve, scale):
            painter.drawPolyline(line)
    painter.setClipRect(whole)
    _paint_names(painter, ink, layout, curve, scale)
    painter.restore()


def lines(layout: Layout, curve: SceneCurve, scale: ValueScale) -> list[QPolygonF]:
    """What is in sight, broken where nothing is known; where pixels hold several pairs, the lowest
    of each.
    """
    pairs, stop = layout.visible_pairs()
    if not pairs:
        return []
    found: list[QPolygonF] = []
    points: list[QPointF] = []
    for pair, similarity in zip(pairs, curve.lowest(pairs, stop), strict=True):
        if math.isnan(similarity):
            _end(found, points)
            points = []
        else:
            points.append(QPointF(layout.pair_x(pair), scale.y_of(similarity)))
    _end(found, points)
    return found


def _end(found: list[QPolygonF], points: list[QPointF]) -> None:
    if len(points) == 1:  # or it would not be seen
        points.append(points[0] + QPointF(1, 0))
    if points:
        found.append(QPolygonF(points))


def _paint_band(
    painter: QPainter, ink: Ink, layout: Layout, curve: SceneCurve, scale: ValueScale
) -> None:
    band = curve.band
    if band is None:
        return
    top, bottom = scale.y_of(band.high), scale.y_of(band.low)
    left, right = layout.x_of(0), layout.x_of(layout.scene.frames)
    thick = max(3.0, bottom - top)
    rect = QRectF(left, (top + bottom - thick) / 2, right - left, thick)
    painter.fillRect(rect, ink.color("line_strong"))


def _paint_names(
    painter: QPainter, ink: Ink, layout: Layout, curve: SceneCurve | None, scale: ValueScale | None
) -> None:
    lane, width = layout.continuity, layout.names_px
    painter.fillRect(QRectF(0, lane.top(), width, lane.height()), ink.color("lane"))
    painter.fillRect(QRectF(width - 1, lane.top(), 1, lane.height()), ink.color("line"))
    middle = lane.center().y()
    if layout.is_narrow:
        ink.icon(painter, (width - 16) / 2, middle, ICON, "text_2", 16)
        return
    where = QRectF(NAME_LEFT_PX, middle - 10, width - NAME_LEFT_PX, 20)
    ink.text(painter, where, NAME, ink.detail, "text_2", LEFT)
    if curve is None or scale is None or curve.band is None or curve.range is None:
        return
    usual, lowest = scale.y_of(curve.band.median), scale.y_of(curve.range[0])
    _paint_value(painter, ink, layout, curve.band.median, usual)
    if lowest - usual >= LABEL_PX:
        _paint_value(painter, ink, layout, curve.range[0], lowest)


def _paint_value(painter: QPainter, ink: Ink, layout: Layout, value: float, y: float) -> None:
    lane = layout.continuity
    top = min(max(y - LABEL_PX / 2, lane.top()), lane.bottom() - LABEL_PX)
    where = QRectF(0, top, layout.names_px - VALUE_RIGHT_PX, LABEL_PX)
    ink.text(painter, where, ssim_text(value), ink.caption, "text_3", RIGHT)
