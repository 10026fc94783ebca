"""Alt and a letter open every menu, in every language, and no two have the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from restitch_app.ui.commands.action_specs import MENUS
from restitch_app.ui.commands.acts import Act
from restitch_app.ui.commands.key_bindings import KeyBindings
from restitch_app.ui.commands.menu_keys import letters_in_use, with_letters
from restitch_app.ui.main_window import MainWindow

NONE: frozenset[str] = frozenset()


def test_the_first_free_letter_of_each() -> None:
    titles = ("File", "Edit", "Find", "Fi")
    assert with_letters(titles, titles, NONE) == ("&File", "&Edit", "F&ind", "Fi")
    assert with_letters(("Playback",), ("Playback",), frozenset("PL")) == ("Pl&ayback",)
    assert with_letters(("Über A & B",), ("About",), frozenset("B")) == ("Üb&er A && B",)
    assert with_letters(("R & D", "R D"), ("R & D", "R D"), NONE) == ("&R && D", "R &D")


def test_other_signs_have_the_english_letter_behind_them() -> None:
    assert with_letters(("文件", "编辑"), ("File", "Edit"), NONE) == ("文件(&F)", "编辑(&E)")
    assert with_letters(("文件", "查找"), ("F", "F"), NONE) == ("文件(&F)", "查找")


def test_a_shortcut_with_alt_takes_its_letter() -> None:
    assert letters_in_use(["Alt+P", "Alt+1", "Ctrl+Alt+Q", "Alt+Shift+R", "X"]) == {"P"}


@pytest.fixture
def letters(window: MainWindow) -> dict[str, str]:
    found = {}
    for action, title in zip(window.menuBar().actions(), MENUS, strict=True):
        match = re.search(r"&([A-Za-z])", action.text().replace("&&", ""))
        assert match, action.text()
        found[title] = match.group(1).upper()
    return found


def test_every_menu_of_the_window_has_a_letter_of_its_own(letters: dict[str, str]) -> None:
    assert len(set(letters.values())) == len(MENUS)
    assert letters["File"] == "F"


@pytest.fixture
def bound(window: MainWindow) -> Iterator[MainWindow]:
    yield window
    window.actions_.bind(KeyBindings())


def test_a_menu_gives_way_to_a_key_of_ones_own(bound: MainWindow) -> None:
    file_menu = bound.menuBar().actions()[0]
    assert file_menu.text() == "&File"
    bound.actions_.bind(KeyBindings({Act.EXPORT: ("Alt+F",)}))
    assert file_menu.text() == "F&ile"


def test_the_letter_opens_the_menu(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup is window.menuBar().actions()[0].menu()
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
