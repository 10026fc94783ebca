"""Workflows in the editor's format become prompts as soon as a server says what its nodes take."""

from __future__ import annotations

import logging

from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.workflows.conversion.convert import convert
from restitch_app.comfy.workflows.unusable import WorkflowUnusable
from restitch_app.comfy.workflows.workflow import workflow_shape
from restitch_app.domain.bindings import BindingChoice
from restitch_app.domain.errors import RestitchError
from restitch_app.domain.versions import Version
from restitch_app.domain.workflows import WorkflowRecord
from restitch_app.services.project.project import Project
from restitch_app.services.workflows.node_knowledge import NodeKnowledge
from restitch_app.services.workflows.shown_values import parameters_of

log = logging.getLogger(__name__)


class NoServerKnown(RestitchError):
    """A workflow in the editor's format cannot be read before a server has answered once."""

    code = "no_server_known"

    def __init__(self, name: str) -> None:
        super().__init__(
            "A server is needed to read this workflow",
            f"{name} is in the editor's format, and no server has said yet what its nodes take",
            'Start ComfyUI, or save the workflow there with "Export (API)" and add that file',
        )


class WorkflowConverting:
    def __init__(self, project: Project, knowledge: NodeKnowledge) -> None:
        self._project = project
        self._knowledge = knowledge

    def convert(self, record: WorkflowRecord) -> JsonObject:
        """Its prompt; kept, so that it is done once. So are the prompts of the versions that came
        with the same graph and have only the editor's format too.

        Raises NoServerKnown, and WorkflowUnusable, which names the nodes that are in the way.
        """
        store = self._project.store
        editor = store.workflows.editor(record.id)
        if editor is None:
            raise WorkflowUnusable("This workflow is empty", record.name, "Add it again")
        prompt = self._converted(editor, record.name)
        if store.read_only:
            return prompt
        with store.transaction():
            store.workflows.set_prompt(record.id, prompt, workflow_shape(prompt))
        for version_id in store.workflows.versions_to_convert(record.id):
            try:
                self.own_prompt(store.versions.get(version_id))
            except RestitchError as error:
                log.warning("version %s keeps its editor's format: %s", version_id, error)
        return prompt

    def own_prompt(self, version: Version) -> JsonObject | None:
        """What made the version, converted where its clip had the editor's format only; None where
        the clip carries none. Raises as `convert`."""
        store = self._project.store
        prompt = store.versions.prompt(version.id)
        if prompt is not None:
            return prompt
        editor = store.versions.editor(version.id)
        if editor is None:
            return None
        if version.workflow_id is not None and not store.read_only:
            record = store.workflows.get(version.workflow_id)
            if not record.is_converted:
                self.convert(record)  # and with it the versions that came with it
                prompt = store.versions.prompt(version.id)
                if prompt is not None:
                    return prompt
        name = version.workflow_name or f"The workflow of segment {version.sequence_index + 1}"
        prompt = self._converted(editor, name)
        if not store.read_only:
            shape = workflow_shape(prompt)
            alike = store.workflows.by_shape(shape)
            parameters = parameters_of(prompt, alike.choice if alike else BindingChoice())
            store.versions.set_converted(version.id, prompt, parameters, shape)
        return prompt

    def _converted(self, editor: JsonObject, name: str) -> JsonObject:
        """With the first server that knows all its nodes, the project's own before the others."""
        refusal: WorkflowUnusable | None = None
        for types in self._knowledge.all():
            try:
                return convert(editor, types, name).prompt
            except WorkflowUnusable as error:
                refusal = refusal or error
        raise refusal or NoServerKnown(name)
