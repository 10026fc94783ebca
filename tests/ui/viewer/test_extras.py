"""Frames copied, saved and pinned, full screen and another display, in the real window."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from restitch_app.media.luma import rgb
from restitch_app.media.reader import open_reader
from restitch_app.services.project.project import open_project
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.state.review_state import CompareMode
from tests.clips import number_of
from tests.ui.hands import Hands
from tests.ui.viewer.review import FRAMES, OTHER, painted_numbers, pixels_of
from tests.ui.windows import answers_of, leave, new_window, open_in

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
A, B = 100 + 3, 100 + OTHER + 3


@pytest.fixture
def folder(tmp_path: Path, numbered_project: Path) -> Path:
    return Path(shutil.copytree(numbered_project, tmp_path / "project"))


@pytest.fixture
def on_pair(qtbot: QtBot, window: MainWindow, folder: Path) -> Hands:
    """Segment 2's two versions side by side, at its fourth frame, at rest."""
    return looking_at_pair(qtbot, window, folder)


def looking_at_pair(qtbot: QtBot, window: MainWindow, folder: Path) -> Hands:
    open_in(qtbot, window, folder)
    hands = Hands(qtbot, window)
    hands.back()
    window.viewer.setFocus()
    window.state.select_segment(1)
    window.state.set_playhead(FRAMES + 3)
    hands.wait(lambda: window.viewer.mode is CompareMode.SIDE_BY_SIDE)
    hands.wait(lambda: painted_numbers(window.viewer) == [A, B])
    return hands


def decoded(folder: Path) -> list[NDArray[np.uint8]]:
    """RGB of v1's and v2's fourth frame."""
    with open_project(folder, read_only=True) as project:
        found = []
        for version in reversed(project.store.versions.history(project.scene().id, 1)):
            file = project.path(version.file)
            with open_reader(file, project.frame_index(version.file)) as reader:
                found.append(np.asarray(rgb(reader.frame(3))))
        return found


def pixels_in(file: Path) -> NDArray[np.uint8]:
    return pixels_of(QImage(str(file)))


def clipboard() -> NDArray[np.uint8] | None:
    image = QGuiApplication.clipboard().image()
    return None if image.isNull() else pixels_of(image)


def test_what_is_on_the_screen_is_copied_at_full_size(
    window: MainWindow, on_pair: Hands, folder: Path
) -> None:
    a, b = decoded(folder)
    QGuiApplication.clipboard().clear()
    on_pair.control(Qt.Key.Key_C)
    on_pair.wait(lambda: clipboard() is not None)
    both = clipboard()
    assert both is not None
    assert np.array_equal(both[:, : a.shape[1]], a)
    assert np.array_equal(both[:, -b.shape[1] :], b)
    QGuiApplication.clipboard().clear()
    window.actions_[Act.COPY_A].trigger()
    on_pair.wait(lambda: clipboard() is not None)
    alone = clipboard()
    assert alone is not None
    assert np.array_equal(alone, a)


@pytest.mark.parametrize("mode", [CompareMode.WIPE, CompareMode.DIFFERENCE, CompareMode.TOGGLE])
def test_what_is_saved_is_what_the_mode_shows(
    window: MainWindow, on_pair: Hands, folder: Path, mode: CompareMode
) -> None:
    answers_of(window).target = folder.parent
    window.viewer.set_mode(mode)
    on_pair.control(Qt.Key.Key_S, shift=True)
    on_pair.wait(lambda: len(list(folder.parent.glob("*segment_02*frame_0028.png"))) == 1)
    (file,) = folder.parent.glob("*segment_02*frame_0028.png")
    a, b = decoded(folder)
    middle = a.shape[1] // 2
    expected = {
        CompareMode.WIPE: np.hstack([a[:, :middle], b[:, middle:]]),
        CompareMode.DIFFERENCE: np.minimum(np.abs(a.astype(int) - b) * 4, 255),
        CompareMode.TOGGLE: a,
    }
    assert np.array_equal(pixels_in(file), expected[mode])
    assert "v1" in file.name
    assert ("v2" in file.name) == (mode is not CompareMode.TOGGLE)


def test_a_pinned_frame_stays_beside_the_players_and_is_there_again(
    qtbot: QtBot, theme: object, on_pair: Hands, window: MainWindow, folder: Path, tmp_path: Path
) -> None:
    canvas = window.viewer.canvas
    window.viewer.set_mode(CompareMode.TOGGLE)
    on_pair.press(Qt.Key.Key_P, SHIFT)
    on_pair.wait(lambda: canvas.pinned_panel() is not None)
    on_pair.press(Qt.Key.Key_Right)
    on_pair.wait(lambda: painted_numbers(window.viewer) == [A + 1])
    assert pinned_number(window) == A
    leave(qtbot, window)
    again = new_window(window.context.theme, tmp_path / "window.ini")
    again.resize(1600, 1000)
    again.show()
    try:
        open_in(qtbot, again, folder)
        qtbot.waitUntil(lambda: again.viewer.canvas.pinned_panel() is not None)
        assert pinned_number(again) == A
        assert again.actions_[Act.UNPIN].isEnabled()
        again.actions_[Act.UNPIN].trigger()
        assert again.viewer.canvas.pinned_panel() is None
        assert not again.actions_[Act.UNPIN].isEnabled()
    finally:
        leave(qtbot, again)


def pinned_number(window: MainWindow) -> int:
    panel = window.viewer.canvas.pinned_panel()
    assert panel is not None
    box = panel.visible.toRect()
    screen = pixels_of(window.viewer.canvas.grab().toImage())
    part = screen[box.top() : box.top() + box.height(), box.left() : box.left() + box.width()]
    return number_of(np.ascontiguousarray(part))


def test_a_picture_is_dropped_on_the_players_and_zoomed_like_them(
    qtbot: QtBot, window: MainWindow, on_pair: Hands, folder: Path
) -> None:
    file = folder.parent / "start image.png"
    a = decoded(folder)[0]
    large = np.ascontiguousarray(a.repeat(2, axis=0).repeat(2, axis=1))
    height, width = large.shape[:2]
    QImage(large.tobytes(), width, height, width * 3, QImage.Format.Format_RGB888).save(str(file))
    canvas = window.viewer.canvas
    drop(window, file)
    on_pair.wait(lambda: canvas.pinned_panel() is not None)
    on_pair.control(Qt.Key.Key_2)
    panel = canvas.pinned_panel()
    assert panel is not None
    assert panel.picture.size() == canvas.panels()[0].picture.size()
    assert pinned_number(window) == A
    assert window.welcome.drop_area.property("over") is not True


def drop(window: MainWindow, file: Path) -> None:
    canvas = window.viewer.canvas
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    middle = canvas.rect().center()
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, action, data, button, none)
    QApplication.sendEvent(canvas, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(canvas, QDropEvent(QPointF(middle), action, data, button, none))


def test_what_is_no_picture_is_told(window: MainWindow, on_pair: Hands, tmp_path: Path) -> None:
    file = tmp_path / "broken.png"
    file.write_bytes(b"nothing")
    answers_of(window).picture_file = file
    window.actions_[Act.PIN_PICTURE].trigger()
    on_pair.wait(lambda: window.notices.worst is not None)
    assert window.viewer.canvas.pinned_panel() is None


def test_full_screen_leaves_the_players_alone_until_escape(
    window: MainWindow, on_pair: Hands
) -> None:
    around = (window.header, window.timeline, window.inspector, window.status, window.menuBar())
    on_pair.press(Qt.Key.Key_F)
    on_pair.wait(window.isFullScreen)
    assert not any(part.isVisible() for part in around)
    assert window.viewer.canvas.isVisible()
    on_pair.press(Qt.Key.Key_Right)
    assert window.state.playhead == FRAMES + 4
    on_pair.press(Qt.Key.Key_Escape)
    on_pair.wait(lambda: not window.isFullScreen())
    assert all(part.isVisible() for part in around)


def test_full_screen_that_the_system_ends_brings_everything_back(
    window: MainWindow, on_pair: Hands
) -> None:
    """As the window manager's own key or button does."""
    around = (window.header, window.timeline, window.inspector, window.status, window.menuBar())
    for _ in range(2):
        on_pair.press(Qt.Key.Key_F)
        on_pair.wait(window.isFullScreen)
        assert not any(part.isVisible() for part in around)
        window.setWindowState(Qt.WindowState.WindowNoState)
        on_pair.wait(lambda: not window.isFullScreen())
        assert all(part.isVisible() for part in around)


def test_with_one_display_the_action_says_why_it_is_off(window: MainWindow, on_pair: Hands) -> None:
    action = window.actions_[Act.SECOND_DISPLAY]
    assert not action.isEnabled()
    assert action.toolTip() == "Only one display is connected"


@pytest.fixture
def displays(window: MainWindow, on_pair: Hands) -> Callable[[int], None]:
    screen = QGuiApplication.primaryScreen()
    return lambda count: window.extras.display.set_others(lambda: [screen] * count)


def test_the_second_display_shows_each_tick_of_the_players(
    qtbot: QtBot, window: MainWindow, on_pair: Hands, displays: Callable[[int], None]
) -> None:
    displays(1)
    on_pair.press(Qt.Key.Key_F, SHIFT)
    second = window.extras.display.window
    assert second is not None
    on_pair.wait(second.isVisible)
    assert window.actions_[Act.SECOND_DISPLAY].isChecked()
    first, other = window.viewer.canvas, second.canvas

    def same(_shown: object) -> None:
        assert other.shown_frame == first.shown_frame
        assert other.look.shown is first.look.shown

    window.viewer.player.shown.connect(same)
    window.viewer.play_pause()
    on_pair.wait(lambda: window.state.playhead > FRAMES + 6)
    window.viewer.player.pause()
    window.viewer.player.shown.disconnect(same)
    window.viewer.set_mode(CompareMode.WIPE)
    assert other.look.mode is CompareMode.WIPE
    second.activateWindow()
    on_pair.wait(second.isActiveWindow)
    qtbot.keyClick(other, Qt.Key.Key_5)
    assert window.viewer.mode is CompareMode.SINGLE
    qtbot.keyClick(other, Qt.Key.Key_Escape)
    on_pair.wait(lambda: window.extras.display.window is None)
    assert not window.actions_[Act.SECOND_DISPLAY].isChecked()
    on_pair.back()


def test_with_several_displays_it_is_asked_which(
    window: MainWindow, on_pair: Hands, displays: Callable[[int], None]
) -> None:
    displays(2)
    on_pair.press(Qt.Key.Key_F, SHIFT)
    menu = on_pair.find("display_menu")
    assert len(menu.actions()) == 2
    menu.actions()[1].trigger()
    menu.close()
    assert window.extras.display.window is not None
    window.extras.display.leave()
    on_pair.back()


def test_the_right_button_offers_all_of_it(window: MainWindow, on_pair: Hands) -> None:
    canvas = window.viewer.canvas
    canvas.menu_asked.emit(canvas.mapToGlobal(canvas.rect().center()))
    menu = on_pair.find("canvas_menu")
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[0] == "Fit picture"
    assert {"Copy frame", "Save frame", "Reference picture", "Full screen"} <= set(words)
    menu.close()
