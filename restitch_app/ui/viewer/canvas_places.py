"""Where the views of a canvas lie now, how far they are enlarged, and what lies at a place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtWidgets import QWidget

from restitch_app.ui.state.review_state import CompareMode
from restitch_app.ui.viewer.canvas_painter import wipe_x
from restitch_app.ui.viewer.ink import HANDLE_PX
from restitch_app.ui.viewer.layout import Panel, Zoom, panel_areas, panel_of
from restitch_app.ui.viewer.look import Look
from restitch_app.ui.viewer.zooming import Zooming

_Seen = tuple[object, ...]
"""All that panels follow from."""


class CanvasPlaces:
    """In the units of `canvas`; follows its size and what it shows."""

    def __init__(self, canvas: QWidget, look: Callable[[], Look]) -> None:
        """`look`: what the canvas shows now."""
        self._canvas, self._look_now = canvas, look
        self.zooming = Zooming(self.panel_with)
        self._known: tuple[_Seen, list[Panel]] | None = None

    @property
    def _look(self) -> Look:
        return self._look_now()

    def panels(self) -> list[Panel]:
        """Two of them side by side, otherwise one. The same list while nothing moves them."""
        seen = self._seen()
        if self._known is None or self._known[0] != seen:
            zooms = [self.zooming.of(number) for number in range(self._views)]
            self._known = seen, [self.panel_with(number, zoom) for number, zoom in enumerate(zooms)]
        return self._known[1]

    def _seen(self) -> _Seen:
        canvas, look = self._canvas, self._look
        around = canvas.width(), canvas.height(), canvas.devicePixelRatioF(), look.pinned is None
        sizes = tuple(view.size_px for view in look.views)
        return around, look.is_split, sizes, self.zooming.of(0), self.zooming.of(1)

    def pinned(self) -> Panel | None:
        """Where the reference lies: seen like the first view, whatever its own size."""
        pinned = self._look.pinned
        if pinned is None:
            return None
        size, first = QSizeF(pinned.image.size()), self.picture_size(0)
        alike = size * (first.height() / max(1.0, size.height()))
        ratio = self._canvas.devicePixelRatioF()
        return panel_of(self._areas()[-1], alike, self.zooming.of(0), ratio)

    def panel_with(self, number: int, zoom: Zoom) -> Panel:
        """Where a view would lie with this zoom."""
        area = self._areas()[min(number, self._views - 1)]
        return panel_of(area, self.picture_size(number), zoom, self._canvas.devicePixelRatioF())

    def picture_size(self, number: int) -> QSizeF:
        """Of the view's picture; of the other one's where this has none."""
        images = [view.image for view in self._look.views]
        ordered = [*images[number:], *images[:number]]
        found = next((image for image in ordered if image is not None), None)
        return QSizeF(found.size()) if found is not None else QSizeF(16, 9)

    def scale_of(self, number: int) -> float:
        """Device pixels per picture pixel."""
        width = self.panel_with(number, self.zooming.of(number)).picture.width()
        ratio = self._canvas.devicePixelRatioF()
        return width * ratio / max(1.0, self.picture_size(number).width())

    def number_at(self, place: QPointF | None) -> int:
        """0 or 1: the view there. The first one without a place."""
        if place is None or not self._look.is_split:
            return 0
        return 1 if self._areas()[1].left() <= place.x() else 0

    def is_at_wipe(self, place: QPointF) -> bool:
        """Whether the wipe's line can be taken hold of there."""
        if self._look.mode is not CompareMode.WIPE or not self._look.is_pair:
            return False
        panel = self.panels()[0]
        inside = panel.visible.adjusted(-HANDLE_PX / 2, 0, HANDLE_PX / 2, 0).contains(place)
        return inside and abs(place.x() - wipe_x(self._look, panel)) <= HANDLE_PX / 2

    def is_movable_at(self, place: QPointF) -> bool:
        """Whether the picture there is larger than what is seen of it."""
        panel = self.panels()[self.number_at(place)]
        return panel.picture != panel.visible and panel.visible.contains(place)

    @property
    def _views(self) -> int:
        return 2 if self._look.is_split else 1

    def _areas(self) -> list[QRectF]:
        count = self._views + (self._look.pinned is not None)
        return panel_areas(QRectF(self._canvas.rect()), count)
