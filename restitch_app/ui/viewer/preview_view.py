"""A running render's preview in the player's place, marked so that it is no version's."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import DARK
from restitch_app.ui.theme.type import TextSize
from restitch_app.ui.viewer.layout import FIT, panel_areas, panel_of

WORD = "PREVIEW"
EDGE_PX = 2.0
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class PreviewWords:
    title: str
    """ "Segment 8, take 1 of 2"."""
    steps: str = ""
    """ "KSampler · step 7 of 20 · 1:12 left"."""
    current: str = ""
    """ "v1 is current"."""


class PreviewView(QWidget):
    """Covers its parent, which keeps the focus and goes on below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._theme = theme
        self._image: QImage | None = None
        self._words = PreviewWords("")
        parent.installEventFilter(self)
        theme.changed.connect(self.update)
        self.hide()

    @property
    def image(self) -> QImage | None:
        return self._image

    def show_preview(self, image: QImage, words: PreviewWords) -> None:
        if image is not self._image or words != self._words:
            self._image, self._words = image, words
            told = (f"Preview of {words.title}, not a version", words.steps, words.current)
            self.setAccessibleName(tr(", ".join(part for part in told if part)))
            self.update()
        if not self.isVisible():
            self.setGeometry(self._cover())
            self.show()
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._cover())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.color("players"))
        if self._image is not None:
            self._paint(painter, self._image)
        painter.end()

    def _cover(self) -> QRect:
        parent = self.parentWidget()
        return parent.rect() if parent is not None else self.rect()

    def _paint(self, painter: QPainter, image: QImage) -> None:
        (area,) = panel_areas(QRectF(self.rect()), 1)
        panel = panel_of(area, QSizeF(image.size()), FIT)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(panel.visible, image)
        painter.setPen(QPen(QColor(DARK.accent), EDGE_PX, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(panel.visible.adjusted(1, 1, -1, -1))
        room = self._paint_chip(painter, panel.label)
        self._write(painter, room, self._words.title, TextSize.BODY, DARK.player_label, LEFT)
        rough = "rough, and not a version"
        self._write(painter, panel.label, rough, TextSize.DETAIL, DARK.player_caption, RIGHT)
        for text, align in ((self._words.steps, LEFT), (self._words.current, RIGHT)):
            self._write(painter, panel.caption, text, TextSize.DETAIL, DARK.player_caption, align)

    def _paint_chip(self, painter: QPainter, label: QRectF) -> QRectF:
        """The word that says what this is. Returns the room beside it."""
        font = self._theme.font(TextSize.CAPTION, is_strong=True)
        width = QFontMetricsF(font).horizontalAdvance(tr(WORD)) + 12
        box = QRectF(label.left(), label.center().y() - 9, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(DARK.accent))
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(font)
        painter.setPen(QColor(DARK.players))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tr(WORD))
        return label.adjusted(width + 8, 0, 0, 0)

    def _write(
        self, painter: QPainter, area: QRectF, text: str, size: TextSize, color: str,
        align: Qt.AlignmentFlag,
    ) -> None:  # fmt: skip
        painter.setFont(self._theme.font(size, is_strong=size is TextSize.BODY))
        painter.setPen(QColor(color))
        painter.drawText(area.adjusted(2, 0, -2, 0), align, tr(text))
