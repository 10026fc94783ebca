from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from restitch_app.domain.changes import Changes
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.versions import ProjectSettings
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.notices.notices import Notice, Notices, Weight
from restitch_app.ui.pieces.widgets import ElidedLabel
from restitch_app.ui.pieces.wording import duration, segment_list, timecode
from restitch_app.ui.state.filters import Filter
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SMALLEST_WINDOW
from tests.ui.samples import RATE, scene_overview, with_stale

RANGES = {index: FrameRange(index * 81, (index + 1) * 81) for index in range(10)}
QUIET = ProjectSettings("Lake", server_url="http://127.0.0.1:9")


def _show(window: MainWindow, ssims: dict[int, float | None]) -> None:
    window.state.set_scene(scene_overview(ssims=ssims), RANGES, QUIET, Changes(scene=True))


def _button(window: MainWindow, name: str) -> QPushButton:
    found = window.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_boundaries_are_counted_by_class(window: MainWindow) -> None:
    _show(window, {4: 0.75, 6: 0.89, 8: None})
    assert _button(window, "count_visible").text() == "1 visible"
    assert _button(window, "count_borderline").text() == "1 borderline"
    assert _button(window, "count_smooth").text() == "6 smooth"
    assert _button(window, "count_not_checked").accessibleName() == "1 boundary not checked"


def test_clicking_a_count_narrows_the_timeline_down(window: MainWindow) -> None:
    window.actions_.set_has_scene(True)
    _show(window, {1: 0.75, 4: 0.70, 6: 0.89})
    visible, borderline = _button(window, "count_visible"), _button(window, "count_borderline")
    borderline.click()
    assert (window.state.filter, borderline.isChecked()) == (Filter.BORDERLINE, True)
    shown = _button(window, "timeline_filter")
    assert (shown.text(), "Only borderline" in shown.accessibleName()) == ("Borderline", True)
    visited = []
    for _ in range(2):
        window.actions_[Act.NEXT_OPEN].trigger()
        visited.append(window.state.selected_boundary)
    assert visited == [6, 6]
    visible.click()
    assert (borderline.isChecked(), visible.isChecked()) == (False, True)
    visible.click()
    assert (window.state.filter, visible.isChecked()) == (None, False)


def test_a_filter_stays_while_nothing_is_left_of_it(window: MainWindow) -> None:
    window.actions_.set_has_scene(True)
    _show(window, {1: 0.75})
    _button(window, "count_visible").click()
    _show(window, {})
    jump, visible = _button(window, "next_visible_jump"), _button(window, "count_visible")
    assert (jump.text(), jump.isEnabled()) == ("Next shown", False)
    said: list[str] = []
    window.notices.said.connect(lambda saying: said.append(saying.text))
    window.actions_[Act.NEXT_OPEN].trigger()
    assert said == ["Nothing is left of what the timeline shows"]
    visible.click()
    assert window.state.filter is None


def test_n_goes_from_stale_segment_to_stale_segment(window: MainWindow) -> None:
    window.actions_.set_has_scene(True)
    window.state.set_scene(with_stale(scene_overview(), 7), RANGES, QUIET, Changes(scene=True))
    menu = window.findChild(QMenu, "timeline_filter_menu")
    assert isinstance(menu, QMenu)
    next(one for one in menu.actions() if one.text() == "Stale segments").trigger()
    visited = []
    for act in (Act.NEXT_OPEN, Act.NEXT_OPEN, Act.PREVIOUS_OPEN, Act.PREVIOUS_OPEN):
        window.actions_[act].trigger()
        visited.append(window.state.selected_segment)
    assert visited == [7, 8, 7, 9]


def test_next_visible_jump_is_off_when_there_is_none(window: MainWindow) -> None:
    _show(window, {})
    jump = _button(window, "next_visible_jump")
    assert not jump.isEnabled()
    assert jump.toolTip() == "No visible jump is open"
    _show(window, {4: 0.75})
    assert jump.isEnabled()


def test_next_open_goes_to_visible_jumps_then_to_borderline_ones(window: MainWindow) -> None:
    window.actions_.set_has_scene(True)
    _show(window, {2: 0.75, 6: 0.70, 4: 0.89})
    visited = []
    for _ in range(3):
        window.actions_[Act.NEXT_OPEN].trigger()
        visited.append(window.state.selected_boundary)
    window.actions_[Act.PREVIOUS_OPEN].trigger()
    assert visited == [2, 6, 2]
    assert window.state.selected_boundary == 6
    assert window.state.playhead == RANGES[6].stop - 1
    _show(window, {4: 0.89})
    window.actions_[Act.NEXT_OPEN].trigger()
    assert window.state.selected_boundary == 4


def test_words_shorten_in_a_narrow_window(qtbot: QtBot, window: MainWindow) -> None:
    _show(window, {4: 0.75})
    window.header.set_compact(True)
    assert _button(window, "count_visible").text() == "1"
    assert _button(window, "count_visible").accessibleName() == "1 visible jump"


def test_stale_segments_are_told_with_the_way_to_the_boundary(window: MainWindow) -> None:
    window.state.set_scene(with_stale(scene_overview(), 5), RANGES, QUIET, Changes(scene=True))
    text = window.status.findChild(ElidedLabel, "status_text")
    assert isinstance(text, ElidedLabel)
    assert (
        text.accessibleName() == "Segments 6–10 are stale: segment 5 now ends on a different frame."
    )
    link = _button(window, "status_link")
    assert link.text() == "Inspect boundary 5 | 6"
    link.click()
    assert window.state.selected_boundary == 4


def test_the_worst_notice_is_the_banner() -> None:
    notices = Notices()
    notices.show(Notice("a", Weight.WARNING, "A"))
    notices.show(Notice("b", Weight.ERROR, "B"))
    notices.show(Notice("c", Weight.WARNING, "C"))
    assert notices.worst is not None
    assert notices.worst.key == "b"
    notices.solve("b")
    assert notices.worst.key == "c"
    notices.solve_of_project()
    assert notices.worst is None


def test_a_mistake_of_our_own_is_told_without_a_traceback() -> None:
    notices = Notices()
    notices.fail(KeyError("12"), "Exporting the scene")
    assert notices.worst is not None
    assert notices.worst.title == "Exporting the scene did not work."
    assert "KeyError" in notices.worst.text


@pytest.mark.parametrize(
    ("indices", "text"),
    [((5,), "Segment 6"), ((5, 6, 7), "Segments 6–8"), ((1, 5, 6), "Segments 2, 6–7")],
)
def test_segments_are_listed_as_people_count(indices: tuple[int, ...], text: str) -> None:
    assert segment_list(indices) == text


def test_times_are_written_as_the_reference_says() -> None:
    assert timecode(401, RATE) == "00:00:25:01"
    assert duration(124.4) == "2:04"
    assert duration(3724) == "1:02:04"


def test_the_menu_names_what_it_does(window: MainWindow) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles[0] == "&File"
    assert titles[-1] == "&Help"
    assert any("Playback" in title.replace("&", "") for title in titles)


def test_choosing_a_theme_is_remembered(window: MainWindow) -> None:
    window.actions_[Act.THEME_LIGHT].trigger()
    assert window.context.theme.tokens.is_dark is False
    window.actions_[Act.THEME_DARK].trigger()
    assert window.context.theme.tokens.is_dark is True


def test_f6_goes_from_panel_to_panel(qtbot: QtBot, window: MainWindow) -> None:
    _show(window, {})
    window._show_project(True)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.viewer.setFocus(Qt.FocusReason.OtherFocusReason)
    visited = []
    for _ in range(3):
        window.actions_[Act.NEXT_PANEL].trigger()
        visited.append(window.focusWidget())
    for panel, widget in zip(
        (window.inspector, window.timeline, window.jobs), visited, strict=True
    ):
        assert panel.isAncestorOf(widget)


def test_in_large_text_and_a_small_window_the_servers_icon_tells_alone(
    qtbot: QtBot, window: MainWindow, theme: Theme
) -> None:
    """The longest words of a header are those of other languages."""
    _show(window, {4: 0.75})
    server, word = window.findChild(QToolButton, "server"), window.findChild(QLabel, "server_word")
    assert isinstance(server, QToolButton)
    assert isinstance(word, QLabel)
    assert not word.isHidden()
    theme.set_text_percent(150)
    try:
        window.resize(*SMALLEST_WINDOW)
        qtbot.waitUntil(word.isHidden)
        assert word.text() in server.accessibleName()
        assert word.text() in server.toolTip() or server.toolTip().startswith("http")
    finally:
        theme.set_text_percent(100)
    qtbot.waitUntil(lambda: not word.isHidden())
