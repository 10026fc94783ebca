"""kill -9 at any instant: the next start finishes the job or says why not."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from restitch_app.demo.server import AnswerFault, DemoServer, Faults
from restitch_app.domain.jobs import JobState
from restitch_app.services.workbench import Workbench
from tests.services.faulty import (
    ask,
    check_sound,
    half_written,
    history,
    in_state,
    reopened,
    run,
    run_with,
    the_job,
    wait_for,
)
from tests.services.killing import killed, victim
from tests.services.relay import Relay
from tests.services.scenes import with_settings

INSTANTS = [
    "before job uploading",
    "after job uploading",
    "after POST upload",
    "before job submitted",
    "after POST prompt",
    "after job running",
    "before job downloading",
    "after job downloading",
    "after GET view",
    "before rename",
    "after rename",
    "before job checking",
    "after job checking",
    "before version",
    "after version",
    "before join",
    "after join",
    "before current",
    "after current",
    "before job done",
    "after job done",
]


def finished_by_another(bench: Workbench) -> JobState:
    """A new program on the same folder does what is left."""
    other = reopened(bench)
    try:
        run(other)
        return the_job(other).state
    finally:
        other.project.close()


def check_one_take(bench: Workbench, server: DemoServer) -> None:
    assert server.prompts_received == server.prompts_executed == 1
    new, old = history(bench)
    assert the_job(bench).result_segment_id == new.id
    assert (new.number, old.number) == (2, 1)
    assert new.is_current
    assert not old.is_current
    assert new.boundary_ssim_before is not None
    assert new.boundary_ssim_after is not None
    assert bench.project.store.faults() == []
    check_sound(bench)


@pytest.mark.parametrize("instant", INSTANTS)
def test_a_killed_engine_is_continued_by_the_next(
    small: Workbench, server: DemoServer, instant: str
) -> None:
    # Long enough for the progress socket to be there before the last step.
    ask(small, steps=60 if "running" in instant else 4)
    assert killed(victim(small.project.folder, at=instant))
    assert finished_by_another(small) is JobState.DONE
    check_one_take(small, server)


def test_killed_before_the_prompt_was_sent_the_job_asks(
    small: Workbench, server: DemoServer
) -> None:
    job = ask(small)
    assert killed(victim(small.project.folder, at="after job submitted"))
    assert finished_by_another(small) is JobState.LOST
    assert server.prompts_received == 0
    small.jobs.submit_again(job.id)
    assert finished_by_another(small) is JobState.DONE
    check_one_take(small, server)


@pytest.mark.parametrize(
    ("state", "fault"),
    [
        (JobState.UPLOADING, AnswerFault("/upload", "stall", seconds=5)),
        (JobState.DOWNLOADING, AnswerFault("/view", "slow", seconds=5)),
    ],
)
def test_killed_while_the_server_is_busy_with_us(
    small: Workbench, server: DemoServer, state: JobState, fault: AnswerFault
) -> None:
    server.faults = Faults(answers=(fault,))
    ask(small)
    process = victim(small.project.folder)
    wait_for(in_state(small, state))
    process.kill()
    assert killed(process)
    server.faults = Faults()
    assert finished_by_another(small) is JobState.DONE
    check_one_take(small, server)


def test_killed_right_after_the_prompt_arrived(small: Workbench, server: DemoServer) -> None:
    ask(small, steps=40)
    process = victim(small.project.folder)
    wait_for(lambda: server.prompts_received == 1)
    process.kill()
    assert killed(process)
    assert finished_by_another(small) is JobState.DONE
    check_one_take(small, server)


def test_the_next_start_shows_the_progress_of_a_render_it_found(
    small: Workbench, server: DemoServer
) -> None:
    ask(small, steps=300)
    process = victim(small.project.folder)
    wait_for(in_state(small, JobState.RUNNING))
    process.kill()
    assert killed(process)
    seen = the_job(small).done
    run_with(small, (lambda: the_job(small).done > seen + 100, lambda: None))
    check_one_take(small, server)


def test_killed_in_the_middle_of_a_download_leaves_nothing_behind(
    small: Workbench, server: DemoServer
) -> None:
    with Relay(server.port, b"GET /view", passes_bytes=2000, holds=True) as relay:
        with_settings(small, server_url=relay.url)
        ask(small)
        process = victim(small.project.folder)
        assert relay.spoiled.wait(20)
        wait_for(lambda: half_written(small.project.folder))
        process.kill()
        assert killed(process)
        assert half_written(small.project.folder)
        relay.release()
        assert finished_by_another(small) is JobState.DONE
    check_one_take(small, server)


def test_a_download_left_behind_goes_even_when_its_job_is_cancelled(
    small: Workbench, server: DemoServer
) -> None:
    with Relay(server.port, b"GET /view", passes_bytes=2000, holds=True) as relay:
        with_settings(small, server_url=relay.url)
        job = ask(small)
        process = victim(small.project.folder)
        wait_for(lambda: half_written(small.project.folder))
        process.kill()
        assert killed(process)
        small.jobs.cancel(job.id)
        assert finished_by_another(small) is JobState.CANCELLED
    assert [v.number for v in history(small)] == [1]
    assert len(list((small.project.folder / "media/clips").iterdir())) == 3
    check_sound(small)


def test_killed_again_and_again_at_random_instants(small: Workbench, server: DemoServer) -> None:
    instants = random.Random(11)
    asked = 0
    deaths = 0
    while deaths < 12:
        if not small.jobs.open():
            if asked and the_job(small).state is JobState.LOST:
                small.jobs.submit_again(the_job(small).id)
            else:
                ask(small)
                asked += 1
        deaths += killed(victim(small.project.folder, number=instants.randint(1, 80)))
    finished_by_another(small)
    if the_job(small).state is JobState.LOST:
        small.jobs.submit_again(the_job(small).id)
        finished_by_another(small)

    jobs = small.jobs.all()
    versions = history(small)
    assert [job.state for job in jobs] == [JobState.DONE] * asked
    assert [v.number for v in versions] == list(range(asked + 1, 0, -1))
    assert [job.result_segment_id for job in jobs] == [v.id for v in versions[-2::-1]]
    assert [v.is_current for v in versions].count(True) == 1
    assert server.prompts_executed == asked
    assert small.project.store.faults() == []
    for path in half_written(small.project.folder):
        # A picture that was being written: anybody may write those, so only age tells.
        assert path.suffix == ".png"
        os.utime(path, (0, 0))
    finished_by_another(small)
    check_sound(small)


def test_a_killed_command_is_resumed_from_the_command_line(
    small: Workbench, server: DemoServer
) -> None:
    command = [sys.executable, "-m", "restitch_app.entry"]
    folder = str(small.project.folder)
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [*command, "regenerate", folder, "2", "--set", "steps=150"],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_for(lambda: small.jobs.all() and the_job(small).state is JobState.RUNNING)
    process.kill()
    assert process.wait(10) == -signal.SIGKILL
    resumed = subprocess.run(
        [*command, "jobs", folder, "--resume"], cwd=root, capture_output=True, timeout=120
    )
    assert resumed.returncode == 0, resumed.stderr.decode()
    assert the_job(small).state is JobState.DONE
    check_one_take(small, server)
