"""Which workflow makes the frames of a bridge: one that goes from a given picture to another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from restitch_app.comfy.bindings.bindings import find_bindings
from restitch_app.comfy.workflows.bundled import BundledWorkflow
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.domain.errors import RestitchError, WrongUse
from restitch_app.domain.jobs import BridgeRequest
from restitch_app.domain.preflight import Preflight
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene, Version
from restitch_app.domain.workflows import WorkflowRecord
from restitch_app.services.bridging.lengths import LengthSteps, steps_of
from restitch_app.services.project.project import Project
from restitch_app.services.workflows.library import WorkflowLibrary
from restitch_app.services.workflows.preflighting import Preflighting, WouldBeRefused, raise_for
from restitch_app.services.workflows.segment import Prepared, fitted

SETTLED = {
    "length": "It follows from the window",
    "seed_frame": "Restitch uploads the frame before the bridge itself",
    "end_frame": "Restitch uploads the frame after the bridge itself",
}
"""What a reviewer cannot set, and why."""

Length = Callable[[LengthSteps], int]
"""Frames to ask of a workflow that can make these lengths. Raises WrongUse where none will do."""


@dataclass(frozen=True, slots=True)
class Chosen:
    prepared: Prepared
    length: int
    bundled: str
    """Name of the bundled workflow that it is, where the project has not got it yet; else empty."""
    preflights: tuple[Preflight, ...]
    """One for each server that was asked."""


class BridgeWorkflows:
    """Writes nothing. Asks servers what they have, for seconds at most."""

    def __init__(
        self, project: Project, library: WorkflowLibrary, preflighting: Preflighting
    ) -> None:
        self._project = project
        self._library = library
        self._preflighting = preflighting

    def choose(
        self, scene: Scene, request: BridgeRequest, length: Length, server_url: str, ctx: JobContext
    ) -> Chosen:
        """The first workflow that a server can run; `server_url` as in a job.

        Raises WrongUse for a workflow or values that make no bridge, WouldBeRefused where no
        server that answers can run any.
        """
        for key in sorted(SETTLED.keys() & request.parameters.keys()):
            raise WrongUse(f"The {key.replace('_', ' ')} of a bridge cannot be set", SETTLED[key])
        right = self._project.current(scene, request.left_index + 1)
        types = self._library.types(server_url)
        refused: WouldBeRefused | None = None
        for prepared, bundled in self._prepared(scene, request, right, types):
            wanted = length(steps_of(prepared, types))
            filled = _filled(prepared, scene, right, request, wanted)
            found = self._preflighting.check_prepared(filled, server_url, ctx=ctx)
            try:
                raise_for(found, server_url)
            except WouldBeRefused as error:
                refused = refused or error
                continue
            return Chosen(filled, wanted, bundled, found)
        raise refused or _none_fits()

    def kept(self, chosen: Chosen) -> Prepared:
        """The same with its place in the project's library, where it is put if need be."""
        if not chosen.bundled:
            return chosen.prepared
        record = self._library.add_bundled(chosen.bundled)
        one = chosen.prepared
        return Prepared(
            one.version, record, record.name, one.workflow, one.bindings, one.values, pin_end=True
        )

    def _prepared(
        self, scene: Scene, request: BridgeRequest, right: Version, types: NodeTypes | None
    ) -> Iterator[tuple[Prepared, str]]:
        """Each workflow that takes both pictures and a length, what is nearest to the film first.

        With the name of the bundled workflow that it is, or an empty one.
        """
        if request.workflow_id is not None:
            record = self._library.get(request.workflow_id)
            yield _checked(self._of_record(right, record, types)), ""
            return
        listed = list(self._library.list())
        own = self._library.of_segment(scene, right.sequence_index)
        listed.sort(key=lambda record: own is None or record.id != own.id)
        for record in listed:
            try:
                yield _checked(self._of_record(right, record, types)), ""
            except RestitchError:  # told where it is used by name
                continue
        known = {record.shape for record in listed}
        for bundled in self._library.bundled():
            prepared = _of_bundled(right, bundled, types)
            if _takes_both(prepared) and prepared.shape not in known:
                yield prepared, bundled.name

    def _of_record(
        self, right: Version, record: WorkflowRecord, types: NodeTypes | None
    ) -> Prepared:
        own = self._library.of_version(right)
        prompt = (
            self._library.own_prompt(right) if own is not None and own.id == record.id else None
        )
        prompt = prompt or self._library.prompt(record.id)
        bindings = find_bindings(prompt, record.name, record.choice, types)
        return Prepared(right, record, record.name, prompt, bindings, {}, pin_end=True)


def _of_bundled(right: Version, bundled: BundledWorkflow, types: NodeTypes | None) -> Prepared:
    bindings = find_bindings(bundled.prompt, bundled.title, bundled.choice, types)
    return Prepared(right, None, bundled.title, bundled.prompt, bindings, {}, pin_end=True)


def _takes_both(prepared: Prepared) -> bool:
    return bool(prepared.bindings.end_frame and prepared.bindings.length)


def _checked(prepared: Prepared) -> Prepared:
    if not prepared.bindings.end_frame:
        raise WrongUse(
            "This workflow takes no end frame",
            prepared.name,
            "Choose a first-and-last-frame workflow",
        )
    if not prepared.bindings.length:
        raise WrongUse(
            "The length of this workflow cannot be set",
            prepared.name,
            "Say which input it is under Workflow ▸ Inputs",
        )
    return prepared


def _filled(
    prepared: Prepared, scene: Scene, right: Version, request: BridgeRequest, length: int
) -> Prepared:
    values = {
        **fitted(prepared.bindings, scene, right),
        **request.parameters,
        "length": length,
    }
    if "seed" not in request.parameters:
        values.pop("seed", None)  # a new one
    return Prepared(
        right,
        prepared.record,
        prepared.name,
        prepared.workflow,
        prepared.bindings,
        values,
        pin_end=True,
    )


def _none_fits() -> WrongUse:
    return WrongUse(
        "No workflow here makes the frames between two pictures",
        "A bridge needs one with a start frame, an end frame and a length",
        "Add a first-and-last-frame workflow: restitch workflows PROJECT add FILE",
    )
