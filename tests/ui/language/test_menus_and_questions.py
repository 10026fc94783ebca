"""What opens over the window for a moment speaks its language: menus, questions, file dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QScrollBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from restitch_app.domain.jobs import JobState
from restitch_app.ui.language.sentences import Sentences
from restitch_app.ui.language.translating import speak
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.project.file_choice import FileChoice
from tests.ui.language.pseudo import bare, brackets, words_in_menu
from tests.ui.samples import job
from tests.ui.windows import open_in

DATA = (
    "Restitch", "ComfyUI", "Ctrl", "Shift", "Alt", "Left", "Right", "Up", "Down", "Home", "End",
    "Space", "Enter", "Return", "Delete", "Esc", "small", "Scene", "http",
)  # fmt: skip
WITH_A_MENU_OF_QT = (QAbstractSpinBox, QLineEdit, QPlainTextEdit, QScrollBar)
"""Qt's own catalogue has its words."""


@pytest.fixture(autouse=True)
def _bracketed() -> Iterator[None]:
    speak(brackets())
    yield
    speak(None)


@pytest.fixture
def menus(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words of the menus that were asked for; none stays open."""
    words: list[str] = []

    def note(menu: QMenu, *_where: object) -> None:
        words.extend(words_in_menu(menu))
        menu.deleteLater()

    monkeypatch.setattr(QMenu, "popup", note)
    monkeypatch.setattr(QMenu, "exec", note)
    return words


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words of questions and of the system's file dialogs; each is left without an answer."""
    words: list[str] = []

    def file(_parent: QWidget, title: str, _start: str = "", kinds: str = "") -> tuple[str, str]:
        words.extend((title, kinds))
        return "", ""

    def files(parent: QWidget, title: str, start: str, kinds: str) -> tuple[list[str], str]:
        file(parent, title, start, kinds)
        return [], ""

    def folder(parent: QWidget, title: str, start: str) -> str:
        return file(parent, title, start)[0]

    def question(box: QMessageBox) -> int:
        words.extend((box.windowTitle(), box.text(), *(one.text() for one in box.buttons())))
        return 0

    monkeypatch.setattr(QFileDialog, "getOpenFileName", file)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", file)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", files)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", folder)
    monkeypatch.setattr(QMessageBox, "exec", question)
    return words


def _open_every_menu(window: MainWindow, words: list[str]) -> None:
    """Those of buttons, and what a right click brings up, wherever something is seen."""
    for more in window.findChildren(QToolButton, "more"):
        if more.isVisible():
            more.click()
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not isinstance(widget, WITH_A_MENU_OF_QT):
            _right_click(widget)
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
        words.extend(words_in_menu(menu))


def _right_click(widget: QWidget) -> None:
    middle = widget.rect().center()
    place = widget.mapToGlobal(middle)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, QPoint(place))
    QApplication.sendEvent(widget, event)


def test_no_menu_is_left_in_english(
    qtbot: QtBot, make_window: Callable[..., MainWindow], redone_folder: Path, menus: list[str]
) -> None:
    window = make_window()
    open_in(qtbot, window, redone_folder)
    window.state.select_segment(2)
    qtbot.waitUntil(lambda: window.inspector.isVisible())
    _open_every_menu(window, menus)
    window.pages.open_boundary(1)
    qtbot.waitUntil(lambda: window.state.selected_boundary == 1)
    _open_every_menu(window, menus)
    assert len(menus) > 100
    assert bare(iter(menus), DATA) == []


def test_no_file_dialog_is_left_in_english(window: MainWindow, asked: list[str]) -> None:
    choice = FileChoice(window, window.memory)
    asking: tuple[Callable[[], object], ...] = (
        lambda: choice.lost_clip("scene.mp4"),
        choice.project,
        choice.clips,
        choice.clips_to_insert,
        choice.certificate,
        choice.start_image,
        choice.picture,
        lambda: choice.hand_over_file("scene.json"),
        choice.handed_file,
        lambda: choice.frame_file("scene.png"),
    )
    for ask in asking:
        ask()
    assert len(asked) == 2 * len(asking)
    assert bare(iter(asked), ("scene.mp4",)) == []


@pytest.mark.parametrize("count", [1, 2])
def test_the_question_on_leaving_is_not_left_in_english(
    qtbot: QtBot, window: MainWindow, project_folder: Path, asked: list[str], count: int
) -> None:
    open_in(qtbot, window, project_folder)
    prepared, window.choice = window.choice, FileChoice(window, window.memory)
    window.state.set_jobs(tuple(job(number, JobState.RUNNING) for number in range(count)))
    window.close()
    assert window.isVisible()
    window.choice = prepared
    assert len(asked) == 4
    assert bare(iter(asked), DATA) == []


def test_no_question_has_an_english_button(window: MainWindow, asked: list[str]) -> None:
    FileChoice(window, window.memory).agrees("", "", "⟦Remove⟧")
    assert bare(iter(asked)) == []


def test_the_loop_is_written_as_its_language_writes_it(
    make_window: Callable[..., MainWindow],
) -> None:
    words = {"whole segments": "ganze Segmente", "in to out": "In bis Out"}
    speak(Sentences(words.get, ()))
    menus = make_window().viewer.transport.findChildren(QMenu)
    found = {word for menu in menus for word in words_in_menu(menu)}
    assert {"Ganze Segmente", "In bis Out"} <= found
