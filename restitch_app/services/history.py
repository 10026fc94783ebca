"""Undo and redo of people's decisions. The audit trail is the journal: each decision's event holds
what was before and after it, so undo survives a restart and covers command line and API too.

What the program decided by policy (a finished render becoming current) is no entry: it comes in the
middle of other work, and taking the old version back is one decision of its own. But that a pin
held is: it approved a segment that nobody had looked at.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from restitch_app.domain.bindings import BindingChoice
from restitch_app.domain.errors import NotFound, WrongUse
from restitch_app.domain.join_notes import UnreadableNote, join_from_note
from restitch_app.domain.joins import Join
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Version
from restitch_app.domain.workflows import Preset
from restitch_app.services.actor import current_actor
from restitch_app.services.boundaries import Boundaries
from restitch_app.services.pin_held import PIN_HELD
from restitch_app.services.project import Project
from restitch_app.services.smoothing import Method
from restitch_app.services.versions import Judgement, Versions
from restitch_app.services.workflow_library import CHOSEN, PRESET_REMOVED, WorkflowLibrary
from restitch_app.store.values import Event

log = logging.getLogger(__name__)

USED, UNDONE, REDONE = "used", "undone", "redone"
JUDGED = {
    "approved": "Approve",
    PIN_HELD: "Pin held: approve",
    "needs_work": "Needs work:",
    "verdict_withdrawn": "Withdraw the verdict on",
}
JOINED = ("smoothed", "accepted")
REMEDIES = {Method.BLEND: "Cross-fade", Method.REEXTRACT: "Better frame at"}
KINDS = (USED, *JUDGED, *JOINED, CHOSEN, PRESET_REMOVED, UNDONE, REDONE)
EVENTS_READ = 300
"""Decisions and undos that are looked back at."""


@dataclass(frozen=True, slots=True)
class Step:
    """One decision that can be undone or redone."""

    event_id: int
    label: str
    """For the Edit menu: "Use v2 of segment 5", "Accept boundary 5 | 6"."""
    scene_id: int
    """0 where it was about neither a segment nor a boundary."""
    segment: int | None
    """Sequence index, where it was about a version."""
    boundary: int | None
    """Sequence index of the left segment, where it was about a boundary."""


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
    ) -> None:
        self._project = project
        self._versions = versions
        self._boundaries = boundaries
        self._library = library

    def steps(self) -> Steps:
        """What undo and redo would do now. Reads some hundred rows; decodes nothing."""
        undo, redo = self._next()
        return Steps(undo.step if undo else None, redo.step if redo else None)

    def undo(self, ctx: JobContext) -> Step:
        """Raises WrongUse where nothing can be undone."""
        entry, _ = self._next()
        return self._carry_out(entry, UNDONE, ctx)

    def redo(self, ctx: JobContext) -> Step:
        """Raises WrongUse where nothing can be redone."""
        _, entry = self._next()
        return self._carry_out(entry, REDONE, ctx)

    def _carry_out(self, entry: _Entry | None, kind: str, ctx: JobContext) -> Step:
        if entry is None:
            raise WrongUse("There is nothing to undo" if kind == UNDONE else "There is no redo")
        move = entry.undo if kind == UNDONE else entry.redo
        move(kind, ctx)
        return entry.step

    def _next(self) -> tuple[_Entry | None, _Entry | None]:
        """The newest decision that still stands, and the one undone last that could stand again.

        A decision whose place has changed since, by a render or by another program, is passed over.
        """
        done, undone = _stacks(self._project.store.events.list(EVENTS_READ, kinds=KINDS))
        undo = next((entry for entry in self._entries(done) if entry.stands()), None)
        redo = next((entry for entry in self._entries(undone) if entry.could_stand()), None)
        return undo, redo

    def _entries(self, newest_last: list[Event]) -> Iterator[_Entry]:
        for event in reversed(newest_last):
            try:
                entry = self._entry(event)
            except NotFound:  # a version that was deleted since
                continue
            except UnreadableNote as error:
                log.warning("event %d (%s) cannot be undone: %s", event.id, event.kind, error)
                continue
            if entry is not None:
                yield entry

    def _entry(self, event: Event) -> _Entry | None:
        if event.kind == USED and event.version_id is not None:
            return self._use(event, self._project.store.versions.get(event.version_id))
        if event.kind in JUDGED and event.version_id is not None:
            return self._judgement(event, self._project.store.versions.get(event.version_id))
        if event.kind in JOINED and event.join is not None:
            return self._join(event, event.join)
        if event.kind == CHOSEN:
            return self._bindings(event)
        if event.kind == PRESET_REMOVED:
            return self._preset(event)
        return None

    def _bindings(self, event: Event) -> _Entry | None:
        workflow_id = event.detail.get("workflow")
        before, after = (_choice(event.detail.get(side)) for side in ("before", "after"))
        if not isinstance(workflow_id, int) or before == after:
            return None
        record = self._library.get(workflow_id)

        def choose(wanted: BindingChoice) -> _Move:
            return lambda kind, _ctx: self._library.restore_choice(
                workflow_id, wanted, kind, {"event": event.id}
            )

        return _Entry(
            _project_step(event, f"Correct the inputs of {record.name}"),
            stands=lambda: record.choice == after,
            could_stand=lambda: record.choice == before,
            undo=choose(before),
            redo=choose(after),
        )

    def _preset(self, event: Event) -> _Entry | None:
        preset = _removed_preset(event.detail.get("preset"))
        known = self._library.presets(preset.shape)
        there = next((one for one in known if one.name == preset.name), None)
        return _Entry(
            _project_step(event, f"Remove preset {preset.name}"),
            stands=lambda: there is None,
            could_stand=lambda: there is not None and there.values == preset.values,
            undo=lambda kind, _ctx: self._library.bring_preset_back(
                preset, kind, {"event": event.id}
            ),
            redo=lambda kind, _ctx: self._library.drop_preset(preset, kind, {"event": event.id}),
        )

    def _use(self, event: Event, version: Version) -> _Entry | None:
        replaced = event.detail.get("replaced")
        if not isinstance(replaced, int) or replaced == version.id:
            return None
        old = self._project.store.versions.get(replaced)

        def bring_back(wanted: Version) -> _Move:
            return lambda kind, ctx: self._versions.bring_back(
                wanted, ctx, kind, {"event": event.id}
            )

        return _Entry(
            _version_step(event, f"Use {_named(version)}", version),
            stands=lambda: version.is_current and old.purged_at is None,
            could_stand=lambda: old.is_current and version.purged_at is None,
            undo=bring_back(old),
            redo=bring_back(version),
        )

    def _judgement(self, event: Event, version: Version) -> _Entry | None:
        before, after = (_judgement(event.detail.get(side)) for side in ("before", "after"))
        if before is None or after is None or before == after:
            return None

        def judge(wanted: Judgement) -> _Move:
            return lambda kind, _ctx: self._versions.judge(
                version, wanted, kind, {"event": event.id}
            )

        return _Entry(
            _version_step(event, f"{JUDGED[event.kind]} {_named(version)}", version),
            stands=lambda: Judgement.of(version) == after,
            could_stand=lambda: Judgement.of(version) == before,
            undo=judge(before),
            redo=judge(after),
        )

    def _join(self, event: Event, pair: tuple[int, int]) -> _Entry | None:
        before, after = _join(event.detail.get("before")), _join(event.detail.get("after"))
        if before is None or after is None or _same(before, after):
            return None
        left, right = (self._project.store.versions.get(version_id) for version_id in pair)
        present = self._project.store.joins.get(*pair)

        def is_now(wanted: Join, other: Join) -> bool:
            return (
                left.is_current
                and right.is_current
                and present is not None
                and _same(present, wanted)
                and self._boundaries.fits(left, right, other.treatment)
            )

        def restore(wanted: Join) -> _Move:
            return lambda kind, _ctx: self._restore(wanted, left.sequence_index, kind, event)

        return _Entry(
            Step(
                event.id,
                _join_label(event, left.sequence_index),
                left.scene_id,
                None,
                left.sequence_index,
            ),
            stands=lambda: is_now(after, before),
            could_stand=lambda: is_now(before, after),
            undo=restore(before),
            redo=restore(after),
        )

    def _restore(self, join: Join, left_index: int, kind: str, event: Event) -> None:
        store = self._project.store
        with store.transaction():
            self._boundaries.save(join, current_actor())
            detail = {"event": event.id, "boundary": f"{left_index + 1}|{left_index + 2}"}
            pair = (join.left_id, join.right_id)
            store.events.add(kind, current_actor(), join=pair, detail=detail)
        self._boundaries.tell(left_index)


_Move = Callable[[str, JobContext], object]


@dataclass(frozen=True)
class _Entry:
    step: Step
    stands: Callable[[], bool]
    """Whether the project is as the decision left it, so that it can be undone."""
    could_stand: Callable[[], bool]
    undo: _Move
    redo: _Move


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


def _version_step(event: Event, label: str, version: Version) -> Step:
    return Step(event.id, label, version.scene_id, version.sequence_index, None)


def _project_step(event: Event, label: str) -> Step:
    """Of no scene: nothing has to be shown first."""
    return Step(event.id, label, scene_id=0, segment=None, boundary=None)


def _named(version: Version) -> str:
    return f"v{version.number} of segment {version.sequence_index + 1}"


def _join_label(event: Event, left_index: int) -> str:
    place = f"boundary {left_index + 1} | {left_index + 2}"
    if event.kind == "accepted":
        return f"Accept {place}"
    method = event.detail.get("method")
    remedy = next((name for one, name in REMEDIES.items() if one == method), "")
    return f"{remedy} {place}" if remedy else f"Remove treatment of {place}"


def _judgement(stored: object) -> Judgement | None:
    if stored is None:
        return None
    if not isinstance(stored, Mapping):
        raise UnreadableNote(f"a verdict noted as {stored!r}")
    upstream = stored.get("approved_upstream")
    if not isinstance(upstream, str | None):
        raise UnreadableNote(f"an approval noted as {upstream!r}")
    return Judgement(upstream, needs_work=bool(stored.get("needs_work")))


def _choice(stored: object) -> BindingChoice:
    if not isinstance(stored, Mapping):
        raise UnreadableNote(f"bindings noted as {stored!r}")
    try:
        return BindingChoice.from_note(stored)
    except (ValueError, TypeError, AttributeError) as error:
        raise UnreadableNote(f"bindings noted as {stored!r}") from error


def _removed_preset(stored: object) -> Preset:
    match stored:
        case {"name": str(name), "shape": str(shape), "values": dict(values)}:
            return Preset(0, name, shape, values)
    raise UnreadableNote(f"a preset noted as {stored!r}")


def _join(stored: object) -> Join | None:
    return join_from_note(stored) if stored is not None else None


def _same(one: Join, other: Join) -> bool:
    """Measures may have been taken anew meanwhile; the decision is what counts."""
    return (one.treatment, one.decision) == (other.treatment, other.decision)
