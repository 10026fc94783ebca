"""The Segment and Scene tabs on a real project."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from restitch_app.domain.changes import Changes
from restitch_app.ui.boundary.fixes import BoundaryFixes
from restitch_app.ui.inspector.inspector import BOUNDARY, SCENE, SEGMENT, Inspector
from restitch_app.ui.inspector.quality_rows import Fault
from restitch_app.ui.inspector.work_list import Show
from tests.ui.panels import REDONE, Panels


@pytest.fixture
def inspector(panels: Panels) -> Inspector:
    fixes = BoundaryFixes(panels.context, panels.window)
    made = Inspector(panels.context, fixes)
    panels.show(made, 380, 800)
    return made


@pytest.fixture
def on_redone(qtbot: QtBot, panels: Panels, inspector: Inspector) -> Inspector:
    """The segment with two versions is selected, v1 and v2 are compared."""
    panels.state.select_segment(REDONE)
    history = panels.bench.versions.history(panels.bench.project.scene(), REDONE)
    panels.state.set_compare(history[1].id, history[0].id)
    qtbot.waitUntil(lambda: len(inspector.segment.versions.rows) == 2)
    return inspector


def text(inspector: Inspector, name: str) -> str:
    found = inspector.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def button(inspector: Inspector, name: str) -> QPushButton:
    found = inspector.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_the_heading_names_segment_and_frames(panels: Panels, on_redone: Inspector) -> None:
    frames = panels.state.ranges[REDONE]
    assert text(on_redone, "segment_title") == "Segment 2"
    shown = on_redone.segment.head._facts.accessibleName()
    assert shown.startswith(f"Frames {frames.start + 1}–{frames.stop} · ")


def test_versions_come_newest_first_with_their_badges(on_redone: Inspector) -> None:
    newest, oldest = on_redone.segment.versions.rows
    assert newest.accessibleName() == "Version 2, new, Current"
    assert oldest.accessibleName() == "Version 1, previous"
    assert (newest.a.isChecked(), newest.b.isChecked()) == (False, True)
    assert (oldest.a.isChecked(), oldest.b.isChecked()) == (True, False)


def test_a_and_b_change_places_when_one_is_put_where_the_other_is(
    qtbot: QtBot, panels: Panels, on_redone: Inspector
) -> None:
    newest, oldest = on_redone.segment.versions.rows
    qtbot.mouseClick(newest.a, Qt.MouseButton.LeftButton)
    assert panels.state.compare == (newest.version.id, oldest.version.id)
    qtbot.mouseClick(newest.a, Qt.MouseButton.LeftButton)
    assert newest.a.isChecked()


def test_buttons_wish_for_what_they_say(qtbot: QtBot, on_redone: Inspector) -> None:
    oldest = on_redone.segment.versions.rows[1].version
    with qtbot.waitSignal(on_redone.approve_asked) as asked:
        button(on_redone, "approve").click()
    assert asked.args == [REDONE]
    assert button(on_redone, "back_to").text() == "Back to v1"
    with qtbot.waitSignal(on_redone.use_asked) as used:
        button(on_redone, "back_to").click()
    assert used.args == [oldest.id]
    with qtbot.waitSignal(on_redone.regenerate_asked) as again:
        button(on_redone, "regenerate").click()
    assert again.args == [REDONE]
    with qtbot.waitSignal(on_redone.needs_work_asked) as poor:
        on_redone.segment.head.needs_work.trigger()
    assert poor.args == [REDONE, ""]


def test_an_approved_segment_says_so_and_offers_to_take_it_back(
    qtbot: QtBot, panels: Panels, on_redone: Inspector
) -> None:
    panels.bench.versions.approve(panels.bench.project.scene(), REDONE)
    head = on_redone.segment.head
    qtbot.waitUntil(lambda: head.approve.text() == "Approved v2")
    assert not head.approve.isEnabled()
    assert head.withdraw.isEnabled()
    with qtbot.waitSignal(on_redone.withdraw_asked):
        head.withdraw.trigger()


def test_a_stale_segment_tells_why(qtbot: QtBot, panels: Panels, inspector: Inspector) -> None:
    head = inspector.segment.head
    for index, words in ((REDONE + 1, "no longer the last frame"), (REDONE + 2, "follows segment")):
        panels.state.select_segment(index)
        title = f"Segment {index + 1}"
        qtbot.waitUntil(partial(_says, head._title, title))
        line, told = head.findChild(QWidget, "stale_line"), head.findChild(QLabel, "stale_words")
        assert line is not None
        assert told is not None
        assert not line.isHidden()
        assert words in told.text()


def test_changed_parameters_are_counted(on_redone: Inspector) -> None:
    assert on_redone.segment.parameters._changed.text() == "2 changed from v1"  # seed and CFG


def test_checks_that_pass_fold_into_one_row_that_opens(on_redone: Inspector) -> None:
    table = on_redone.segment.quality
    fold = button(on_redone, "more_checks")
    closed = table._grid.count()
    fold.click()
    assert table._grid.count() > closed
    assert "show less" in button(on_redone, "more_checks").text()


def test_a_frame_of_a_fault_is_gone_to(qtbot: QtBot, panels: Panels, on_redone: Inspector) -> None:
    table = on_redone.segment.quality
    fault = Fault("Frame 6 is black.", "Black frames show as a blink.", (5,))
    row = replace(table._rows[-1], fault=fault, is_quiet=False)
    table.show_rows([row], ("", "v2"), "")
    link = button(on_redone, "go_to_6")
    assert link.accessibleName() == "Go to frame 6 of the segment"
    qtbot.keyClick(link, Qt.Key.Key_Space)
    assert panels.state.segment_frame(panels.state.playhead) == 5


def test_a_note_hangs_at_the_playhead_and_leads_back_to_it(
    qtbot: QtBot, panels: Panels, on_redone: Inspector
) -> None:
    frames = panels.state.ranges[REDONE]
    panels.state.set_playhead(frames.start + 5)
    on_redone.start_note()
    field = on_redone.segment.notes.field
    assert field.placeholderText() == f"Note at frame {frames.start + 6}"
    qtbot.keyClicks(field, "The arm jumps")
    with qtbot.waitSignal(on_redone.note_asked) as asked:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    (new,) = asked.args
    assert (new.text, new.at_boundary) == ("The arm jumps", False)
    version = panels.bench.overview.version(new.version_id)
    panels.bench.notes.add(version, new.segment_frame, new.text)
    qtbot.waitUntil(lambda: on_redone.findChild(QPushButton, "go_to_note") is not None)
    panels.state.set_playhead(0)
    stamp = button(on_redone, "go_to_note")
    assert stamp.text().startswith(f"Frame {frames.start + 6} · ")
    stamp.click()
    assert panels.state.playhead == frames.start + 5


def test_a_note_outside_the_segment_is_not_lost(
    qtbot: QtBot, panels: Panels, on_redone: Inspector
) -> None:
    panels.state.set_playhead(0)
    field = on_redone.segment.notes.field
    qtbot.keyClicks(field, "elsewhere")
    with qtbot.assertNotEmitted(on_redone.note_asked):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "elsewhere"


def test_the_tab_follows_what_is_selected(panels: Panels, inspector: Inspector) -> None:
    panels.state.select_boundary(REDONE)
    assert inspector.tabs.currentIndex() == BOUNDARY
    panels.state.select_segment(0)
    assert inspector.tabs.currentIndex() == SEGMENT
    inspector.tabs.setCurrentIndex(SCENE)
    panels.state.select_segment(1)
    assert inspector.tabs.currentIndex() == SCENE


def point_button(qtbot: QtBot, inspector: Inspector, number: int) -> QPushButton:
    name = f"open_point_{number}"
    qtbot.waitUntil(lambda: inspector.findChild(QPushButton, name) is not None)
    return button(inspector, name)


def test_the_scene_tab_lists_open_points_and_decisions(
    qtbot: QtBot, panels: Panels, inspector: Inspector
) -> None:
    inspector.tabs.setCurrentIndex(SCENE)
    first = point_button(qtbot, inspector, 0)
    assert first.text().startswith("Boundary 2 | 3: visible jump, SSIM ")
    with qtbot.waitSignal(inspector.boundary_picked) as picked:
        first.click()
    assert picked.args == [REDONE]
    told = inspector.scene._decided.findChildren(QLabel)
    qtbot.waitUntil(
        lambda: any(
            "asked for segment 2 again" in one.text()
            for one in inspector.scene._decided.findChildren(QLabel)
        )
    )
    assert told
    stale = "Segment 3: stale, its seed frame changed"
    assert point_button(qtbot, inspector, 1).text() == stale
    assert inspector.tabs.tabText(SCENE).startswith("Scene · ")


def test_open_points_are_worked_through_by_keys(
    qtbot: QtBot, panels: Panels, inspector: Inspector
) -> None:
    panels.window.activateWindow()
    inspector.tabs.setCurrentIndex(SCENE)
    first = point_button(qtbot, inspector, 0)
    inspector.show_open_points()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_N)
    second = button(inspector, "open_point_1")
    assert second.hasFocus()
    with qtbot.waitSignal(inspector.segment_picked) as picked:
        qtbot.keyClick(second, Qt.Key.Key_Return)
    assert picked.args == [REDONE + 1]
    qtbot.keyClick(second, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    panels.state.show_boundary(REDONE)
    assert inspector.tabs.currentIndex() == SCENE  # the list is not left


def test_open_points_are_narrowed_down(qtbot: QtBot, panels: Panels, inspector: Inspector) -> None:
    inspector.tabs.setCurrentIndex(SCENE)
    point_button(qtbot, inspector, 1)
    work = inspector.scene.work
    work.show_only.setCurrentText(Show.STALE)
    assert button(inspector, "open_point_0").text().startswith("Segment 3: stale")
    work.show_only.setCurrentText(Show.NOTES)
    assert any(one.text() == "Nothing of this kind is open." for one in work.findChildren(QLabel))


def test_a_project_of_another_window_is_only_looked_at(
    qtbot: QtBot, panels: Panels, on_redone: Inspector
) -> None:
    state = panels.state
    state.set_scene(
        state.overview, state.ranges, state.settings, Changes(scene=True), is_read_only=True
    )
    qtbot.waitUntil(lambda: not button(on_redone, "approve").isEnabled())
    assert not button(on_redone, "regenerate").isEnabled()
    assert not on_redone.segment.notes.field.isEnabled()
    assert "decide there" in button(on_redone, "approve").toolTip()


def _says(shown: QLabel, text: str) -> bool:
    return shown.text() == text
