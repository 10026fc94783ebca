"""Steppers and drop-down marks in the theme's colours.

A style sheet that gives a field its border leaves its arrows to pictures, which know no theme.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import ColorRole

STEPPER_PX = 20


def paint_steppers(field: QAbstractSpinBox, theme: Theme) -> None:
    can = field.stepEnabled()
    for flag, sign in (
        (QAbstractSpinBox.StepEnabledFlag.StepUpEnabled, -1),
        (QAbstractSpinBox.StepEnabledFlag.StepDownEnabled, 1),
    ):
        role: ColorRole = "text_2" if can & flag else "line_strong"
        _paint(field, theme, role, tip_y=sign * 7.5, rise=sign * 3.5)


def paint_drop_mark(field: QWidget, theme: Theme) -> None:
    _paint(field, theme, "text_2" if field.isEnabled() else "line_strong", tip_y=2.5, rise=4.0)


def _paint(field: QWidget, theme: Theme, role: ColorRole, *, tip_y: float, rise: float) -> None:
    """A chevron at the right edge; `tip_y` is counted from the middle."""
    box = QRect(field.width() - STEPPER_PX, 0, STEPPER_PX - 2, field.height())
    tip = QPointF(box.center().x(), box.center().y() + tip_y)
    half, base = abs(rise), tip.y() - rise
    painter = QPainter(field)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.tokens.color(role), 1.4))
    chevron = [QPointF(tip.x() - half, base), tip, QPointF(tip.x() + half, base)]
    painter.drawPolyline(QPolygonF(chevron))
    painter.end()
