from __future__ import annotations

import json
import socket
import threading
import time
import uuid
from collections.abc import Mapping

import pytest

from restitch_app.comfy.errors import (
    ComfyRefused,
    ComfyUnreachable,
    NodeOrModelMissing,
    PromptRejected,
)
from restitch_app.comfy.server.client import ComfyClient, upload_name
from restitch_app.comfy.server.history import Finished, Outcome, Pending, Running, Unknown
from restitch_app.domain.errors import WrongUse
from tests.comfy.conftest import TIMEOUTS
from tests.comfy.fake_server import GRAPH, FakeComfy, Reply, Request

PROMPT_ID = "0b5ec0de-0000-4000-8000-000000000001"
STALL_S = 30
"""What is given up ends earlier."""
OTHER_ID = "0b5ec0de-0000-4000-8000-000000000002"


def test_health_reports_version_and_devices(server: FakeComfy, client: ComfyClient) -> None:
    stats = {
        "system": {"comfyui_version": "0.33.0", "os": "linux"},
        "devices": [{"name": "cuda:0 Some Card", "vram_free": 1 << 34}],
    }
    server.answers["/system_stats"] = lambda _request: Reply(json=stats)
    facts = client.health()
    assert (facts.version, facts.devices) == ("0.33.0", ("cuda:0 Some Card",))
    assert facts.vram_free_bytes == 1 << 34


def test_a_request_that_hangs_is_ended_from_another_thread(server: FakeComfy) -> None:
    asked, ended = threading.Event(), threading.Event()

    def stall(_request: Request) -> Reply:
        asked.set()
        server.wait_stalled(STALL_S)
        return Reply()

    def ask() -> None:
        with pytest.raises(ComfyUnreachable):
            client.all_object_info()
        with pytest.raises(ComfyUnreachable) as never_sent:
            client.all_object_info()
        assert never_sent.value.surely_not_taken
        ended.set()

    server.answers["/object_info"] = stall
    with ComfyClient(server.url) as client:
        asking = threading.Thread(target=ask)
        asking.start()
        assert asked.wait(5)
        client.abort()
        assert ended.wait(5)
        asking.join()
        assert ended.wait(2)
        asking.join()


@pytest.mark.parametrize(
    "reply",
    [
        Reply(500, body=b"500 Internal Server Error\n\nServer got itself in trouble"),
        Reply(200, body=b"<html>a router's page</html>"),
        Reply(200, json=[]),
        Reply(200, json={}),
        Reply(404),
        Reply(200, json={"system": {}}, announced_length=5000),
        Reply(200, body=b" " * (2 << 20)),
    ],
    ids=["5xx", "html", "list", "other service", "404", "cut short", "huge"],
)
def test_what_does_not_answer_as_comfyui_is_unreachable_and_worth_another_try(
    server: FakeComfy, client: ComfyClient, reply: Reply
) -> None:
    server.answers["/system_stats"] = lambda _request: reply
    with pytest.raises(ComfyUnreachable) as caught:
        client.health()
    assert caught.value.retryable
    assert server.url in str(caught.value)


def test_a_server_that_keeps_us_out_is_not_asked_again(
    server: FakeComfy, client: ComfyClient
) -> None:
    server.answers["/system_stats"] = lambda _request: Reply(403, body=b"forbidden")
    with pytest.raises(ComfyRefused, match="403: forbidden") as caught:
        client.health()
    assert not caught.value.retryable


def test_a_refused_connection_is_unreachable() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with (
        ComfyClient(f"127.0.0.1:{port}", "reviewer-1", TIMEOUTS) as client,
        pytest.raises(ComfyUnreachable, match="connection refused"),
    ):
        client.health()


def test_a_hanging_server_is_given_up_in_time(server: FakeComfy, client: ComfyClient) -> None:
    def stall(_request: Request) -> Reply:
        server.wait_stalled(STALL_S)
        return Reply()

    server.answers["/system_stats"] = stall
    began = time.monotonic()
    with pytest.raises(ComfyUnreachable, match="no answer in time"):
        client.health()
    assert time.monotonic() - began < STALL_S


@pytest.mark.parametrize(
    "url", ["", "ftp://host", "http://", "http://host:99999", "http://[::1", "::::"]
)
def test_an_address_that_is_none_is_wrong_use(url: str) -> None:
    with pytest.raises(WrongUse, match="not a server address"):
        ComfyClient(url)


def test_upload_returns_the_name_that_the_server_gave(
    server: FakeComfy, client: ComfyClient
) -> None:
    server.answers["/upload/image"] = lambda _request: Reply(
        json={"name": "a (1).png", "subfolder": "in here", "type": "input"}
    )
    name = upload_name(b"picture")
    assert client.upload_image(name, b"picture") == "in here/a (1).png"
    (request,) = server.posts("/upload/image")
    assert f'name="image"; filename="{name}"'.encode() in request.body
    assert b"picture" in request.body


def test_an_upload_over_a_limit_is_refused_by_name(server: FakeComfy, client: ComfyClient) -> None:
    with pytest.raises(ComfyRefused, match=r"big\.png, 2 MiB"):
        client.upload_image("big.png", bytes(2 << 20))
    assert not server.requests
    server.answers["/upload/image"] = lambda _request: Reply(
        413, body=b"Maximum request body size 104857600 exceeded."
    )
    with pytest.raises(ComfyRefused, match="104857600"):
        client.upload_image("big.png", b"x")
    page = b"<html>\n<head><title>413 Request Entity Too Large</title></head>" + b" " * 9999
    server.answers["/upload/image"] = lambda _request: Reply(413, body=page)
    with pytest.raises(ComfyRefused) as caught:
        client.upload_image("big.png", b"x")
    assert caught.value.detail == "big.png, 0 MiB"


def test_submit_sends_our_id_and_keeps_a_64_bit_seed(
    server: FakeComfy, client: ComfyClient
) -> None:
    submitted = client.submit(GRAPH, PROMPT_ID, output_node="12")
    assert submitted.prompt_id == PROMPT_ID
    (request,) = server.posts("/prompt")
    assert request.json["client_id"] == "reviewer-1"
    assert f'"seed": {2**63 + 1}'.encode() in request.body
    assert "Origin" not in request.headers


@pytest.mark.parametrize("prompt_id", [PROMPT_ID.upper(), "take-1", PROMPT_ID.replace("-", "")])
def test_an_id_that_newer_servers_refuse_never_leaves(client: ComfyClient, prompt_id: str) -> None:
    with pytest.raises(ValueError, match=r"UUID|uuid"):
        client.submit(GRAPH, prompt_id)


def node_errors(*errors: Mapping[str, object], outputs: tuple[str, ...] = ("12",)) -> object:
    return {"9": {"errors": errors, "dependent_outputs": outputs, "class_type": "KSampler"}}


TOO_BIG = {
    "type": "value_bigger_than_max",
    "message": "Value 500.0 bigger than max of 100.0",
    "details": "cfg",
    "extra_info": {"input_name": "cfg", "received_value": 500.0},
}


def test_a_refusal_names_node_title_and_input_in_comfyuis_words(
    server: FakeComfy, client: ComfyClient
) -> None:
    body = {"error": {"type": "prompt_outputs_failed_validation", "message": "..."},
            "node_errors": node_errors(TOO_BIG)}  # fmt: skip
    server.answers["/prompt"] = lambda _request: Reply(400, json=body)
    with pytest.raises(PromptRejected) as caught:
        client.submit(GRAPH, PROMPT_ID, output_node="12")
    (reason,) = caught.value.reasons
    assert (reason.node_id, reason.input_name) == ("9", "cfg")
    assert str(reason) == "Sampler of the lake ▸ cfg: Value 500.0 bigger than max of 100.0"
    assert not isinstance(caught.value, NodeOrModelMissing)


def test_accepted_with_our_output_broken_is_a_refusal_and_is_cancelled(
    server: FakeComfy, client: ComfyClient
) -> None:
    accepted = {"prompt_id": PROMPT_ID, "number": 4, "node_errors": node_errors(TOO_BIG)}
    server.answers["/prompt"] = lambda _request: Reply(json=accepted)
    with pytest.raises(PromptRejected, match="bigger than max"):
        client.submit(GRAPH, PROMPT_ID, output_node="12")
    assert [each.path for each in server.requests][-1] == f"/api/jobs/{PROMPT_ID}/cancel"


def test_accepted_with_somebody_elses_output_broken_goes_on(
    server: FakeComfy, client: ComfyClient
) -> None:
    broken = node_errors(TOO_BIG, outputs=("14",))
    accepted = {"prompt_id": PROMPT_ID, "number": 4, "node_errors": broken}
    server.answers["/prompt"] = lambda _request: Reply(json=accepted)
    assert client.submit(GRAPH, PROMPT_ID, output_node="12").number == 4
    assert len(server.requests) == 1


def test_a_server_that_makes_its_own_ids_is_refused_and_its_prompt_cancelled(
    server: FakeComfy, client: ComfyClient
) -> None:
    accepted = {"prompt_id": OTHER_ID, "number": 1, "node_errors": {}}
    server.answers["/prompt"] = lambda _request: Reply(json=accepted)
    with pytest.raises(PromptRejected, match="too old"):
        client.submit(GRAPH, PROMPT_ID)
    assert server.requests[-1].path == f"/api/jobs/{OTHER_ID}/cancel"


def test_state_of_tells_pending_running_finished_and_unknown(
    server: FakeComfy, client: ComfyClient
) -> None:
    assert client.state_of(PROMPT_ID) == Unknown()
    # A heap as the server gives it out: not in order; and a number below 0 was put in front.
    server.running = [[3, "a", {}, {}, []]]
    server.pending = [[9, "d", {}, {}, []], [4, PROMPT_ID, {}, {}, []], [-5, "b", {}, {}, []]]
    assert client.state_of(PROMPT_ID) == Pending(ahead=2)
    server.pending = []
    server.running = [[4, PROMPT_ID, {}, {}, []]]
    assert client.state_of(PROMPT_ID) == Running()
    server.finish(PROMPT_ID, {"12": {"images": []}})
    state = client.state_of(PROMPT_ID)
    assert isinstance(state, Finished)
    assert state.entry.outcome is Outcome.SUCCEEDED


def test_a_prompt_that_ends_between_two_questions_is_not_unknown(
    server: FakeComfy, client: ComfyClient
) -> None:
    def queue(_request: Request) -> Reply:
        server.finish(PROMPT_ID)
        return Reply(json={"queue_running": [], "queue_pending": []})

    server.answers["/queue"] = queue
    assert isinstance(client.state_of(PROMPT_ID), Finished)


def test_cancel_on_an_older_server_deletes_and_interrupts_by_id_only(
    server: FakeComfy, client: ComfyClient
) -> None:
    server.has_jobs = False
    client.cancel(PROMPT_ID)
    assert [(each.path, json.loads(each.body)) for each in server.requests][1:] == [
        ("/queue", {"delete": [PROMPT_ID]}),
        ("/interrupt", {"prompt_id": PROMPT_ID}),
    ]


def test_cancel_on_a_newer_server_is_one_request(server: FakeComfy, client: ComfyClient) -> None:
    client.cancel(PROMPT_ID)
    assert [each.path for each in server.requests] == [f"/api/jobs/{PROMPT_ID}/cancel"]


def test_without_an_id_nothing_is_stopped(server: FakeComfy, client: ComfyClient) -> None:
    server.answers["/prompt"] = lambda _request: Reply(json={"prompt_id": None, "number": 1})
    with pytest.raises(PromptRejected):
        client.submit(GRAPH, PROMPT_ID)
    assert [each.path for each in server.requests] == ["/prompt"]


def test_two_clients_without_an_id_do_not_share_one() -> None:
    with ComfyClient("localhost:1") as one, ComfyClient("localhost:1") as other:
        assert one.client_id != other.client_id
        assert str(uuid.UUID(one.client_id)) == one.client_id
