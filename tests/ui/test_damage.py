"""Clips that are gone or cut off: what is told, and the ways on."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.timeline.layout import Segment
from tests.ui.hands import Hands
from tests.ui.windows import LONG_MS, answers_of, open_in


def _clip(folder: Path, index: int) -> Path:
    return sorted((folder / "media" / "clips").iterdir())[index]


def _title(window: MainWindow) -> str:
    found = window.banner.findChild(QLabel, "banner_title")
    assert isinstance(found, QLabel)
    return found.text()


def test_a_clip_that_is_cut_off_is_told_and_the_right_file_mends_it(
    qtbot: QtBot, window: MainWindow, project_folder: Path, tmp_path: Path
) -> None:
    clip = _clip(project_folder, 3)
    whole, other = tmp_path / "whole.mp4", _clip(project_folder, 1)
    whole.write_bytes(clip.read_bytes())
    os.truncate(clip, clip.stat().st_size // 2)
    open_in(qtbot, window, project_folder)
    qtbot.waitUntil(lambda: window.notices.has("damage"), timeout=LONG_MS)
    assert _title(window) == "Segment 4 cannot be played: the clip is damaged."
    assert "file is damaged" in window.timeline.view.name_of(Segment(3)).casefold()
    hands = Hands(qtbot, window)
    hands.find("banner_way_2")
    buttons = window.banner.findChildren(QPushButton)
    texts = [one.text().strip() for one in buttons if one.isVisible()]
    assert texts == ["Show segment 4", "Locate…", "Regenerate…"]

    hands.click("banner_way_0")
    assert window.state.selected_segment == 3

    answers_of(window).files = [other]
    hands.click("banner_way_1")
    qtbot.waitUntil(lambda: window.notices.has("Putting the clip back"), timeout=LONG_MS)
    assert _title(window) == f"{other.name} is not the missing clip."
    assert clip.stat().st_size < whole.stat().st_size
    window.notices.solve("Putting the clip back")

    answers_of(window).files = [whole]
    hands.click("banner_way_1")
    qtbot.waitUntil(lambda: not window.notices.has("damage"), timeout=LONG_MS)
    assert clip.read_bytes() == whole.read_bytes()
    assert answers_of(window).asked == [clip.name, clip.name]


def test_a_clip_that_is_gone_can_be_regenerated_from_the_banner(
    qtbot: QtBot, window: MainWindow, served_folder: Path
) -> None:
    _clip(served_folder, 2).unlink()
    open_in(qtbot, window, served_folder)
    qtbot.waitUntil(lambda: window.notices.has("damage"), timeout=LONG_MS)
    hands = Hands(qtbot, window)
    hands.click("banner_way_2")
    dialog = hands.dialog()
    assert "segment 3" in dialog.windowTitle().casefold()
    dialog.reject()
    hands.back()
