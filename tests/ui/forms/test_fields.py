"""Each type of value as a field, by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from restitch_app.domain.workflows import FieldKind, FormField
from restitch_app.ui.forms.choice_box import ChoiceField
from restitch_app.ui.forms.field_row import FieldRow
from restitch_app.ui.forms.more_fields import MoreFields
from restitch_app.ui.forms.number_fields import NumberLine
from restitch_app.ui.forms.seed_row import SeedRow
from restitch_app.ui.forms.values import FormValues, Value
from restitch_app.ui.theme.theme import Theme

LARGE = 2**64 - 1


def field(kind: FieldKind, value: Value | None, **more: object) -> FormField:
    made = FormField("9.it", "it", "Sampler", kind, value, is_common=False)
    return replace(made, **more)  # type: ignore[arg-type] # by field name


def shown(qtbot: QtBot, theme: Theme, one: FormField) -> tuple[FieldRow, FormValues]:
    values = FormValues([one])
    row = FieldRow(theme, one, values)
    qtbot.addWidget(row)
    row.show()
    return row, values


def retype(qtbot: QtBot, widget: QWidget, text: str) -> None:
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(widget, text)
    qtbot.keyClick(widget, Qt.Key.Key_Tab)


def test_a_whole_number_keeps_to_the_servers_range(qtbot: QtBot, theme: Theme) -> None:
    row, values = shown(qtbot, theme, field(FieldKind.WHOLE, 20, least=1, most=100, step=1))
    assert isinstance(row.made.widget, QAbstractSpinBox)
    qtbot.keyClick(row.made.widget, Qt.Key.Key_Up)
    assert values.parameters() == {"9.it": 21}
    assert row.dot.is_on
    retype(qtbot, row.made.widget, "999")
    assert values.value("9.it") in (99, 100)
    values.put_back()
    assert row.made.read() == 20
    assert not row.dot.is_on


def test_a_value_outside_the_range_is_shown_as_it_is(qtbot: QtBot, theme: Theme) -> None:
    row, values = shown(qtbot, theme, field(FieldKind.WHOLE, 500, least=1, most=100))
    assert row.made.read() == 500
    assert values.parameters() == {}


def test_a_number_is_not_rounded_unasked(qtbot: QtBot, theme: Theme) -> None:
    one = field(FieldKind.REAL, 0.12345, least=0.0, most=1.0, step=0.01)
    row, values = shown(qtbot, theme, one)
    assert row.made.read() == 0.12345
    qtbot.keyClick(row.made.widget, Qt.Key.Key_Up)
    assert values.value("9.it") == pytest.approx(0.13345)


def test_numbers_of_64_bits_are_typed_whole(qtbot: QtBot, theme: Theme) -> None:
    row, values = shown(qtbot, theme, field(FieldKind.WHOLE, 3, least=0, most=LARGE))
    retype(qtbot, row.made.widget, str(LARGE))
    assert values.parameters() == {"9.it": LARGE}
    retype(qtbot, row.made.widget, "x")
    assert row.made.read() is not None


def test_what_only_the_run_decides_is_left_to_it(qtbot: QtBot, theme: Theme) -> None:
    row, values = shown(qtbot, theme, field(FieldKind.REAL, None))
    line = row.made.widget
    assert isinstance(line, QLineEdit)
    assert line.placeholderText() == "Decided when it runs"
    retype(qtbot, line, "2.5")
    assert values.parameters() == {"9.it": 2.5}
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert values.parameters() == {}


@pytest.mark.parametrize(
    ("text", "least", "number"),
    [("12 345", 0, 12345), ("", 0, None), ("5", 16, None), ("-3", -5, -3), ("1e3", 0, None)],
)
def test_whole_numbers_as_people_write_them(
    qtbot: QtBot, text: str, least: int, number: int | None
) -> None:
    line = NumberLine(is_whole=True, least=least)
    qtbot.addWidget(line)
    line.setText(text)
    assert line.number == number


def test_a_switch_says_what_it_is(qtbot: QtBot, theme: Theme) -> None:
    row, values = shown(qtbot, theme, field(FieldKind.SWITCH, False))
    qtbot.keyClick(row.made.widget, Qt.Key.Key_Space)
    assert values.parameters() == {"9.it": True}
    assert row.made.widget.property("text") == "On"


def test_a_long_text_has_room(qtbot: QtBot, theme: Theme) -> None:
    row, values = shown(qtbot, theme, field(FieldKind.TEXT, "a lake", is_multiline=True))
    assert isinstance(row.made.widget, QPlainTextEdit)
    row.made.widget.selectAll()
    qtbot.keyClicks(row.made.widget, "a calm lake")
    assert values.parameters() == {"9.it": "a calm lake"}


def test_many_choices_are_searched(qtbot: QtBot, theme: Theme) -> None:
    choices = tuple(f"model_{number}.safetensors" for number in range(40))
    row, values = shown(qtbot, theme, field(FieldKind.CHOICE, choices[0], choices=choices))
    box = row.made.widget
    assert isinstance(box, ChoiceField)
    assert box.isEditable()
    line = box.lineEdit()
    assert line is not None
    box.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "L_37")
    found = box.completer()
    assert found is not None
    assert found.completionCount() == 1
    popup = found.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: values.parameters() == {"9.it": choices[37]})


def test_typing_what_is_no_choice_changes_nothing(qtbot: QtBot, theme: Theme) -> None:
    choices = tuple(f"model_{number}" for number in range(12))
    row, values = shown(qtbot, theme, field(FieldKind.CHOICE, choices[3], choices=choices))
    box = row.made.widget
    assert isinstance(box, ChoiceField)
    line = box.lineEdit()
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, "no such")
    assert values.parameters() == {}
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: line.text() == choices[3])
    assert values.parameters() == {}


def test_a_choice_that_the_server_lacks_stays(qtbot: QtBot, theme: Theme) -> None:
    one = field(FieldKind.CHOICE, "mine.ckpt", choices=("a.ckpt", "b.ckpt"))
    row, values = shown(qtbot, theme, one)
    box = row.made.widget
    assert isinstance(box, QComboBox)
    assert box.currentText() == "mine.ckpt"
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert values.parameters() == {"9.it": "a.ckpt"}


def test_several_seeds_are_one_until_they_are_unfolded(qtbot: QtBot, theme: Theme) -> None:
    names = ("1.seed", "2.seed")
    parts = [replace(field(FieldKind.WHOLE, 1), name=name, node_title=name) for name in names]
    seed = replace(field(FieldKind.WHOLE, 42), name="seed", label="Seed", parts=names)
    values = FormValues([seed, *parts])
    row = SeedRow(theme, seed, values)
    qtbot.addWidget(row)
    row.show()
    assert row.findChild(QLineEdit, "field_1.seed") is None
    qtbot.mouseClick(row.unfold, Qt.MouseButton.LeftButton)
    part = row.findChild(QLineEdit, "field_2.seed")
    assert isinstance(part, QLineEdit)
    qtbot.keyClicks(part, "99")
    assert values.parameters() == {"2.seed": 99}
    part.selectAll()
    qtbot.keyClick(part, Qt.Key.Key_Delete)
    assert values.parameters() == {}


def many_fields(nodes: int) -> list[FormField]:
    kinds = (FieldKind.WHOLE, FieldKind.REAL, FieldKind.TEXT, FieldKind.CHOICE, FieldKind.SWITCH)
    samples: tuple[Value, ...] = (1, 0.5, "text", "b", True)
    choices = tuple("abcdefghijkl")
    return [
        FormField(
            f"{node}.{kind}",
            str(kind),
            f"Node {node}",
            kind,
            value,
            is_common=False,
            choices=choices if kind is FieldKind.CHOICE else (),
        )
        for node in range(nodes)
        for kind, value in zip(kinds, samples, strict=True)
    ]


def test_more_is_built_in_slices_and_what_is_looked_for_first(qtbot: QtBot, theme: Theme) -> None:
    fields = many_fields(54)
    values = FormValues(fields)
    more = MoreFields(theme, fields, values)
    qtbot.addWidget(more)
    assert more.row("53.real") is None
    slices = QSignalSpy(more._timer.timeout)
    more.show()
    more.filter.setText("node 53")
    qtbot.waitUntil(lambda: more.row("53.real") is not None)
    assert len(more.findChildren(FieldRow)) < len(fields)
    qtbot.waitUntil(lambda: len(more.findChildren(FieldRow)) == len(fields))
    assert slices.count() > 3
    shown_rows = [row for row in more.findChildren(FieldRow) if row.isVisible()]
    assert {row.name.partition(".")[0] for row in shown_rows} == {"53"}
    more.filter.setText("no such field")
    assert not any(row.isVisible() for row in more.findChildren(FieldRow))


def test_opening_more_builds_no_field_until_the_window_has_its_turn(
    qtbot: QtBot, theme: Theme
) -> None:
    fields = many_fields(54)
    more = MoreFields(theme, fields, FormValues(fields))
    qtbot.addWidget(more)
    assert more.findChildren(FieldRow) == []
    qtbot.waitUntil(lambda: len(more.findChildren(FieldRow)) == len(fields))


def test_a_changed_value_is_there_though_its_field_comes_later(qtbot: QtBot, theme: Theme) -> None:
    fields = many_fields(3)
    values = FormValues(fields)
    values.set("2.whole", 7)
    more = MoreFields(theme, fields, values)
    qtbot.addWidget(more)
    more.show_problems({"2.whole": "7 is more than the most, 5"})
    qtbot.waitUntil(lambda: len(more.findChildren(FieldRow)) == len(fields))
    row = more.row("2.whole")
    assert row is not None
    assert (row.made.read(), row.dot.is_on) == (7, True)
    assert row.problem == "7 is more than the most, 5"
