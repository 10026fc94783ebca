"""One frame beside a cut, as large as there is room, and what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from restitch_app.services.playback.thumbnails import Thumbnail

LEAST = QSize(240, 160)
NOTCH = 120
"""What a mouse wheel reports for one click."""


class CutPicture(QWidget):
    """The wheel steps: one notch is a frame."""

    stepped = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMinimumSize(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._image: QImage | None = None
        self._turned = 0

    @property
    def is_shown(self) -> bool:
        return self._image is not None

    def show_picture(self, picture: Thumbnail | None, told: str) -> None:
        """`told`: what it is, for those who do not see it."""
        self._image = None if picture is None else thumbnail_image(picture)
        self.setAccessibleName(told)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(fitted(self._image.size(), self.rect()), self._image)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turned += event.angleDelta().y()
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        if notches:
            self.stepped.emit(-notches)
        event.accept()


def thumbnail_image(picture: Thumbnail) -> QImage:
    width, height = picture.width_px, picture.height_px
    return QImage(picture.rgb, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def fitted(size: QSize, room: QRect) -> QRect:
    """As large as fits into the middle of `room`."""
    inside = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    found = QRect(room.topLeft(), inside)
    found.moveCenter(room.center())
    return found
