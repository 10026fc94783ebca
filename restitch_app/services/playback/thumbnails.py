"""Small pictures of first and last frames, made from the stored PNGs; decodes no video."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from restitch_app.analysis.arrays import Rgb
from restitch_app.domain.errors import StorageError
from restitch_app.domain.versions import Picture
from restitch_app.media.atomic import atomic_file, storage_errors
from restitch_app.media.pictures import read_png
from restitch_app.services.project.project import Project

THUMBS = "media/thumbs"
HEIGHT_PX = 96  # the timeline shows 48 px of it at most, and twice that on a dense screen
WIDEST_PX = 384  # a banner of a clip stays a thumbnail
HELD_THUMBNAILS = 512  # about 25 MB of 170x96 pictures
JPEG_QUALITY = 85

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Thumbnail:
    width_px: int
    height_px: int
    rgb: bytes
    """Three bytes a pixel, row after row without padding."""


class Thumbnails:
    """Remembers the latest in memory and all on disk, where deleting them loses nothing.

    Safe on any thread. `of` reads files: call it on a pool.
    """

    def __init__(self, project: Project, held: int = HELD_THUMBNAILS) -> None:
        self._project = project
        self._capacity = held
        self._held: OrderedDict[str, Thumbnail] = OrderedDict()
        self._lock = threading.Lock()

    def held(self, picture: Picture) -> Thumbnail | None:
        """Only what is in memory; instant."""
        with self._lock:
            found = self._held.get(picture.hash)
            if found is not None:
                self._held.move_to_end(picture.hash)
            return found

    def of(self, picture: Picture) -> Thumbnail:
        """Raises MediaError where the stored PNG is missing or damaged and no thumbnail is left."""
        found = self.held(picture) or self._from_disk(picture) or self._made(picture)
        with self._lock:
            self._held[picture.hash] = found
            self._held.move_to_end(picture.hash)
            while len(self._held) > self._capacity:
                self._held.popitem(last=False)
        return found

    def _from_disk(self, picture: Picture) -> Thumbnail | None:
        try:
            stored = np.fromfile(self._file(picture), dtype=np.uint8)
        except OSError:  # not made yet, or not readable: it is made again
            return None
        bgr = cv2.imdecode(stored, cv2.IMREAD_COLOR) if stored.size else None
        if bgr is None:
            return None
        return _thumbnail(np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), np.uint8))

    def _made(self, picture: Picture) -> Thumbnail:
        small = _scaled(read_png(self._project.path(picture.file)))
        self._store(self._file(picture), small)
        return _thumbnail(small)

    def _store(self, path: Path, rgb: Rgb) -> None:
        quality = [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY]
        _, encoded = cv2.imencode(".jpg", cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR), quality)
        try:
            with storage_errors(path):
                path.parent.mkdir(parents=True, exist_ok=True)
            with atomic_file(path) as unfinished:
                unfinished.write_bytes(encoded.tobytes())
        except StorageError as error:  # a read-only project is shown all the same
            log.debug("Thumbnail is kept in memory only: %s", error)

    def _file(self, picture: Picture) -> Path:
        return self._project.path(f"{THUMBS}/{picture.hash}.jpg")


def _scaled(rgb: Rgb) -> Rgb:
    """Averaged over areas, so that fine detail does not turn into shimmer. Never enlarged."""
    height, width = rgb.shape[:2]
    factor = min(1.0, HEIGHT_PX / height, WIDEST_PX / width)
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    return np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.uint8)


def _thumbnail(rgb: Rgb) -> Thumbnail:
    height, width = rgb.shape[:2]
    return Thumbnail(width, height, rgb.tobytes())
