from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from restitch_app.ui.commands.acts import Act
from restitch_app.ui.commands.key_bindings import (
    DAMAGED,
    USUAL,
    KeyBindings,
    bindings_from,
    pressed_key,
    refusal,
)

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_a_key_taken_over_is_lost_to_the_other_alone() -> None:
    made = KeyBindings().with_key(Act.SMOOTH, "R")
    assert made.keys(Act.SMOOTH) == ("R",)
    assert made.keys(Act.REGENERATE) == ()
    assert made.user_of("R") is Act.SMOOTH
    assert made.user_of("S") is None
    assert set(made.changed) == {Act.SMOOTH, Act.REGENERATE}


def test_the_other_keeps_its_further_keys_however_they_are_spelled() -> None:
    assert USUAL[Act.NEXT_BOUNDARY] == ("]", "PgDown")
    assert KeyBindings().user_of("PgDown") is Act.NEXT_BOUNDARY
    made = KeyBindings().with_key(Act.SMOOTH, "PgDown")
    assert made.keys(Act.NEXT_BOUNDARY) == ("]",)


def test_reset_takes_the_usual_key_back() -> None:
    made = KeyBindings().with_key(Act.SMOOTH, "R").reset(Act.REGENERATE)
    assert made.keys(Act.REGENERATE) == ("R",)
    assert made.keys(Act.SMOOTH) == ()
    assert set(made.changed) == {Act.SMOOTH}
    assert made.reset(Act.SMOOTH) == KeyBindings()


def test_only_differences_are_stored_and_found_again() -> None:
    assert KeyBindings().with_key(Act.SMOOTH, "S").to_text() == "{}"
    made = KeyBindings().with_key(Act.SMOOTH, "Ctrl+Alt+S").with_keys(Act.MUTE, ())
    assert bindings_from(made.to_text()) == (made, "")
    assert bindings_from("") == (KeyBindings(), "")
    assert bindings_from('{"an_action_of_later": ["Y"]}') == (KeyBindings(), "")


@pytest.mark.parametrize(
    "text",
    ["{", "[]", '"R"', '{"smooth": "R"}', '{"smooth": [""]}', '{"smooth": ["R"]}', '{"smooth": 5}'],
)
def test_damaged_shortcuts_are_the_usual_ones_with_a_reason(text: str) -> None:
    assert bindings_from(text) == (KeyBindings(), DAMAGED)


def _pressed(key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)


@pytest.mark.parametrize(
    ("key", "modifiers", "text", "name"),
    [
        (Key.Key_R, Modifier.NoModifier, "r", "R"),
        (Key.Key_R, Modifier.ShiftModifier, "R", "Shift+R"),
        (Key.Key_Question, Modifier.ShiftModifier, "?", "?"),
        (Key.Key_Space, Modifier.ShiftModifier, " ", "Shift+Space"),
        (Key.Key_5, Modifier.KeypadModifier, "5", "5"),
        (Key.Key_S, Modifier.ControlModifier, "\x13", "Ctrl+S"),
        (Key.Key_Shift, Modifier.ShiftModifier, "", ""),
        (Key.Key_Control, Modifier.ControlModifier, "", ""),
    ],
)
def test_what_is_pressed_has_one_name(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str, name: str
) -> None:
    assert pressed_key(_pressed(key, modifiers, text)) == name


def test_tab_is_never_given_away() -> None:
    assert refusal(_pressed(Key.Key_Tab, Modifier.NoModifier))
    assert not refusal(_pressed(Key.Key_T, Modifier.NoModifier, "t"))
