from __future__ import annotations

from fractions import Fraction

import pytest
from pytestqt.qtbot import QtBot

from restitch_app.domain.changes import Changes
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.versions import ProjectSettings
from restitch_app.services.project.overview import SceneOverview
from restitch_app.ui.state.review_state import CompareMode, ReviewState
from tests.ui.samples import scene_overview

SETTINGS = ProjectSettings("Lake")


def _state(overview: SceneOverview | None = None) -> ReviewState:
    state = ReviewState()
    overview = overview or scene_overview(segments=3, frames_each=10)
    ranges = {0: FrameRange(0, 10), 1: FrameRange(10, 20), 2: FrameRange(20, 30)}
    state.set_scene(overview, ranges, SETTINGS, Changes())
    return state


def _chosen(state: ReviewState) -> tuple[int, ...]:
    return state.selected_segments


def test_a_new_scene_starts_at_its_first_segment(qtbot: QtBot) -> None:
    state = ReviewState()
    overview = scene_overview(segments=3, frames_each=10)
    heard: list[Changes] = []
    state.scene_changed.connect(heard.append)
    with qtbot.waitSignals([state.scene_changed, state.selection_changed]):
        state.set_scene(overview, {}, SETTINGS, Changes(jobs=True))
    assert heard == [Changes(jobs=True, scene=True)]
    assert (state.selected_segment, state.selected_boundary, state.playhead) == (0, None, 0)
    assert overview.seconds == Fraction(30, 16)


def test_selecting_a_boundary_lets_go_of_the_segment(qtbot: QtBot) -> None:
    state = _state()
    with qtbot.waitSignal(state.selection_changed):
        state.select_boundary(1)
    assert (state.selected_segment, state.selected_boundary) == (None, 1)
    assert state.focused_segment == 1
    with qtbot.assertNotEmitted(state.selection_changed):
        state.select_boundary(1)


def test_what_is_not_in_the_scene_cannot_be_selected() -> None:
    state = _state()
    with pytest.raises(IndexError):
        state.select_segment(3)
    with pytest.raises(IndexError):
        state.select_boundary(2)


@pytest.mark.parametrize(("wanted", "got"), [(-5, 0), (29, 29), (30, 29), (12, 12)])
def test_the_playhead_stays_inside_the_scene(wanted: int, got: int) -> None:
    state = _state()
    state.set_playhead(5)
    state.set_playhead(wanted)
    assert state.playhead == got


def test_a_shorter_scene_pulls_playhead_and_selection_in(qtbot: QtBot) -> None:
    state = _state()
    state.select_segment(2)
    state.set_playhead(29)
    shorter = scene_overview(segments=2, frames_each=10)
    with qtbot.waitSignals([state.selection_changed, state.playhead_moved]):
        state.set_scene(shorter, {0: FrameRange(0, 10), 1: FrameRange(10, 20)}, SETTINGS, Changes())
    assert (state.selected_segment, state.playhead) == (1, 19)


def test_the_playing_segment_follows_the_ranges() -> None:
    state = _state()
    assert [state.segment_at(frame) for frame in (0, 9, 10, 29, 30)] == [0, 0, 1, 2, None]


def test_mode_and_comparison_speak_only_of_changes(qtbot: QtBot) -> None:
    state = _state()
    with qtbot.waitSignal(state.mode_changed):
        state.set_mode(CompareMode.WIPE)
    with qtbot.assertNotEmitted(state.mode_changed):
        state.set_mode(CompareMode.WIPE)
    with qtbot.waitSignal(state.compare_changed):
        state.set_compare(1, 2)
    with qtbot.assertNotEmitted(state.compare_changed):
        state.set_compare(1, 2)


def test_several_segments_are_selected_together(qtbot: QtBot) -> None:
    state = _state()
    state.toggle_segment(2)
    assert (_chosen(state), state.selected_segment) == ((0, 2), 2)
    state.toggle_segment(2)
    assert (_chosen(state), state.several) == ((0,), frozenset())
    with qtbot.assertNotEmitted(state.selection_changed):
        state.toggle_segment(0)  # the last one stays
    state.select_all()
    assert (_chosen(state), state.selected_segment) == ((0, 1, 2), 0)
    assert state.let_go_of_several()
    assert _chosen(state) == (0,)
    assert not state.let_go_of_several()


def test_a_selection_is_extended_from_where_it_began() -> None:
    state = _state()
    state.select_segment(1)
    state.extend_to(2)
    assert (_chosen(state), state.selected_segment) == ((1, 2), 2)
    state.extend_to(-1)
    assert (_chosen(state), state.selected_segment) == ((0, 1), 0)
    state.extend_to(1)
    assert _chosen(state) == (1,)
    state.select_boundary(1)
    state.extend_to(99)
    assert (_chosen(state), state.selected_boundary) == ((1, 2), None)


def test_selecting_one_thing_lets_go_of_several() -> None:
    state = _state()
    state.select_all()
    state.select_segment(1)
    assert _chosen(state) == (1,)
    state.select_all()
    state.select_boundary(0)
    assert _chosen(state) == ()


def test_several_stay_selected_while_the_scene_changes_and_shrinks() -> None:
    state = _state()
    state.extend_to(2)
    state.set_scene(scene_overview(3, 10), {}, SETTINGS, Changes(segments=frozenset({1})))
    assert _chosen(state) == (0, 1, 2)
    state.set_scene(scene_overview(2, 10), {}, SETTINGS, Changes())
    assert _chosen(state) == (0, 1)
