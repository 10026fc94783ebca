"""The mouse over the players: it moves and enlarges pictures, and drags the wipe's line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent

from restitch_app.ui.viewer.canvas_places import CanvasPlaces

if TYPE_CHECKING:
    from restitch_app.ui.viewer.canvas import Canvas

NOTCH = 120
"""Eighths of a degree that one notch of a wheel turns."""


class CanvasMouse:
    def __init__(self, canvas: Canvas, places: CanvasPlaces) -> None:
        self._canvas, self._places = canvas, places
        self.pointer: QPointF | None = None
        """None while it is elsewhere."""
        self._dragged_from: QPointF | None = None
        self._is_wiping = False

    def press(self, event: QMouseEvent) -> None:
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left or event.button() is Qt.MouseButton.MiddleButton:
            self._dragged_from = event.position()
            self._is_wiping = is_left and self._places.is_at_wipe(event.position())
            self._show_cursor(event.position())

    def move(self, event: QMouseEvent) -> None:
        place = event.position()
        self.pointer = place
        if self._dragged_from is None:
            self._show_cursor(place)
        elif self._is_wiping:
            visible = self._places.panels()[0].visible
            self._canvas.set_wipe((place.x() - visible.left()) / max(1.0, visible.width()))
        else:
            number = self._places.number_at(self._dragged_from)
            self._canvas.pan_view(number, place - self._dragged_from)
            self._dragged_from = place

    def release(self, event: QMouseEvent) -> None:
        self._dragged_from = None
        self._is_wiping = False
        self._show_cursor(event.position())

    def double_click(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._places.is_at_wipe(event.position()):
            self._canvas.set_wipe(0.5)
        else:
            self._canvas.toggle_fit(event.position())

    def wheel(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / NOTCH
        if notches:
            self._canvas.step_zoom(notches, event.position())

    def leave(self) -> None:
        self.pointer = None

    def _show_cursor(self, place: QPointF) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self._is_wiping or self._places.is_at_wipe(place):
            shape = Qt.CursorShape.SplitHCursor
        elif self._places.is_movable_at(place):
            is_held = self._dragged_from is not None
            shape = Qt.CursorShape.ClosedHandCursor if is_held else Qt.CursorShape.OpenHandCursor
        if shape is not self._canvas.cursor().shape():
            self._canvas.setCursor(shape)
