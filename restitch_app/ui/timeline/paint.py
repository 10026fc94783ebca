"""Paints all of the timeline that stays as it is while the scene plays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from restitch_app.ui.timeline.ink import CENTRE, Ink
from restitch_app.ui.timeline.layout import Layout
from restitch_app.ui.timeline.paint_bars import (
    paint_bars,
    paint_chosen_bars,
    paint_shown_bars,
)
from restitch_app.ui.timeline.paint_marks import paint_line, paint_mark
from restitch_app.ui.timeline.paint_tiles import Look, Pictures, paint_tile
from restitch_app.ui.timeline.paint_time import paint_ground, paint_lane_names, paint_ruler
from restitch_app.ui.timeline.scene import Marker

NOTHING = "This scene has no segments yet"
BACK = 0.3
"""Opacity of what the filter does not ask for."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark as it was painted, so that it can be painted again on top of the playhead."""

    marker: Marker
    is_selected: bool
    rect: QRectF


@dataclass(frozen=True, slots=True)
class Chosen:
    """The segments that are selected."""

    segment: int | None
    """The one that is looked at."""
    several: frozenset[int] = frozenset()
    """All of them where there is more than one."""

    def look(self, index: int) -> Look:
        if index == self.segment:
            return Look.FOCUSED
        return Look.CHOSEN if index in self.several else Look.PLAIN


def paint_scene(
    painter: QPainter,
    ink: Ink,
    layout: Layout,
    pictures: Pictures,
    chosen: Chosen,
    boundary: int | None,
) -> list[Drawn]:
    """`boundary`: the selected one. Returns the marks, in the order of painting."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_ground(painter, ink, layout)
    if not len(layout.scene):
        ink.text(painter, layout.segments, NOTHING, ink.detail, "text_3", CENTRE)
        paint_lane_names(painter, ink, layout)
        return []
    paint_ruler(painter, ink, layout)
    marks = [layout.scene.marker(left) for left in layout.marks() if left != boundary]
    marks.sort(key=lambda mark: layout.scene.marker_weights[mark.left_index])
    if boundary is not None and boundary in layout.visible_boundaries:
        marks.append(layout.scene.marker(boundary))
    _paint_segments(painter, ink, layout, pictures, chosen)
    for mark in marks:
        _stand_back(painter, layout, mark, is_selected=mark.left_index == boundary)
        paint_line(painter, ink, layout, mark)
    drawn = []
    for mark in marks:
        is_selected = mark.left_index == boundary
        _stand_back(painter, layout, mark, is_selected=is_selected)
        rect = paint_mark(painter, ink, layout, mark, is_selected=is_selected)
        drawn.append(Drawn(mark, is_selected, rect))
    painter.setOpacity(1)
    paint_lane_names(painter, ink, layout)
    return drawn


def paint_tile_again(
    painter: QPainter, ink: Ink, layout: Layout, pictures: Pictures, index: int, chosen: Chosen
) -> None:
    """One tile over what was painted before; its neighbours and the boundaries stay."""
    rect = layout.tile_rect(index)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect.toAlignedRect() & layout.lane.toRect())
    painter.fillRect(rect.toAlignedRect(), ink.color("lane"))
    _paint_tile(painter, ink, layout, pictures, index, chosen)
    painter.restore()


def paint_marks_over(
    painter: QPainter, ink: Ink, layout: Layout, drawn: list[Drawn], covered: QRectF
) -> None:
    """Those that the playhead would cross out."""
    for one in drawn:
        if one.rect.intersects(covered):
            _stand_back(painter, layout, one.marker, is_selected=one.is_selected)
            paint_mark(painter, ink, layout, one.marker, is_selected=one.is_selected)


def _paint_segments(
    painter: QPainter, ink: Ink, layout: Layout, pictures: Pictures, chosen: Chosen
) -> None:
    visible = layout.visible_segments
    if layout.is_aggregated:
        paint_bars(painter, ink, layout, list(layout.bars()))
        if layout.scene.shown_tiles:
            shown = (index for index in visible if layout.scene.shows_tile(index))
            paint_shown_bars(painter, ink, layout, _runs(shown))
        if chosen.several:
            for first, last in _runs(index for index in visible if index in chosen.several):
                paint_chosen_bars(painter, ink, layout, first, last)
        return
    for index in visible:
        _paint_tile(painter, ink, layout, pictures, index, chosen)


def _paint_tile(
    painter: QPainter, ink: Ink, layout: Layout, pictures: Pictures, index: int, chosen: Chosen
) -> None:
    look = chosen.look(index)
    tile = layout.scene.tile(index, is_selected=look is Look.FOCUSED)
    rect = layout.tile_rect(index)
    paint_tile(painter, ink, tile, rect, layout.detail(index), pictures, look)
    if look is Look.PLAIN and not layout.scene.shows_tile(index):
        veil = QColor(ink.color("lane"))
        veil.setAlphaF(1 - BACK)
        painter.fillRect(rect, veil)


def _stand_back(painter: QPainter, layout: Layout, mark: Marker, *, is_selected: bool) -> None:
    """What the filter does not ask for stays in its place, faintly."""
    is_strong = is_selected or layout.scene.shows_marker(mark.left_index)
    painter.setOpacity(1 if is_strong else BACK)


def _runs(indices: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of neighbours; `indices` in order."""
    first = last = None
    for index in indices:
        if first is None or last is None or index != last + 1:
            if first is not None and last is not None:
                yield first, last
            first = index
        last = index
    if first is not None and last is not None:
        yield first, last
