"""Colours, fonts and icons ready for the timeline's painters, made once per theme and screen."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme import icons
from restitch_app.ui.theme.hatch import hatch
from restitch_app.ui.theme.shapes import Shape, paint_shape
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import ColorRole
from restitch_app.ui.theme.type import TextSize
from restitch_app.ui.timeline.sizes import sizes

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


class Ink:
    def __init__(self, theme: Theme, pixel_ratio: float) -> None:
        self.tokens = theme.tokens
        self.pixel_ratio = pixel_ratio
        self.sizes = sizes(theme.text.factor)
        self.body = theme.font(TextSize.BODY)
        self.number = theme.font(TextSize.BODY, is_strong=True)
        self.detail = theme.font(TextSize.DETAIL)
        self.strong = theme.font(TextSize.DETAIL, is_strong=True)
        self.caption = theme.font(TextSize.CAPTION)
        self._metrics: dict[str, QFontMetricsF] = {}
        self._stamps: dict[Hashable, QPixmap] = {}
        self.hatch = hatch(self.color("hover"))

    def color(self, role: ColorRole) -> QColor:
        return self.tokens.color(role)

    def pen(
        self, role: ColorRole, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine
    ) -> QPen:
        return QPen(self.color(role), width, style)

    def text_px(self, text: str, font: QFont) -> float:
        key = font.key()
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(font)
        return self._metrics[key].horizontalAdvance(tr(text))

    def height_px(self, font: QFont) -> float:
        """Of a line."""
        self.text_px("", font)  # now its metrics are there
        return self._metrics[font.key()].height()

    def fitting(self, text: str, room_px: float) -> QFont:
        """The usual font, or the smallest one where that is too wide."""
        return self.detail if self.text_px(text, self.detail) <= room_px else self.caption

    def text(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        font: QFont,
        role: ColorRole,
        flags: Qt.AlignmentFlag = LEFT,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self.color(role))
        painter.drawText(rect, flags, tr(text))

    def icon(
        self, painter: QPainter, left: float, middle: float, name: str, role: ColorRole, size: int
    ) -> None:
        picture = icons.pixmap(name, self.tokens.hex(role), size, self.pixel_ratio)
        painter.drawPixmap(QPointF(left, middle - size / 2), picture)

    def stamp(self, look: Hashable, side: float, paint: Callable[[QPainter], None]) -> QPixmap:
        """A small square picture that is needed many times; painted when first asked for."""
        if look not in self._stamps:
            picture = QPixmap(QSizeF(side, side).toSize() * self.pixel_ratio)
            picture.setDevicePixelRatio(self.pixel_ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter)
            painter.end()
            self._stamps[look] = picture
        return self._stamps[look]

    def shape(
        self,
        painter: QPainter,
        shape: Shape,
        center: QPointF,
        size: float,
        role: ColorRole | None = None,
    ) -> None:
        rect = QRectF(center.x() - size / 2, center.y() - size / 2, size, size)
        paint_shape(painter, shape, rect, self.tokens, self.tokens.hex(role) if role else None)
