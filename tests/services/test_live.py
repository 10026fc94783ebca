"""What a running job shows for the moment, and what a cancelled one shows until it has ended."""

from __future__ import annotations

import threading
import time

import pytest

from restitch_app.demo.server import DemoServer, Faults
from restitch_app.domain.jobs import JobState
from restitch_app.services.jobs import live as module
from restitch_app.services.jobs.live import CANCELLING, LiveJob, LivePreviews
from restitch_app.services.jobs.step_pace import StepPace, past_step_seconds
from restitch_app.services.workbench import Workbench
from tests.services.faulty import ask, in_state, run, run_until, run_with, the_job

JPEG = b"\xff\xd8\xff"


def test_a_render_shows_its_node_its_steps_and_its_picture(
    small: Workbench, server: DemoServer
) -> None:
    job = ask(small, steps=40)
    seen: list[LiveJob] = []

    def look(job_id: int) -> None:
        now = small.live.of(job_id)
        if now is not None:
            seen.append(now)

    end = small.live.subscribe(look)
    run(small)
    end()
    assert {one.job_id for one in seen} == {job.id}
    assert any(one.picture.startswith(JPEG) for one in seen)
    assert any(one.node_title == "Sampler" and one.total == 40 for one in seen)
    assert "Decode" in {one.node_title for one in seen}
    steps = [one.done for one in seen if one.total]
    assert steps == sorted(steps)
    assert small.live.all() == (), "nothing is kept once the job has ended"


def test_previews_are_nowhere_on_the_disk(small: Workbench) -> None:
    ask(small, steps=60)
    pictures: set[bytes] = set()

    def look(job_id: int) -> None:
        now = small.live.of(job_id)
        if now is not None and now.picture:
            pictures.add(now.picture)

    small.live.subscribe(look)
    run(small)
    assert pictures
    for path in small.project.folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert not any(picture[:2000] in data for picture in pictures), path


def test_time_left_is_known_from_the_first_step_on_once_a_render_is_past(
    small: Workbench, server: DemoServer
) -> None:
    assert past_step_seconds(small.project.store, server.url) is None
    ask(small, steps=60)
    run(small)
    pace_s = past_step_seconds(small.project.store, server.url)
    assert pace_s is not None
    left: list[float | None] = []

    def look(job_id: int) -> None:
        now = small.live.of(job_id)
        if now is not None and now.total:
            left.append(now.seconds_left())

    ask(small, steps=60)
    small.live.subscribe(look)
    run(small)
    assert left[0] is not None
    assert left[0] <= 60 * pace_s


def test_a_node_that_does_not_stop_keeps_the_job_until_it_has_ended(
    small: Workbench, server: DemoServer
) -> None:
    server.faults = Faults(stubborn_class="KSampler")
    ask(small, steps=200)  # some two seconds, without a word
    noted: list[tuple[JobState, str]] = []

    def note() -> bool:
        job = the_job(small)
        noted.append((job.state, job.stage))
        return not job.state.is_open

    run_with(
        small,
        (in_state(small, JobState.RUNNING), lambda: small.jobs.cancel(the_job(small).id)),
        (lambda: note() or the_job(small).stage == CANCELLING, lambda: None),
        (note, lambda: None),
    )
    assert the_job(small).state is JobState.CANCELLED
    assert {state for state, stage in noted if stage == CANCELLING} >= {JobState.RUNNING}
    assert server.prompts_executed == 1
    server.faults = Faults()
    ask(small, steps=4)
    run(small)
    assert the_job(small).state is JobState.DONE, "the server was free again"


def test_a_cancel_that_was_not_confirmed_goes_on_at_the_next_start(
    small: Workbench, server: DemoServer
) -> None:
    server.faults = Faults(stubborn_class="KSampler")
    ask(small, steps=200)
    run_with_cancel = [False]

    def confirming() -> bool:
        if not run_with_cancel[0] and the_job(small).state is JobState.RUNNING:
            run_with_cancel[0] = True
            small.jobs.cancel(the_job(small).id)
        return the_job(small).stage == CANCELLING

    run_until(small, confirming)
    assert the_job(small).state is JobState.RUNNING
    run(small)
    assert the_job(small).state is JobState.CANCELLED


class TestMemory:
    def test_the_longest_silent_job_is_forgotten_first(self) -> None:
        live = LivePreviews()
        for job_id in range(module.MOST_JOBS + 3):
            live.show(job_id, JPEG, "image/jpeg")
            live.show(0, JPEG, "image/jpeg")
        kept = {one.job_id for one in live.all()}
        assert len(kept) == module.MOST_JOBS
        assert 0 in kept
        assert 1 not in kept

    def test_a_huge_picture_is_not_kept(self) -> None:
        live = LivePreviews()
        live.show(1, bytes(module.MOST_PICTURE_BYTES + 1), "image/jpeg")
        assert live.of(1) is None

    def test_each_picture_has_its_number(self) -> None:
        live = LivePreviews()
        live.show(1, JPEG, "image/jpeg")
        live.show(1, JPEG, "image/jpeg")
        now = live.of(1)
        assert now is not None
        assert now.picture_number == 2

    def test_news_are_told_a_few_times_a_second_and_the_end_always(self) -> None:
        live = LivePreviews()
        told: list[int] = []
        end = live.subscribe(told.append)
        for step in range(200):
            live.note(1, done=step, total=200)
        assert len(told) < 20
        before = len(told)
        live.forget(1)
        live.forget(1)
        assert len(told) == before + 1
        end()
        live.note(1, node_title="Sampler")
        assert len(told) == before + 1

    def test_many_threads(self) -> None:
        live = LivePreviews()

        def work(first: int) -> None:
            for number in range(300):
                live.show(first + number % 20, JPEG, "image/jpeg")
                live.note(first + number % 20, done=number, total=300)
                live.forget(first + number % 7)

        threads = [threading.Thread(target=work, args=(10 * n,)) for n in range(4)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        assert len(live.all()) <= module.MOST_JOBS


class TestWords:
    @pytest.mark.parametrize(
        ("job", "words"),
        [
            (LiveJob(1, node_title="KSampler", done=7, total=20), "KSampler · step 7 of 20"),
            (LiveJob(1, node_title="VAE Decode"), "VAE Decode"),
            (LiveJob(1, node_title="KSampler", done=7, total=20, is_cancelling=True), CANCELLING),
            (LiveJob(1), ""),
        ],
    )
    def test_they_are_for_people(self, job: LiveJob, words: str) -> None:
        assert job.words == words

    def test_time_left_runs_down_and_never_below_nothing(self) -> None:
        job = LiveJob(1, ends_at_s=time.monotonic() + 10)
        assert job.seconds_left(time.monotonic() + 4) == pytest.approx(6, abs=0.5)
        assert job.seconds_left(time.monotonic() + 40) == 0
        assert LiveJob(1).seconds_left() is None


class TestPace:
    def test_earlier_renders_speak_until_it_has_steps_of_its_own(self) -> None:
        pace = StepPace(past_step_s=2.0)
        assert pace.seconds_left(0, 20, 100.0) == 40.0
        assert pace.seconds_left(2, 20, 101.0) == 36.0
        assert pace.seconds_left(4, 20, 104.0) == pytest.approx(16.0)

    def test_nothing_is_said_where_nothing_is_known(self) -> None:
        pace = StepPace(None)
        assert pace.seconds_left(0, 0, 1.0) is None
        assert pace.seconds_left(1, 20, 1.0) is None
        assert pace.seconds_left(5, 20, 5.0) == pytest.approx(15.0)
