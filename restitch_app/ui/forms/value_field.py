"""The widget that fits a value's type, with one way to read and write whichever it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from restitch_app.domain.workflows import FieldKind, FormField
from restitch_app.ui.forms.choice_box import ChoiceField
from restitch_app.ui.forms.number_fields import (
    LARGEST_WHOLE,
    NumberLine,
    RealField,
    WholeField,
    decimals_of,
)
from restitch_app.ui.forms.text_fields import TextArea, TextLine
from restitch_app.ui.forms.values import Value
from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme.theme import Theme

TEXT_HEIGHT, SHORT_TEXT_HEIGHT = 72, 50
SHORT_TEXT = 70
"""Characters that fit on one line."""
LONG_NUMBER_WIDTH = 216
FAR = 1e12
"""Limit of numbers that have none: more digits would not fit the field either."""
AT_RUN = "Decided when it runs"


@dataclass(frozen=True)
class ValueField:
    widget: QWidget
    read: Callable[[], Value | None]
    """None while what is typed is no value."""
    write: Callable[[Value | None], None]
    """None: only the run decides."""
    edited: SignalInstance
    is_tall: bool = False
    is_narrow: bool = False
    """Leaves room beside it for another."""


def made_field(theme: Theme, field: FormField) -> ValueField:
    """A new widget that shows the field's value; named `field_NAME`."""
    made = _MAKERS[field.kind](theme, field)
    made.widget.setObjectName(f"field_{field.name}")
    made.widget.setAccessibleName(field.label if "." in field.name else tr(field.label))
    made.widget.setToolTip(field.tooltip)
    made.write(field.value)
    return made


def _whole(theme: Theme, field: FormField) -> ValueField:
    least, most = field.least, field.most
    fits = all(limit is None or abs(limit) <= LARGEST_WHOLE for limit in (least, most))
    is_shown = isinstance(field.value, int) and abs(field.value) <= LARGEST_WHOLE
    if not (fits and is_shown):
        return _line(field, is_whole=True)
    spin = WholeField(theme)
    low = -LARGEST_WHOLE if least is None else int(least)
    high = LARGEST_WHOLE if most is None else int(most)
    # A value outside what this server takes is shown as it is; preflight says so.
    spin.setRange(min(low, int(field.value or 0)), max(high, int(field.value or 0)))
    spin.setSingleStep(max(1, int(field.step or 1)))
    return ValueField(
        spin,
        spin.value,
        lambda value: spin.setValue(_whole_of(value)),
        spin.valueChanged,
        is_narrow=True,
    )


def _real(theme: Theme, field: FormField) -> ValueField:
    if not isinstance(field.value, int | float):
        return _line(field, is_whole=False)
    value, step = float(field.value), float(field.step or 0.1)
    spin = RealField(theme)
    # As many decimals as the workflow has, so that nothing is rounded unasked.
    spin.setDecimals(max(1, decimals_of(step), decimals_of(value)))
    low = -FAR if field.least is None else float(field.least)
    high = FAR if field.most is None else float(field.most)
    spin.setRange(min(low, value), max(high, value))
    spin.setSingleStep(step)
    return ValueField(
        spin,
        lambda: round(spin.value(), spin.decimals()),
        lambda value: spin.setValue(_real_of(value)),
        spin.valueChanged,
        is_narrow=True,
    )


def _line(field: FormField, *, is_whole: bool) -> ValueField:
    line = NumberLine(is_whole=is_whole, least=field.least, most=field.most)
    line.setFixedWidth(LONG_NUMBER_WIDTH)
    line.setPlaceholderText(tr(AT_RUN) if field.value is None else "")
    return ValueField(
        line,
        lambda: line.number,
        lambda value: line.show_number(value if isinstance(value, int | float) else None),
        line.textChanged,
    )


def _text(_theme: Theme, field: FormField) -> ValueField:
    hint = tr(AT_RUN) if field.value is None else ""
    if not (field.is_multiline or "\n" in str(field.value)):
        line = TextLine()
        line.setPlaceholderText(hint)

        def show(value: Value | None) -> None:
            if line.text() != _text_of(value):
                line.setText(_text_of(value))
                line.setCursorPosition(0)

        return ValueField(line, line.text, show, line.textChanged)
    text = TextArea()
    text.setPlaceholderText(hint)
    text.setTabChangesFocus(True)
    is_short = len(str(field.value)) <= SHORT_TEXT
    text.setFixedHeight(SHORT_TEXT_HEIGHT if is_short else TEXT_HEIGHT)

    def show_text(value: Value | None) -> None:
        if text.toPlainText() != _text_of(value):
            text.setPlainText(_text_of(value))

    return ValueField(text, text.toPlainText, show_text, text.textChanged, is_tall=True)


def _choice(theme: Theme, field: FormField) -> ValueField:
    now = None if field.value is None else str(field.value)
    box = ChoiceField(theme, field.choices, now)
    return ValueField(
        box,
        lambda: box.value,
        lambda value: box.show_value(None if value is None else str(value)),
        box.edited,
    )


def _switch(_theme: Theme, field: FormField) -> ValueField:
    box = QCheckBox(tr("On"))
    box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def name_it() -> None:
        box.setText(tr("On") if box.isChecked() else tr("Off"))

    def show(value: Value | None) -> None:
        box.setChecked(bool(value))
        name_it()

    box.toggled.connect(name_it)
    return ValueField(box, box.isChecked, show, box.toggled, is_narrow=True)


def _whole_of(value: Value | None) -> int:
    return int(value) if isinstance(value, int | float) else 0


def _real_of(value: Value | None) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _text_of(value: Value | None) -> str:
    return "" if value is None else str(value)


_MAKERS: dict[FieldKind, Callable[[Theme, FormField], ValueField]] = {
    FieldKind.WHOLE: _whole,
    FieldKind.REAL: _real,
    FieldKind.TEXT: _text,
    FieldKind.CHOICE: _choice,
    FieldKind.SWITCH: _switch,
}
