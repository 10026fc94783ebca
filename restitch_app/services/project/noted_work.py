"""Clips that come before the rows which speak of them: noted first, so that none is left behind."""

from __future__ import annotations

import json
import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from restitch_app.media.atomic import (
    SURELY_LEFT_S,
    is_left_behind,
    storage_errors,
    sync_file,
    sync_folder,
    unfinished_name,
)
from restitch_app.services.project.project import CLIPS, Project

log = logging.getLogger(__name__)

NOTE = "work.json"
REFRESHED_EVERY_S = SURELY_LEFT_S / 12


@dataclass(frozen=True, slots=True)
class NotedWork:
    """Beginnings of names of clips."""

    under_way: tuple[str, ...]
    """Of clips that a program makes now."""
    given_up: tuple[str, ...]
    """Of clips whose maker has died: what no version plays of them is nobody's."""


@contextmanager
def noted(project: Project, *stems: str) -> Iterator[None]:
    """Inside, clips whose names begin so may be made; then each is a version's, or removed.

    The note is on the disk before this yields, under a name that tells who wrote it. Raises
    StorageError.
    """
    folder = project.path(CLIPS)
    path = unfinished_name(folder / NOTE)
    try:
        with storage_errors(path):
            path.write_text(json.dumps(stems), encoding="ascii")  # torn it is no JSON any more
            sync_file(path)
            sync_folder(folder)
        with _kept_fresh(path):
            yield
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


@contextmanager
def _kept_fresh(path: Path) -> Iterator[None]:
    """One clip may take longer than the age at which a note counts as given up."""
    ended = threading.Event()

    def refresh() -> None:
        while not ended.wait(REFRESHED_EVERY_S):
            with suppress(OSError):
                os.utime(path)

    thread = threading.Thread(target=refresh, name="Noted work", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def noted_work(project: Project) -> NotedWork:
    """What all programs that have the project open noted. Reads the notes alone."""
    under_way: list[str] = []
    given_up: list[str] = []
    for path in project.path(CLIPS).glob(f".{Path(NOTE).stem}.*.part{Path(NOTE).suffix}"):
        try:
            stems = [str(stem) for stem in json.loads(path.read_text(encoding="ascii"))]
        except (OSError, ValueError) as error:  # gone meanwhile, or torn: then nothing was made yet
            log.info("%s is not read: %s", path, error)
            continue
        (given_up if is_left_behind(path) else under_way).extend(stems)
    return NotedWork(tuple(under_way), tuple(given_up))
