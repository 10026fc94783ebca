"""New frames for a boundary from ComfyUI: asked for, made once, checked, judged, applied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.domain.errors import MediaError, WrongUse
from restitch_app.domain.jobs import BridgeRequest, JobKind, JobRecord, JobState
from restitch_app.domain.progress import JobContext
from restitch_app.media.luma import rgb
from restitch_app.media.pictures import read_png
from restitch_app.media.reader import open_reader
from restitch_app.services.bridging.result import BridgeResult, BridgeUnusable
from restitch_app.services.bridging.words import fitting, price
from restitch_app.services.project.project import BRIDGES, open_project
from restitch_app.services.remedies.names import COMFY_BRIDGE
from restitch_app.services.remedies.values import WhyNot
from restitch_app.services.remedies.words import why_not
from restitch_app.services.workbench import Workbench
from restitch_app.services.workflows.preflighting import WouldBeRefused
from tests.clips import write_clip
from tests.services.faulty import (
    check_sound,
    in_state,
    quick_bench,
    reopened,
    run,
    run_with,
    the_job,
)
from tests.services.killing import killed, victim
from tests.services.scenes import with_settings
from tests.services.seam_scenes import FRAMES, SIZE, seam_scene, shifted
from tests.services.workflows import added, both_ends_prompt, inputs_of, plain_prompt

CTX = JobContext()
CLEAN = {"steps": 20, "seed": 7}
"""The bundled server draws grain at fewer steps."""
DIRTY = {"steps": 4, "seed": 7}


@pytest.fixture(scope="module")
def jumping(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a scene whose boundary jumps by six lines; to be copied."""
    bench = seam_scene(tmp_path_factory.mktemp("jumping"), shifted)
    added(bench, plain_prompt(), "One end")
    added(bench, both_ends_prompt())
    bench.project.close()
    return bench.project.folder


@pytest.fixture
def bench(tmp_path: Path, server: DemoServer, jumping: Path, hurry: None) -> Iterator[Workbench]:
    folder = tmp_path / "project"
    shutil.copytree(jumping, folder)
    made = quick_bench(open_project(folder))
    with_settings(made, server_url=server.url)
    yield made
    made.project.close()


def ask(bench: Workbench, **changes: object) -> JobRecord:
    request = replace(BridgeRequest(0, parameters=CLEAN), **changes)  # type: ignore[arg-type]
    return bench.bridging.request(bench.project.scene(), request, CTX)


def done(bench: Workbench) -> JobRecord:
    run(bench)
    job = the_job(bench)
    assert job.state is JobState.DONE, job.problem
    return job


def test_new_frames_play_between_two_of_the_films_own(bench: Workbench) -> None:
    scene = bench.project.scene()
    asked = ask(bench)
    assert (asked.kind, asked.name) == (JobKind.BRIDGE, "Bridge 1|2")
    assert asked.workflow_name == "Both ends"  # the other one takes no end frame
    job = done(bench)
    span = job.bridge
    assert span is not None
    assert (span.left_frames, span.right_frames, span.length, span.frames) == (8, 7, 17, 17)
    assert fitting(span) == "15 new frames between two of the film's own."
    candidate = bench.bridging.candidate(scene, job, CTX)
    assert candidate.is_offered
    assert candidate.predicted is not None
    assert candidate.predicted.improved
    applied = bench.remedies.apply(candidate, CTX)
    treatment = applied.boundary.join.treatment
    assert treatment.method == COMFY_BRIDGE
    assert treatment.patch is not None
    assert (treatment.patch.left_frames, treatment.patch.right_frames) == (8, 7)
    assert applied.measured.improved
    assert max(one.stop for one in bench.project.segment_ranges(scene).values()) == 2 * FRAMES
    assert bench.history.undo(CTX).label.startswith("Bridge (new frames from ComfyUI)")
    check_sound(bench)


def test_both_pictures_are_the_frames_around_the_new_ones(bench: Workbench) -> None:
    job = ask(bench)
    place = bench.remedies.place(bench.project.scene(), 0, CTX)
    start, end = (place.tail[-1][1].stop - 9, place.head[0][1].start + 7)
    assert job.end_frame_file is not None
    for version, number, file in (
        (place.left, start, job.seed_file),
        (place.right, end, job.end_frame_file),
    ):
        with open_reader(bench.project.path(version.file)) as reader:
            wanted = rgb(reader.frame(number))
        assert np.array_equal(read_png(bench.project.path(file)), wanted)


def test_the_same_frames_are_made_once(bench: Workbench, server: DemoServer) -> None:
    first = ask(bench)
    assert ask(bench).id == first.id  # while it is on its way
    done(bench)
    assert ask(bench).id == first.id
    again = reopened(bench)
    try:
        assert ask(again).id == first.id
        known = again.bridging.candidate(again.project.scene(), the_job(again), CTX)
        assert known == bench.bridging.candidate(bench.project.scene(), the_job(bench), CTX)
    finally:
        again.project.close()
    assert server.prompts_received == 1
    assert ask(bench, window=4).id != first.id
    assert ask(bench, again=True).id != first.id


@pytest.mark.parametrize(
    "instant", ["after POST upload", "after POST prompt", "after job downloading", "after rename"]
)
def test_a_killed_engine_is_continued_by_the_next(
    bench: Workbench, server: DemoServer, instant: str
) -> None:
    ask(bench)
    assert killed(victim(bench.project.folder, at=instant))
    other = reopened(bench)
    try:
        job = done(other)
        assert job.bridge is not None
        assert job.bridge.frames == 17
        check_sound(other)
    finally:
        other.project.close()
    assert server.prompts_received == server.prompts_executed == 1


def test_killed_before_the_prompt_was_sent_the_job_asks(
    bench: Workbench, server: DemoServer
) -> None:
    job = ask(bench)
    assert killed(victim(bench.project.folder, at="after job submitted"))
    run(bench)
    assert the_job(bench).state is JobState.LOST
    assert server.prompts_received == 0
    bench.jobs.submit_again(job.id)
    done(bench)
    assert server.prompts_received == 1


def test_cancelled_it_leaves_nothing_behind(bench: Workbench, server: DemoServer) -> None:
    job = ask(bench, parameters={"steps": 400})
    run_with(bench, (in_state(bench, JobState.RUNNING), lambda: bench.jobs.cancel(job.id)))
    assert the_job(bench).state is JobState.CANCELLED
    assert list(bench.project.path(BRIDGES).glob("*")) == []
    assert ask(bench).id != job.id


def test_what_fails_the_gate_is_not_offered_and_says_why(bench: Workbench) -> None:
    scene = bench.project.scene()
    ask(bench, parameters=DIRTY)
    candidate = bench.bridging.candidate(scene, done(bench), CTX)
    assert candidate.refusal is WhyNot.MORE_VISIBLE
    assert why_not(candidate) == "makes the jump larger"


def test_a_server_that_cannot_is_told_before_anything_is_queued(bench: Workbench) -> None:
    prompt = both_ends_prompt()
    inputs_of(prompt, "2")["unet_name"] = "somebody_elses_model.safetensors"
    workflow = added(bench, prompt, "Elsewhere")
    with pytest.raises(WouldBeRefused, match="cannot run this") as told:
        ask(bench, workflow_id=workflow.id)
    assert "somebody_elses_model" in told.value.detail
    request = BridgeRequest(0, workflow_id=workflow.id)
    offer = bench.bridge_offers.offer(bench.project.scene(), request, CTX)
    assert not offer.can
    assert "somebody_elses_model" in offer.reason
    assert bench.jobs.all() == ()


def test_an_offer_says_what_it_would_take(bench: Workbench) -> None:
    scene, request = bench.project.scene(), BridgeRequest(0, parameters=CLEAN)
    unknown = bench.bridge_offers.offer(scene, request, CTX)
    assert (unknown.can, unknown.new_frames, unknown.gpu_seconds) == (True, 15, None)
    assert "not known yet" in price(unknown)
    ask(bench)
    done(bench)
    known = bench.bridge_offers.offer(scene, request, CTX)
    assert known.gpu_seconds is not None
    assert "GPU time: about" in price(known)
    with_settings(bench, server_url="http://127.0.0.1:9")
    away = bench.bridge_offers.offer(scene, request, CTX)
    assert not away.can
    assert away.reason


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"window": 1}, "1 frames on each side"),
        ({"window": 11}, "11 frames on each side"),
        ({"parameters": {"length": 9}}, "length of a bridge cannot be set"),
        ({"workflow_id": 1}, "takes no end frame"),
    ],
)
def test_what_makes_no_bridge_is_refused(
    bench: Workbench, change: dict[str, object], words: str
) -> None:
    with pytest.raises(WrongUse, match=words):
        ask(bench, **change)
    assert bench.jobs.all() == ()


def test_another_number_of_frames_is_resampled_another_size_refused(bench: Workbench) -> None:
    job = ask(bench)
    assert job.bridge is not None
    for state in (JobState.UPLOADING, JobState.SUBMITTED, JobState.DOWNLOADING, JobState.CHECKING):
        job = bench.project.store.jobs.move(job.id, state)
    results = BridgeResult(bench.project)
    folder = bench.project.path(BRIDGES)
    folder.mkdir()
    pictures = [np.full((SIZE[1], SIZE[0], 3), 8 * n, np.uint8) for n in range(21)]
    kept = results.record(job, write_clip(folder / "longer.mp4", pictures), CTX).bridge
    assert kept is not None
    assert kept.frames == 21
    assert "the server made 21 frames where 17 were asked for" in fitting(kept)
    place = bench.remedies.place(bench.project.scene(), 0, CTX)
    assert bench.remedies.bridged(bench.project.scene(), kept, CTX).touched_left == 8
    assert place.key == kept.key
    with pytest.raises(BridgeUnusable, match="63 frames where 17"):
        results.record(job, write_clip(folder / "many.mp4", pictures * 3), CTX)
    small = [picture[:-16] for picture in pictures[:17]]
    with pytest.raises(BridgeUnusable, match="another size"):
        results.record(job, write_clip(folder / "small.mp4", small), CTX)
    with pytest.raises(MediaError, match="vanished"):
        results.record(job, folder / "gone.mp4", CTX)
