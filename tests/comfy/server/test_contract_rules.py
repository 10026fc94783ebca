"""Truth after trouble: what ComfyUI's contract says, done by the demo server over real sockets."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
import requests
import websocket
from PIL import Image

from restitch_app.comfy.errors import (
    BadOutput,
    ComfyUnreachable,
    ExecutionFailed,
    JobLost,
    PromptRejected,
)
from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.comfy.server import watch as watching
from restitch_app.comfy.server.client import ComfyClient, upload_name
from restitch_app.comfy.server.history import Finished, HistoryEntry, Outcome, Running, Unknown
from restitch_app.comfy.server.news import NodeStarted, Step, WatchMessage
from restitch_app.comfy.server.outputs import files_of, video_of
from restitch_app.comfy.server.watch import Pace, watch
from restitch_app.comfy.server.wire import Timeouts
from restitch_app.demo.server import NEW, OLD, AnswerFault, DemoServer, Faults, Manner, telling
from restitch_app.demo.workflow import DemoSettings, demo_workflow
from restitch_app.domain.errors import JobCancelled
from restitch_app.domain.progress import JobContext
from tests.comfy.conftest import PACE

TIMEOUTS = Timeouts(connect_s=1, read_s=1, answer_s=3, submit_s=2, cancel_s=1)
SETTINGS = DemoSettings(image="none.png", seed=7, steps=4, length=9, width=96, height=64)
VIDEO = "12"
QUICK = replace(PACE, quiet_socket_s=0.4)


@pytest.fixture(params=[NEW, OLD])
def demo(request: pytest.FixtureRequest) -> Iterator[DemoServer]:
    """Each rule holds for both versions."""
    with DemoServer(manner=Manner(request.param)) as server:
        yield server


@pytest.fixture
def ours(demo: DemoServer) -> Iterator[ComfyClient]:
    with ComfyClient(demo.url, timeouts=TIMEOUTS) as client:
        yield client


def picture() -> bytes:
    file = BytesIO()
    Image.linear_gradient("L").resize((96, 64)).convert("RGB").save(file, "PNG")
    return file.getvalue()


def prompt_on(client: ComfyClient, **changes: object) -> JsonObject:
    name = client.upload_image(upload_name(picture()), picture())
    return dict(demo_workflow(replace(SETTINGS, image=name, **changes)))  # type: ignore[arg-type]


def inputs(prompt: JsonObject, node: str) -> JsonObject:
    return as_object(as_object(prompt[node])["inputs"])


def send(client: ComfyClient, prompt: JsonObject) -> str:
    prompt_id = str(uuid.uuid4())
    client.submit(prompt, prompt_id, output_node=VIDEO)
    return prompt_id


def follow(
    client: ComfyClient,
    prompt: JsonObject,
    seen: list[WatchMessage] | None = None,
    pace: Pace = PACE,
) -> HistoryEntry:
    listener = (seen if seen is not None else []).append
    return watch(client, send(client, prompt), prompt, JobContext(), listener, pace)


def test_a_second_socket_with_our_name_leaves_ours_deaf(
    demo: DemoServer, ours: ComfyClient
) -> None:
    """As of a program that was started twice: the render is followed to its end all the same."""
    prompt = prompt_on(ours, steps=60)
    seen: list[WatchMessage] = []
    rogue: list[websocket.WebSocket] = []

    def take(message: WatchMessage) -> None:
        seen.append(message)
        if isinstance(message, Step) and message.done == 3 and not rogue:
            address = demo.url.replace("http", "ws") + f"/ws?clientId={ours.client_id}"
            rogue.append(websocket.create_connection(address, timeout=5))
            rogue[0].close()

    entry = watch(ours, send(ours, prompt), prompt, JobContext(), take, QUICK)
    assert entry.outcome is Outcome.SUCCEEDED
    assert rogue
    assert demo.prompts_executed == 1
    steps = [one.done for one in seen if isinstance(one, Step)]
    assert steps[-1] > 3, "a fresh socket hears again"


def test_a_cached_rerun_brings_the_same_old_file(ours: ComfyClient) -> None:
    prompt = prompt_on(ours)
    first = follow(ours, prompt)
    seen: list[WatchMessage] = []
    second = follow(ours, prompt, seen)
    assert video_of(first, VIDEO) == video_of(second, VIDEO)
    assert not [one for one in seen if isinstance(one, NodeStarted | Step)]


def test_the_file_of_a_cached_rerun_may_be_gone_and_another_prefix_writes_it_anew(
    demo: DemoServer, ours: ComfyClient, tmp_path: Path
) -> None:
    prompt = prompt_on(ours)
    old = video_of(follow(ours, prompt), VIDEO)
    (demo.folders.folder("output") / old.subfolder / old.filename).unlink()
    again = video_of(follow(ours, prompt), VIDEO)
    assert again == old, "the server does not look whether it is still there"
    with pytest.raises(BadOutput, match="no longer on the server"):
        ours.fetch_output(again, tmp_path / "gone.mp4")
    inputs(prompt, VIDEO)["filename_prefix"] = "restitch/fresh"
    seen: list[WatchMessage] = []
    fresh = video_of(follow(ours, prompt, seen), VIDEO)
    assert ours.fetch_output(fresh, tmp_path / "fresh.mp4").size_bytes > 0
    assert not [one for one in seen if isinstance(one, Step)], "only the saver ran"


def test_a_name_that_is_used_again_holds_the_newer_render(
    demo: DemoServer, ours: ComfyClient, tmp_path: Path
) -> None:
    one, other = prompt_on(ours, seed=1), prompt_on(ours, seed=2)
    first = video_of(follow(ours, one), VIDEO)
    before = ours.fetch_output(first, tmp_path / "first.mp4")
    (demo.folders.folder("output") / first.subfolder / first.filename).unlink()
    second = video_of(follow(ours, other), VIDEO)
    assert second == first, "the counter starts again once the file is deleted"
    after = ours.fetch_output(second, tmp_path / "second.mp4")
    assert before.sha256 != after.sha256
    assert (tmp_path / "first.mp4").exists(), "what was fetched before stays"


def test_a_preview_that_would_run_alone_is_taken_back(demo: DemoServer, ours: ComfyClient) -> None:
    """200 with `node_errors`: the video was dropped, a preview branch is queued all the same."""
    prompt = prompt_on(ours, steps=400)
    prompt["40"] = {"class_type": "PreviewImage", "inputs": {"images": ["10", 0]}}
    inputs(prompt, VIDEO).pop("filename_prefix")
    prompt_id = str(uuid.uuid4())
    with pytest.raises(PromptRejected, match="filename_prefix"):
        ours.submit(prompt, prompt_id, output_node=VIDEO)
    until = time.monotonic() + 5
    while isinstance(ours.state_of(prompt_id), Running):
        assert time.monotonic() < until, "nobody wants what it paints"
        time.sleep(0.02)
    assert demo.prompts_received == 1


def test_what_a_failed_prompt_had_finished_is_not_used(demo: DemoServer, ours: ComfyClient) -> None:
    prompt = {
        "20": {"class_type": "SaveImage", "inputs": {
            "images": ["1", 0], "filename_prefix": "early"}},
        **prompt_on(ours),
    }  # fmt: skip
    demo.faults = Faults(fail_at_class="VAEDecode")
    prompt_id = send(ours, prompt)
    with pytest.raises(ExecutionFailed, match="Decode"):
        watch(ours, prompt_id, prompt, JobContext(), None, PACE)
    state = ours.state_of(prompt_id)
    assert isinstance(state, Finished)
    assert "20" in state.entry.outputs
    with pytest.raises(BadOutput, match="did not finish"):
        files_of(state.entry, "20")


def test_trouble_in_plain_text_is_not_the_end_of_a_render(
    demo: DemoServer, ours: ComfyClient
) -> None:
    prompt = prompt_on(ours, steps=40)
    prompt_id = send(ours, prompt)
    demo.faults = Faults(answers=(AnswerFault("/history", "status", status=500, times=1),))
    with pytest.raises(ComfyUnreachable) as caught:
        watch(ours, prompt_id, prompt, JobContext(), None, PACE)
    assert caught.value.retryable
    assert watch(ours, prompt_id, prompt, JobContext(), None, PACE).outcome is Outcome.SUCCEEDED
    assert demo.prompts_executed == 1


def test_the_prompts_of_others_are_nothing_to_us(demo: DemoServer, ours: ComfyClient) -> None:
    """One of a client that we hear of in the queue alone, one without a client that all hear."""
    prompt = prompt_on(ours, steps=10, seed=3)
    with ComfyClient(demo.url, "somebody else", TIMEOUTS) as theirs:
        theirs.submit(prompt_on(theirs, steps=25, seed=1), str(uuid.uuid4()))
        nobody = {"prompt": prompt_on(theirs, steps=25, seed=2)}
        assert requests.post(f"{demo.url}/prompt", json=nobody, timeout=5).status_code == 200
        seen: list[WatchMessage] = []
        entry = follow(ours, prompt, seen)
    assert inputs(entry.prompt, "9")["seed"] == 3
    steps = [(one.done, one.total) for one in seen if isinstance(one, Step)]
    assert steps == sorted(set(steps))
    assert steps[-1] == (10, 10)
    assert {total for _, total in steps} == {10}


@pytest.mark.parametrize("clock_ms", [0, 4 * 10**12])
def test_the_servers_clock_may_be_wrong(
    demo: DemoServer, ours: ComfyClient, monkeypatch: pytest.MonkeyPatch, clock_ms: int
) -> None:
    monkeypatch.setattr(telling, "now_ms", lambda: clock_ms)
    assert follow(ours, prompt_on(ours)).outcome is Outcome.SUCCEEDED


def test_a_workstation_that_slept_for_hours_goes_on_where_it_was(
    demo: DemoServer, ours: ComfyClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    prompt = prompt_on(ours, steps=50)
    slept_s = 0.0
    awake = time.monotonic
    clock = SimpleNamespace(monotonic=lambda: awake() + slept_s)
    monkeypatch.setattr(watching, "time", clock)
    seen: list[WatchMessage] = []

    def take(message: WatchMessage) -> None:
        nonlocal slept_s
        seen.append(message)
        if isinstance(message, Step) and message.done == 5:
            slept_s = 8 * 3600.0

    entry = watch(ours, send(ours, prompt), prompt, JobContext(), take, PACE)
    assert entry.outcome is Outcome.SUCCEEDED
    assert [one.done for one in seen if isinstance(one, Step)][-1] == 50, "it hears again"
    assert demo.prompts_executed == 1


def test_asleep_while_the_server_finished(demo: DemoServer, ours: ComfyClient) -> None:
    """Nothing was heard of its end; the books know."""
    prompt = prompt_on(ours, steps=10)
    prompt_id = send(ours, prompt)
    until = time.monotonic() + 10
    while not isinstance(ours.state_of(prompt_id), Finished):
        assert time.monotonic() < until
        time.sleep(0.05)
    with ComfyClient(demo.url, ours.client_id, TIMEOUTS) as later:
        entry = watch(later, prompt_id, prompt, JobContext(), None, PACE)
    assert video_of(entry, VIDEO).filename.endswith(".mp4")


def test_a_restart_forgets_the_prompt_and_keeps_the_files(
    demo: DemoServer, ours: ComfyClient, tmp_path: Path
) -> None:
    done = video_of(follow(ours, prompt_on(ours, seed=1)), VIDEO)
    prompt = prompt_on(ours, steps=500, seed=2)
    prompt_id = send(ours, prompt)
    demo.crash(0.2)
    until = time.monotonic() + 10
    while True:
        try:
            watch(ours, prompt_id, prompt, JobContext(), None, PACE)
        except ComfyUnreachable:
            assert time.monotonic() < until
            time.sleep(0.05)
        except JobLost:
            break
    assert isinstance(ours.state_of(prompt_id), Unknown)
    assert ours.fetch_output(done, tmp_path / "old.mp4").size_bytes > 0
    assert demo.prompts_received == 2, "it was never sent again"


class TestCancel:
    def test_a_waiting_prompt(self, demo: DemoServer, ours: ComfyClient) -> None:
        first = prompt_on(ours, steps=60, seed=1)
        running_id, waiting_id = send(ours, first), send(ours, prompt_on(ours, seed=2))
        ours.cancel(waiting_id)
        assert isinstance(ours.state_of(waiting_id), Unknown)
        entry = watch(ours, running_id, first, JobContext(), None, PACE)
        assert entry.outcome is Outcome.SUCCEEDED, "the one that ran was let alone"
        assert demo.prompts_executed == 1

    def test_a_running_prompt(self, demo: DemoServer, ours: ComfyClient) -> None:
        prompt = prompt_on(ours, steps=1000)
        ctx = JobContext()

        def take(message: WatchMessage) -> None:
            if isinstance(message, Step):
                ctx.cancel()

        prompt_id = send(ours, prompt)
        with pytest.raises(JobCancelled):
            watch(ours, prompt_id, prompt, ctx, take, PACE)
        self._wait_for_end(ours, prompt_id, Outcome.INTERRUPTED)

    def test_one_that_nobody_knows_harms_nobody(self, demo: DemoServer, ours: ComfyClient) -> None:
        prompt = prompt_on(ours, steps=60)
        prompt_id = send(ours, prompt)
        ours.cancel(str(uuid.uuid4()))
        entry = watch(ours, prompt_id, prompt, JobContext(), None, PACE)
        assert entry.outcome is Outcome.SUCCEEDED

    def test_one_that_has_ended_stays_as_it_is(self, ours: ComfyClient) -> None:
        prompt = prompt_on(ours)
        entry = follow(ours, prompt)
        ours.cancel(entry.prompt_id)
        assert follow(ours, prompt_on(ours, seed=8)).outcome is Outcome.SUCCEEDED

    def test_a_node_that_does_not_stop_runs_to_its_end_first(
        self, demo: DemoServer, ours: ComfyClient
    ) -> None:
        demo.faults = Faults(stubborn_class="KSampler")
        prompt_id = send(ours, prompt_on(ours, steps=60))
        until = time.monotonic() + 10
        while not isinstance(ours.state_of(prompt_id), Running):
            assert time.monotonic() < until
            time.sleep(0.01)
        ours.cancel(prompt_id)
        assert isinstance(ours.state_of(prompt_id), Running), "it is not over yet"
        self._wait_for_end(ours, prompt_id, Outcome.INTERRUPTED)

    def _wait_for_end(self, client: ComfyClient, prompt_id: str, outcome: Outcome) -> None:
        until = time.monotonic() + 10
        while not isinstance(state := client.state_of(prompt_id), Finished):
            assert time.monotonic() < until
            time.sleep(0.02)
        assert state.entry.outcome is outcome


def test_no_thread_is_left(demo: DemoServer, ours: ComfyClient) -> None:
    before = threading.enumerate()
    follow(ours, prompt_on(ours))
    left = [one.name for one in threading.enumerate() if one not in before]
    assert [name for name in left if not name.startswith("asyncio")] == []  # the demo server's own
