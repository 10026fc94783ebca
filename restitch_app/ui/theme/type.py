"""Text sizes and tabular figures on the system's own font."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtGui import QFont, QGuiApplication

from restitch_app.ui.theme.tokens import NARROW_BELOW

USUAL_POINT_SIZES = {"windows": 9.0, "cocoa": 13.0}
USUAL_ELSEWHERE = 10.0
"""Point size of the system font at a text size of 100 %."""


class TextSize(IntEnum):
    """Pixels at a system text size of 100 %."""

    LARGE = 24
    TIMECODE = 17
    TITLE = 16
    HEADING = 15
    BODY = 13
    DETAIL = 12
    CAPTION = 11


def is_narrow(window_px: int, text_factor: float) -> bool:
    """Whether words shorten in a window of that width: larger text needs more of it."""
    return window_px < NARROW_BELOW * text_factor


class TextScale:
    """How much larger than usual the system wants its text, times what the reviewer wants."""

    def __init__(self, system_font: QFont, percent: int = 100) -> None:
        """`percent`: the reviewer's, 100 to 150."""
        usual = USUAL_POINT_SIZES.get(QGuiApplication.platformName(), USUAL_ELSEWHERE)
        scale = system_font.pointSizeF() / usual
        self.factor = (1.0 if scale < 1.15 else min(scale, 2.0)) * percent / 100
        self._system_font = system_font

    def is_narrow(self, window_px: int) -> bool:
        return is_narrow(window_px, self.factor)

    def px(self, size: TextSize) -> int:
        return round(size * self.factor)

    def font(self, size: TextSize, *, is_strong: bool = False) -> QFont:
        """The system font with figures of one width; strong is weight 600."""
        font = QFont(self._system_font)
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font
