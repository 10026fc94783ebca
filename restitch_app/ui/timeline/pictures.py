"""Thumbnails as pixmaps: what painting asks for is loaded on the pool and told once it is there."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.errors import MediaError
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Picture

if TYPE_CHECKING:  # loads cv2, which the first worker does after the window is shown
    from restitch_app.services.playback.thumbnails import Thumbnail, Thumbnails

HELD_PIXMAPS = 400
AT_ONCE = 24  # a screen of tiles is there within two or three answers


class ThumbnailPixmaps(QObject):
    """Lives on the GUI thread; asking never waits."""

    arrived = Signal()

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._source: Thumbnails | None = None
        self._held: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._wanted: dict[str, Picture] = {}
        self._is_loading = False

    def show_from(self, source: Thumbnails | None) -> None:
        """Of another project, or of none."""
        self._source = source
        self._held.clear()
        self._wanted.clear()

    def pixmap(self, picture: Picture) -> QPixmap | None:
        """None while it is not loaded, and where it cannot be."""
        if picture.hash in self._held:
            self._held.move_to_end(picture.hash)
            return self._held[picture.hash]
        self._wanted[picture.hash] = picture
        return None

    def load_wanted(self) -> None:
        """Call it after painting: what was asked for last is what is in sight."""
        if self._source is None or self._is_loading or not self._wanted:
            return
        pictures = tuple(self._wanted.values())[-AT_ONCE:]
        self._wanted.clear()
        self._is_loading = True
        job = self._runner.submit("Thumbnails", partial(_load, self._source, pictures), priority=1)
        job.succeeded.connect(self._take)
        job.ended.connect(self._go_on)

    @Slot(object)
    def _take(self, loaded: object) -> None:
        assert isinstance(loaded, _Loaded)
        if loaded.source is not self._source:
            return
        for digest, thumbnail in loaded.thumbnails:
            self._held[digest] = _pixmap(thumbnail) if thumbnail else None
        while len(self._held) > HELD_PIXMAPS:
            self._held.popitem(last=False)

    @Slot()
    def _go_on(self) -> None:
        # The painting that follows asks again for what is still missing.
        self._is_loading = False
        self.arrived.emit()


class _Loaded:
    def __init__(self, source: Thumbnails, thumbnails: list[tuple[str, Thumbnail | None]]) -> None:
        self.source = source
        self.thumbnails = thumbnails


def _load(source: Thumbnails, pictures: Sequence[Picture], ctx: JobContext) -> _Loaded:
    found: list[tuple[str, Thumbnail | None]] = []
    for done, picture in enumerate(pictures):
        ctx.progress("Thumbnails", done, len(pictures))
        try:
            found.append((picture.hash, source.of(picture)))
        except MediaError:  # shown as an empty frame; the file check names what is missing
            found.append((picture.hash, None))
    return _Loaded(source, found)


def _pixmap(thumbnail: Thumbnail) -> QPixmap:
    width, height = thumbnail.width_px, thumbnail.height_px
    image = QImage(thumbnail.rgb, width, height, 3 * width, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(image)
