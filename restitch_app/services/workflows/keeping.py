"""Puts workflows into a project: those of one shape are one row, and versions know theirs."""

from __future__ import annotations

import logging

from restitch_app.comfy.bindings.hand_off import without_hand_off
from restitch_app.comfy.workflows.workflow import workflow_shape
from restitch_app.domain.workflows import WorkflowOrigin, WorkflowRecord
from restitch_app.services.project.project import Project
from restitch_app.services.workflows.files import NamedWorkflow

log = logging.getLogger(__name__)


class WorkflowKeeping:
    def __init__(self, project: Project) -> None:
        self._project = project
        self._store = project.store.workflows

    def link(self, found: NamedWorkflow) -> WorkflowRecord:
        """The project's workflow of this shape, added where there is none yet."""
        with self._project.store.transaction():
            known = self._store.by_shape(found.shape) or self._store.by_editor_shape(
                found.editor_shape
            )
            return known or self.add(found)

    def add(self, found: NamedWorkflow) -> WorkflowRecord:
        """A new one, unless the very same is there: then that. Corrections made for its shape
        are taken over."""
        with self._project.store.transaction():
            same = self._identical(found)
            if same is not None:
                return same
            alike = self._store.by_shape(found.shape)
            return self._store.add(
                self._free_name(found.name),
                found.origin,
                found.origin_detail,
                shape=found.shape,
                editor_shape=found.editor_shape,
                prompt=found.prompt,
                editor=found.editor,
                choice=found.choice or (alike.choice if alike else None),
            )

    def catch_up(self) -> None:
        """Shapes and links that an older Restitch did not write. Costs nothing once it is done."""
        store = self._project.store
        if store.read_only:
            return
        for record in self._store.list():
            if record.is_converted and not record.shape:
                prompt = self._store.prompt(record.id) or {}
                self._store.set_shape(record.id, workflow_shape(prompt))
        for version_id in self._store.unlinked_versions():
            with store.transaction():
                self._link_version(version_id)

    def _link_version(self, version_id: int) -> None:
        versions = self._project.store.versions
        version, prompt = versions.get(version_id), versions.prompt(version_id)
        if prompt is None:
            return
        name = f"Segment {version.sequence_index + 1} v{version.number}"
        found = NamedWorkflow(
            name, WorkflowOrigin.CLIP, version.file, without_hand_off(prompt), None
        )
        versions.link_workflow(version_id, self.link(found))

    def _identical(self, found: NamedWorkflow) -> WorkflowRecord | None:
        for record in self._store.list():
            if found.prompt is not None:
                same = record.shape == found.shape and (
                    self._store.prompt(record.id) == found.prompt
                )
            else:
                same = self._store.editor(record.id) == found.editor
            if same:
                return record
        return None

    def _free_name(self, name: str) -> str:
        taken = {record.name for record in self._store.list()}
        number, free = 1, name
        while free in taken:
            number += 1
            free = f"{name} {number}"
        return free
