"""The workflows of a project: where they came from, what their inputs mean, and corrections."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from restitch_app.comfy.bindings.bindings import (
    describe_bindings,
    find_bindings,
    output_candidates,
)
from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.past import PastPrompt, past_prompts
from restitch_app.comfy.workflows.bundled import BundledWorkflow, bundled_workflows
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.domain.bindings import Binding, BindingChoice, Candidate
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import NotFound, RestitchError, WrongUse
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene, Version
from restitch_app.domain.workflows import Preset, WorkflowOrigin, WorkflowRecord
from restitch_app.services.actor import current_actor
from restitch_app.services.project.project import Project
from restitch_app.services.project.unchanged import Check, unchecked
from restitch_app.services.workflows.binding_check import check_choice
from restitch_app.services.workflows.converting import WorkflowConverting
from restitch_app.services.workflows.files import (
    NamedWorkflow,
    read_workflow_file,
    workflow_in_history,
)
from restitch_app.services.workflows.keeping import WorkflowKeeping
from restitch_app.services.workflows.node_knowledge import NodeKnowledge

Value = str | int | float | bool
Result = TypeVar("Result")
HistoryClients = Callable[[str, str], ComfyClient]
"""(server address, client id) -> a client for the calling thread."""

CHOSEN = "bindings_chosen"
PRESET_REMOVED = "preset_removed"
PAST_PROMPTS = 50
"""As many of a server's last renders are offered."""


@dataclass(frozen=True, slots=True)
class WorkflowView:
    """A workflow as a reviewer looks at it, to correct what was found."""

    record: WorkflowRecord
    bindings: tuple[Binding, ...]
    """In the order of `domain.bindings.KEYS`; none while it is in the editor's format."""
    outputs: tuple[Candidate, ...]
    """Nodes whose video may be the result, the best first."""
    output_node: str
    """Id of the one that is taken; empty where there is none."""
    problem: str
    """Why nothing can be rendered with it as it is; empty where it can."""


class WorkflowLibrary:
    """Safe on any thread. What reads a workflow may ask a server for its node types, for seconds
    at most; those are remembered."""

    def __init__(self, project: Project, knowledge: NodeKnowledge, clients: HistoryClients) -> None:
        self._project = project
        self._knowledge = knowledge
        self._clients = clients
        self._store = project.store.workflows
        self._keeping = WorkflowKeeping(project)
        self._converting = WorkflowConverting(project, knowledge)

    def list(self) -> tuple[WorkflowRecord, ...]:
        """Oldest first."""
        self._keeping.catch_up()
        return self._store.list()

    def get(self, workflow_id: int) -> WorkflowRecord:
        """Raises NotFound, which names those there are."""
        return self._store.get(workflow_id)

    def scenes_of(self, workflow_id: int) -> tuple[str, ...]:
        """Names of the scenes that use it where a clip carries none that can be used."""
        return self._store.scenes_of(workflow_id)

    # In

    def add_file(self, path: Path, ctx: JobContext) -> WorkflowRecord:
        """From JSON of either format, or from a video or picture that ComfyUI made.

        Raises StorageError, WorkflowUnusable.
        """
        ctx.progress(f"Reading {path.name}")
        return self.add(read_workflow_file(path))

    def add(self, found: NamedWorkflow) -> WorkflowRecord:
        """The very same workflow is kept once."""
        return self._told(lambda: self._keeping.add(found))

    def linked(self, found: NamedWorkflow) -> WorkflowRecord:
        """The project's workflow of its shape; added where there is none."""
        return self._keeping.link(found)

    def bundled(self) -> tuple[BundledWorkflow, ...]:
        """Those that come with Restitch."""
        return bundled_workflows()

    def add_bundled(self, name: str) -> WorkflowRecord:
        """Raises NotFound, which names those there are."""
        found = next((one for one in self.bundled() if one.name == name), None)
        if found is None:
            known = ", ".join(one.name for one in self.bundled())
            raise NotFound(f"No workflow named {name} comes with Restitch", f"There are {known}")
        origin = WorkflowOrigin.BUNDLED
        return self.add(
            NamedWorkflow(found.title, origin, found.name, found.prompt, None, found.choice)
        )

    def server_history(self, url: str) -> tuple[PastPrompt, ...]:
        """What the server rendered last, newest first. Raises ComfyError."""
        with self._clients(url, "") as client:
            return past_prompts(client.recent_history(PAST_PROMPTS))

    def add_from_history(self, url: str, prompt_id: str) -> WorkflowRecord:
        """Raises ComfyError, and NotFound where the server has forgotten it."""
        with self._clients(url, "") as client:
            entry = client.history_of(prompt_id)
        if not entry:
            raise NotFound("The server no longer knows this render", f"{url}, prompt {prompt_id}")
        name = f"Render of {client.url.partition('//')[2]}"
        return self.add(workflow_in_history(name, f"{url} {prompt_id}", entry))

    # Kept

    def rename(self, workflow_id: int, name: str) -> WorkflowRecord:
        if not name.strip():
            raise WrongUse("A workflow needs a name", "", "Give it one")
        return self._told(lambda: self._renamed(workflow_id, name.strip()))

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
        self._told(lambda: self._store.remove(workflow_id))

    # Understood

    def types(self, server_url: str | None = None) -> NodeTypes | None:
        """What the server's nodes take, as far as it is known; None: the project's server."""
        return self._knowledge.preferred(server_url)

    def prompt(self, workflow_id: int) -> JsonObject:
        """In API format, converted where that was not done yet; see `WorkflowConverting`."""
        return self._store.prompt(workflow_id) or self._converting.convert(
            self._store.get(workflow_id)
        )

    def convert(self, workflow_id: int) -> WorkflowRecord:
        """Nothing where it is in API format already. Raises NoServerKnown, WorkflowUnusable."""
        if not self._store.get(workflow_id).is_converted:
            self._told(lambda: self.prompt(workflow_id))
        return self._store.get(workflow_id)

    def view(self, workflow_id: int) -> WorkflowView:
        """Raises NotFound."""
        record = self._store.get(workflow_id)
        try:
            prompt = self.prompt(workflow_id)
        except RestitchError as error:
            return WorkflowView(record, (), (), "", str(error))
        record, types = self._store.get(workflow_id), self.types()
        output_node, problem = "", ""
        try:
            output_node = find_bindings(prompt, record.name, record.choice, types).output_node
        except RestitchError as error:
            problem = str(error)
        return WorkflowView(
            record,
            describe_bindings(prompt, record.choice, types),
            output_candidates(prompt, types),
            output_node,
            problem,
        )

    def choose(self, workflow_id: int, choice: BindingChoice) -> WorkflowView:
        """Keep corrections of what was found; they replace the earlier ones. Can be undone.

        Raises WrongUse for an input that the workflow does not have, or that cannot mean this.
        """
        check_choice(choice, self.prompt(workflow_id), self.types())
        self.restore_choice(workflow_id, choice, CHOSEN, {})
        return self.view(workflow_id)

    def restore_choice(
        self,
        workflow_id: int,
        choice: BindingChoice,
        kind: str,
        detail: Mapping[str, object],
        check: Check = unchecked,
    ) -> None:
        """The same, told in the audit trail as `kind` with this detail."""
        store = self._project.store
        with store.transaction():
            check()
            before = self._store.get(workflow_id).choice
            self._store.choose(workflow_id, choice)
            told = {"before": before.to_note(), "after": choice.to_note()}
            store.events.add(
                kind, current_actor(), detail={"workflow": workflow_id, **told, **detail}
            )
        self._publish()

    # Used

    def of_version(self, version: Version) -> WorkflowRecord | None:
        """The project's workflow that the version's own prompt is of."""
        self._keeping.catch_up()
        linked = self._project.store.versions.get(version.id)
        if linked.workflow_id is not None:
            return self._store.get(linked.workflow_id)
        return self._store.by_shape(linked.workflow_shape)

    def own_prompt(self, version: Version) -> JsonObject | None:
        """See `WorkflowConverting.own_prompt`."""
        return self._converting.own_prompt(version)

    def of_segment(self, scene: Scene, sequence_index: int) -> WorkflowRecord | None:
        """What a regeneration of its current version uses by default; None where there is none."""
        own = self.of_version(self._project.current(scene, sequence_index))
        if own is not None:
            return own
        shared = self._project.store.scenes.get(scene.id).workflow_id
        return self._store.get(shared) if shared is not None else None

    def use_for_scene(self, scene: Scene, workflow_id: int | None) -> Scene:
        """For its segments whose clips carry no workflow that can be used. Raises NotFound."""
        if workflow_id is not None:
            self._store.get(workflow_id)
        return self._told(lambda: self._project.store.scenes.use_workflow(scene.id, workflow_id))

    # Presets

    def presets(self, shape: str) -> tuple[Preset, ...]:
        """By name."""
        return self._store.presets(shape) if shape else ()

    def save_preset(self, name: str, shape: str, values: Mapping[str, Value]) -> Preset:
        """One of that name for the same shape is replaced."""
        if not name.strip():
            raise WrongUse("A preset needs a name", "", "Give it one")
        return self._told(lambda: self._store.save_preset(name.strip(), shape, values))

    def remove_preset(self, preset_id: int) -> None:
        """Can be undone."""
        preset = self._store.preset(preset_id)
        note = {"name": preset.name, "shape": preset.shape, "values": dict(preset.values)}
        self.drop_preset(preset, PRESET_REMOVED, {"preset": note})

    def drop_preset(
        self, preset: Preset, kind: str, detail: Mapping[str, object], check: Check = unchecked
    ) -> None:
        """The one of that name and shape, told in the audit trail as `kind` with this detail."""
        with self._project.store.transaction():
            check()
            for one in self._store.presets(preset.shape):
                if one.name == preset.name:
                    self._store.remove_preset(one.id)
            self._project.store.events.add(kind, current_actor(), detail=detail)
        self._publish()

    def bring_preset_back(
        self, preset: Preset, kind: str, detail: Mapping[str, object], check: Check
    ) -> None:
        """The same the other way round."""
        with self._project.store.transaction():
            check()
            self._store.save_preset(preset.name, preset.shape, preset.values)
            self._project.store.events.add(kind, current_actor(), detail=detail)
        self._publish()

    def _renamed(self, workflow_id: int, name: str) -> WorkflowRecord:
        self._store.rename(workflow_id, name)
        return self._store.get(workflow_id)

    def _told(self, change: Callable[[], Result]) -> Result:
        result = change()
        self._publish()
        return result

    def _publish(self) -> None:
        self._project.publish(Changes(scene=True))


def bundled_titles() -> tuple[tuple[str, str], ...]:
    """Name and title of the workflows that come with Restitch, by title; needs no project."""
    return tuple((one.name, one.title) for one in bundled_workflows())
