"""Paints the segments lane where there are too many segments for tiles: bars of their states."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from restitch_app.ui.theme.tokens import ColorRole
from restitch_app.ui.timeline.ink import Ink
from restitch_app.ui.timeline.layout import Bar, Layout
from restitch_app.ui.timeline.status import StatusKind

CHOSEN_BAND = 0.22
BARS_BACK, SHOWN_EDGE_PX = 0.6, 5.0
_BARS: dict[StatusKind, tuple[ColorRole, float]] = {
    StatusKind.FOLLOWS: ("line_strong", 0.14),
    StatusKind.SEED_CHANGED: ("text_3", 0.24),
    StatusKind.CANDIDATE: ("text_2", 0.32),
    StatusKind.QUEUED: ("accent", 0.2),
    StatusKind.GENERATING: ("accent", 0.4),
    StatusKind.MISFIT: ("visible", 0.5),
    StatusKind.DAMAGED: ("visible", 0.5),
    StatusKind.FAILED: ("visible", 0.7),
}
"""Colour and share of the lane's height of the block that marks a state among bars."""


def paint_bars(painter: QPainter, ink: Ink, layout: Layout, bars: list[Bar]) -> None:
    lane = layout.segments
    if not bars:
        return
    left, right = layout.names_px + bars[0].start_px, layout.names_px + bars[-1].stop_px
    ground = QRectF(left, lane.top(), right - left, lane.height())
    painter.fillRect(ground, ink.color("tile"))
    for bar in bars:
        if bar.rank in _BARS:
            role, share = _BARS[StatusKind(bar.rank)]
            height = lane.height() * share
            x, width = layout.names_px + bar.start_px, bar.stop_px - bar.start_px
            painter.fillRect(QRectF(x, lane.bottom() - height, width, height), ink.color(role))
    painter.setPen(ink.pen("line_strong"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(ground.adjusted(0.5, 0.5, -0.5, -0.5))


def paint_selected_bar(painter: QPainter, ink: Ink, layout: Layout, index: int) -> None:
    """The selected segment among bars: at least wide enough to be found."""
    rect = layout.tile_rect(index)
    if rect.width() < 6:
        rect = QRectF(rect.center().x() - 3, rect.top(), 6, rect.height())
    painter.fillRect(rect, ink.color("selection"))
    painter.setPen(ink.pen("accent", 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)


def paint_chosen_bars(painter: QPainter, ink: Ink, layout: Layout, first: int, last: int) -> None:
    """Neighbours that are selected with others: a band above and below what their states say."""
    left, right = (
        layout.x_of(layout.scene.starts[first]),
        layout.x_of(layout.scene.starts[last + 1]),
    )
    lane = layout.segments
    band = QRectF(left, lane.top(), max(2.0, right - left), lane.height())
    ground = QColor(ink.color("accent"))
    ground.setAlphaF(CHOSEN_BAND)
    painter.fillRect(band, ground)
    for top in (band.top(), band.bottom() - 2):
        painter.fillRect(QRectF(band.left(), top, band.width(), 2), ink.color("accent"))


def paint_shown_bars(
    painter: QPainter, ink: Ink, layout: Layout, runs: Iterable[tuple[int, int]]
) -> None:
    """All bars stand back but for what the filter asks for, each run with an edge to be found."""
    lane, scene = layout.segments, layout.scene
    veil = QColor(ink.color("lane"))
    veil.setAlphaF(BARS_BACK)
    painter.fillRect(lane, veil)
    for first, last in runs:
        left, right = layout.x_of(scene.starts[first]), layout.x_of(scene.starts[last + 1])
        band = QRectF(left, lane.top(), max(2.0, right - left), SHOWN_EDGE_PX)
        painter.fillRect(band, ink.color("text"))
