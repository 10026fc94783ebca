"""Running prompts: messages, history, cache, queue and interrupts, as the recordings have them."""

from __future__ import annotations

import json
import struct
import uuid
from dataclasses import replace

import pytest
from websocket import WebSocketTimeoutException

from restitch_app.demo.server import DemoServer, Faults
from restitch_app.demo.server.graph import Result
from restitch_app.demo.server.nodes import NODES
from tests.demo.conftest import SMALL, Talk, decoded, png_bytes, seed_picture, workflow


def test_a_run_sends_its_messages_in_the_recorded_order(talk: Talk) -> None:
    prompt_id, heard, kinds = talk.run(workflow())
    assert kinds[0] == "status"
    assert "sid" in str(heard.messages[0])
    start = kinds.index("execution_start")
    assert set(kinds[1:start]) == {"status"}
    assert kinds[start : start + 3] == ["execution_start", "execution_cached", "executing"]
    assert kinds.count("executing") == len(workflow()) + 1
    assert kinds.count("progress") == SMALL.steps
    assert kinds[-4:] == ["executed", "execution_success", "status", "executing"]
    assert talk.history(prompt_id)["status"]["completed"] is True  # type: ignore[index]


def test_a_node_is_announced_after_its_state_and_finished_after(talk: Talk) -> None:
    _, heard, _ = talk.run(workflow())
    for number, message in enumerate(heard.messages):
        data = message["data"]
        if message["type"] == "executing" and isinstance(data, dict) and data["node"]:
            before = heard.messages[number - 1]
            assert before["type"] == "progress_state"
            assert before["data"]["nodes"][data["node"]]["state"] == "running"  # type: ignore[index]


def test_history_keeps_prompt_outputs_status_and_meta(talk: Talk) -> None:
    prompt_id, _, _ = talk.run(workflow(), extra_data={"extra_pnginfo": {"restitch": {"take": 2}}})
    entry = talk.history(prompt_id)
    assert set(entry) == {"prompt", "outputs", "status", "meta"}
    item = entry["prompt"]
    assert isinstance(item, list)
    number, kept_id, prompt, extra, outputs = item
    assert (number, kept_id, outputs) == (0, prompt_id, ["12"])
    assert prompt["9"]["inputs"]["seed"] == SMALL.seed
    assert {"client_id", "create_time", "extra_pnginfo"} <= set(extra)
    assert entry["outputs"]["12"]["animated"] == [True]  # type: ignore[index]
    assert [one[0] for one in entry["status"]["messages"]] == [  # type: ignore[index]
        "execution_start",
        "execution_cached",
        "execution_success",
    ]


def test_previews_come_plain_or_with_facts_as_the_first_message_asked(talk: Talk) -> None:
    plain, rich = talk.listen("plain"), talk.listen("rich", flags=True)
    plain.until_done(talk.submit(workflow(seed=1), client_id="plain"))
    prompt_id = talk.submit(workflow(seed=2), client_id="rich")
    rich.until_done(prompt_id)
    assert struct.unpack(">II", plain.binary[0][:8]) == (1, 1)
    assert plain.binary[0][8:11] == b"\xff\xd8\xff"
    event, size = struct.unpack(">II", rich.binary[0][:8])
    facts = json.loads(rich.binary[0][8 : 8 + size])
    assert event == 4
    assert (facts["node_id"], facts["prompt_id"]) == ("9", prompt_id)
    assert rich.binary[0][8 + size :][:3] == b"\xff\xd8\xff"


def test_flags_sent_later_are_ignored(talk: Talk) -> None:
    heard = talk.listen("late")
    heard.socket.send("hello")
    heard.socket.send(json.dumps({"type": "feature_flags", "data": {"x": 1}}))
    heard.until_done(talk.submit(workflow(), client_id="late"))
    assert all(one["type"] != "feature_flags" for one in heard.messages)


def test_an_identical_prompt_gives_the_same_old_file_without_running(talk: Talk) -> None:
    first, _, _ = talk.run(workflow())
    second, heard, kinds = talk.run(workflow())
    cached = next(one for one in heard.messages if one["type"] == "execution_cached")["data"]
    assert cached["nodes"] == list(workflow())  # type: ignore[index]
    assert kinds.count("executing") == 1
    assert kinds.count("executed") == 1
    assert talk.output(second) == talk.output(first)


def test_a_node_that_raises_what_nobody_foresaw_ends_its_own_prompt_only(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_bench: object, _values: object) -> Result:
        raise KeyError("samples")

    with monkeypatch.context() as patched:
        patched.setitem(NODES, "VAEDecode", replace(NODES["VAEDecode"], run=broken))
        heard = talk.listen("unlucky")
        prompt_id = talk.submit(workflow(seed=11), client_id="unlucky")
        told = heard.until("execution_error", prompt_id=prompt_id)
    assert told["exception_type"] == "KeyError"
    _, _, kinds = talk.run(workflow(seed=12))
    assert "execution_success" in kinds


def test_another_seed_samples_again_and_another_prefix_only_saves(talk: Talk) -> None:
    talk.run(workflow())
    _, _, sampled = talk.run(workflow(seed=8))
    assert sampled.count("progress") == SMALL.steps
    _, _, saved = talk.run(workflow(seed=8, prefix="other/name"))
    assert saved.count("executing") == 2


def test_overwriting_the_seed_frame_is_noticed(talk: Talk) -> None:
    talk.run(workflow())
    talk.upload(png_bytes(255 - seed_picture()), overwrite="true")
    _, _, kinds = talk.run(workflow())
    assert kinds.count("progress") == SMALL.steps


def test_the_lowest_number_runs_first(talk: Talk, server: DemoServer) -> None:
    slow = workflow(steps=40)
    running = talk.submit(slow)
    later = talk.submit(workflow(seed=2))
    first = talk.post("/prompt", {"prompt": workflow(seed=3), "front": True}).json()
    assert first["number"] < 0
    queue = talk.get("/queue").json()
    assert [item[1] for item in queue["queue_running"]] == [running]
    assert [item[1] for item in queue["queue_pending"]] == [first["prompt_id"], later]
    assert talk.get("/prompt").json() == {"exec_info": {"queue_remaining": 3}}


def test_a_pending_prompt_that_is_deleted_leaves_no_trace(talk: Talk) -> None:
    talk.submit(workflow(steps=60))
    pending = talk.submit(workflow(seed=2))
    assert talk.post("/queue", {"delete": [pending]}).status_code == 200
    assert talk.get("/queue").json()["queue_pending"] == []
    assert talk.get(f"/history/{pending}").json() == {}
    assert talk.get(f"/api/jobs/{pending}").status_code == 404


def test_an_interrupt_by_id_stops_a_sampler_within_a_step(talk: Talk) -> None:
    heard = talk.listen("me")
    prompt_id = talk.submit(workflow(steps=500), client_id="me")
    heard.until("progress")
    talk.post("/interrupt", {"prompt_id": str(uuid.uuid4())})
    heard.until("progress", value=5)
    assert talk.post("/interrupt", {"prompt_id": prompt_id}).text == ""
    data = heard.until("execution_interrupted")
    assert (data["node_id"], data["node_type"]) == ("9", "KSampler")
    heard.until_done(prompt_id)
    status = talk.history(prompt_id)["status"]
    assert (status["status_str"], status["completed"]) == ("error", False)  # type: ignore[index]
    assert talk.get(f"/api/jobs/{prompt_id}").json()["status"] == "cancelled"


def test_jobs_cancel_covers_running_and_pending(talk: Talk) -> None:
    heard = talk.listen("me")
    running = talk.submit(workflow(steps=500), client_id="me")
    pending = talk.submit(workflow(seed=2), client_id="me")
    heard.until("progress")
    assert talk.post(f"/api/jobs/{pending}/cancel", {}).json() == {"cancelled": True}
    assert talk.post(f"/api/jobs/{running}/cancel", {}).json() == {"cancelled": True}
    heard.until_done(running)
    assert talk.post(f"/api/jobs/{running}/cancel", {}).json() == {"cancelled": False}
    assert talk.get("/jobs").status_code == 404


def test_messages_go_to_the_prompts_own_client_only(talk: Talk) -> None:
    mine, other = talk.listen("mine"), talk.listen("other")
    mine.until_done(talk.submit(workflow(), client_id="mine"))
    talk.post("/queue", {"clear": True})
    other.until("status", status={"exec_info": {"queue_remaining": 0}})
    other.until("status", status={"exec_info": {"queue_remaining": 0}})
    assert {one["type"] for one in other.messages} == {"status"}


def test_everybody_hears_the_progress_of_a_prompt_without_client(talk: Talk) -> None:
    bystander = talk.listen("bystander")
    talk.submit(workflow())
    bystander.until("progress", value=SMALL.steps)
    kinds = {one["type"] for one in bystander.messages}
    assert kinds == {"status", "progress", "progress_state"}


def test_a_reconnected_socket_is_told_the_node_without_prompt_id(talk: Talk) -> None:
    first = talk.listen("me")
    prompt_id = talk.submit(workflow(steps=60), client_id="me")
    first.until("progress")
    first.socket.close()
    second = talk.listen("me")
    assert second.until("executing", node="9") == {"node": "9"}
    second.until_done(prompt_id)


def test_a_second_socket_goes_deaf_when_the_first_one_closes(talk: Talk) -> None:
    first, second = talk.listen("me"), talk.listen("me")
    second.until("status")
    prompt_id = talk.submit(workflow(steps=20), client_id="me")
    second.until("progress")
    first.socket.close()
    second.socket.settimeout(1.0)
    with pytest.raises(WebSocketTimeoutException):
        second.until_done(prompt_id)


def test_lengths_and_sizes_come_back_rounded(talk: Talk) -> None:
    prompt_id, _, _ = talk.run(workflow(length=16, width=100, height=60))
    frames = decoded(talk.download(talk.output(prompt_id)))
    assert len(frames) == 13
    assert frames[0].shape == (56, 96, 3)


def test_a_failing_node_ends_the_run_with_its_name(talk: Talk, server: DemoServer) -> None:
    server.faults = Faults(fail_at_class="KSampler", fail_with="oom")
    prompt_id, heard, kinds = talk.run(workflow())
    error = next(one for one in heard.messages if one["type"] == "execution_error")["data"]
    assert isinstance(error, dict)
    assert error["exception_type"] == "torch.OutOfMemoryError"
    assert (error["node_id"], error["node_type"]) == ("9", "KSampler")
    assert "TIPS" in str(error["exception_message"])
    assert kinds[-3:] == ["execution_error", "status", "executing"]
    assert talk.history(prompt_id)["outputs"] == {}
    assert talk.get(f"/api/jobs/{prompt_id}").json()["status"] == "failed"


def test_a_junk_seed_frame_fails_when_it_is_read(talk: Talk) -> None:
    talk.upload(b"no picture", "junk.png")
    _, heard, _ = talk.run(workflow(image="junk.png"))
    error = next(one for one in heard.messages if one["type"] == "execution_error")["data"]
    assert "cannot identify image file" in str(error)


def test_counters_count_prompts_accepted_and_begun(talk: Talk, server: DemoServer) -> None:
    talk.run(workflow())
    talk.post("/prompt", {"prompt": {}})
    counters = talk.get("/restitch-demo/counters").json()
    assert (counters["prompts_received"], counters["prompts_executed"]) == (1, 1)
    assert (server.prompts_received, server.prompts_executed) == (1, 1)
    assert "not generated by a model" in counters["about"]
