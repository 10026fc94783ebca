"""The main job on the real window over the bundled server, by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from restitch_app.services.project import open_project
from restitch_app.ui.actions import Act
from restitch_app.ui.main_window import MainWindow
from tests.ui.windows import LONG_MS, back_in_window, confirm, open_in


def _version(window: MainWindow, index: int) -> int:
    version = window.state.current(index)
    return version.number if version else 0


def _stale(window: MainWindow) -> tuple[int, ...]:
    return window.state.overview.stale if window.state.overview else ()


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, served_folder: Path) -> MainWindow:
    open_in(qtbot, window, served_folder)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.viewer.setFocus()
    return window


def _press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    qtbot.keyClick(window.focusWidget(), key)


def test_a_bad_segment_is_fixed_and_exported_by_keyboard(
    qtbot: QtBot, opened: MainWindow, served_folder: Path, tmp_path: Path
) -> None:
    window = opened
    _press(qtbot, window, Qt.Key.Key_Down)
    assert window.state.selected_segment == 1
    _press(qtbot, window, Qt.Key.Key_R)
    confirm(qtbot, window)
    back_in_window(qtbot, window)
    qtbot.waitUntil(lambda: _version(window, 1) == 2, timeout=LONG_MS)
    qtbot.waitUntil(lambda: _stale(window) == (2, 3, 4), timeout=LONG_MS)
    _press(qtbot, window, Qt.Key.Key_Down)
    _press(qtbot, window, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: _stale(window) == (), timeout=LONG_MS)
    window.project.memory.set_folder("films", tmp_path)
    with qtbot.waitSignal(window.dialogs.exported, timeout=LONG_MS):
        window.actions_[Act.EXPORT].trigger()
        confirm(qtbot, window)
    back_in_window(qtbot, window)
    assert (tmp_path / "Scene 1.mp4").stat().st_size > 0
    with open_project(served_folder, read_only=True) as project:
        current = project.store.versions.current(project.scene().id)
        assert [version.number for version in current] == [1, 2, 1, 1, 1]


def test_s_opens_the_boundary_page_and_escape_leaves_it(qtbot: QtBot, opened: MainWindow) -> None:
    window = opened
    window.state.set_playhead(window.state.ranges[1].stop - 2)
    _press(qtbot, window, Qt.Key.Key_S)
    assert window.state.selected_boundary == 1
    assert window.pages.is_boundary_open
    _press(qtbot, window, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.viewer


def test_picking_a_segment_leaves_the_boundary_page(qtbot: QtBot, opened: MainWindow) -> None:
    opened.pages.open_boundary(2)
    assert opened.pages.is_boundary_open
    opened.state.select_segment(0)
    assert not opened.pages.is_boundary_open


def test_a_accepts_the_selected_boundary(qtbot: QtBot, opened: MainWindow) -> None:
    opened.pages.open_boundary(2)
    _press(qtbot, opened, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: _is_accepted(opened, 2), timeout=LONG_MS)


def _is_accepted(window: MainWindow, left_index: int) -> bool:
    boundary = window.state.boundary(left_index)
    return boundary is not None and boundary.join.decision is not None


def test_the_context_menu_is_that_of_what_was_pointed_at(qtbot: QtBot, opened: MainWindow) -> None:
    opened.place_menus.show("boundary", 3, opened.mapToGlobal(QPoint(200, 200)))
    menu = opened.findChild(QMenu, "boundary_menu")
    assert isinstance(menu, QMenu)
    assert opened.state.selected_boundary == 3
    assert opened.actions_[Act.SMOOTH] in menu.actions()
    menu.close()
