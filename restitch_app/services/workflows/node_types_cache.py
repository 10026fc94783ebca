"""What servers' nodes take, remembered on this computer: workflows are read without a server."""

from __future__ import annotations

import gzip
import hashlib
import json
import logging
import time
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from restitch_app.comfy.loose import JsonObject
from restitch_app.domain.errors import StorageError
from restitch_app.media.atomic import atomic_file, storage_errors

log = logging.getLogger(__name__)

KEPT_SERVERS = 16
LARGEST_BYTES = 64 << 20
"""Unpacked; as much as is taken from a server."""


@dataclass(frozen=True, slots=True)
class Remembered:
    version: str
    """ComfyUI's own, when it was asked."""
    fetched_at: float
    """Seconds since the epoch."""
    object_info: JsonObject

    def age_s(self) -> float:
        """A clock that was set back makes it old, not new for years."""
        age_s = time.time() - self.fetched_at
        return age_s if age_s >= 0 else float("inf")


class NodeTypesCache:
    """A file for each address. What cannot be read or written costs a question to the server."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, url: str) -> Remembered | None:
        path = self._path(url)
        try:
            with gzip.open(path, "rb") as file:
                text = file.read(LARGEST_BYTES + 1)
            raw = json.loads(text) if len(text) <= LARGEST_BYTES else None
        except FileNotFoundError:
            return None
        except (OSError, EOFError, ValueError, RecursionError, zlib.error) as error:
            log.warning("what %s told of its nodes is not used: %s", url, error)
            return None
        match raw:
            case {"url": str(of), "version": str(version), "fetched_at": float(fetched_at),
                  "object_info": dict(info)} if of == url:  # fmt: skip
                return Remembered(version, fetched_at, info)
        return None

    def save(self, url: str, remembered: Remembered) -> None:
        text = json.dumps(
            {
                "url": url,
                "version": remembered.version,
                "fetched_at": remembered.fetched_at,
                "object_info": remembered.object_info,
            }
        )
        path = self._path(url)
        try:
            with storage_errors(path):
                self._folder.mkdir(parents=True, exist_ok=True)
            with atomic_file(path) as unfinished:
                unfinished.write_bytes(gzip.compress(text.encode(), compresslevel=5))
        except StorageError as error:
            log.warning("the nodes of %s are not remembered: %s", url, error)
        self._make_room()

    def forget(self, url: str) -> None:
        with suppress(OSError):
            self._path(url).unlink(missing_ok=True)

    def _path(self, url: str) -> Path:
        return self._folder / f"nodes_{hashlib.sha256(url.encode()).hexdigest()[:20]}.json.gz"

    def _make_room(self) -> None:
        """The servers that were asked longest ago are forgotten first."""
        with suppress(OSError):
            files = sorted(self._folder.glob("nodes_*.gz"), key=lambda one: one.stat().st_mtime)
            for path in files[:-KEPT_SERVERS]:
                path.unlink(missing_ok=True)
