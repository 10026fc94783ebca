"""Where the playhead is, in one painted line: it changes at every frame that plays."""

from __future__ import annotations

import math
from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import ColorRole
from restitch_app.ui.theme.type import TextSize
from restitch_app.ui.wording import timecode

GAP, WORD_GAP = 14, 4
MIN_WIDTH = 250
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


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
        self._fonts = {
            (size, strong): theme.font(size, is_strong=strong)
            for size in (TextSize.TIMECODE, TextSize.DETAIL, TextSize.CAPTION)
            for strong in (False, True)
        }
        theme.changed.connect(self.update)

    def set_place(self, frame: int, count: int, rate: Fraction, segment: str) -> None:
        is_other = count != self._count or rate != self._rate
        self._frame, self._count, self._rate, self._segment = frame, count, rate, segment
        if is_other:
            self.updateGeometry()
        self.update()

    def set_pace(self, pace: str) -> None:
        """In small beside the timecode; empty while the rate is held."""
        if pace != self._pace:
            self._pace = pace
            self.update()

    def set_compact(self, is_compact: bool) -> None:
        self._shows_segment = not is_compact
        self.update()

    @property
    def text(self) -> str:
        """All that it says."""
        return "  ".join(text for text, _, _ in self._pieces() if text)

    def describe(self) -> None:
        """Tell assistive programs. Not at every frame that plays."""
        self.setAccessibleName(self.text)

    def sizeHint(self) -> QSize:
        """Room for the longest frame number; pace and segment take what is left."""
        widest = [
            (timecode(self._count, self._rate), TextSize.TIMECODE, True),
            (tr("Frame"), TextSize.DETAIL, False),
            (str(self._count), TextSize.DETAIL, True),
            (tr("of {count}", count=self._count), TextSize.DETAIL, False),
        ]
        width = sum(
            QFontMetricsF(self._fonts[size, strong]).horizontalAdvance(text)
            for text, size, strong in widest
        )
        return QSize(max(MIN_WIDTH, math.ceil(width) + GAP + 2 * WORD_GAP), 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        x = 0.0
        for text, font, role in self._pieces():
            painter.setFont(font)
            painter.setPen(self._theme.tokens.color(role))
            width = QFontMetricsF(font).horizontalAdvance(text)
            number = self._number_px() if text == tr("Frame") else 0.0
            if x + width + number > self.width() + 1:
                break  # half a word, or one without its number, tells nothing
            painter.drawText(QRectF(x, 0, width + 1, self.height()), LEFT, text)
            x += width + (WORD_GAP if text in (tr("Frame"), str(self._frame + 1)) else GAP)
        painter.end()

    def _number_px(self) -> float:
        font = self._fonts[TextSize.DETAIL, True]
        return WORD_GAP + QFontMetricsF(font).horizontalAdvance(str(self._frame + 1))

    def _pieces(self) -> list[tuple[str, QFont, ColorRole]]:
        fonts = self._fonts
        detail = fonts[TextSize.DETAIL, False]
        pieces: list[tuple[str, QFont, ColorRole]] = [
            (
                timecode(self._frame, self._rate),
                fonts[TextSize.TIMECODE, True],
                "text",
            )
        ]
        if self._pace:
            pieces.append((tr(self._pace), fonts[TextSize.CAPTION, False], "text_2"))
        if self._count:
            pieces += [
                (tr("Frame"), detail, "text_2"),
                (str(self._frame + 1), fonts[TextSize.DETAIL, True], "text"),
                (tr("of {count}", count=self._count), detail, "text_2"),
            ]
        if self._segment and self._shows_segment:
            pieces.append((self._segment, detail, "text_2"))
        return pieces
