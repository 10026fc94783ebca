"""Workflows for tests: what the demo's clips carry, and the same with an end frame."""

from __future__ import annotations

import json
from pathlib import Path

from restitch_app.comfy.loose import JsonObject, as_object, as_text
from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.workflows.node_types import NodeType, NodeTypes
from restitch_app.demo.workflow import DemoSettings, demo_workflow
from restitch_app.domain.progress import JobContext
from restitch_app.domain.workflows import WorkflowOrigin, WorkflowRecord
from restitch_app.services.workbench import Workbench
from restitch_app.services.workflows.files import NamedWorkflow

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


def editor_of(prompt: JsonObject, server_url: str) -> JsonObject:
    """The same graph as the editor would save it."""
    with ComfyClient(server_url) as client:
        types = NodeTypes.from_object_info(client.all_object_info())
    nodes: list[JsonObject] = []
    links: list[object] = []
    for node_id, raw in prompt.items():
        node = as_object(raw)
        node_type = types.get(as_text(node["class_type"]))
        assert node_type is not None
        slots, values = _widgets(int(node_id), inputs_of(prompt, node_id), node_type, links)
        nodes.append(
            {
                "id": int(node_id),
                "type": node["class_type"],
                "mode": 0,
                "title": as_object(node["_meta"])["title"],
                "inputs": slots,
                "outputs": [{"name": one.name, "type": one.name} for one in node_type.outputs],
                "widgets_values": values,
            }
        )
    return {"nodes": nodes, "links": links, "version": 0.4}


def _widgets(
    node_id: int, inputs: JsonObject, node_type: NodeType, links: list[object]
) -> tuple[list[JsonObject], list[object]]:
    """Linked slots by name, widgets by their order; fills `links`."""
    slots: list[JsonObject] = []
    values: list[object] = []
    for one in node_type.inputs:
        held = inputs.get(one.name)
        if isinstance(held, list):
            links.append([len(links) + 1, int(held[0]), held[1], node_id, len(slots), "*"])
            slots.append({"name": one.name, "type": "*", "link": len(links)})
        elif one.is_widget:
            values.append(one.default if held is None else held)
            values += ["randomize"] * one.has_control_after_generate
            values += ["image"] * bool(one.upload)
            values += ["auto"] * (one.name == "format")  # the codec, which its choice brings
    return slots, values


def added(bench: Workbench, prompt: JsonObject, name: str = "Both ends") -> WorkflowRecord:
    return bench.workflows.add(
        NamedWorkflow(name, WorkflowOrigin.FILE, f"{name}.json", prompt, None)
    )


def added_file(bench: Workbench, folder: Path, value: object, name: str) -> WorkflowRecord:
    path = folder / name
    path.write_text(json.dumps(value), encoding="utf-8")
    return bench.workflows.add_file(path, JobContext())
