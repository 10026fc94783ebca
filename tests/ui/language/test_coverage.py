"""Everything that is seen in a covered part of the window goes through the translation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from restitch_app.ui.language.translating import speak
from restitch_app.ui.main_window import MainWindow
from tests.ui.language.pseudo import bare, brackets, words_in_menu, words_of
from tests.ui.windows import open_in


def _menus(window: MainWindow) -> Iterator[str]:
    for action in window.menuBar().actions():
        yield action.text()
        inside = action.menu()
        assert isinstance(inside, QMenu)
        yield from words_in_menu(inside)


PARTS: dict[str, Callable[[MainWindow], Iterator[str]]] = {
    "menus": _menus,
    "header": lambda window: words_of(window.header),
    "inspector": lambda window: words_of(window.inspector),
    "viewer": lambda window: words_of(window.viewer),
    "timeline": lambda window: words_of(window.timeline),
    "jobs": lambda window: words_of(window.jobs),
    "status": lambda window: words_of(window.status),
}
"""A line a part: `"header": lambda window: words_of(window.header)`."""
NAMES = ("small", "Scene 1", "Restitch", "ComfyUI")
"""What the project, its files and programs are called."""
KEYS_AND_UNITS = ("Ctrl", "Shift", "Left", "Right", "Enter", "fps")
SCROLL_BUTTONS = ("Scroll Left", "Scroll Right")
"""Of tab bars: Qt names them itself."""
DATA = (*NAMES, *KEYS_AND_UNITS, *SCROLL_BUTTONS)


@pytest.fixture
def _bracketed() -> Iterator[None]:
    speak(brackets())
    yield
    speak(None)


@pytest.mark.usefixtures("_bracketed")
def test_no_text_of_the_covered_parts_is_left_in_english(
    qtbot: QtBot, make_window: Callable[..., MainWindow], project_folder: Path
) -> None:
    window = make_window()
    open_in(qtbot, window, project_folder)
    window.state.select_segment(1)
    found = {name: bare(words(window), DATA) for name, words in PARTS.items()}
    assert {name: texts for name, texts in found.items() if texts} == {}
