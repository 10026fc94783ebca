"""Needs work, names and notes by hand in the real window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from restitch_app.domain.versions import Version
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.inspector.note_card import NoteCard
from restitch_app.ui.main_window import MainWindow
from tests.ui.hands import Hands

Key = Qt.Key


def current(window: MainWindow, index: int) -> Version:
    found = window.state.current(index)
    assert found is not None
    return found


def write(hands: Hands, name: str, text: str) -> None:
    field = hands.find(name)
    assert isinstance(field, QLineEdit)
    field.clear()
    QTest.keyClicks(field, text)
    hands.press_on(field, Key.Key_Return)


def shown(window: QWidget, name: str) -> str:
    found = window.findChild(QLabel, name)
    assert found is not None
    return found.text()


def test_w_marks_what_needs_work_and_takes_it_back(hands: Hands, window: MainWindow) -> None:
    hands.click_tile(1)
    hands.press(Key.Key_W)
    hands.wait(lambda: current(window, 1).needs_work)
    undo = window.actions_[Act.UNDO]
    hands.wait(lambda: undo.text() == "Undo Needs work: v1 of segment 2")
    hands.press(Key.Key_W)
    hands.wait(lambda: not current(window, 1).needs_work)
    hands.control(Key.Key_Z)
    hands.wait(lambda: current(window, 1).needs_work)
    hands.press(Key.Key_A)
    hands.wait(lambda: current(window, 1).is_approved)
    assert not current(window, 1).needs_work


def test_why_it_needs_work_is_asked_and_told(hands: Hands, window: MainWindow) -> None:
    hands.click_tile(1)
    hands.wait(lambda: shown(window, "segment_title") == "Segment 2")
    window.actions_[Act.NEEDS_WORK_REASON].trigger()
    write(hands, "work_reason", "the hand melts")
    hands.wait(lambda: current(window, 1).work_reason == "the hand melts")
    hands.wait(lambda: shown(window, "judged").startswith("the hand melts · "))


def test_the_scene_is_renamed_in_its_title_and_bad_names_are_refused(
    hands: Hands, window: MainWindow
) -> None:
    title = hands.find("scene_title")
    before = shown(window, "scene_title")
    QTest.mouseDClick(title, Qt.MouseButton.LeftButton)
    write(hands, "scene_name", "Harbour at dawn")
    hands.wait(lambda: shown(window, "scene_title") == "Harbour at dawn")
    window.actions_[Act.RENAME_SCENE].trigger()
    write(hands, "scene_name", "   ")
    hands.wait(lambda: window.notices.worst is not None)
    worst = window.notices.worst
    assert worst is not None
    assert "A scene needs a name" in f"{worst.title} {worst.text}"
    window.actions_[Act.RENAME_SCENE].trigger()
    field = hands.find("scene_name")
    hands.press_on(field, Key.Key_Escape)
    hands.wait(lambda: field.isHidden() and title.isVisible())
    hands.control(Key.Key_Z)
    hands.wait(lambda: shown(window, "scene_title") == before)


def test_a_note_is_written_edited_resolved_removed_and_brought_back(
    hands: Hands, window: MainWindow
) -> None:
    hands.click_tile(1)
    hands.wait(lambda: shown(window, "segment_title") == "Segment 2")
    window.actions_[Act.ADD_NOTE].trigger()
    write(hands, "new_note", "the arm jumps")
    hands.find("go_to_note")
    hands.wait(lambda: shown(window, "note_text") == "the arm jumps")
    window.findChildren(NoteCard)[0].start_editing()
    write(hands, "note_field", "the left arm jumps")
    hands.wait(lambda: told(window) == "the left arm jumps")
    card = window.inspector.segment.notes
    card.resolved.emit(card.findChildren(NoteCard)[-1]._note.id, True)
    undo = window.actions_[Act.UNDO]
    hands.wait(lambda: undo.text().startswith("Undo Resolve the note at segment 2"))
    assert window.inspector.segment.notes.count.text() == "1"
    undo.trigger()
    hands.wait(lambda: undo.text().startswith("Undo Edit the note"))
    undo.trigger()
    hands.wait(lambda: undo.text().startswith("Undo Add the note"))
    hands.wait(lambda: told(window) == "the arm jumps")


def told(window: MainWindow) -> str:
    """What the newest card says."""
    cards = window.inspector.segment.notes.findChildren(NoteCard)
    found = cards[-1].findChild(QLabel, "note_text") if cards else None
    return found.text() if found is not None else ""


def test_with_a_boundary_selected_a_note_is_about_it(hands: Hands, window: MainWindow) -> None:
    hands.click_mark(1)
    hands.wait(lambda: shown(window, "segment_title") == "Segment 2")
    window.actions_[Act.ADD_NOTE].trigger()
    write(hands, "new_note", "jumps here")
    stamp = hands.find("go_to_note")
    assert isinstance(stamp, QPushButton)
    assert stamp.text().startswith("Boundary 2 | 3 · ")
