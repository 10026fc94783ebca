"""Everything a server can do wrong: the job waits, fails or asks; a render is never paid twice."""

from __future__ import annotations

import errno
import threading
from pathlib import Path

import pytest
from PIL import Image

from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.outputs import OutputRef
from restitch_app.demo.server import AnswerFault, DemoServer, Faults
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import StorageError
from restitch_app.domain.jobs import JobRecord, JobState, RegenerationRequest
from restitch_app.services.jobs.deciding import Deciding
from restitch_app.services.jobs.prompt_tries import MOST_TRIES
from restitch_app.services.jobs.takes import TakeWalk
from restitch_app.services.workbench import Workbench
from tests.services.faulty import (
    MIDDLE,
    PATIENCE_S,
    ask,
    check_sound,
    history,
    in_state,
    is_waiting,
    run,
    run_until,
    run_with,
    the_job,
    wait_for,
)
from tests.services.relay import Relay
from tests.services.scenes import panned_pictures, with_settings
from tests.services.server_faults import PASSING, REFUSED, UNUSABLE


@pytest.mark.parametrize("fault", PASSING.values(), ids=PASSING.keys())
def test_a_fault_that_passes_costs_time_and_no_second_prompt(
    small: Workbench, server: DemoServer, fault: Faults
) -> None:
    job = ask(small)
    server.faults = fault
    run(small)
    ended = small.jobs.all()
    assert [(one.id, one.state) for one in ended] == [(job.id, JobState.DONE)]
    assert ended[0].waiting_since is None
    assert ended[0].problem is None
    assert server.prompts_received == server.prompts_executed == 1
    assert [(v.number, v.is_current) for v in history(small)] == [(2, True), (1, False)]
    check_sound(small)


@pytest.mark.parametrize(("fault", "code", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_a_failed_job_says_why_and_can_be_sent_again(
    small: Workbench, server: DemoServer, fault: Faults, code: str, words: str
) -> None:
    job = ask(small, cfg=6.5)
    server.faults = fault
    run(small)
    failed = the_job(small)
    assert failed.state is JobState.FAILED
    assert failed.problem is not None
    assert failed.problem.code == code
    said = f"{failed.problem.title} {failed.problem.detail}"
    assert words in said
    assert [(v.number, v.is_current) for v in history(small)] == [(1, True)]
    assert server.prompts_executed <= 1
    paid = server.prompts_received

    server.faults = Faults()
    small.jobs.submit_again(job.id)
    run(small)
    assert the_job(small).state is JobState.DONE
    new = history(small)[0]
    assert new.is_current
    assert new.parameters["cfg"] == 6.5
    assert server.prompts_received == paid + 1
    check_sound(small)


@pytest.mark.parametrize("fault", UNUSABLE.values(), ids=UNUSABLE.keys())
def test_an_unusable_result_is_kept_as_a_failed_candidate(
    small: Workbench, server: DemoServer, fault: Faults
) -> None:
    job = ask(small)
    server.faults = fault
    run(small)
    ended = the_job(small)
    assert ended.state is JobState.DONE
    new, old = history(small)
    assert ended.result_segment_id == new.id
    assert new.failure
    assert not new.is_current
    assert old.is_current
    assert small.project.path(new.file).is_file()
    assert server.prompts_executed == 1
    assert job.id == ended.id
    check_sound(small)


@pytest.mark.parametrize(("length", "made"), [(10, 9), (5, 5)])
def test_a_length_that_a_model_rounds_down_is_no_fault(
    small: Workbench, length: int, made: int
) -> None:
    ask(small, length=length)
    run(small)
    new = history(small)[0]
    assert (new.facts.frame_count, new.failure) == (made, None)


@pytest.mark.parametrize("length", [5, 10])
def test_another_length_than_was_asked_for_is_a_failed_candidate(
    small: Workbench, server: DemoServer, length: int
) -> None:
    ask(small, length=length)
    server.faults = Faults(extra_frames=-3)
    run(small)
    new, old = history(small)
    assert new.failure is not None
    assert f"not {length}" in new.failure
    assert not new.is_current
    assert old.is_current


def test_a_missing_model_is_named_and_nothing_runs(
    small: Workbench, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it was not asked before, as it is while the server is away."""
    monkeypatch.setattr("restitch_app.services.regeneration.asking.raise_for", lambda *_: None)
    small.regeneration.request(small.project.scene(), _with_model(small, "not_there.safetensors"))
    run(small)
    failed = the_job(small)
    assert failed.state is JobState.FAILED
    assert failed.problem is not None
    assert failed.problem.code == "node_or_model_missing"
    assert "not_there.safetensors" in failed.problem.title
    assert server.prompts_executed == 0


def test_a_server_that_is_away_at_the_start_is_waited_for(
    small: Workbench, server: DemoServer
) -> None:
    ask(small)
    server.refuse(PATIENCE_S)
    seen: list[str] = []

    def note() -> None:
        job = the_job(small)
        assert job.problem is not None
        seen.append(job.problem.code)
        server.come_back()

    run_with(small, (is_waiting(small), note))
    done = the_job(small)
    assert seen == ["comfy_unreachable"]
    assert (done.state, done.waiting_since) == (JobState.DONE, None)
    assert server.prompts_executed == 1


def test_a_server_that_goes_away_in_the_middle_is_waited_for(
    small: Workbench, server: DemoServer
) -> None:
    ask(small, steps=200)
    back: list[str | None] = []
    run_with(
        small,
        (in_state(small, JobState.RUNNING), lambda: server.refuse(PATIENCE_S)),
        (is_waiting(small), server.come_back),
        (lambda: not is_waiting(small)(), lambda: back.append(the_job(small).state.value)),
    )
    assert the_job(small).state is JobState.DONE
    assert back == ["running"]
    assert server.prompts_received == server.prompts_executed == 1


def test_a_prompt_that_the_server_fails_over_fails_and_lets_the_next_one_by(
    small: Workbench, server: DemoServer
) -> None:
    """ComfyUI answers 500 to a malformed prompt as to trouble that passes."""
    server.faults = Faults(answers=(AnswerFault("/prompt", "status", times=MOST_TRIES),))
    ask(small)
    ask(small)
    run(small)
    failed, done = small.jobs.all()
    assert (failed.state, done.state) == (JobState.FAILED, JobState.DONE)
    assert failed.problem is not None
    assert failed.problem.code == "prompt_fails_server"
    assert f"{server.url}/prompt answered 500 to it {MOST_TRIES} times" in failed.problem.detail
    assert "the old version is still in the scene" in failed.problem.detail
    assert "submit the job again" in failed.problem.hint
    assert server.prompts_received == 1

    server.faults = Faults(answers=(AnswerFault("/prompt", "status", times=MOST_TRIES - 1),))
    small.jobs.submit_again(failed.id)
    run(small)
    assert [job.state for job in small.jobs.all()] == [JobState.DONE] * 2
    assert server.prompts_received == server.prompts_executed == 2
    check_sound(small)


def test_a_server_that_says_it_is_busy_is_waited_for_as_long_as_it_takes(
    small: Workbench, server: DemoServer
) -> None:
    busy = AnswerFault("/prompt", "status", status=503, times=MOST_TRIES + 3)
    server.faults = Faults(answers=(busy,))
    ask(small)
    waits: list[bool] = []

    def note() -> None:
        waits.append(the_job(small).waiting_since is not None)

    run_with(small, (is_waiting(small), note), (in_state(small, JobState.UPLOADING), note))
    assert waits == [True, True]  # a try that comes to nothing ends no waiting
    assert the_job(small).state is JobState.DONE
    assert the_job(small).waiting_since is None


def test_waiting_is_counted_from_the_first_silence(small: Workbench, server: DemoServer) -> None:
    job = ask(small)
    small.project.store.jobs.note_waiting(job.id, "2026-01-01T00:00:00+00:00", None)
    server.refuse(PATIENCE_S)
    seen: list[str | None] = []
    run_with(
        small,
        (lambda: the_job(small).problem is not None, lambda: seen.append(_since(small))),
        (lambda: True, server.come_back),
    )
    assert seen == ["2026-01-01T00:00:00+00:00"]


@pytest.mark.parametrize("crashes", [True, False], ids=["restarted", "forgot"])
def test_a_lost_job_asks_and_is_sent_once_more(
    small: Workbench, server: DemoServer, crashes: bool
) -> None:
    job = ask(small, steps=20)
    server.faults = (
        Faults(crash_at_step=3, crash_down_s=0.3) if crashes else Faults(lose_job_at_step=3)
    )
    run(small)
    lost = the_job(small)
    assert lost.state is JobState.LOST
    assert lost.problem is not None
    assert "no longer knows" in lost.problem.title
    assert [v.number for v in history(small)] == [1]
    assert server.prompts_received == 1

    small.jobs.submit_again(job.id)
    run(small)
    assert the_job(small).state is JobState.DONE
    assert [(v.number, v.is_current) for v in history(small)] == [(2, True), (1, False)]
    assert server.prompts_received == server.prompts_executed == 2


def test_what_the_server_made_and_forgot_comes_again_under_another_name(
    small: Workbench, server: DemoServer
) -> None:
    job = ask(small)
    server.faults = Faults(cleared_history=True)
    run(small)
    assert the_job(small).state is JobState.LOST

    small.jobs.submit_again(job.id)
    run(small)
    assert the_job(small).state is JobState.DONE
    # ComfyUI would name the old file again, which may have been deleted since.
    assert len(list(server.folders.folder("output").rglob("*.mp4"))) == 2
    assert [(v.number, v.is_current) for v in history(small)] == [(2, True), (1, False)]


def test_an_answer_lost_after_the_server_queued_it_is_found_again(
    small: Workbench, server: DemoServer
) -> None:
    with Relay(server.port, b"POST /prompt") as relay:
        with_settings(small, server_url=relay.url)
        ask(small)
        run(small)
    assert relay.spoiled.is_set()
    assert the_job(small).state is JobState.DONE
    assert server.prompts_received == server.prompts_executed == 1


def test_an_answer_that_never_ends_is_found_again(small: Workbench, server: DemoServer) -> None:
    with Relay(server.port, b"POST /prompt", passes_bytes=20, holds=True) as relay:
        with_settings(small, server_url=relay.url)
        ask(small)
        run(small)
    assert relay.spoiled.is_set()
    assert the_job(small).state is JobState.DONE
    assert server.prompts_received == server.prompts_executed == 1


def test_a_prompt_that_is_queued_after_we_gave_up_waiting_is_found(
    small: Workbench, server: DemoServer
) -> None:
    with Relay(server.port, b"POST /prompt", late_s=1.3) as relay:
        with_settings(small, server_url=relay.url)
        ask(small)
        run(small)
    assert the_job(small).state is JobState.DONE
    assert server.prompts_received == server.prompts_executed == 1


@pytest.mark.parametrize("does", ["drop", "stall", "garbage"])
def test_a_prompt_of_unknown_fate_is_never_sent_again_unasked(
    small: Workbench, server: DemoServer, does: str
) -> None:
    fault = AnswerFault("/prompt", does, status=200, seconds=3)  # type: ignore[arg-type]
    server.faults = Faults(answers=(fault,))
    job = ask(small)
    run(small)
    assert the_job(small).state is JobState.LOST
    assert server.prompts_received == 0
    small.jobs.submit_again(job.id)
    run(small)
    assert the_job(small).state is JobState.DONE
    assert server.prompts_received == server.prompts_executed == 1


def test_a_download_that_breaks_leaves_no_half_file(small: Workbench, server: DemoServer) -> None:
    with Relay(server.port, b"GET /view", passes_bytes=2000) as relay:
        with_settings(small, server_url=relay.url)
        ask(small)
        run(small)
    assert relay.spoiled.is_set()
    assert the_job(small).state is JobState.DONE
    assert server.prompts_executed == 1
    check_sound(small)


def test_a_stopped_engine_leaves_its_jobs_to_the_next(small: Workbench, server: DemoServer) -> None:
    ask(small, steps=60)
    run_until(small, in_state(small, JobState.RUNNING))
    assert the_job(small).state is JobState.RUNNING
    run(small)
    assert the_job(small).state is JobState.DONE
    assert server.prompts_received == server.prompts_executed == 1


def test_a_silent_server_does_not_hold_up_another_one(small: Workbench, server: DemoServer) -> None:
    with_settings(small, server_url="http://127.0.0.1:9")
    silent = ask(small, 0)
    with_settings(small, server_url=server.url)
    served = ask(small)
    run_until(small, lambda: small.jobs.all()[1].state is JobState.DONE)
    first, second = small.jobs.all()
    assert (first.id, first.waiting_since is not None) == (silent.id, True)
    assert second.id == served.id


def _since(bench: Workbench) -> str | None:
    return the_job(bench).waiting_since


def test_what_goes_wrong_in_choosing_ends_the_job_and_not_the_worker(
    small: Workbench, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The take stays a candidate, and the next job of the server has its turn."""
    chosen: list[int] = []

    def confused(_self: Deciding, job: JobRecord) -> Changes:
        chosen.append(job.id)
        raise ValueError("no such rank")

    monkeypatch.setattr(Deciding, "_decide", confused)
    first = ask(small)
    run(small)
    monkeypatch.undo()
    failed = small.project.store.jobs.get(first.id)
    assert failed.state is JobState.FAILED
    assert failed.problem is not None
    assert "no such rank" in failed.problem.detail
    assert [(v.number, v.is_current) for v in history(small)] == [(2, False), (1, True)]
    assert chosen == [first.id] * 2  # when it was done, and when it had failed over it

    small.jobs.submit_again(first.id)
    run(small)
    assert small.project.store.jobs.get(first.id).state is JobState.DONE
    assert server.prompts_executed == 1
    check_sound(small)


@pytest.mark.parametrize("error", [StorageError("busy"), RuntimeError("no such thing")])
def test_the_engine_in_the_background_outlives_its_mistakes(
    small: Workbench, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr("restitch_app.services.jobs.engine.AFTER_MISTAKE_S", 0.05)
    jobs = small.project.store.jobs
    real, failed = jobs.list, threading.Event()

    def failing(*, open_only: bool = False) -> tuple[JobRecord, ...]:
        if open_only and not failed.is_set():
            failed.set()
            raise error
        return real(open_only=open_only)

    monkeypatch.setattr(jobs, "list", failing)
    small.engine.start()
    try:
        assert failed.wait(PATIENCE_S)
        job = ask(small)
        wait_for(in_state(small, JobState.DONE))
    finally:
        small.engine.stop()
    assert jobs.get(job.id).state is JobState.DONE


def test_leftovers_that_cannot_be_looked_for_hold_no_job_up(
    small: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_project: object) -> tuple[Path, ...]:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("restitch_app.services.project.sweeping.swept", refused)
    small.engine.start()
    try:
        ask(small)
        wait_for(in_state(small, JobState.DONE))
    finally:
        small.engine.stop()


def _with_model(bench: Workbench, name: str) -> RegenerationRequest:
    return RegenerationRequest(MIDDLE, {"2.unet_name": name})


@pytest.mark.parametrize("kind", ["webp", "gif", "png"])
def test_an_animated_picture_is_kept_with_a_lossless_clip_beside_it(
    small: Workbench, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some workflows save one in place of a video; the download stands in for such a server."""
    pictures = [Image.fromarray(picture) for picture in panned_pictures(8, 9)]

    def saved(
        _self: ComfyClient, _ref: OutputRef, target: Path, on_progress: object = None
    ) -> None:
        pictures[0].save(
            target, kind, save_all=True, append_images=pictures[1:], duration=62, loop=0
        )

    def named(_self: TakeWalk, job: JobRecord) -> Path:
        return small.project.path(f"media/clips/segment_002_job_{job.id}.{kind}")

    monkeypatch.setattr(ComfyClient, "fetch_output", saved)
    monkeypatch.setattr(TakeWalk, "target", named)
    ask(small)
    run(small)
    assert the_job(small).state is JobState.DONE
    new = history(small)[0]
    assert new.facts.frame_count == 9
    assert Path(new.file).name == f"segment_002_job_{the_job(small).id}_lossless.mkv"
    assert (small.project.path(new.file).parent / f"segment_002_job_1.{kind}").is_file()
    check_sound(small)
