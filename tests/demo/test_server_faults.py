"""Each fault the server can be told to have, seen from the other side of a real socket."""

from __future__ import annotations

import time
from io import BytesIO

import av
import pytest
import requests
from websocket import WebSocketException, WebSocketTimeoutException

from restitch_app.demo.server import AnswerFault, DemoServer, Faults
from tests.demo.conftest import SMALL, Talk, decoded, workflow


def test_an_answer_fault_happens_as_often_as_told(talk: Talk, server: DemoServer) -> None:
    server.faults = Faults(answers=(AnswerFault("/queue", "status", status=503, times=2),))
    assert [talk.get("/queue").status_code for _ in range(3)] == [503, 503, 200]


def test_faults_are_set_over_http(talk: Talk) -> None:
    fault = {"route": "/history", "does": "status", "status": 502}
    assert talk.post("/restitch-demo/faults", {"answers": [fault]}).status_code == 200
    assert talk.get("/api/history").status_code == 502
    assert talk.get("/history").status_code == 200
    assert talk.post("/restitch-demo/faults", {"no_such_fault": 1}).status_code == 400
    assert talk.post("/restitch-demo/faults", {"output_file": "no such way"}).status_code == 400


def test_a_stalled_route_says_nothing_and_then_hangs_up(talk: Talk, server: DemoServer) -> None:
    server.faults = Faults(answers=(AnswerFault("/queue", "stall", seconds=30),))
    with pytest.raises(requests.ReadTimeout):
        requests.get(f"{server.url}/queue", timeout=0.3)
    server.faults = Faults(answers=(AnswerFault("/queue", "stall", seconds=0.1),))
    with pytest.raises(requests.ConnectionError):
        talk.get("/queue")


@pytest.mark.parametrize(
    "fault", [AnswerFault("/queue", "drop"), AnswerFault("/queue", "garbage", status=0)]
)
def test_a_dropped_or_garbled_connection(
    talk: Talk, server: DemoServer, fault: AnswerFault
) -> None:
    server.faults = Faults(answers=(fault,))
    with pytest.raises(requests.ConnectionError):
        talk.get("/queue")
    assert talk.get("/queue").status_code == 200


def test_a_garbage_body_is_no_json(talk: Talk, server: DemoServer) -> None:
    server.faults = Faults(answers=(AnswerFault("/queue", "garbage", status=200),))
    answer = talk.get("/queue")
    assert answer.status_code == 200
    with pytest.raises(requests.JSONDecodeError):
        answer.json()


def test_a_slow_answer_is_the_true_one(talk: Talk, server: DemoServer) -> None:
    server.faults = Faults(answers=(AnswerFault("/queue", "slow", seconds=0.3),))
    before = time.monotonic()
    assert talk.get("/queue").json()["queue_running"] == []
    assert time.monotonic() - before >= 0.3


def test_connections_are_refused_for_a_while_and_nothing_is_forgotten(
    talk: Talk, server: DemoServer
) -> None:
    prompt_id, _, _ = talk.run(workflow())
    server.refuse(120)
    until_refused(talk)
    server.come_back()
    until_up(talk)
    assert prompt_id in talk.get("/history").json()


def test_a_crash_cuts_sockets_and_empties_the_memory_but_not_the_folders(
    talk: Talk, server: DemoServer
) -> None:
    finished, _, _ = talk.run(workflow())
    entry = talk.output(finished)
    server.faults = Faults(crash_at_step=3, crash_down_s=0.3)
    heard = talk.listen("me")
    lost = talk.submit(workflow(seed=9, steps=50), client_id="me")
    with pytest.raises((WebSocketException, ConnectionError)):
        heard.until("execution_success")
    until_up(talk)
    assert talk.get("/history").json() == {}
    assert talk.get(f"/history/{lost}").json() == {}
    assert talk.get("/queue").json() == {"queue_running": [], "queue_pending": []}
    assert len(decoded(talk.download(entry))) == SMALL.length
    assert talk.post("/prompt", {"prompt": workflow()}).json()["number"] == 0
    assert server.prompts_received == 3


def test_a_lost_job_is_in_neither_queue_nor_history(talk: Talk, server: DemoServer) -> None:
    server.faults = Faults(lose_job_at_step=2)
    heard = talk.listen("me")
    prompt_id = talk.submit(workflow(), client_id="me")
    heard.until("progress", value=1)
    wait_until(lambda: not talk.get("/queue").json()["queue_running"])
    assert talk.get(f"/history/{prompt_id}").json() == {}


def test_the_socket_drops_at_a_step_and_the_job_goes_on(talk: Talk, server: DemoServer) -> None:
    server.faults = Faults(drop_socket_at_step=2)
    heard = talk.listen("me")
    prompt_id = talk.submit(workflow(), client_id="me")
    with pytest.raises((WebSocketException, ConnectionError)):
        heard.until("execution_success")
    wait_until(lambda: prompt_id in talk.get("/history").json())


def test_the_socket_goes_deaf_at_a_step_and_stays_open(talk: Talk, server: DemoServer) -> None:
    server.faults = Faults(deaf_socket_at_step=2)
    heard = talk.listen("me")
    prompt_id = talk.submit(workflow(), client_id="me")
    heard.socket.settimeout(1.0)
    with pytest.raises(WebSocketTimeoutException):
        heard.until("execution_success")
    assert prompt_id in talk.get("/history").json()


def test_a_node_error_names_the_node(talk: Talk, server: DemoServer) -> None:
    server.faults = Faults(fail_at_class="VAEDecode")
    prompt_id, _, kinds = talk.run(workflow())
    assert "execution_error" in kinds
    assert talk.history(prompt_id)["status"]["status_str"] == "error"  # type: ignore[index]
    _, _, again = talk.run(workflow())
    assert "execution_success" in again


@pytest.mark.parametrize("how", ["truncated", "huge_length"])
def test_a_download_that_ends_before_its_length(talk: Talk, server: DemoServer, how: str) -> None:
    prompt_id, _, _ = talk.run(workflow())
    entry = talk.output(prompt_id)
    whole = talk.download(entry)
    server.faults = Faults.from_json({"download": how})
    with requests.get(f"{server.url}/view", params=entry, stream=True, timeout=120) as answer:
        claimed = int(answer.headers["content-length"])
        assert claimed == (len(whole) if how == "truncated" else 1 << 40)
        with pytest.raises(requests.exceptions.ChunkedEncodingError):
            list(answer.iter_content(1 << 16))
    assert talk.download(entry) == whole


def test_half_a_file_honestly_sized_and_a_vanished_one(talk: Talk, server: DemoServer) -> None:
    prompt_id, _, _ = talk.run(workflow())
    entry = talk.output(prompt_id)
    whole = talk.download(entry)
    server.faults = Faults(download="half_file")
    assert talk.download(entry) == whole[: len(whole) // 2]
    server.faults = Faults(download="vanished")
    assert talk.get("/view", **entry).status_code == 404


@pytest.mark.parametrize("extra", [-3, 4])
def test_a_wrong_frame_count(talk: Talk, server: DemoServer, extra: int) -> None:
    server.faults = Faults(extra_frames=extra)
    prompt_id, _, _ = talk.run(workflow())
    assert len(decoded(talk.download(talk.output(prompt_id)))) == SMALL.length + extra


def test_a_wrong_size(talk: Talk, server: DemoServer) -> None:
    server.faults = Faults(output_size=(80, 48))
    prompt_id, _, _ = talk.run(workflow())
    assert decoded(talk.download(talk.output(prompt_id)))[0].shape == (48, 80, 3)


def test_outputs_with_nothing_to_see_in_them(talk: Talk, server: DemoServer) -> None:
    server.faults = Faults(output_file="zero_bytes")
    empty, _, _ = talk.run(workflow(prefix="empty"))
    assert talk.download(talk.output(empty)) == b""
    server.faults = Faults(output_file="no_frames")
    frameless, _, _ = talk.run(workflow(prefix="frameless"))
    data = talk.download(talk.output(frameless))
    with av.open(BytesIO(data)) as clip:
        assert len(clip.streams.audio) == 1
        assert len(clip.streams.video) == 0
    server.faults = Faults(output_file="garbage")
    garbled, _, _ = talk.run(workflow(prefix="garbled"))
    assert talk.download(talk.output(garbled)).startswith(b"\x00\x00\x00\x20ftypisom\x00\x00")


def test_a_file_name_that_leaves_the_folder_is_reported(talk: Talk, server: DemoServer) -> None:
    server.faults = Faults(output_name="../../x.mp4")
    prompt_id, _, _ = talk.run(workflow())
    assert talk.output(prompt_id)["filename"] == "../../x.mp4"


def test_a_late_history_entry_appears_after_the_last_message(
    talk: Talk, server: DemoServer
) -> None:
    server.faults = Faults(late_history_ms=400)
    prompt_id, _, kinds = talk.run(workflow())
    assert "execution_success" in kinds
    assert talk.get(f"/history/{prompt_id}").json() == {}
    wait_until(lambda: prompt_id in talk.get("/history").json())


def test_a_200_whose_wanted_output_never_runs(talk: Talk, server: DemoServer) -> None:
    server.faults = Faults(node_errors=True)
    answer = talk.post("/prompt", {"prompt": workflow()})
    assert answer.status_code == 200
    assert answer.json()["node_errors"]["12"]["dependent_outputs"] == ["12"]
    prompt_id = answer.json()["prompt_id"]
    wait_until(lambda: prompt_id in talk.get("/history").json())
    assert talk.history(prompt_id)["outputs"] == {}


def test_a_success_without_outputs(talk: Talk, server: DemoServer) -> None:
    server.faults = Faults(missing_output=True)
    prompt_id, _, kinds = talk.run(workflow())
    assert "execution_success" in kinds
    assert talk.history(prompt_id)["outputs"] == {}


def wait_until(holds: object, seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    assert callable(holds)
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def until_refused(talk: Talk) -> None:
    def refused() -> bool:
        try:
            talk.get("/queue")
        except requests.ConnectionError:
            return True
        return False

    wait_until(refused)


def until_up(talk: Talk) -> None:
    def answers() -> bool:
        try:
            return talk.get("/queue").status_code == 200
        except requests.ConnectionError:
            return False

    wait_until(answers)
