"""The keyboard stays where it is when what has it is taken away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from restitch_app.ui.focus.focus_keeper import FocusKeeper
from restitch_app.ui.pieces.section import empty


class Desk:
    """A window with a page, a list that is filled anew, and a button beside it."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.page, self.beside = QPushButton("Players"), QPushButton("Back to v1")
        self.list = QWidget()
        self.list.setObjectName("versions")
        self.lines = QVBoxLayout(self.list)
        inside = QWidget()
        column = QVBoxLayout(inside)
        for part in (self.page, self.list, self.beside):
            column.addWidget(part)
        self.window.setCentralWidget(inside)
        self.fill("use_1", "use_2")

    def fill(self, *names: str) -> None:
        empty(self.lines)
        for name in names:
            button = QPushButton(name)
            button.setObjectName(name)
            self.lines.addWidget(button)

    def button(self, name: str) -> QPushButton:
        found = self.list.findChild(QPushButton, name)
        assert isinstance(found, QPushButton)
        return found


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    made = Desk()
    FocusKeeper(qapp, lambda: made.page, made.window)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.button("use_2").setFocus()
    yield made
    made.window.close()
    made.window.deleteLater()


def test_a_list_that_is_filled_anew_keeps_it_on_the_line_of_the_same_name(
    qtbot: QtBot, desk: Desk
) -> None:
    before = desk.button("use_2")
    desk.fill("use_0", "use_1", "use_2")
    assert desk.button("use_2") is not before
    qtbot.waitUntil(lambda: desk.button("use_2").hasFocus())


def test_without_that_line_it_goes_to_the_page_and_not_to_a_neighbour(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.fill("use_1")
    qtbot.waitUntil(desk.page.hasFocus)


def test_a_button_that_is_done_with_hands_no_space_to_the_next_one(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.beside.setFocus()
    desk.beside.setEnabled(False)
    qtbot.waitUntil(desk.page.hasFocus)


def test_who_moves_on_is_left_alone(qtbot: QtBot, qapp: QApplication, desk: Desk) -> None:
    desk.beside.setFocus()
    desk.fill("use_1")
    qapp.processEvents()
    assert desk.beside.hasFocus()


def test_what_was_just_added_is_never_shown_as_a_window(qapp: QApplication, desk: Desk) -> None:
    """A list that is filled twice in one event has lines that were not shown before they go."""
    line = QLabel("Steps")
    desk.lines.addWidget(line)
    desk.fill("use_1")
    qapp.sendPostedEvents(line)
    assert not line.isVisible()
