"""What a reviewer does twice, or in a place where it means something else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from restitch_app.domain.changes import Changes
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.main_window import MainWindow
from tests.ui.hands import Hands
from tests.ui.windows import open_in

Key = Qt.Key


@pytest.mark.parametrize(
    ("act", "name"), [(Act.ABOUT, "about_dialog"), (Act.SHORTCUTS, "shortcuts_dialog")]
)
def test_asked_twice_a_help_dialog_is_there_once(window: MainWindow, act: Act, name: str) -> None:
    for _ in range(2):
        window.actions_[act].trigger()
    shown = [one for one in window.findChildren(QDialog, name) if one.isVisible()]
    assert len(shown) == 1
    shown[0].close()


def test_keys_on_the_boundary_page_leave_the_covered_players_alone(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    hands = Hands(qtbot, window)
    hands.back()
    window.pages.open_boundary(1)
    window.pages.boundary.setFocus()
    at = window.state.playhead
    for key in (Key.Key_L, Key.Key_J, Key.Key_Right, Key.Key_Home, Key.Key_Space):
        qtbot.keyClick(window, key)
        assert not window.viewer.player.is_playing
    assert window.state.playhead == at
    hands.wait(window.pages.boundary.bar.play.isChecked)  # Space plays the boundary in place

    qtbot.keyClick(window, Key.Key_Escape)
    qtbot.keyClick(window, Key.Key_Home)
    assert window.state.playhead == 0


def test_saved_tells_when_something_was_saved(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    saved = window.status.findChild(QLabel, "saved")
    assert isinstance(saved, QLabel)
    assert saved.text() == ""
    window.session.publish(Changes(jobs=True))
    qtbot.waitUntil(lambda: not window.runners.desk.is_busy)
    assert saved.text() == ""
    window.review.approve(2)
    qtbot.waitUntil(lambda: saved.text().startswith("Saved "))


def test_enter_opens_what_is_selected(
    qtbot: QtBot, window: MainWindow, redone_folder: Path
) -> None:
    """A segment's versions, a boundary's page."""
    open_in(qtbot, window, redone_folder)
    hands = Hands(qtbot, window)
    hands.back()
    window.viewer.setFocus()
    window.inspector.tabs.setCurrentIndex(2)
    window.state.select_segment(2)
    hands.wait(lambda: len(window.inspector.segment.versions.rows) == 2)
    hands.press(Qt.Key.Key_Return)
    assert window.inspector.tabs.currentIndex() == 0
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.inspector.segment.versions.isAncestorOf(focus)

    window.viewer.setFocus()
    window.state.select_boundary(1)
    hands.press(Qt.Key.Key_Return)
    assert window.pages.is_boundary_open
