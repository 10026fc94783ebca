"""Frames and answers that no ComfyUI should send: none ends a watch, none becomes a number."""

from __future__ import annotations

import struct
import threading

import pytest

from restitch_app.comfy.errors import ComfyError, ComfyUnreachable, JobInterrupted
from restitch_app.comfy.loose import JsonObject, as_count
from restitch_app.comfy.server import listen
from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.history import Outcome, entry_in, state_in
from restitch_app.comfy.server.messages import parse_binary, parse_text
from restitch_app.comfy.server.news import NodeStarted, Step, WatchMessage
from restitch_app.comfy.server.watch import watch
from restitch_app.domain.progress import JobContext
from tests.comfy.conftest import PACE, TIMEOUTS
from tests.comfy.fake_server import GRAPH, FakeComfy, Reply, Socket

ID = "0b5ec0de-0000-4000-8000-000000000001"
DEEP = "[" * 100_000

_MINE = f',"prompt_id":"{ID}"}}}}'
FRAMES = (
    "NaN", "null", "[]", '"text"', "12", DEEP, '{"type":"progress","data":null}',
    '{"type":"progress","data":{"value":NaN,"max":20,"node":"9"' + _MINE,
    '{"type":"progress","data":{"value":1,"max":Infinity,"node":"9"' + _MINE,
    '{"type":"progress","data":{"value":-Infinity,"max":-1,"node":"9"' + _MINE,
    '{"type":"progress","data":{"value":"one","max":{},"node":[]' + _MINE,
    '{"type":"progress","data":{"value":1e400,"max":1e999,"node":"9"' + _MINE,
    '{"type":"progress_state","data":{"nodes":[1,2]' + _MINE,
    '{"type":"progress_state","data":{"nodes":{"9":7,"x":null}' + _MINE,
    '{"type":"executing","data":{"node":{"a":1}' + _MINE,
    '{"type":"execution_cached","data":{"nodes":{"9":1}' + _MINE,
    '{"type":["executing"],"data":{"node":"9"}}',
    '{"type":"status","data":7}',
    '{"type":"executing","data":{"node":"9","prompt_id":17}}',
)  # fmt: skip


def test_odd_frames_are_passed_over(server: FakeComfy, client: ComfyClient) -> None:
    heard = threading.Event()

    def script(socket: Socket) -> None:
        server.wait_until_asked()
        for frame in FRAMES:
            socket.send_frame(1, frame.encode())
        socket.send_frame(1, b"\xff\xfe\x00 no UTF-8")
        for data in (b"", b"\0" * 3, b"\0" * 8, struct.pack(">II", 4, 2**31) + b"{}"):
            socket.send_frame(2, data)
        socket.send_frame(2, struct.pack(">II", 4, len(DEEP)) + DEEP.encode())
        socket.send("progress", value=3, max=20, node="9", prompt_id=ID)
        heard.wait(10)
        server.finish(ID, {"12": {"images": []}})
        socket.send("executing", node=None, prompt_id=ID)

    server.running = [[1, ID, GRAPH, {}, []]]
    server.on_socket = script
    seen: list[WatchMessage] = []

    def take(message: WatchMessage) -> None:
        seen.append(message)
        if isinstance(message, Step) and message.value == 3:
            heard.set()

    entry = watch(client, ID, GRAPH, JobContext(), take, PACE)
    assert entry.outcome is Outcome.SUCCEEDED
    steps = [one for one in seen if isinstance(one, Step)]
    assert steps[-1] == Step("9", 3, 20, 3, 20)
    assert all(0 <= one.done <= one.total for one in steps)


@pytest.mark.parametrize("is_whole", [True, False], ids=["one frame", "pieces"])
def test_a_message_that_would_fill_the_memory_is_not_taken(
    server: FakeComfy, monkeypatch: pytest.MonkeyPatch, is_whole: bool
) -> None:
    monkeypatch.setattr(listen, "LARGEST_MESSAGE_BYTES", 3000)

    def script(socket: Socket) -> None:
        socket.send_frame(2, bytes(1500), is_last=False)  # within the limit, in two pieces
        socket.send_frame(0, bytes(1400))
        socket.send("status")
        if is_whole:
            socket.send_frame(2, bytes(3001))
        else:
            socket.send_frame(2, bytes(1500), is_last=False)
            socket.send_frame(9, b"ping")
            socket.send_frame(0, bytes(1501))

    server.on_socket = script
    with listen.Listener(server.url, "tester", TIMEOUTS) as listener:
        while not listener.receive(5.0):
            pass
        with pytest.raises(ComfyUnreachable, match="larger than any"):
            _listen_on(listener)


def _listen_on(listener: listen.Listener) -> None:
    for _ in range(5):
        listener.receive(5.0)


@pytest.mark.parametrize("frame", FRAMES)
def test_each_frame_alone(frame: str) -> None:
    for message in parse_text(frame):
        assert "NaN" not in repr(message)


def test_a_node_that_came_up_while_it_ran_is_called_like_its_own(
    server: FakeComfy, client: ComfyClient
) -> None:
    def script(socket: Socket) -> None:
        server.wait_until_asked()
        said = {"prompt_id": ID}
        socket.send("executing", node="9.0.0.1", display_node="9", **said)
        socket.send("executing", node="9:4", display_node="9:4", **said)
        socket.send("executing", node="77", display_node="77", **said)
        server.finish(ID, {})
        socket.send("executing", node=None, **said)

    server.running = [[1, ID, GRAPH, {}, []]]
    server.on_socket = script
    seen: list[WatchMessage] = []
    watch(client, ID, GRAPH, JobContext(), seen.append, PACE)
    titles = [one.title for one in seen if isinstance(one, NodeStarted)]
    assert titles == ["Sampler of the lake", "Sampler of the lake", "77"]


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b"NaN", b"<html>", DEEP.encode(), b"\xff"])
@pytest.mark.parametrize("path", ["/queue", f"/history/{ID}", "/system_stats"])
def test_an_answer_that_is_no_object_is_no_comfyui(
    server: FakeComfy, client: ComfyClient, path: str, body: bytes
) -> None:
    server.answers[path] = lambda _request: Reply(body=body)
    with pytest.raises(ComfyUnreachable):
        client.health() if path == "/system_stats" else client.state_of(ID)


@pytest.mark.parametrize("body", [b"", b"null", b"[]", DEEP.encode(), b'{"prompt_id":7}'])
def test_an_odd_answer_to_a_prompt_is_one_of_our_errors(
    server: FakeComfy, client: ComfyClient, body: bytes
) -> None:
    server.answers["/prompt"] = lambda _request: Reply(body=body)
    with pytest.raises(ComfyError):
        client.submit(GRAPH, ID)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (None, Outcome.SUCCEEDED),
        ({"status_str": "success", "messages": [1, [], ["execution_start"], None]},
         Outcome.SUCCEEDED),
        ({"status_str": "error", "messages": {"a": 1}}, Outcome.FAILED),
        ({"status_str": "error", "messages": [["execution_interrupted", 5]]},
         Outcome.INTERRUPTED),
        ({"status_str": float("nan"), "messages": [["execution_error", {"node_id": 9}]]},
         Outcome.FAILED),
    ],
)  # fmt: skip
def test_odd_history_entries(status: object, outcome: Outcome) -> None:
    entry = entry_in({ID: {"status": status, "outputs": [], "prompt": 3}}, ID)
    assert entry is not None
    assert entry.outcome is outcome
    failure = entry.failure()
    assert (failure is None) is (outcome is Outcome.SUCCEEDED)
    assert isinstance(failure, JobInterrupted) is (outcome is Outcome.INTERRUPTED)


def test_odd_queues() -> None:
    assert state_in({"queue_running": [3, None, []], "queue_pending": {"a": 1}}, ID) is None
    odd: JsonObject = {"queue_pending": [[float("nan"), "x"], ["one", ID], [2, ID, {}], [1, "y"]]}
    assert state_in(odd, ID) is not None


def test_counts() -> None:
    assert [as_count(one) for one in (float("inf"), float("nan"), -3, True, "4", 2.9)] == [
        0, 0, 0, 0, 0, 2,
    ]  # fmt: skip


def test_a_frame_that_promises_more_than_it_has() -> None:
    assert parse_binary(struct.pack(">II", 4, 50) + b"{}") is None
    assert parse_binary(struct.pack(">II", 1, 9) + b"\xff\xd8") is None
