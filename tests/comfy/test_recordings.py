"""What real servers said, played back over a real socket."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import pytest

from restitch_app.comfy.errors import (
    ExecutionFailed,
    JobInterrupted,
    NodeOrModelMissing,
    PromptRejected,
)
from restitch_app.comfy.loose import JsonObject, as_array, as_object
from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.news import Preview, Step, WatchMessage
from restitch_app.comfy.server.outputs import video_of
from restitch_app.comfy.server.watch import watch
from restitch_app.domain.progress import JobContext
from tests.comfy.conftest import PACE
from tests.comfy.fake_server import FakeComfy, Reply, Socket

ID = "0b5ec0de-0000-4000-8000-000000000001"


def load(shared: Path, name: str) -> JsonObject:
    text = (shared / "comfyui-contract" / "recordings" / f"{name}.json").read_text("utf-8")
    value = json.loads(text)
    assert isinstance(value, dict)
    return value


def play(
    server: FakeComfy, client: ComfyClient, recording: JsonObject
) -> tuple[JsonObject, list[WatchMessage]]:
    """Watch the recorded prompt; returns its outputs and what was told on the way."""
    submit = as_object(recording["submit"])
    prompt = as_object(as_object(as_object(submit["request"])["json"])["prompt"])
    answer = as_object(as_object(submit["response"])["json"])
    prompt_id = str(answer["prompt_id"])
    history = as_object(as_object(as_object(recording["history"])["response"])["json"])
    server.running = [[1, prompt_id, prompt, {}, []]]

    def script(socket: Socket) -> None:
        server.wait_until_asked()
        for item in map(as_object, as_array(recording["ws"])):
            if item.get("dir") == "server->client" and "msg" in item:
                message = as_object(item["msg"])
                socket.send(str(message["type"]), **as_object(message["data"]))
            elif item.get("event_type") == 4:
                about = json.dumps(item["metadata"]).encode()
                socket.send_frame(2, struct.pack(">II", 4, len(about)) + about + b"\xff\xd8")
            elif item.get("event_type") == 1:
                socket.send_frame(2, struct.pack(">II", 1, 1) + b"\xff\xd8")
        server.history = {key: as_object(value) for key, value in history.items()}
        socket.send("executing", node=None, prompt_id=prompt_id)

    server.on_socket = script
    seen: list[WatchMessage] = []
    entry = watch(client, prompt_id, prompt, JobContext(), seen.append, PACE)
    return entry.outputs, seen


@pytest.mark.parametrize(
    ("name", "node", "file", "steps", "previews"),
    [
        ("sampler_wan22_i2v_with_feature_flags", "61", "wan/seg_00002_.mp4", (4, 4), 4),
        ("sampler_wan22_i2v_no_feature_flags", "61", "wan/seg_00001_.mp4", (4, 4), 4),
        ("template_run_wan22_14B_i2v_template", "108", "video/Wan2.2_i2v_00001_.mp4", (4, 4), 4),
        ("success_loadimage_savevideo_mp4", "4", "video/restitch_00001_.mp4", None, 0),
        ("sampler_wan22_identical_rerun", "61", "wan/seg_00003_.mp4", None, 0),
        ("vhs_videocombine_h264", "3", "vhs/AnimateDiff_00001.mp4", None, 0),
        ("success_savewebm_vp9", "3", "ComfyUI_00001_.webm", None, 0),
        ("success_saveanimatedwebp", "3", "anim_00001_.webp", None, 0),
        ("v0.3.64/v0364_success_savevideo_mp4", "4", None, None, 0),
    ],
)
def test_a_recorded_success_ends_with_its_video(
    shared: Path,
    server: FakeComfy,
    client: ComfyClient,
    name: str,
    node: str,
    file: str | None,
    steps: tuple[int, int] | None,
    previews: int,
) -> None:
    recording = load(shared, name)
    outputs, seen = play(server, client, recording)
    prompt_id = next(iter(server.history))
    entry = client.state_of(prompt_id)
    ref = video_of(entry.entry, node)  # type: ignore[union-attr]
    assert node in outputs
    if file is not None:
        assert str(ref) == file
    told = [(message.done, message.total) for message in seen if isinstance(message, Step)]
    assert (told[-1] if told else None) == steps
    assert told == sorted(told), "progress never goes back"
    assert sum(isinstance(message, Preview) for message in seen) == previews


@pytest.mark.parametrize(
    ("name", "title", "words", "no_memory"),
    [
        ("error_node_raises_oom", None, "CUDA out of memory. Tried to allocate 20.00 GiB.", True),
        ("error_node_raises_valueerror", None, None, False),
        ("error_corrupt_image", None, None, False),
        ("error_unknown_dynamic_combo_value", None, None, False),
        ("error_after_partial_outputs", None, None, False),
        ("v0.3.64/v0364_error_corrupt_image", None, None, False),
    ],
)
def test_a_recorded_failure_names_its_node(
    shared: Path,
    server: FakeComfy,
    client: ComfyClient,
    name: str,
    title: str | None,
    words: str | None,
    no_memory: bool,
) -> None:
    with pytest.raises(ExecutionFailed) as caught:
        play(server, client, load(shared, name))
    assert caught.value.node_title
    assert caught.value.out_of_memory is no_memory
    assert "\n" not in str(caught.value)
    if words is not None:
        assert caught.value.detail == words


@pytest.mark.parametrize(
    "name",
    [
        "interrupt_sampler_mid_run",
        "interrupt_running_by_prompt_id",
        "interrupt_noncooperative_node",
    ],
)
def test_a_recorded_interruption_is_told_from_a_failure(
    shared: Path, server: FakeComfy, client: ComfyClient, name: str
) -> None:
    with pytest.raises(JobInterrupted):
        play(server, client, load(shared, name))


def recorded_refusals(recordings: Path, name: str) -> dict[str, tuple[JsonObject, JsonObject]]:
    """Case name -> (submitted prompt, body of the 400)."""
    found: dict[str, tuple[JsonObject, JsonObject]] = {}
    for case, exchange in load(recordings, name).items():
        response = as_object(as_object(exchange).get("response"))
        request = as_object(as_object(as_object(exchange).get("request")).get("json"))
        if response.get("status") == 400 and isinstance(request.get("prompt"), dict):
            found[case] = (as_object(request["prompt"]), as_object(response["json"]))
    return found


@pytest.mark.parametrize("name", ["prompt_validation", "v0.3.64/v0364_prompt_validation"])
def test_every_recorded_refusal_has_a_reason_in_one_line(
    shared: Path, server: FakeComfy, client: ComfyClient, name: str
) -> None:
    refusals = recorded_refusals(shared, name)
    assert len(refusals) >= 5
    for prompt, body in refusals.values():
        server.answers["/prompt"] = lambda _request, body=body: Reply(400, json=body)  # type: ignore[misc]
        with pytest.raises(PromptRejected) as caught:
            client.submit(prompt, ID)
        assert caught.value.reasons
        assert all(reason.sentence for reason in caught.value.reasons)
        assert "Traceback" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "case", "names"),
    [
        ("prompt_validation", "unknown_node_class", ("VHS_VideoCombine",)),
        (
            "prompt_validation",
            "model_file_missing",
            ("wan2.2_i2v_high_noise_14B_fp8_scaled.safetensors",),
        ),
        ("prompt_validation", "missing_class_type", ()),
        ("v0.3.64/v0364_prompt_validation", "unknown_node", ("NoSuchNode",)),
    ],
)
def test_a_missing_node_or_model_is_named(
    shared: Path,
    server: FakeComfy,
    client: ComfyClient,
    name: str,
    case: str,
    names: tuple[str, ...],
) -> None:
    prompt, body = recorded_refusals(shared, name)[case]
    server.answers["/prompt"] = lambda _request: Reply(400, json=body)
    with pytest.raises(NodeOrModelMissing) as caught:
        client.submit(prompt, ID)
    assert caught.value.names == names


def test_the_recorded_half_accepted_prompt_is_refused_for_its_bad_output_only(
    shared: Path, server: FakeComfy, client: ComfyClient
) -> None:
    exchange = as_object(load(shared, "prompt_validation")["one_good_one_bad_output"])
    prompt = as_object(as_object(as_object(exchange["request"])["json"])["prompt"])
    body = {**as_object(as_object(exchange["response"])["json"]), "prompt_id": ID}
    server.answers["/prompt"] = lambda _request: Reply(json=body)
    with pytest.raises(PromptRejected, match="filename_prefix"):
        client.submit(prompt, ID, output_node="8")
    good = next(node for node in prompt if node != "8" and "Save" in json.dumps(prompt[node]))
    assert client.submit(prompt, ID, output_node=good).number == 56
