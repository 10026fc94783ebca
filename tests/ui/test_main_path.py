"""Steps of the main job on the real window; `test_by_mouse` and `test_by_keyboard` do all of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, qVersion
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from restitch_app.ui.commands.actions import Act
from restitch_app.ui.help.about import AboutDialog
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.timeline.layout import Segment
from tests.ui.windows import open_in


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, served_folder: Path) -> MainWindow:
    open_in(qtbot, window, served_folder)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.viewer.setFocus()
    return window


def _press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    qtbot.keyClick(window.focusWidget(), key)


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
    qtbot.waitUntil(lambda: _is_accepted(opened, 2))


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
    opened.place_menus.show("segment", 2, opened.mapToGlobal(QPoint(200, 200)))
    menu = opened.findChild(QMenu, "segment_menu")
    assert isinstance(menu, QMenu)
    assert opened.state.selected_segment == 2
    assert {opened.actions_[one] for one in (Act.REGENERATE, Act.APPROVE)} <= {*menu.actions()}
    menu.close()
    opened.place_menus.show("time", 5, opened.mapToGlobal(QPoint(200, 200)))
    menu = opened.findChild(QMenu, "time_menu")
    assert isinstance(menu, QMenu)
    assert opened.state.playhead == 5
    assert opened.actions_[Act.MARK_IN] in menu.actions()
    menu.close()


def test_the_players_have_the_focus_when_a_project_opens(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    window.activateWindow()
    open_in(qtbot, window, project_folder)
    assert window.focusWidget() is window.viewer.canvas


def test_the_boundary_page_opens_without_a_button_in_focus(
    qtbot: QtBot, opened: MainWindow
) -> None:
    _press(qtbot, opened, Qt.Key.Key_S)
    assert opened.focusWidget() is opened.pages.boundary


def test_the_loop_is_marked_in_the_timeline(qtbot: QtBot, opened: MainWindow) -> None:
    marked: list[object] = []
    opened.viewer.loop_changed.connect(marked.append)
    opened.state.show_boundary(2)
    _press(qtbot, opened, Qt.Key.Key_P)
    assert marked[-1] == opened.viewer.player.loop is not None
    before = opened.timeline.view.grab().toImage()
    _press(qtbot, opened, Qt.Key.Key_P)
    assert marked[-1] is None
    assert opened.timeline.view.grab().toImage() != before


def test_the_loop_key_plays_in_place_on_the_boundary_page(qtbot: QtBot, opened: MainWindow) -> None:
    opened.state.show_boundary(2)
    _press(qtbot, opened, Qt.Key.Key_S)
    play = opened.pages.boundary.bar.play
    _press(qtbot, opened, Qt.Key.Key_P)
    qtbot.waitUntil(play.isChecked)
    assert opened.viewer.player.loop is None
    assert not opened.actions_[Act.LOOP].isChecked()
    _press(qtbot, opened, Qt.Key.Key_P)
    assert not play.isChecked()


def test_the_players_stop_where_the_boundary_page_takes_their_place(
    qtbot: QtBot, opened: MainWindow
) -> None:
    _press(qtbot, opened, Qt.Key.Key_L)
    assert opened.viewer.player.is_playing
    _press(qtbot, opened, Qt.Key.Key_S)
    assert opened.pages.is_boundary_open
    assert not opened.viewer.player.is_playing


def test_a_clip_that_is_gone_is_told_and_its_tile_says_so(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    clip = sorted((project_folder / "media" / "clips").iterdir())[3]
    away = clip.rename(project_folder / "away.mp4")
    open_in(qtbot, window, project_folder)
    qtbot.waitUntil(lambda: window.notices.has("damage"))
    name = window.timeline.view.name_of(Segment(3))
    assert "file is missing" in name
    away.rename(clip)
    qtbot.waitUntil(lambda: not window.notices.has("damage"))
    assert "missing" not in window.timeline.view.name_of(Segment(3))


def test_help_tells_versions_and_licence(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_[Act.ABOUT].trigger()
    dialog = window.findChild(AboutDialog)
    assert isinstance(dialog, AboutDialog)
    words = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert "GNU General Public License" in words
    assert f"Qt {qVersion()}" in words
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()


def test_the_status_bar_says_how_full_the_frame_cache_is(qtbot: QtBot, opened: MainWindow) -> None:
    shown = opened.status.findChild(QLabel, "cache_fill")
    assert isinstance(shown, QLabel)
    qtbot.waitUntil(lambda: shown.text().startswith("Frame cache"))
