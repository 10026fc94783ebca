"""Diagonal stripes: what is stale, or has no picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

HATCH_PX = 7


def hatch(color: QColor) -> QPixmap:
    """A tile of diagonal stripes that joins on all sides."""
    side = HATCH_PX * 2
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, HATCH_PX * 0.72))
    for offset in (-side, 0, side):
        painter.drawLine(
            QPointF(offset - HATCH_PX, side + HATCH_PX),
            QPointF(offset + side + HATCH_PX, -HATCH_PX),
        )
    painter.end()
    return picture
