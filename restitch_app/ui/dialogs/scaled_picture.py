"""A stored picture, read at the size it is shown at."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from restitch_app.domain.progress import JobContext


def read_scaled(path: Path, room_px: QSize, _ctx: JobContext) -> QImage:
    """As large as fits in `room_px`. Raises FileNotFoundError; runs on a pool thread."""
    reader = QImageReader(str(path))
    reader.setScaledSize(reader.size().scaled(room_px, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise FileNotFoundError(f"{path}: {reader.errorString()}")
    return image
