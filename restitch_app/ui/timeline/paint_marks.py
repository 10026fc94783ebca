"""Paints the boundaries lane and the line that each boundary sends down through the tiles."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap

from restitch_app.ui.theme.shapes import Shape, paint_cut, shape_of_class
from restitch_app.ui.theme.tokens import RADIUS_PILL, ColorRole
from restitch_app.ui.timeline.ink import LEFT, Ink
from restitch_app.ui.timeline.layout import Layout
from restitch_app.ui.timeline.scene import Marker, MarkerRank

SHAPE_PX, GAP_PX, ICON_PX, INSIDE_PX = 11.0, 5.0, 12, 9.0
RING_PX, RING_GAP_PX = 2.0, 3.0
CALL_PX, CALL_GROUND_PX = 9.0, 6.5

_EDGES: dict[Shape, ColorRole] = {
    Shape.VISIBLE: "visible",
    Shape.BORDERLINE: "borderline_edge",
    Shape.SMOOTH: "smooth",
}


def paint_line(painter: QPainter, ink: Ink, layout: Layout, marker: Marker) -> None:
    """Loud for a visible jump; between crowded tiles only what needs a look has one."""
    x = layout.boundary_x(marker.left_index)
    top, bottom = layout.boundaries.center().y(), layout.height_px - 2.0
    if marker.rank is MarkerRank.VISIBLE:
        painter.fillRect(QRectF(x - 1, top, 2, bottom - top), ink.color("visible"))
    elif marker.rank is MarkerRank.BORDERLINE:
        painter.fillRect(QRectF(x - 0.5, top, 1, bottom - top), ink.color("borderline_edge"))
    elif not layout.is_aggregated:
        top = layout.boundaries.bottom() - 4
        painter.fillRect(QRectF(x - 0.5, top, 1, bottom - top), ink.color("line_strong"))


def paint_mark(
    painter: QPainter, ink: Ink, layout: Layout, marker: Marker, *, is_selected: bool
) -> QRectF:
    """Returns the place that it takes."""
    has_number = is_selected or layout.has_number(marker.left_index)
    text = marker.text if has_number else ""
    width = _width(ink, marker, text)
    x, middle = layout.boundary_x(marker.left_index), layout.boundaries.center().y()
    height = ink.sizes.pill
    pill = QRectF(x - width / 2, middle - height / 2, width, height)
    if not text:
        painter.drawPixmap(pill.topLeft(), _shape_alone(ink, marker))
        _paint_call(painter, ink, marker, pill)
        return pill
    if is_selected:
        _paint_ground(painter, ink, pill)
    _paint_pill(painter, ink, marker, pill)
    _paint_content(painter, ink, marker, pill, text)
    if is_selected:
        reach = RING_GAP_PX
        painter.setPen(ink.pen("accent", RING_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = pill.adjusted(-reach, -reach, reach, reach)
        painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
    _paint_call(painter, ink, marker, pill)
    return pill


def _shape_alone(ink: Ink, marker: Marker) -> QPixmap:
    """Without number, as crowded marks are: painted once for each look, then copied."""
    side = ink.sizes.pill

    def paint(painter: QPainter) -> None:
        pill = QRectF(0, 0, side, side)
        _paint_pill(painter, ink, marker, pill)
        _paint_content(painter, ink, marker, pill, "")

    return ink.stamp((marker.rank, marker.shape), side, paint)


def _width(ink: Ink, marker: Marker, text: str) -> float:
    inside = SHAPE_PX
    if text:
        inside += GAP_PX + ink.text_px(text, _font(ink, marker))
        inside += GAP_PX + ICON_PX if _extra_icon(marker) else 0
    return inside + 2 * (INSIDE_PX if text else (ink.sizes.pill - SHAPE_PX) / 2)


def _paint_ground(painter: QPainter, ink: Ink, pill: QRectF) -> None:
    """Hides the neighbours' marks that the selected one's number may reach over."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.color("lane"))
    painter.drawRoundedRect(pill.adjusted(-4, -4, 4, 4), RADIUS_PILL + 4, RADIUS_PILL + 4)


def _paint_pill(painter: QPainter, ink: Ink, marker: Marker, pill: QRectF) -> None:
    if marker.rank is MarkerRank.VISIBLE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.color("visible"))
    elif marker.rank is MarkerRank.BORDERLINE:
        painter.setPen(ink.pen("borderline_edge"))
        painter.setBrush(ink.color("borderline_fill"))
    elif marker.rank is MarkerRank.ACCEPTED:
        painter.setPen(ink.pen(_EDGES[marker.shape]))
        painter.setBrush(ink.color("lane"))
    else:
        return
    painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PILL, RADIUS_PILL)


def _paint_content(painter: QPainter, ink: Ink, marker: Marker, pill: QRectF, text: str) -> None:
    is_filled = marker.rank is MarkerRank.VISIBLE
    left = pill.left() + (INSIDE_PX if text else (pill.width() - SHAPE_PX) / 2)
    middle = pill.center().y()
    center = QPointF(left + SHAPE_PX / 2, middle)
    if marker.rank is MarkerRank.CUT:
        paint_cut(painter, center, ink.color("text_2"))
    else:
        ink.shape(painter, marker.shape, center, SHAPE_PX, "on_visible" if is_filled else None)
    if not text:
        return
    left += SHAPE_PX + GAP_PX
    font = _font(ink, marker)
    width = ink.text_px(text, font)
    is_loud = marker.rank in (MarkerRank.BORDERLINE, MarkerRank.ACCEPTED)
    role: ColorRole = "on_visible" if is_filled else "text" if is_loud else "text_2"
    ink.text(painter, QRectF(left, pill.top(), width + 2, pill.height()), text, font, role, LEFT)
    icon = _extra_icon(marker)
    if icon:
        ink.icon(painter, left + width + GAP_PX, middle, icon, role, ICON_PX)


def _font(ink: Ink, marker: Marker) -> QFont:
    is_loud = marker.rank in (MarkerRank.VISIBLE, MarkerRank.BORDERLINE)
    return ink.strong if is_loud else ink.detail


def _extra_icon(marker: Marker) -> str | None:
    """Says with a picture what was decided about the boundary."""
    if marker.rank is MarkerRank.ACCEPTED:
        return "check"
    return "spline" if marker.is_smoothed else None


def _paint_call(painter: QPainter, ink: Ink, marker: Marker, pill: QRectF) -> None:
    """At its upper right corner, small: the shape that a reviewer sees there."""
    if marker.call is None:
        return
    has_edge = marker.rank >= MarkerRank.ACCEPTED
    center = QPointF(pill.right() - (0 if has_edge else INSIDE_PX / 2), pill.top() + 1)
    painter.setPen(ink.pen("line_strong"))
    painter.setBrush(ink.color("lane"))
    painter.drawEllipse(center, CALL_GROUND_PX, CALL_GROUND_PX)
    ink.shape(painter, shape_of_class(marker.call.says), center, CALL_PX)
