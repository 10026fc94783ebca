"""SSIM of the pairs of frames that meet where two files meet: kept by content and frame."""

from __future__ import annotations

import json
import logging
import threading
from dataclasses import astuple, dataclass
from pathlib import Path

from restitch_app.domain.errors import StorageError
from restitch_app.media.atomic import atomic_file, storage_errors
from restitch_app.services.continuity.clip_curves import FOLDER, MEASURE_VERSION
from restitch_app.services.project.project import Project

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Seam:
    left_sha256: str
    left_frame: int
    right_sha256: str
    right_frame: int
    height: int


class SeamValues:
    """In memory, and in one file that `keep` writes. Safe on any thread."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._values: dict[Seam, float] | None = None
        self._is_changed = False
        self._lock = threading.Lock()

    def find(self, seam: Seam) -> float | None:
        with self._lock:
            return self._all().get(seam)

    def add(self, seam: Seam, similarity: float) -> None:
        with self._lock:
            self._all()[seam] = similarity
            self._is_changed = True

    def keep(self) -> None:
        """Write what is new since the last time; nothing where the folder refuses."""
        with self._lock:
            if not self._is_changed:
                return
            self._is_changed = False
            rows = [[*astuple(seam), value] for seam, value in self._all().items()]
        path = self._path
        try:
            with storage_errors(path):
                path.parent.mkdir(parents=True, exist_ok=True)
            with atomic_file(path) as unfinished:
                unfinished.write_text(json.dumps(rows))
        except StorageError as error:
            log.debug("values where files meet are kept in memory only: %s", error)

    def _all(self) -> dict[Seam, float]:
        if self._values is None:
            self._values = self._from_disk()
        return self._values

    def _from_disk(self) -> dict[Seam, float]:
        try:
            rows = json.loads(self._path.read_text())
            return {_seam(row[:5]): float(row[5]) for row in rows}
        except (OSError, ValueError, TypeError, IndexError):  # not there, or not ours: made again
            return {}

    @property
    def _path(self) -> Path:
        return self._project.path(f"{FOLDER}/seams_{MEASURE_VERSION}.json")


def _seam(row: list[object]) -> Seam:
    """Raises ValueError or TypeError for anything else than what `keep` writes."""
    left, left_frame, right, right_frame, height = row
    return Seam(str(left), _whole(left_frame), str(right), _whole(right_frame), _whole(height))


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"not a whole number: {value!r}")
    return value
