"""Where pictures lie on the canvas: fitted, enlarged, side by side. No painting."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF

LABEL_HEIGHT, CAPTION_HEIGHT = 26, 24
GAP, MARGIN = 8, 8
MIN_SCALE, MAX_SCALE = 0.1, 16.0


@dataclass(frozen=True, slots=True)
class Zoom:
    """`scale`: device pixels per picture pixel; None fits the picture into its panel.

    `centre_x`, `centre_y`: the point of the picture in the middle of the panel, 0.0 to 1.0.
    """

    scale: float | None = None
    centre_x: float = 0.5
    centre_y: float = 0.5


FIT = Zoom()


@dataclass(frozen=True, slots=True)
class Panel:
    """A view on the canvas."""

    picture: QRectF
    """Where the whole picture would lie; larger than `visible` when enlarged."""
    visible: QRectF
    label: QRectF
    caption: QRectF


def panel_areas(canvas: QRectF, count: int) -> list[QRectF]:
    """The canvas without its margins, divided among `count` views."""
    inner = canvas.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    width = (inner.width() - GAP * (count - 1)) / count
    return [
        QRectF(inner.left() + number * (width + GAP), inner.top(), width, inner.height())
        for number in range(count)
    ]


def panel_of(area: QRectF, size: QSizeF, zoom: Zoom, ratio: float = 1.0) -> Panel:
    """Label above, picture of `size` pixels, caption below; centred as one in `area`.

    `ratio`: device pixels per unit of `area`. Pictures lie on whole device pixels, so that one
    shown 1:1 is shown as it is.
    """
    room = QSizeF(area.width(), max(1.0, area.height() - LABEL_HEIGHT - CAPTION_HEIGHT)) * ratio
    scale = fitting_scale(room, size) if zoom.scale is None else zoom.scale
    width, height = max(1, round(size.width() * scale)), max(1, round(size.height() * scale))
    seen = QSizeF(min(width, math.floor(room.width())), min(height, math.floor(room.height())))
    left = round(area.left() * ratio + (area.width() * ratio - seen.width()) / 2)
    top = round((area.top() + LABEL_HEIGHT) * ratio + (room.height() - seen.height()) / 2)
    picture = QRectF(
        left + _slide(width, seen.width(), zoom.centre_x),
        top + _slide(height, seen.height(), zoom.centre_y),
        width,
        height,
    )
    visible = _scaled(QRectF(left, top, seen.width(), seen.height()), 1 / ratio)
    label = QRectF(visible.left(), visible.top() - LABEL_HEIGHT, visible.width(), LABEL_HEIGHT)
    caption = QRectF(visible.left(), visible.bottom(), visible.width(), CAPTION_HEIGHT)
    return Panel(_scaled(picture, 1 / ratio), visible, label, caption)


def fitting_scale(room: QSizeF, size: QSizeF) -> float:
    return min(room.width() / max(1.0, size.width()), room.height() / max(1.0, size.height()))


def moved(zoom: Zoom, panel: Panel, by: QPointF) -> Zoom:
    """After dragging the picture by so much; it stops where its edge comes into view."""
    whole, seen = panel.picture.size(), panel.visible.size()
    return replace(
        zoom,
        centre_x=_within(_centre(panel).x() - by.x() / whole.width(), seen.width() / whole.width()),
        centre_y=_within(
            _centre(panel).y() - by.y() / whole.height(), seen.height() / whole.height()
        ),
    )


def zoomed_at(zoom: Zoom, panel: Panel, after: Panel, place: QPointF) -> Zoom:
    """`zoom` has its new scale: move it so that what was at `place` stays there.

    `panel` as it was, `after` as it is with the new scale, wherever its centre.
    """
    x = (place.x() - panel.picture.left()) / panel.picture.width()
    y = (place.y() - panel.picture.top()) / panel.picture.height()
    whole, seen = after.picture.size(), after.visible
    centre_x = x + (seen.center().x() - place.x()) / whole.width()
    centre_y = y + (seen.center().y() - place.y()) / whole.height()
    return replace(
        zoom,
        centre_x=_within(centre_x, seen.width() / whole.width()),
        centre_y=_within(centre_y, seen.height() / whole.height()),
    )


def pixel_at(panel: Panel, size: QSizeF, place: QPointF) -> QPoint | None:
    """Which pixel of a picture of `size` is painted there; None beside what is seen of it."""
    if not panel.visible.contains(place):
        return None
    x = int((place.x() - panel.picture.left()) / panel.picture.width() * size.width())
    y = int((place.y() - panel.picture.top()) / panel.picture.height() * size.height())
    if not (0 <= x < size.width() and 0 <= y < size.height()):
        return None
    return QPoint(x, y)


def _centre(panel: Panel) -> QPointF:
    """The point of the picture in the middle of what is seen, 0.0 to 1.0."""
    away = panel.visible.center() - panel.picture.topLeft()
    return QPointF(away.x() / panel.picture.width(), away.y() / panel.picture.height())


def _within(centre: float, seen_share: float) -> float:
    half = min(0.5, seen_share / 2)
    return min(1 - half, max(half, centre))


def _scaled(area: QRectF, by: float) -> QRectF:
    return QRectF(area.left() * by, area.top() * by, area.width() * by, area.height() * by)


def _slide(whole: float, seen: float, centre: float) -> float:
    """How far the picture's edge lies before that of what is seen of it; 0 or less."""
    return -round(min(max(centre * whole - seen / 2, 0.0), max(0.0, whole - seen)))
