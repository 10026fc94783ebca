"""Clips that are gone or cut off: what is told, and the ways on."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from restitch_app.services.playback.frames import FrameFault
from restitch_app.services.project.project import open_project
from restitch_app.ui.damage.damage import Damage, damage_told, expected, found, since_when
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.pieces.widgets import ElidedLabel
from restitch_app.ui.timeline.layout import Segment
from tests.clips import numbered_clip
from tests.ui.hands import Hands
from tests.ui.samples import version
from tests.ui.windows import answers_of, open_in

REDONE = 2
LEFT = 5
"""Frames that can still be read; fewer than a clip of the project has."""


def _clip(folder: Path, index: int) -> Path:
    return sorted((folder / "media" / "clips").iterdir())[index]


def _title(window: MainWindow) -> str:
    found = window.banner.findChild(QLabel, "banner_title")
    assert isinstance(found, ElidedLabel)
    return found.accessibleName()


def test_a_clip_that_is_cut_off_is_told_and_the_right_file_mends_it(
    qtbot: QtBot, window: MainWindow, project_folder: Path, tmp_path: Path
) -> None:
    clip = _clip(project_folder, 3)
    whole, other = tmp_path / "whole.mp4", _clip(project_folder, 1)
    whole.write_bytes(clip.read_bytes())
    os.truncate(clip, clip.stat().st_size // 2)
    open_in(qtbot, window, project_folder)
    qtbot.waitUntil(lambda: window.notices.has("damage"))
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
    qtbot.waitUntil(lambda: window.notices.has("Putting the clip back"))
    assert _title(window) == f"{other.name} is not the missing clip."
    assert clip.stat().st_size < whole.stat().st_size
    window.notices.solve("Putting the clip back")

    answers_of(window).files = [whole]
    hands.click("banner_way_1")
    qtbot.waitUntil(lambda: not window.notices.has("damage"))
    assert clip.read_bytes() == whole.read_bytes()
    assert answers_of(window).asked == [clip.name, clip.name]


def test_a_clip_that_is_gone_can_be_regenerated_from_the_banner(
    qtbot: QtBot, window: MainWindow, served_folder: Path
) -> None:
    _clip(served_folder, 2).unlink()
    open_in(qtbot, window, served_folder)
    qtbot.waitUntil(lambda: window.notices.has("damage"))
    hands = Hands(qtbot, window)
    hands.click("banner_way_2")
    dialog = hands.dialog()
    assert "segment 3" in dialog.windowTitle().casefold()
    dialog.reject()
    hands.back()


NOON = datetime(2026, 11, 20, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (Damage(), "Missing"),
        (Damage(noticed="2026-11-20T12:05:00+00:00"), "Missing, noticed {at}"),
        (Damage(is_there=True, since="2026-11-20T12:05:00+00:00"), "Damaged since {at}"),
        (
            Damage(is_there=True, since="2026-11-19T12:05:00+00:00"),
            "Damaged since yesterday {at}",
        ),
    ],
)
def test_since_when_a_clip_cannot_be_played(damage: Damage, told: str) -> None:
    at = datetime(2026, 11, 20, 12, 5, tzinfo=UTC).astimezone()
    assert since_when(damage, NOON.astimezone()) == told.format(at=f"{at:%H:%M}")


def test_what_lies_there_stands_against_what_was_recorded() -> None:
    cut_off = Damage(38, is_there=True, is_counted=True, size_px=(832, 480), file_bytes=212_400)
    assert expected(replace(version(6), file_bytes=5_410_000)) == "81 frames, 832×480, 5.4 MB"
    assert found(cut_off) == "38 frames, 832×480, 212 KB"
    assert found(replace(cut_off, is_counted=False)) == "Frames not counted yet, 212 KB"
    assert found(Damage()) == "No file"
    told = damage_told(version(6, number=2), cut_off)
    assert told.title == "Segment 7 v2 can't be played past frame 38"
    assert told.detail == "Now only 38 of 81 frames can be read."
    assert damage_told(version(6), Damage()).title == "The clip of segment 7 v1 is missing"


def test_the_inspector_tells_what_is_left_of_a_clip_and_offers_what_helps(
    qtbot: QtBot, window: MainWindow, redone_folder: Path
) -> None:
    with open_project(redone_folder, read_only=True) as project:
        bad = project.current(project.scene(), REDONE)
        clip = project.path(bad.file)
    numbered_clip(clip, LEFT, (bad.facts.width, bad.facts.height))
    open_in(qtbot, window, redone_folder)
    hands = Hands(qtbot, window)
    hands.click_tile(REDONE)
    window.state.set_playhead(window.state.ranges[REDONE].stop - 1)
    assert hands.find("version_2").accessibleName().startswith("Version 2, new, Current, Damaged")
    assert _text(window, "file_path") == bad.file
    assert not window.inspector.segment.head.approve.isVisible()

    hands.click("count_frames")
    size = f"{bad.facts.width}×{bad.facts.height}"
    hands.wait(lambda: _text(window, "file_found").startswith(f"{LEFT} frames, {size}, "))
    told = f"Segment {REDONE + 1} v2 can't be played past frame {LEFT}"
    hands.wait(lambda: _fault_title(window) == told)
    assert hands.find("count_frames").property("text") == "Check readable frames"

    hands.click("back_to")
    hands.wait(lambda: hands.version(REDONE) == 1)
    hands.find("approve")


def _text(window: MainWindow, name: str) -> str:
    shown = window.inspector.findChild(QLabel, name)
    assert isinstance(shown, QLabel)
    return shown.text().replace("\N{ZERO WIDTH SPACE}", "")


def _fault_title(window: MainWindow) -> str:
    faults = [one.result for one in window.viewer.canvas.look.views]
    return faults[-1].title if faults and isinstance(faults[-1], FrameFault) else ""
