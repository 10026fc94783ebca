"""Paints the continuity lane: similarity of neighbouring frames over the range that is natural."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QPainter, QPolygonF

from restitch_app.ui.pieces.wording import ssim_text
from restitch_app.ui.timeline.ink import CENTRE, LEFT, RIGHT, Ink
from restitch_app.ui.timeline.layout import Layout
from restitch_app.ui.timeline.paint_marks import paint_line
from restitch_app.ui.timeline.paint_time import NAME_LEFT_PX
from restitch_app.ui.timeline.pairs import visible_pairs
from restitch_app.ui.timeline.scene import Marker

if TYPE_CHECKING:
    from restitch_app.services.continuity.scene_curve import SceneCurve

NAME, ICON = "Continuity", "activity"
NO_DATA = "No data"
LINE_ROOM_PX = 2.0
"""On each side of a gap, for the line of a boundary."""
MARGIN_PX = 5.0
LEAST_SPAN = 0.1
"""Of SSIM from top to bottom: less would make noise look like faults."""
VALUE_RIGHT_PX = 6.0


@dataclass(frozen=True, slots=True)
class ValueScale:
    """Where a value lies in the lane."""

    lane: QRectF
    low: float
    high: float

    @property
    def top_px(self) -> float:
        return self.lane.top() + MARGIN_PX

    @property
    def bottom_px(self) -> float:
        return self.lane.bottom() - MARGIN_PX

    @property
    def px_of_one(self) -> float:
        """How much lower a value lies that is less by 1.0."""
        return (self.bottom_px - self.top_px) / (self.high - self.low)

    def y_of(self, similarity: float) -> float:
        y = self.top_px + (self.high - similarity) * self.px_of_one
        return min(self.bottom_px, max(self.top_px, y))


def value_scale(curve: SceneCurve, lane: QRectF) -> ValueScale | None:
    """None while nothing is known."""
    found = curve.summary
    if found is None:
        return None
    return ValueScale(lane, min(found.low, found.high - LEAST_SPAN), found.high)


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
        painter.setPen(ink.pen("text"))  # a wider one takes Qt a hundred times as long
        for line in lines(layout, curve, scale):
            painter.drawPolyline(line)
    _paint_gaps(painter, ink, layout)
    painter.setClipRect(whole)
    _paint_names(painter, ink, layout, curve, scale)
    painter.restore()


def lines(layout: Layout, curve: SceneCurve, scale: ValueScale) -> list[QPolygonF]:
    """What is in sight, broken where nothing is known; where pixels hold several pairs, the lowest
    of each.
    """
    pairs, stop = visible_pairs(layout.scale)
    if not pairs:
        return []
    # Once for each pixel at every painting: nothing is looked up inside the loop.
    zero_px, frame_px = layout.pair_x(0), layout.scale.frame_px
    top, bottom, high, factor = scale.top_px, scale.bottom_px, scale.high, scale.px_of_one
    found: list[QPolygonF] = []
    points: list[QPointF] = []
    for pair, similarity in zip(pairs, curve.lowest(pairs, stop), strict=True):
        if similarity != similarity:  # NaN
            _end(found, points)
            points = []
        else:
            y = min(bottom, max(top, top + (high - similarity) * factor))
            points.append(QPointF(zero_px + pair * frame_px, y))
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
    if curve.summary is None:
        return
    band = curve.summary.band
    top, bottom = scale.y_of(band.high), scale.y_of(band.low)
    left, right = layout.x_of(0), layout.x_of(layout.scene.frames)
    thick = max(3.0, bottom - top)
    rect = QRectF(left, (top + bottom - thick) / 2, right - left, thick)
    painter.fillRect(rect, ink.color("line_strong"))


def _paint_gaps(painter: QPainter, ink: Ink, layout: Layout) -> None:
    """Over clips that cannot be played as they were measured; the lines of boundaries stay."""
    lane, scene = layout.continuity, layout.scene
    for index in layout.visible_segments if scene.damage else ():
        if scene.versions[index].id not in scene.damage:
            continue
        left, right = layout.x_of(scene.starts[index]), layout.x_of(scene.starts[index + 1])
        gap = QRectF(left, lane.top(), max(1.0, right - left), lane.height())
        if gap.width() > 2 * LINE_ROOM_PX:
            gap.adjust(LINE_ROOM_PX, 0, -LINE_ROOM_PX, 0)
        painter.fillRect(gap, ink.color("lane"))
        painter.setBrushOrigin(gap.topLeft())
        painter.fillRect(gap, QBrush(ink.hatch))
        shown = gap & lane
        if ink.text_px(NO_DATA, ink.caption) <= shown.width() - 8:
            ink.text(painter, shown, NO_DATA, ink.caption, "text_2", CENTRE)


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
    where = QRectF(NAME_LEFT_PX, lane.top(), width - NAME_LEFT_PX, lane.height())
    ink.text(painter, where, NAME, ink.fitting(NAME, where.width() - 1), "text_2", LEFT)
    if curve is None or scale is None or curve.summary is None:
        return
    median, low = curve.summary.band.median, curve.summary.low
    _paint_value(painter, ink, layout, median, scale.y_of(median))
    if scale.y_of(low) - scale.y_of(median) >= ink.height_px(ink.caption):
        _paint_value(painter, ink, layout, low, scale.y_of(low))


def _paint_value(painter: QPainter, ink: Ink, layout: Layout, value: float, y: float) -> None:
    lane = layout.continuity
    height = ink.height_px(ink.caption)
    top = min(max(y - height / 2, lane.top()), lane.bottom() - height)
    where = QRectF(0, top, layout.names_px - VALUE_RIGHT_PX, height)
    ink.text(painter, where, ssim_text(value), ink.caption, "text_3", RIGHT)
