"""Graphs as people really have them: subgraph ids, primitives, switches, two samplers."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import cast

import pytest
import requests

from restitch_app.demo.workflow import Workflow
from tests.demo.conftest import TIMEOUT_S, Talk, decoded
from tests.shared import SHARED, needs_shared

WORKFLOWS = SHARED / "comfyui-contract" / "workflows"


@needs_shared
@pytest.mark.parametrize(
    ("name", "sampler_steps", "frames"),
    [
        ("wan22_14B_i2v_template_api.json", 20, 81),
        ("wan22_14B_flf2v_template_api.json", 20, 9),
        ("handmade_wan22_i2v_two_samplers_api.json", 4, 17),
    ],
)
def test_recorded_workflows_run(talk: Talk, name: str, sampler_steps: int, frames: int) -> None:
    graph = cast(Workflow, json.loads((WORKFLOWS / name).read_text("utf-8")))
    output = ""
    for node_id, node in graph.items():
        inputs = cast("dict[str, object]", node["inputs"])
        if node["class_type"] == "LoadImage":
            inputs["image"] = "seed.png"
        if node["class_type"].startswith("Wan"):  # type: ignore[attr-defined]
            inputs.update(width=96, height=64)
            if name.startswith("wan22_14B_flf2v"):
                inputs["length"] = 9
        if node["class_type"] == "SaveVideo":
            output = node_id
    prompt_id, heard, kinds = talk.run(graph)
    assert "execution_success" in kinds, heard.messages[-3:]
    assert kinds.count("progress") == sampler_steps
    assert len(decoded(talk.download(talk.output(prompt_id, output)))) == frames


def test_an_unchosen_branch_never_runs(talk: Talk) -> None:
    graph: Workflow = {
        "9:1": {"class_type": "PrimitiveBoolean", "inputs": {"value": True}},
        "9:2": {"class_type": "LoadImage", "inputs": {"image": "seed.png"}},
        "9:3": {
            "class_type": "ImageScaleBy",
            "inputs": {"image": ["9:2", 0], "upscale_method": "area", "scale_by": 0.5},
        },
        "9:4": {
            "class_type": "ComfySwitchNode",
            "inputs": {"switch": ["9:1", 0], "on_false": ["9:3", 0], "on_true": ["9:2", 0]},
        },
        "5": {"class_type": "PreviewImage", "inputs": {"images": ["9:4", 0]}},
    }
    _, heard, _ = talk.run(graph)
    begun = [one["data"]["node"] for one in heard.messages if one["type"] == "executing"]  # type: ignore[index]
    assert begun == ["9:1", "9:4", "9:2", "9:4", "5", None]


def test_the_server_runs_as_a_program_and_ends_when_told() -> None:
    command = [sys.executable, "-m", "restitch_app.demo.server", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        hello = json.loads(process.stdout.readline())
        stats = requests.get(hello["url"] + "/system_stats", timeout=TIMEOUT_S).json()
        assert stats["system"]["comfyui_version"] == "0.33.0"
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=TIMEOUT_S)
    if sys.platform != "win32":
        assert process.returncode == 0
