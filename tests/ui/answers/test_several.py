"""Several segments at once on the real window; checked in the project's file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from restitch_app.services.regeneration.several import SeveralPlan
from restitch_app.ui.answers.several_words import regeneration_question
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.main_window import MainWindow
from tests.ui.hands import Hands, stored
from tests.ui.windows import answers_of, open_in

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _approved(folder: Path) -> list[int]:
    return [one.sequence_index for one in stored(folder)[0] if one.is_approved]


def test_several_are_approved_and_that_is_undone(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    hands = Hands(qtbot, window)
    hands.back()
    window.timeline.view.setFocus()
    window.state.select_segment(1)
    hands.press(Key.Key_Down, SHIFT)
    hands.press(Key.Key_Down, SHIFT)
    told = window.status.findChild(QLabel, "status_selected")
    assert told is not None
    assert told.text() == "3 segments selected"
    assert window.actions_[Act.APPROVE].text() == "Approve 3 segments"
    words = hands.find("several_selected")
    assert isinstance(words, QLabel)
    assert words.text().startswith("3 segments are selected. A and R act on all of them")
    head = window.inspector.segment.head
    assert not any(one.property("chip") for one in (head.approve, head.regenerate))
    hands.press(Key.Key_A)
    hands.wait(lambda: _approved(project_folder) == [1, 2, 3])
    hands.wait(lambda: "Approve 3 segments" in window.actions_[Act.UNDO].text())
    hands.control(Key.Key_Z)
    hands.wait(lambda: _approved(project_folder) == [])
    window.state.extend_to(3)
    hands.press(Key.Key_Escape)
    assert window.state.selected_segments == (3,)
    assert told.text() == ""
    hands.wait(words.isHidden)
    assert all(one.property("chip") for one in (head.approve, head.regenerate))


def test_boundaries_around_several_are_checked(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    hands, said = Hands(qtbot, window), list[str]()
    window.notices.said.connect(lambda saying: said.append(saying.text))
    window.state.select_segment(1)
    window.state.extend_to(2)
    window.actions_[Act.CHECK_AGAIN].trigger()
    hands.wait(lambda: any(one.startswith("3 boundaries checked") for one in said))


def test_several_are_regenerated_once_agreed_to_and_cancelled(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    hands, answers = Hands(qtbot, window), answers_of(window)
    answers.says_yes = False
    window.state.select_segment(1)
    window.state.toggle_segment(3)
    hands.wait(lambda: not window.actions_[Act.CANCEL_JOBS].isEnabled())
    window.actions_[Act.REGENERATE].trigger()
    hands.wait(lambda: len(answers.asked) == 1)
    assert "segments 2, 4: 2 prompts, one for each with a new seed" in answers.asked[0]
    assert window.state.jobs == ()
    answers.says_yes = True
    window.actions_[Act.REGENERATE].trigger()
    asked = partial(_jobs_of, window)
    hands.wait(lambda: asked() == [1, 3])
    if window.actions_[Act.CANCEL_JOBS].isEnabled():
        window.actions_[Act.CANCEL_JOBS].trigger()
    hands.wait(lambda: not any(job.state.is_open for job in window.state.jobs))
    assert asked() == [1, 3]


def _jobs_of(window: MainWindow) -> list[int]:
    return [job.sequence_index for job in window.state.jobs]


def test_the_question_tells_cost_consequences_and_what_is_left_out() -> None:
    plan = SeveralPlan((2, 3, 6), ((0, "Segment 1 has no workflow."),), 9, 120.0)
    assert regeneration_question(plan).split("\n\n") == [
        "This will regenerate segments 3–4, 7: 3 prompts, one for each with a new seed. "
        "≈ 6 min of rendering.",
        "Segments 5–6, 8–9 may need re-checking.",
        "Segment 4 starts from the frame that the segment before ends on now. Where that one "
        "changes first, its new version waits for your choice.",
        "Segment 1 is left out: Segment 1 has no workflow.",
    ]
    last = SeveralPlan((7, 8), (), 9, None)
    assert "No other segments are affected." in regeneration_question(last)
    none = SeveralPlan((), ((0, "No."),), 9, None)
    assert regeneration_question(none).startswith("None of these segments can be regenerated.")
