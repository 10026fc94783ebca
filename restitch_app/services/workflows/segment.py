"""What a regeneration of a segment would send: its workflow, what that means, and the values."""

from __future__ import annotations

import logging
import secrets
import uuid
from dataclasses import dataclass, replace

from restitch_app.comfy.bindings.bindings import Bindings, WorkflowUnclear, find_bindings
from restitch_app.comfy.bindings.fill import fill
from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.comfy.workflows.unusable import WorkflowUnusable
from restitch_app.comfy.workflows.workflow import workflow_shape
from restitch_app.domain.bindings import InputName
from restitch_app.domain.errors import RestitchError, WrongUse
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.versions import Scene, Version
from restitch_app.domain.workflows import WorkflowRecord
from restitch_app.services.project.project import Project
from restitch_app.services.workflows.kept_part import KeptPart, kept_before, length_of_whole
from restitch_app.services.workflows.library import WorkflowLibrary
from restitch_app.services.workflows.shown_values import Parameters, shown_parameters

log = logging.getLogger(__name__)

CARRIED = ("prompt", "negative_prompt", "seed")
"""Of the version, into another workflow: what it shows stays what was asked for."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A workflow and everything that goes into it, but for the pictures."""

    version: Version | None
    """Current when it was asked for; of a place that has none yet, of the one before it. None for
    the first of a scene."""
    record: WorkflowRecord | None
    """None where the version's own workflow is none of the project's."""
    name: str
    """For messages: the workflow's name."""
    workflow: JsonObject
    """API format, as it was kept."""
    bindings: Bindings
    values: Parameters
    """By binding key or "NODE.input": measures, what is carried over, what was asked for."""
    pin_end: bool = False
    is_new_place: bool = False
    """No version plays there yet."""
    kept: KeptPart | None = None
    """What stays of the version; None where all of it is rendered."""

    @property
    def uploads(self) -> dict[str, tuple[InputName, ...]]:
        """Where the names of uploaded pictures go, by key."""
        keys = ("seed_frame", "end_frame") if self.pin_end else ("seed_frame",)
        return {key: self.bindings.places(key) for key in keys}

    @property
    def uploaded(self) -> frozenset[InputName]:
        """The same places; a server need not have the files that they name now."""
        return frozenset(place for places in self.uploads.values() for place in places)

    @property
    def shape(self) -> str:
        return workflow_shape(self.workflow)

    def unchanged(self) -> JsonObject:
        """With the values as they are, the seed too: to be looked at, never to be sent."""
        return fill(self.workflow, self.bindings, self.values)

    @property
    def shown(self) -> Parameters:
        """Every value of `unchanged` that a reviewer chooses."""
        return shown_parameters(self.unchanged(), self.bindings)

    def filled(self, seed: int | None = None) -> JsonObject:
        """The prompt of one take: with a seed of its own, unless one was asked for.

        Raises WrongUse for what the workflow cannot take.
        """
        chosen = {} if seed is None else {"seed": seed}
        return fill(self.workflow, self.bindings, {**self._fresh(), **self.values, **chosen})

    def _fresh(self) -> Parameters:
        """A random seed and a file name never used: ComfyUI answers old ones with an old file."""
        fresh: dict[str, str | int | float | bool] = {}
        if self.bindings.seed:
            # Short enough to read out and compare; many enough never to meet twice.
            fresh["seed"] = secrets.randbelow(2**32)
        if self.bindings.filename_prefix:
            fresh["filename_prefix"] = fresh_prefix()
        return fresh


class SegmentWorkflows:
    """Reads and converts; writes no job and asks a server only for its node types."""

    def __init__(self, project: Project, library: WorkflowLibrary) -> None:
        self._project = project
        self._library = library

    def prepare(self, scene: Scene, request: RegenerationRequest) -> Prepared:
        """Raises NotFound for no such segment or workflow, WrongUse where there is no workflow,
        none that can be filled (WorkflowUnusable), no place for an end frame, or no such frame to
        go on from."""
        found = self._at(scene, request)
        pin_end = self._pins(scene, found, request)
        values = {key: value for key, value in found.values.items() if key != "seed"}
        found = replace(found, values={**values, **request.parameters}, pin_end=pin_end)
        if request.from_frame is None:
            return found
        types = self._library.types(request.server_url)
        return kept_before(found, request, request.from_frame, types)

    def shortened(self, version: Version, frames: int) -> tuple[JsonObject | None, Parameters]:
        """The version's own prompt and values for a part of it that has so many frames.

        As they are where its workflow takes no length, or is none that can be filled.
        """
        prompt, values = self._project.store.versions.prompt(version.id), version.parameters
        if prompt is None or "length" not in values:
            return prompt, values
        try:
            record = self._library.of_version(version)
            bindings = self._prepared(version, record, prompt, None).bindings
            prompt = fill(prompt, bindings, {"length": frames})
        except RestitchError as error:
            log.warning("the length of %s stays: %s", version.file, error)
            return prompt, values
        return prompt, {**values, "length": frames}

    def _at(self, scene: Scene, request: RegenerationRequest) -> Prepared:
        """As it is with nothing changed. The place after the last is the only one without version
        that can be asked for."""
        versions, index = self._project.store.versions, request.sequence_index
        if index == versions.segment_count(scene.id) and request.is_new_place:
            before = versions.current_at(scene.id, index - 1) if index > 0 else None
            return replace(
                self.first_of(scene, request.workflow_id, request.server_url)
                if before is None
                else self.of_version(scene, before, request.workflow_id, request.server_url),
                is_new_place=True,
            )
        version = self._project.current(scene, index)
        return self.of_version(scene, version, request.workflow_id, request.server_url)

    def first_of(
        self, scene: Scene, workflow_id: int | None = None, server_url: str | None = None
    ) -> Prepared:
        """For segment 1 of a scene without any: the workflow as it is.

        Raises WrongUse where the scene has none.
        """
        wanted = scene.workflow_id if workflow_id is None else workflow_id
        if wanted is None:
            raise WrongUse(
                f"{scene.name} has no workflow",
                "No clip of it carries one",
                "Choose one: --workflow FILE",
            )
        record = self._project.store.workflows.get(wanted)
        types = self._library.types(server_url)
        return self._prepared(None, record, self._library.prompt(record.id), types)

    def _pins(self, scene: Scene, found: Prepared, request: RegenerationRequest) -> bool:
        takes_one = bool(found.bindings.end_frame)
        if request.pin_end and not takes_one:
            raise WrongUse(
                "This workflow takes no end frame",
                found.name,
                "Choose a first-and-last-frame workflow, or leave the end open",
            )
        if request.pin_end is None:
            _, after = self._project.store.versions.neighbours(scene.id, request.sequence_index)
            return takes_one and after is not None and "end_frame" not in request.parameters
        return request.pin_end

    def of_version(
        self,
        scene: Scene,
        version: Version,
        workflow_id: int | None = None,
        server_url: str | None = None,
    ) -> Prepared:
        """What makes the version again where nothing is changed: with its seed.

        `workflow_id` None, or the version's own: its own prompt, with the values it was made with,
        but the length where that made only a part of the version; where it has none the scene's.
        Another workflow is set to the segment's measures.
        """
        types = self._library.types(server_url)
        mine = self._library.of_version(version)
        if workflow_id is None or (mine is not None and workflow_id == mine.id):
            found = self._own(scene, version, mine, types)
            if found is not None:
                return found
        record = self._other(scene, version, workflow_id)
        found = self._prepared(version, record, self._library.prompt(record.id), types)
        return Prepared(
            version,
            record,
            found.name,
            found.workflow,
            found.bindings,
            fitted(found.bindings, scene, version),
        )

    def _own(
        self, scene: Scene, version: Version, record: WorkflowRecord | None, types: NodeTypes | None
    ) -> Prepared | None:
        """None where the version has none that can be filled, and the scene has one to use."""
        try:
            own = self._library.own_prompt(version)
            found = self._prepared(version, record, own, types) if own is not None else None
        except WorkflowUnclear:  # the reviewer has to say, not another workflow
            raise
        except WorkflowUnusable:
            if self._project.store.scenes.get(scene.id).workflow_id is None:
                raise
            return None
        length = length_of_whole(found, version, types) if found is not None else None
        return replace(found, values={"length": length}) if found and length else found

    def _prepared(
        self,
        version: Version | None,
        record: WorkflowRecord | None,
        prompt: JsonObject,
        types: NodeTypes | None,
    ) -> Prepared:
        segment = version.sequence_index + 1 if version is not None else 1
        name = record.name if record is not None else f"The workflow of segment {segment}"
        bindings = (
            find_bindings(prompt, name, record.choice, types)
            if record is not None
            else find_bindings(prompt, name, types=types)
        )
        return Prepared(version, record, name, prompt, bindings, {})

    def _other(self, scene: Scene, version: Version, workflow_id: int | None) -> WorkflowRecord:
        store = self._project.store
        wanted = store.scenes.get(scene.id).workflow_id if workflow_id is None else workflow_id
        if wanted is None:
            raise WrongUse(
                f"Segment {version.sequence_index + 1} has no workflow",
                "Its clip carries none, and the scene has none",
                "Choose a workflow for the scene: restitch workflows PROJECT add FILE --use",
            )
        return store.workflows.get(wanted)


def fresh_prefix() -> str:
    """A file name on the server that no earlier render has."""
    return f"restitch/{uuid.uuid4().hex[:12]}"


def fitted(bindings: Bindings, scene: Scene, version: Version) -> Parameters:
    """So that a workflow kept with other sizes renders a segment that fits its place."""
    wanted: dict[str, str | int | float | bool] = {
        "width": scene.width,
        "height": scene.height,
        "length": version.facts.frame_count,
        "fps": float(scene.rate),
    }
    wanted |= {key: version.parameters[key] for key in CARRIED if key in version.parameters}
    return {key: value for key, value in wanted.items() if bindings.places(key)}
