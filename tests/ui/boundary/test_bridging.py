"""A bridge from the boundary inspector: asked for, made on a server, played, applied."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from restitch_app.demo.server import DemoServer
from restitch_app.services.project.project import open_project
from restitch_app.services.remedies.names import COMFY_BRIDGE
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.main_window import MainWindow
from tests.services.scenes import bench_on, with_settings
from tests.ui.boundary.faulty import SKIPPED
from tests.ui.hands import Hands, stored
from tests.ui.windows import open_in

Key = Qt.Key


@pytest.fixture
def served(faulty: Path, server: DemoServer) -> Path:
    """The project on the bundled server."""
    with open_project(faulty) as project:
        with_settings(bench_on(project), server_url=server.url)
    return faulty


def _bridge_button(hands: Hands, window: MainWindow) -> QPushButton:
    found = hands.find("bridge_button", window.inspector)
    assert isinstance(found, QPushButton)
    return found


def test_new_frames_are_made_played_and_applied(
    qtbot: QtBot, window: MainWindow, served: Path, server: DemoServer
) -> None:
    open_in(qtbot, window, served)
    hands = Hands(qtbot, window)
    hands.back()
    hands.wait(lambda: window.state.boundary(SKIPPED) is not None)
    hands.click_mark(SKIPPED)
    hands.wait_for_fixes()
    button = _bridge_button(hands, window)
    hands.wait(button.isEnabled)
    told = window.inspector.findChild(QLabel, "bridge_told")
    assert told is not None
    assert told.text().startswith("Makes 15 frames anew with Wan 2.2 first and last frame")
    hands.find("more_fixes", window.inspector).setFocus()
    hands.press(Key.Key_Tab)
    assert button.hasFocus()
    hands.press(Key.Key_Space)
    hands.wait(lambda: window.fixes.bridge.forecast is not None)
    assert server.prompts_received == 1
    made = window.fixes.bridge.forecast
    assert made is not None
    assert made in window.fixes.fixes
    assert button.text() == "Make others"
    row = hands.find(f"fix_{COMFY_BRIDGE}", window.inspector)
    row.setFocus()
    hands.press(Key.Key_Space)
    assert window.fixes.selected is made
    hands.wait(lambda: window.inspector.boundary.foot.apply.isEnabled())
    with qtbot.waitSignal(window.fixes.preview_ready):
        window.fixes.play(COMFY_BRIDGE)
    window.fixes.apply()
    hands.wait(lambda: hands.boundary(SKIPPED).join.treatment.method == COMFY_BRIDGE)
    assert stored(served)[1][SKIPPED].join.treatment.patch is not None
    hands.wait(lambda: "boundary 3 | 4" in window.actions_[Act.UNDO].text())
    hands.control(Key.Key_Z)
    hands.wait(lambda: hands.boundary(SKIPPED).join.treatment.method != COMFY_BRIDGE)


def test_how_many_frames_are_made_is_chosen_by_keyboard(
    qtbot: QtBot, window: MainWindow, served: Path, server: DemoServer
) -> None:
    open_in(qtbot, window, served)
    hands = Hands(qtbot, window)
    hands.back()
    hands.wait(lambda: window.state.boundary(SKIPPED) is not None)
    hands.click_mark(SKIPPED)
    bridge = window.fixes.bridge
    hands.wait(lambda: bridge.offer is not None)
    length = hands.find("bridge_length", window.inspector)
    length.setFocus()
    for _ in range(3):
        hands.press(Key.Key_Down)
    assert bridge.window == 4
    hands.wait(lambda: bridge.offer is not None)
    assert bridge.offer is not None
    assert (bridge.offer.window, bridge.offer.new_frames) == (4, 7)
    told = window.inspector.findChild(QLabel, "bridge_told")
    assert told is not None
    assert told.text().startswith("Makes 7 frames anew")
    _bridge_button(hands, window).setFocus()
    hands.press(Key.Key_Space)
    hands.wait(lambda: bridge.forecast is not None)
    assert bridge.forecast is not None
    assert bridge.forecast.candidate.window == 4
    assert server.prompts_received == 1


def test_where_no_server_was_ever_set_up_there_is_no_row(
    window: MainWindow, inspecting: Hands
) -> None:
    inspecting.click_mark(SKIPPED)
    bridge = window.fixes.bridge
    inspecting.wait(lambda: bridge.offer is not None)
    assert bridge.offer is not None
    assert not bridge.offer.can
    row = window.inspector.boundary.bridge
    assert row.isVisible() == bridge.offer.is_server_set
    if row.isVisible():
        assert not row.button.isEnabled()
        assert row.button.toolTip() == bridge.offer.reason
