"""The cuts of one clip are looked at, moved, added and removed, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from restitch_app.domain.frames import FrameRange
from restitch_app.services.imports.wishes import ClipPiece
from restitch_app.ui.dialogs.cut_dialog import CutDialog
from restitch_app.ui.dialogs.cut_picture import CutPicture
from restitch_app.ui.dialogs.dialogs import Dialogs
from restitch_app.ui.dialogs.new_scene_dialog import NewSceneDialog
from tests.clips import numbered_clip
from tests.ui.panels import Panels

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def asking(qtbot: QtBot, panels: Panels, tmp_path: Path) -> Iterator[NewSceneDialog]:
    clip = numbered_clip(tmp_path / "long.mp4", range(24))
    dialogs = Dialogs(panels.context, panels.window)
    dialogs.new_scene([ClipPiece(clip, FrameRange(0, 10)), ClipPiece(clip, FrameRange(10, 24))],
                      tmp_path / "lake")  # fmt: skip
    assert isinstance(dialogs.shown, NewSceneDialog)
    made = dialogs.shown
    qtbot.waitUntil(lambda: len(made.clips.looks) == 2 and made.cuts.look.isEnabled())  # fmt: skip
    yield made
    made.done(0)


@pytest.fixture
def cutting(qtbot: QtBot, asking: NewSceneDialog) -> CutDialog:
    asking.cuts.look.click()
    found = asking.findChild(CutDialog)
    assert isinstance(found, CutDialog)
    qtbot.waitUntil(lambda: found.after.is_shown and found.before.is_shown)
    return found


def pieces(dialog: NewSceneDialog) -> list[tuple[int, int]]:
    ranges = [clip.frames for clip in dialog.request().clips]
    return [(one.start, one.stop) for one in ranges if one is not None]


def test_a_cut_is_moved_by_key_and_wheel_and_number(qtbot: QtBot, cutting: CutDialog) -> None:
    assert cutting.marks.starts == (10,)
    qtbot.keyClick(cutting, Qt.Key.Key_Right, ALT)
    assert cutting.marks.starts == (11,)
    cutting.earlier.click()
    cutting.earlier.click()
    assert cutting.marks.starts == (9,)
    _turn(cutting.after, -120)
    assert cutting.marks.starts == (10,)
    qtbot.keyClick(cutting, Qt.Key.Key_Right, ALT | Qt.KeyboardModifier.ShiftModifier)
    assert cutting.marks.starts == (20,)
    cutting.frame.setValue(24)
    assert cutting.marks.starts == (23,)
    assert not cutting.later.isEnabled()
    assert cutting.after.accessibleName() == "First frame after the cut: 24"
    told = cutting.findChild(QLabel, "cuts_told")
    assert isinstance(told, QLabel)
    assert told.text() == "2 segments · 1 to 23 frames each"


def test_cuts_are_added_chosen_and_removed(
    qtbot: QtBot, asking: NewSceneDialog, cutting: CutDialog
) -> None:
    qtbot.keyClick(cutting, Qt.Key.Key_Insert)
    assert (cutting.marks.starts, cutting.place) == ((10, 17), 1)
    qtbot.keyClick(cutting.strip, Qt.Key.Key_Left)
    assert cutting.place == 0
    assert cutting.frame.value() == 11
    qtbot.keyClick(cutting.strip, Qt.Key.Key_Delete)
    assert (cutting.marks.starts, cutting.place) == ((17,), 0)
    cutting.step(-2)
    cutting.go.click()
    qtbot.waitUntil(lambda: pieces(asking) == [(0, 15), (15, 24)])


def test_a_clip_without_cuts_is_one_again(asking: NewSceneDialog, cutting: CutDialog) -> None:
    cutting.remove.click()
    assert not cutting.before.is_shown
    assert cutting.frame.isHidden()
    cutting.go.click()
    assert pieces(asking) == [(0, 24)]


def _turn(picture: CutPicture, angle: int) -> None:
    middle = QPointF(picture.rect().center())
    turned = QWheelEvent(
        middle, picture.mapToGlobal(middle), QPoint(), QPoint(0, angle),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(picture, turned)
