"""Undoing changes of a scene's order: the same change, the other way round."""

from __future__ import annotations

from restitch_app.domain.join_notes import UnreadableNote
from restitch_app.domain.versions import Version
from restitch_app.services.chain.editing import INSERTED, MOVED, REMOVED, SPLIT
from restitch_app.services.chain.order import OrderChange, SceneOrder, change_from_note
from restitch_app.services.history.entry import Entry, Move, Step
from restitch_app.services.project.project import Project
from restitch_app.services.runs.steps import GENERATED
from restitch_app.store.values import Event

LABELS = {
    REMOVED: "Remove segment {}",
    MOVED: "Move segment {}",
    SPLIT: "Split segment {}",
    INSERTED: "Insert clips at {}",
    GENERATED: "{}",
}


class ChainEntries:
    KINDS = tuple(LABELS)

    def __init__(self, project: Project, order: SceneOrder) -> None:
        self._project = project
        self._order = order

    def entry(self, event: Event) -> Entry | None:
        """None for a generation that added nothing to a scene which was there."""
        change = change_from_note(event.detail)
        if change is None and event.kind == GENERATED:
            return None
        if change is None or event.version_id is None:
            raise UnreadableNote(f"a change of the order noted as {event.detail!r}")
        scene_id = self._get(event.version_id).scene_id
        about = event.detail.get("name" if event.kind == GENERATED else "segment")
        label = LABELS[event.kind].format(about)

        def carry_out(wanted: OrderChange) -> Move:
            return lambda kind, ctx, check: self._order.carry_out(
                scene_id, lambda: wanted, kind, {"event": event.id}, ctx, check
            )

        return Entry(
            Step(event.id, label, scene_id, None, None),
            stands=lambda: self._is(scene_id, change) and self._are_there(change.undone),
            could_stand=lambda: self._is(scene_id, change.undone) and self._are_there(change),
            undo=carry_out(change.undone),
            redo=carry_out(change),
        )

    def _is(self, scene_id: int, change: OrderChange) -> bool:
        plays = change.switch is None or self._get(change.switch[1]).is_current
        return plays and self._project.store.splices.stands(scene_id, change.splice)

    def _are_there(self, change: OrderChange) -> bool:
        """Whether the files of what would come back were not purged meanwhile."""
        back = [*change.splice.after, *([change.switch[1]] if change.switch else [])]
        return all(self._get(one).purged_at is None for one in back)

    def _get(self, version_id: int) -> Version:
        return self._project.store.versions.get(version_id)
