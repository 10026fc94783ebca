"""Decisions, notes and marks of a project as a file, and merged from a colleague's copy of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from restitch_app.domain.errors import WrongUse
from restitch_app.services.actor import current_actor
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.handover.calls import Calls
from restitch_app.services.handover.decisions import Decisions
from restitch_app.services.handover.handed_file import HandedOver, read_handed, write_handed
from restitch_app.services.handover.items import Found, Item, LeftOut
from restitch_app.services.handover.notes import Notes
from restitch_app.services.handover.verdicts import Verdicts
from restitch_app.services.project.project import Project
from restitch_app.services.review.versions import Versions


@dataclass(frozen=True, slots=True)
class MergePlan:
    by: str
    """Who wrote the file."""
    at: str
    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...]
    same: int
    """Things that are said here just so."""

    @property
    def conflicts(self) -> tuple[Item, ...]:
        return tuple(one for one in self.items if one.is_conflict)


@dataclass(frozen=True, slots=True)
class Merged:
    taken: tuple[str, ...]
    """Keys of what was taken over."""
    kept: tuple[str, ...]
    """Keys of conflicts in which it stays as it is here."""


class HandingOver:
    """Everything taken over is a decision of the audit trail, and is undone as one."""

    def __init__(self, project: Project, versions: Versions, boundaries: Boundaries) -> None:
        self._project = project
        self._verdicts = Verdicts(project, versions)
        self._decisions = Decisions(project, boundaries)
        self._calls = Calls(project, boundaries)
        self._notes = Notes(project)

    def write(self, out: Path) -> HandedOver:
        """What is said of versions and boundaries that play, and all notes. Raises StorageError."""
        store = self._project.store
        with store.snapshot():
            scenes = store.scenes.list()
            handed = HandedOver(
                self._project.settings().name,
                current_actor(),
                datetime.now(UTC).isoformat(timespec="seconds"),
                [one for scene in scenes for one in self._verdicts.of(scene)],
                [one for scene in scenes for one in self._decisions.of(scene)],
                [one for scene in scenes for one in self._notes.of(scene)],
                [one for scene in scenes for one in self._calls.of(scene)],
            )
        write_handed(handed, out)
        return handed

    def plan(self, path: Path) -> MergePlan:
        """What merging that file would come to; changes nothing. Raises as `read_handed` does."""
        handed = read_handed(path)
        items: list[Item] = []
        left_out: list[LeftOut] = []
        same = 0
        for found in self._compared(handed):
            if isinstance(found, Item):
                items.append(found)
            elif isinstance(found, LeftOut):
                left_out.append(found)
            else:
                same += 1
        return MergePlan(handed.by, handed.at, tuple(items), tuple(left_out), same)

    def merge(self, plan: MergePlan, theirs: Collection[str] = ()) -> Merged:
        """Take over what is not said here, and of the conflicts those keys. Raises WrongUse."""
        unknown = sorted(set(theirs) - {one.key for one in plan.conflicts})
        if unknown:
            raise WrongUse(
                "There is no such conflict", ", ".join(unknown), "Use a name as it is listed"
            )
        taken, kept = [], []
        for item in plan.items:
            if item.is_conflict and item.key not in theirs:
                kept.append(item.key)
            else:
                item.apply()
                taken.append(item.key)
        return Merged(tuple(taken), tuple(kept))

    def _compared(self, handed: HandedOver) -> Iterator[Found]:
        scenes = self._project.store.scenes.list()
        for verdict in handed.verdicts:
            yield self._verdicts.compared(scenes, verdict)
        for decision in handed.decisions:
            yield self._decisions.compared(scenes, decision)
        for call in handed.calls:
            yield self._calls.compared(scenes, call)
        for note in handed.notes:
            yield self._notes.compared(scenes, note)
