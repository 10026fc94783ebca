"""The workflows that come with Restitch run on the demo server, both versions of it."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import cast

import numpy as np
import pytest
import requests
import websocket
from PIL import Image

from restitch_app.comfy.bindings.bindings import find_bindings
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.comfy.workflows.preflight import preflight
from restitch_app.demo.server import NEW, OLD, DemoServer, Manner
from restitch_app.demo.workflow import Workflow
from tests.demo.conftest import Talk, decoded, png_bytes, seed_picture, workflow
from tests.shared import SHARED, needs_shared

BUNDLED = sorted(Path(__file__).parents[2].glob("restitch_app/resources/workflows/*.json"))
RECORDED = SHARED / "comfyui-contract" / "recordings"
Inputs = dict[str, object]


@pytest.fixture(params=[NEW, OLD])
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Talk]:
    """A client of each version, with a start and an end picture uploaded."""
    with DemoServer(tmp_path / "comfy", step_delay_s=0.0, manner=Manner(request.param)) as running:
        client = Talk(running)
        client.upload(png_bytes(seed_picture()))
        client.upload(png_bytes(seed_picture()[::-1, ::-1]), "end.png")
        yield client
        for socket in client.sockets:
            socket.close()


def small(path: Path) -> Workflow:
    """A bundled workflow with our pictures, and small enough for a test."""
    graph = cast(Workflow, json.loads(path.read_text("utf-8"))["prompt"])
    pictures = iter(("seed.png", "end.png"))
    for node in graph.values():
        inputs = cast(Inputs, node["inputs"])
        if node["class_type"] == "LoadImage":
            inputs["image"] = next(pictures)
        for name, value in (("width", 96), ("height", 64), ("length", 9), ("steps", 4)):
            if isinstance(inputs.get(name), int):
                inputs[name] = value
        if isinstance(inputs.get("start_at_step"), int):
            inputs["start_at_step"] = min(2, cast(int, inputs["start_at_step"]))
            inputs["end_at_step"] = 2 if inputs["end_at_step"] == 10 else 10000
    return graph


def saver(graph: Workflow) -> str:
    return next(one for one, node in graph.items() if node["class_type"] == "SaveVideo")


def test_there_are_some() -> None:
    assert len(BUNDLED) >= 3


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_a_bundled_workflow_runs(both: Talk, path: Path) -> None:
    graph = small(path)
    prompt_id, heard, kinds = both.run(graph)
    assert "execution_success" in kinds, heard.messages[-3:]
    frames = decoded(both.download(both.output(prompt_id, saver(graph))))
    assert len(frames) == 9
    size = frames[0].shape[:2]
    assert size == (64, 96)


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_the_server_describes_all_that_a_bundled_workflow_needs(both: Talk, path: Path) -> None:
    types = NodeTypes.from_object_info(both.get("/object_info").json())
    graph = small(path)
    prompt = cast("dict[str, object]", graph)
    assert preflight(prompt, types, find_bindings(prompt), uploaded=frozenset()) == ()


def test_the_last_frame_is_handed_off_as_it_was_before_the_encoder(both: Talk) -> None:
    path = next(path for path in BUNDLED if "last" in path.stem)
    graph = small(path)
    video = saver(graph)
    decode = next(one for one, node in graph.items() if node["class_type"] == "VAEDecode")
    graph["last"] = {
        "class_type": "ImageFromBatch",
        "inputs": {"image": [decode, 0], "batch_index": -1, "length": 1},
    }
    graph["hand"] = {
        "class_type": "SaveImage",
        "inputs": {"images": ["last", 0], "filename_prefix": "restitch/hand_off"},
    }
    prompt_id, _, _ = both.run(graph)
    handed = np.asarray(Image.open(BytesIO(both.download(both.output(prompt_id, "hand")))))
    end = np.asarray(seed_picture()[::-1, ::-1])
    assert np.array_equal(handed, end), "both ends are pinned: the last frame is the end picture"
    last = decoded(both.download(both.output(prompt_id, video)))[-1]
    noise = np.mean((last.astype(float) - handed.astype(float)) ** 2)
    assert 10 * np.log10(255**2 / max(noise, 1e-9)) > 30, "the video's own is an encode away"


class TestManners:
    @pytest.fixture
    def old(self, tmp_path: Path) -> Iterator[Talk]:
        with DemoServer(tmp_path, step_delay_s=0.0, manner=Manner(OLD)) as running:
            client = Talk(running)
            client.upload(png_bytes(seed_picture()))
            yield client
            for socket in client.sockets:
                socket.close()

    def test_the_old_one_has_no_jobs_and_takes_any_id(self, old: Talk) -> None:
        assert old.get("/system_stats").json()["system"]["comfyui_version"] == OLD
        assert old.get("/api/jobs").status_code == 404
        answer = old.post(f"/api/jobs/{uuid.uuid4()}/cancel", {})
        assert (answer.status_code, answer.text) == (405, "405: Method Not Allowed")
        graph = workflow()
        prompt_id, _, kinds = old.run(graph, prompt_id="restitch-job-1")
        assert prompt_id == "restitch-job-1"
        assert "execution_success" in kinds
        entry = old.history("restitch-job-1")
        extra = cast("list[dict[str, object]]", entry["prompt"])[3]
        assert "create_time" not in extra

    def test_the_old_one_needs_a_codec_and_names_a_missing_node_otherwise(self, old: Talk) -> None:
        graph = workflow()
        del cast(Inputs, graph["12"]["inputs"])["codec"]
        errors = old.post("/prompt", {"prompt": graph}).json()["node_errors"]
        assert errors["12"]["errors"][0]["details"] == "codec"
        unknown: Workflow = {"9": {"class_type": "NoSuchNode", "inputs": {}}}
        error = old.post("/prompt", {"prompt": unknown}).json()["error"]
        assert (error["type"], error["extra_info"]) == ("invalid_prompt", {})

    def test_a_key_is_asked_for_on_every_route(self, tmp_path: Path) -> None:
        with DemoServer(tmp_path, manner=Manner(api_key="a key")) as running:
            client = Talk(running)
            assert client.get("/queue").status_code == 401
            assert client.post("/prompt", {}).status_code == 401
            headers = {"Authorization": "Bearer a key"}
            url = running.url
            assert requests.get(f"{url}/queue", headers=headers, timeout=120).status_code == 200
            wrong = {"Authorization": "Bearer another"}
            assert requests.get(f"{url}/queue", headers=wrong, timeout=120).status_code == 401
            address = url.replace("http", "ws") + "/ws?clientId=me"
            with pytest.raises(websocket.WebSocketBadStatusException, match="401"):
                websocket.create_connection(address, timeout=120)
            socket = websocket.create_connection(address, timeout=120, header=headers)
            assert json.loads(socket.recv())["type"] == "status"
            socket.close()


@needs_shared
@pytest.mark.parametrize(
    ("manner", "name"),
    [(NEW, "prompt_validation"), (OLD, "v0.3.64/v0364_prompt_validation")],
)
def test_it_refuses_what_a_real_server_refused(tmp_path: Path, manner: str, name: str) -> None:
    """The same status and reasons, for every recorded prompt of node classes that it has."""
    told = json.loads((RECORDED / f"{name}.json").read_text("utf-8"))
    compared = 0
    with DemoServer(tmp_path, step_delay_s=0.0, manner=Manner(manner)) as running:
        client = Talk(running)
        client.upload(png_bytes(seed_picture()))
        known = set(client.get("/object_info").json())
        for case, exchange in told.items():
            prompt = exchange["request"].get("json", {}).get("prompt")
            if not isinstance(prompt, dict):
                continue
            nodes = [one for one in prompt.values() if isinstance(one, dict)]
            if not {str(one.get("class_type")) for one in nodes} <= known:
                continue
            answer = client.post("/prompt", exchange["request"]["json"])
            real = exchange["response"]
            assert answer.status_code == real["status"], (case, answer.text)
            if "json" in real:
                assert _reasons(answer.json()) == _reasons(real["json"]), case
            compared += 1
    assert compared >= (15 if manner == NEW else 5)


def _reasons(body: dict[str, object]) -> tuple[str, dict[str, list[str]]]:
    error = cast("dict[str, str]", body.get("error") or {})
    nodes = cast("dict[str, dict[str, list[dict[str, str]]]]", body.get("node_errors") or {})
    kinds = {one: [each["type"] for each in entry["errors"]] for one, entry in nodes.items()}
    return error.get("type", ""), kinds
