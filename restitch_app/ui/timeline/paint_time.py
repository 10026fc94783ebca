"""Paints what belongs to time: ruler, lane names, playhead, looped range, in and out points."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from restitch_app.domain.frames import FrameRange
from restitch_app.ui.timeline.ink import LEFT, Ink
from restitch_app.ui.timeline.layout import Layout
from restitch_app.ui.timeline.ticks import ticks

HEAD_WIDTH_PX, HEAD_HEIGHT_PX, HEAD_SHOULDER_PX = 11.0, 14.0, 9.0
LABEL_TICK_PX, SMALL_TICK_PX, LOOP_PX = 13.0, 6.0, 3.0
POINT_PX, POINT_FOOT_PX = 2.0, 6.0
NAME_LEFT_PX = 12.0
LANE_ICONS = ("git-commit-horizontal", "film")
LANE_NAMES = ("Boundaries", "Segments")


def paint_ground(painter: QPainter, ink: Ink, layout: Layout) -> None:
    whole = QRectF(0, 0, layout.width_px, layout.height_px)
    painter.fillRect(whole, ink.color("lane"))
    line = ink.color("line")
    painter.fillRect(QRectF(0, layout.ruler.bottom() - 1, layout.width_px, 1), line)


def paint_lane_names(painter: QPainter, ink: Ink, layout: Layout) -> None:
    """Last, so that nothing of the lanes shows through when they are scrolled."""
    names = QRectF(0, 0, layout.names_px, layout.height_px)
    painter.fillRect(names, ink.color("lane"))
    line = ink.color("line")
    painter.fillRect(QRectF(layout.names_px - 1, 0, 1, layout.height_px), line)
    painter.fillRect(QRectF(0, layout.ruler.bottom() - 1, layout.names_px, 1), line)
    lanes = (layout.boundaries, layout.segments)
    for lane, name, icon in zip(lanes, LANE_NAMES, LANE_ICONS, strict=True):
        middle = lane.center().y()
        if layout.is_narrow:
            ink.icon(painter, (layout.names_px - 16) / 2, middle, icon, "text_2", 16)
        else:
            where = QRectF(NAME_LEFT_PX, lane.top(), layout.names_px - NAME_LEFT_PX, lane.height())
            ink.text(painter, where, name, ink.fitting(name, where.width() - 1), "text_2", LEFT)


def paint_ruler(painter: QPainter, ink: Ink, layout: Layout) -> None:
    ruler, color = layout.ruler, ink.color("control")
    bottom = ruler.bottom() - 1
    for tick in ticks(layout.scale, layout.scene.rate):
        x = round(layout.x_of(tick.scene_frame))
        height = LABEL_TICK_PX if tick.label else SMALL_TICK_PX
        painter.fillRect(QRectF(x, bottom - height, 1, height), color)
        if tick.label and x + 5 + ink.text_px(tick.label, ink.caption) < ruler.right():
            where = QRectF(x + 5, ruler.top(), ruler.width(), ruler.height() - 2)
            ink.text(painter, where, tick.label, ink.caption, "text_2", LEFT)


def paint_loop(painter: QPainter, ink: Ink, layout: Layout, frames: FrameRange) -> None:
    left, right = layout.x_of(frames.start), layout.x_of(frames.stop)
    rect = QRectF(left, layout.ruler.bottom() - LOOP_PX, right - left, LOOP_PX)
    painter.fillRect(rect, ink.color("accent"))


def paint_points(
    painter: QPainter, ink: Ink, layout: Layout, first: int | None, last: int | None
) -> None:
    """Brackets around the frames from the in point to the out point, both included."""
    top, height = layout.ruler.top(), layout.ruler.height() - 1
    for frame, way in ((first, 1), (None if last is None else last + 1, -1)):
        if frame is None:
            continue
        x = round(layout.x_of(frame))
        left = x if way > 0 else x - POINT_PX
        foot = x if way > 0 else x - POINT_FOOT_PX
        painter.fillRect(QRectF(left, top, POINT_PX, height), ink.color("accent"))
        for y in (top, top + height - POINT_PX):
            painter.fillRect(QRectF(foot, y, POINT_FOOT_PX, POINT_PX), ink.color("accent"))


def playhead_rect(layout: Layout, scene_frame: int) -> QRectF:
    """Everything that the playhead covers at that frame."""
    x = layout.x_of(scene_frame)
    return QRectF(x - HEAD_WIDTH_PX / 2 - 1, 0, HEAD_WIDTH_PX + 2, layout.height_px)


def paint_playhead(painter: QPainter, ink: Ink, layout: Layout, scene_frame: int) -> None:
    x, half = layout.x_of(scene_frame), HEAD_WIDTH_PX / 2
    color = ink.color("text")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(QRectF(round(x), 1, 1, layout.height_px - 1), color)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = round(x) + 0.5
    head = QPolygonF(
        [
            QPointF(middle - half, 0),
            QPointF(middle + half, 0),
            QPointF(middle + half, HEAD_SHOULDER_PX),
            QPointF(middle, HEAD_HEIGHT_PX),
            QPointF(middle - half, HEAD_SHOULDER_PX),
        ]
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(head)
