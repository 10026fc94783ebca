"""The verdict shapes, drawn as paths on a grid of 12 units, and the words that go with them."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from restitch_app.domain.boundaries import BoundaryClass
from restitch_app.domain.quality import Verdict
from restitch_app.ui.theme.tokens import Tokens

GRID = 12.0


class Shape(StrEnum):
    SMOOTH = "smooth"
    BORDERLINE = "borderline"
    VISIBLE = "visible"
    CHECKING = "checking"
    NOT_CHECKED = "not_checked"

    @property
    def word(self) -> str:
        return _WORDS[self]


_WORDS = {
    Shape.SMOOTH: "Smooth",
    Shape.BORDERLINE: "Borderline",
    Shape.VISIBLE: "Visible jump",
    Shape.CHECKING: "Checking",
    Shape.NOT_CHECKED: "Not checked",
}
_OF_CLASS = {
    BoundaryClass.GREEN: Shape.SMOOTH,
    BoundaryClass.YELLOW: Shape.BORDERLINE,
    BoundaryClass.RED: Shape.VISIBLE,
}
_OF_VERDICT = {
    Verdict.PASS: Shape.SMOOTH,
    Verdict.WARN: Shape.BORDERLINE,
    Verdict.FAIL: Shape.VISIBLE,
}


def shape_of_class(boundary_class: BoundaryClass | None) -> Shape:
    return _OF_CLASS[boundary_class] if boundary_class else Shape.NOT_CHECKED


def shape_of_verdict(verdict: Verdict | None) -> Shape:
    return _OF_VERDICT[verdict] if verdict else Shape.NOT_CHECKED


def paint_shape(
    painter: QPainter, shape: Shape, rect: QRectF, tokens: Tokens, color: str | None = None
) -> None:
    """Draw it centred in `rect`, as large as fits. `color` replaces the verdict's own."""
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(side / 2, side / 2))
    painter.scale(side / GRID, side / GRID)
    _PAINT[shape](painter, tokens, color)
    painter.restore()


def paint_cut(painter: QPainter, center: QPointF, color: QColor) -> None:
    """Two strokes side by side: the scene is meant to end and begin here."""
    for offset in (-3.0, 1.5):
        painter.fillRect(QRectF(center.x() + offset, center.y() - 5, 1.5, 10), color)


def shape_pixmap(
    shape: Shape, tokens: Tokens, size_px: int, pixel_ratio: float, color: str | None = None
) -> QPixmap:
    picture = QPixmap(QSize(size_px, size_px) * pixel_ratio)
    picture.setDevicePixelRatio(pixel_ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_shape(painter, shape, QRectF(0, 0, size_px, size_px), tokens, color)
    painter.end()
    return picture


def _smooth(painter: QPainter, tokens: Tokens, color: str | None) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color or tokens.smooth))
    painter.drawEllipse(QPointF(6, 6), 4, 4)


def _borderline(painter: QPainter, tokens: Tokens, color: str | None) -> None:
    triangle = QPolygonF([QPointF(6, 1.4), QPointF(11.2, 10.6), QPointF(0.8, 10.6)])
    painter.setPen(_pen(color or tokens.borderline_edge, 1.0))
    painter.setBrush(QColor(color or tokens.borderline))
    painter.drawPolygon(triangle)


def _visible(painter: QPainter, tokens: Tokens, color: str | None) -> None:
    cross = QPainterPath()
    for start, end in (((2.6, 2.6), (9.4, 9.4)), ((9.4, 2.6), (2.6, 9.4))):
        cross.moveTo(*start)
        cross.lineTo(*end)
    painter.setPen(_pen(color or tokens.visible, 3.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(cross)


def _checking(painter: QPainter, tokens: Tokens, color: str | None) -> None:
    pen = _pen(color or tokens.text_2, 1.6)
    pen.setDashPattern([0.1, 1.7])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(6, 6), 4.2, 4.2)


def _not_checked(painter: QPainter, tokens: Tokens, color: str | None) -> None:
    painter.setPen(_pen(color or tokens.text_2, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(2, 2, 8, 8))


def _pen(color: str, width: float) -> QPen:
    return QPen(
        QColor(color),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


_PAINT = {
    Shape.SMOOTH: _smooth,
    Shape.BORDERLINE: _borderline,
    Shape.VISIBLE: _visible,
    Shape.CHECKING: _checking,
    Shape.NOT_CHECKED: _not_checked,
}
