"""Where a hint goes: beside what it explains, never over it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

GAP_PX = 10


def beside(area: QRect, card: QSize, room: QRect) -> QPoint | None:
    """Top left corner of the card, inside `room` and clear of `area`; None where it fits nowhere.

    The side with the most room is tried first; along it the card stays as near as it can.
    """
    across, down = area.left() + GAP_PX, area.top() + GAP_PX
    sides = (
        (area.top() - room.top(), QPoint(across, area.top() - GAP_PX - card.height())),
        (area.left() - room.left(), QPoint(area.left() - GAP_PX - card.width(), down)),
        (room.right() - area.right(), QPoint(area.right() + GAP_PX, down)),
        (room.bottom() - area.bottom(), QPoint(across, area.bottom() + GAP_PX)),
    )
    for _free, place in sorted(sides, key=lambda side: -side[0]):
        put = QRect(_kept_in(place, card, room), card)
        if room.contains(put) and not put.intersects(area):
            return put.topLeft()
    return None


def _kept_in(place: QPoint, card: QSize, room: QRect) -> QPoint:
    right, bottom = room.right() + 1 - card.width(), room.bottom() + 1 - card.height()
    return QPoint(max(room.left(), min(place.x(), right)), max(room.top(), min(place.y(), bottom)))
