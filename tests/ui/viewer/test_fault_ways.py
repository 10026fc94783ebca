"""The ways on in the place of a picture that cannot be shown."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from restitch_app.services.project.project import open_project
from restitch_app.ui.background import turns
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.timeline.layout import Segment
from tests.ui.hands import Hands
from tests.ui.windows import answers_of, open_in

REDONE = 2


def _clip(folder: Path, index: int) -> Path:
    with open_project(folder, read_only=True) as project:
        return project.path(project.current(project.scene(), index).file)


def _show_end(hands: Hands, window: MainWindow, index: int) -> None:
    window.state.select_segment(index)
    window.state.set_playhead(window.state.ranges[index].stop - 1)
    hands.find("fault_ways")


def _texts(hands: Hands) -> list[str]:
    buttons = hands.find("fault_ways").findChildren(QPushButton)
    return [one.text() for one in buttons if one.isVisible()]


def test_a_render_that_breaks_off_is_copied_again_from_its_server(
    qtbot: QtBot, window: MainWindow, redone_folder: Path
) -> None:
    clip = _clip(redone_folder, REDONE)
    whole = clip.read_bytes()
    os.truncate(clip, len(whole) // 2)
    open_in(qtbot, window, redone_folder)
    hands = Hands(qtbot, window)
    _show_end(hands, window, REDONE)
    assert _texts(hands) == ["Use v1", "Copy again from server", "Locate file…"]
    hands.click("fault_copy")
    hands.wait(lambda: clip.read_bytes() == whole)
    hands.wait(lambda: not window.notices.has("damage"))
    hands.wait(lambda: not window.extras.faults.isVisible())


def test_another_version_takes_its_place(
    qtbot: QtBot, window: MainWindow, redone_folder: Path
) -> None:
    _clip(redone_folder, REDONE).unlink()
    open_in(qtbot, window, redone_folder)
    hands = Hands(qtbot, window)
    _show_end(hands, window, REDONE)
    hands.click("fault_use")
    hands.wait(lambda: hands.version(REDONE) == 1)


def test_an_imported_clip_has_no_server_and_can_be_located(
    qtbot: QtBot, window: MainWindow, project_folder: Path, tmp_path: Path
) -> None:
    clip, found = _clip(project_folder, 1), tmp_path / "found.mp4"
    shutil.move(clip, found)
    open_in(qtbot, window, project_folder)
    hands = Hands(qtbot, window)
    _show_end(hands, window, 1)
    assert _texts(hands) == ["Locate file…"]
    answers_of(window).files = [found]
    hands.click("fault_locate")
    hands.wait(clip.exists)
    hands.wait(lambda: not window.extras.faults.isVisible())


def test_a_file_of_the_same_size_with_other_bytes_is_noticed_when_nobody_needs_the_computer(
    qtbot: QtBot, window: MainWindow, project_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "QUIET_S", 0.0)
    clip = _clip(project_folder, 3)
    altered = bytearray(clip.read_bytes())
    altered[-len(altered) // 3] ^= 0xFF
    clip.write_bytes(altered)
    open_in(qtbot, window, project_folder)
    qtbot.waitUntil(lambda: window.notices.has("damage"))
    assert "frames" in window.timeline.view.name_of(Segment(3))
    worst = window.notices.worst
    assert worst is not None
    assert worst.title == "Segment 4 cannot be played: the clip is damaged."
