"""What is measured of every frame of a clip, decoded once ever: kept by the file's content."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from restitch_app.analysis.arrays import Floats, Gray
from restitch_app.analysis.scale import to_analysis_size
from restitch_app.analysis.ssim import ssim
from restitch_app.analysis.tone import tone
from restitch_app.domain.drift import Quantity
from restitch_app.domain.errors import StorageError
from restitch_app.media.atomic import atomic_file, storage_errors
from restitch_app.media.luma import luma, thumbnail_rgb
from restitch_app.media.reader import open_reader
from restitch_app.services.project.project import Project

FOLDER = "media/continuity"
"""Inside the project; deleting it loses nothing but time."""
MEASURE_VERSION = 1
"""Of everything in a row; files of another version are measured anew."""
COLUMNS = 1 + len(Quantity)
"""SSIM against the frame before (NaN for the first one), then every `Quantity` in its order."""
COLOUR_HEIGHT_PX = 64
SAVE_EVERY_FRAMES = 256
"""So much is lost at most when the program is killed; a long clip goes on from there."""
HELD_CURVES = 16_384  # 2 kB each at 81 frames

log = logging.getLogger(__name__)

BeforeFrame = Callable[[], object]
"""Called before each frame is decoded; may wait, and raises JobCancelled to stop."""


@dataclass(frozen=True, slots=True)
class MeasuredClip:
    """A file as the curves know it: by what is in it."""

    file: str
    """Relative to the project folder."""
    sha256: str
    frame_count: int


class ClipCurves:
    """Rows of a clip, float32 (frames, COLUMNS). Safe on any thread."""

    def __init__(self, project: Project, held: int = HELD_CURVES) -> None:
        self._project = project
        self._capacity = held
        self._held: OrderedDict[tuple[str, int], Floats] = OrderedDict()
        self._lock = threading.Lock()

    def known(self, clip: MeasuredClip, height: int) -> Floats | None:
        """All rows, or None where the clip was not measured to its end. Decodes nothing."""
        rows = self._found(clip, height)
        return rows if rows is not None and len(rows) >= clip.frame_count else None

    def measured(
        self,
        clip: MeasuredClip,
        height: int,
        before_frame: BeforeFrame,
        wanted: Collection[int] = (),
    ) -> tuple[Floats, Mapping[int, Gray]]:
        """Go on from where an earlier pass was stopped, to the end.

        Also returns luma at `height` of those `wanted` frames that were decoded on the way.
        Raises MediaError, and what `before_frame` raises; the rows until then are kept.
        """
        begun = self._found(clip, height)
        done = 0 if begun is None else len(begun)
        rows = np.full((clip.frame_count, COLUMNS), np.nan, dtype=np.float32)
        if begun is not None:
            rows[:done] = begun
        saved, start = done, max(0, done - 1)
        pictures: dict[int, Gray] = {}
        before: Gray | None = None
        path = self._project.path(clip.file)
        try:
            with open_reader(path, self._project.frame_index(clip.file)) as reader:
                for number in range(start, clip.frame_count):
                    before_frame()
                    frame = reader.frame(number)
                    picture = to_analysis_size(luma(frame), height)
                    if number in wanted:
                        pictures[number] = picture
                    if number >= done:
                        found = tone(picture, thumbnail_rgb(frame, COLOUR_HEIGHT_PX))
                        similarity = np.nan if before is None else ssim(before, picture)
                        rows[number] = (similarity, *(found[one] for one in Quantity))
                        done = number + 1
                    before = picture
                    if done - saved >= SAVE_EVERY_FRAMES:
                        self._keep(clip, height, rows[:done].copy())
                        saved = done
        finally:
            if done > saved:
                self._keep(clip, height, rows[:done].copy())
        return rows, pictures

    def _found(self, clip: MeasuredClip, height: int) -> Floats | None:
        key = (clip.sha256, height)
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        rows = self._from_disk(clip, height)
        if rows is not None:
            self._hold(key, rows)
        return rows

    def _hold(self, key: tuple[str, int], rows: Floats) -> None:
        with self._lock:
            self._held[key] = rows
            self._held.move_to_end(key)
            while len(self._held) > self._capacity:
                self._held.popitem(last=False)

    def _from_disk(self, clip: MeasuredClip, height: int) -> Floats | None:
        """None for what is not there, not readable or not what was written."""
        try:
            with self._path(clip, height).open("rb") as file:
                rows = np.lib.format.read_array(file, allow_pickle=False)
        except (OSError, ValueError, EOFError):
            return None
        is_ours = rows.dtype == np.float32 and rows.ndim == 2 and rows.shape[1] == COLUMNS
        return rows if is_ours and 0 < len(rows) <= clip.frame_count else None

    def _keep(self, clip: MeasuredClip, height: int, rows: Floats) -> None:
        self._hold((clip.sha256, height), rows)
        path = self._path(clip, height)
        try:
            with storage_errors(path):
                path.parent.mkdir(parents=True, exist_ok=True)
            with atomic_file(path) as unfinished, unfinished.open("wb") as file:
                np.lib.format.write_array(file, rows, allow_pickle=False)
        except StorageError as error:  # a read-only project is measured all the same
            log.debug("the curve of %s is kept in memory only: %s", clip.file, error)

    def _path(self, clip: MeasuredClip, height: int) -> Path:
        name = f"{clip.sha256}_{height}_{MEASURE_VERSION}.npy"
        return self._project.path(f"{FOLDER}/{name}")
