"""Where the playhead is, in one painted line: it changes at every frame that plays."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import zip_longest
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.wording import timecode
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import ColorRole
from restitch_app.ui.theme.type import TextSize

GAP, WORD_GAP = 14, 4
MIN_WIDTH = 250
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

_Font = tuple[TextSize, bool]
"""Size, and whether it is strong."""
TIMECODE, NUMBER = (TextSize.TIMECODE, True), (TextSize.DETAIL, True)
DETAIL, CAPTION = (TextSize.DETAIL, False), (TextSize.CAPTION, False)


class _Piece(NamedTuple):
    text: str
    font: _Font
    role: ColorRole
    gap: int = GAP
    """To the next one."""


class _Laid(NamedTuple):
    piece: _Piece
    left: float
    width: float


class Place(QWidget):
    """`00:00:25:01  Frame 402 of 810  Segment 5 · 78 of 81`; labels would lay the row out anew at
    every frame, which costs more than painting a picture."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._frame, self._count, self._rate = 0, 0, Fraction(1)
        self._segment = self._pace = ""
        self._shows_segment = True
        self.setObjectName("place")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._fonts = self._fonts_now()
        self._line: list[_Laid] = []
        """What is painted, from left to right."""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._restyle)

    def set_place(self, frame: int, count: int, rate: Fraction, segment: str) -> None:
        is_other = count != self._count or rate != self._rate
        self._frame, self._count, self._rate, self._segment = frame, count, rate, segment
        if is_other:
            self.updateGeometry()
        self._lay_out()

    def set_pace(self, pace: str) -> None:
        """In small beside the timecode; empty while the rate is held."""
        if pace != self._pace:
            self._pace = pace
            self._lay_out()

    def set_compact(self, is_compact: bool) -> None:
        self._shows_segment = not is_compact
        self._lay_out()

    @property
    def text(self) -> str:
        """All that it says."""
        return "  ".join(piece.text for piece in self._pieces() if piece.text)

    def describe(self) -> None:
        """Tell assistive programs. Not at every frame that plays."""
        self.setAccessibleName(self.text)

    def sizeHint(self) -> QSize:
        """Room for the longest frame number; pace and segment take what is left."""
        widest = (
            _Piece(timecode(self._count, self._rate), TIMECODE, "text"),
            _Piece(tr("Frame"), DETAIL, "text_2"),
            _Piece(str(self._count), NUMBER, "text"),
            _Piece(tr("of {count}", count=self._count), DETAIL, "text_2"),
        )
        width = sum(map(self._width, widest))
        return QSize(max(MIN_WIDTH, math.ceil(width) + GAP + 2 * WORD_GAP), 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(event.rect(), tokens.color("panel"))
        for laid in self._line:
            area = self._area(laid)
            if event.region().intersects(area.toAlignedRect()):
                painter.setFont(self._fonts[laid.piece.font])
                painter.setPen(tokens.color(laid.piece.role))
                painter.drawText(area, LEFT, laid.piece.text)
        painter.end()

    @Slot()
    def _restyle(self) -> None:
        """The text may have another size now."""
        self._fonts, self._line = self._fonts_now(), []
        self.updateGeometry()
        self._lay_out()
        self.update()

    def _fonts_now(self) -> dict[_Font, QFont]:
        return {
            font: self._theme.font(font[0], is_strong=font[1])
            for font in (TIMECODE, NUMBER, DETAIL, CAPTION)
        }

    def _lay_out(self) -> None:
        """Only what says something else, or lies elsewhere, is painted again."""
        before, self._line = self._line, self._laid_out()
        for old, new in zip_longest(before, self._line):
            if old != new:
                for laid in filter(None, (old, new)):
                    self.update(self._area(laid).toAlignedRect())

    def _laid_out(self) -> list[_Laid]:
        """As many pieces as there is room for."""
        line: list[_Laid] = []
        x, room = 0.0, self.width() + 1
        for piece, before in zip_longest(self._pieces(), self._line):
            if piece is None:
                break
            is_same = before is not None and before.piece == piece
            width = before.width if is_same else self._width(piece)
            if x + width > room:
                if piece.font == NUMBER:
                    line.pop()  # "Frame" without its number tells nothing
                break
            line.append(_Laid(piece, x, width))
            x += width + piece.gap
        return line

    def _area(self, laid: _Laid) -> QRectF:
        return QRectF(laid.left, 0, laid.width + 1, self.height())

    def _width(self, piece: _Piece) -> float:
        return QFontMetricsF(self._fonts[piece.font]).horizontalAdvance(piece.text)

    def _pieces(self) -> list[_Piece]:
        pieces = [_Piece(timecode(self._frame, self._rate), TIMECODE, "text")]
        if self._pace:
            pieces.append(_Piece(tr(self._pace), CAPTION, "text_2"))
        if self._count:
            pieces += [
                _Piece(tr("Frame"), DETAIL, "text_2", WORD_GAP),
                _Piece(str(self._frame + 1), NUMBER, "text", WORD_GAP),
                _Piece(tr("of {count}", count=self._count), DETAIL, "text_2"),
            ]
        if self._segment and self._shows_segment:
            pieces.append(_Piece(self._segment, DETAIL, "text_2"))
        return pieces
