"""Undo and redo of people's decisions. The audit trail is the journal: each decision's event holds
what was before and after it, so undo survives a restart and covers command line and API too.

What the program decided by policy (a finished render becoming current) is no entry: it comes in the
middle of other work, and taking the old version back is one decision of its own. But that a pin
held is: it approved a segment that nobody had looked at.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from restitch_app.domain.errors import NotFound, WrongUse
from restitch_app.domain.join_notes import UnreadableNote
from restitch_app.domain.progress import JobContext
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.boundaries.limits import BoundaryLimits
from restitch_app.services.chain.order import SceneOrder
from restitch_app.services.history.boundaries import BoundaryEntries
from restitch_app.services.history.chain import ChainEntries
from restitch_app.services.history.entry import Entry, Step
from restitch_app.services.history.notes import NoteEntries
from restitch_app.services.history.project import ProjectEntries
from restitch_app.services.history.runs import RunEntries
from restitch_app.services.history.versions import VersionEntries
from restitch_app.services.history.workflows import WorkflowEntries
from restitch_app.services.project.project import Project
from restitch_app.services.project.scene_naming import SceneNaming
from restitch_app.services.review.approving import Approving
from restitch_app.services.review.notes import Notes
from restitch_app.services.review.pin_held import PIN_HELD
from restitch_app.services.review.versions import Versions
from restitch_app.services.workflows.library import WorkflowLibrary
from restitch_app.store.values import Event

log = logging.getLogger(__name__)

__all__ = ["History", "Step", "Steps"]

UNDONE, REDONE = "undone", "redone"
Found: TypeAlias = tuple[Event, Entry]
EVENTS_READ = 300
"""Decisions and undos that are looked back at."""


@dataclass(frozen=True, slots=True)
class Steps:
    undo: Step | None
    redo: Step | None


class History:
    """Files stay whatever is undone: a render is never taken back."""

    def __init__(
        self,
        project: Project,
        versions: Versions,
        boundaries: Boundaries,
        library: WorkflowLibrary,
        limits: BoundaryLimits,
        notes: Notes,
        naming: SceneNaming,
        approving: Approving,
        order: SceneOrder,
    ) -> None:
        self._project = project
        sources = (
            VersionEntries(project, versions),
            BoundaryEntries(project, boundaries, limits),
            WorkflowEntries(library),
            NoteEntries(project, notes),
            ProjectEntries(project, naming),
            approving,
            RunEntries(project, versions),
            ChainEntries(project, order),
        )
        self._entry_of: dict[str, Callable[[Event], Entry | None]] = {
            kind: source.entry for source in sources for kind in source.KINDS
        }

    def steps(self) -> Steps:
        """What undo and redo would do now. Reads some hundred rows; decodes nothing."""
        undo, redo = self._next()
        return Steps(undo[1].step if undo else None, redo[1].step if redo else None)

    def undo(self, ctx: JobContext) -> Step:
        """Raises WrongUse where nothing can be undone."""
        found, _ = self._next()
        return self._carry_out(found, UNDONE, ctx)

    def redo(self, ctx: JobContext) -> Step:
        """Raises WrongUse where nothing can be redone."""
        _, found = self._next()
        return self._carry_out(found, REDONE, ctx)

    def _carry_out(self, found: Found | None, kind: str, ctx: JobContext) -> Step:
        if found is None:
            raise WrongUse(f"There is nothing to {'undo' if kind == UNDONE else 'redo'}")
        event, entry = found
        move = entry.undo if kind == UNDONE else entry.redo
        move(kind, ctx, partial(self._check, event, kind))
        return entry.step

    def _check(self, event: Event, kind: str) -> None:
        """Whether it still is as it was when it was found. Call inside the transaction.

        Raises WrongUse where another program, or another window, has decided meanwhile.
        """
        entry = self._entry_of[event.kind](event)
        if entry is None or not (entry.stands() if kind == UNDONE else entry.could_stand()):
            raise WrongUse(
                "Something else was decided meanwhile", "Nothing was changed", "Look at it again"
            )

    def _next(self) -> tuple[Found | None, Found | None]:
        """The newest decision that still stands, and the one undone last that could stand again.

        A decision whose place has changed since, by a render or by another program, is passed over.
        """
        kinds = (*self._entry_of, UNDONE, REDONE)
        done, undone = _stacks(self._project.store.events.list(EVENTS_READ, kinds=kinds))
        undo = next((one for one in self._entries(done) if one[1].stands()), None)
        redo = next((one for one in self._entries(undone) if one[1].could_stand()), None)
        return undo, redo

    def _entries(self, newest_last: list[Event]) -> Iterator[Found]:
        for event in reversed(newest_last):
            try:
                entry = self._entry_of[event.kind](event)
            except NotFound:  # a version that was deleted since
                continue
            except UnreadableNote as error:
                log.warning("event %d (%s) cannot be undone: %s", event.id, event.kind, error)
                continue
            if entry is not None:
                yield event, entry


def _stacks(newest_first: tuple[Event, ...]) -> tuple[list[Event], list[Event]]:
    """(done, undone), each with what comes next at its end."""
    done: list[Event] = []
    undone: list[Event] = []
    by_id = {event.id: event for event in newest_first}
    for event in reversed(newest_first):
        if event.kind not in (UNDONE, REDONE):
            done.append(event)
            if event.kind != PIN_HELD:  # nobody's decision takes what can be redone away
                undone.clear()
            continue
        told = event.detail.get("event")
        decision = by_id.get(told) if isinstance(told, int) else None
        source, target = (done, undone) if event.kind == UNDONE else (undone, done)
        if decision in source:
            source.remove(decision)
            target.append(decision)
    return done, undone
