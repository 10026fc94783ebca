from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPointF

from restitch_app.domain.jobs import JobState
from restitch_app.ui.timeline.layout import (
    HIT_PX,
    MARK_SPACING_PX,
    BoundaryAt,
    Detail,
    Layout,
    Ruler,
    Segment,
)
from restitch_app.ui.timeline.scale import TimeScale
from restitch_app.ui.timeline.scene import EMPTY, MarkerRank, TimelineScene
from restitch_app.ui.timeline.status import StatusKind
from tests.ui.samples import job, scene_overview, with_stale
from tests.ui.timeline.scenes import plain_scene, scene_of


def laid_out(
    scene: TimelineScene, width: int = 1600, zoom: float = 1.0, scroll_px: float = 0.0
) -> Layout:
    names = 108 if width >= 1400 else 31
    scale = TimeScale(scene.frames, float(width - names)).zoomed(zoom).scrolled_to(scroll_px)
    return Layout(scene, scale, width, 145)


def test_lanes_lie_below_each_other_and_beside_their_names() -> None:
    layout = laid_out(plain_scene())
    assert layout.ruler.bottom() == layout.boundaries.top()
    assert layout.boundaries.bottom() == layout.segments.top()
    assert layout.segments.height() == 84
    assert layout.boundaries.left() == layout.names_px == 108


def test_lane_names_become_icons_below_1400() -> None:
    assert laid_out(plain_scene(), 1399).names_px == 31
    assert laid_out(plain_scene(), 1399).is_narrow
    assert not laid_out(plain_scene(), 1400).is_narrow


def test_tiles_of_a_short_scene_show_both_frames_and_do_not_touch() -> None:
    layout = laid_out(plain_scene(10))
    assert layout.detail(0) is Detail.BOTH_FRAMES
    for index in range(9):
        right, left = layout.tile_rect(index).right(), layout.tile_rect(index + 1).left()
        assert right < layout.boundary_x(index) < left


@pytest.mark.parametrize(
    ("segments", "detail"),
    [(16, Detail.BOTH_FRAMES), (17, Detail.ONE_FRAME), (27, Detail.ONE_FRAME), (28, Detail.NUMBER)],
)
def test_narrower_tiles_show_less(segments: int, detail: Detail) -> None:
    layout = laid_out(plain_scene(segments))
    assert layout.detail(0) is detail
    assert not layout.is_aggregated


def test_only_what_is_in_sight_is_drawn() -> None:
    scene = plain_scene(10_000)
    layout = laid_out(scene, zoom=1000, scroll_px=700_000)
    tiles = layout.visible_segments
    assert len(tiles) <= 12
    assert layout.tile_rect(tiles.start).right() > layout.lane.left()
    assert layout.tile_rect(tiles.stop - 1).left() < layout.lane.right()
    assert set(layout.marks()) <= set(range(tiles.start - 1, tiles.stop))


def test_ten_thousand_segments_become_a_few_bars_that_hide_nothing_pressing() -> None:
    overview = with_stale(scene_overview(10_000), 9_000)
    layout = laid_out(scene_of(overview, [job(1, JobState.FAILED, index=4_321)]))
    assert layout.is_aggregated
    bars = list(layout.bars())
    assert [bar.rank for bar in bars] == [
        StatusKind.RANGE,
        StatusKind.FAILED,
        StatusKind.RANGE,
        StatusKind.SEED_CHANGED,
        StatusKind.FOLLOWS,
    ]
    failed = bars[1]
    middle = layout.scale.x_of(4_321.5 * 81)
    assert failed.start_px <= middle <= failed.stop_px
    assert failed.stop_px - failed.start_px <= 2
    assert all(a.stop_px == b.start_px for a, b in itertools.pairwise(bars))


@pytest.mark.parametrize(("zoom", "scroll_px"), [(1.0, 0.0), (3.7, 1000.0), (40.0, 20_000.3)])
def test_bars_say_what_looking_at_every_segment_says(zoom: float, scroll_px: float) -> None:
    jobs = [job(n, JobState.QUEUED, index=n * 37) for n in range(1, 50)]
    layout = laid_out(scene_of(scene_overview(5_000), jobs), zoom=zoom, scroll_px=scroll_px)
    shown = {
        column: bar.rank for bar in layout.bars() for column in range(bar.start_px, bar.stop_px)
    }
    scale, scene = layout.scale, layout.scene
    for column, rank in shown.items():
        first = scene.segment_at(scale.frame_at(column + 0.01))
        last = scene.segment_at(scale.frame_at(column + 0.99))
        assert rank >= max(scene.tile_ranks[first : last + 1])
        wider = scene.tile_ranks[max(0, first - 1) : last + 2]
        assert rank in wider


def test_crowded_marks_show_the_most_pressing_of_their_neighbours() -> None:
    scene = plain_scene(10_000, dict.fromkeys((5, 4000, 9990), 0.7))
    layout = laid_out(scene)
    marks = list(layout.marks())
    assert len(marks) < 1600 / MARK_SPACING_PX + 2
    assert {5, 4_000, 9_990} <= set(marks)
    assert marks == sorted(set(marks))


def test_marks_have_numbers_where_there_is_room() -> None:
    assert laid_out(plain_scene(10)).has_number(4)
    assert not laid_out(plain_scene(60)).has_number(4)


@pytest.mark.parametrize("segments", [10, 40])
def test_a_mark_is_hit_in_28_by_28_pixels(segments: int) -> None:
    layout = laid_out(plain_scene(segments))
    x, y = layout.boundary_x(4), layout.boundaries.center().y()
    half = HIT_PX / 2 - 0.5
    for dx in (-half, 0, half):
        for dy in (-half, 0, half):
            assert layout.hit(QPointF(x + dx, y + dy)) == BoundaryAt(4)


def test_between_two_marks_the_nearer_one_is_hit() -> None:
    layout = laid_out(plain_scene(80))
    y = layout.boundaries.center().y()
    between = (layout.boundary_x(30) + layout.boundary_x(31)) / 2
    assert layout.hit(QPointF(between - 1, y)) == BoundaryAt(30)
    assert layout.hit(QPointF(between + 1, y)) == BoundaryAt(31)


def test_among_crowded_marks_the_jump_is_hit() -> None:
    scene = plain_scene(10_000, {4_000: 0.7})
    layout = laid_out(scene)
    near = QPointF(layout.boundary_x(4_000) + 8, layout.boundaries.center().y())
    assert layout.hit(near) == BoundaryAt(4_000)
    assert scene.marker(4_000).rank is MarkerRank.VISIBLE


def test_points_hit_tiles_and_ruler() -> None:
    layout = laid_out(plain_scene(10))
    assert layout.hit(layout.tile_rect(6).center()) == Segment(6)
    assert layout.hit(QPointF(layout.x_of(402.5), 5)) == Ruler(402)


def test_beside_the_scene_nothing_is_hit() -> None:
    layout = laid_out(plain_scene(10))
    middle = layout.segments.center().y()
    assert layout.hit(QPointF(20, middle)) is None
    assert layout.hit(QPointF(1598, middle)) is None
    assert layout.hit(QPointF(800, layout.segments.bottom() + 4)) is None
    assert laid_out(EMPTY).hit(QPointF(800, 60)) is None


def test_an_empty_scene_has_nothing_to_draw() -> None:
    layout = laid_out(EMPTY)
    assert list(layout.bars()) == []
    assert list(layout.marks()) == []
    assert len(layout.visible_segments) == 0


def test_a_single_segment_has_no_marks() -> None:
    layout = laid_out(plain_scene(1))
    assert list(layout.marks()) == []
    assert layout.hit(layout.tile_rect(0).center()) == Segment(0)
