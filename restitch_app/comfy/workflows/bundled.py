"""The workflows that come with Restitch, for a plain ComfyUI install with nothing in it yet."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePath

from restitch_app.comfy.loose import JsonObject, as_array, as_object, as_text
from restitch_app.comfy.workflows.workflow import parse_workflow
from restitch_app.domain.bindings import BindingChoice, InputName


@dataclass(frozen=True, slots=True)
class NeededModel:
    """A model file as its owner publishes it. Restitch names it and never downloads it."""

    file: str
    folder: str
    """Below ComfyUI's own folder, with slashes: "models/vae"."""
    url: str


@dataclass(frozen=True, slots=True)
class BundledWorkflow:
    name: str
    """The file's, without .json: what a command names it by."""
    title: str
    description: str
    models: tuple[NeededModel, ...]
    choice: BindingChoice
    """Every binding is declared, so nothing about these is a guess."""
    text: str
    """The file as it is; `prompt` reads it."""

    @property
    def prompt(self) -> JsonObject:
        """API format. A fresh copy each time."""
        return parse_workflow(self.text, self.title)


@cache
def bundled_workflows() -> tuple[BundledWorkflow, ...]:
    """All of them, by title."""
    folder = files("restitch_app") / "resources" / "workflows"
    found = [_read(file) for file in folder.iterdir() if file.name.endswith(".json")]
    return tuple(sorted(found, key=lambda workflow: workflow.title))


def _read(file: Traversable) -> BundledWorkflow:
    text = file.read_text(encoding="utf-8")
    head = as_object(as_object(json.loads(text))["restitch"])
    models = (as_object(model) for model in as_array(head["models"]))
    return BundledWorkflow(
        name=PurePath(file.name).stem,
        title=as_text(head["title"]),
        description=as_text(head["description"]),
        models=tuple(
            NeededModel(as_text(one["file"]), as_text(one["folder"]), as_text(one["url"]))
            for one in models
        ),
        choice=declared_choice(head),
        text=text,
    )


def declared_choice(head: Mapping[str, object]) -> BindingChoice:
    """What a workflow file says of itself under "restitch": its bindings and its output node.

    Raises ValueError for an input that is not written NODE.input.
    """
    places = {
        key: tuple(InputName.parse(as_text(place)) for place in as_array(listed))
        for key, listed in as_object(head.get("bindings")).items()
    }
    return BindingChoice(places, as_text(head.get("output_node")) or None)
