"""Approving several segments as one decision: one step of the history, taken back as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from restitch_app.domain.changes import Changes
from restitch_app.domain.join_notes import UnreadableNote
from restitch_app.domain.staleness import upstream_fingerprints
from restitch_app.domain.versions import Scene, Version
from restitch_app.services.actor import current_actor
from restitch_app.services.history.entry import Entry, Move, version_step
from restitch_app.services.project.project import Project
from restitch_app.services.project.unchanged import Check, unchecked
from restitch_app.services.review.staleness import StaleChange, Staleness
from restitch_app.services.review.versions import Judgement
from restitch_app.store.values import Event

APPROVED_SEVERAL = "approved_several"


@dataclass(frozen=True, slots=True)
class Given:
    """A verdict on one of several versions, and what was said of it before."""

    version_id: int
    before: Judgement
    after: Judgement


class Approving:
    """Also the history's source for what it decides."""

    KINDS = (APPROVED_SEVERAL,)

    def __init__(self, project: Project, staleness: Staleness) -> None:
        self._project = project
        self._staleness = staleness

    def approve(self, scene: Scene, indices: Sequence[int]) -> StaleChange:
        """Approve the current versions of these segments, in one transaction.

        Where a segment is stale, that ends there too. Raises NotFound for no such segment.
        """
        versions = [self._project.current(scene, index) for index in sorted(set(indices))]
        links = self._project.store.versions.chain_links(scene.id)
        upstream = tuple(upstream_fingerprints([link.version_id for link in links]))
        wanted = [
            (one, Judgement(upstream[one.sequence_index], needs_work=False)) for one in versions
        ]
        return self._give(wanted, APPROVED_SEVERAL, {})

    def entry(self, event: Event) -> Entry | None:
        """None where nothing was decided by it."""
        given = _given(event.detail.get("given"))
        if not given or all(one.before.says_as(one.after) for one in given):
            return None
        versions = [self._project.store.versions.get(one.version_id) for one in given]
        now = [Judgement.of(version) for version in versions]

        def judge(wanted: list[Judgement]) -> Move:
            pairs = list(zip(versions, wanted, strict=True))
            return lambda kind, _ctx, check: self._give(pairs, kind, {"event": event.id}, check)

        def all_say(wanted: list[Judgement]) -> bool:
            return all(one.says_as(other) for one, other in zip(now, wanted, strict=True))

        before, after = [one.before for one in given], [one.after for one in given]
        return Entry(
            version_step(event, f"Approve {len(given)} segments", versions[0]),
            stands=lambda: all_say(after),
            could_stand=lambda: all_say(before),
            undo=judge(before),
            redo=judge(after),
        )

    def _give(
        self,
        wanted: Sequence[tuple[Version, Judgement]],
        kind: str,
        detail: Mapping[str, object],
        check: Check = unchecked,
    ) -> StaleChange:
        """Told in the audit trail as one event of this kind. `wanted`: of one scene, not empty."""
        store, scene_id = self._project.store, wanted[0][0].scene_id
        self._staleness.learn(store.versions.chain_links(scene_id))
        given = []
        with store.transaction():
            check()
            for version, judgement in wanted:
                before = Judgement.of(store.versions.get(version.id))
                self._store(version.id, judgement)
                after = Judgement.of(store.versions.get(version.id))
                given.append(Given(version.id, before, after))
            change = self._staleness.refresh(scene_id)
            told = {"given": [asdict(one) for one in given], **detail}
            store.events.add(kind, current_actor(), version_id=wanted[0][0].id, detail=told)
        touched = frozenset(version.sequence_index for version, _ in wanted)
        around = touched | {index - 1 for index in touched}
        self._project.publish(Changes(segments=touched | {*change.changed}, boundaries=around))
        return change

    def _store(self, version_id: int, judgement: Judgement) -> None:
        versions = self._project.store.versions
        by, at = judgement.by or current_actor(), judgement.at or None
        if judgement.needs_work:
            versions.set_needs_work(
                version_id, needs_work=True, reason=judgement.reason, by=by, at=at
            )
        else:
            versions.set_approval(version_id, judgement.approved_upstream, by, at)


def _given(stored: object) -> list[Given]:
    if not isinstance(stored, list):
        raise UnreadableNote(f"verdicts noted as {stored!r}")
    found = []
    for one in stored:
        if not isinstance(one, Mapping) or not isinstance(one.get("version_id"), int):
            raise UnreadableNote(f"a verdict noted as {one!r}")
        before, after = _judgement(one.get("before")), _judgement(one.get("after"))
        found.append(Given(one["version_id"], before, after))
    return found


def _judgement(stored: object) -> Judgement:
    if not isinstance(stored, Mapping):
        raise UnreadableNote(f"a verdict noted as {stored!r}")
    upstream = stored.get("approved_upstream")
    if not isinstance(upstream, str | None):
        raise UnreadableNote(f"an approval noted as {upstream!r}")
    told = {name: str(stored.get(name) or "") for name in ("reason", "by", "at")}
    return Judgement(upstream, needs_work=bool(stored.get("needs_work")), **told)
