"""Workflows that a project keeps, and values saved for them under a name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peewee import SQL, Select

from restitch_app.domain.bindings import BindingChoice
from restitch_app.domain.errors import NotFound
from restitch_app.domain.workflows import Preset, WorkflowOrigin, WorkflowRecord
from restitch_app.store.database import Database, Row
from restitch_app.store.project import PROJECT_ID
from restitch_app.store.rows import preset_of, workflow_of
from restitch_app.store.tables import (
    from_json,
    now_iso,
    presets,
    scenes,
    segments,
    to_json,
    workflows,
)
from restitch_app.store.values import Parameters

_LIGHT = SQL(
    "id, name, origin, origin_detail, shape, choice_json, created_at, "
    "prompt_json IS NOT NULL AS is_converted"
)


class WorkflowQueries:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        name: str,
        origin: WorkflowOrigin,
        origin_detail: str,
        *,
        shape: str = "",
        editor_shape: str = "",
        prompt: Mapping[str, object] | None = None,
        editor: Mapping[str, object] | None = None,
        choice: BindingChoice | None = None,
    ) -> WorkflowRecord:
        """`prompt` in API format, `editor` in the editor's; at least one of the two."""
        choice_json = to_json((choice or BindingChoice()).to_note())
        return self.get(
            self._database.run(
                workflows.insert(
                    project_id=PROJECT_ID,
                    name=name,
                    origin=origin.value,
                    origin_detail=origin_detail,
                    shape=shape,
                    editor_shape=editor_shape,
                    prompt_json=to_json(prompt),
                    editor_json=to_json(editor),
                    choice_json=choice_json,
                    created_at=now_iso(),
                )
            )
        )

    def list(self) -> tuple[WorkflowRecord, ...]:
        """Oldest first."""
        rows = self._database.rows(_select().order_by(workflows.c.id))
        return tuple(workflow_of(row) for row in rows)

    def get(self, workflow_id: int) -> WorkflowRecord:
        """Raises NotFound, which names the workflows that exist."""
        row = self._database.first(_select().where(workflows.c.id == workflow_id))
        if row is None:
            known = ", ".join(f"{one.id} {one.name}" for one in self.list()) or "none"
            raise NotFound(
                f"There is no workflow with id {workflow_id}", f"Workflows of this project: {known}"
            )
        return workflow_of(row)

    def by_shape(self, shape: str) -> WorkflowRecord | None:
        """The oldest of this shape."""
        return self._first_where(workflows.c.shape == shape) if shape else None

    def by_editor_shape(self, editor_shape: str) -> WorkflowRecord | None:
        """The same for graphs in the editor's format."""
        return self._first_where(workflows.c.editor_shape == editor_shape) if editor_shape else None

    def prompt(self, workflow_id: int) -> dict[str, Any] | None:
        """In API format; None while it has not been converted."""
        return from_json(self._column(workflow_id, "prompt_json"))

    def editor(self, workflow_id: int) -> dict[str, Any] | None:
        """In the editor's format; None where it did not come in that one."""
        return from_json(self._column(workflow_id, "editor_json"))

    def set_prompt(self, workflow_id: int, prompt: Mapping[str, object], shape: str) -> None:
        self._update(workflow_id, prompt_json=to_json(prompt), shape=shape)

    def set_shape(self, workflow_id: int, shape: str) -> None:
        self._update(workflow_id, shape=shape)

    def rename(self, workflow_id: int, name: str) -> None:
        self._update(workflow_id, name=name)

    def choose(self, workflow_id: int, choice: BindingChoice) -> None:
        self._update(workflow_id, choice_json=to_json(choice.to_note()))

    def remove(self, workflow_id: int) -> None:
        """Versions that were made with it keep their own prompt."""
        if not self._database.run(workflows.delete().where(workflows.c.id == workflow_id)):
            raise NotFound(f"There is no workflow with id {workflow_id}")

    def scenes_of(self, workflow_id: int) -> tuple[str, ...]:
        """Names of the scenes whose segments are made with it where they have none of their own."""
        query = scenes.select(scenes.c.name).where(scenes.c.workflow_id == workflow_id)
        return tuple(row["name"] for row in self._database.rows(query.order_by(scenes.c.id)))

    def unlinked_versions(self) -> tuple[int, ...]:
        """With a prompt that an older Restitch recorded: nobody has looked at its shape yet."""
        query = segments.select(segments.c.id).where(
            segments.c.workflow_shape.is_null() & segments.c.prompt_json.is_null(False)
        )
        return tuple(row["id"] for row in self._database.rows(query.order_by(segments.c.id)))

    def versions_to_convert(self, workflow_id: int) -> tuple[int, ...]:
        """Versions of the workflow whose own is in the editor's format only."""
        query = segments.select(segments.c.id).where(
            (segments.c.workflow_id == workflow_id)
            & segments.c.prompt_json.is_null()
            & segments.c.editor_json.is_null(False)
        )
        return tuple(row["id"] for row in self._database.rows(query.order_by(segments.c.id)))

    def presets(self, shape: str) -> tuple[Preset, ...]:
        """By name."""
        query = presets.select().where(presets.c.shape == shape).order_by(presets.c.name)
        return tuple(preset_of(row) for row in self._database.rows(query))

    def preset(self, preset_id: int) -> Preset:
        row = self._database.first(presets.select().where(presets.c.id == preset_id))
        if row is None:
            raise NotFound(f"There is no preset with id {preset_id}")
        return preset_of(row)

    def save_preset(self, name: str, shape: str, values: Parameters) -> Preset:
        """One of that name for the same shape is replaced."""
        with self._database.transaction():
            same = (presets.c.shape == shape) & (presets.c.name == name)
            self._database.run(presets.delete().where(same))
            return self.preset(
                self._database.run(
                    presets.insert(
                        project_id=PROJECT_ID,
                        name=name,
                        shape=shape,
                        values_json=to_json(values),
                        created_at=now_iso(),
                    )
                )
            )

    def remove_preset(self, preset_id: int) -> None:
        if not self._database.run(presets.delete().where(presets.c.id == preset_id)):
            raise NotFound(f"There is no preset with id {preset_id}")

    def _first_where(self, condition: Any) -> WorkflowRecord | None:  # noqa: ANN401 - peewee's
        row = self._database.first(_select().where(condition).order_by(workflows.c.id).limit(1))
        return workflow_of(row) if row is not None else None

    def _column(self, workflow_id: int, name: str) -> Any:  # noqa: ANN401
        query = workflows.select(getattr(workflows.c, name)).where(workflows.c.id == workflow_id)
        row: Row | None = self._database.first(query)
        if row is None:
            raise NotFound(f"There is no workflow with id {workflow_id}")
        return row[name]

    def _update(self, workflow_id: int, **columns: object) -> None:
        query = workflows.update(**columns).where(workflows.c.id == workflow_id)
        if not self._database.run(query):
            raise NotFound(f"There is no workflow with id {workflow_id}")


def _select() -> Select:
    return workflows.select(_LIGHT)
