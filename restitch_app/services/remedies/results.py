"""What was tried at a join, in memory and on disk, so that nothing is tried twice."""

from __future__ import annotations

import json
import logging
import threading
from collections import OrderedDict
from dataclasses import asdict, dataclass, field
from pathlib import Path

from restitch_app.analysis.seam import SEAM_MEASURE_VERSION
from restitch_app.domain.errors import StorageError
from restitch_app.media.atomic import atomic_file, storage_errors
from restitch_app.services.project.project import Project
from restitch_app.services.remedies.values import (
    Candidate,
    Untreated,
    candidate_from_note,
    candidate_to_note,
    untreated_from_note,
)
from restitch_app.smoothing.recipes import RECIPES

log = logging.getLogger(__name__)

FOLDER = "media/remedies"
"""Inside the project; deleting it loses nothing but time."""
RESULTS_VERSION = 4
"""Goes up when a remedy comes out differently on the same frames."""
HELD_JOINS = 128  # some 30 kB each


@dataclass(slots=True)
class Results:
    """What is known of one join so far; grows while remedies are tried."""

    untreated: Untreated
    candidates: dict[tuple[str, int | None], Candidate] = field(default_factory=dict)
    """By name and length chosen by hand."""


class RemedyResults:
    """By the join's key. Safe on any thread."""

    def __init__(self, project: Project, held: int = HELD_JOINS) -> None:
        self._project = project
        self._capacity = held
        self._held: OrderedDict[str, Results] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, key: str) -> Results | None:
        """A copy: what is added to it later stays the caller's own."""
        with self._lock:
            found = self._held.get(key)
            if found is not None:
                self._held.move_to_end(key)
                return Results(found.untreated, dict(found.candidates))
        loaded = self._from_disk(key)
        if loaded is not None:
            self._hold(key, loaded)
        return loaded

    def add(self, key: str, untreated: Untreated, candidate: Candidate | None = None) -> Results:
        """Returns a copy of everything known of the join by now."""
        with self._lock:
            found = self._held.setdefault(key, Results(untreated))
            self._held.move_to_end(key)
            if candidate is not None:
                found.candidates[(candidate.name, candidate.window)] = candidate
            self._shorten()
            return Results(found.untreated, dict(found.candidates))

    def keep(self, key: str) -> None:
        """Write what is known to disk, for the next start; a folder that refuses is no failure."""
        found = self.find(key)
        if found is None:
            return
        note = {
            "untreated": asdict(found.untreated),
            "candidates": [candidate_to_note(each) for each in found.candidates.values()],
        }
        path = self._path(key)
        try:
            with storage_errors(path):
                path.parent.mkdir(parents=True, exist_ok=True)
            with atomic_file(path) as unfinished:
                unfinished.write_text(json.dumps(note))
        except StorageError as error:
            log.debug("what remedies came to is kept in memory only: %s", error)

    def _hold(self, key: str, results: Results) -> None:
        with self._lock:
            self._held.setdefault(key, Results(results.untreated, dict(results.candidates)))
            self._shorten()

    def _shorten(self) -> None:
        while len(self._held) > self._capacity:
            self._held.popitem(last=False)

    def _from_disk(self, key: str) -> Results | None:
        """None for what is not there or not what `keep` wrote: it is tried again then."""
        try:
            note = json.loads(self._path(key).read_text())
            candidates = [candidate_from_note(each) for each in note["candidates"]]
            untreated = untreated_from_note(note["untreated"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return Results(untreated, {(each.name, each.window): each for each in candidates})

    def _path(self, key: str) -> Path:
        version = f"{SEAM_MEASURE_VERSION}_{RESULTS_VERSION}_{len(RECIPES)}"
        return self._project.path(f"{FOLDER}/{key}_{version}.json")
