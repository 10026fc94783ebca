"""Whatever was decided about a boundary is undone and done again with the keyboard; each step is
checked in the project's file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from restitch_app.domain.boundaries import Boundary, BoundaryClass
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.joins import Decision
from restitch_app.domain.progress import JobContext
from restitch_app.services.project.project import open_project
from restitch_app.services.remedies.forecast import forecast
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.main_window import MainWindow
from tests.ui.boundary.faulty import BRIGHTER, CUT, SKIPPED, SMOOTH
from tests.ui.hands import Hands, stored

Key = Qt.Key


def in_file(folder: Path, left_index: int) -> Boundary:
    return stored(folder)[1][left_index]


def calls_in(folder: Path) -> list[BoundaryCall]:
    with open_project(folder, read_only=True) as project:
        return list(project.store.calls.list())


def undo(window: MainWindow, hands: Hands, label: str) -> None:
    """Ctrl+Z, once the Edit menu names what it would take back."""
    hands.wait(lambda: window.actions_[Act.UNDO].text() == f"Undo {label}")
    hands.control(Key.Key_Z)


def redo(window: MainWindow, hands: Hands, label: str) -> None:
    hands.wait(lambda: window.actions_[Act.REDO].text() == f"Redo {label}")
    hands.control(Key.Key_Z, shift=True)


def test_smoothing_is_undone_and_done_again(
    window: MainWindow, inspecting: Hands, faulty: Path
) -> None:
    hands = inspecting
    before = in_file(faulty, BRIGHTER)
    bench = window.session.bench
    assert bench is not None
    scene = bench.project.scene()
    ramp = bench.remedies.by_hand(scene, BRIGHTER, "colour_ramp", 4, JobContext())
    window.boundary_answers.apply(forecast(ramp))
    hands.wait(lambda: in_file(faulty, BRIGHTER).join.treatment.patch is not None)
    smoothed = in_file(faulty, BRIGHTER)
    undo(window, hands, "Colour ramp at boundary 1 | 2")
    hands.wait(lambda: in_file(faulty, BRIGHTER).join.treatment.patch is None)
    assert in_file(faulty, BRIGHTER) == before
    redo(window, hands, "Colour ramp at boundary 1 | 2")
    hands.wait(lambda: in_file(faulty, BRIGHTER).join.treatment.patch is not None)
    again = in_file(faulty, BRIGHTER)
    assert again == smoothed
    patch = again.join.treatment.patch
    assert patch is not None
    assert (faulty / patch.file).is_file()
    hands.wait(lambda: hands.boundary(BRIGHTER) == smoothed)


DECISIONS: list[tuple[int, Key, Qt.KeyboardModifier, str, Decision]] = [
    (
        SKIPPED,
        Key.Key_A,
        Qt.KeyboardModifier.NoModifier,
        "Accept boundary 3 | 4",
        Decision.ACCEPTED,
    ),
    (
        CUT,
        Key.Key_C,
        Qt.KeyboardModifier.ShiftModifier,
        "Declare a cut at boundary 4 | 5",
        Decision.CUT,
    ),
]


@pytest.mark.parametrize(("left_index", "key", "modifiers", "label", "decision"), DECISIONS)
def test_a_decision_is_undone_and_done_again(
    window: MainWindow,
    inspecting: Hands,
    faulty: Path,
    left_index: int,
    key: Key,
    modifiers: Qt.KeyboardModifier,
    label: str,
    decision: Decision,
) -> None:
    hands = inspecting
    before = in_file(faulty, left_index)
    while window.state.selected_boundary != left_index:
        hands.press(Key.Key_N)
    hands.press(key, modifiers)
    hands.wait(lambda: in_file(faulty, left_index).join.decision is decision)
    decided = in_file(faulty, left_index)
    undo(window, hands, label)
    hands.wait(lambda: in_file(faulty, left_index).join.decision is None)
    assert in_file(faulty, left_index) == before
    hands.wait(lambda: window.state.selected_boundary == left_index)  # what was undone
    redo(window, hands, label)
    hands.wait(lambda: in_file(faulty, left_index).join.decision is decision)
    assert in_file(faulty, left_index) == decided


def test_a_call_is_undone_and_done_again(
    window: MainWindow, inspecting: Hands, faulty: Path
) -> None:
    hands = inspecting
    before = in_file(faulty, SMOOTH)
    window.state.show_boundary(SMOOTH)
    window.actions_[Act.CALL_VISIBLE].trigger()  # it has no key, the menu's letters open it
    hands.wait(lambda: len(calls_in(faulty)) == 1)
    [call] = calls_in(faulty)
    assert (call.says, call.shown) == (BoundaryClass.RED, BoundaryClass.GREEN)
    undo(window, hands, "Verdict on boundary 2 | 3")
    hands.wait(lambda: calls_in(faulty) == [])
    redo(window, hands, "Verdict on boundary 2 | 3")
    hands.wait(lambda: calls_in(faulty) == [call])
    assert in_file(faulty, SMOOTH) == before, "a call changes no boundary"
