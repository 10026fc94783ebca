"""`servers.json`: the list of servers of this computer, as it lies in the user's settings."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from restitch_app.comfy.server.wire import checked_url
from restitch_app.domain.errors import StorageError, WrongUse
from restitch_app.domain.servers import Server
from restitch_app.media.atomic import atomic_file, storage_error

log = logging.getLogger(__name__)

NAME = "servers.json"
LOCK_S = 5.0
LARGEST_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One server, and what a newer Restitch wrote beside it."""

    server: Server
    raw: dict[str, object]


class ServerFile:
    """Safe on any thread, and beside other programs that change the same file."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._seen: tuple[int, int] | None = None
        self._raw: dict[str, object] = {}
        self._trouble: OSError | None = None
        """Why the file that is there cannot be read; another one must not take its place."""
        self.notice = ""
        """One sentence about a damaged file that was set aside; empty: nothing was wrong."""

    def read(self) -> tuple[Entry, ...]:
        """In the reviewer's order; () where nothing was set up. Never fails for what it holds."""
        stamp = self._stamp()
        if stamp != self._seen or self._trouble is not None:
            told = self.notice if self._trouble is not None else None
            self._raw, self._trouble = self._load() if stamp else ({}, None)
            self._seen = stamp  # of before: who writes while it is read is noticed the next time
            if self._trouble is None and self.notice == told:
                self.notice = ""  # it has passed
        return tuple(_entries(self._raw))

    @contextmanager
    def changing(self) -> Iterator[list[Entry]]:
        """The entries, to be changed in place; written at the end.

        Raises StorageError, also where the list that is there cannot be read: it is not replaced.
        """
        with self._locked():
            entries = list(self.read())
            if self._trouble is not None:
                raise StorageError(
                    "The list of servers cannot be read",
                    f"{self._path}: {self._trouble.strerror}; it was left as it is",
                    "Allow reading it, or move it away",
                ) from self._trouble
            yield entries
            self._write(entries)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        lock = FileLock(f"{self._path}.lock", timeout=LOCK_S)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except Timeout as error:
            raise StorageError(
                "The list of servers is being changed by another program",
                str(self._path),
                "Try again",
            ) from error
        except OSError as error:
            raise storage_error(self._path, error) from error
        try:
            yield
        finally:
            lock.release()

    def _stamp(self) -> tuple[int, int] | None:
        try:
            about = self._path.stat()
        except OSError:
            return None
        return about.st_mtime_ns, about.st_size

    def _load(self) -> tuple[dict[str, object], OSError | None]:
        """What it holds, and why it has to stay as it is."""
        try:
            if self._path.stat().st_size > LARGEST_BYTES:
                raise ValueError("too large")
            raw = json.loads(self._path.read_bytes())
            if not isinstance(raw, dict) or not isinstance(raw.get("servers", []), list):
                raise ValueError("not a list of servers")
        except OSError as error:
            self._say(f"The list of servers cannot be read ({self._path}: {error.strerror}).")
            return {}, error
        except (ValueError, RecursionError):
            return {}, self._set_aside()
        return raw, None

    def _set_aside(self) -> OSError | None:
        moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        aside = self._path.with_name(f"servers.damaged-{moment}.json")
        try:
            self._path.replace(aside)
            self._say(f"The list of servers was damaged. It was set aside as {aside}.")
        except OSError as error:
            self._say(f"The list of servers is damaged ({self._path}: {error.strerror}).")
            return error
        return None

    def _say(self, sentence: str) -> None:
        if sentence != self.notice:
            log.warning("%s", sentence)
        self.notice = sentence

    def _write(self, entries: list[Entry]) -> None:
        kept = [raw for raw in _listed(self._raw) if _server_of(raw) is None]  # not ours to drop
        listed = [{**entry.raw, **_json_of(entry.server)} for entry in entries]
        raw: dict[str, object] = {"format": 1, **self._raw, "servers": [*listed, *kept]}
        with atomic_file(self._path) as unfinished:
            unfinished.write_text(json.dumps(raw, indent=2, ensure_ascii=False) + "\n", "utf-8")
        self._raw, self._seen = raw, self._stamp()


def _listed(raw: dict[str, object]) -> list[object]:
    servers = raw.get("servers")
    return servers if isinstance(servers, list) else []


def _entries(raw: dict[str, object]) -> Iterator[Entry]:
    seen: set[str] = set()
    for one in _listed(raw):
        server = _server_of(one)
        if server is not None and server.url not in seen and isinstance(one, dict):
            seen.add(server.url)
            yield Entry(server, one)


def _server_of(raw: object) -> Server | None:
    """None for an entry that makes no sense; it is left where it is."""
    if not isinstance(raw, dict) or not isinstance(raw.get("url"), str):
        return None
    try:
        url = checked_url(raw["url"])
    except WrongUse:
        return None
    return Server(
        url=url,
        name=_text(raw.get("name")) or plain_name(url),
        has_key=raw.get("has_key") is True,
        ca_file=_text(raw.get("ca_file")),
        is_enabled=raw.get("is_enabled") is not False,
    )


def _json_of(server: Server) -> dict[str, object]:
    return {
        "url": server.url,
        "name": server.name,
        "has_key": server.has_key,
        "ca_file": server.ca_file,
        "is_enabled": server.is_enabled,
    }


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def plain_name(url: str) -> str:
    """Host and port: what a server is called that was given no name."""
    return url.partition("://")[2] or url
