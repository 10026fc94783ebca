"""The pages about this computer, by hand, in the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from restitch_app.ui.commands.actions import Act, key_hint
from restitch_app.ui.commands.key_bindings import DAMAGED, KeyBindings
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.memory.memory import WindowMemory
from restitch_app.ui.settings.shortcuts_page import ShortcutsPage
from restitch_app.ui.theme.theme import Theme, ThemeChoice

Key = Qt.Key
T = TypeVar("T", bound=QWidget)


def _open(window: MainWindow, title: str) -> QWidget:
    window.settings.show()
    dialog = window.settings.shown
    assert dialog is not None
    dialog.activateWindow()  # the offscreen platform leaves that to us
    dialog.show_item(title, "")
    return dialog.page(title)


def _close(window: MainWindow) -> None:
    assert window.settings.shown is not None
    window.settings.shown.close()


def _find(kind: type[T], page: QWidget, name: str) -> T:
    found = page.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def _choose(box: QComboBox, number: int) -> None:
    box.setCurrentIndex(number)
    box.activated.emit(number)


def test_pages_are_made_when_they_are_turned_to(window: MainWindow) -> None:
    _open(window, "General")
    dialog = window.settings.shown
    assert dialog is not None
    assert dialog.findChild(QWidget, "shortcut_table") is None
    dialog.show_item("Shortcuts", "")
    assert dialog.findChild(QWidget, "shortcut_table") is not None
    _close(window)


def test_theme_and_text_size_are_in_force_at_once_and_kept(
    window: MainWindow, theme: Theme, tmp_path: Path
) -> None:
    page = _open(window, "General")
    try:
        _choose(_find(QComboBox, page, "theme_choice"), 2)
        assert theme.choice is ThemeChoice.LIGHT
        assert window.actions_[Act.THEME_LIGHT].isChecked()
        window.actions_[Act.THEME_CONTRAST].trigger()
        assert _find(QComboBox, page, "theme_choice").currentText() == "High contrast"
        _choose(_find(QComboBox, page, "text_size"), 3)
        assert theme.text.factor == pytest.approx(1.5)
        stored = WindowMemory(tmp_path / "window.ini")
        assert (stored.theme, stored.text_percent) == (ThemeChoice.HIGH_CONTRAST, 150)
    finally:
        theme.choose(ThemeChoice.DARK)
        theme.set_text_percent(100)
        _close(window)


def test_a_cache_limit_that_cannot_be_is_refused_at_its_field(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    page = _open(window, "Playback")
    field = _find(QLineEdit, page, "cache_limit")
    for typed, refusal in (("64", "from 128 to 65536"), ("1024", "")):
        field.selectAll()
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Key.Key_Return)
        assert refusal in _find(QLabel, page, "cache_problem").text()
    assert WindowMemory(tmp_path / "window.ini").frame_cache_bytes == 1024 * 1024 * 1024
    _choose(_find(QComboBox, page, "loop_reach_default"), 3)
    _choose(_find(QComboBox, page, "volume_default"), 1)
    stored = WindowMemory(tmp_path / "window.ini")
    assert (stored.loop_frames, stored.volume) == (0, 0.75)
    assert window.viewer.sounding.volume == 0.75
    _close(window)


def _record(qtbot: QtBot, page: ShortcutsPage, act: Act, key: Qt.Key) -> None:
    page.show_item(act.value)
    qtbot.mouseClick(page.record, Qt.MouseButton.LeftButton)
    assert page.record.isChecked()
    qtbot.keyClick(page.record, key)
    assert not page.record.isChecked()


def test_a_key_is_recorded_taken_over_and_reset(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    page = _open(window, "Shortcuts")
    assert isinstance(page, ShortcutsPage)
    actions = window.actions_
    _record(qtbot, page, Act.SMOOTH, Key.Key_Escape)
    assert actions.bindings == KeyBindings()

    _record(qtbot, page, Act.SMOOTH, Key.Key_R)
    assert _find(QLabel, page, "key_conflict").text() == "R is used by Regenerate. Take it over?"
    assert actions.bindings == KeyBindings()
    qtbot.mouseClick(_find(QPushButton, page, "take_over"), Qt.MouseButton.LeftButton)
    assert (key_hint(actions, Act.SMOOTH), key_hint(actions, Act.REGENERATE)) == ("R", "")
    assert window.viewer.findChild(QWidget, "play") is not None

    _record(qtbot, page, Act.STOP, Key.Key_Y)
    play = _find(QPushButton, window.viewer, "play")
    assert play.toolTip().endswith("(Y)")
    assert WindowMemory(tmp_path / "window.ini").shortcuts == actions.bindings.to_text()

    qtbot.mouseClick(_find(QPushButton, page, "reset_keys"), Qt.MouseButton.LeftButton)
    assert actions.bindings == KeyBindings()
    assert play.toolTip().endswith("(K)")
    _close(window)


def test_the_table_is_searched_by_action_and_by_key(qtbot: QtBot, window: MainWindow) -> None:
    page = _open(window, "Shortcuts")
    table = _find(QTreeWidget, page, "shortcut_table")
    qtbot.keyClicks(_find(QLineEdit, page, "search_actions"), "f5 again")
    rows = table.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    shown = [row.text(1) for row in rows if row.parent() is not None and not row.isHidden()]
    assert shown == ["Shift+F5", "F5"]
    _close(window)


def test_damaged_shortcuts_are_told(make_window: Callable[..., MainWindow], tmp_path: Path) -> None:
    memory = WindowMemory(tmp_path / "odd.ini")
    memory.shortcuts = '{"smooth": ["R"]}'
    memory.save()
    window = make_window(tmp_path / "odd.ini")
    assert window.actions_.bindings == KeyBindings()
    assert window.notices.worst is not None
    assert window.notices.worst.title == DAMAGED


def test_the_sheet_shows_the_live_keys_and_is_searched(qtbot: QtBot, window: MainWindow) -> None:
    window.preferences.bind(KeyBindings().with_key(Act.SMOOTH, "Y"))
    window.activateWindow()
    window.setFocus()
    qtbot.keyClick(window, Key.Key_Question)
    sheet = window.findChild(QDialog, "shortcuts_dialog")
    assert isinstance(sheet, QDialog)

    def texts() -> list[str]:
        return [one.text() for one in sheet.findChildren(QLabel) if one.isVisible()]

    assert "Inspect and smooth boundary" in texts()
    assert "Regenerate" in texts()
    qtbot.keyClicks(_find(QLineEdit, sheet, "search_shortcuts"), "smooth bound")
    qtbot.waitUntil(lambda: "Regenerate" not in texts())
    assert {"Boundary", "Y", "Inspect and smooth boundary"} <= set(texts())
    qtbot.keyClicks(_find(QLineEdit, sheet, "search_shortcuts"), " xyz")
    qtbot.waitUntil(lambda: "No shortcut has these words." in texts())
    sheet.close()
