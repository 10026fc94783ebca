"""Paints what stands around a picture: chips, labels, captions, the wipe line, faults."""

from __future__ import annotations

import re
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from restitch_app.services.playback.frames import FrameFault
from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme import icons
from restitch_app.ui.theme.shapes import paint_shape, shape_of_verdict
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import DARK, FAULT_GROUND, FAULT_WAYS_PX, LARGE_ICON_PX
from restitch_app.ui.theme.type import TextSize
from restitch_app.ui.viewer.shown import Side
from restitch_app.ui.viewer.wording import score_text

CHIP_PX = 18
HANDLE_PX = 30
BLIND_CHIP = (DARK.hover, DARK.text)
CHIPS = {
    "A": (DARK.chip_a, DARK.on_chip_a),
    "B": (DARK.primary, DARK.on_primary),
    "1": BLIND_CHIP,
    "2": BLIND_CHIP,
}
"""Ground and letter; the ground around the pictures is dark in both themes."""
LABELS_KEPT = 12
WIDTHS_KEPT = 500
FAULT_EDGE_PX, FAULT_GAP_PX = 16, 8
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


class LabelForm(Enum):
    WIDE = auto()
    """Words at the left end, score at the right one."""
    LEFT = auto()
    """Both at the left end."""
    RIGHT = auto()
    """Both at the right end, in mirrored order."""


_LabelKey = tuple[str, int, str, str, str, LabelForm, float, float, float]
"""All that is painted: letter, version, role, verdict, score; then form, size, pixel ratio."""


class Ink:
    """Fonts and colours for one theme; make another when that changes."""

    def __init__(self, theme: Theme) -> None:
        self._labels: dict[_LabelKey, QPixmap] = {}
        self._ground = QColor(theme.tokens.players)
        self._label = QColor(theme.tokens.player_label)
        self._caption = QColor(theme.tokens.player_caption)
        self._fonts = {
            (size, strong): theme.font(size, is_strong=strong)
            for size in (TextSize.HEADING, TextSize.BODY, TextSize.DETAIL, TextSize.CAPTION)
            for strong in (False, True)
        }
        self._caption_metrics = QFontMetricsF(self._fonts[TextSize.DETAIL, False])
        self._widths: dict[str, float] = {}

    def label(self, painter: QPainter, area: QRectF, side: Side, form: LabelForm) -> None:
        """`A v1 previous ... QA x 54` along the top of a picture."""
        if side.version is None:
            return
        ratio = painter.device().devicePixelRatioF()
        version = side.version
        # In a blind comparison the letters, 1 and 2, are never those of a label with names.
        words = (side.letter, version.number, side.role, str(version.verdict), score_text(version))
        key = (*words, form, area.width(), area.height(), ratio)
        if key not in self._labels:
            if len(self._labels) > LABELS_KEPT:
                self._labels.clear()
            self._labels[key] = self._made_label(area.size(), side, form, ratio)
        painter.drawPixmap(area.topLeft(), self._labels[key])

    def _made_label(self, size: QSizeF, side: Side, form: LabelForm, ratio: float) -> QPixmap:
        """Painted once: while playing it stays as it is."""
        picture = QPixmap((size * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        # Two labels share a line in wipe and difference: there each leaves room for the other.
        picture.fill(self._ground if form is LabelForm.WIDE else Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self._paint_label(painter, QRectF(QPointF(0, 0), size), side, form)
        painter.end()
        return picture

    def _paint_label(self, painter: QPainter, area: QRectF, side: Side, form: LabelForm) -> None:
        assert side.version is not None
        is_right = form is LabelForm.RIGHT
        x = area.right() if is_right else area.left()
        if side.is_blind:
            self._piece(painter, area, x, side.letter, "chip", mirrored=is_right)
            return
        pieces = (
            (side.letter, "chip"),
            (f"v{side.version.number}", "strong"),
            (tr(side.role), "plain"),
        )
        for text, kind in pieces:
            if text:
                x = self._piece(painter, area, x, text, kind, mirrored=is_right)
        if form is LabelForm.LEFT:
            x += 26 + self._score_width(side)
        self._score(painter, area, area.right() if form is LabelForm.WIDE else x, side, form)

    def caption(self, painter: QPainter, area: QRectF, text: str, align: Qt.AlignmentFlag) -> None:
        painter.setFont(self._fonts[TextSize.DETAIL, False])
        painter.setPen(self._caption)
        painter.drawText(area.adjusted(2, 0, -2, 0), align, text)

    def caption_width(self, text: str) -> float:
        """With the room to what stands beside it."""
        if text not in self._widths:
            if len(self._widths) > WIDTHS_KEPT:
                self._widths.clear()
            self._widths[text] = self._caption_metrics.horizontalAdvance(text) + 8
        return self._widths[text]

    def wipe_line(self, painter: QPainter, x: float, picture: QRectF) -> None:
        """White between dark edges, so that it reads on any picture."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for width, color in ((4.0, QColor(0, 0, 0, 140)), (2.0, QColor("white"))):
            painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QPointF(x, picture.top()), QPointF(x, picture.bottom()))
        centre = QPointF(x, picture.center().y())
        painter.setPen(QPen(QColor(0, 0, 0, 140), 1.5))
        painter.setBrush(QColor("white"))
        painter.drawEllipse(centre, HANDLE_PX / 2, HANDLE_PX / 2)
        ratio = painter.device().devicePixelRatioF()
        arrows = icons.pixmap("chevrons-left-right", CHIPS["A"][1], pixel_ratio=ratio)
        painter.restore()
        painter.drawPixmap(centre - QPointF(8, 8), arrows)

    def fault(self, painter: QPainter, area: QRectF, fault: FrameFault) -> None:
        painter.fillRect(area, QColor(FAULT_GROUND))
        painter.setPen(QPen(QColor(DARK.line_strong), 1))
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        inside = area.adjusted(FAULT_EDGE_PX, FAULT_GAP_PX, -FAULT_EDGE_PX, -FAULT_WAYS_PX)
        words = "\n".join(part for part in (fault.detail, fault.hint) if part)
        wrapped = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        parts = (
            (_breakable(tr(fault.title)), self._fonts[TextSize.HEADING, True], DARK.text),
            (_breakable(tr(words)), self._fonts[TextSize.DETAIL, False], DARK.text_2),
        )
        heights = [
            QFontMetricsF(font).boundingRect(inside, wrapped, text).height()
            for text, font, _ in parts
        ]
        icon_room = LARGE_ICON_PX + FAULT_GAP_PX
        needed = sum(heights) + FAULT_GAP_PX
        y = inside.top() + max(0.0, (inside.height() - needed - icon_room) / 2)
        if needed + icon_room <= inside.height():  # where room is short the words come first
            ratio = painter.device().devicePixelRatioF()
            icon = icons.pixmap("file-warning", DARK.visible, LARGE_ICON_PX, ratio)
            painter.drawPixmap(QPointF(area.center().x() - LARGE_ICON_PX / 2, y), icon)
            y += icon_room
        for (text, font, color), height in zip(parts, heights, strict=True):
            painter.setFont(font)
            painter.setPen(QColor(color))
            room = min(height, inside.bottom() - y)
            painter.drawText(QRectF(inside.left(), y, inside.width(), room), wrapped, text)
            y += height + FAULT_GAP_PX

    def _piece(
        self, painter: QPainter, area: QRectF, x: float, text: str, kind: str, *, mirrored: bool
    ) -> float:
        """Paint a word at `x` and return where the next one goes."""
        font = self._fonts[TextSize.BODY if kind == "strong" else TextSize.DETAIL, kind != "plain"]
        width = CHIP_PX if kind == "chip" else QFontMetricsF(font).horizontalAdvance(text) + 1
        left = x - width if mirrored else x
        box = QRectF(left, area.top(), width, area.height())
        if kind == "chip":
            self._chip(painter, QPointF(left, area.center().y() - CHIP_PX / 2), text)
        else:
            painter.setFont(font)
            painter.setPen(self._label if kind == "strong" else self._caption)
            painter.drawText(box, LEFT, text)
        return left - 8 if mirrored else x + width + 8

    def _chip(self, painter: QPainter, corner: QPointF, letter: str) -> None:
        ground, ink = CHIPS[letter]
        box = QRectF(corner.x(), corner.y(), CHIP_PX, CHIP_PX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, 3, 3)
        painter.restore()
        painter.setFont(self._fonts[TextSize.CAPTION, True])
        painter.setPen(QColor(ink))
        painter.drawText(box, CENTRE, letter)

    def _score_width(self, side: Side) -> float:
        assert side.version is not None
        metrics = QFontMetricsF(self._fonts[TextSize.DETAIL, True])
        return metrics.horizontalAdvance(tr(score_text(side.version))) + 1

    def _score(
        self, painter: QPainter, area: QRectF, x: float, side: Side, form: LabelForm
    ) -> None:
        """`QA`, shape and number ending at `x`; without `QA` beside the words."""
        assert side.version is not None
        text, width = tr(score_text(side.version)), self._score_width(side)
        left = x - width - (8 if form is LabelForm.RIGHT else 0)
        self._text(painter, QRectF(left, area.top(), width, area.height()), text, LEFT)
        shape = shape_of_verdict(side.version.verdict)
        paint_shape(painter, shape, _shape_box(area, left - 16), DARK)
        if form is LabelForm.WIDE:
            room = QRectF(area.left(), area.top(), left - 22 - area.left(), area.height())
            self.caption(painter, room, "QA", RIGHT)

    def _text(self, painter: QPainter, area: QRectF, text: str, align: Qt.AlignmentFlag) -> None:
        painter.setFont(self._fonts[TextSize.DETAIL, True])
        painter.setPen(self._label)
        painter.drawText(area, align, text)


def _shape_box(area: QRectF, left: float) -> QRectF:
    return QRectF(left, area.center().y() - 5, 10, 10)


def _breakable(text: str) -> str:
    """Paths and file names go on in the next line where a person would break them."""
    return re.sub(r"([/\\_])", "\\1\N{ZERO WIDTH SPACE}", text)
