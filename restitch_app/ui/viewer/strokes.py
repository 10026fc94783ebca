"""Paints what was drawn on a frame, over its picture and never into it."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from restitch_app.domain.notes import Ink, Pen, Point, Stroke
from restitch_app.ui.theme.tokens import DARK, ColorRole

INKS: dict[Ink, ColorRole] = {Ink.YELLOW: "borderline", Ink.RED: "visible", Ink.BLUE: "accent"}
"""Players use the dark colours in both themes."""
LINE_SHARE, LEAST_LINE_PX = 0.006, 2.0
"""Width of a line: of the picture's height, so that it grows with what it shows."""
HALO_PX = 2.0
HEAD_SHARE = 5.0
"""Length of an arrow's head, in widths of its line."""
HEAD_ANGLE = math.radians(28)


def color_of(ink: Ink) -> QColor:
    return DARK.color(INKS[ink])


def paint_strokes(painter: QPainter, strokes: Iterable[Stroke], picture: QRectF) -> None:
    """`picture`: where the whole picture lies, also what of it is out of sight."""
    width = max(LEAST_LINE_PX, LINE_SHARE * picture.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in strokes:
        path = _path(stroke, picture, width)
        halo = (QColor(0, 0, 0, 150), width + 2 * HALO_PX)
        for color, pen_width in (halo, (color_of(stroke.ink), width)):
            pen = QPen(color, pen_width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPath(path)
    painter.restore()


def point_in(picture: QRectF, place: QPointF) -> Point:
    """From 0.0 to 1.0; what lies beside the picture counts as its edge."""
    x = (place.x() - picture.left()) / max(1.0, picture.width())
    y = (place.y() - picture.top()) / max(1.0, picture.height())
    return min(1.0, max(0.0, x)), min(1.0, max(0.0, y))


def _path(stroke: Stroke, picture: QRectF, width: float) -> QPainterPath:
    points = [
        QPointF(picture.left() + x * picture.width(), picture.top() + y * picture.height())
        for x, y in stroke.points
    ]
    first, last = points[0], points[-1]
    path = QPainterPath(first)
    if stroke.pen is Pen.BOX:
        path.addRect(QRectF(first, last).normalized())
    elif stroke.pen is Pen.ARROW:
        path.lineTo(last)
        along = math.atan2(last.y() - first.y(), last.x() - first.x())
        for side in (-HEAD_ANGLE, HEAD_ANGLE):
            back = QPointF(math.cos(along + side), math.sin(along + side))
            path.moveTo(last)
            path.lineTo(last - back * (HEAD_SHARE * width))
    else:
        for point in points[1:] or [first + QPointF(0.1, 0)]:  # a dot is a line of no length
            path.lineTo(point)
    return path
