"""The client end to end against the program's own ComfyUI-compatible server."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image

from restitch_app.comfy.bindings.bindings import find_bindings
from restitch_app.comfy.bindings.fill import Value, fill
from restitch_app.comfy.errors import (
    BadOutput,
    ComfyUnreachable,
    ExecutionFailed,
    JobInterrupted,
    JobLost,
    NodeOrModelMissing,
    PromptRejected,
    TruncatedDownload,
)
from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.comfy.server.client import ComfyClient, upload_name
from restitch_app.comfy.server.history import HistoryEntry, Outcome, Pending, Unknown
from restitch_app.comfy.server.news import Preview, Queued, Step, WatchMessage
from restitch_app.comfy.server.outputs import video_of
from restitch_app.comfy.server.watch import watch
from restitch_app.comfy.server.wire import Timeouts
from restitch_app.comfy.workflows.workflow import parse_workflow
from restitch_app.demo.server import AnswerFault, DemoServer, Faults
from restitch_app.demo.workflow import DemoSettings, demo_workflow
from restitch_app.domain.errors import JobCancelled
from restitch_app.domain.progress import JobContext
from tests.comfy.conftest import PACE

WORKFLOW = parse_workflow(
    demo_workflow(DemoSettings(image="none.png", seed=7, steps=4, length=9, width=96, height=64))
)
BINDINGS = find_bindings(WORKFLOW)
LONG = {"steps": 500}


@pytest.fixture
def demo() -> Iterator[DemoServer]:
    with DemoServer() as server:
        yield server


@pytest.fixture
def demo_client(demo: DemoServer) -> Iterator[ComfyClient]:
    timeouts = Timeouts(connect_s=1, read_s=1, answer_s=3, submit_s=2, cancel_s=1)
    with ComfyClient(demo.url, timeouts=timeouts) as client:
        yield client


def picture() -> bytes:
    file = BytesIO()
    Image.linear_gradient("L").resize((96, 64)).convert("RGB").save(file, "PNG")
    return file.getvalue()


def send(client: ComfyClient, **values: Value) -> tuple[str, JsonObject]:
    """Upload, fill and submit; the id is chosen here."""
    stored = client.upload_image(upload_name(picture()), picture())
    prompt = fill(WORKFLOW, BINDINGS, {"seed_frame": stored, **values})
    prompt_id = str(uuid.uuid4())
    client.submit(prompt, prompt_id, output_node=BINDINGS.output_node)
    return prompt_id, prompt


def follow(
    client: ComfyClient,
    prompt_id: str,
    prompt: JsonObject,
    seen: list[WatchMessage] | None = None,
    ctx: JobContext | None = None,
) -> HistoryEntry:
    take = (seen if seen is not None else []).append
    return watch(client, prompt_id, prompt, ctx or JobContext(), take, PACE)


def test_a_render_end_to_end(demo: DemoServer, demo_client: ComfyClient, tmp_path: Path) -> None:
    assert demo_client.health().version
    seen: list[WatchMessage] = []
    # Slow enough that the watch is there before the first step.
    prompt_id, prompt = send(demo_client, seed=2**63 + 11, steps=20)
    entry = follow(demo_client, prompt_id, prompt, seen)

    fetched = demo_client.fetch_output(video_of(entry, BINDINGS.output_node), tmp_path / "v2.mp4")
    assert fetched.size_bytes == (tmp_path / "v2.mp4").stat().st_size > 0
    assert b"ftyp" in (tmp_path / "v2.mp4").read_bytes()[:16]
    assert as_object(as_object(entry.prompt["9"])["inputs"])["seed"] == 2**63 + 11
    steps = [message for message in seen if isinstance(message, Step)]
    assert (steps[-1].done, steps[-1].total) == (20, 20)
    assert any(isinstance(message, Preview) for message in seen)
    assert demo.prompts_received == demo.prompts_executed == 1


def test_an_identical_render_is_cached_and_still_has_its_file(
    demo: DemoServer, demo_client: ComfyClient
) -> None:
    first = follow(demo_client, *send(demo_client))
    second = follow(demo_client, *send(demo_client))
    node = BINDINGS.output_node
    assert video_of(first, node) == video_of(second, node)
    assert first.prompt_id != second.prompt_id


def test_cancelling_a_waiting_prompt_leaves_the_running_one_alone(
    demo: DemoServer, demo_client: ComfyClient
) -> None:
    running_id, running = send(demo_client, seed=1, steps=50)
    waiting_id, waiting = send(demo_client, seed=2)
    assert demo_client.state_of(waiting_id) == Pending(1)
    ctx = JobContext()

    def stop_when_queued(message: WatchMessage) -> None:
        if isinstance(message, Queued):
            ctx.cancel()

    with pytest.raises(JobCancelled):
        watch(demo_client, waiting_id, waiting, ctx, stop_when_queued, PACE)
    assert demo_client.state_of(waiting_id) == Unknown()
    assert follow(demo_client, running_id, running).outcome is Outcome.SUCCEEDED


def test_cancelling_a_running_prompt_stops_it_there(
    demo: DemoServer, demo_client: ComfyClient
) -> None:
    prompt_id, prompt = send(demo_client, **LONG)
    ctx = JobContext()

    def stop_at_a_step(message: WatchMessage) -> None:
        if isinstance(message, Step):
            ctx.cancel()

    with pytest.raises(JobCancelled):
        watch(demo_client, prompt_id, prompt, ctx, stop_at_a_step, PACE)
    with pytest.raises(JobInterrupted):
        follow(demo_client, prompt_id, prompt)


def test_a_bad_value_is_refused_at_its_field(demo_client: ComfyClient) -> None:
    with pytest.raises(PromptRejected) as caught:
        send(demo_client, **{"9.steps": 10_000_000})
    (reason,) = caught.value.reasons
    assert (reason.node_id, reason.input_name) == ("9", "steps")
    assert reason.node_title == "Sampler"


def test_a_missing_model_is_named(demo: DemoServer, demo_client: ComfyClient) -> None:
    with pytest.raises(NodeOrModelMissing) as caught:
        send(demo_client, **{"2.unet_name": "not_here.safetensors"})
    assert caught.value.names == ("not_here.safetensors",)
    assert demo.prompts_executed == 0


def test_out_of_memory_is_told(demo: DemoServer, demo_client: ComfyClient) -> None:
    demo.faults = Faults(fail_at_class="KSampler", fail_with="oom")
    with pytest.raises(ExecutionFailed, match="ran out of memory at Sampler") as caught:
        follow(demo_client, *send(demo_client))
    assert caught.value.out_of_memory


@pytest.mark.parametrize(
    "faults", [Faults(drop_socket_at_step=3), Faults(deaf_socket_at_step=3)], ids=["drop", "deaf"]
)
def test_a_lost_socket_costs_no_render(
    demo: DemoServer, demo_client: ComfyClient, faults: Faults
) -> None:
    demo.faults = faults
    entry = follow(demo_client, *send(demo_client, steps=20))
    assert entry.outcome is Outcome.SUCCEEDED
    assert demo.prompts_executed == 1


def test_a_forgotten_job_is_lost(demo: DemoServer, demo_client: ComfyClient) -> None:
    demo.faults = Faults(lose_job_at_step=3)
    with pytest.raises(JobLost):
        follow(demo_client, *send(demo_client, steps=20))


def test_a_restart_is_first_unreachable_and_then_a_lost_job(
    demo: DemoServer, demo_client: ComfyClient
) -> None:
    prompt_id, prompt = send(demo_client, **LONG)
    threading.Timer(0.2, demo.crash, (0.5,)).start()
    with pytest.raises(ComfyUnreachable):
        follow(demo_client, prompt_id, prompt)
    ctx = JobContext()
    for _ in range(100):  # as a caller does: wait, and watch the same id again
        try:
            follow(demo_client, prompt_id, prompt)
        except ComfyUnreachable:
            ctx.wait(0.05)
        except JobLost:
            break
    else:
        pytest.fail("never found lost")
    assert demo.prompts_received == 1


def test_a_server_out_for_a_while_keeps_the_job(demo: DemoServer, demo_client: ComfyClient) -> None:
    prompt_id, prompt = send(demo_client, steps=30)
    demo.refuse(0.4)
    ctx = JobContext()
    for _ in range(100):
        try:
            entry = follow(demo_client, prompt_id, prompt)
        except ComfyUnreachable:
            ctx.wait(0.05)
        else:
            break
    assert entry.outcome is Outcome.SUCCEEDED
    assert demo.prompts_received == demo.prompts_executed == 1


@pytest.mark.parametrize(
    "fault",
    [
        AnswerFault("/prompt", "status", status=500),
        AnswerFault("/prompt", "drop"),
        AnswerFault("/prompt", "garbage"),
        AnswerFault("/prompt", "garbage", status=0),
        AnswerFault("/prompt", "stall"),
    ],
    ids=["500", "drop", "no JSON", "no HTTP", "stall"],
)
def test_trouble_at_submission_is_unreachable_and_the_id_tells_whether_it_got_there(
    demo: DemoServer, demo_client: ComfyClient, fault: AnswerFault
) -> None:
    prompt = fill(WORKFLOW, BINDINGS, {})
    prompt_id = str(uuid.uuid4())
    demo.faults = Faults(answers=(fault,))
    with pytest.raises(ComfyUnreachable):
        demo_client.submit(prompt, prompt_id)
    assert demo_client.state_of(prompt_id) == Unknown()
    assert demo.prompts_received == 0


@pytest.mark.parametrize(
    ("download", "error", "words"),
    [
        ("truncated", TruncatedDownload, "stopped early"),
        ("huge_length", BadOutput, "larger than allowed"),
        ("vanished", BadOutput, "no longer on the server"),
    ],
)
def test_a_download_that_fails_leaves_nothing_and_can_be_repeated(
    demo: DemoServer,
    demo_client: ComfyClient,
    tmp_path: Path,
    download: Literal["truncated", "huge_length", "vanished"],
    error: type[BadOutput],
    words: str,
) -> None:
    ref = video_of(follow(demo_client, *send(demo_client)), BINDINGS.output_node)
    demo.faults = Faults(download=download)
    with pytest.raises(error, match=words):
        demo_client.fetch_output(ref, tmp_path / "v2.mp4")
    assert list(tmp_path.iterdir()) == []
    assert demo_client.fetch_output(ref, tmp_path / "v2.mp4").size_bytes > 100


@pytest.mark.parametrize(
    ("faults", "words"),
    [
        (Faults(output_name="../../x.mp4"), "outside its folder"),
        (Faults(missing_output=True), "did not run"),
    ],
    ids=["name", "missing"],
)
def test_an_output_that_cannot_be_right_is_refused(
    demo: DemoServer, demo_client: ComfyClient, faults: Faults, words: str
) -> None:
    demo.faults = faults
    entry = follow(demo_client, *send(demo_client))
    with pytest.raises(BadOutput, match=words):
        video_of(entry, BINDINGS.output_node)


def test_late_history_is_waited_for(demo: DemoServer, demo_client: ComfyClient) -> None:
    demo.faults = Faults(late_history_ms=600)
    entry = follow(demo_client, *send(demo_client, steps=20))
    assert entry.outcome is Outcome.SUCCEEDED


def test_an_accepted_prompt_whose_output_never_runs_is_refused(
    demo: DemoServer, demo_client: ComfyClient
) -> None:
    demo.faults = Faults(node_errors=True)
    with pytest.raises(PromptRejected):
        send(demo_client)
