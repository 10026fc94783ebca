"""What the viewer does for a reviewer's mouse and keys, read from the screen and the state."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from restitch_app.domain.joins import Join, Patch, Treatment
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.state.review_state import CompareMode
from restitch_app.ui.viewer.looping import LoopReach
from restitch_app.ui.viewer.place import Place
from restitch_app.ui.viewer.strip import FrameStrip
from tests.clips import numbered_clip
from tests.ui.viewer.review import FRAMES, OTHER, SEGMENTS, Review, painted_numbers, pixels_of

A_AT_0, B_AT_0 = 100, 100 + OTHER


def button(review: Review, name: str) -> QPushButton:
    found = review.viewer.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def press(review: Review, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    review.window.activateWindow()
    review.viewer.canvas.setFocus()
    QTest.keyClick(review.viewer.canvas, key, modifier or Qt.KeyboardModifier.NoModifier)


def settle(qtbot: QtBot, review: Review) -> None:
    qtbot.waitUntil(lambda: review.viewer.canvas.shown_frame == review.state.playhead)


# comparing


def test_a_segment_with_two_versions_shows_the_previous_beside_the_newest(
    comparing: Review,
) -> None:
    assert comparing.state.mode is CompareMode.SIDE_BY_SIDE
    assert painted_numbers(comparing.viewer) == [A_AT_0, B_AT_0]
    assert button(comparing, "pick_a").text().strip() == "v1 previous"
    assert button(comparing, "pick_b").text().strip() == "v2 new"


def test_a_segment_with_one_version_offers_nothing_but_single(
    qtbot: QtBot, comparing: Review
) -> None:
    comparing.state.select_segment(0)
    qtbot.waitUntil(lambda: comparing.viewer.mode is CompareMode.SINGLE)
    offered = [m for m in CompareMode if button(comparing, f"mode_{m.value}").isEnabled()]
    assert offered == [CompareMode.SINGLE]
    assert button(comparing, "mode_wipe").toolTip()
    comparing.state.select_segment(1)
    qtbot.waitUntil(lambda: comparing.viewer.mode is CompareMode.SIDE_BY_SIDE)


@pytest.mark.parametrize(
    ("key", "mode"),
    list(zip("12345", CompareMode, strict=True)),
    ids=[m.value for m in CompareMode],
)
def test_figures_choose_the_mode(
    qtbot: QtBot, comparing: Review, key: str, mode: CompareMode
) -> None:
    comparing.viewer.set_mode(CompareMode.TOGGLE)
    press(comparing, Qt.Key(ord(key)))
    assert comparing.viewer.mode is mode
    assert button(comparing, f"mode_{mode.value}").isChecked()
    assert comparing.actions[Act(mode.value)].isChecked()
    settle(qtbot, comparing)


def test_swapping_changes_the_pictures_and_the_names(qtbot: QtBot, comparing: Review) -> None:
    press(comparing, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: painted_numbers(comparing.viewer) == [B_AT_0, A_AT_0])
    assert button(comparing, "pick_a").text().strip() == "v2 new"


def test_backtick_flips_a_and_b_in_place(qtbot: QtBot, comparing: Review) -> None:
    press(comparing, Qt.Key.Key_QuoteLeft)
    assert comparing.viewer.mode is CompareMode.TOGGLE
    assert painted_numbers(comparing.viewer) == [A_AT_0]
    before = comparing.viewer.canvas.panels()
    press(comparing, Qt.Key.Key_QuoteLeft)
    assert painted_numbers(comparing.viewer) == [B_AT_0]
    assert comparing.viewer.canvas.panels() == before


def test_the_wipe_line_is_dragged_and_centred_by_a_double_click(
    qtbot: QtBot, comparing: Review
) -> None:
    comparing.viewer.set_mode(CompareMode.WIPE)
    canvas = comparing.viewer.canvas
    visible = canvas.panels()[0].visible
    middle = visible.center().toPoint()
    target = QPoint(round(visible.left() + visible.width() * 0.25), middle.y())
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(canvas, target)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=target)
    assert canvas.wipe == pytest.approx(0.25, abs=0.01)
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=target)
    assert canvas.wipe == 0.5


def test_a_is_left_of_the_wipe_line_and_b_right_of_it(comparing: Review) -> None:
    canvas = comparing.viewer.canvas
    comparing.viewer.set_mode(CompareMode.WIPE)  # lays out: the frame strip is gone
    wiped = pixels_of(canvas.grab().toImage())
    comparing.viewer.set_mode(CompareMode.TOGGLE)
    a = pixels_of(canvas.grab().toImage())
    canvas.flip()
    b = pixels_of(canvas.grab().toImage())
    box = canvas.panels()[0].visible.toRect()
    rows = slice(box.top() + 4, box.center().y() - 30)
    left, right = (
        slice(box.left(), box.center().x() - 20),
        slice(box.center().x() + 20, box.right()),
    )
    assert np.array_equal(wiped[rows, left], a[rows, left])
    assert np.array_equal(wiped[rows, right], b[rows, right])
    assert not np.array_equal(a[rows, left], b[rows, left])


@pytest.mark.parametrize("mode", [CompareMode.WIPE, CompareMode.DIFFERENCE])
def test_both_names_stand_above_a_picture_that_shows_both(
    comparing: Review, mode: CompareMode
) -> None:
    canvas = comparing.viewer.canvas
    comparing.viewer.set_mode(mode)
    label = canvas.panels()[0].label.toRect()
    screen = pixels_of(canvas.grab().toImage())[label.top() : label.bottom()]
    chips = [
        screen[:, label.left() + 2 : label.left() + 16],
        screen[:, label.right() - 16 :][:, :14],
    ]
    for chip, channel in zip(chips, (0, 2), strict=True):  # light grey; blue
        assert (chip[..., channel] > 190).mean() > 0.3


def test_the_difference_of_a_version_with_itself_is_black_and_gain_stretches_it(
    qtbot: QtBot, comparing: Review
) -> None:
    viewer = comparing.viewer
    viewer.set_mode(CompareMode.DIFFERENCE)
    settle(qtbot, comparing)
    box = viewer.canvas.panels()[0].visible.toRect()
    means = []
    for gain in (1, 4):
        viewer.canvas.set_gain(gain)
        screen = pixels_of(viewer.canvas.grab().toImage())
        means.append(screen[box.top() : box.bottom(), box.left() : box.right()].mean())
    assert means[1] > 1.2 * means[0] > 0
    comparing.state.set_playhead(3)  # outside the segment both views are the scene
    settle(qtbot, comparing)
    screen = pixels_of(viewer.canvas.grab().toImage())
    assert screen[box.top() + 1 : box.bottom(), box.left() + 1 : box.right()].max() == 0


def test_a_candidate_is_told_above_the_players_and_can_be_used(
    qtbot: QtBot, comparing: Review
) -> None:
    assert comparing.viewer.line.isVisible()
    with qtbot.waitSignal(comparing.viewer.use_asked) as asked:
        QTest.mouseClick(button(comparing, "use_candidate"), Qt.MouseButton.LeftButton)
    assert asked.args == [comparing.state.compare[1]]
    comparing.state.select_segment(0)
    qtbot.waitUntil(lambda: not comparing.viewer.line.isVisible())


# moving


def test_arrows_home_and_end_move_the_playhead(qtbot: QtBot, review: Review) -> None:
    last = FRAMES * SEGMENTS - 1
    shift = Qt.KeyboardModifier.ShiftModifier
    seen = []
    for key, modifier in (
        (Qt.Key.Key_Right, None),
        (Qt.Key.Key_Right, shift),
        (Qt.Key.Key_Left, None),
        (Qt.Key.Key_End, None),
        (Qt.Key.Key_Left, shift),
        (Qt.Key.Key_Home, None),
    ):
        press(review, key, modifier)
        seen.append(review.state.playhead)
    assert seen == [1, 11, 10, last, last - 10, 0]
    settle(qtbot, review)


def test_boundaries_are_gone_to_and_selected(review: Review) -> None:
    press(review, Qt.Key.Key_PageDown)
    assert (review.state.playhead, review.state.selected_boundary) == (FRAMES, 0)
    press(review, Qt.Key.Key_BracketRight)
    assert (review.state.playhead, review.state.selected_boundary) == (2 * FRAMES, 1)
    press(review, Qt.Key.Key_PageUp)
    assert (review.state.playhead, review.state.selected_boundary) == (FRAMES, 0)


def test_space_plays_and_pauses_and_the_icon_says_what_a_click_does(
    qtbot: QtBot, review: Review
) -> None:
    press(review, Qt.Key.Key_Space)
    assert review.viewer.player.direction == 1
    assert button(review, "play").accessibleName() == "Pause"
    qtbot.waitUntil(lambda: review.state.playhead >= 3)
    press(review, Qt.Key.Key_Space)
    assert review.viewer.player.direction == 0
    assert button(review, "play").accessibleName() == "Play"


def test_l_again_is_faster_j_turns_round_and_k_stops(review: Review) -> None:
    player = review.viewer.player
    review.state.set_playhead(30)
    seen = []
    for key in (Qt.Key.Key_L, Qt.Key.Key_L, Qt.Key.Key_L, Qt.Key.Key_J, Qt.Key.Key_K):
        press(review, key)
        seen.append((player.direction, player.factor))
    assert seen == [(1, 1), (1, 2), (1, 4), (-1, 1), (0, 1)]


def test_k_held_makes_l_and_j_steps(review: Review) -> None:
    review.window.activateWindow()
    canvas = review.viewer.canvas
    canvas.setFocus()
    QTest.keyPress(canvas, Qt.Key.Key_K)
    QTest.keyClick(canvas, Qt.Key.Key_L)
    QTest.keyClick(canvas, Qt.Key.Key_L)
    QTest.keyClick(canvas, Qt.Key.Key_J)
    assert review.state.playhead == 1
    assert review.viewer.player.direction == 0
    QTest.keyRelease(canvas, Qt.Key.Key_K)
    QTest.keyClick(canvas, Qt.Key.Key_L)
    assert review.viewer.player.direction == 1
    review.viewer.player.pause()


def test_playback_stops_at_the_end_and_starts_over_from_there(qtbot: QtBot, review: Review) -> None:
    last = FRAMES * SEGMENTS - 1
    review.viewer.go_to(last - 2)
    settle(qtbot, review)
    review.viewer.play_pause()
    qtbot.waitUntil(lambda: not review.viewer.player.is_playing)
    assert review.state.playhead == last
    with qtbot.waitSignal(review.viewer.player.shown) as shown:
        review.viewer.play_pause()
    assert shown.args is not None
    assert shown.args[0].frame == 0
    review.viewer.player.pause()


def test_a_loop_keeps_to_its_frames_around_the_boundary(qtbot: QtBot, review: Review) -> None:
    review.viewer.set_reach(LoopReach.SIX)
    review.viewer.set_speed(Fraction(2))
    review.viewer.go_to(FRAMES)
    press(review, Qt.Key.Key_P)
    assert button(review, "loop").isChecked()
    seen: list[int] = []
    review.viewer.player.shown.connect(lambda shown: seen.append(shown.frame))
    review.viewer.play_pause()
    qtbot.waitUntil(lambda: len(seen) > 20)
    review.viewer.player.pause()
    press(review, Qt.Key.Key_P)
    assert review.viewer.player.loop is None
    assert {min(seen), max(seen)} <= set(range(FRAMES - 6, FRAMES + 6))
    assert any(later < earlier for earlier, later in pairwise(seen))


def test_the_place_counts_from_one_in_scene_and_segment(qtbot: QtBot, review: Review) -> None:
    review.viewer.go_to(FRAMES + 1)
    place = review.viewer.transport.findChild(Place)
    assert isinstance(place, Place)
    text = place.text
    assert text.startswith("00:00:01:09")
    assert f"Frame  {FRAMES + 2}  of {FRAMES * SEGMENTS}" in text
    assert f"Segment 2 · 2 of {FRAMES}" in text
    settle(qtbot, review)


def test_the_strip_goes_to_the_frame_that_is_clicked(qtbot: QtBot, comparing: Review) -> None:
    strip = comparing.viewer.strip
    assert strip.isVisible()
    comparing.viewer.go_to(FRAMES - 2)
    assert list(strip.frames) == list(range(FRAMES - 6, FRAMES + 6))
    told = f"Frames {FRAMES - 5} to {FRAMES + 6} around boundary 1 | 2"
    assert strip.accessibleName() == told
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip._box(FRAMES + 3).center())
    assert comparing.state.playhead == FRAMES + 3
    settle(qtbot, comparing)


@pytest.mark.parametrize("height", [880, 960])
def test_the_strip_hides_in_low_windows_and_other_modes(comparing: Review, height: int) -> None:
    strip = comparing.viewer.findChild(FrameStrip)
    assert isinstance(strip, FrameStrip)
    comparing.window.resize(1600, height)
    assert strip.isVisible() == (height >= 900)
    comparing.viewer.set_mode(CompareMode.WIPE)
    assert not strip.isVisible()


# what the scene holds


def test_treated_frames_are_shown_as_they_will_be_exported(qtbot: QtBot, review: Review) -> None:
    project = review.bench.project
    left, right, _ = project.store.versions.current(project.scene().id)
    numbered_clip(project.path("media/patches/p.mkv"), range(600, 604), codec="ffv1")
    patch = Patch("media/patches/p.mkv", left_frames=2, right_frames=2)
    known = project.store.joins.get(left.id, right.id) or Join(left.id, right.id, None)
    treated = replace(known, treatment=Treatment("blend", trim_left=1, patch=patch))
    project.store.joins.save(treated, "test")
    review.reload()
    for frame in range(FRAMES - 5, FRAMES + 4):
        review.viewer.go_to(frame)
        settle(qtbot, review)
        numbers = [*range(FRAMES - 3), 600, 601, 602, 603, *range(102, 100 + FRAMES)]
        assert painted_numbers(review.viewer) == [numbers[frame]]


def test_a_clip_that_is_gone_is_told_in_the_player_and_the_other_still_shows(
    qtbot: QtBot, comparing: Review
) -> None:
    other = comparing.bench.versions.history(comparing.bench.project.scene(), 1)[0]
    comparing.session.closing.emit()
    comparing.bench.project.path(other.file).unlink()
    comparing.session.opened.emit()
    qtbot.waitUntil(lambda: len(comparing.viewer.canvas.panels()) == 2)
    settle(qtbot, comparing)
    assert painted_numbers(comparing.viewer) == [A_AT_0, 0]  # the dark of the message's ground
    before, after = comparing.viewer.canvas.look.captions
    assert (before.startswith("Frame 1 of "), after) == (True, "Frame 1 missing")
    screen = pixels_of(comparing.viewer.canvas.grab().toImage())
    right = comparing.viewer.canvas.panels()[1].visible.toRect()
    message = screen[right.top() : right.bottom(), right.left() : right.right()]
    assert 0 < (message > 150).mean() < 0.2
    comparing.viewer.set_mode(CompareMode.TOGGLE)
    assert painted_numbers(comparing.viewer) == [A_AT_0]


def test_one_to_one_shows_picture_pixels_and_fit_the_whole_picture(comparing: Review) -> None:
    canvas = comparing.viewer.canvas
    canvas.set_scale(1.0)
    assert canvas.panels()[0].picture.width() == 192
    canvas.set_scale(20.0)
    panel = canvas.panels()[0]
    assert panel.picture.width() > panel.visible.width()
    press(comparing, Qt.Key.Key_Z)
    assert canvas.panels()[0].picture == canvas.panels()[0].visible


def test_closing_the_project_clears_the_canvas(comparing: Review) -> None:
    comparing.session.closing.emit()
    assert comparing.viewer.canvas.shown_frame is None
