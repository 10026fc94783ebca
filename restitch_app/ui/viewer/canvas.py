"""The one widget that paints both views, in one go, so that neither is ever a frame ahead."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QRegion, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from restitch_app.services.playback.frames import FrameFault, Picture
from restitch_app.ui.review_state import CompareMode
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.viewer.ink import CENTRE, HANDLE_PX, LEFT, RIGHT, Ink, LabelForm
from restitch_app.ui.viewer.layout import (
    FIT,
    MAX_SCALE,
    MIN_SCALE,
    Panel,
    Zoom,
    panel_areas,
    panel_of,
)
from restitch_app.ui.viewer.shown import Shown, View, image_of
from restitch_app.ui.viewer.wording import seed_text

LOADER_STEP_MS = 100
LOADER_STEPS = 8
ZOOM_STEP = 1.25
USUAL_GAIN = 4
DIFFERENCE = FrameFault("A and B differ in size", "Their difference cannot be shown.")
MISSING = FrameFault("There is no difference to show", "A or B has no picture at this frame.")


class Canvas(QWidget):
    """Shows what `show_frame` was handed last, in the mode chosen."""

    zoom_changed = Signal()
    wipe_moved = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ink = Ink(theme)
        self._shown: Shown | None = None
        self._difference: tuple[Picture, QImage] | FrameFault | None = None
        self._mode = CompareMode.SINGLE
        self._zooms = [FIT, FIT]
        self._is_linked = True
        self._wipe = 0.5
        self._gain = USUAL_GAIN
        self._shows_b = False
        self._is_moving = False
        self._captions = ("", "")
        self._pressed: QPointF | None = None
        self._is_wiping = False
        self._loader_step = 0
        self._loader = QTimer(self)
        self._loader.setInterval(LOADER_STEP_MS)
        self._loader.timeout.connect(self._turn_loader)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 160)
        theme.changed.connect(self._retheme)

    # what to show

    def show_frame(self, shown: Shown, captions: tuple[str, str]) -> None:
        """`captions`: what each view says of its frame, such as `Frame 78 of 81`."""
        self._shown = shown
        self._captions = captions
        self._difference = None
        self.update()

    def clear(self) -> None:
        self._shown = self._difference = None
        self.update()

    @property
    def shown_frame(self) -> int | None:
        """Scene frame that the next paint shows in every view."""
        return self._shown.frame if self._shown else None

    def set_mode(self, mode: CompareMode) -> None:
        self._mode = mode
        self.update()

    def set_moving(self, is_moving: bool) -> None:
        """While the playhead moves pictures are scaled quickly, at rest smoothly."""
        if is_moving != self._is_moving:
            self._is_moving = is_moving
            self.update()

    @Slot(bool)
    def set_waiting(self, is_waiting: bool) -> None:
        if is_waiting:
            self._loader.start()
        else:
            self._loader.stop()
        self.update()

    def set_gain(self, gain: int) -> None:
        self._gain = gain
        self._difference = None
        self.update()

    @property
    def shows_b(self) -> bool:
        return self._shows_b

    def flip(self) -> None:
        self._shows_b = not self._shows_b
        self.update()

    @property
    def wipe(self) -> float:
        """Where the wipe's line stands, 0.0 at the picture's left edge to 1.0."""
        return self._wipe

    # zoom

    @property
    def zoom(self) -> Zoom:
        return self._zooms[0]

    def set_scale(self, scale: float | None) -> None:
        """Screen pixels per picture pixel, in both views; None fits them."""
        self._zooms = [replace(zoom, scale=scale) if scale else FIT for zoom in self._zooms]
        self._zoom_was_changed()

    def set_linked(self, is_linked: bool) -> None:
        self._is_linked = is_linked
        if is_linked:
            self._zooms[1] = self._zooms[0]
            self._zoom_was_changed()

    def _set_zoom(self, number: int, zoom: Zoom) -> None:
        for one in (0, 1) if self._is_linked or not self._is_split else (number,):
            self._zooms[one] = zoom
        self._zoom_was_changed()

    def _zoom_was_changed(self) -> None:
        self.zoom_changed.emit()
        self.update()

    # where things are

    @property
    def _views(self) -> tuple[View, ...]:
        return self._shown.views if self._shown else ()

    @property
    def _is_split(self) -> bool:
        return self._mode is CompareMode.SIDE_BY_SIDE and len(self._views) == 2

    def panels(self) -> list[Panel]:
        """Where the views lie: two of them side by side, otherwise one."""
        areas = panel_areas(QRectF(self.rect()), 2 if self._is_split else 1)
        return [
            panel_of(area, self._size(number), zoom)
            for number, (area, zoom) in enumerate(zip(areas, self._zooms, strict=False))
        ]

    def _size(self, number: int) -> QSizeF:
        """Of the view's picture; of the other one's where this has none."""
        images = [view.image for view in self._views]
        ordered = [*images[number:], *images[:number]]
        found = next((image for image in ordered if image is not None), None)
        return QSizeF(found.size()) if found is not None else QSizeF(16, 9)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        panels = self.panels()
        self._paint_ground(painter, panels)
        smooth = QPainter.RenderHint.SmoothPixmapTransform
        painter.setRenderHint(smooth, not self._is_moving)
        if self._views:
            self._paint_views(painter, panels)
        if self._loader.isActive():
            self._paint_loader(painter, panels)
        painter.end()

    def _paint_ground(self, painter: QPainter, panels: list[Panel]) -> None:
        """All that no picture covers: filling below them too would cost as much as painting one."""
        ground = QRegion(self.rect())
        if self._views:
            for panel in panels:
                ground -= QRegion(panel.visible.toRect())
        painter.setClipRegion(ground)
        painter.fillRect(self.rect(), self._theme.tokens.color("players"))
        painter.setClipping(False)

    def _paint_views(self, painter: QPainter, panels: list[Panel]) -> None:
        views = self._views
        if len(views) == 1 or self._mode is CompareMode.SINGLE:
            self._paint_one(painter, panels[0], views[-1], self._captions[-1])
        elif self._mode is CompareMode.SIDE_BY_SIDE:
            for panel, view, caption in zip(panels, views, self._captions, strict=True):
                self._paint_one(painter, panel, view, caption)
        elif self._mode is CompareMode.TOGGLE:
            number = 1 if self._shows_b else 0
            self._paint_one(painter, panels[0], views[number], self._captions[number])
        elif self._mode is CompareMode.WIPE:
            self._paint_wipe(painter, panels[0])
        else:
            self._paint_difference(painter, panels[0])

    def _paint_one(self, painter: QPainter, panel: Panel, view: View, caption: str) -> None:
        self._paint_view(painter, panel, view, panel.visible)
        self._ink.label(painter, panel.label, view.side, LabelForm.WIDE)
        self._ink.caption(painter, panel.caption, caption, RIGHT)
        if view.side.version is not None:
            self._ink.caption(painter, panel.caption, seed_text(view.side.version), LEFT)

    def _paint_view(self, painter: QPainter, panel: Panel, view: View, clip: QRectF) -> None:
        painter.save()
        painter.setClipRect(clip)
        if view.image is not None:
            painter.drawImage(panel.picture, view.image)
        elif isinstance(view.result, FrameFault):
            self._ink.fault(painter, panel.visible, view.result)
        painter.restore()

    def _paint_wipe(self, painter: QPainter, panel: Panel) -> None:
        a, b = self._views
        x = self._wipe_x(panel)
        left, right = QRectF(panel.visible), QRectF(panel.visible)
        left.setRight(x)
        right.setLeft(x)
        self._paint_view(painter, panel, a, left)
        self._paint_view(painter, panel, b, right)
        self._ink.wipe_line(painter, x, panel.visible)
        self._paint_pair_labels(painter, panel, "Drag to wipe")

    def _paint_difference(self, painter: QPainter, panel: Panel) -> None:
        found = self._difference_image()
        if isinstance(found, FrameFault):
            self._ink.fault(painter, panel.visible, found)
        else:
            painter.save()
            painter.setClipRect(panel.visible)
            painter.drawImage(panel.picture, found[1])
            painter.restore()
        self._paint_pair_labels(painter, panel, f"A − B, ×{self._gain}")

    def _paint_pair_labels(self, painter: QPainter, panel: Panel, middle: str) -> None:
        a, b = self._views
        self._ink.label(painter, panel.label, a.side, LabelForm.LEFT)
        self._ink.label(painter, panel.label, b.side, LabelForm.RIGHT)
        self._ink.caption(painter, panel.label, middle, CENTRE)
        self._ink.caption(painter, panel.caption, self._captions[1], CENTRE)
        for view, align in ((a, LEFT), (b, RIGHT)):
            if view.side.version is not None:
                self._ink.caption(painter, panel.caption, seed_text(view.side.version), align)

    def _difference_image(self) -> tuple[Picture, QImage] | FrameFault:
        if self._difference is None:
            self._difference = self._made_difference()
        return self._difference

    def _made_difference(self) -> tuple[Picture, QImage] | FrameFault:
        from restitch_app.services.playback.differing import difference  # cv2: not at start-up

        a, b = (view.result for view in self._views)
        if not isinstance(a, Picture) or not isinstance(b, Picture):
            return MISSING
        made = difference(a, b, self._gain)
        return (made, image_of(made)) if made is not None else DIFFERENCE

    def _paint_loader(self, painter: QPainter, panels: list[Panel]) -> None:
        picture = self._theme.pixmap("loader", "player_label", 32)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for panel in panels:
            centre = panel.visible.center()
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 150))
            painter.drawEllipse(centre, 26, 26)
            painter.translate(centre)
            painter.rotate(360 / LOADER_STEPS * self._loader_step)
            painter.drawPixmap(QPointF(-16, -16), picture)
            painter.restore()

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
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self._is_wiping = self._is_at_wipe(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._pressed is None:
            over = self._is_at_wipe(place)
            self.setCursor(Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.ArrowCursor)
        elif self._is_wiping:
            self._set_wipe(place.x())
        else:
            self._pan(place - self._pressed)
            self._pressed = place

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self._is_wiping = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._mode is CompareMode.WIPE:
            self._wipe = 0.5
            self.wipe_moved.emit(self._wipe)
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        number = self._number_at(event.position())
        panel = self.panels()[number]
        now = panel.picture.width() / max(1.0, self._size(number).width())
        factor = ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP
        scale = min(MAX_SCALE, max(MIN_SCALE, now * factor))
        self._set_zoom(number, replace(self._zooms[number], scale=scale))

    def _pan(self, by: QPointF) -> None:
        if self._pressed is None:
            return
        number = self._number_at(self._pressed)
        shown = self.panels()[number].picture.size()
        self._set_zoom(number, self._zooms[number].moved(by, shown))

    def _number_at(self, place: QPointF) -> int:
        return 1 if self._is_split and place.x() > self.width() / 2 else 0

    def _is_at_wipe(self, place: QPointF) -> bool:
        if self._mode is not CompareMode.WIPE or len(self._views) != 2:
            return False
        panel = self.panels()[0]
        inside = panel.visible.adjusted(-HANDLE_PX / 2, 0, HANDLE_PX / 2, 0).contains(place)
        return inside and abs(place.x() - self._wipe_x(panel)) <= HANDLE_PX / 2

    def _wipe_x(self, panel: Panel) -> float:
        return panel.visible.left() + self._wipe * panel.visible.width()

    def _set_wipe(self, x: float) -> None:
        visible = self.panels()[0].visible
        self._wipe = min(1.0, max(0.0, (x - visible.left()) / max(1.0, visible.width())))
        self.wipe_moved.emit(self._wipe)
        self.update()
