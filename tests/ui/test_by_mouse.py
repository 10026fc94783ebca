"""The main job from the welcome page to the film, with the mouse alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from restitch_app.demo.server import DemoServer
from restitch_app.domain.joins import Decision
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.state.review_state import CompareMode
from tests.ui.hands import Hands, stored
from tests.ui.windows import leave

LEFT = Qt.MouseButton.LeftButton


def test_the_main_job_by_mouse(
    qtbot: QtBot, window: MainWindow, slow: DemoServer, small_clips: list[Path], tmp_path: Path
) -> None:
    hands = Hands(qtbot, window)
    window.project.memory.server = slow.url
    window.project.memory.set_folder("projects", tmp_path)
    window.project.memory.set_folder("films", tmp_path)
    assert window.pages.currentWidget() is window.welcome

    folder = _make_scene(qtbot, window, hands, small_clips)
    _look_around(window, hands)
    _regenerate(window, hands)
    _compare(window, hands)
    _go_back_and_use(window, hands)
    _smooth_and_accept(qtbot, window, hands)

    hands.click_tile(2)
    assert hands.stale == (2, 3, 4)
    hands.click("approve", window.inspector)
    hands.wait(lambda: hands.stale == ())
    assert "stale" not in hands.tile_name(3)
    with qtbot.waitSignal(window.dialogs.exported):
        hands.click("export", window.header)
        hands.click("export", hands.dialog())
    hands.back()
    leave(qtbot, window)

    assert slow.prompts_received == 1
    versions, boundaries = stored(folder)
    assert [version.number for version in versions] == [1, 2, 1, 1, 1]
    assert versions[2].is_approved
    assert boundaries[1].join.treatment.method == "blend"
    assert boundaries[2].join.decision is Decision.ACCEPTED
    [film] = tmp_path.glob("*.mp4")
    assert film.stat().st_size > 0


def _make_scene(qtbot: QtBot, window: MainWindow, hands: Hands, clips: list[Path]) -> Path:
    with qtbot.waitSignal(window.session.opened):
        hands.drop(clips)
        hands.click("make_scene", hands.dialog())
    hands.back()
    assert window.pages.currentWidget() is window.viewer
    assert window.session.folder is not None
    return window.session.folder


def _look_around(window: MainWindow, hands: Hands) -> None:
    hands.click("play", window.viewer)
    hands.wait(lambda: window.state.playhead >= 3)
    hands.click("play", window.viewer)
    assert not window.viewer.player.is_playing
    hands.click("skip_forward", window.viewer)
    assert window.state.selected_boundary == 0
    assert window.state.playhead == window.state.ranges[1].start
    hands.press(Qt.Key.Key_Space)
    hands.wait(lambda: window.viewer.player.is_playing)  # the button that was clicked has no keys
    hands.press(Qt.Key.Key_Space)
    hands.wait(lambda: not window.viewer.player.is_playing)
    hands.click_tile(1)
    assert window.state.selected_segment == 1
    hands.click_tile(3)
    assert window.state.playhead == window.state.ranges[3].start
    hands.click_tile(1)


def _regenerate(window: MainWindow, hands: Hands) -> None:
    hands.click("regenerate", window.inspector)
    dialog = hands.dialog()
    words = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert "This will regenerate segment 2." in words
    hands.click("regenerate", dialog)
    hands.back()
    hands.wait(lambda: any(card.view.percent is not None for card in window.jobs.cards))
    hands.wait(lambda: "%" in hands.tile_name(1))
    hands.wait(lambda: hands.version(1) == 2)
    hands.wait(lambda: hands.stale == (2, 3, 4))
    assert "stale, seed changed" in hands.tile_name(2)
    assert "stale, follows 3" in hands.tile_name(3)
    hands.click("review", window.jobs)
    hands.wait(lambda: window.viewer.mode is CompareMode.SIDE_BY_SIDE)


def _compare(window: MainWindow, hands: Hands) -> None:
    window.state.set_playhead(window.state.ranges[1].start + 5)
    seen = set()
    for mode in CompareMode:
        hands.click(f"mode_{mode.value}", window.viewer)
        assert window.viewer.mode is mode
        seen.add(hands.players())
    assert len(seen) == len(CompareMode)
    hands.click("mode_side_by_side", window.viewer)


def _go_back_and_use(window: MainWindow, hands: Hands) -> None:
    hands.click("back_to")
    hands.wait(lambda: hands.version(1) == 1)
    assert hands.stale == ()
    line = hands.find("candidate_line", window.viewer)
    words = [one.text() for one in line.findChildren(QLabel)]
    assert "v2 is ready. v1 is still current." in words
    hands.click("use_candidate", line)
    hands.wait(lambda: hands.version(1) == 2)
    hands.wait(lambda: hands.stale == (2, 3, 4))


def _smooth_and_accept(qtbot: QtBot, window: MainWindow, hands: Hands) -> None:
    hands.click_mark(1)
    assert window.state.selected_boundary == 1
    hands.click("inspect_boundary", window.inspector)
    assert window.pages.is_boundary_open
    hands.wait_for_fixes()
    row = hands.find("fix_blend", window.inspector)
    before = _right_picture(window)
    hands.click("play_fix", row)
    hands.wait(lambda: _right_picture(window) != before)
    hands.click("apply_fix", window.inspector)
    hands.wait(lambda: hands.boundary(1).join.treatment.method == "blend")
    hands.click_mark(2)
    assert window.pages.is_boundary_open
    hands.click("accept", window.inspector)
    hands.wait(lambda: hands.boundary(2).join.decision is Decision.ACCEPTED)
    hands.click("back_to_player", window.pages)
    assert window.pages.currentWidget() is window.viewer


def _right_picture(window: MainWindow) -> bytes:
    view: QWidget = window.pages.boundary.right.view
    return bytes(view.grab().toImage().constBits())
