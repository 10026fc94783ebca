"""Workflows for tests: what the demo's clips carry, and the same with an end frame."""

from __future__ import annotations

import json
from pathlib import Path

from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.demo.workflow import DemoSettings, demo_workflow
from restitch_app.domain.progress import JobContext
from restitch_app.domain.workflows import WorkflowOrigin, WorkflowRecord
from restitch_app.services.workbench import Workbench
from restitch_app.services.workflow_files import NamedWorkflow

END_LOADER = "13"


def plain_prompt(**changes: object) -> JsonObject:
    """Image to video. `changes`: inputs by "NODE.input"."""
    prompt: JsonObject = json.loads(
        json.dumps(demo_workflow(DemoSettings(image="seed.png", seed=5, steps=4)))
    )
    for place, value in changes.items():
        node_id, _, name = place.partition(".")
        inputs_of(prompt, node_id)[name] = value
    return prompt


def both_ends_prompt() -> JsonObject:
    """First and last frame to video; the end frame is a file that no server has."""
    prompt = plain_prompt()
    as_object(prompt["7"])["class_type"] = "WanFirstLastFrameToVideo"
    inputs_of(prompt, "7")["end_image"] = [END_LOADER, 0]
    prompt[END_LOADER] = {
        "class_type": "LoadImage",
        "inputs": {"image": "somebody_elses_end.png"},
        "_meta": {"title": "End frame"},
    }
    return prompt


def inputs_of(prompt: JsonObject, node_id: str) -> JsonObject:
    return as_object(as_object(prompt[node_id])["inputs"])


def added(bench: Workbench, prompt: JsonObject, name: str = "Both ends") -> WorkflowRecord:
    return bench.workflows.add(
        NamedWorkflow(name, WorkflowOrigin.FILE, f"{name}.json", prompt, None)
    )


def added_file(bench: Workbench, folder: Path, value: object, name: str) -> WorkflowRecord:
    path = folder / name
    path.write_text(json.dumps(value), encoding="utf-8")
    return bench.workflows.add_file(path, JobContext())
