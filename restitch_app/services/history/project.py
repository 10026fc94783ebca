"""Undoing what was decided about the project: a scene's name, how finished takes are treated."""

from __future__ import annotations

from collections.abc import Mapping

from restitch_app.domain.join_notes import UnreadableNote
from restitch_app.services.history.entry import Entry, Move, Step, project_step
from restitch_app.services.project.project import Project
from restitch_app.services.project.scene_naming import SCENE_RENAMED, SceneNaming
from restitch_app.services.project.settings import SETTINGS_CHANGED, restore_settings, settings_note
from restitch_app.store.values import Event


class ProjectEntries:
    KINDS = (SCENE_RENAMED, SETTINGS_CHANGED)

    def __init__(self, project: Project, naming: SceneNaming) -> None:
        self._project = project
        self._naming = naming

    def entry(self, event: Event) -> Entry | None:
        return self._renamed(event) if event.kind == SCENE_RENAMED else self._settings(event)

    def _renamed(self, event: Event) -> Entry | None:
        match event.detail:
            case {"scene": int(scene_id), "before": str(before), "after": str(after)}:
                pass
            case _:
                raise UnreadableNote(f"a new name noted as {event.detail!r}")
        present = self._naming.name_of(scene_id)
        taken = {scene.name for scene in self._project.store.scenes.list()}

        def give(name: str) -> Move:
            return lambda kind, _ctx, check: self._naming.give(
                scene_id, name, kind, {"event": event.id}, check
            )

        return Entry(
            Step(event.id, f'Rename scene to "{after}"', scene_id, None, None),
            stands=lambda: present == after and before not in taken,
            could_stand=lambda: present == before and after not in taken,
            undo=give(before),
            redo=give(after),
        )

    def _settings(self, event: Event) -> Entry | None:
        before, after = (event.detail.get(side) for side in ("before", "after"))
        if not isinstance(before, Mapping) or not isinstance(after, Mapping):
            raise UnreadableNote(f"settings noted as {event.detail!r}")
        present = settings_note(self._project.settings())

        def restore(wanted: Mapping[str, object]) -> Move:
            return lambda kind, _ctx, check: restore_settings(
                self._project, wanted, kind, {"event": event.id}, check
            )

        return Entry(
            project_step(event, "Change the project's settings"),
            stands=lambda: present == after,
            could_stand=lambda: present == before,
            undo=restore(before),
            redo=restore(after),
        )
