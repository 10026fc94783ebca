from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from restitch_app.ui.commands.actions import SPECS, Act, Actions
from restitch_app.ui.focus.key_guard import TAB_FLIPS, KeyGuard
from restitch_app.ui.theme.icons import FOLDER
from restitch_app.ui.theme.theme import Theme


class Bench(QMainWindow):
    """A window with the kinds of widgets that want keys, and a count of what was done."""

    def __init__(self, theme: Theme, app: QApplication) -> None:
        super().__init__()
        self.done: list[Act] = []
        self.made = Actions(theme, self)
        for spec in SPECS:
            self.made.answer(spec.id, lambda *_state, act=spec.id: self.done.append(act))
        self.made.set_has_scene(True)
        self.guard = KeyGuard(app, self.made[Act.FLIP].trigger, self)
        self.line, self.number = QLineEdit(), QSpinBox()
        self.list, self.button, self.plain = QListWidget(), QPushButton("Press"), QWidget()
        self.list.addItems(["Loop", "Regenerate", "Next"])
        self.list.setCurrentRow(0)
        self.plain.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inside = QWidget()
        column = QVBoxLayout(inside)
        for widget in (self.line, self.number, self.list, self.button, self.plain):
            column.addWidget(widget)
        self.setCentralWidget(inside)


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, theme: Theme) -> Bench:
    made = Bench(theme, qapp)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def _press(qtbot: QtBot, widget: QWidget, key: Qt.Key, text: str = "") -> None:
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    qtbot.keyClick(widget, key)


LETTERS = {
    Qt.Key.Key_R: Act.REGENERATE,
    Qt.Key.Key_A: Act.APPROVE,
    Qt.Key.Key_N: Act.NEXT_OPEN,
    Qt.Key.Key_S: Act.SMOOTH,
    Qt.Key.Key_L: Act.FORWARD,
    Qt.Key.Key_1: Act.SIDE_BY_SIDE,
    Qt.Key.Key_Space: Act.PLAY,
    Qt.Key.Key_Left: Act.FRAME_BACK,
    Qt.Key.Key_Home: Act.SCENE_START,
    Qt.Key.Key_Return: Act.APPLY,
}


@pytest.mark.parametrize(("key", "act"), LETTERS.items())
def test_keys_work_where_nothing_else_needs_them(
    qtbot: QtBot, bench: Bench, key: Qt.Key, act: Act
) -> None:
    _press(qtbot, bench.plain, key)
    assert bench.done == [act]


@pytest.mark.parametrize("key", LETTERS)
def test_fields_keep_their_keys(qtbot: QtBot, bench: Bench, key: Qt.Key) -> None:
    for field in (bench.line, bench.number):
        _press(qtbot, field, key)
    assert bench.done == []


def test_what_is_typed_arrives_in_the_field(qtbot: QtBot, bench: Bench) -> None:
    bench.line.setFocus()
    qtbot.keyClicks(bench.line, "rain 12 `[]")
    assert bench.line.text() == "rain 12 `[]"
    assert bench.done == []


def test_commands_work_inside_a_field_too(qtbot: QtBot, bench: Bench) -> None:
    bench.line.setFocus()
    qtbot.keyClick(bench.line, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(bench.line, Qt.Key.Key_F6)
    assert bench.done == [Act.EXPORT, Act.NEXT_PANEL]


def test_a_list_moves_by_arrows_and_never_eats_letters(qtbot: QtBot, bench: Bench) -> None:
    _press(qtbot, bench.list, Qt.Key.Key_Down)
    assert bench.list.currentRow() == 1
    _press(qtbot, bench.list, Qt.Key.Key_N)
    assert bench.list.currentRow() == 1
    assert bench.done == [Act.NEXT_OPEN]


def test_space_presses_the_focused_button(qtbot: QtBot, bench: Bench) -> None:
    with qtbot.waitSignal(bench.button.clicked):
        _press(qtbot, bench.button, Qt.Key.Key_Space)
    assert bench.done == []


def test_tab_flips_only_where_the_players_have_the_focus(qtbot: QtBot, bench: Bench) -> None:
    _press(qtbot, bench.list, Qt.Key.Key_Tab)
    assert bench.done == []
    bench.plain.setProperty(TAB_FLIPS, True)
    _press(qtbot, bench.plain, Qt.Key.Key_Tab)
    assert bench.done == [Act.FLIP]
    assert bench.plain.hasFocus()


def test_no_key_does_two_things() -> None:
    keys = Counter(QKeySequence(key).toString() for spec in SPECS for key in spec.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    assert "" not in keys


def test_every_action_has_one_description_and_a_shipped_icon() -> None:
    assert {spec.id for spec in SPECS} == set(Act)
    assert len(SPECS) == len(Act)
    shipped = {path.stem for path in FOLDER.glob("*.svg")}
    assert {spec.icon for spec in SPECS} - {""} <= shipped


def test_what_nobody_answers_is_in_no_menu(qtbot: QtBot, theme: Theme) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(theme, window)
    actions.answer(Act.OPEN, lambda: None)
    actions.answer(Act.THEME_DARK, lambda _on: None)
    actions.install_menus()
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["&File", "&View"]
    assert actions.sheet() == {"File": [(("Ctrl+O",), "Open project")]}


def test_without_a_scene_only_what_needs_none_is_enabled(theme: Theme, bench: Bench) -> None:
    bench.made.set_has_scene(False)
    assert bench.made[Act.OPEN].isEnabled()
    assert not bench.made[Act.REGENERATE].isEnabled()


def test_the_last_answer_counts(bench: Bench) -> None:
    heard: list[str] = []
    bench.made.answer(Act.PLAY, lambda: heard.append("players"))
    bench.made[Act.PLAY].trigger()
    assert (heard, bench.done) == (["players"], [])
