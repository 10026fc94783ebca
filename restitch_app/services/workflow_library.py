"""The workflows of a project: where they came from, what their inputs mean, and corrections."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from restitch_app.comfy.bindings.bindings import find_bindings
from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.workflows.bundled import BundledWorkflow, bundled_workflows
from restitch_app.comfy.workflows.graph import Graph
from restitch_app.domain.bindings import Binding, BindingChoice, Candidate, Confidence
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import NotFound, RestitchError, WrongUse
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.domain.workflows import Preset, WorkflowOrigin, WorkflowRecord
from restitch_app.services.project import Project
from restitch_app.services.starting import read_workflow

Value = str | int | float | bool


@dataclass(frozen=True, slots=True)
class WorkflowView:
    """A workflow as a reviewer looks at it, to correct what was found."""

    record: WorkflowRecord
    bindings: tuple[Binding, ...]
    """In the order of `domain.bindings.KEYS`."""
    outputs: tuple[Candidate, ...]
    """Nodes whose video may be the result, the best first."""
    output_node: str
    """Id of the one that is taken; empty where there is none."""
    problem: str
    """Why nothing can be rendered with it as it is; empty where it can."""


class WorkflowLibrary:
    def __init__(self, project: Project) -> None:
        self._project = project
        self._store = project.store.workflows

    def list(self) -> tuple[WorkflowRecord, ...]:
        """Oldest first."""
        return self._store.list()

    def add_file(self, path: Path, ctx: JobContext) -> WorkflowRecord:
        """From a JSON file. Raises StorageError, WrongUse."""
        ctx.progress(f"Reading {path.name}")
        prompt = dict(read_workflow(path))
        return self._added(path.stem, WorkflowOrigin.FILE, path.name, prompt)

    def bundled(self) -> tuple[BundledWorkflow, ...]:
        """Those that come with Restitch."""
        return bundled_workflows()

    def add_bundled(self, name: str) -> WorkflowRecord:
        """Raises NotFound, which names those there are."""
        found = next((one for one in self.bundled() if one.name == name), None)
        if found is None:
            known = ", ".join(one.name for one in self.bundled())
            raise NotFound(f"No workflow named {name} comes with Restitch", f"There are {known}")
        return self._added(
            found.title, WorkflowOrigin.BUNDLED, found.name, found.prompt, found.choice
        )

    def rename(self, workflow_id: int, name: str) -> WorkflowRecord:
        if not name.strip():
            raise WrongUse("A workflow needs a name", "", "Give it one")
        self._store.rename(workflow_id, name.strip())
        self._publish()
        return self._store.get(workflow_id)

    def remove(self, workflow_id: int) -> None:
        """Versions that were made with it keep their own. Raises WrongUse where a scene uses it."""
        record = self._store.get(workflow_id)
        scenes = self._store.scenes_of(workflow_id)
        if scenes:
            raise WrongUse(
                f"{record.name} is still in use",
                f"It is the workflow of {', '.join(scenes)}",
                "Choose another workflow for the scene first",
            )
        self._store.remove(workflow_id)
        self._publish()

    def view(self, workflow_id: int) -> WorkflowView:
        record = self._store.get(workflow_id)
        prompt = self._store.prompt(workflow_id) or {}
        try:
            found = find_bindings(prompt, record.name)
        except RestitchError as error:
            return WorkflowView(record, (), (), "", str(error))
        bindings = tuple(Binding(key, found.places(key), Confidence.CERTAIN) for key in found.keys)
        return WorkflowView(record, bindings, (), found.output_node, "")

    def choose(self, workflow_id: int, choice: BindingChoice) -> WorkflowView:
        """Keep corrections of what was found; they replace the earlier ones."""
        self._store.choose(workflow_id, choice)
        self._publish()
        return self.view(workflow_id)

    def of_segment(self, scene: Scene, sequence_index: int) -> WorkflowRecord | None:
        """What a regeneration of its current version would use; None where there is nothing."""
        version = self._project.current(scene, sequence_index)
        prompt = self._project.store.versions.prompt(version.id)
        if prompt is not None:
            return self._store.by_shape(workflow_shape(prompt))
        scene = self._project.store.scenes.get(scene.id)
        return self._store.get(scene.workflow_id) if scene.workflow_id is not None else None

    def use_for_scene(self, scene: Scene, workflow_id: int | None) -> Scene:
        """For the segments whose clips carry none of their own."""
        if workflow_id is not None:
            self._store.get(workflow_id)
        changed = self._project.store.scenes.use_workflow(scene.id, workflow_id)
        self._publish()
        return changed

    def presets(self, shape: str) -> tuple[Preset, ...]:
        """By name."""
        return self._store.presets(shape)

    def save_preset(self, name: str, shape: str, values: Mapping[str, Value]) -> Preset:
        """One of that name for the same shape is replaced."""
        if not name.strip():
            raise WrongUse("A preset needs a name", "", "Give it one")
        return self._store.save_preset(name.strip(), shape, values)

    def remove_preset(self, preset_id: int) -> None:
        self._store.remove_preset(preset_id)

    def _added(
        self,
        name: str,
        origin: WorkflowOrigin,
        detail: str,
        prompt: JsonObject,
        choice: BindingChoice | None = None,
    ) -> WorkflowRecord:
        added = self._store.add(
            name, origin, detail, shape=workflow_shape(prompt), prompt=prompt, choice=choice
        )
        self._publish()
        return added

    def _publish(self) -> None:
        self._project.publish(Changes(scene=True))


def workflow_shape(prompt: JsonObject) -> str:
    graph = Graph(prompt)
    nodes = sorted(
        (node_id, graph.class_of(node_id), sorted(map(list, graph.links(node_id))))
        for node_id in graph
    )
    return hashlib.sha256(json.dumps(nodes).encode()).hexdigest()[:16]
