from __future__ import annotations

import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QImage,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSlider, QToolTip
from pytestqt.qtbot import QtBot

from restitch_app.domain.boundaries import PlainSsim
from restitch_app.domain.changes import Changes
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.jobs import JobState
from restitch_app.domain.versions import ProjectSettings
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.damage.damage import Damage
from restitch_app.ui.state.filters import Filter
from restitch_app.ui.theme.theme import ThemeChoice
from restitch_app.ui.theme.tokens import DARK, LIGHT
from restitch_app.ui.timeline.layout import Segment
from tests.ui.samples import job, scene_overview, with_stale
from tests.ui.timeline.conftest import Desk
from tests.ui.timeline.scenes import ranges_of

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def shown(desk: Desk) -> Desk:
    desk.show(scene_overview(10, ssims={4: 0.75, 7: 0.89}))
    return desk


def painted(desk: Desk) -> QImage:
    return desk.view.grab().toImage()


def chosen(desk: Desk) -> tuple[int, ...]:
    return desk.state.selected_segments


def wheel(desk: Desk, at: QPoint, steps: float, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(desk.view.mapToGlobal(at)),
        QPoint(),
        QPoint(0, round(120 * steps)),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(desk.view, event)


# mouse


def test_clicking_a_tile_selects_its_segment(shown: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(shown.view, LEFT, pos=shown.tile(6))
    assert (shown.state.selected_segment, shown.state.selected_boundary) == (6, None)


def test_clicking_a_mark_selects_its_boundary(shown: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(shown.view, LEFT, pos=shown.mark(4) + QPoint(13, 13))
    assert (shown.state.selected_segment, shown.state.selected_boundary) == (None, 4)


def test_clicking_beside_the_scene_changes_nothing(shown: Desk, qtbot: QtBot) -> None:
    shown.state.select_segment(3)
    qtbot.mouseClick(shown.view, LEFT, pos=QPoint(20, 100))
    assert shown.state.selected_segment == 3


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_clicking_with_ctrl_and_shift_selects_several(shown: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(shown.view, LEFT, pos=shown.tile(2))
    qtbot.mouseClick(shown.view, LEFT, CTRL, shown.tile(6))
    assert chosen(shown) == (2, 6)
    qtbot.mouseClick(shown.view, LEFT, SHIFT, shown.tile(8))
    assert chosen(shown) == (6, 7, 8)
    qtbot.mouseClick(shown.view, LEFT, CTRL, shown.tile(7))
    assert chosen(shown) == (6, 8)
    qtbot.mouseClick(shown.view, LEFT, pos=shown.tile(6))
    assert chosen(shown) == (6,)


def test_keys_select_several(shown: Desk, qtbot: QtBot) -> None:
    shown.view.setFocus()
    shown.state.select_segment(3)
    qtbot.keyClick(shown.view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(shown.view, Qt.Key.Key_Down, SHIFT)
    assert chosen(shown) == (3, 4, 5)
    qtbot.keyClick(shown.view, Qt.Key.Key_Home, SHIFT)
    assert chosen(shown) == (0, 1, 2, 3)
    qtbot.keyClick(shown.view, Qt.Key.Key_A, CTRL)
    assert len(chosen(shown)) == 10


def test_a_context_menu_keeps_several_selected(shown: Desk) -> None:
    shown.state.extend_to(4)
    inside = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, shown.tile(2), QPoint())
    QApplication.sendEvent(shown.view, inside)
    assert len(shown.state.several) == 5
    beside = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, shown.tile(8), QPoint())
    QApplication.sendEvent(shown.view, beside)
    assert chosen(shown) == (8,)


def test_several_look_and_are_named_as_selected(shown: Desk) -> None:
    shown.state.select_segment(3)
    shown.view.grab()
    shown.state.extend_to(5)
    image, layout = painted(shown), shown.view.layout_now()
    for index, ground in ((3, DARK.selection), (4, DARK.selection), (6, DARK.tile)):
        rect = layout.tile_rect(index)
        assert image.pixelColor(round(rect.center().x()), round(rect.top()) + 3) == QColor(ground)
    assert shown.view.accessibleName().startswith("Timeline: 3 segments selected, Segment 6")
    shown.show(scene_overview(1000))
    shown.state.select_all()
    image = painted(shown)
    y = round(shown.view.layout_now().segments.top())
    assert image.pixelColor(800, y) == QColor(DARK.accent)


def test_double_click_opens_versions_or_boundary(shown: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.panel.versions_opened) as versions:
        qtbot.mouseDClick(shown.view, LEFT, pos=shown.tile(6))
    with qtbot.waitSignal(shown.panel.boundary_opened) as boundary:
        qtbot.mouseDClick(shown.view, LEFT, pos=shown.mark(4))
    assert (versions.args, boundary.args) == ([6], [4])


def test_pressing_and_dragging_the_ruler_scrubs(shown: Desk, qtbot: QtBot) -> None:
    qtbot.mousePress(shown.view, LEFT, pos=shown.ruler(402))
    assert shown.state.playhead == 402
    qtbot.mouseMove(shown.view, shown.ruler(500) + QPoint(0, 90))
    assert shown.state.playhead == 500
    qtbot.mouseMove(shown.view, QPoint(-40, 6))
    assert shown.state.playhead == 0
    qtbot.mouseRelease(shown.view, LEFT, pos=QPoint(-40, 6))
    qtbot.mouseMove(shown.view, shown.ruler(300))
    assert shown.state.playhead == 0


def test_a_context_menu_is_asked_for_what_lies_under_the_pointer(shown: Desk, qtbot: QtBot) -> None:
    for at, expected in ((shown.tile(6), ["segment", 6]), (shown.mark(4), ["boundary", 4])):
        where = shown.view.mapToGlobal(at)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, where)
        with qtbot.waitSignal(shown.panel.context_menu_asked) as asked:
            QApplication.sendEvent(shown.view, event)
        assert asked.args == [*expected, where]
    assert shown.state.selected_boundary == 4


def test_beside_tiles_and_marks_the_menu_is_that_of_the_moment(shown: Desk, qtbot: QtBot) -> None:
    shown.state.set_playhead(7)
    for at, frame in ((shown.ruler(402), 402), (QPoint(20, 100), 7)):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, QPoint())
        with qtbot.waitSignal(shown.panel.context_menu_asked) as asked:
            QApplication.sendEvent(shown.view, event)
        assert asked.args == ["time", frame, QPoint()]


def test_the_menu_key_asks_for_the_selection(shown: Desk, qtbot: QtBot) -> None:
    shown.state.select_boundary(7)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    with qtbot.waitSignal(shown.panel.context_menu_asked) as asked:
        QApplication.sendEvent(shown.view, event)
    assert asked.args == ["boundary", 7, shown.view.mapToGlobal(shown.mark(7))]


def test_a_tooltip_names_the_item(shown: Desk) -> None:
    at = shown.mark(4)
    help_event = QHelpEvent(QEvent.Type.ToolTip, at, shown.view.mapToGlobal(at))
    QApplication.sendEvent(shown.view, help_event)
    name, advice = QToolTip.text().splitlines()
    assert name == "Boundary 5 to 6, visible jump, SSIM 0.75, normal here 0.94–0.98"
    assert advice == "Double-click to inspect and smooth it."
    QToolTip.hideText()


# zoom and scroll


def test_fit_is_the_start_and_the_least(shown: Desk) -> None:
    assert shown.view.zoom == 1
    shown.view.zoom_out()
    assert shown.view.zoom == 1


@pytest.mark.parametrize(("key", "keys"), [(Qt.Key.Key_Plus, NO_KEYS), (Qt.Key.Key_Equal, NO_KEYS)])
def test_keys_zoom_and_fit(
    shown: Desk, qtbot: QtBot, key: Qt.Key, keys: Qt.KeyboardModifier
) -> None:
    shown.view.setFocus()
    qtbot.keyClick(shown.view, key, keys)
    assert shown.view.zoom == pytest.approx(1.25)
    qtbot.keyClick(shown.view, Qt.Key.Key_Minus)
    assert shown.view.zoom == pytest.approx(1)
    qtbot.keyClick(shown.view, key, keys)
    qtbot.keyClick(shown.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert shown.view.zoom == 1


def test_ctrl_wheel_zooms_around_the_pointer(shown: Desk) -> None:
    at = shown.ruler(402)
    for _ in range(6):
        wheel(shown, at, 1, Qt.KeyboardModifier.ControlModifier)
    assert shown.view.zoom == pytest.approx(1.25**6)
    assert shown.ruler(402).x() == pytest.approx(at.x(), abs=2)


def test_the_wheel_scrolls_to_both_ends_and_no_further(shown: Desk) -> None:
    shown.view.set_zoom(4.0)
    wheel(shown, QPoint(800, 90), -500)
    layout = shown.view.layout_now()
    assert layout.x_of(810) == pytest.approx(1600 - 14)
    wheel(shown, QPoint(800, 90), 500)
    assert shown.view.layout_now().x_of(0) == pytest.approx(108 + 6)


def test_slider_and_button_zoom(shown: Desk, qtbot: QtBot) -> None:
    slider = shown.panel.findChild(QSlider, "timeline_zoom")
    fit = shown.panel.findChild(QPushButton, "timeline_fit")
    assert slider is not None
    assert fit is not None
    slider.setValue(500)
    assert shown.view.zoom == pytest.approx(math.sqrt(shown.view.greatest_zoom))
    shown.view.set_zoom(shown.view.greatest_zoom)
    assert slider.value() == 1000
    qtbot.mouseClick(fit, LEFT)
    assert shown.view.zoom == 1
    assert slider.value() == 0


def test_a_selection_out_of_sight_is_scrolled_to(shown: Desk) -> None:
    shown.view.set_zoom(8.0)
    shown.state.select_segment(9)
    assert 9 in shown.view.layout_now().visible_segments
    shown.state.select_boundary(0)
    rect = shown.view.layout_now().mark_rect(0)
    assert shown.view.layout_now().lane.contains(rect.center())


def test_the_playhead_stays_in_sight_while_playing(shown: Desk) -> None:
    shown.view.set_zoom(8.0)
    for frame in range(0, 810, 3):
        shown.state.set_playhead(frame)
        assert 108 <= shown.view.layout_now().x_of(frame) <= 1600


def test_a_changed_scene_keeps_the_zoom(shown: Desk) -> None:
    shown.view.set_zoom(8.0)
    shown.show(with_stale(scene_overview(10), 5))
    assert shown.view.zoom == 8


# what is painted


def test_the_playhead_is_painted_at_its_frame_and_nowhere_else(shown: Desk) -> None:
    shown.state.set_playhead(200)
    before = round(shown.view.layout_now().x_of(200))
    shown.state.set_playhead(402)
    after = round(shown.view.layout_now().x_of(402))
    image = painted(shown)
    text = QColor(DARK.text)
    assert image.pixelColor(after, 20) == text
    assert image.pixelColor(before, 20) != text


def test_a_visible_jump_has_a_line_and_a_smooth_one_none_of_its_colour(shown: Desk) -> None:
    image, layout = painted(shown), shown.view.layout_now()
    y = round(layout.segments.center().y())
    assert image.pixelColor(round(layout.boundary_x(4)), y) == QColor(DARK.visible)
    assert image.pixelColor(round(layout.boundary_x(2)), y) != QColor(DARK.visible)


def test_the_loop_is_marked_below_the_ruler(shown: Desk) -> None:
    shown.panel.set_loop(FrameRange(393, 417))
    image, layout = painted(shown), shown.view.layout_now()
    y = round(layout.ruler.bottom()) - 2
    assert image.pixelColor(round(layout.x_of(410)), y) == QColor(DARK.accent)
    assert image.pixelColor(round(layout.x_of(430)), y) != QColor(DARK.accent)


def test_what_the_filter_does_not_ask_for_stands_back(shown: Desk) -> None:
    def ground(index: int) -> QColor:
        image, rect = painted(shown), shown.view.layout_now().tile_rect(index)
        return image.pixelColor(round(rect.center().x()), round(rect.top()) + 3)

    def line(left_index: int) -> QColor:
        image, layout = painted(shown), shown.view.layout_now()
        y = round(layout.segments.center().y())
        return image.pixelColor(round(layout.boundary_x(left_index)), y)

    shown.show(with_stale(scene_overview(10, ssims={4: 0.75}), 8))
    assert (ground(3), line(4)) == (QColor(DARK.tile), QColor(DARK.visible))
    shown.state.set_filter(Filter.STALE)
    assert ground(3) != QColor(DARK.tile)
    assert ground(9) == QColor(DARK.tile)
    assert shown.view.accessibleDescription().endswith("narrowed down to 2 of them")
    shown.state.set_filter(Filter.SMOOTH)
    assert ground(3) == QColor(DARK.tile)
    assert line(4) != QColor(DARK.visible)
    shown.state.set_filter(None)
    assert line(4) == QColor(DARK.visible)


def test_a_scene_without_segments_says_so(shown: Desk) -> None:
    before = painted(shown)
    shown.show(scene_overview(0))
    assert painted(shown) != before
    assert shown.view.accessibleDescription() == "No scene"


def test_a_change_of_one_segment_is_painted(shown: Desk) -> None:
    overview = scene_overview(10, ssims={4: 0.75, 7: 0.89})
    painted(shown)
    stale = with_stale(overview, 9)
    changes = Changes(segments=frozenset({9}))
    shown.state.set_scene(stale, ranges_of(stale), ProjectSettings("Test"), changes)
    assert shown.view.name_of(Segment(9)).endswith("stale, seed changed")
    image, rect = painted(shown), shown.view.layout_now().tile_rect(9)
    stripes = {
        image.pixelColor(x, round(rect.top()) + 3).name()
        for x in range(round(rect.left()) + 60, round(rect.left()) + 90)
    }
    assert len(stripes) > 1


def test_a_filter_decides_which_of_crowded_marks_is_drawn(shown: Desk) -> None:
    shown.show(scene_overview(1000, ssims={400: 0.75, 401: 0.89}))
    assert 400 in shown.view.layout_now().marks()
    shown.state.set_filter(Filter.BORDERLINE)
    shown.state.select_segment(0)
    painted(shown)
    assert 401 in shown.view.layout_now().marks()
    assert 400 not in shown.view.layout_now().marks()


def test_a_running_job_fills_its_bar(shown: Desk) -> None:
    shown.show(scene_overview(10), (job(index=7, done=5, total=10),))
    image, rect = painted(shown), shown.view.layout_now().tile_rect(7)
    y = round(rect.bottom()) - 3
    assert image.pixelColor(round(rect.left() + 0.3 * rect.width()), y) == QColor(DARK.accent)
    assert image.pixelColor(round(rect.left() + 0.7 * rect.width()), y) == QColor(DARK.line_strong)


def test_every_state_paints_in_both_themes_and_sizes(shown: Desk, qapp: QApplication) -> None:
    overview = with_stale(scene_overview(10, ssims={0: 0.7, 1: 0.9, 2: None}), 5)
    jobs = (
        job(1, JobState.RUNNING, index=7, done=1, total=9),
        job(2, JobState.QUEUED, index=8),
        job(3, JobState.FAILED, index=9),
    )
    shown.show(overview, jobs)
    shown.panel.set_checking(frozenset({3}))
    shown.panel.set_damage({overview.current[1].id: Damage(38)})
    theme = shown.context.theme
    grounds = []
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        theme.choose(choice)
        for width, zoom in ((1600, 1.0), (1280, 3.0), (700, 1.0)):
            shown.window.resize(width, 179)
            shown.view.set_zoom(zoom)
            qapp.processEvents()
            image = painted(shown)
            assert image.width() == shown.view.width()
        grounds.append(image.pixelColor(3, image.height() - 3))
    assert grounds == [QColor(LIGHT.lane), QColor(DARK.lane)]


def test_a_new_state_is_painted_at_once(shown: Desk) -> None:
    before = painted(shown)
    shown.panel.set_damage({shown.view.scene.versions[1].id: Damage()})
    assert painted(shown) != before
    assert "file is missing" in shown.view.name_of(
        shown.view.layout_now().hit(QPointF(shown.tile(1)))
    )


def test_a_dismissed_failure_leaves_the_tile(shown: Desk) -> None:
    shown.show(scene_overview(10), (job(3, JobState.FAILED, index=9),))
    hit = shown.view.layout_now().hit(QPointF(shown.tile(9)))
    assert "v2 failed" in shown.view.name_of(hit)
    shown.panel.set_put_away(frozenset({3}))
    assert "failed" not in shown.view.name_of(hit)


def test_an_empty_window_paints_its_lanes(desk: Desk) -> None:
    assert painted(desk).pixelColor(800, 100) == QColor(DARK.lane)
    assert desk.view.accessibleName() == "Timeline"
    assert desk.view.accessibleDescription() == "No scene"


# words


def test_the_legend_reads_the_projects_limits(shown: Desk) -> None:
    settings = ProjectSettings("Test", PlainSsim(threshold=0.8, band=0.1))
    overview = scene_overview(10)
    shown.state.set_scene(overview, ranges_of(overview), settings, Changes(scene=True))
    words = [
        label.text()
        for label in shown.panel.findChildren(QLabel)
        if label.objectName().startswith("timeline_legend_")
    ]
    assert words == ["Smooth ≥ 0.90", "Borderline ≥ 0.80", "Visible < 0.80", "Not checked"]


def test_against_the_scenes_motion_the_legend_says_what_is_natural(shown: Desk) -> None:
    texts = {label.objectName(): label for label in shown.panel.findChildren(QLabel)}
    assert texts["timeline_legend_visible"].text() == "Visible jump"
    assert "natural" in texts["timeline_legend_visible"].toolTip()
    assert not texts["timeline_natural"].isVisible()
    shown.panel.header.show_natural((0.94, 0.975))
    assert texts["timeline_natural"].isVisible()
    assert texts["timeline_natural"].text() == "Natural in this scene: SSIM 0.94–0.97"
    shown.panel.header.resize(1000, shown.panel.header.height())
    assert texts["timeline_natural"].text() == "Natural 0.94–0.97"
    assert texts["timeline_natural"].isVisible()
    shown.panel.header.show_limits(PlainSsim())
    assert not texts["timeline_natural"].isVisible()


def test_the_selection_is_told_to_assistive_technology(shown: Desk) -> None:
    shown.state.select_boundary(4)
    assert shown.view.accessibleName() == (
        "Timeline: Boundary 5 to 6, visible jump, SSIM 0.75, normal here 0.94–0.98"
    )
    shown.state.select_segment(4)
    assert shown.view.accessibleName() == (
        "Timeline: Segment 5, version 1, quality 90, frames 325–405"
    )
    assert shown.view.accessibleDescription() == (
        "10 segments, 1 visible jump, 1 borderline, 7 smooth"
    )


def test_a_segment_whose_score_changes_is_told_anew(shown: Desk) -> None:
    shown.state.select_segment(4)
    overview = scene_overview(10)
    current = list(overview.current)
    current[4] = replace(current[4], score=55.0)
    shown.show(replace(overview, current=tuple(current)))
    assert "quality 55" in shown.view.accessibleName()


def test_in_and_out_points_stand_on_the_ruler(shown: Desk) -> None:
    plain = painted(shown)
    first, last = 20, 61
    shown.panel.set_points(first, last)
    layout, image = shown.view.layout_now(), painted(shown)
    middle = round(layout.ruler.center().y())
    accent = QColor(DARK.accent)
    for x in (round(layout.x_of(first)), round(layout.x_of(last + 1)) - 1):
        assert image.pixelColor(x, middle) == accent
        assert plain.pixelColor(x, middle) != accent
    assert shown.view.accessibleDescription().endswith(
        "in point at frame 21, out point at frame 62"
    )
    shown.panel.set_points(None, None)
    assert painted(shown) == plain


def test_the_tooltip_names_the_key_that_fits_the_scene_now(shown: Desk) -> None:
    actions = shown.context.actions
    fit = shown.panel.header.findChild(QPushButton, "timeline_fit")
    assert isinstance(fit, QPushButton)
    assert fit.toolTip() == "Show the whole scene (Shift+Z)"
    actions.bind(actions.bindings.with_key(Act.FIT_TIMELINE, "Ctrl+Alt+F"))
    assert fit.toolTip() == "Show the whole scene (Ctrl+Alt+F)"
