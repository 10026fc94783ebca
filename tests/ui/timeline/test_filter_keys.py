"""The timeline narrowed down by keyboard, in the real window."""

from __future__ import annotations

from PySide6.QtCore import Qt

from restitch_app.ui.commands.actions import Act
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.state.filters import Filter
from tests.ui.hands import Hands

ALT = Qt.KeyboardModifier.AltModifier


def test_a_key_shows_one_kind_and_again_everything(hands: Hands, window: MainWindow) -> None:
    actions = window.actions_

    def shown() -> Filter | None:
        return window.state.filter

    hands.press(Qt.Key.Key_1, ALT)
    assert shown() is Filter.VISIBLE
    assert actions[Act.SHOW_VISIBLE].isChecked()
    hands.press(Qt.Key.Key_5, ALT)
    assert shown() is Filter.STALE
    assert not actions[Act.SHOW_VISIBLE].isChecked()
    hands.press(Qt.Key.Key_5, ALT)
    assert shown() is None
    hands.press(Qt.Key.Key_6, ALT)
    hands.press(Qt.Key.Key_0, ALT)
    assert shown() is None
    assert actions[Act.SHOW_EVERYTHING].isChecked()
    hands.press(Qt.Key.Key_0, ALT)
    assert actions[Act.SHOW_EVERYTHING].isChecked()
