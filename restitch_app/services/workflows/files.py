"""Workflows where people have them: JSON of either format, files that ComfyUI made."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from restitch_app.comfy.bindings.hand_off import without_hand_off
from restitch_app.comfy.loose import JsonObject, as_array, as_object
from restitch_app.comfy.workflows.embedded import embedded_workflow
from restitch_app.comfy.workflows.workflow import (
    FoundWorkflow,
    WorkflowUnusable,
    find_workflow,
    workflow_shape,
)
from restitch_app.domain.bindings import BindingChoice
from restitch_app.domain.errors import MediaError, StorageError
from restitch_app.domain.workflows import WorkflowOrigin
from restitch_app.media.probe import metadata

LARGEST_JSON_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class NamedWorkflow:
    """A workflow on its way into a project."""

    name: str
    origin: WorkflowOrigin
    origin_detail: str
    prompt: JsonObject | None
    """API format. None: in the editor's only."""
    editor: JsonObject | None
    choice: BindingChoice | None = None

    @property
    def shape(self) -> str:
        """Empty while it is in the editor's format only."""
        return workflow_shape(self.prompt) if self.prompt is not None else ""

    @property
    def editor_shape(self) -> str:
        """The same for a graph of the editor; empty where the prompt is there."""
        return _editor_shape(self.editor) if self.prompt is None and self.editor else ""


def read_workflow_file(path: Path) -> NamedWorkflow:
    """From a JSON file, or from what ComfyUI wrote into a video or picture.

    Raises StorageError for a file that cannot be read, WorkflowUnusable for one without a workflow.
    """
    try:
        with path.open("rb") as file:
            head = file.read(64)
            is_json = head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"["))
            text = head + file.read(LARGEST_JSON_BYTES) if is_json else b""
    except OSError as error:
        raise StorageError(
            "The workflow cannot be read", f"{path}: {error.strerror}", "Check the path"
        ) from error
    if is_json or path.suffix.lower() == ".json":
        found = find_workflow(text, path.name)
    else:
        found = _in_media(path)
    return _named(path.stem, WorkflowOrigin.FILE, path.name, found)


def workflow_in_clip(path: Path) -> NamedWorkflow | None:
    """What ComfyUI wrote into the clip; None where it carries none that can be read."""
    try:
        found = embedded_workflow(metadata(path))
    except MediaError:  # its pictures could be read, which is what counts
        return None
    return _named(path.stem, WorkflowOrigin.CLIP, path.name, found) if found is not None else None


def workflow_in_history(name: str, detail: str, entry: object) -> NamedWorkflow:
    """From an entry of a server's history. Raises WorkflowUnusable."""
    return _named(name, WorkflowOrigin.HISTORY, detail, find_workflow(entry, name))


def _named(name: str, origin: WorkflowOrigin, detail: str, found: FoundWorkflow) -> NamedWorkflow:
    prompt = without_hand_off(found.prompt) if found.prompt is not None else None
    return NamedWorkflow(name, origin, detail, prompt, found.editor)


def _in_media(path: Path) -> FoundWorkflow:
    hint = "Choose a file that ComfyUI made, or a workflow that it saved"
    try:
        found = embedded_workflow(metadata(path))
    except MediaError as error:
        raise WorkflowUnusable("This file holds no workflow", str(error), hint) from error
    if found is None:
        raise WorkflowUnusable("This file holds no workflow", path.name, hint)
    return found


def _editor_shape(editor: JsonObject) -> str:
    """Nodes, how they are switched, and links; no values and no places on the canvas."""
    inner = as_array(as_object(editor.get("definitions")).get("subgraphs"))
    graphs = [editor, *map(as_object, inner)]
    told = []
    for graph in graphs:
        nodes = [as_object(node) for node in as_array(graph.get("nodes"))]
        told.append(
            (
                sorted((str(n.get("id")), str(n.get("type")), str(n.get("mode"))) for n in nodes),
                sorted(json.dumps(link, sort_keys=True) for link in as_array(graph.get("links"))),
            )
        )
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:32]
