"""How fast films were written on this computer, as far as that was measured."""

from __future__ import annotations

import json
import logging
import math
from dataclasses import asdict, dataclass
from pathlib import Path

from restitch_app.domain.errors import StorageError
from restitch_app.media.atomic import atomic_file, make_folder

NAME = "exports.json"
MOST_KEPT = 10
"""The last ones: a computer that became faster or slower is known after a few films."""
LARGEST_BYTES = 1 << 16
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FilmWork:
    """What one film takes to write."""

    size_bytes: int
    """Of the film."""
    encoded_pixels: int
    """Frames that are encoded again times their pixels."""


@dataclass(frozen=True, slots=True)
class FilmTook:
    size_bytes: int
    encoded_pixels: int
    encoding_s: float
    """Encoding, and comparing what was encoded with its sources."""
    rest_s: float
    """Reading clips, copying packets, sound, syncing, reading back."""


class ExportSpeeds:
    """Kept in a file of the user's settings; any thread. A lost record costs an estimate only."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def seconds(self, work: FilmWork) -> float | None:
        """How long it will take by the last films; None where no film says so."""
        known = self._read()
        rest = _rate([(one.rest_s, one.size_bytes) for one in known])
        encoding = _rate([(one.encoding_s, one.encoded_pixels) for one in known])
        if rest is None or (encoding is None and work.encoded_pixels):
            return None
        return rest * work.size_bytes + (encoding or 0.0) * work.encoded_pixels

    def note(self, took: FilmTook) -> None:
        """Never fails: the film is whole whether this is kept or not."""
        kept = [*self._read(), took][-MOST_KEPT:]
        try:
            make_folder(self._path.parent)
            with atomic_file(self._path) as unfinished:
                unfinished.write_text(json.dumps({"films": [asdict(one) for one in kept]}))
        except (OSError, StorageError) as error:
            log.warning("the speed of an export is not noted: %s", error)

    def _read(self) -> list[FilmTook]:
        """Nothing of a file that is missing or damaged."""
        try:
            if self._path.stat().st_size > LARGEST_BYTES:
                return []
            raw = json.loads(self._path.read_bytes())
            return [_film(one) for one in raw["films"]]
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return []


def _film(raw: dict[str, object]) -> FilmTook:
    """Raises ValueError or KeyError for what is none."""
    size, pixels = raw["size_bytes"], raw["encoded_pixels"]
    encoding, rest = raw["encoding_s"], raw["rest_s"]
    if not isinstance(size, int) or not isinstance(pixels, int):
        raise ValueError("no film")
    if not isinstance(encoding, float) or not isinstance(rest, float):
        raise ValueError("no film")
    if min(size, pixels) < 0 or not all(0 <= one < math.inf for one in (encoding, rest)):
        raise ValueError("no film")
    return FilmTook(size, pixels, encoding, rest)


def _rate(measured: list[tuple[float, int]]) -> float | None:
    """Seconds a unit, long films counting for more; None where none has any."""
    units = sum(count for _, count in measured)
    return sum(seconds for seconds, count in measured if count) / units if units else None
