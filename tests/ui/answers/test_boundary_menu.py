"""What a reviewer does with a boundary from the menus; checked in the project's file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from restitch_app.domain.boundaries import Boundary, BoundaryClass
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.project.project import open_project
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.header.boundary_counts import SHOWN, BoundaryCounts
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.timeline.layout import BoundaryAt
from tests.ui.hands import Hands, stored
from tests.ui.windows import bench_on, open_in

LEFT = 1
Key = Qt.Key


def _calls(folder: Path) -> list[BoundaryCall]:
    with open_project(folder, read_only=True) as project:
        return list(project.store.calls.list())


def _menu(window: MainWindow) -> QMenu:
    window.place_menus.show("boundary", LEFT, window.mapToGlobal(QPoint(400, 400)))
    menu = next(one for one in window.findChildren(QMenu, "boundary_menu") if one.isVisible())
    assert isinstance(menu, QMenu)
    return menu


def _named(menu: QMenu, text: str) -> QAction:
    return next(one for one in menu.actions() if one.text() == text)


def _counted(window: MainWindow) -> int:
    """Boundaries that the header counts."""
    counts = window.header.findChild(BoundaryCounts)
    assert isinstance(counts, BoundaryCounts)
    return sum(counts.count(shape) for shape in SHOWN)


def _pick(menu: QMenu, action: QAction) -> None:
    action.trigger()
    menu.close()


def test_the_menus_follow_what_is_selected(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    window.state.select_segment(0)
    for act in (Act.DECLARE_CUT, Act.CALL_SMOOTH, Act.CALL_BACK):
        assert not window.actions_[act].isEnabled()
        assert window.actions_[act].toolTip() == "Select a boundary first"
    assert window.actions_[Act.APPROVE].text() == "Approve"
    window.state.select_boundary(LEFT)
    for act in (Act.DECLARE_CUT, Act.CALL_SMOOTH, Act.CHECK_AGAIN):
        assert window.actions_[act].isEnabled()
    assert window.actions_[Act.APPROVE].text() == "Accept as is"
    assert not window.actions_[Act.CALL_BACK].isEnabled()
    assert "Nobody has said" in window.actions_[Act.CALL_BACK].toolTip()


def test_a_wrong_call_is_kept_and_undone(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    hands, menu = Hands(qtbot, window), _menu(window)
    wrong = menu.findChild(QMenu, "wrong_call_menu")
    assert isinstance(wrong, QMenu)
    before = hands.boundary(LEFT).boundary_class
    _pick(menu, _named(wrong, "I see a visible jump"))
    hands.wait(lambda: len(_calls(project_folder)) == 1)
    [call] = _calls(project_folder)
    assert (call.says, call.shown, call.by != "") == (BoundaryClass.RED, before, True)
    assert hands.boundary(LEFT).boundary_class is before
    name = partial(window.timeline.view.name_of, BoundaryAt(LEFT))
    hands.wait(lambda: f"seen as a visible jump by {call.by}" in name())
    line = window.inspector.findChild(QLabel, "boundary_call")
    assert line is not None
    assert line.text().startswith(f"Seen as a visible jump by {call.by}")
    assert line.toolTip().startswith("Said today")
    hands.back()  # the offscreen platform does not, after a menu
    window.viewer.setFocus()
    hands.wait(lambda: "Verdict on" in window.actions_[Act.UNDO].text())
    hands.control(Key.Key_Z)
    hands.wait(lambda: _calls(project_folder) == [])
    hands.wait(lambda: "seen as" not in name())
    assert not line.isVisible()
    hands.wait(window.actions_[Act.REDO].isEnabled)
    hands.control(Key.Key_Z, shift=True)
    hands.wait(lambda: _calls(project_folder) == [call])

    hands.wait(window.actions_[Act.CALL_BACK].isEnabled)
    hands.click("call_back", window.inspector)
    hands.wait(lambda: _calls(project_folder) == [])
    hands.wait(lambda: not window.actions_[Act.CALL_BACK].isEnabled())
    hands.control(Key.Key_Z)
    hands.wait(lambda: _calls(project_folder) == [call])


def test_a_cut_is_declared_and_taken_back(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    hands, menu = Hands(qtbot, window), _menu(window)
    counted = _counted(window)
    _pick(menu, _named(menu, "Declare a cut"))
    hands.wait(lambda: hands.boundary(LEFT).is_cut)
    assert _counted(window) == counted - 1
    assert window.timeline.view.name_of(BoundaryAt(LEFT)).startswith("Boundary 2 to 3, cut")
    menu = _menu(window)
    assert not window.actions_[Act.CALL_VISIBLE].isEnabled()
    assert window.actions_[Act.CALL_VISIBLE].toolTip() == "It is a cut, which is not judged"
    _pick(menu, _named(menu, "Not a cut"))
    hands.wait(lambda: not stored(project_folder)[1][LEFT].is_cut)


def test_a_boundary_is_checked_again(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    hands, menu = Hands(qtbot, window), _menu(window)
    value = hands.boundary(LEFT).ssim
    _pick(menu, _named(menu, "Check this boundary again"))
    assert window.timeline.view.name_of(BoundaryAt(LEFT)) == "Boundary 2 to 3, checking"
    hands.wait(lambda: "checking" not in window.timeline.view.name_of(BoundaryAt(LEFT)))
    assert hands.boundary(LEFT).ssim == value


def test_f5_measures_every_boundary_anew(
    qtbot: QtBot, window: MainWindow, project_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[int] = []
    check_again = Boundaries.check_again

    def noted(self: Boundaries, scene: Scene, left_index: int, ctx: JobContext) -> Boundary:
        checked.append(left_index)
        return check_again(self, scene, left_index, ctx)

    monkeypatch.setattr(Boundaries, "check_again", noted)
    open_in(qtbot, window, project_folder)
    hands = Hands(qtbot, window)
    hands.back()
    window.viewer.setFocus()
    said: list[str] = []
    window.notices.said.connect(lambda saying: said.append(saying.text))
    window.state.select_boundary(2)
    hands.press(Key.Key_F5)
    hands.wait(lambda: any("4 boundaries checked" in text for text in said))
    assert checked == [2, 0, 1, 3]
    hands.press(Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    hands.wait(lambda: len(checked) == 5)
    assert checked[4] == 2
    hands.wait(lambda: any("Boundary 3|4 checked" in text for text in said))
    window.state.select_segment(0)
    hands.press(Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    hands.wait(lambda: len(checked) == 9)


def test_n_goes_past_cuts_and_what_is_accepted(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    with open_project(project_folder) as project:
        bench = bench_on(project)
        bench.limits.change({"ssim_threshold": 1.0}, "plain")
        scene = project.scene()
        bench.decisions.declare_cut(scene, 0, JobContext())
        bench.decisions.accept(scene, 1, JobContext())
    open_in(qtbot, window, project_folder)
    hands = Hands(qtbot, window)
    hands.back()
    window.viewer.setFocus()
    window.state.select_segment(0)
    for expected in (2, 3, 2):
        hands.press(Qt.Key.Key_N)
        assert window.state.selected_boundary == expected
    hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert window.state.selected_boundary == 3
