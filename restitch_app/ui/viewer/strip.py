"""Twelve frames around the nearest boundary, as they are in the scene now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.spans import Span
from restitch_app.services.playback.frames import FrameSource, Picture
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.wording import boundary_name
from restitch_app.ui.state.review_state import ReviewState
from restitch_app.ui.theme.shapes import paint_shape, shape_of_class
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import PANEL_PADDING, ColorRole
from restitch_app.ui.theme.type import TextSize
from restitch_app.ui.viewer.looping import nearest_boundary
from restitch_app.ui.viewer.retired import RetiredSources
from restitch_app.ui.viewer.shown import image_of

if TYPE_CHECKING:
    from restitch_app.services.playback.player import Playback

STRIP_HEIGHT = 90
HEADING_HEIGHT = 24
PICTURE_HEIGHT = 56
EACH_SIDE = 6
SEAM_GAP, GAP = 14, 4
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FrameStrip(QWidget):
    frame_asked = Signal(int)
    _came = Signal(int)

    def __init__(self, state: ReviewState, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._theme = state, theme
        self._source: FrameSource | None = None
        self._retired = RetiredSources()
        self._left: int | None = None
        self._frames = FrameRange(0, 0)
        self._seam = self._marked = 0
        self.setObjectName("frame_strip")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr(self._name()))
        self.setFixedHeight(STRIP_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._came.connect(self._arrived, Qt.ConnectionType.QueuedConnection)
        theme.changed.connect(self.update)
        state.playhead_moved.connect(self._follow)

    @property
    def frames(self) -> FrameRange:
        """Scene frames that it shows."""
        return self._frames

    def set_scene(self, playback: Playback | None, spans: tuple[Span, ...]) -> None:
        """Show this list of spans from now on; None shows nothing."""
        if self._source is not None:
            self._retired.add(self._source)
            self._source = None
        if playback is not None and spans:
            self._source = playback.small_frames(spans, 2 * PICTURE_HEIGHT, self._came.emit)
        self._left = None
        self._follow(self._state.playhead)

    def let_go(self) -> list[FrameSource]:
        """End all decoding; returns what has not ended yet."""
        self.set_scene(None, ())
        return self._retired.take()

    def showEvent(self, event: object) -> None:
        self._follow(self._state.playhead)

    @Slot(int)
    def _follow(self, frame: int) -> None:
        if not self.isVisible():
            return
        ranges = self._state.ranges
        left = nearest_boundary(ranges, frame)
        if left is not None and left == self._left:
            self._mark(frame)
            return
        if left is None and not self._frames:
            return  # a scene of one segment: it shows nothing at any frame
        self._marked = frame
        if left is None or self._source is None:
            self._left, self._frames = None, FrameRange(0, 0)
        else:
            self._left = left
            self._seam = ranges[left + 1].start
            start = max(ranges[left].start, self._seam - EACH_SIDE)
            stop = min(ranges[left + 1].stop, self._seam + EACH_SIDE)
            self._frames = FrameRange(start, stop)
            self._source.want(range(start, stop))
        self.setAccessibleName(tr(self._name()))
        self.update()

    def _name(self) -> str:
        if self._left is None:
            return "Frame strip"
        place = f"boundary {boundary_name(self._left)}"
        return f"Frames {self._frames.start + 1} to {self._frames.stop} around {place}"

    def _mark(self, frame: int) -> None:
        """Only the frame's ring moves: paint its old and its new place."""
        for one in (self._marked, frame):
            if one in self._frames:
                self.update(self._box(one))
        self._marked = frame

    @Slot(int)
    def _arrived(self, frame: int) -> None:
        if frame in self._frames:
            self.update(self._box(frame))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), tokens.color("panel"))
        painter.fillRect(0, 0, self.width(), 1, tokens.color("line"))
        if self._left is not None:
            self._paint_heading(painter, self._left)
            for frame in self._frames:
                if self._box(frame).intersects(event.rect()):
                    self._paint_frame(painter, frame)
        painter.end()

    def _paint_heading(self, painter: QPainter, left: int) -> None:
        tokens = self._theme.tokens
        line = QRect(PANEL_PADDING, 2, self.width() - 2 * PANEL_PADDING, HEADING_HEIGHT)
        strong = self._theme.font(TextSize.DETAIL, is_strong=True)
        painter.setFont(strong)
        painter.setPen(tokens.color("text"))
        heading = tr("Frames {first}–{last}", first=self._frames.start + 1, last=self._frames.stop)
        painter.drawText(line, LEFT, heading)
        used = painter.fontMetrics().horizontalAdvance(heading) + 10
        painter.setFont(self._theme.font(TextSize.DETAIL))
        painter.setPen(tokens.color("text_2"))
        painter.drawText(line.adjusted(used, 0, 0, 0), LEFT, tr("in the scene now"))
        words = tr("Segment {left} ends, segment {right} starts", left=left + 1, right=left + 2)
        painter.drawText(line, RIGHT, words)
        place = line.right() - painter.fontMetrics().horizontalAdvance(words) - 16
        boundary = self._state.boundary(left)
        shape = shape_of_class(boundary.boundary_class if boundary else None)
        paint_shape(painter, shape, QRectF(place, line.center().y() - 5, 11, 11), tokens)
        painter.setPen(QPen(tokens.color(self._seam_role()), 2))
        x = self._seam_x()
        painter.drawLine(x, line.top() + 6, x, self.height() - 6)

    def _seam_role(self) -> ColorRole:
        boundary = self._state.boundary(self._left) if self._left is not None else None
        return "visible" if boundary is not None and boundary.needs_smoothing else "line_strong"

    def _paint_frame(self, painter: QPainter, frame: int) -> None:
        tokens = self._theme.tokens
        box = self._box(frame)
        found = self._source.picture(frame) if self._source else None
        if isinstance(found, Picture):
            image = image_of(found)
            painter.drawImage(QRectF(box), image, _cropped(image.width(), image.height(), box))
        else:
            painter.fillRect(box, tokens.color("hover"))
        if found is not None and not isinstance(found, Picture):
            icon = self._theme.pixmap("file-warning", "visible")
            painter.drawPixmap(box.center() - QPoint(8, 8), icon)
        if frame == self._marked:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(box.adjusted(0, 0, -1, -1))

    # where things are

    def _width(self) -> float:
        room = self.width() - 2 * PANEL_PADDING - SEAM_GAP - (2 * EACH_SIDE - 2) * GAP
        return max(1.0, room / (2 * EACH_SIDE))

    def _box(self, frame: int) -> QRect:
        place = frame - self._seam
        middle = self._seam_x()
        half = SEAM_GAP / 2 if place >= 0 else -SEAM_GAP / 2 + GAP
        left = middle + half + place * (self._width() + GAP)
        top = HEADING_HEIGHT + 4
        return QRect(round(left), top, round(self._width()), PICTURE_HEIGHT)

    def _seam_x(self) -> int:
        return self.width() // 2

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        for frame in self._frames:
            if self._box(frame).contains(place):
                self.frame_asked.emit(frame)


def _cropped(width: int, height: int, box: QRect) -> QRectF:
    """The middle of a picture, in the proportions of `box`."""
    scale = min(width / box.width(), height / box.height())
    seen_width, seen_height = box.width() * scale, box.height() * scale
    return QRectF((width - seen_width) / 2, (height - seen_height) / 2, seen_width, seen_height)
