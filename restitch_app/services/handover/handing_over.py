"""Decisions, notes and marks of a project as a file, and merged from a colleague's copy of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeAlias

from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.join_notes import UnreadableNote, join_to_note
from restitch_app.domain.joins import Decided, Decision, Join
from restitch_app.domain.notes import Note, note_to_record, strokes_from_list, strokes_to_list
from restitch_app.domain.staleness import upstream_fingerprints
from restitch_app.domain.versions import Scene, Version
from restitch_app.services.actor import current_actor
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.boundaries.decisions import ACCEPTED, CUT_DECLARED
from restitch_app.services.handover.handed_file import (
    HandedDecision,
    HandedNote,
    HandedOver,
    HandedVerdict,
    read_handed,
    write_handed,
)
from restitch_app.services.project.project import Project
from restitch_app.services.review.notes import EDITED, LONGEST_NOTE, NOTED
from restitch_app.services.review.versions import Judgement, Versions

Apply: TypeAlias = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing the file says that is not said here, or said differently."""

    key: str
    """Names it for people and programs: "segment 5", "boundary 5|6"; with the scene before it
    where there are several."""
    mine: str
    """What is said here; empty where nothing is."""
    theirs: str
    apply: Apply

    @property
    def is_conflict(self) -> bool:
        return bool(self.mine)


@dataclass(frozen=True, slots=True)
class LeftOut:
    key: str
    reason: str


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
        self._project, self._versions, self._boundaries = project, versions, boundaries

    def write(self, out: Path) -> HandedOver:
        """What is said of versions and boundaries that play, and all notes. Raises StorageError."""
        with self._project.store.snapshot():
            handed = HandedOver(
                self._project.settings().name,
                current_actor(),
                datetime.now(UTC).isoformat(timespec="seconds"),
                [one for scene in self._scenes() for one in self._verdicts(scene)],
                [one for scene in self._scenes() for one in self._decisions(scene)],
                [one for scene in self._scenes() for one in self._notes(scene)],
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

    # what is said here

    def _scenes(self) -> tuple[Scene, ...]:
        return self._project.store.scenes.list()

    def _verdicts(self, scene: Scene) -> Iterator[HandedVerdict]:
        current = self._project.store.versions.current(scene.id)
        for version, chain in zip(current, _chains(current), strict=True):
            said = Judgement.of(version)
            if said.approved_upstream is not None or said.needs_work:
                yield HandedVerdict(
                    version.file_sha256,
                    scene.name,
                    version.sequence_index + 1,
                    version.number,
                    chain,
                    said.approved_upstream is not None,
                    said.reason,
                    said.by,
                    said.at,
                )

    def _decisions(self, scene: Scene) -> Iterator[HandedDecision]:
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

    def _notes(self, scene: Scene) -> Iterator[HandedNote]:
        store = self._project.store
        for index in range(store.versions.segment_count(scene.id)):
            versions = {one.id: one for one in store.versions.history(scene.id, index)}
            for note in store.notes.of_segment(scene.id, index):
                version = versions[note.version_id]
                yield HandedNote(
                    version.file_sha256,
                    scene.name,
                    index + 1,
                    version.number,
                    note.segment_frame,
                    note.text,
                    note.author,
                    note.created_at,
                    note.at_boundary,
                    list(strokes_to_list(note.strokes)),
                    note.edited_by,
                    note.edited_at,
                    note.resolved_by,
                    note.resolved_at,
                )

    # against what the file says

    def _compared(self, handed: HandedOver) -> Iterator[Item | LeftOut | None]:
        """None where both say the same."""
        scenes = self._scenes()
        for verdict in handed.verdicts:
            yield self._verdict(scenes, verdict)
        for decision in handed.decisions:
            yield self._decision(scenes, decision)
        for note in handed.notes:
            yield self._note(scenes, note)

    def _verdict(self, scenes: Collection[Scene], theirs: HandedVerdict) -> Item | LeftOut | None:
        key = _key(scenes, theirs.scene, f"segment {theirs.segment}")
        for scene in _likeliest(scenes, theirs.scene):
            current = self._project.store.versions.current(scene.id)
            ids = [link.version_id for link in self._project.store.versions.chain_links(scene.id)]
            places = zip(current, _chains(current), upstream_fingerprints(ids), strict=True)
            for version, chain, upstream in places:
                if version.file_sha256 != theirs.file_sha256:
                    continue
                if theirs.is_approved and chain != theirs.chain_sha256:
                    return LeftOut(key, "other versions play before it here")
                wanted = Judgement(
                    upstream if theirs.is_approved else None,
                    not theirs.is_approved,
                    theirs.reason,
                    theirs.by,
                    theirs.at,
                )
                mine = Judgement.of(version)
                if mine.says_as(wanted):
                    return None
                return Item(
                    key,
                    _verdict_words(mine),
                    _verdict_words(wanted),
                    partial(self._judge, version, wanted),
                )
        return LeftOut(key, f"v{theirs.version} of their copy does not play here")

    def _judge(self, version: Version, wanted: Judgement) -> None:
        kind = "needs_work" if wanted.needs_work else "approved"
        self._versions.judge(version, wanted, kind, {"merged": True})

    def _decision(self, scenes: Collection[Scene], theirs: HandedDecision) -> Item | LeftOut | None:
        key = _key(scenes, theirs.scene, f"boundary {theirs.label}")
        for scene in _likeliest(scenes, theirs.scene):
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
                    _said(decision.value, theirs.reason, theirs.by),
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

    def _note(self, scenes: Collection[Scene], theirs: HandedNote) -> Item | LeftOut | None:
        name = f"note {theirs.segment}.{theirs.frame + 1} {theirs.author} {theirs.created_at}"
        key = _key(scenes, theirs.scene, name)
        store = self._project.store
        try:
            strokes = strokes_from_list(theirs.strokes)
        except UnreadableNote:
            return LeftOut(key, "its drawing cannot be read")
        versions = (
            store.versions.by_hash(theirs.file_sha256, scene.id)
            for scene in _likeliest(scenes, theirs.scene)
        )
        version = next((one for one in versions if one is not None), None)
        if version is None:
            return LeftOut(key, f"v{theirs.version} of their copy is not in this one")
        if not 0 <= theirs.frame < version.facts.frame_count or len(theirs.text) > LONGEST_NOTE:
            return LeftOut(key, "it fits no frame of the version, or is too long")
        wanted = Note(
            0,
            version.id,
            theirs.frame,
            theirs.text,
            theirs.author,
            theirs.created_at,
            theirs.at_boundary,
            strokes,
            theirs.edited_by,
            theirs.edited_at,
            theirs.resolved_by,
            theirs.resolved_at,
        )
        here = store.notes.of_version(version.id)
        ids = (theirs.author, theirs.created_at)
        mine = next((one for one in here if (one.author, one.created_at) == ids), None)
        if mine is None:
            return Item(key, "", _note_words(wanted), lambda: self._add_note(wanted))
        if replace(mine, id=0) == wanted:
            return None
        return Item(
            key,
            _note_words(mine),
            _note_words(wanted),
            lambda: self._put_note(mine, replace(wanted, id=mine.id)),
        )

    def _add_note(self, wanted: Note) -> None:
        store = self._project.store
        with store.transaction():
            made = store.notes.add(
                wanted.version_id, wanted.segment_frame, wanted.text, wanted.author
            )
            self._put(None, replace(wanted, id=made.id), NOTED)
        self._tell(wanted)

    def _put_note(self, mine: Note, wanted: Note) -> None:
        with self._project.store.transaction():
            if self._project.store.notes.find(mine.id) != mine:
                raise WrongUse("A note was changed meanwhile", mine.text, "Merge again")
            self._put(mine, wanted, EDITED)
        self._tell(wanted)

    def _put(self, before: Note | None, after: Note, kind: str) -> None:
        store = self._project.store
        store.notes.put(after)
        detail = {
            "frame": after.segment_frame + 1,
            "text": after.text,
            "before": note_to_record(before) if before else None,
            "after": note_to_record(after),
            "merged": True,
        }
        store.events.add(kind, current_actor(), version_id=after.version_id, detail=detail)

    def _tell(self, note: Note) -> None:
        index = self._project.store.versions.get(note.version_id).sequence_index
        self._project.publish(Changes(segments=frozenset({index})))


def _chains(current: Collection[Version]) -> Iterator[str]:
    """For each version, what plays up to it."""
    digest = hashlib.sha256()
    for version in current:
        digest.update(version.file_sha256.encode())
        yield digest.hexdigest()


def _likeliest(scenes: Collection[Scene], name: str) -> list[Scene]:
    return sorted(scenes, key=lambda scene: scene.name != name)


def _key(scenes: Collection[Scene], scene: str, place: str) -> str:
    return f"{scene}: {place}" if len(scenes) > 1 else place


def _verdict_words(said: Judgement) -> str:
    if said.approved_upstream is not None:
        return _said("approved", "", said.by)
    return _said("needs work", said.reason, said.by) if said.needs_work else ""


def _note_words(note: Note) -> str:
    return f"{note.text or 'a drawing'}{' (resolved)' if note.is_resolved else ''}"


def _said(what: str, reason: str, by: str) -> str:
    return f"{what}{f', {reason}' if reason else ''}{f' ({by})' if by else ''}"
