"""Number fields whose steppers are drawn in the theme's colours.

A style sheet that gives a spin box its border leaves its arrows to pictures, which know no theme.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox

from restitch_app.ui.theme.theme import Theme

FIELD_WIDTH = 96
STEPPER_PX = 20
TEXT_MARGIN_PX = 6


class WholeField(QSpinBox):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        _prepare(self)
        self.lineEdit().setTextMargins(TEXT_MARGIN_PX, 0, 0, 0)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_chevrons(self, self._theme)


class RealField(QDoubleSpinBox):
    """Always with a point, as workflows write numbers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        _prepare(self)
        self.setLocale(QLocale.c())
        self.lineEdit().setTextMargins(TEXT_MARGIN_PX, 0, 0, 0)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_chevrons(self, self._theme)


def _prepare(field: QAbstractSpinBox) -> None:
    field.setFixedWidth(FIELD_WIDTH)
    # Scrolling the dialog must not change what the pointer happens to cross.
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _paint_chevrons(field: QAbstractSpinBox, theme: Theme) -> None:
    painter = QPainter(field)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    can = field.stepEnabled()
    box = QRect(field.width() - STEPPER_PX, 0, STEPPER_PX - 2, field.height())
    middle = box.center()
    for flag, sign in (
        (QAbstractSpinBox.StepEnabledFlag.StepUpEnabled, -1),
        (QAbstractSpinBox.StepEnabledFlag.StepDownEnabled, 1),
    ):
        tip = QPointF(middle.x(), middle.y() + sign * 7.5)
        base = tip.y() - sign * 3.5
        painter.setPen(QPen(theme.tokens.color("text_2" if can & flag else "line_strong"), 1.4))
        chevron = [QPointF(tip.x() - 3.5, base), tip, QPointF(tip.x() + 3.5, base)]
        painter.drawPolyline(QPolygonF(chevron))
    painter.end()
