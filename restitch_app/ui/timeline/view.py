"""The timeline that can be used: tells what the reviewer meant with mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.timeline import names
from restitch_app.ui.timeline.layout import BoundaryAt, Hit, Ruler, Segment
from restitch_app.ui.timeline.pairs import Pairs
from restitch_app.ui.timeline.pictures import ThumbnailPixmaps
from restitch_app.ui.timeline.surface import ZOOM_STEP, TimelineSurface

_Key = Qt.Key
_SELECTING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
EXTENDING = frozenset({_Key.Key_Up, _Key.Key_Down, _Key.Key_Home, _Key.Key_End})
"""With Shift, as these keys go from segment to segment and to the ends without."""
WHEEL_UNITS_PER_STEP = 120.0
SCROLL_PX_PER_STEP = 96.0


class TimelineView(TimelineSurface):
    """Changes nothing itself: the panel hears the wishes and feeds back what came of them."""

    segment_picked = Signal(int)  # sequence index
    segment_toggled = Signal(int)  # sequence index: into what is selected, or out of it
    extended = Signal(int)  # sequence index, or one outside the scene: select all up to it
    boundary_picked = Signal(int)  # left sequence index
    scrubbed = Signal(int)  # scene frame
    versions_opened = Signal(int)  # sequence index
    boundary_opened = Signal(int)  # left sequence index
    context_menu_asked = Signal(str, int, QPoint)
    """ "segment" or "boundary" and its index, or "time" and a scene frame; and where."""

    def __init__(
        self,
        theme: Theme,
        pictures: ThumbnailPixmaps,
        preview_of: Callable[[int], QImage | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, pictures, preview_of, parent)
        self.setObjectName("timeline_view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = self._hit(event.position())
        if event.button() == Qt.MouseButton.LeftButton and isinstance(hit, Ruler):
            self._is_scrubbing = True
            self.scrubbed.emit(hit.scene_frame)
        elif event.button() == Qt.MouseButton.LeftButton and isinstance(hit, Pairs):
            # The picture after the jump: the playhead then stands on the line.
            self.scrubbed.emit(self._frame_of(hit))
        elif event.button() == Qt.MouseButton.LeftButton:
            self._click(hit, event.modifiers())

    def _click(self, hit: Hit | None, held: Qt.KeyboardModifier) -> None:
        if isinstance(hit, Segment) and held & Qt.KeyboardModifier.ShiftModifier:
            self.extended.emit(hit.index)
        elif isinstance(hit, Segment) and held & Qt.KeyboardModifier.ControlModifier:
            self.segment_toggled.emit(hit.index)
        else:
            self._pick(hit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_scrubbing:
            self.scrubbed.emit(self._scale.frame_at(event.position().x() - self._names_px))
            return
        hit = self._hit(event.position())
        is_item = isinstance(hit, Segment | BoundaryAt | Pairs)
        shape = Qt.CursorShape.PointingHandCursor if is_item else Qt.CursorShape.ArrowCursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_scrubbing = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self._hit(event.position())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if isinstance(hit, Ruler) or event.modifiers() & _SELECTING:
            self.mousePressEvent(event)
        else:
            self._open(hit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        steps = (turned.y() or turned.x()) / WHEEL_UNITS_PER_STEP
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            anchor = event.position().x() - self._names_px
            self.set_zoom(self.zoom * ZOOM_STEP**steps, anchor)
        else:
            pixels = event.pixelDelta()
            moved = (pixels.y() or pixels.x()) or steps * SCROLL_PX_PER_STEP
            self.scroll_by(-moved)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        hit: Hit | None
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            hit, where = self._hit(QPointF(event.pos())), event.globalPos()
        else:
            hit = self.selected()
            where = self.mapToGlobal(self._place_of(hit))
        if isinstance(hit, Segment | BoundaryAt):
            if not (isinstance(hit, Segment) and hit.index in self._several):
                self._pick(hit)
            kind = "segment" if isinstance(hit, Segment) else "boundary"
            self.context_menu_asked.emit(kind, _index(hit), where)
        elif len(self._scene):
            self.context_menu_asked.emit("time", self._frame_of(hit), where)

    def _frame_of(self, hit: Hit | None) -> int:
        """The playhead's beside the lanes."""
        if isinstance(hit, Ruler):
            return hit.scene_frame
        if isinstance(hit, Pairs):
            return self._backdrop.lane.pair_at(self._scene, hit) + 1
        return self._playhead

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self._tip_of(self._hit(QPointF(event.pos())))
            if text:
                QToolTip.showText(event.globalPos(), text, self)
            else:
                QToolTip.hideText()
            return True
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and _extends(event)
        ):
            event.accept()  # elsewhere these keys are the window's
            return True
        return super().event(event)

    def name_of(self, hit: Hit | None) -> str:
        """Of a painted item; empty beside them."""
        if isinstance(hit, BoundaryAt):
            return names.boundary_name(self._scene.marker(hit.left_index))
        if isinstance(hit, Segment):
            is_selected = hit.index == self._segment
            return names.segment_name(self._scene.tile(hit.index, is_selected=is_selected))
        if isinstance(hit, Pairs):
            return self._backdrop.lane.name_of(self._scene, hit)
        return ""

    def _tip_of(self, hit: Hit | None) -> str:
        if isinstance(hit, BoundaryAt):
            return names.boundary_tip(self._scene.marker(hit.left_index))
        if isinstance(hit, Segment):
            is_selected = hit.index == self._segment
            return names.segment_tip(self._scene.tile(hit.index, is_selected=is_selected))
        return self.name_of(hit)

    # keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stepping, zooming and opening are actions of the window; extending is ours."""
        if _extends(event):
            self.extended.emit(self._extended(Qt.Key(event.key())))
        else:
            super().keyPressEvent(event)

    def _extended(self, key: Qt.Key) -> int:
        """Sequence index that the selection reaches to now."""
        here = self._segment if self._segment is not None else self._boundary or 0
        steps = {_Key.Key_Up: here - 1, _Key.Key_Down: here + 1, _Key.Key_Home: 0}
        return steps.get(key, len(self._scene) - 1)

    def open_selected(self) -> None:
        """A boundary's page, or a segment's versions."""
        self._open(self.selected())

    def _hit(self, point: QPointF) -> Hit | None:
        return self.layout_now().hit(point)

    def selected(self) -> Hit | None:
        if self._boundary is not None:
            return BoundaryAt(self._boundary)
        return Segment(self._segment) if self._segment is not None else None

    def _pick(self, hit: Hit | None) -> None:
        if isinstance(hit, Segment):
            self.segment_picked.emit(hit.index)
        elif isinstance(hit, BoundaryAt):
            self.boundary_picked.emit(hit.left_index)

    def _open(self, hit: Hit | None) -> None:
        if isinstance(hit, Segment):
            self.versions_opened.emit(hit.index)
        elif isinstance(hit, BoundaryAt):
            self.boundary_opened.emit(hit.left_index)

    def _place_of(self, hit: Hit | None) -> QPoint:
        layout = self.layout_now()
        if isinstance(hit, BoundaryAt):
            return layout.mark_rect(hit.left_index).center().toPoint()
        if isinstance(hit, Segment):
            return layout.tile_rect(hit.index).center().toPoint()
        return self.rect().center()


def _index(hit: Segment | BoundaryAt) -> int:
    return hit.index if isinstance(hit, Segment) else hit.left_index


def _extends(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return held == Qt.KeyboardModifier.ShiftModifier and Qt.Key(event.key()) in EXTENDING
