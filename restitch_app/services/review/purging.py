"""A version's file removed for its space: told first, never the one that plays, never undone."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from glob import escape
from pathlib import Path

from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.versions import Version
from restitch_app.media.atomic import storage_errors, sync_folder
from restitch_app.services.actor import current_actor
from restitch_app.services.project.made_names import JOINED, sources
from restitch_app.services.project.project import Project
from restitch_app.store.errors import Refused

PURGED = "purged"


@dataclass(frozen=True, slots=True)
class PurgePlan:
    """What removing a version's file would come to; nothing is done yet."""

    version: Version
    files: tuple[str, ...]
    """What would be removed, by name in the project folder; empty where another version needs it
    all, and where the clip lies elsewhere."""
    freed_bytes: int
    seeded: tuple[Version, ...]
    """Versions that were made from its last frame. They keep their seed frame, a picture of its
    own; the clip that it came from would be gone."""
    shared_with: tuple[Version, ...]
    """Versions that play the same file, which therefore stays."""

    @property
    def asks_twice(self) -> bool:
        return bool(self.seeded)


class Purging:
    def __init__(self, project: Project) -> None:
        self._project = project

    def plan(self, version: Version) -> PurgePlan:
        """Short reads. Raises Refused where it plays, is purged already, or waits for its takes."""
        version = self._project.store.versions.get(version.id)
        self._check(version)
        others = self._project.store.versions.with_file(version.file)
        shared = tuple(one for one in others if one.id != version.id)
        files = () if shared else self._files(version)
        return PurgePlan(
            version,
            tuple(self._project.relative(path) for path in files),
            sum(_size(path) for path in files),
            self._project.store.versions.seeded_from(version.id),
            shared,
        )

    def purge(self, version: Version, *, also_seeding: bool = False) -> PurgePlan:
        """Remove its file by name. Its row, pictures, notes and figures stay; there is no undo.

        `also_seeding`: the second yes, where others were made from it; without it WrongUse.
        Raises Refused as `plan` does, StorageError where a file cannot be removed: the version is
        purged all the same, and the next `verify --repair` removes it.
        """
        store = self._project.store
        with store.transaction():
            plan = self.plan(version)
            if plan.asks_twice and not also_seeding:
                raise WrongUse(*second_question(plan))
            # The row first: killed here, a file too many is left, and no version without its file.
            store.versions.mark_purged(version.id)
            store.events.add(
                PURGED,
                current_actor(),
                version_id=version.id,
                detail={"files": list(plan.files), "freed_bytes": plan.freed_bytes},
            )
        for file in plan.files:
            remove(self._project.path(file))
        self._project.publish(Changes(segments=frozenset({plan.version.sequence_index})))
        return plan

    def _check(self, version: Version) -> None:
        name = f"v{version.number} of segment {version.sequence_index + 1}"
        if version.purged_at is not None:
            raise Refused(f"The file of {name} was removed before", version.file)
        if version.is_current:
            raise Refused(
                f"{name} plays, and its file is needed",
                "Nothing was removed",
                "Make another version current first",
            )
        open_jobs = self._project.store.jobs.list(open_only=True)
        if any(job.kept_from_version_id == version.id for job in open_jobs):
            raise Refused(
                f"The first frames of {name} are kept by a take that is being made",
                "Nothing was removed: the take would have no beginning",
                "Wait for it, or cancel it",
            )
        if any(job.request_id == version.request_id for job in open_jobs):
            raise Refused(
                f"{name} is one of several takes that are still being made",
                "Nothing was removed: it may become current",
                "Wait for the last one, or cancel them",
            )

    def _files(self, version: Version) -> tuple[Path, ...]:
        """Its clip, and the render that it was made of; none that was referenced."""
        if self._project.is_elsewhere(version.file):
            return ()
        clip = self._project.path(version.file)
        if clip.stem.endswith(JOINED) and not version.kept_frames:  # its owner called it so
            return (clip,)
        beside = [
            path
            for stem in sources(clip.stem)
            for path in clip.parent.glob(f"{escape(stem)}.*")
            if path.stem == stem
        ]
        known = self._project.store.versions.with_file
        originals = [path for path in beside if not known(self._project.relative(path))]
        return (clip, *sorted(originals))


def second_question(plan: PurgePlan) -> tuple[str, str, str]:
    """Title, detail and hint."""
    names = ", ".join(f"v{one.number} of segment {one.sequence_index + 1}" for one in plan.seeded)
    return (
        f"v{plan.version.number} of segment {plan.version.sequence_index + 1} was the seed of "
        "others",
        f"{names} came from its last frame. That picture stays, the clip would be gone",
        "Say yes a second time to remove it",
    )


def remove(path: Path) -> None:
    """A file that nothing speaks of any more. Raises StorageError."""
    with storage_errors(path):
        path.unlink(missing_ok=True)
        with suppress(FileNotFoundError):
            sync_folder(path.parent)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
