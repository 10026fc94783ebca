from __future__ import annotations

import json
import struct
import threading
import time

import pytest

from restitch_app.comfy.errors import ComfyUnreachable, ExecutionFailed, JobInterrupted, JobLost
from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.history import HistoryEntry
from restitch_app.comfy.server.news import NodeStarted, Preview, Queued, Step, WatchMessage
from restitch_app.comfy.server.outputs import video_of
from restitch_app.comfy.server.watch import Pace, watch
from restitch_app.domain.errors import JobCancelled, JobSuspended
from restitch_app.domain.progress import JobContext, Progress
from tests.comfy.conftest import PACE
from tests.comfy.fake_server import GRAPH, FakeComfy, Reply, Request, Socket

ID = "0b5ec0de-0000-4000-8000-000000000001"
STALL_S = 30
"""What is given up ends earlier."""
OTHER = "0b5ec0de-0000-4000-8000-000000000002"
JPEG = b"\xff\xd8\xff\xe0 a small picture"
OUTPUTS: dict[str, object] = {
    "12": {"images": [{"filename": "segment_00001_.mp4", "subfolder": "restitch"}]}
}


def follow(
    client: ComfyClient,
    seen: list[WatchMessage] | None = None,
    ctx: JobContext | None = None,
    pace: Pace = PACE,
) -> HistoryEntry:
    messages = seen if seen is not None else []
    return watch(client, ID, GRAPH, ctx or JobContext(), messages.append, pace)


def run(server: FakeComfy) -> None:
    server.running = [[1, ID, GRAPH, {}, ["12"]]]


def step(socket: Socket, value: int, prompt_id: str = ID) -> None:
    socket.send("progress", value=value, max=20, prompt_id=prompt_id, node="9")


def end(server: FakeComfy, socket: Socket) -> None:
    server.finish(ID, OUTPUTS)
    socket.send("execution_success", prompt_id=ID)
    socket.send("executing", node=None, prompt_id=ID)


def test_a_render_is_followed_from_queue_to_end(server: FakeComfy, client: ComfyClient) -> None:
    server.running = [[0, OTHER, {}, {}, []]]
    server.pending = [[1, ID, GRAPH, {}, []]]
    about = json.dumps({"node_id": "9", "prompt_id": ID, "image_type": "image/jpeg"}).encode()

    def script(socket: Socket) -> None:
        seen_queue.wait(5)
        server.pending = []
        run(server)
        socket.send("execution_start", prompt_id=ID)
        socket.send("execution_cached", prompt_id=ID, nodes=["1", "3", "5", "6", "7"])
        socket.send("executing", node="9", display_node="9", prompt_id=ID)
        step(socket, 1)
        socket.send_frame(2, struct.pack(">II", 4, len(about)) + about + JPEG)
        step(socket, 2)
        end(server, socket)

    seen_queue = threading.Event()
    server.on_socket = script
    seen: list[WatchMessage] = []
    reports: list[Progress] = []

    def take(message: WatchMessage) -> None:
        seen.append(message)
        seen_queue.set()

    entry = watch(client, ID, GRAPH, JobContext(reports.append), take, PACE)

    assert str(video_of(entry, "12")) == "restitch/segment_00001_.mp4"
    assert seen == [
        Queued(1),
        NodeStarted("9", "Sampler of the lake"),
        Step("9", 1, 20, 1, 20),
        Preview(JPEG, "image/jpeg"),
        Step("9", 2, 20, 2, 20),
    ]
    assert Progress("Sampler of the lake", 2, 20) in reports
    (socket,) = server.sockets
    assert socket.client_id == "reviewer-1"
    assert socket.first_message == {
        "type": "feature_flags",
        "data": {"supports_preview_metadata": True},
    }
    assert socket.closed.wait(30), "the socket is closed when the watch is over"


def test_messages_about_other_prompts_are_not_ours(server: FakeComfy, client: ComfyClient) -> None:
    def script(socket: Socket) -> None:
        server.wait_until_asked()
        about = json.dumps({"node_id": "9", "prompt_id": OTHER}).encode()
        step(socket, 7, OTHER)
        socket.send_frame(2, struct.pack(">II", 4, len(about)) + about + JPEG)
        socket.send_frame(2, struct.pack(">II", 1, 1) + JPEG)  # of the prompt that runs: not ours
        socket.send("executing", node="9", prompt_id=OTHER)
        socket.send("execution_success", prompt_id=OTHER)
        socket.send("executing", node=None, prompt_id=OTHER)
        socket.send_frame(1, b"not even JSON")
        socket.send_frame(2, b"junk")
        socket.send("a_message_of_the_future", prompt_id=ID)
        server.finish(ID, OUTPUTS)

    server.pending = [[1, ID, GRAPH, {}, []]]
    server.on_socket = script
    seen: list[WatchMessage] = []
    follow(client, seen)
    assert seen == [Queued(0)]


def test_an_old_preview_frame_is_ours_while_ours_runs(
    server: FakeComfy, client: ComfyClient
) -> None:
    def script(socket: Socket) -> None:
        server.wait_until_asked()
        socket.send("executing", node="9", prompt_id=ID)
        socket.send_frame(2, struct.pack(">II", 1, 2) + b"\x89PNG")
        end(server, socket)

    run(server)
    server.on_socket = script
    seen: list[WatchMessage] = []
    follow(client, seen)
    assert Preview(b"\x89PNG", "image/png") in seen


def test_a_deaf_socket_costs_progress_only(server: FakeComfy, client: ComfyClient) -> None:
    run(server)
    server.on_socket = lambda _socket: server.finish(ID, OUTPUTS)
    assert follow(client).outputs == OUTPUTS


def test_a_server_without_a_socket_is_asked(server: FakeComfy, client: ComfyClient) -> None:
    run(server)
    server.refuse_sockets = True
    asked = 0

    def queue(_request: Request) -> Reply:
        nonlocal asked
        asked += 1
        if asked == 3:
            server.finish(ID, OUTPUTS)
        return Reply(json={"queue_running": server.running, "queue_pending": []})

    server.answers["/queue"] = queue
    assert follow(client).outputs == OUTPUTS


def test_a_dropped_socket_is_opened_again_after_the_old_one_has_ended(
    server: FakeComfy, client: ComfyClient
) -> None:
    def script(socket: Socket) -> None:
        if len(server.sockets) == 1:
            step(socket, 5)
            socket.drop()
            return
        assert server.sockets[0].closed.wait(30)
        server.wait_until_asked()
        socket.send("executing", node="9")  # after a reconnect it names no prompt
        nodes = {"9": {"value": 9, "max": 20, "state": "running", "prompt_id": ID}}
        socket.send("progress_state", prompt_id=ID, nodes=nodes)
        end(server, socket)

    run(server)
    server.on_socket = script
    seen: list[WatchMessage] = []
    follow(client, seen)
    assert [message.done for message in seen if isinstance(message, Step)] == [5, 9]
    assert len(server.sockets) == 2


def test_a_silent_socket_is_closed_and_opened_anew(server: FakeComfy, client: ComfyClient) -> None:
    def script(socket: Socket) -> None:
        if len(server.sockets) == 2:
            assert server.sockets[0].closed.wait(30)
            end(server, socket)

    run(server)
    server.on_socket = script
    follow(client, pace=Pace(quiet_socket_s=0.2, socket_retry_s=0.05, tick_s=0.02))
    assert len(server.sockets) == 2


def test_late_history_is_waited_for(server: FakeComfy, client: ComfyClient) -> None:
    def script(socket: Socket) -> None:
        server.running = []
        socket.send("execution_success", prompt_id=ID)
        socket.send("executing", node=None, prompt_id=ID)
        threading.Timer(0.6, server.finish, (ID, OUTPUTS)).start()  # beyond PACE.lost_after_s

    run(server)
    server.on_socket = script
    assert follow(client).outputs == OUTPUTS


def test_a_prompt_in_neither_queue_nor_history_is_lost(
    server: FakeComfy, client: ComfyClient
) -> None:
    with pytest.raises(JobLost, match="The server no longer knows this job") as caught:
        follow(client)
    assert not caught.value.retryable
    assert len([each for each in server.requests if each.path == "/queue"]) >= 2
    assert not server.posts("/prompt"), "nothing is ever sent again"


def test_a_prompt_unknown_for_a_moment_is_not_lost(server: FakeComfy, client: ComfyClient) -> None:
    threading.Timer(0.1, server.finish, (ID, OUTPUTS)).start()
    assert follow(client).outputs == OUTPUTS


def error_status(**changes: object) -> dict[str, object]:
    error = {"prompt_id": ID, "node_id": "9", "node_type": "KSampler", "executed": []}
    messages = [["execution_start", {}], ["execution_error", {**error, **changes}]]
    return {"status_str": "error", "completed": False, "messages": messages}


def test_a_failure_names_the_node_and_its_message(server: FakeComfy, client: ComfyClient) -> None:
    status = error_status(exception_type="ValueError", exception_message="bad sigma\nmore")
    server.end(ID, status, OUTPUTS)
    with pytest.raises(ExecutionFailed) as caught:
        follow(client)
    assert caught.value.title == "ComfyUI failed at Sampler of the lake"
    assert caught.value.detail == "bad sigma"
    assert not caught.value.out_of_memory


def test_out_of_memory_gets_its_own_advice(server: FakeComfy, client: ComfyClient) -> None:
    message = "CUDA out of memory. Tried to allocate 20.00 GiB.\nThis error means\n\nTIPS: ..."
    server.end(ID, error_status(exception_type="torch.OutOfMemoryError", exception_message=message))
    with pytest.raises(ExecutionFailed) as caught:
        follow(client)
    assert caught.value.out_of_memory
    assert "fewer frames" in caught.value.hint
    assert "TIPS" not in str(caught.value)


def test_an_interruption_is_no_failure_of_a_node(server: FakeComfy, client: ComfyClient) -> None:
    data = {"prompt_id": ID, "node_id": "9", "node_type": "KSampler"}
    server.end(
        ID,
        {"status_str": "error", "completed": False, "messages": [["execution_interrupted", data]]},
    )
    with pytest.raises(JobInterrupted, match="stopped on the server"):
        follow(client)


def test_a_server_that_goes_away_is_watched_again_later_by_the_same_id(
    server: FakeComfy, client: ComfyClient
) -> None:
    run(server)
    trouble = Reply(500, body=b"500 Internal Server Error")
    server.on_socket = lambda _socket: server.answers.update({"/queue": lambda _request: trouble})
    with pytest.raises(ComfyUnreachable) as caught:
        follow(client)
    assert caught.value.retryable
    server.answers.clear()
    server.on_socket = lambda socket: end(server, socket)
    assert follow(client).outputs == OUTPUTS
    assert not server.posts("/prompt")
    assert not server.posts(f"/api/jobs/{ID}/cancel")


def test_cancelling_stops_the_prompt_on_the_server(server: FakeComfy, client: ComfyClient) -> None:
    ctx = JobContext()
    run(server)
    server.on_socket = lambda _socket: ctx.cancel()
    with pytest.raises(JobCancelled):
        follow(client, ctx=ctx)
    assert len(server.posts(f"/api/jobs/{ID}/cancel")) == 1


def test_suspending_leaves_the_prompt_running(server: FakeComfy, client: ComfyClient) -> None:
    ctx = JobContext()
    run(server)
    server.on_socket = lambda _socket: ctx.suspend()
    with pytest.raises(JobSuspended):
        follow(client, ctx=ctx)
    assert not [each for each in server.requests if each.method == "POST"]


def test_a_cancel_that_cannot_reach_the_server_still_ends_soon(
    server: FakeComfy, client: ComfyClient, caplog: pytest.LogCaptureFixture
) -> None:
    def stall(_request: Request) -> Reply:
        server.wait_stalled(STALL_S)
        return Reply()

    ctx = JobContext()
    run(server)
    server.answers[f"/api/jobs/{ID}/cancel"] = stall
    server.on_socket = lambda _socket: ctx.cancel()
    began = time.monotonic()
    with pytest.raises(JobCancelled):
        follow(client, ctx=ctx)
    assert time.monotonic() - began < STALL_S
    assert "could not be cancelled on the server" in caplog.text


def test_a_listener_that_raises_ends_the_watch_and_leaves_no_socket(
    server: FakeComfy, client: ComfyClient
) -> None:
    def fail(_message: WatchMessage) -> None:
        raise KeyError("a bug of ours")

    run(server)
    server.on_socket = lambda socket: step(socket, 1)
    with pytest.raises(KeyError):
        watch(client, ID, GRAPH, JobContext(), fail, PACE)
    assert server.sockets[0].closed.wait(30)
