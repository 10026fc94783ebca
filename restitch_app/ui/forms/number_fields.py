"""Number fields: with steppers where they help, as a line where a spin box cannot hold them."""

from __future__ import annotations

import math

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPaintEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QLineEdit, QSpinBox, QWidget

from restitch_app.ui.forms.chevrons import paint_steppers
from restitch_app.ui.forms.text_fields import TextLine
from restitch_app.ui.theme.theme import Theme

FIELD_WIDTH = 96
TEXT_MARGIN_PX = 6
LARGEST_WHOLE = 2**31 - 1
"""What a spin box holds."""


class WholeField(QSpinBox):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        _prepare(self)
        self.lineEdit().setTextMargins(TEXT_MARGIN_PX, 0, 0, 0)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_steppers(self, self._theme)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


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
        paint_steppers(self, self._theme)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberLine(TextLine):
    """Any number within limits, or nothing; groups may be parted by spaces."""

    def __init__(
        self,
        *,
        is_whole: bool,
        least: float | int | None = None,
        most: float | int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_whole = is_whole
        self.setValidator(_Numbers(is_whole, least, most, self))

    @property
    def number(self) -> int | float | None:
        """None while nothing, or no such number, is typed."""
        plain = self.text().replace(" ", "")
        if not plain or not self.hasAcceptableInput():
            return None
        return int(plain) if self._is_whole else float(plain)

    def show_number(self, value: int | float | None) -> None:
        if value is None:
            self.clear()
        elif value != self.number:
            self.setText(grouped(value) if isinstance(value, int) else repr(value))


class _Numbers(QValidator):
    def __init__(
        self, is_whole: bool, least: float | int | None, most: float | int | None, parent: QLineEdit
    ) -> None:
        super().__init__(parent)
        self._is_whole, self._least, self._most = is_whole, least, most

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        plain = text.replace(" ", "")
        if plain in ("", "-", ".", "-.") or (not self._is_whole and plain[-1:] in "eE+-"):
            return QValidator.State.Intermediate, text, place
        try:
            value = int(plain) if self._is_whole and plain.isascii() else float(plain)
        except ValueError:
            return QValidator.State.Invalid, text, place
        if (self._is_whole and not plain.lstrip("-").isdecimal()) or not math.isfinite(value):
            return QValidator.State.Invalid, text, place
        if self._most is not None and value > max(self._most, 0):
            return QValidator.State.Invalid, text, place
        if self._least is not None and value < self._least:
            # "5" may become 50.
            unfinished = self._least > 0 or value < 0
            state = QValidator.State.Intermediate if unfinished else QValidator.State.Invalid
            return state, text, place
        return QValidator.State.Acceptable, text, place


def grouped(number: int) -> str:
    """In groups of three, to be read out and compared."""
    return f"{number:,}".replace(",", " ")


def decimals_of(value: float) -> int:
    """Needed to write it without rounding, at most 6."""
    text = f"{value:.6f}".rstrip("0")
    return len(text.partition(".")[2])


def _prepare(field: QAbstractSpinBox) -> None:
    field.setFixedWidth(FIELD_WIDTH)
    # Scrolling the dialog must not change what the pointer happens to cross.
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
