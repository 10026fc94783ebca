"""The three pictures of the boundary page: one zoom and one pointer for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme.theme import Theme

if TYPE_CHECKING:  # loads cv2, which the first worker does after the window is shown
    from restitch_app.services.boundaries.pictures import PlainPicture

LARGEST_ZOOM = 8.0
ZOOM_STEP = 1.25
DEGREES_PER_NOTCH = 120
CROSS_PX = 7


def image_of(picture: PlainPicture) -> QImage:
    width = picture.width_px
    image = QImage(picture.rgb, width, picture.height_px, 3 * width, QImage.Format.Format_RGB888)
    return image.copy()  # the bytes belong to the picture


class SharedZoom(QObject):
    """What part of each picture is shown, and where the pointer is; in shares of the picture."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.factor = 1.0
        self.centre = QPointF(0.5, 0.5)
        self.pointer: QPointF | None = None

    def zoom_at(self, point: QPointF, notches: float) -> None:
        """Closer or further away; `point` stays where it is on the screen."""
        before = self.factor
        self.factor = max(1.0, min(LARGEST_ZOOM, before * ZOOM_STEP**notches))
        shift = (point - self.centre) * (1 - before / self.factor)
        self.centre += shift
        self._keep_inside()

    def move(self, by: QPointF) -> None:
        self.centre += by
        self._keep_inside()

    def reset(self) -> None:
        self.factor, self.centre = 1.0, QPointF(0.5, 0.5)
        self.changed.emit()

    def point_at(self, point: QPointF | None) -> None:
        if point != self.pointer:
            self.pointer = point
            self.changed.emit()

    def _keep_inside(self) -> None:
        half = 0.5 / self.factor
        self.centre = QPointF(
            max(half, min(1 - half, self.centre.x())), max(half, min(1 - half, self.centre.y()))
        )
        self.changed.emit()


class PictureView(QWidget):
    def __init__(self, zoom: SharedZoom, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom, self._theme = zoom, theme
        self._image: QImage | None = None
        self._message = ""
        self._drag_from: QPointF | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(96, 54)
        zoom.changed.connect(self.update)
        theme.changed.connect(self.update)

    @property
    def image(self) -> QImage | None:
        return self._image

    def sizeHint(self) -> QSize:
        return QSize(400, 230)

    def set_image(self, image: QImage | None, message: str = "") -> None:
        """`message` is told where there is no picture."""
        self._image, self._message = image, message
        self.setAccessibleDescription("" if image is not None else tr(message))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens = self._theme.tokens
        if self._image is None:
            painter.setPen(tokens.color("player_caption"))
            centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), int(centred), tr(self._message))
            painter.end()
            return
        box = self._box()
        painter.drawImage(box, self._image, self._source())
        if self._zoom.pointer is not None:
            self._paint_cross(painter, box, self._zoom.pointer)
        painter.end()

    def _paint_cross(self, painter: QPainter, box: QRectF, pointer: QPointF) -> None:
        shown = self._shown()
        x = box.left() + (pointer.x() - shown.left()) / shown.width() * box.width()
        y = box.top() + (pointer.y() - shown.top()) / shown.height() * box.height()
        if not box.contains(QPointF(x, y)):
            return
        for color, width in ((QColor(0, 0, 0, 160), 3.0), (QColor(Qt.GlobalColor.white), 1.0)):
            painter.setPen(QPen(color, width))
            painter.drawLine(QPointF(x - CROSS_PX, y), QPointF(x + CROSS_PX, y))
            painter.drawLine(QPointF(x, y - CROSS_PX), QPointF(x, y + CROSS_PX))

    def _box(self) -> QRectF:
        """Where the picture is painted: its proportions kept, in the middle."""
        assert self._image is not None
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(0, 0, size.width(), size.height())
        box.moveCenter(QRectF(self.rect()).center())
        return box

    def _shown(self) -> QRectF:
        """The part of the picture that is shown, in shares of it."""
        side = 1 / self._zoom.factor
        shown = QRectF(0, 0, side, side)
        shown.moveCenter(self._zoom.centre)
        return shown

    def _source(self) -> QRectF:
        assert self._image is not None
        shown, width, height = self._shown(), self._image.width(), self._image.height()
        return QRectF(
            shown.left() * width,
            shown.top() * height,
            shown.width() * width,
            shown.height() * height,
        )

    def _point(self, at: QPointF) -> QPointF | None:
        """A place on the widget as a share of the picture; None beside it."""
        if self._image is None:
            return None
        box = self._box()
        if not box.contains(at):
            return None
        shown = self._shown()
        return QPointF(
            shown.left() + (at.x() - box.left()) / box.width() * shown.width(),
            shown.top() + (at.y() - box.top()) / box.height() * shown.height(),
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag_from is not None and self._image is not None:
            moved = event.position() - self._drag_from
            self._drag_from = event.position()
            box, shown = self._box(), self._shown()
            self._zoom.move(
                QPointF(
                    -moved.x() / box.width() * shown.width(),
                    -moved.y() / box.height() * shown.height(),
                )
            )
        self._zoom.point_at(self._point(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag_from = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag_from = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._zoom.reset()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._zoom.point_at(self._point(event.position()))

    def leaveEvent(self, event: object) -> None:
        self._zoom.point_at(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        point = self._point(event.position())
        if point is not None:
            self._zoom.zoom_at(point, event.angleDelta().y() / DEGREES_PER_NOTCH)
            event.accept()


class HeatScale(QWidget):
    """Same … very different, in the colours of the heat-map."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(6)
        self.setMinimumWidth(60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._colors: tuple[tuple[int, int, int], ...] = ()
        self.setAccessibleName(tr("Scale of the difference, from same to very different"))

    def set_colors(self, colors: tuple[tuple[int, int, int], ...]) -> None:
        self._colors = colors
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._colors:
            return
        painter = QPainter(self)
        width = self.width() / len(self._colors)
        for number, color in enumerate(self._colors):
            painter.fillRect(QRectF(number * width, 0, width + 1, self.height()), QColor(*color))
        painter.end()
