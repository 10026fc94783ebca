"""What the lines of the similarity plot mean."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.type import TextSize

SAMPLE_PX, GAP_PX, BETWEEN_PX = 16.0, 6.0, 16.0


class Line(Enum):
    NOW, AFTER, NATURAL = range(3)


class Legend(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_prediction = self._is_short = False
        self.setFont(theme.font(TextSize.DETAIL))
        self.setAccessibleName(
            tr("White: now. Blue, dashed: after the selected fix. Grey: natural")
        )
        theme.changed.connect(self.update)

    def set_predicted(self, has_prediction: bool) -> None:
        if has_prediction != self._has_prediction:
            self._has_prediction = has_prediction
            self.updateGeometry()
            self.update()

    def set_short(self, is_short: bool) -> None:
        """Fewer letters, for a narrow page."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.updateGeometry()
            self.update()

    @property
    def items(self) -> dict[Line, str]:
        """What is told, from left to right."""
        short = self._is_short
        items = {Line.NOW: "Now"}
        if self._has_prediction:
            items[Line.AFTER] = "After fix" if short else "After the selected fix"
        return items | {Line.NATURAL: "Natural" if short else "Natural range"}

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = sum(
            SAMPLE_PX + GAP_PX + metrics.horizontalAdvance(tr(item)) + BETWEEN_PX
            for item in self.items.values()
        )
        return QSize(round(width), metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, metrics = self._theme.tokens, self.fontMetrics()
        middle = self.height() / 2
        x = float(self.width())
        for line, item in reversed(self.items.items()):
            width = metrics.horizontalAdvance(tr(item))
            x -= width
            painter.setPen(tokens.color("text_2"))
            text_at = QRectF(x, 0, width + 2, self.height())
            painter.drawText(text_at, int(Qt.AlignmentFlag.AlignVCenter), tr(item))
            x -= GAP_PX + SAMPLE_PX
            start, end = QPointF(x, middle), QPointF(x + SAMPLE_PX, middle)
            if line is Line.NATURAL:
                color = tokens.color("control")
                color.setAlpha(150)
                painter.fillRect(QRectF(x + 2, middle - 4, 12, 8), color)
            elif line is Line.NOW:
                painter.setPen(QPen(tokens.color("text"), 1.5))
                painter.drawLine(start, end)
            else:
                painter.setPen(QPen(tokens.color("accent"), 1.5, Qt.PenStyle.DashLine))
                painter.drawLine(start, end)
            x -= BETWEEN_PX
        painter.end()
