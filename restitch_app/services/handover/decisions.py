"""Decisions about boundaries, handed from one copy of a project to another."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import partial

from restitch_app.domain.errors import WrongUse
from restitch_app.domain.join_notes import join_to_note
from restitch_app.domain.joins import Decided, Decision, Join
from restitch_app.domain.versions import Scene
from restitch_app.services.actor import current_actor
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.boundaries.decisions import ACCEPTED, CUT_DECLARED
from restitch_app.services.handover.handed_file import HandedDecision
from restitch_app.services.handover.items import Found, Item, LeftOut, key_of, likeliest_first, said
from restitch_app.services.project.project import Project


class Decisions:
    def __init__(self, project: Project, boundaries: Boundaries) -> None:
        self._project, self._boundaries = project, boundaries

    def of(self, scene: Scene) -> Iterator[HandedDecision]:
        by_id = {one.id: one for one in self._project.store.versions.current(scene.id)}
        for boundary in self._boundaries.known(scene):
            join, decided = boundary.join, boundary.join.decided
            if join.decision is not None:
                yield HandedDecision(
                    by_id[join.left_id].file_sha256,
                    by_id[join.right_id].file_sha256,
                    scene.name,
                    boundary.label,
                    join.decision.value,
                    decided.reason if decided else "",
                    decided.by if decided else "",
                    decided.at if decided else "",
                )

    def compared(self, scenes: Collection[Scene], theirs: HandedDecision) -> Found:
        key = key_of(scenes, theirs.scene, f"boundary {theirs.label}")
        for scene in likeliest_first(scenes, theirs.scene):
            by_id = {one.id: one for one in self._project.store.versions.current(scene.id)}
            for boundary in self._boundaries.known(scene):
                join = boundary.join
                pair = by_id[join.left_id].file_sha256, by_id[join.right_id].file_sha256
                if pair != (theirs.left_sha256, theirs.right_sha256):
                    continue
                if join.measures is None:
                    return LeftOut(key, "it is not measured here yet; check it, then merge again")
                if theirs.decision not in set(Decision):
                    return LeftOut(key, f"{theirs.decision} is no decision that is known here")
                decision = Decision(theirs.decision)
                if decision is join.decision:
                    return None
                if decision is Decision.CUT and join.treatment.is_remedy:
                    return LeftOut(key, "it is a cut there, and smoothed here")
                return Item(
                    key,
                    join.decision.value if join.decision else "",
                    said(decision.value, theirs.reason, theirs.by),
                    partial(self._decide, join, boundary.left_index, theirs),
                )
        return LeftOut(key, "these two versions do not meet here")

    def _decide(self, join: Join, left_index: int, theirs: HandedDecision) -> None:
        decision = Decision(theirs.decision)
        plain = join.decide(decision, theirs.reason)
        decided = replace(plain.decided or Decided(), by=theirs.by, at=theirs.at)
        after = replace(plain, decided=decided)
        store = self._project.store
        with store.transaction():
            now = store.joins.get(join.left_id, join.right_id)
            if now is None or (now.treatment, now.decision) != (join.treatment, join.decision):
                raise WrongUse("A boundary was decided about meanwhile", "", "Merge again")
            stored = self._boundaries.save(after, current_actor())
            store.events.add(
                CUT_DECLARED if decision is Decision.CUT else ACCEPTED,
                current_actor(),
                join=(join.left_id, join.right_id),
                detail={
                    "boundary": theirs.label,
                    "reason": theirs.reason,
                    "before": join_to_note(join),
                    "after": join_to_note(stored),
                    "merged": True,
                },
            )
        self._boundaries.tell(left_index)
