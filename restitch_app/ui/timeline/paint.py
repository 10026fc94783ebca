"""Paints all of the timeline that stays as it is while the scene plays."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from restitch_app.ui.timeline.ink import Ink
from restitch_app.ui.timeline.layout import Layout
from restitch_app.ui.timeline.paint_marks import paint_line, paint_mark
from restitch_app.ui.timeline.paint_tiles import (
    Pictures,
    paint_bars,
    paint_selected_bar,
    paint_tile,
)
from restitch_app.ui.timeline.paint_time import paint_ground, paint_lane_names, paint_ruler
from restitch_app.ui.timeline.scene import Marker


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark as it was painted, so that it can be painted again on top of the playhead."""

    marker: Marker
    is_selected: bool
    rect: QRectF


def paint_scene(
    painter: QPainter,
    ink: Ink,
    layout: Layout,
    pictures: Pictures,
    segment: int | None,
    boundary: int | None,
) -> list[Drawn]:
    """`segment` and `boundary`: the selected ones. Returns the marks, in the order of painting."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_ground(painter, ink, layout)
    paint_ruler(painter, ink, layout)
    marks = [layout.scene.marker(left) for left in layout.marks() if left != boundary]
    marks.sort(key=lambda mark: mark.rank)
    if boundary is not None and boundary in layout.visible_boundaries:
        marks.append(layout.scene.marker(boundary))
    _paint_segments(painter, ink, layout, pictures, segment)
    for mark in marks:
        paint_line(painter, ink, layout, mark)
    drawn = [
        Drawn(mark, is_selected, paint_mark(painter, ink, layout, mark, is_selected=is_selected))
        for mark, is_selected in ((mark, mark.left_index == boundary) for mark in marks)
    ]
    paint_lane_names(painter, ink, layout)
    return drawn


def paint_tile_again(
    painter: QPainter, ink: Ink, layout: Layout, pictures: Pictures, index: int, *,
    is_selected: bool,
) -> None:  # fmt: skip
    """One tile over what was painted before; its neighbours and the boundaries stay."""
    rect = layout.tile_rect(index)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect.toAlignedRect() & layout.lane.toRect())
    painter.fillRect(rect.toAlignedRect(), ink.color("lane"))
    tile = layout.scene.tile(index, is_selected=is_selected)
    detail = layout.detail(index)
    paint_tile(painter, ink, tile, rect, detail, pictures, is_selected=is_selected)
    painter.restore()


def paint_marks_over(
    painter: QPainter, ink: Ink, layout: Layout, drawn: list[Drawn], covered: QRectF
) -> None:
    """Those that the playhead would cross out."""
    for one in drawn:
        if one.rect.intersects(covered):
            paint_mark(painter, ink, layout, one.marker, is_selected=one.is_selected)


def _paint_segments(
    painter: QPainter, ink: Ink, layout: Layout, pictures: Pictures, selected: int | None
) -> None:
    visible = layout.visible_segments
    if layout.is_aggregated:
        paint_bars(painter, ink, layout, list(layout.bars()))
        if selected is not None and selected in visible:
            paint_selected_bar(painter, ink, layout, selected)
        return
    for index in visible:
        tile = layout.scene.tile(index, is_selected=index == selected)
        paint_tile(
            painter,
            ink,
            tile,
            layout.tile_rect(index),
            layout.detail(index),
            pictures,
            is_selected=index == selected,
        )
