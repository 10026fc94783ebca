"""Undoing what was decided about versions: which one plays, and what was said of it."""

from __future__ import annotations

from collections.abc import Mapping

from restitch_app.domain.join_notes import UnreadableNote, join_from_note
from restitch_app.domain.joins import Join
from restitch_app.domain.splices import is_removed
from restitch_app.domain.versions import Version
from restitch_app.services.history.entry import Entry, Move, version_step
from restitch_app.services.project.project import Project
from restitch_app.services.review.pin_held import PIN_HELD
from restitch_app.services.review.versions import Judgement, Versions
from restitch_app.store.values import Event

USED = "used"
JUDGED = {
    "approved": "Approve",
    PIN_HELD: "Pin held: approve",
    "needs_work": "Needs work:",
    "verdict_withdrawn": "Withdraw the verdict on",
}


class VersionEntries:
    KINDS = (USED, *JUDGED)

    def __init__(self, project: Project, versions: Versions) -> None:
        self._project = project
        self._versions = versions

    def entry(self, event: Event) -> Entry | None:
        if event.version_id is None:
            return None
        version = self._project.store.versions.get(event.version_id)
        if is_removed(version.sequence_index):
            return None
        return self._use(event, version) if event.kind == USED else self._judged(event, version)

    def _use(self, event: Event, version: Version) -> Entry | None:
        replaced = event.detail.get("replaced")
        if not isinstance(replaced, int) or replaced == version.id:
            return None
        old = self._project.store.versions.get(replaced)

        set_aside = _joins(event.detail.get("set_aside"))

        def bring_back(wanted: Version, joins: tuple[Join, ...] = ()) -> Move:
            return lambda kind, ctx, check: self._versions.bring_back(
                wanted, ctx, kind, {"event": event.id}, joins, check
            )

        return Entry(
            version_step(event, f"Use {_named(version)}", version),
            stands=lambda: version.is_current and old.purged_at is None,
            could_stand=lambda: old.is_current and version.purged_at is None,
            undo=bring_back(old, set_aside),
            redo=bring_back(version),
        )

    def _judged(self, event: Event, version: Version) -> Entry | None:
        before, after = (_judgement(event.detail.get(side)) for side in ("before", "after"))
        if before is None or after is None or before.says_as(after):
            return None

        def judge(wanted: Judgement) -> Move:
            return lambda kind, _ctx, check: self._versions.judge(
                version, wanted, kind, {"event": event.id}, check
            )

        return Entry(
            version_step(event, f"{JUDGED[event.kind]} {_named(version)}", version),
            stands=lambda: Judgement.of(version).says_as(after),
            could_stand=lambda: Judgement.of(version).says_as(before),
            undo=judge(before),
            redo=judge(after),
        )


def _named(version: Version) -> str:
    return f"v{version.number} of segment {version.sequence_index + 1}"


def _judgement(stored: object) -> Judgement | None:
    if stored is None:
        return None
    if not isinstance(stored, Mapping):
        raise UnreadableNote(f"a verdict noted as {stored!r}")
    upstream = stored.get("approved_upstream")
    if not isinstance(upstream, str | None):
        raise UnreadableNote(f"an approval noted as {upstream!r}")
    told = {name: str(stored.get(name) or "") for name in ("reason", "by", "at")}
    return Judgement(upstream, needs_work=bool(stored.get("needs_work")), **told)


def _joins(stored: object) -> tuple[Join, ...]:
    return tuple(join_from_note(one) for one in stored) if isinstance(stored, list) else ()
