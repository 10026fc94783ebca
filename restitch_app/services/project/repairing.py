"""`verify --repair`: puts right what can be proved, by content; tells of everything else."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from restitch_app.domain.errors import RestitchError
from restitch_app.domain.jobs import JobKind, JobRecord
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Picture, Version
from restitch_app.media.atomic import SURELY_LEFT_S, make_folder, storage_errors, sync_folder
from restitch_app.media.luma import rgb
from restitch_app.media.pictures import picture_hash, write_png
from restitch_app.media.reader import open_reader
from restitch_app.services.imports.clip_scan import file_sha256
from restitch_app.services.jobs.take_result import TakeResult
from restitch_app.services.project.lock import EngineLock
from restitch_app.services.project.project import MEDIA, PICTURES, Project
from restitch_app.services.project.strays import Strays, strays
from restitch_app.services.project.verify import FaultKind, FileFault, Verified, Verifying
from restitch_app.services.review.mending import Clients, copy_again
from restitch_app.services.review.purging import remove

log = logging.getLogger(__name__)

UNCLAIMED = f"{MEDIA}/unclaimed"
"""Files of which nothing can be proved: out of the way, nothing is thrown away."""


@dataclass(frozen=True, slots=True)
class Repair:
    file: str
    """Relative to the project folder."""
    done: str
    """A sentence."""


@dataclass(frozen=True, slots=True)
class Repaired:
    repairs: tuple[Repair, ...]
    left: Verified
    """The project as it is after them, with the faults that nothing here can mend."""


class Repairing:
    def __init__(
        self, project: Project, verifying: Verifying, results: TakeResult, clients: Clients
    ) -> None:
        self._project = project
        self._verifying = verifying
        self._results = results
        self._clients = clients

    def repair(self, who: str, ctx: JobContext) -> Repaired:
        """Reads everything twice. Raises ProjectBusy where an engine runs, StorageError."""
        self._project.check_writable()
        lock = EngineLock(self._project.folder)
        lock.acquire(who)
        with lock:
            before = self._verifying.verify(ctx)
            repairs = [*self._database(before), *self._files(before, ctx)]
            return Repaired(tuple(repairs), self._verifying.verify(ctx))

    def _database(self, before: Verified) -> Iterator[Repair]:
        faults = [one for one in before.faults if one.kind is FaultKind.DATABASE]
        if faults:
            self._project.store.rebuild_indexes()
            if len(self._project.store.faults()) < len(faults):
                yield Repair(faults[0].file, "Its indexes were made anew from its rows")

    def _files(self, before: Verified, ctx: JobContext) -> Iterator[Repair]:
        found = strays(self._project)
        for path in found.half_written:
            remove(path)
            yield Repair(self._project.relative(path), "Half-written: removed")
        for path in found.purged:
            remove(path)
            yield Repair(self._project.relative(path), "Its version was purged: removed")
        lost = [one for one in before.faults if one.kind in _MENDABLE]
        back = list(self._clips(lost, found, ctx))
        yield from back
        yield from self._renders(found, ctx)
        yield from self._pictures(lost)
        yield from self._unclaimed()

    def _clips(self, lost: list[FileFault], found: Strays, ctx: JobContext) -> Iterator[Repair]:
        by_size: dict[int, list[Path]] = {}
        for path in (*found.unknown, *(path for path, _job in found.renders)):
            by_size.setdefault(path.stat().st_size, []).append(path)
        for fault in lost:
            if self._project.is_elsewhere(fault.file):
                continue  # referenced: it is its owner's to move and to change
            for version in self._project.store.versions.with_file(fault.file)[:1]:
                done = self._moved_back(version, by_size) or self._copied_again(version, ctx)
                if done:
                    yield Repair(fault.file, done)

    def _moved_back(self, version: Version, by_size: dict[int, list[Path]]) -> str:
        for path in by_size.get(version.file_bytes, []):
            if path.exists() and file_sha256(path) == version.file_sha256:
                place = self._project.path(version.file)
                self._set_aside(place)
                _move(path, place)
                return f"Found by its content as {path.name}: moved back"
        return ""

    def _copied_again(self, version: Version, ctx: JobContext) -> str:
        place = self._project.path(version.file)
        try:
            copy_again(self._project, self._clients, version, ctx)
        except RestitchError as error:
            log.info("%s stays as it is: %s", place.name, error)
            return ""
        return "Fetched again from the server that made it"

    def _renders(self, found: Strays, ctx: JobContext) -> Iterator[Repair]:
        for path, job in found.renders:
            is_lost = path.exists() and job.kind is JobKind.REGENERATE
            if is_lost and (recorded := self._recorded(path, job, ctx)) is not None:
                yield recorded

    def _recorded(self, path: Path, job: JobRecord, ctx: JobContext) -> Repair | None:
        try:
            version = self._results.record(job, path, ctx)
        except RestitchError as error:
            log.info("%s stays of no version: %s", path.name, error)
            return None
        name = f"v{version.number} of segment {version.sequence_index + 1}"
        return Repair(self._project.relative(path), f"Job {job.id} made it: recorded as {name}")

    def _pictures(self, lost: list[FileFault]) -> Iterator[Repair]:
        wanted = {one.file for one in lost if one.file.startswith(f"{PICTURES}/")}
        if not wanted:
            return
        for version in self._project.store.versions.with_files():
            ends = ((version.first_frame, 0), (version.last_frame, version.facts.frame_count - 1))
            for picture, number in ends:
                if picture is not None and picture.file in wanted:
                    done = self._decoded_again(version, picture, number)
                    if done:
                        wanted.discard(picture.file)
                        yield Repair(picture.file, done)

    def _decoded_again(self, version: Version, picture: Picture, number: int) -> str:
        try:
            index = self._project.frame_index(version.file)
            with open_reader(self._project.path(version.file), index) as reader:
                pixels = rgb(reader.frame(number))
        except (RestitchError, OSError) as error:
            log.info("%s cannot be made again: %s", picture.file, error)
            return ""
        if picture_hash(pixels) != picture.hash:
            return ""
        write_png(pixels, self._project.path(PICTURES))
        return f"Made again from frame {number + 1} of {Path(version.file).name}"

    def _unclaimed(self) -> Iterator[Repair]:
        """What an import under way has copied has no row yet: only what lay there a while."""
        for path in strays(self._project).unknown:
            if path.stat().st_mtime < time.time() - SURELY_LEFT_S:
                self._set_aside(path)
                name = f"{UNCLAIMED}/{path.name}"
                yield Repair(self._project.relative(path), f"Nothing speaks of it: now {name}")

    def _set_aside(self, path: Path) -> None:
        """Altered files too may be wanted by somebody."""
        if path.exists():
            folder = self._project.path(UNCLAIMED)
            with storage_errors(folder):
                make_folder(folder)
            place = folder / path.name
            while place.exists():
                place = place.with_name(f"{place.stem}_2{place.suffix}")
            _move(path, place)


_MENDABLE = (FaultKind.MISSING, FaultKind.ALTERED, FaultKind.UNREADABLE)


def _move(path: Path, place: Path) -> None:
    with storage_errors(place):
        path.replace(place)
        sync_folder(place.parent)
        sync_folder(path.parent)
