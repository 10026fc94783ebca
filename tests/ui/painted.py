"""Finds painted words that the room they are painted into is too small for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from restitch_app.ui.timeline.view import TimelineView
from tests.ui.clipping import SLACK_PX


@dataclass(frozen=True)
class Words:
    text: str
    room: QRectF
    needed: QRectF

    @property
    def is_cut(self) -> bool:
        """A line that is painted centred or at an edge shows less than all of it."""
        too_wide = self.needed.width() > self.room.width() + SLACK_PX
        too_high = self.needed.height() > self.room.height() + 2 * SLACK_PX
        return bool(self.text.strip()) and (too_wide or too_high)


def painted_cut(root: QWidget, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """`name: text (room, needed)` of everything that `root`'s own widgets paint into a box which is
    too small for it, or past their own edge.
    """
    found = []
    for widget in root.findChildren(QWidget):
        if not _paints_itself(widget) or not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, TimelineView):
            widget.redraw()
        with _recorded(monkeypatch) as said:
            widget.render(QPixmap(widget.size()), QPoint(), QRegion(), QWidget.RenderFlag(0))
        name = widget.objectName() or type(widget).__name__
        for words in said:
            if words.is_cut:
                room, needed = words.room, words.needed
                found.append(
                    f"{name}: {words.text!r} ({room.width():.0f}×{room.height():.0f} of "
                    f"{needed.width():.0f}×{needed.height():.0f} px)"
                )
    return list(dict.fromkeys(found))


def _paints_itself(widget: QWidget) -> bool:
    ours = (one for one in type(widget).__mro__ if one.__module__.startswith("restitch_app."))
    return any("paintEvent" in vars(one) for one in ours)


@contextmanager
def _recorded(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Words]]:
    """Everything that is painted into a box meanwhile."""
    said: list[Words] = []
    paint = QPainter.drawText

    def draw(painter: QPainter, *args: object) -> object:
        room = args[0]
        if len(args) == 3 and isinstance(room, QRect | QRectF) and isinstance(args[2], str):
            box = QRectF(room)
            flags = args[1] if isinstance(args[1], int) else getattr(args[1], "value", 0)
            wraps = flags & int(Qt.TextFlag.TextWordWrap.value)
            free = QRectF(0, 0, box.width() if wraps else 10_000, 10_000)
            if flags & int(Qt.TextFlag.TextDontClip.value):
                box.setHeight(10_000)  # seen whole where its line is too low
            metrics = painter.fontMetrics()
            needed = QRectF(metrics.boundingRect(free.toRect(), flags, args[2]))
            said.append(Words(args[2], box, needed))
        return paint(painter, *args)  # type: ignore[call-overload] # as it came

    with monkeypatch.context() as patch:
        patch.setattr(QPainter, "drawText", draw)
        yield said
