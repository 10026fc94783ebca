"""Whether everything that the project speaks of is on the disk, and is what was recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from restitch_app.domain.errors import MediaError
from restitch_app.domain.joins import Patch
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Picture, Scene, Version
from restitch_app.media.index import build_index
from restitch_app.media.pictures import picture_hash, read_png
from restitch_app.services.imports.clip_scan import file_sha256
from restitch_app.services.project.patch_names import is_altered
from restitch_app.services.project.project import Project
from restitch_app.services.project.strays import strays
from restitch_app.store.backups import Backup, backups_of

STAGE = "Checking files"


class FaultKind(StrEnum):
    MISSING = "missing"
    ALTERED = "altered"
    UNREADABLE = "unreadable"
    ORPHANED = "orphaned"
    HALF_WRITTEN = "half-written"
    DATABASE = "database"


@dataclass(frozen=True, slots=True)
class FileFault:
    kind: FaultKind
    file: str
    """Relative to the project folder; whole for a referenced clip."""
    needed_for: str
    """As people say it: "Scene 1, segment 5, v2"."""
    detail: str


@dataclass(frozen=True, slots=True)
class Verified:
    files: int
    """How many were looked at."""
    size_bytes: int
    faults: tuple[FileFault, ...]
    backups: tuple[Backup, ...] = ()
    """Copies of the project's database, newest first."""


class Verifying:
    def __init__(self, project: Project) -> None:
        self._project = project

    def verify(self, ctx: JobContext) -> Verified:
        """Read every file of every version, every seed and end frame, every patch; look for files
        that nothing speaks of.

        Names each fault and goes on. Raises StorageError where the database itself cannot be read.
        """
        faults = [
            FileFault(FaultKind.DATABASE, self._project.store.path.name, "the project", line)
            for line in self._project.store.faults()
        ]
        seen: dict[str, int] = {}
        for scene in self._project.store.scenes.list():
            faults += self._of_scene(scene, seen, ctx)
        for version in self._project.store.versions.with_files():  # of removed segments
            faults += self._of_version(f"a removed segment, v{version.number}", version, seen)
        faults += self._of_strays()
        backups = backups_of(self._project.store.path)
        return Verified(len(seen), sum(seen.values()), tuple(faults), backups)

    def _of_strays(self) -> Iterator[FileFault]:
        found, file_of = strays(self._project), self._project.relative
        for path in found.half_written:
            detail = "The program that wrote it has ended"
            yield FileFault(FaultKind.HALF_WRITTEN, file_of(path), "nothing", detail)
        for path in found.purged:
            detail = "Its version was purged"
            yield FileFault(FaultKind.ORPHANED, file_of(path), "nothing", detail)
        for path, job in found.renders:
            detail = f"Job {job.id} made it for segment {job.sequence_index + 1}; no version has it"
            yield FileFault(FaultKind.ORPHANED, file_of(path), "nothing", detail)
        for path in found.unknown:
            yield FileFault(FaultKind.ORPHANED, file_of(path), "nothing", "Nothing speaks of it")

    def _of_scene(self, scene: Scene, seen: dict[str, int], ctx: JobContext) -> Iterator[FileFault]:
        store = self._project.store
        histories = [
            store.versions.history(scene.id, index) for index in store.versions.places(scene.id)
        ]
        for index, history in enumerate(histories):
            ctx.progress(STAGE, index, len(histories))
            for version in history:
                name = f"{scene.name}, segment {index + 1}, v{version.number}"
                yield from self._of_version(name, version, seen)
        known = {version.id: version for history in histories for version in history}
        for join in store.joins.with_patches(scene.id):
            left, right = known.get(join.left_id), known.get(join.right_id)
            if left is not None and right is not None and join.treatment.patch is not None:
                yield from self._of_patch(join.treatment.patch, scene, left, right, seen)

    def _of_version(self, name: str, version: Version, seen: dict[str, int]) -> Iterator[FileFault]:
        if version.purged_at is None:
            yield from self._of_clip(version, name, seen)
        for what, picture in (
            ("first frame", version.first_frame),
            ("last frame", version.last_frame),
            ("seed frame", version.seed_frame),
            ("handed-off frame", version.hand_off),
            ("end frame", version.end_frame),
        ):
            if picture is not None:
                yield from self._of_picture(picture, f"{name}, {what}", seen)

    def _of_clip(self, version: Version, name: str, seen: dict[str, int]) -> Iterator[FileFault]:
        if not self._is_first_look(version.file, seen):
            return
        path = self._project.path(version.file)
        try:
            size = path.stat().st_size
            if size != version.file_bytes:
                detail = f"{size} bytes, not {version.file_bytes}"
                yield FileFault(FaultKind.ALTERED, version.file, name, detail)
            elif file_sha256(path) != version.file_sha256:
                detail = "Its content is not what was recorded"
                yield FileFault(FaultKind.ALTERED, version.file, name, detail)
        except OSError as error:
            is_elsewhere = self._project.is_elsewhere(version.file)
            yield _unopened(error, version.file, name, is_elsewhere=is_elsewhere)

    def _of_picture(self, picture: Picture, name: str, seen: dict[str, int]) -> Iterator[FileFault]:
        if not self._is_first_look(picture.file, seen):
            return
        path = self._project.path(picture.file)
        if not path.exists():
            yield FileFault(FaultKind.MISSING, picture.file, name, "It is not there")
            return
        try:
            if picture_hash(read_png(path)) != picture.hash:
                detail = "It shows another picture than was recorded"
                yield FileFault(FaultKind.ALTERED, picture.file, name, detail)
        except MediaError as error:
            yield FileFault(FaultKind.UNREADABLE, picture.file, name, error.title)

    def _of_patch(
        self, patch: Patch, scene: Scene, left: Version, right: Version, seen: dict[str, int]
    ) -> Iterator[FileFault]:
        boundary = f"{left.sequence_index + 1}|{right.sequence_index + 1}"
        name = f"{scene.name}, boundary {boundary}, v{left.number} to v{right.number}"
        if not self._is_first_look(patch.file, seen):
            return
        path = self._project.path(patch.file)
        if not path.exists():
            yield FileFault(FaultKind.MISSING, patch.file, name, "It is not there")
            return
        wanted = patch.left_frames + patch.right_frames
        try:
            found = len(build_index(path))
            if found != wanted:
                detail = f"{found} frames, not {wanted}"
                yield FileFault(FaultKind.ALTERED, patch.file, name, detail)
            elif is_altered(path):
                detail = "Its content is not what was recorded"
                yield FileFault(FaultKind.ALTERED, patch.file, name, detail)
        except MediaError as error:
            yield FileFault(FaultKind.UNREADABLE, patch.file, name, error.title)
        except OSError as error:
            yield _unopened(error, patch.file, name, is_elsewhere=False)

    def _is_first_look(self, file: str, seen: dict[str, int]) -> bool:
        """Files are shared: a last frame is the next segment's seed frame."""
        if file in seen:
            return False
        try:
            seen[file] = self._project.path(file).stat().st_size
        except OSError:
            seen[file] = 0
        return True


def _unopened(error: OSError, file: str, name: str, *, is_elsewhere: bool) -> FileFault:
    if isinstance(error, FileNotFoundError):
        gone = "It was left where it lay when it was imported, and is no longer there"
        detail = gone if is_elsewhere else "It is not there"
        return FileFault(FaultKind.MISSING, file, name, detail)
    return FileFault(FaultKind.UNREADABLE, file, name, error.strerror or str(error))
