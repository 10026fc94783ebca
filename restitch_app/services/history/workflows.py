"""Undoing what was decided about workflows: corrected inputs, removed presets."""

from __future__ import annotations

from collections.abc import Mapping

from restitch_app.domain.bindings import BindingChoice
from restitch_app.domain.join_notes import UnreadableNote
from restitch_app.domain.workflows import Preset
from restitch_app.services.history.entry import Entry, Move, project_step
from restitch_app.services.workflows.library import CHOSEN, PRESET_REMOVED, WorkflowLibrary
from restitch_app.store.values import Event


class WorkflowEntries:
    KINDS = (CHOSEN, PRESET_REMOVED)

    def __init__(self, library: WorkflowLibrary) -> None:
        self._library = library

    def entry(self, event: Event) -> Entry | None:
        return self._bindings(event) if event.kind == CHOSEN else self._preset(event)

    def _bindings(self, event: Event) -> Entry | None:
        workflow_id = event.detail.get("workflow")
        before, after = (_choice(event.detail.get(side)) for side in ("before", "after"))
        if not isinstance(workflow_id, int) or before == after:
            return None
        record = self._library.get(workflow_id)

        def choose(wanted: BindingChoice) -> Move:
            return lambda kind, _ctx, check: self._library.restore_choice(
                workflow_id, wanted, kind, {"event": event.id}, check
            )

        return Entry(
            project_step(event, f"Correct the inputs of {record.name}"),
            stands=lambda: record.choice == after,
            could_stand=lambda: record.choice == before,
            undo=choose(before),
            redo=choose(after),
        )

    def _preset(self, event: Event) -> Entry | None:
        preset = _removed_preset(event.detail.get("preset"))
        known = self._library.presets(preset.shape)
        there = next((one for one in known if one.name == preset.name), None)
        return Entry(
            project_step(event, f"Remove preset {preset.name}"),
            stands=lambda: there is None,
            could_stand=lambda: there is not None and there.values == preset.values,
            undo=lambda kind, _ctx, check: self._library.bring_preset_back(
                preset, kind, {"event": event.id}, check
            ),
            redo=lambda kind, _ctx, check: self._library.drop_preset(
                preset, kind, {"event": event.id}, check
            ),
        )


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
