"""Undoing a cascade: the versions that played before it, all in one step."""

from __future__ import annotations

from restitch_app.domain.join_notes import UnreadableNote
from restitch_app.domain.splices import is_removed
from restitch_app.domain.versions import Version
from restitch_app.services.history.entry import Entry, Move, version_step
from restitch_app.services.project.project import Project
from restitch_app.services.review.versions import Versions
from restitch_app.services.runs.steps import CASCADED
from restitch_app.store.values import Event


class RunEntries:
    KINDS = (CASCADED,)

    def __init__(self, project: Project, versions: Versions) -> None:
        self._project = project
        self._versions = versions

    def entry(self, event: Event) -> Entry | None:
        """None for a run that made nothing current, or whose segments are no longer all there."""
        pairs = [(self._get(old), self._get(new)) for old, new in _switched(event)]
        if not pairs or not all(_share_a_place(old, new) for old, new in pairs):
            return None
        before, after = ([pair[side] for pair in pairs] for side in (0, 1))

        def bring_back(wanted: list[Version]) -> Move:
            return lambda kind, ctx, check: self._versions.bring_all_back(
                wanted, ctx, kind, {"event": event.id}, check
            )

        first = after[0].sequence_index + 1
        return Entry(
            version_step(event, f"Cascade from segment {first}", after[0]),
            stands=lambda: _play(after) and _are_there(before),
            could_stand=lambda: _play(before) and _are_there(after),
            undo=bring_back(before),
            redo=bring_back(after),
        )

    def _get(self, version_id: int) -> Version:
        return self._project.store.versions.get(version_id)


def _switched(event: Event) -> list[tuple[int, int]]:
    stored = event.detail.get("switched")
    if not isinstance(stored, list):
        raise UnreadableNote(f"a run's versions noted as {stored!r}")
    return [(int(old), int(new)) for old, new in stored]


def _share_a_place(old: Version, new: Version) -> bool:
    index = new.sequence_index
    return old.sequence_index == index and not is_removed(index)


def _play(versions: list[Version]) -> bool:
    return all(version.is_current for version in versions)


def _are_there(versions: list[Version]) -> bool:
    return all(version.purged_at is None for version in versions)
