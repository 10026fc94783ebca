"""How far each view is enlarged, and which part of it is seen; together or each on its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPointF

from restitch_app.ui.viewer.layout import (
    FIT,
    MAX_SCALE,
    MIN_SCALE,
    Panel,
    Zoom,
    moved,
    zoomed_at,
)

STEP = 1.25
"""One notch of the wheel."""
PanelFor = Callable[[int, Zoom], Panel]
"""Where a view lies with this zoom."""


class Zooming:
    def __init__(self, panel_for: PanelFor) -> None:
        self._panel_for = panel_for
        self._zooms = [FIT, FIT]
        self.is_linked = True

    def of(self, number: int) -> Zoom:
        return self._zooms[number]

    def link(self, is_linked: bool) -> None:
        """Linked again, B follows A."""
        self.is_linked = is_linked
        if is_linked:
            self._zooms[1] = self._zooms[0]

    def set_scale(self, scale: float | None) -> None:
        """In both views, around what is in their middle."""
        for number in (0, 1):
            self._zooms[number] = self._scaled(number, scale, None)

    def scale_at(self, number: int, scale: float | None, place: QPointF | None) -> None:
        """What is at `place` in this view stays there; None: what is in its middle."""
        self._put(number, self._scaled(number, scale, place))

    def step_at(self, number: int, notches: float, now: float, place: QPointF | None) -> None:
        """`now`: device pixels per picture pixel."""
        scale = min(MAX_SCALE, max(MIN_SCALE, now * STEP**notches))
        self.scale_at(number, scale, place)

    def move(self, number: int, by: QPointF) -> None:
        zoom = self._zooms[number]
        self._put(number, moved(zoom, self._panel_for(number, zoom), by))

    def _scaled(self, number: int, scale: float | None, place: QPointF | None) -> Zoom:
        before = self._zooms[number]
        if scale is None:
            return FIT
        after = replace(before, scale=scale)
        panel = self._panel_for(number, before)
        where = panel.visible.center() if place is None else place
        return zoomed_at(after, panel, self._panel_for(number, after), where)

    def _put(self, number: int, zoom: Zoom) -> None:
        for one in (0, 1) if self.is_linked else (number,):
            self._zooms[one] = zoom
