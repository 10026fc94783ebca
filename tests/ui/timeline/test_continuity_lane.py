from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from restitch_app.services.continuity.scene_curve import Piece, SceneCurve
from restitch_app.ui.damage.damage import Damage
from restitch_app.ui.theme.theme import ThemeChoice
from restitch_app.ui.theme.tokens import DARK, LIGHT
from restitch_app.ui.timeline.layout import Layout
from restitch_app.ui.timeline.paint_continuity import lines, value_scale
from restitch_app.ui.timeline.pairs import Pairs, visible_pairs
from restitch_app.ui.timeline.scale import TimeScale
from tests.ui.samples import scene_overview
from tests.ui.timeline.conftest import Desk
from tests.ui.timeline.scenes import plain_scene

LEFT = Qt.MouseButton.LeftButton
TALL_PX = 236
DIP = 404
"""The pair of frames at boundary 5 | 6."""


def curve_of(values: NDArray[np.float32]) -> SceneCurve:
    curve = SceneCurve(len(values) + 1)
    curve.fill([Piece(0, values)])
    curve.summarised()
    return curve


def usual(pairs: int = 809) -> NDArray[np.float32]:
    """Rises and falls so slowly that the line is thinner than the band behind it."""
    return np.asarray(0.96 + 0.01 * np.sin(np.arange(pairs) / 43), dtype=np.float32)


def with_dip() -> SceneCurve:
    values = usual()
    values[DIP] = 0.75
    return curve_of(values)


@pytest.fixture
def shown(desk: Desk, qapp: QApplication) -> Desk:
    desk.window.resize(1600, TALL_PX)
    desk.show(scene_overview(10, ssims={4: 0.75, 7: 0.7}))
    qapp.processEvents()
    return desk


def laid_out(segments: int, width: int = 1600, zoom: float = 1.0, scroll_px: float = 0.0) -> Layout:
    scene = plain_scene(segments)
    scale = TimeScale(scene.frames, float(width - 108)).zoomed(zoom).scrolled_to(scroll_px)
    return Layout(scene, scale, width, 201)


def lane_image(desk: Desk) -> QImage:
    return desk.view.grab(desk.view.layout_now().continuity.toRect()).toImage()


def column(desk: Desk, x: float, color: str) -> list[int]:
    """Rows of the lane, from its top, that have this colour at `x` of the view."""
    image, lane = desk.view.grab().toImage(), desk.view.layout_now().continuity
    rows = range(round(lane.top()), round(lane.bottom()))
    return [y - rows.start for y in rows if image.pixelColor(round(x), y) == QColor(color)]


def drawn(desk: Desk, x: float) -> list[int]:
    """Rows of the lane at `x` where the line lies: nothing else there is as bright."""
    image, lane = desk.view.grab().toImage(), desk.view.layout_now().continuity
    rows = range(round(lane.top()), round(lane.bottom()))
    return [y - rows.start for y in rows if image.pixelColor(round(x), y).lightness() > 130]


def red_rows(desk: Desk, x: float) -> list[int]:
    image, lane = desk.view.grab().toImage(), desk.view.layout_now().continuity
    rows = range(round(lane.top()), round(lane.bottom()))
    colors = {y: image.pixelColor(round(x), y) for y in rows}
    return [y for y, color in colors.items() if color.red() > color.green() + 60]


def test_the_lane_is_there_where_the_window_has_room(shown: Desk, qapp: QApplication) -> None:
    layout = shown.view.layout_now()
    assert layout.continuity.top() > layout.segments.bottom()
    assert layout.continuity.bottom() <= layout.height_px
    assert layout.segments.height() == 84
    shown.window.resize(1600, 170)
    qapp.processEvents()
    assert shown.view.layout_now().continuity.isEmpty()
    assert shown.view.layout_now().hit(QPointF(800, 130)) is None


def test_it_fills_in_as_it_becomes_known(shown: Desk) -> None:
    curve = SceneCurve(810)
    shown.panel.set_continuity(curve)
    places = [shown.view.layout_now().x_of(frame) for frame in (100, 300, 500, 700)]
    assert [bool(drawn(shown, x)) for x in places] == [False] * 4
    curve.fill([Piece(0, usual()[:400])])
    curve.summarised()
    shown.panel.set_continuity(curve)
    assert [bool(drawn(shown, x)) for x in places] == [True, True, False, False]
    curve.fill([Piece(400, usual()[400:])])
    shown.panel.set_continuity(curve)
    assert [bool(drawn(shown, x)) for x in places] == [True] * 4


def test_a_dip_reaches_lower_than_its_neighbours(shown: Desk) -> None:
    shown.panel.set_continuity(with_dip())
    layout = shown.view.layout_now()
    scale = value_scale(with_dip(), layout.continuity)
    assert scale is not None
    (line,) = lines(layout, with_dip(), scale)
    lowest = max(line.toList(), key=lambda point: point.y())
    assert abs(lowest.x() - layout.boundary_x(4)) < 1.5
    assert lowest.y() > scale.y_of(0.95) + 20


def test_the_band_lies_behind_the_whole_scene(shown: Desk) -> None:
    shown.panel.set_continuity(with_dip())
    layout = shown.view.layout_now()
    for frame in (40, 500, 780):
        assert column(shown, layout.x_of(frame), DARK.line_strong)
    assert not column(shown, layout.x_of(810) + 6, DARK.line_strong)


def test_boundaries_keep_their_lines_in_a_lane_that_is_painted_again(shown: Desk) -> None:
    layout = shown.view.layout_now()
    before = red_rows(shown, layout.boundary_x(7))
    shown.panel.set_continuity(with_dip())
    after = red_rows(shown, layout.boundary_x(7))
    assert len(before) > 40
    assert len(before) - 6 < len(after) < len(before)  # the curve lies above it


def test_pixels_of_many_pairs_show_their_lowest() -> None:
    layout = laid_out(10_000)
    values = usual(layout.scene.frames - 1)
    values[123_456] = 0.5
    curve = curve_of(values)
    scale = value_scale(curve, layout.continuity)
    assert scale is not None
    (line,) = lines(layout, curve, scale)
    assert 1000 < line.size() < 1500
    lowest = max(line.toList(), key=lambda point: point.y())
    assert lowest.y() == scale.y_of(0.5)
    assert abs(lowest.x() - layout.pair_x(123_456)) <= 1


@pytest.mark.parametrize(("zoom", "scroll_px"), [(1.0, 0.0), (3.7, 1000.0), (60.0, 30_000.3)])
def test_every_pair_in_sight_belongs_to_one_pixel(zoom: float, scroll_px: float) -> None:
    layout = laid_out(3_000, zoom=zoom, scroll_px=scroll_px)
    pairs, stop = visible_pairs(layout.scale)
    assert all(a < b for a, b in itertools.pairwise(pairs))
    assert len(pairs) <= layout.lane.width() + 3
    first_frame, stop_frame = layout.scale.visible()
    assert pairs[0] <= first_frame + math.ceil(1 / layout.scale.frame_px)
    assert stop >= min(stop_frame, layout.scene.frames - 1)


def test_what_is_not_known_breaks_the_line() -> None:
    layout = laid_out(10)
    values = usual()
    values[300:350] = np.nan
    curve = curve_of(values)
    scale = value_scale(curve, layout.continuity)
    assert scale is not None
    first, second = lines(layout, curve, scale)
    assert first.toList()[-1].x() < layout.pair_x(301) < layout.pair_x(348) < second.toList()[0].x()


def test_the_curve_of_another_length_is_not_shown(shown: Desk) -> None:
    nothing = lane_image(shown)
    shown.panel.set_continuity(curve_of(usual(500)))
    assert lane_image(shown) == nothing
    shown.panel.set_continuity(None)
    assert lane_image(shown) == nothing


def at_pair(desk: Desk, pair: int) -> QPoint:
    layout = desk.view.layout_now()
    return QPointF(layout.pair_x(pair), layout.continuity.center().y()).toPoint()


def test_hovering_tells_pair_value_and_what_is_natural(shown: Desk) -> None:
    shown.panel.set_continuity(with_dip())
    shown.view.set_zoom(shown.view.greatest_zoom)
    shown.state.set_playhead(DIP + 1)
    hit = shown.view.layout_now().hit(QPointF(at_pair(shown, DIP)))
    assert hit == Pairs(DIP, DIP + 1)
    told = "Boundary 5 | 6, frames 405 → 406, SSIM 0.75, natural here 0.95–0.97"
    assert shown.view.name_of(hit) == told
    beside = shown.view.layout_now().hit(QPointF(at_pair(shown, DIP + 3)))
    assert shown.view.name_of(beside).startswith("Frames 408 → 409, SSIM 0.9")


def test_where_pairs_crowd_the_lowest_one_is_meant(shown: Desk) -> None:
    shown.panel.set_continuity(with_dip())
    hit = shown.view.layout_now().hit(QPointF(at_pair(shown, DIP)) + QPointF(1, 0))
    assert "frames 405 → 406" in shown.view.name_of(hit)


def test_what_was_not_compared_says_so(shown: Desk) -> None:
    hit = shown.view.layout_now().hit(QPointF(at_pair(shown, 100)))
    assert shown.view.name_of(hit).endswith("not compared yet")


def test_clicking_moves_the_playhead_to_the_picture_after_the_jump(
    shown: Desk, qtbot: QtBot
) -> None:
    shown.panel.set_continuity(with_dip())
    qtbot.mouseClick(shown.view, LEFT, pos=at_pair(shown, DIP) + QPoint(1, 0))
    assert shown.state.playhead == DIP + 1
    assert shown.state.selected_boundary is None


def test_beside_the_scene_no_pair_is_hit() -> None:
    layout = laid_out(10)
    middle = layout.continuity.center().y()
    assert layout.hit(QPointF(layout.x_of(810) + 3, middle)) is None
    assert layout.hit(QPointF(20, middle)) is None


def test_who_cannot_see_the_lane_is_told_of_it(shown: Desk) -> None:
    shown.panel.set_continuity(with_dip())
    told = shown.view.accessibleDescription()
    assert told.endswith("neighbouring frames SSIM 0.95–0.97, lowest 0.75 at frames 405 → 406")
    shown.panel.set_continuity(None)
    assert "neighbouring" not in shown.view.accessibleDescription()


def test_both_themes_and_narrow_windows_paint_it(shown: Desk, qapp: QApplication) -> None:
    shown.panel.set_continuity(with_dip())
    theme = shown.context.theme
    for choice, tokens in ((ThemeChoice.LIGHT, LIGHT), (ThemeChoice.DARK, DARK)):
        theme.choose(choice)
        for width in (1600, 1280):
            shown.window.resize(width, TALL_PX)
            qapp.processEvents()
            x = shown.view.layout_now().x_of(500)
            assert column(shown, x, tokens.line_strong)


def test_a_clip_that_cannot_be_played_is_a_gap_and_its_neighbours_keep_their_line(
    shown: Desk,
) -> None:
    shown.panel.set_continuity(with_dip())
    layout = shown.view.layout_now()
    inside = [layout.x_of(frame) for frame in (175, 230)]
    beside = [layout.x_of(frame) for frame in (155, 250)]
    shown.panel.set_damage({shown.view.scene.versions[2].id: Damage(38)})
    assert [bool(drawn(shown, x)) for x in inside] == [False, False]
    assert [bool(drawn(shown, x)) for x in beside] == [True, True]
    assert "as it was before the file changed" in shown.view.name_of(Pairs(190, 191))
    shown.panel.set_damage({})
    assert [bool(drawn(shown, x)) for x in inside] == [True, True]
