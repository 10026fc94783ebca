"""Undoing what was decided about boundaries: remedies, accepted, cuts, wrong calls, limits."""

from __future__ import annotations

from collections.abc import Mapping

from restitch_app.domain.boundaries import BoundaryPolicy
from restitch_app.domain.call_notes import call_from_note
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.join_notes import UnreadableNote, join_from_note
from restitch_app.domain.joins import Join
from restitch_app.domain.policies import policy_from_note
from restitch_app.domain.versions import Version
from restitch_app.services.actor import current_actor
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.boundaries.decisions import (
    ACCEPTED,
    CALLED,
    CUT_DECLARED,
    DECISION_TAKEN_BACK,
)
from restitch_app.services.boundaries.limits import LIMITS_CHANGED, BoundaryLimits
from restitch_app.services.history.entry import Entry, Move, boundary_step, project_step
from restitch_app.services.project.project import Project
from restitch_app.services.project.unchanged import Check
from restitch_app.services.remedies.applying import SMOOTHED
from restitch_app.services.remedies.words import title
from restitch_app.store.values import Event

DECIDED = {
    ACCEPTED: "Accept",
    CUT_DECLARED: "Declare a cut at",
    DECISION_TAKEN_BACK: "Take back the decision on",
}


class BoundaryEntries:
    KINDS = (SMOOTHED, *DECIDED, CALLED, LIMITS_CHANGED)

    def __init__(self, project: Project, boundaries: Boundaries, limits: BoundaryLimits) -> None:
        self._project = project
        self._boundaries = boundaries
        self._limits = limits

    def entry(self, event: Event) -> Entry | None:
        if event.kind == LIMITS_CHANGED:
            return self._limits_changed(event)
        if event.join is None:
            return None
        left, right = (self._project.store.versions.get(one) for one in event.join)
        if event.kind == CALLED:
            return self._called(event, left, right)
        return self._joined(event, left, right)

    def _joined(self, event: Event, left: Version, right: Version) -> Entry | None:
        before, after = _join(event.detail.get("before")), _join(event.detail.get("after"))
        if before is None or after is None or _same(before, after):
            return None
        present = self._project.store.joins.get(left.id, right.id)

        def is_now(wanted: Join, other: Join) -> bool:
            return (
                left.is_current
                and right.is_current
                and right.sequence_index == left.sequence_index + 1
                and present is not None
                and _same(present, wanted)
                and self._boundaries.fits(left, right, other.treatment)
            )

        def restore(wanted: Join) -> Move:
            return lambda kind, _ctx, check: self._restore(wanted, left, kind, event, check)

        return Entry(
            boundary_step(event, _join_label(event, after, left.sequence_index), left),
            stands=lambda: is_now(after, before),
            could_stand=lambda: is_now(before, after),
            undo=restore(before),
            redo=restore(after),
        )

    def _restore(self, join: Join, left: Version, kind: str, event: Event, check: Check) -> None:
        store, left_index = self._project.store, left.sequence_index
        with store.transaction():
            check()
            self._boundaries.save(join, current_actor())
            detail = {"event": event.id, "boundary": f"{left_index + 1}|{left_index + 2}"}
            pair = (join.left_id, join.right_id)
            store.events.add(kind, current_actor(), join=pair, detail=detail)
        self._boundaries.tell(left_index)

    def _called(self, event: Event, left: Version, right: Version) -> Entry | None:
        before, after = (_call(event.detail.get(side)) for side in ("before", "after"))
        if before == after:
            return None
        present = self._project.store.calls.get(left.id, right.id)

        def call(wanted: BoundaryCall | None) -> Move:
            return lambda kind, _ctx, check: self._recall(wanted, (left, right), kind, event, check)

        return Entry(
            boundary_step(event, f"Verdict on {_place(left.sequence_index)}", left),
            stands=lambda: present == after,
            could_stand=lambda: present == before,
            undo=call(before),
            redo=call(after),
        )

    def _recall(
        self,
        call: BoundaryCall | None,
        sides: tuple[Version, Version],
        kind: str,
        event: Event,
        check: Check,
    ) -> None:
        left, right = sides
        store, pair = self._project.store, (left.id, right.id)
        with store.transaction():
            check()
            if call is None:
                store.calls.remove(*pair)
            else:
                store.calls.save(call, current_actor())
            store.events.add(kind, current_actor(), join=pair, detail={"event": event.id})
        self._boundaries.tell(left.sequence_index)

    def _limits_changed(self, event: Event) -> Entry | None:
        before, after = (_policy(event.detail.get(side)) for side in ("before", "after"))
        present = self._limits.policy()

        def use(wanted: BoundaryPolicy) -> Move:
            return lambda kind, _ctx, check: self._limits.restore(wanted, kind, event.id, check)

        return Entry(
            project_step(event, "Change how boundaries are judged"),
            stands=lambda: present == after,
            could_stand=lambda: present == before,
            undo=use(before),
            redo=use(after),
        )


def _place(left_index: int) -> str:
    return f"boundary {left_index + 1} | {left_index + 2}"


def _join_label(event: Event, after: Join, left_index: int) -> str:
    if event.kind in DECIDED:
        return f"{DECIDED[event.kind]} {_place(left_index)}"
    if not after.treatment.is_remedy:
        return f"Remove treatment of {_place(left_index)}"
    return f"{title(after.treatment.method)} at {_place(left_index)}"


def _join(stored: object) -> Join | None:
    return join_from_note(stored) if stored is not None else None


def _call(stored: object) -> BoundaryCall | None:
    return call_from_note(stored) if stored is not None else None


def _policy(stored: object) -> BoundaryPolicy:
    if not isinstance(stored, Mapping):
        raise UnreadableNote(f"limits noted as {stored!r}")
    return policy_from_note(stored)


def _same(one: Join, other: Join) -> bool:
    """Measures may have been taken anew meanwhile; the decision is what counts."""
    return (one.treatment, one.decision) == (other.treatment, other.decision)
