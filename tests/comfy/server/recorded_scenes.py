"""Recordings that tell of more than one prompt, or of what the server did with its files.

Each function plays the recording of its name.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from restitch_app.comfy.bindings.bindings import find_bindings
from restitch_app.comfy.bindings.fill import fill
from restitch_app.comfy.loose import JsonObject, as_array, as_object, as_text
from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.history import Pending, Unknown, entry_in, state_in
from restitch_app.comfy.server.outputs import OutputRef
from restitch_app.comfy.workflows.embedded import embedded_workflow
from restitch_app.demo.server.nodes.wan import to_shot
from restitch_app.demo.workflow import DemoSettings, demo_workflow
from restitch_app.domain.errors import RestitchError
from tests.comfy.fake_server import FakeComfy, Reply, Socket
from tests.comfy.server.recorded import Exchange, exchange, load, run_of, send
from tests.comfy.server.replay import conclude, followed, stage
from tests.shared import SHARED

Scene = Callable[[FakeComfy, ComfyClient, Path], None]
_FOLDER = SHARED / "comfyui-contract" / "recordings"


def _scene(play: Scene) -> Scene:
    play.is_scene = True  # type: ignore[attr-defined]
    return play


@_scene
def ws_two_clients(server: FakeComfy, client: ComfyClient, _folder: Path) -> None:
    recording = load(_FOLDER, "ws_two_clients")
    ours = run_of(recording["submit_a"], [recording["ws_a"]])
    theirs = run_of(recording["submit_b"], [recording["ws_b"]])
    said = conclude(server, client, ours)
    assert said.steps == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]
    assert "LabSlow" in said.titles
    # Whoever hears what is said about another prompt makes nothing of it.
    ours.transcripts = theirs.transcripts
    said = conclude(server, client, ours)
    assert (said.steps, said.titles, said.previews) == ([], [], 0)


@_scene
def ws_prompt_without_client_id_seen_by_bystander(
    server: FakeComfy, client: ComfyClient, _folder: Path
) -> None:
    recording = load(_FOLDER, "ws_prompt_without_client_id_seen_by_bystander")
    theirs = run_of(recording["submit"], [recording["ws_bystander"]])
    assert theirs.frames("progress"), "everybody hears the progress of a prompt without a client"
    ours = run_of(load(_FOLDER, "success_previewimage")["submit"], [])
    ours.transcripts = theirs.transcripts
    said = conclude(server, client, ours)
    assert (said.steps, said.titles) == ([], [])


@_scene
def ws_second_socket_same_id_then_first_closes(
    server: FakeComfy, client: ComfyClient, _folder: Path
) -> None:
    recording = load(_FOLDER, "ws_second_socket_same_id_then_first_closes")
    assert recording["messages_on_second_after_first_closed"] == 0
    run = run_of(recording["submit"], [recording["ws_first"], recording["ws_second"]])
    said = conclude(server, client, run)
    assert said.words == "", "history tells what the deaf socket never did"
    assert said.steps[-1] == (7, 20), "it heard as far as the second socket did"
    assert server.sockets[0].closed.wait(5), "never two sockets at once: the first was closed"


@_scene
def ws_reconnect_same_client_id_mid_run(
    server: FakeComfy, client: ComfyClient, _folder: Path
) -> None:
    recording = load(_FOLDER, "ws_reconnect_same_client_id_mid_run")
    first, second = recording["ws_first"], recording["ws_second"]
    said = conclude(server, client, run_of(recording["submit"], [first, second],
                                           recording["history"]))  # fmt: skip
    assert said.steps[2:4] == [(3, 15), (7, 15)]
    assert said.steps[-1] == (15, 15)
    assert "LabSlow" in said.titles[2:], "the first message after it names no prompt"


def _taken(prompt: JsonObject, prompt_id: str) -> JsonObject:
    body: JsonObject = {"prompt_id": prompt_id, "number": 1, "node_errors": {}}
    return {"request": {"json": {"prompt": prompt}}, "response": {"status": 200, "json": body}}


@_scene
def server_killed_and_restarted(server: FakeComfy, client: ComfyClient, _folder: Path) -> None:
    recording = load(_FOLDER, "server_killed_and_restarted")
    tail = as_object(recording["ws_close"])
    assert tail["close_code"] == 1006
    prompt_id = as_text(exchange(recording["running"]).body["prompt_id"])
    prompt: JsonObject = {"2": {"class_type": "LabSlow", "inputs": {}}}
    submit = _taken(prompt, prompt_id)
    after = [exchange(recording[name]).body for name in ("queue_after", "history_after")]
    assert state_in(after[0], prompt_id) is None
    assert entry_in(after[1], prompt_id) is None

    def script(socket: Socket) -> None:
        if len(server.sockets) == 1:
            server.wait_until_asked()
            for frame in map(as_object, as_array(tail["ws_tail"])):
                send(socket, frame)
            server.running = []
            socket.drop()

    run = run_of(submit, [])
    stage(server, run)
    server.on_socket = script
    assert followed(client, run).words == "lost"
    assert isinstance(client.state_of(prompt_id), Unknown)


@_scene
def queue_delete_pending(server: FakeComfy, client: ComfyClient, _folder: Path) -> None:
    recording = load(_FOLDER, "queue_delete_pending")
    submits = [exchange(one) for one in as_array(recording["submits"])]
    running, deleted, last = (as_text(one.body["prompt_id"]) for one in submits)
    before = exchange(recording["queue"]).body
    after = exchange(recording["queue_after_delete"]).body
    assert state_in(before, deleted) == Pending(1)
    assert state_in(before, last) == Pending(2)
    assert state_in(after, deleted) is None
    assert state_in(after, last) == Pending(1)
    for prompt_id, submit, key in (
        (running, submits[0], "history_running"),
        (last, submits[2], "history_last"),
    ):
        run = run_of(_raw(submit), [recording["ws"]], recording[key])
        said = conclude(server, client, run)
        assert prompt_id in run.history
        assert said.words.startswith("3: ComfyUI_temp_")
        assert said.titles.count("LabSlow") == 1, "the same socket told of the other one too"
    server.answers.clear()
    server.history, server.running = {}, []
    run = run_of(_raw(submits[1]), [])
    server.answers["/prompt"] = lambda _request: run.submit.reply()
    assert followed(client, run).words == "lost", "a deleted prompt leaves no trace"


def _raw(one: Exchange) -> JsonObject:
    return {"request": one.request, "response": one.response}


@_scene
def queue_clear(server: FakeComfy, client: ComfyClient, _folder: Path) -> None:
    recording = load(_FOLDER, "queue_clear")
    submits = [exchange(one) for one in as_array(recording["submits"])]
    first, second, in_front = (as_text(one.body["prompt_id"]) for one in submits)
    before = exchange(recording["queue_before"]).body
    assert state_in(before, in_front) == Pending(1), "a negative number runs before the others"
    assert state_in(before, second) == Pending(2)
    after = exchange(recording["queue_after"]).body
    assert [state_in(after, one) for one in (second, in_front)] == [None, None]
    assert state_in(after, first) is not None
    server.running = list(map(as_array, as_array(after["queue_running"])))
    assert isinstance(client.state_of(second), Unknown)


@_scene
def jobs_cancel(server: FakeComfy, client: ComfyClient, _folder: Path) -> None:
    recording = load(_FOLDER, "jobs_cancel")
    asked = exchange(recording["cancel_running"])
    prompt_id = asked.path.split("/")[3]
    server.answers[asked.path] = lambda _request: asked.reply()
    client.cancel(prompt_id)
    assert not server.posts("/interrupt"), "one request does it all on a newer server"
    ended = exchange(recording["history_of_cancelled_running"])
    prompt = as_object(as_array(as_object(ended.body[prompt_id])["prompt"])[2])
    submit = _taken(prompt, prompt_id)
    run = run_of(submit, [recording["ws"]], recording["history_of_cancelled_running"])
    assert conclude(server, client, run).words.startswith("interrupted. It had come to LabSlow")


@_scene
def ws_feature_flags_not_first_message_is_ignored(
    server: FakeComfy, client: ComfyClient, _folder: Path
) -> None:
    recording = load(_FOLDER, "ws_feature_flags_not_first_message_is_ignored")
    assert len(as_array(recording["ws"])) == 1, "no answer of the server's own flags"
    run = run_of(load(_FOLDER, "success_previewimage")["submit"], [recording["ws"]])
    conclude(server, client, run)
    assert server.sockets[0].first_message == {
        "type": "feature_flags",
        "data": {"supports_preview_metadata": True},
    }


@_scene
def origin_checks(server: FakeComfy, client: ComfyClient, _folder: Path) -> None:
    recording = load(_FOLDER, "origin_checks")
    statuses = {name: exchange(one).status for name, one in recording.items()}
    assert statuses["no_origin"] == 200
    assert statuses["origin_other_port"] == 403
    client.state_of("nobody")
    for asked in server.requests:
        names = {name.lower() for name in asked.headers}
        assert not names & {"origin", "sec-fetch-site"}, "so we are never taken for a page"


@_scene
def upload(server: FakeComfy, client: ComfyClient, _folder: Path) -> None:
    """The name is plain ASCII, it is never overwritten, and the answer's name is used."""
    recording = load(_FOLDER, "upload")
    told = exchange(recording["same_name_other_bytes_no_overwrite"])
    server.answers["/upload/image"] = lambda _request: told.reply()
    assert client.upload_image("restitch_1.png", b"one") == "restitch_e2b44a (1).png"
    sent = server.requests[-1].body
    assert b'filename="restitch_1.png"' in sent
    assert b"overwrite" not in sent
    with pytest.raises(ValueError, match="ASCII"):
        client.upload_image("кадр.png", b"one")
    big = exchange(recording["over_100MB_default_limit"])
    server.answers["/upload/image"] = lambda _request: big.reply()
    with pytest.raises(RestitchError, match="too large"):
        client.upload_image("restitch_1.png", b"one")


@_scene
def view_conditional(server: FakeComfy, client: ComfyClient, folder: Path) -> None:
    """A download is never resumed, for `If-Range` is not honoured: it begins anew."""
    recording = load(_FOLDER, "view_conditional")
    assert exchange(recording["range_if_range_mismatch"]).status == 206
    server.answers["/view"] = lambda _request: Reply(body=b"whole")
    client.fetch_output(OutputRef("a.mp4"), folder / "a.mp4")
    names = {name.lower() for name in server.requests[-1].headers}
    assert not names & {"range", "if-range", "if-none-match"}


@_scene
def file_metadata(_server: FakeComfy, _client: ComfyClient, _folder: Path) -> None:
    recording = load(_FOLDER, "file_metadata")
    read = 0
    for made in map(as_object, recording.values()):
        tags = as_object(made.get("container_metadata"))
        if not tags:
            continue
        texts = {name: as_text(value) for name, value in tags.items()}
        found = embedded_workflow(texts)
        assert found is not None, made["file"]
        assert found.prompt, made["file"]
        assert all("class_type" in as_object(node) for node in found.prompt.values())
        read += 1
    assert read >= 5


@_scene
def limits_length_size_seed(_server: FakeComfy, _client: ComfyClient, _folder: Path) -> None:
    """The demo server has the same limits, and a seed is kept as a whole number."""
    recording = load(_FOLDER, "limits_length_size_seed")
    for row in map(as_object, as_array(recording["seed_values"])):
        _check_seed(row)
    for row in map(as_object, as_array(recording["wan_length"])):
        shot = to_shot({"width": 64, "height": 64, "length": row["requested_length"]})
        assert shot.length == row["frames"]
    for row in map(as_object, as_array(recording["wan_width_height"])):
        width, height = as_array(row["requested"])
        shot = to_shot({"width": width, "height": height, "length": 5})
        assert (shot.width, shot.height) == (row["width"], row["height"])


def _check_seed(row: JsonObject) -> None:
    sent = as_text(row["seed_sent"])
    if not sent.lstrip("-").isdigit():
        return
    prompt: JsonObject = dict(demo_workflow(DemoSettings(image="none.png", seed=1)))
    bindings = find_bindings(prompt, "demo")
    if row["http"] == 400:
        with pytest.raises(RestitchError):
            fill(prompt, bindings, {"seed": int(sent)})
        return
    filled = fill(prompt, bindings, {"seed": int(sent)})
    texts = [repr(value) for node in filled.values()
             for value in as_object(as_object(node)["inputs"]).values()]  # fmt: skip
    assert sent in texts
    assert row["seed_in_history"] == int(sent)
