"""Giving a scene another name."""

from __future__ import annotations

from collections.abc import Mapping

from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.versions import Scene
from restitch_app.services.actor import current_actor
from restitch_app.services.project.project import Project
from restitch_app.services.project.unchanged import Check, unchecked

LONGEST_NAME = 80
SCENE_RENAMED = "scene_renamed"


class SceneNaming:
    def __init__(self, project: Project) -> None:
        self._project = project

    def rename(self, scene: Scene, name: str) -> Scene:
        """Can be undone. Raises WrongUse for a name that cannot be, Refused for one that is taken.

        Files and folders keep theirs.
        """
        said = name.strip()
        if not said:
            raise WrongUse("A scene needs a name", f'It is still called "{scene.name}"')
        if not said.isprintable():
            raise WrongUse("A scene's name is one line of text", "", "Leave out line breaks")
        if len(said) > LONGEST_NAME:
            raise WrongUse(
                "The name is too long",
                f"It has {len(said)} characters",
                f"Use up to {LONGEST_NAME}",
            )
        return self.give(scene.id, said, SCENE_RENAMED, {})

    def name_of(self, scene_id: int) -> str:
        """Raises NotFound."""
        return self._project.store.scenes.get(scene_id).name

    def give(
        self,
        scene_id: int,
        name: str,
        kind: str,
        detail: Mapping[str, object],
        check: Check = unchecked,
    ) -> Scene:
        """The same, told in the audit trail as `kind` with this detail."""
        store = self._project.store
        with store.transaction():
            check()
            before = store.scenes.get(scene_id)
            if before.name == name:
                return before
            renamed = store.scenes.rename(scene_id, name)
            told = {"scene": scene_id, "before": before.name, "after": name, **detail}
            store.events.add(kind, current_actor(), detail=told)
        self._project.publish(Changes(scene=True))
        return renamed
