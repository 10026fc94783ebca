"""Where imported versions came from, kept with the event of their import.

A second import of the same clips is known by it, and the originals of what was cut or converted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from restitch_app.domain.errors import MediaError
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.versions import Scene
from restitch_app.media.sequence import PictureSequence, find_sequence
from restitch_app.services.imports.clip_scan import file_sha256
from restitch_app.services.imports.wishes import ClipPiece
from restitch_app.services.project.project import Project
from restitch_app.store.values import Event

IMPORTED = "imported"
MOST_IMPORTS = 1000
"""Events that are looked at; there is one an imported scene."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A file that a version was made from, as it was when it was imported."""

    path: str
    size_bytes: int
    sha256: str
    """Empty where it could not be read."""
    first_frame: int | None = None
    """With `stop_frame` the frames that were taken, from 0; None for all."""
    stop_frame: int | None = None
    how: str = ""
    """What was done with it: copied, cut, converted to ..."""
    version_id: int | None = None
    """None for a clip that was refused."""

    @property
    def frames(self) -> FrameRange | None:
        if self.first_frame is None or self.stop_frame is None:
            return None
        return FrameRange(self.first_frame, self.stop_frame)

    def to_json(self) -> dict[str, object]:
        return {key: value for key, value in asdict(self).items() if value not in (None, "")}


class OriginReader:
    """Hashes each file once."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[int, str]] = {}

    def learn(self, path: Path, size_bytes: int, sha256: str) -> None:
        self._known[path] = size_bytes, sha256

    def origin(self, piece: ClipPiece, how: str = "", version_id: int | None = None) -> Origin:
        if piece.path not in self._known:
            self._known[piece.path] = _hashed(piece.path)
        size_bytes, sha256 = self._known[piece.path]
        frames = piece.frames
        return Origin(
            str(piece.path.absolute()),
            size_bytes,
            sha256,
            frames.start if frames else None,
            frames.stop if frames else None,
            how,
            version_id,
        )


def same_scene(
    project: Project, pieces: Sequence[ClipPiece], made_so: str, name: str | None
) -> Scene | None:
    """The scene that was made of exactly these clips, in this order and this way.

    `made_so`: see `ImportWishes`; `name`: only a scene of that name. Reads a file only where
    its size fits.
    """
    scenes = {scene.name: scene for scene in project.store.scenes.list()}
    reader = OriginReader()
    for event in project.store.events.list(MOST_IMPORTS, kinds=(IMPORTED,)):
        scene = scenes.get(str(event.detail.get("scene")))
        known = _kept(event)
        fits = scene is not None and name in (None, scene.name) and known
        if fits and event.detail.get("made_so", "") == made_so and _are(known, pieces, reader):
            return scene
    return None


def _kept(event: Event) -> list[Origin]:
    """None in an event of a release that kept no origins."""
    entries = event.detail.get("origins")
    return [Origin(**entry) for entry in entries] if isinstance(entries, list) else []


def _are(known: Sequence[Origin], pieces: Sequence[ClipPiece], reader: OriginReader) -> bool:
    if [one.frames for one in known] != [piece.frames for piece in pieces]:
        return False
    if [one.size_bytes for one in known] != [_size(piece.path) for piece in pieces]:
        return False
    return all(
        one.sha256 and one.sha256 == reader.origin(piece).sha256
        for one, piece in zip(known, pieces, strict=True)
    )


def _hashed(path: Path) -> tuple[int, str]:
    """Of numbered pictures: of all of them, in order."""
    try:
        if (sequence := _sequence(path)) is not None:
            hashes = "".join(map(file_sha256, sequence.files))
            return _size(path), hashlib.sha256(hashes.encode()).hexdigest()
        return path.stat().st_size, file_sha256(path)
    except OSError:
        return 0, ""


def _size(path: Path) -> int:
    try:
        if (sequence := _sequence(path)) is not None:
            return sum(file.stat().st_size for file in sequence.files)
        return path.stat().st_size
    except OSError:
        return 0


def _sequence(path: Path) -> PictureSequence | None:
    try:
        return find_sequence(path)
    except MediaError:
        return None
