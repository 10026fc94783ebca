"""Scenes of the project and the workflow each is generated with."""

from __future__ import annotations

from fractions import Fraction

from peewee import Select

from restitch_app.domain.errors import NotFound
from restitch_app.domain.versions import Picture, Scene
from restitch_app.store.database import Database, Row
from restitch_app.store.errors import Refused
from restitch_app.store.project import PROJECT_ID
from restitch_app.store.rows import scene_of
from restitch_app.store.tables import now_iso, scenes

_LIGHT = (
    scenes.c.id,
    scenes.c.name,
    scenes.c.rate_num,
    scenes.c.rate_den,
    scenes.c.width,
    scenes.c.height,
    scenes.c.workflow_id,
    scenes.c.start_image_hash,
    scenes.c.start_image_file,
)


class SceneQueries:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        name: str,
        rate: Fraction,
        width: int,
        height: int,
        *,
        workflow_id: int | None = None,
        start_image: Picture | None = None,
    ) -> Scene:
        """Raises Refused where the project has a scene of that name."""
        with self._database.transaction():
            if any(scene.name == name for scene in self.list()):
                raise _taken(name)
            scene_id = self._database.run(
                scenes.insert(
                    project_id=PROJECT_ID,
                    name=name,
                    rate_num=rate.numerator,
                    rate_den=rate.denominator,
                    width=width,
                    height=height,
                    created_at=now_iso(),
                    workflow_id=workflow_id,
                    start_image_hash=start_image.hash if start_image else None,
                    start_image_file=start_image.file if start_image else None,
                )
            )
        return Scene(scene_id, name, rate, width, height, workflow_id, start_image)

    def list(self) -> tuple[Scene, ...]:
        """In the order they were added."""
        rows = self._database.rows(_select().order_by(scenes.c.id))
        return tuple(scene_of(row) for row in rows)

    def get(self, scene_id: int) -> Scene:
        return scene_of(self._row(scene_id))

    def by_name(self, name: str) -> Scene:
        """Raises NotFound, which names the scenes that exist."""
        found = self._database.first(_select().where(scenes.c.name == name))
        if found is None:
            names = ", ".join(f'"{scene.name}"' for scene in self.list()) or "none"
            raise NotFound(f'There is no scene "{name}"', f"Scenes of this project: {names}")
        return scene_of(found)

    def rename(self, scene_id: int, name: str) -> Scene:
        """Raises Refused where another scene has that name."""
        with self._database.transaction():
            self._row(scene_id)
            if any(scene.name == name and scene.id != scene_id for scene in self.list()):
                raise _taken(name)
            self._database.run(scenes.update(name=name).where(scenes.c.id == scene_id))
            return self.get(scene_id)

    def settle(self, scene_id: int, rate: Fraction, width: int, height: int) -> None:
        """What its first clip turned out to be; until then they were what its workflow says."""
        self._database.run(
            scenes.update(
                rate_num=rate.numerator, rate_den=rate.denominator, width=width, height=height
            ).where(scenes.c.id == scene_id)
        )

    def use_workflow(self, scene_id: int, workflow_id: int | None) -> Scene:
        """For segments whose clips carry none of their own."""
        self._row(scene_id)
        query = scenes.update(workflow_id=workflow_id).where(scenes.c.id == scene_id)
        self._database.run(query)
        return self.get(scene_id)

    def _row(self, scene_id: int) -> Row:
        found = self._database.first(_select().where(scenes.c.id == scene_id))
        if found is None:
            raise NotFound(f"There is no scene with id {scene_id}")
        return found


def _taken(name: str) -> Refused:
    return Refused(
        "There is already a scene of that name",
        f'"{name}" was left as it is',
        "Choose another name",
    )


def _select() -> Select:
    return scenes.select(*_LIGHT)
