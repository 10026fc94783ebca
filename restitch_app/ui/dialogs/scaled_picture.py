"""Pictures at the size they are shown at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from restitch_app.domain.progress import JobContext
from restitch_app.ui.boundary.views import image_of

if TYPE_CHECKING:
    from restitch_app.services.boundaries.pictures import PlainPicture


def scaled(picture: PlainPicture, room_px: QSize) -> QImage:
    """As large as fits in `room_px`. Any thread."""
    keep = Qt.AspectRatioMode.KeepAspectRatio
    return image_of(picture).scaled(room_px, keep, Qt.TransformationMode.SmoothTransformation)


def read_scaled(path: Path, room_px: QSize, _ctx: JobContext) -> QImage:
    """As large as fits in `room_px`. Raises FileNotFoundError; runs on a pool thread."""
    reader = QImageReader(str(path))
    reader.setScaledSize(reader.size().scaled(room_px, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise FileNotFoundError(f"{path}: {reader.errorString()}")
    return image
