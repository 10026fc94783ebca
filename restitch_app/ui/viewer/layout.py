"""Where pictures lie on the canvas: fitted, enlarged, side by side. No painting."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF

LABEL_HEIGHT, CAPTION_HEIGHT = 26, 24
GAP, MARGIN = 8, 8
MIN_SCALE, MAX_SCALE = 0.1, 16.0


@dataclass(frozen=True, slots=True)
class Zoom:
    """`scale`: screen pixels per picture pixel; None fits the picture into its panel.

    `centre_x`, `centre_y`: the point of the picture in the middle of the panel, 0.0 to 1.0.
    """

    scale: float | None = None
    centre_x: float = 0.5
    centre_y: float = 0.5

    def moved(self, by: QPointF, shown: QSizeF) -> Zoom:
        """After dragging the picture, shown at this size, by so many pixels."""
        return replace(
            self,
            centre_x=min(1.0, max(0.0, self.centre_x - by.x() / max(1.0, shown.width()))),
            centre_y=min(1.0, max(0.0, self.centre_y - by.y() / max(1.0, shown.height()))),
        )


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


def panel_of(area: QRectF, size: QSizeF, zoom: Zoom) -> Panel:
    """Label above, picture of `size` pixels, caption below; centred as one in `area`."""
    room = QSizeF(area.width(), max(1.0, area.height() - LABEL_HEIGHT - CAPTION_HEIGHT))
    scale = fitting_scale(room, size) if zoom.scale is None else zoom.scale
    width, height = round(size.width() * scale), round(size.height() * scale)
    seen = QSizeF(min(width, room.width()), min(height, room.height()))
    left = round(area.left() + (area.width() - seen.width()) / 2)
    top = round(area.top() + LABEL_HEIGHT + (room.height() - seen.height()) / 2)
    visible = QRectF(left, top, seen.width(), seen.height())
    picture = QRectF(
        left + _slide(width, seen.width(), zoom.centre_x),
        top + _slide(height, seen.height(), zoom.centre_y),
        width,
        height,
    )
    label = QRectF(left, top - LABEL_HEIGHT, seen.width(), LABEL_HEIGHT)
    caption = QRectF(left, visible.bottom(), seen.width(), CAPTION_HEIGHT)
    return Panel(picture, visible, label, caption)


def fitting_scale(room: QSizeF, size: QSizeF) -> float:
    return min(room.width() / max(1.0, size.width()), room.height() / max(1.0, size.height()))


def _slide(whole: float, seen: float, centre: float) -> float:
    """How far the picture's edge lies before that of what is seen of it; 0 or less."""
    return -round(min(max(centre * whole - seen / 2, 0.0), max(0.0, whole - seen)))
