"""A click on a button does not take the keyboard away; Tab still reaches it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from restitch_app.ui.focus.click_focus import ClickFocus

LEFT = Qt.MouseButton.LeftButton


class Desk:
    """A window with a page, a button and a field, from top to bottom."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.page, self.step, self.note = QWidget(), QPushButton("Step"), QLineEdit()
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicks = 0
        self.step.clicked.connect(self._count)
        inside = QWidget()
        column = QVBoxLayout(inside)
        for part in (self.page, self.step, self.note):
            column.addWidget(part)
        self.window.setCentralWidget(inside)

    def _count(self) -> None:
        self.clicks += 1


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    made = Desk()
    ClickFocus(qapp, lambda: made.page, made.window)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.page.setFocus()
    yield made
    made.window.close()
    made.window.deleteLater()


def test_space_after_a_click_does_not_press_the_button_again(qtbot: QtBot, desk: Desk) -> None:
    qtbot.mouseClick(desk.step, LEFT)
    assert (desk.clicks, desk.page.hasFocus()) == (1, True)
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Space)
    assert desk.clicks == 1


def test_tab_reaches_the_button_and_space_presses_it(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClick(desk.page, Qt.Key.Key_Tab)
    assert desk.step.hasFocus()
    qtbot.keyClick(desk.step, Qt.Key.Key_Space)
    assert desk.clicks == 1


def test_a_field_that_is_left_for_a_button_takes_what_was_typed(qtbot: QtBot, desk: Desk) -> None:
    desk.note.setFocus()
    qtbot.keyClicks(desk.note, "the arm is fixed")
    with qtbot.waitSignal(desk.note.editingFinished):
        qtbot.mouseClick(desk.step, LEFT)
    assert (desk.clicks, desk.page.hasFocus()) == (1, True)
