"""Small pictures of versions for lists and dialogs, loaded in the background."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from restitch_app.domain.errors import RestitchError
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Picture

if TYPE_CHECKING:
    from restitch_app.bridge.job_runner import JobRunner
    from restitch_app.services.project.project import Project

MOST_HELD = 60


class StoredPictures(QObject):
    """Asking never waits; `arrived` says that one more picture is there."""

    arrived = Signal()

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._held: dict[str, QPixmap] = {}
        self._asked: set[str] = set()

    def forget(self) -> None:
        """Another project, or none."""
        self._held.clear()
        self._asked.clear()

    def pixmap(self, project: Project, picture: Picture) -> QPixmap | None:
        """None while it is not loaded, and where it cannot be."""
        if picture.hash in self._held:
            return self._held[picture.hash]
        if picture.hash not in self._asked:
            self._asked.add(picture.hash)
            job = self._runner.submit("Small picture", partial(_load, project, picture), priority=1)
            job.succeeded.connect(partial(self._take, picture.hash))
        return None

    def _take(self, picture_hash: str, image: object) -> None:
        if isinstance(image, QImage) and picture_hash in self._asked:
            while len(self._held) >= MOST_HELD:
                oldest = next(iter(self._held))
                del self._held[oldest]
                self._asked.discard(oldest)
            self._held[picture_hash] = QPixmap.fromImage(image)
            self.arrived.emit()


def _load(project: Project, picture: Picture, _ctx: JobContext) -> QImage | None:
    from restitch_app.services.playback.thumbnails import Thumbnails

    try:
        small = Thumbnails(project).of(picture)
    except RestitchError:  # the row says so by showing none
        return None
    width = small.width_px
    image = QImage(small.rgb, width, small.height_px, 3 * width, QImage.Format.Format_RGB888)
    return image.copy()
