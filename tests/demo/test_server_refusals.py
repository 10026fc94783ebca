"""What POST /prompt refuses, by status and by reason."""

from __future__ import annotations

import time
import uuid
from typing import cast

import pytest
import requests

from restitch_app.demo.workflow import Workflow
from tests.demo.conftest import TIMEOUT_S, Talk, workflow

Inputs = dict[str, object]


def changed(node: str, **inputs: object) -> Workflow:
    graph = workflow()
    cast(Inputs, graph[node]["inputs"]).update(inputs)
    return graph


def without(node: str, name: str) -> Workflow:
    graph = workflow()
    del cast(Inputs, graph[node]["inputs"])[name]
    return graph


@pytest.mark.parametrize(
    ("graph", "node", "reason"),
    [
        (changed("9", seed=-1), "9", "value_smaller_than_min"),
        (changed("9", seed=2**64), "9", "value_bigger_than_max"),
        (changed("9", cfg=500), "9", "value_bigger_than_max"),
        (changed("9", steps="twelve"), "9", "invalid_input_type"),
        (changed("2", unet_name="absent.safetensors"), "2", "value_not_in_list"),
        (changed("1", image="absent.png"), "1", "custom_validation_failed"),
        (changed("1", image="../../etc/passwd"), "1", "custom_validation_failed"),
        (without("11", "fps"), "11", "required_input_missing"),
        (changed("11", images=["7", 2]), "11", "return_type_mismatch"),
        (changed("11", images=["10"]), "11", "bad_linked_input"),
        (changed("11", images=["99", 0]), "11", "exception_during_inner_validation"),
        (changed("11", images=["10", 5]), "11", "exception_during_inner_validation"),
        (changed("8", model=["8", 0]), "8", "dependency_cycle"),
    ],
)
def test_a_bad_input_is_named_with_node_and_reason(
    talk: Talk, graph: Workflow, node: str, reason: str
) -> None:
    answer = talk.post("/prompt", {"prompt": graph})
    assert answer.status_code == 400
    body = answer.json()
    assert body["error"]["type"] == "prompt_outputs_failed_validation"
    entry = body["node_errors"][node]
    assert [one["type"] for one in entry["errors"]] == [reason]
    assert entry["dependent_outputs"] == ["12"]
    assert entry["class_type"] == graph[node]["class_type"]


def _with_chain(length: int, *, is_ring: bool = False) -> Workflow:
    """The model goes through so many nodes that hand it on."""
    graph = workflow()
    kind = graph["8"]["class_type"]
    inputs = cast(Inputs, graph["8"]["inputs"])
    before = inputs["model"]
    for number in range(length):
        name = f"link {number}"
        graph[name] = {"class_type": kind, "inputs": {**inputs, "model": before}}
        before = [name, 0]
    inputs["model"] = before
    if is_ring:
        cast(Inputs, graph["link 0"]["inputs"])["model"] = ["8", 0]
    return graph


def test_a_chain_of_thousands_of_nodes_is_judged_to_its_end(talk: Talk) -> None:
    graph = _with_chain(5000)
    cast(Inputs, graph["link 0"]["inputs"])["model"] = ["99", 0]
    refused = talk.post("/prompt", {"prompt": graph}).json()["node_errors"]["link 0"]["errors"]
    assert [one["type"] for one in refused] == ["exception_during_inner_validation"]


def test_a_long_chain_is_run(talk: Talk) -> None:
    prompt_id = talk.submit(_with_chain(1100))
    until = time.monotonic() + TIMEOUT_S
    while not (entry := talk.get(f"/history/{prompt_id}").json()):
        assert time.monotonic() < until, "it never ended"
        time.sleep(0.05)
    assert entry[prompt_id]["status"]["status_str"] == "success"


def test_a_ring_of_thousands_of_nodes_is_refused(talk: Talk) -> None:
    answer = talk.post("/prompt", {"prompt": _with_chain(5000, is_ring=True)})
    assert answer.status_code == 400
    assert answer.json()["error"]["type"] == "prompt_outputs_failed_validation"


@pytest.mark.parametrize("seed", [0, 2**53 + 1, 2**64 - 1])
def test_seeds_keep_every_digit(talk: Talk, seed: int) -> None:
    prompt_id, _, _ = talk.run(changed("9", seed=seed, steps="2"))
    prompt = talk.history(prompt_id)["prompt"][2]  # type: ignore[index]
    assert prompt["9"]["inputs"]["seed"] == seed
    assert prompt["9"]["inputs"]["steps"] == 2


@pytest.mark.parametrize("body", ["", "{", "[", '{"prompt": null}', '{"prompt": [1]}'])
def test_what_the_real_server_cannot_read_is_a_500_in_plain_text(talk: Talk, body: str) -> None:
    answer = requests.post(f"{talk.server.url}/prompt", data=body, timeout=TIMEOUT_S)
    assert answer.status_code == 500
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.text == "500 Internal Server Error\n\nServer got itself in trouble"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ({}, "no_prompt"),
        ({"prompt": {}}, "prompt_no_outputs"),
        ({"prompt": {"1": {"class_type": "NoSuchNode", "inputs": {}}}}, "missing_node_type"),
        ({"prompt": {"1": {"inputs": {}}}}, "missing_node_type"),
        ({"prompt": workflow(), "prompt_id": "NOT-A-UUID"}, "invalid_prompt_id"),
    ],
)
def test_other_refusals(talk: Talk, body: object, kind: str) -> None:
    answer = talk.post("/prompt", body)
    assert answer.status_code == 400
    assert answer.json()["error"]["type"] == kind


def test_a_prompt_id_of_the_client_is_kept(talk: Talk) -> None:
    wanted = str(uuid.uuid4())
    assert talk.submit(workflow(), prompt_id=wanted) == wanted
    body = {"prompt": workflow(), "prompt_id": wanted.upper()}
    assert talk.post("/prompt", body).status_code == 400


def test_one_good_output_is_enough_for_a_200_that_carries_errors(talk: Talk) -> None:
    graph = workflow()
    graph["20"] = {"class_type": "SaveImage", "inputs": {"images": ["10", 0]}}
    answer = talk.post("/prompt", {"prompt": graph})
    assert answer.status_code == 200
    assert answer.json()["node_errors"]["20"]["dependent_outputs"] == ["20"]


def test_an_unknown_class_is_an_empty_object(talk: Talk) -> None:
    assert talk.get("/object_info/NoSuchNode").json() == {}
    info = talk.get("/object_info/LoadImage").json()
    assert info["LoadImage"]["input"]["required"]["image"][0] == ["seed.png"]
    assert "KSampler" in talk.get("/api/object_info").json()


def test_a_page_of_another_origin_is_refused(talk: Talk) -> None:
    def status(**headers: str) -> int:
        url = f"{talk.server.url}/queue"
        return requests.get(url, headers=headers, timeout=TIMEOUT_S).status_code

    assert status() == 200
    assert status(Origin=talk.server.url) == 200
    assert status(Origin="http://localhost:1") == 403
    assert status(**{"Sec-Fetch-Site": "cross-site"}) == 403


def test_the_server_says_what_it_is(talk: Talk) -> None:
    system = talk.get("/system_stats").json()["system"]
    assert system["comfyui_version"] == "0.33.0"
    assert "drawn, not generated" in system["restitch_demo"]
    assert talk.get("/features").json()["max_upload_size"] == 104857600
