"""The one widget that paints both views, in one go, so that neither is ever a frame ahead."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from restitch_app.ui.state.review_state import CompareMode
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.viewer.canvas_mouse import CanvasMouse
from restitch_app.ui.viewer.canvas_painter import CanvasPainter, Enlarged
from restitch_app.ui.viewer.canvas_places import CanvasPlaces
from restitch_app.ui.viewer.canvas_regions import CanvasRegions
from restitch_app.ui.viewer.dropped import dropped_picture
from restitch_app.ui.viewer.ink import Ink
from restitch_app.ui.viewer.layout import Panel, Zoom
from restitch_app.ui.viewer.look import GAINS, Difference, Look, Pinned
from restitch_app.ui.viewer.shown import Shown

LOADER_STEP_MS = 100
LOADER_STEPS = 8


class Canvas(QWidget):
    """Shows what `show_frame` was handed last, in the mode chosen."""

    zoom_changed = Signal()
    wipe_moved = Signal(float)
    look_changed = Signal()
    pointed = Signal()
    """The pointer moved, came or left."""
    menu_asked = Signal(QPoint)  # on the screen
    picture_dropped = Signal(Path)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ink = Ink(theme)
        self._look = Look()
        self._places = CanvasPlaces(self, lambda: self._look)
        self._zooming = self._places.zooming
        self._mouse = CanvasMouse(self, self._places)
        self._regions = CanvasRegions()
        self._has_cross = False
        self._loader_step = 0
        self._loader = QTimer(self)
        self._loader.setInterval(LOADER_STEP_MS)
        self._loader.timeout.connect(self._turn_loader)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 160)
        theme.changed.connect(self._retheme)

    # what to show

    @property
    def look(self) -> Look:
        return self._look

    def set_look(self, look: Look) -> None:
        """All of it at once, as another canvas shows it."""
        before, self._look = self._look, look
        self.look_changed.emit()
        if look.plays_on_from(before) and not self._loader.isActive():
            self.update(self._regions.moving(self.panels()))
        else:
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.zoom_changed.emit()  # what fits is of another scale now

    def _change(self, **parts: Any) -> None:  # noqa: ANN401 - the fields of Look
        look = replace(self._look, **parts)
        if look.mode is CompareMode.DIFFERENCE and look.is_pair and look.shown is not None:
            known = look.difference
            if known is None or (known.shown, known.gain) != (look.shown, look.gain):
                look = replace(look, difference=Difference(look.shown, look.gain))
        elif look.difference is not None:
            look = replace(look, difference=None)
        self.set_look(look)

    def show_frame(self, shown: Shown, captions: tuple[str, str]) -> None:
        """`captions`: what each view says of its frame, such as `Frame 78 of 81`."""
        self._change(shown=shown, captions=captions)

    def clear(self) -> None:
        self._change(shown=None)

    @property
    def shown_frame(self) -> int | None:
        """Scene frame that the next paint shows in every view."""
        return self._look.shown.frame if self._look.shown else None

    def set_mode(self, mode: CompareMode) -> None:
        self._change(mode=mode)
        self.zoom_changed.emit()

    def set_moving(self, is_moving: bool) -> None:
        """While the playhead moves pictures are scaled quickly, at rest smoothly."""
        if is_moving != self._look.is_moving:
            self._change(is_moving=is_moving)

    def set_pinned(self, pinned: Pinned | None) -> None:
        """A reference picture beside the views."""
        self._change(pinned=pinned)

    def set_cross(self, is_shown: bool) -> None:
        """Mark the pixel in the middle of what is seen."""
        if is_shown != self._has_cross:
            self._has_cross = is_shown
            self.update()

    @Slot(bool)
    def set_waiting(self, is_waiting: bool) -> None:
        if is_waiting:
            self._loader.start()
        else:
            self._loader.stop()
        self.update()

    def set_gain(self, gain: int) -> None:
        self._change(gain=gain)

    def step_gain(self, step: int) -> None:
        """The next stronger or weaker one."""
        number = GAINS.index(self._look.gain) + step
        self.set_gain(GAINS[min(len(GAINS) - 1, max(0, number))])

    @property
    def shows_b(self) -> bool:
        return self._look.shows_b

    def flip(self) -> None:
        self._change(shows_b=not self._look.shows_b)

    @property
    def wipe(self) -> float:
        """Where the wipe's line stands, 0.0 at the left edge of what is seen to 1.0."""
        return self._look.wipe

    def set_wipe(self, wipe: float) -> None:
        self._change(wipe=min(1.0, max(0.0, wipe)))
        self.wipe_moved.emit(self.wipe)

    # zoom

    @property
    def zoom(self) -> Zoom:
        return self._zooming.of(0)

    @property
    def scale(self) -> float:
        """Device pixels per picture pixel of the first view."""
        return self._places.scale_of(0)

    def set_scale(self, scale: float | None) -> None:
        """Device pixels per picture pixel, in both views; None fits them."""
        self._zooming.set_scale(scale)
        self._zoom_was_changed()

    def step_zoom(self, notches: float, place: QPointF | None = None) -> None:
        """Enlarge, or with less than 0 make smaller, around `place`, the pointer or the middle."""
        around = self.pointer if place is None else place
        number = self._places.number_at(around)
        self._zooming.step_at(number, notches, self._places.scale_of(number), around)
        self._zoom_was_changed()

    def toggle_fit(self, place: QPointF | None = None) -> None:
        """From the whole picture to its own pixels, or back."""
        number = self._places.number_at(place)
        is_fit = self._zooming.of(number).scale is None
        self._zooming.scale_at(number, 1.0 if is_fit else None, place)
        self._zoom_was_changed()

    def pan(self, by: QPointF) -> None:
        """Move the enlarged pictures by so much, those under the pointer where they are apart."""
        self.pan_view(self._places.number_at(self.pointer), by)

    def pan_view(self, number: int, by: QPointF) -> None:
        """Move this enlarged picture, and the other one with it where they are linked."""
        self._zooming.move(number, by)
        self._zoom_was_changed()

    def set_linked(self, is_linked: bool) -> None:
        self._zooming.link(is_linked)
        self._zoom_was_changed()

    @property
    def is_linked(self) -> bool:
        return self._zooming.is_linked

    def _zoom_was_changed(self) -> None:
        self.zoom_changed.emit()
        self.update()

    # where things are

    def panels(self) -> list[Panel]:
        """Where the views lie: two of them side by side, otherwise one."""
        return self._places.panels()

    def pinned_panel(self) -> Panel | None:
        """Where the reference lies."""
        return self._places.pinned()

    def picture_size(self, number: int) -> QSizeF:
        """Of the view's picture; of the other one's where this has none."""
        return self._places.picture_size(number)

    @property
    def pointed_number(self) -> int:
        """0 with the pointer over A where both are apart, else 1: B is the newer one."""
        is_over = self.pointer is not None and self._look.is_split
        return self._places.number_at(self.pointer) if is_over else 1

    @property
    def pointer(self) -> QPointF | None:
        return self._mouse.pointer

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        work = CanvasPainter(painter, self._ink, self._look, event.region())
        panels = self.panels()
        pinned = self.pinned_panel()
        covered = [*(panels if self._look.views else ()), *([pinned] if pinned else ())]
        ground = self._regions.ground(self.rect(), covered)
        work.ground(ground, self._theme.tokens.color("players"))
        if self._look.views:
            work.views([self._enlarged(number, one) for number, one in enumerate(panels)])
        if pinned is not None and self._look.pinned is not None:
            work.pinned(Enlarged(pinned, False), self._look.pinned)
        if self._has_cross and self._look.views:
            work.crosses(panels)
        if self._loader.isActive():
            picture = self._theme.pixmap("loader", "player_label", 32)
            work.loader(panels, picture, 360 / LOADER_STEPS * self._loader_step)
        painter.end()

    def _enlarged(self, number: int, panel: Panel) -> Enlarged:
        scale = self._zooming.of(number).scale
        return Enlarged(panel, scale is not None and scale >= 1)

    @Slot()
    def _turn_loader(self) -> None:
        self._loader_step = (self._loader_step + 1) % LOADER_STEPS
        self.update()

    @Slot()
    def _retheme(self) -> None:
        self._ink = Ink(self._theme)
        self.update()

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)
        self.pointed.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._mouse.wheel(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._mouse.leave()
        self.pointed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    # dropping a picture

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_picture(event.mimeData()) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()  # the window takes what else can be dropped

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_picture(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.picture_dropped.emit(path)
