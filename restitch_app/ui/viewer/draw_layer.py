"""The sheet over the players that shows drawings, and takes the mouse while one draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from restitch_app.domain.notes import Pen, Stroke
from restitch_app.ui.language.translating import tr
from restitch_app.ui.state.review_state import CompareMode
from restitch_app.ui.viewer.canvas import Canvas
from restitch_app.ui.viewer.canvas_painter import wipe_x
from restitch_app.ui.viewer.draw_bar import DrawBar
from restitch_app.ui.viewer.strokes import paint_strokes, point_in

LEAST_STEP = 0.002
"""Points of a free line that lie nearer than this share of the picture are left out."""
BAR_TOP = 40


@dataclass(frozen=True, slots=True)
class Sheet:
    """A version's picture on the canvas."""

    version_id: int
    picture: QRectF
    clip: QRectF


class DrawLayer(QWidget):
    """Hidden while there is nothing to show, so that playing costs nothing more."""

    saved = Signal(int, int, object, str)  # version id, scene frame, strokes, text
    ended = Signal()

    def __init__(self, canvas: Canvas, strokes_of: Callable[[int], Sequence[Stroke]]) -> None:
        """`strokes_of`: what is drawn on this version (id) at the frame that is shown."""
        super().__init__(canvas)
        self._canvas, self._strokes_of = canvas, strokes_of
        self._strokes: list[Stroke] = []
        self._version_id: int | None = None
        self._frame: int | None = None
        self._is_drawing = self._is_down = False
        self.setObjectName("draw_layer")
        self.setAccessibleName(tr("Drawing on the frame"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.bar = DrawBar(self)
        self.bar.hide()
        self.bar.saved.connect(self.save)
        self.bar.cancelled.connect(self.cancel)
        self.bar.undone.connect(self.undo_stroke)
        canvas.installEventFilter(self)
        canvas.look_changed.connect(self.refresh)
        canvas.zoom_changed.connect(self.refresh)
        self._take_mouse(False)
        self.hide()

    @property
    def is_drawing(self) -> bool:
        return self._is_drawing

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """Of the drawing under way."""
        return tuple(self._strokes)

    def sheets(self) -> list[Sheet]:
        """Whose pictures are seen where; none of a difference."""
        look = self._canvas.look
        views, panels = look.views, self._canvas.panels()
        if not views or (look.is_pair and look.mode is CompareMode.DIFFERENCE):
            return []
        if look.is_pair and look.mode is CompareMode.WIPE:
            x, panel = wipe_x(look, panels[0]), panels[0]
            left, right = QRectF(panel.visible), QRectF(panel.visible)
            left.setRight(x)
            right.setLeft(x)
            found = [(views[0], panel, left), (views[1], panel, right)]
        elif look.is_split:
            found = [(v, p, p.visible) for v, p in zip(views, panels, strict=False)]
        else:
            shown = views[1 if look.shows_b else 0] if look.is_pair else views[-1]
            found = [(shown, panels[0], panels[0].visible)]
        return [
            Sheet(view.side.version.id, panel.picture, clip)
            for view, panel, clip in found
            if view.side.version is not None and not view.side.is_blind
        ]

    @Slot()
    def refresh(self) -> None:
        has_drawings = any(self._strokes_of(sheet.version_id) for sheet in self.sheets())
        self.setGeometry(self._canvas.rect())
        self.setVisible(self._is_drawing or has_drawings)
        if self.isVisible():
            self.update()

    # drawing

    def start(self) -> None:
        self._strokes, self._version_id = [], None
        self._frame = self._canvas.shown_frame
        self._is_drawing = True
        self._take_mouse(True)
        self.bar.text.clear()
        self.bar.show()
        self.refresh()
        self.raise_()
        self._place_bar()
        self.setFocus()

    @Slot()
    def save(self) -> None:
        """Nothing drawn: as Cancel."""
        if self._strokes and self._version_id is not None:
            strokes, text = tuple(self._strokes), self.bar.text.text().strip()
            version_id, frame = self._version_id, self._frame
            self._end()
            self.saved.emit(version_id, frame, strokes, text)
        else:
            self._end()

    @Slot()
    def cancel(self) -> None:
        if self._is_drawing:
            self._end()

    @Slot()
    def undo_stroke(self) -> None:
        if self._strokes:
            self._strokes.pop()
            if not self._strokes:
                self._version_id = None
            self.update()

    def _end(self) -> None:
        self._is_drawing = self._is_down = False
        self._take_mouse(False)
        self.bar.hide()
        self._strokes, self._version_id = [], None
        self._canvas.setFocus()
        self.refresh()
        self.ended.emit()

    def _take_mouse(self, takes: bool) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not takes)
        self.setCursor(Qt.CursorShape.CrossCursor if takes else Qt.CursorShape.ArrowCursor)

    def _place_bar(self) -> None:
        self.bar.adjustSize()
        width = min(self.bar.width(), self.width())
        self.bar.setGeometry((self.width() - width) // 2, BAR_TOP, width, self.bar.height())

    def _sheet_at(self, place: QPointF) -> Sheet | None:
        """The one that is drawn on already, else the one under the mouse."""
        if self._canvas.shown_frame != self._frame:
            return None
        for sheet in self.sheets():
            is_ours = self._version_id in (None, sheet.version_id)
            if is_ours and sheet.clip.contains(place):
                return sheet
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        sheet = self._sheet_at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or sheet is None:
            return
        self.setFocus()
        self._is_down = True
        self._version_id = sheet.version_id
        point = point_in(sheet.picture, event.position())
        self._strokes.append(Stroke(self.bar.pen, self.bar.ink, (point,)))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        sheet = next((one for one in self.sheets() if one.version_id == self._version_id), None)
        if not self._is_down or sheet is None:
            return
        stroke = self._strokes[-1]
        point = point_in(sheet.picture, event.position())
        points = stroke.points
        if stroke.pen is not Pen.FREE:
            points = (points[0], point)
        elif max(abs(point[0] - points[-1][0]), abs(point[1] - points[-1][1])) >= LEAST_STEP:
            points = (*points, point)
        self._strokes[-1] = replace(stroke, points=points)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_down:
            self._is_down = False
            stroke = self._strokes[-1]
            if stroke.pen is not Pen.FREE and len(set(stroke.points)) < 2:
                self.undo_stroke()  # an arrow or a box of no size is a slip

    def event(self, event: QEvent) -> bool:
        """While one draws, its keys are its own and the window's do nothing."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_drawing:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_stroke()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif key == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.refresh()
            self._place_bar()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for sheet in self.sheets():
            painter.setClipRect(sheet.clip)
            paint_strokes(painter, self._strokes_of(sheet.version_id), sheet.picture)
            is_ours = sheet.version_id == self._version_id
            if is_ours and self._canvas.shown_frame == self._frame:
                paint_strokes(painter, self._strokes, sheet.picture)
        painter.end()
