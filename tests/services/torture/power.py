"""A disk that forgets at a power cut what was not synced, and tears what was being written.

Every fsync and rename of this process under a folder is noted with what the folder held then. From
each note two states of the disk can be made: the *bare* one, where nothing unsynced arrived, and a
*torn* one, where names arrived before the contents that they stand for. Of the database everything
committed is there and nothing else: SQLite syncs its WAL before a commit returns (FULL).
"""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.store.database import Database

Names = dict[Path, int]
"""Path in the project -> number of the content that it stands for, as an inode is."""


@dataclass(frozen=True)
class Instant:
    """The disk and the server at one moment."""

    what: str
    database: bytes
    synced_names: Names
    names: Names
    synced: dict[int, bytes]
    unsynced: dict[int, bytes]
    prompts_received: int

    def lay_out(self, folder: Path, dice: random.Random, *, is_torn: bool) -> None:
        """What a start after the cut finds."""
        for part in ("clips", "frames", "patches"):
            (folder / "media" / part).mkdir(parents=True)
        (folder / "project.restitch").write_bytes(self.database)
        for path, number in (self.names if is_torn else self.synced_names).items():
            content = self.synced.get(number)
            if content is None:
                whole = self.unsynced.get(number, b"")
                content = whole[: dice.randint(0, max(0, len(whole) - 1))]
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)


class PowerDisk:
    def __init__(self, folder: Path, server: DemoServer, scratch: Path) -> None:
        self.instants: list[Instant] = []
        self._folder = folder
        self._server = server
        self._scratch = scratch
        self._synced = {path.stat().st_ino: path.read_bytes() for path in self._files()}
        self._synced_names = self._names()

    @contextmanager
    def recording(self, patch: pytest.MonkeyPatch) -> Iterator[None]:
        fsync = os.fsync

        def synced(descriptor: int) -> None:
            path = Path(f"/proc/self/fd/{descriptor}").readlink()
            self._note(f"before sync of {path.name}")
            fsync(descriptor)
            if path.is_relative_to(self._folder):
                self._sync(path)
            self._note(f"after sync of {path.name}")

        with patch.context() as patched:
            patched.setattr(os, "fsync", synced)
            self._watch(patched, Path, "replace")
            self._watch(patched, Path, "unlink")
            self._watch(patched, Database, "run")
            yield

    def _watch(self, patched: pytest.MonkeyPatch, owner: type, name: str) -> None:
        real: Callable[..., object] = getattr(owner, name)

        def watched(*args: object, **kwargs: object) -> object:
            result = real(*args, **kwargs)
            self._note(f"after {name}")
            return result

        patched.setattr(owner, name, watched)

    def _sync(self, path: Path) -> None:
        if path.is_dir():
            kept = {one: n for one, n in self._synced_names.items() if one.parent != self._in(path)}
            now = {one: n for one, n in self._names().items() if one.parent == self._in(path)}
            self._synced_names = kept | now
        else:
            self._synced[path.stat().st_ino] = path.read_bytes()

    def _note(self, what: str) -> None:
        names = self._names()
        loose = {number: path for path, number in names.items() if number not in self._synced}
        instant = Instant(
            what,
            self._committed(),
            dict(self._synced_names),
            names,
            dict(self._synced),
            {number: _content(self._folder / path) for number, path in loose.items()},
            self._server.prompts_received,
        )
        self.instants.append(instant)

    def _committed(self) -> bytes:
        if self._scratch.exists():
            os.unlink(self._scratch)  # noqa: PTH108 - `Path.unlink` is watched
        path = self._folder / "project.restitch"
        with closing(sqlite3.connect(path)) as reader:
            reader.execute("VACUUM INTO ?", (str(self._scratch),))
        return self._scratch.read_bytes()

    def _names(self) -> Names:
        found: Names = {}
        for path in self._files():
            try:
                found[self._in(path)] = path.stat().st_ino
            except FileNotFoundError:  # renamed by another thread meanwhile
                continue
        return found

    def _files(self) -> Iterator[Path]:
        return (path for path in (self._folder / "media").rglob("*") if path.is_file())

    def _in(self, path: Path) -> Path:
        return path.relative_to(self._folder)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
