"""The main job from the welcome page to the film, with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from restitch_app.demo.server import DemoServer
from restitch_app.domain.joins import Decision
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.state.review_state import CompareMode
from tests.ui.hands import Hands, stored
from tests.ui.windows import answers_of, leave

Key = Qt.Key
MODE_KEYS = {
    Key.Key_2: CompareMode.WIPE,
    Key.Key_3: CompareMode.DIFFERENCE,
    Key.Key_4: CompareMode.TOGGLE,
    Key.Key_5: CompareMode.SINGLE,
    Key.Key_1: CompareMode.SIDE_BY_SIDE,
}
MOST_STEPS = 40


def test_the_main_job_by_keyboard(
    qtbot: QtBot, window: MainWindow, slow: DemoServer, small_clips: list[Path], tmp_path: Path
) -> None:
    hands = Hands(qtbot, window)
    window.project.memory.server = slow.url
    window.project.memory.set_folder("projects", tmp_path)
    window.project.memory.set_folder("films", tmp_path)
    hands.back()

    folder = _make_scene(qtbot, window, hands, small_clips)
    _look_around(window, hands)
    _regenerate(window, hands)
    _compare(window, hands)
    _go_back_and_undo(window, hands)
    _smooth_accept_undo_redo(window, hands)
    _approve_undo_redo(window, hands)
    with qtbot.waitSignal(window.dialogs.exported):
        hands.control(Key.Key_E)
        hands.dialog()
        hands.control(Key.Key_Return)
    hands.back()
    leave(qtbot, window)

    assert slow.prompts_received == 1
    versions, boundaries = stored(folder)
    assert [version.number for version in versions] == [1, 2, 1, 1, 1]
    assert versions[2].is_approved
    assert boundaries[1].join.treatment.method != "none"
    assert boundaries[2].join.decision is Decision.ACCEPTED
    [film] = tmp_path.glob("*.mp4")
    assert film.stat().st_size > 0


def _make_scene(qtbot: QtBot, window: MainWindow, hands: Hands, clips: list[Path]) -> Path:
    answers_of(window).files = clips
    with qtbot.waitSignal(window.session.opened):
        hands.control(Key.Key_N)
        dialog = hands.dialog()
        hands.wait(hands.find("make_scene", dialog).isEnabled)
        hands.control(Key.Key_Return)
    hands.back()
    assert window.session.folder is not None
    return window.session.folder


def _look_around(window: MainWindow, hands: Hands) -> None:
    hands.press(Key.Key_Space)
    hands.wait(lambda: window.state.playhead >= 3)
    hands.press(Key.Key_Space)
    assert not window.viewer.player.is_playing
    hands.press(Key.Key_Home)
    hands.press(Key.Key_Right)
    assert window.state.playhead == 1
    hands.press(Key.Key_BracketRight)
    assert window.state.selected_boundary == 0
    hands.press(Key.Key_Down)
    assert window.state.selected_segment == 1
    assert window.state.playhead == window.state.ranges[1].start


def _regenerate(window: MainWindow, hands: Hands) -> None:
    hands.press(Key.Key_R)
    dialog = hands.dialog()
    hands.wait(hands.find("regenerate", dialog).isEnabled)
    hands.control(Key.Key_Return)
    hands.back()
    hands.wait(lambda: "%" in hands.tile_name(1))
    hands.wait(lambda: hands.version(1) == 2)
    hands.wait(lambda: hands.stale == (2, 3, 4))
    hands.wait(lambda: window.viewer.mode is CompareMode.SIDE_BY_SIDE)


def _compare(window: MainWindow, hands: Hands) -> None:
    window.viewer.setFocus()
    for _ in range(5):
        hands.press(Key.Key_Right)
    seen = set()
    for key, mode in MODE_KEYS.items():
        hands.press(key)
        assert window.viewer.mode is mode
        seen.add(hands.players())
    assert len(seen) == len(MODE_KEYS)
    hands.press(Key.Key_Tab)
    assert window.viewer.mode is CompareMode.TOGGLE
    before = hands.players()
    hands.press(Key.Key_QuoteLeft)
    assert hands.players() != before
    compared = window.state.compare
    hands.press(Key.Key_X)
    assert window.state.compare == compared[::-1]


def _go_back_and_undo(window: MainWindow, hands: Hands) -> None:
    _go_to(window, hands, "back_to")
    hands.press(Key.Key_Space)
    hands.wait(lambda: hands.version(1) == 1)
    assert hands.stale == ()
    _undo(window, hands)
    hands.wait(lambda: hands.version(1) == 2)
    hands.wait(lambda: hands.stale == (2, 3, 4))


def _go_to(window: MainWindow, hands: Hands, name: str) -> None:
    """F6 to the inspector, and Tab in it."""

    def focus_in_inspector() -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and window.inspector.isAncestorOf(focus)

    for _ in range(MOST_STEPS):
        focus = QApplication.focusWidget()
        if focus is not None and focus.objectName() == name:
            return
        hands.press(Key.Key_Tab if focus_in_inspector() else Key.Key_F6)
    raise AssertionError(f"{name} is not reached")


def _smooth_accept_undo_redo(window: MainWindow, hands: Hands) -> None:
    hands.press(Key.Key_End)
    while window.state.selected_boundary != 1:
        hands.press(Key.Key_PageUp)
    hands.press(Key.Key_S)
    assert window.pages.is_boundary_open
    hands.wait_for_fixes()
    hands.press(Key.Key_Return)
    hands.wait(lambda: hands.boundary(1).join.treatment.method != "none")
    while window.state.selected_boundary != 2:
        hands.press(Key.Key_PageDown)
    hands.press(Key.Key_A)
    hands.wait(lambda: hands.boundary(2).join.decision is Decision.ACCEPTED)
    _undo(window, hands)
    hands.wait(lambda: hands.boundary(2).join.decision is None)
    _undo(window, hands)
    hands.wait(lambda: hands.boundary(1).join.treatment.method == "none")
    _redo(window, hands)
    hands.wait(lambda: hands.boundary(1).join.treatment.method != "none")
    _redo(window, hands)
    hands.wait(lambda: hands.boundary(2).join.decision is Decision.ACCEPTED)
    hands.press(Key.Key_Escape)
    assert window.pages.currentWidget() is window.viewer


def _approve_undo_redo(window: MainWindow, hands: Hands) -> None:
    while window.state.selected_segment != 2:
        hands.press(Key.Key_Up if (window.state.focused_segment or 0) > 2 else Key.Key_Down)
    hands.press(Key.Key_A)
    hands.wait(lambda: hands.stale == ())
    _undo(window, hands)
    hands.wait(lambda: hands.stale == (2, 3, 4))
    _redo(window, hands)
    hands.wait(lambda: hands.stale == ())
    assert hands.is_approved(2)


def _undo(window: MainWindow, hands: Hands) -> None:
    hands.wait(window.actions_[Act.UNDO].isEnabled)
    hands.control(Key.Key_Z)


def _redo(window: MainWindow, hands: Hands) -> None:
    hands.wait(window.actions_[Act.REDO].isEnabled)
    hands.control(Key.Key_Z, shift=True)
