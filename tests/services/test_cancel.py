"""Cancelling works quickly in every state, and whatever the server does."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from restitch_app.comfy.errors import CertificateRefused
from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.wire import Timeouts
from restitch_app.demo.server import AnswerFault, DemoServer, Faults
from restitch_app.domain.errors import ProjectBusy, RestitchError
from restitch_app.domain.jobs import JobState
from restitch_app.services.servers.keys import HeldKeys, KeyringTrouble
from restitch_app.services.servers.server_list import ServerList
from restitch_app.services.workbench import Workbench, workbench
from tests.services.faulty import (
    ask,
    check_sound,
    history,
    in_state,
    is_waiting,
    run,
    run_with,
    the_job,
    wait_for,
)
from tests.services.relay import Relay
from tests.services.scenes import servers_of, with_settings

QUICK_S = 20.0
"""Far more than a cancel takes on a busy computer, and far less than what it does not wait for."""
STALL_S = 60


class Cancelling:
    """Asks to cancel the newest job, and notes how long that took."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._asked_at = 0.0
        self.took_s: float | None = None

    def ask(self) -> None:
        self._asked_at = time.monotonic()
        self._bench.jobs.cancel(the_job(self._bench).id)

    def is_over(self) -> bool:
        return not the_job(self._bench).state.is_open

    def note(self) -> None:
        self.took_s = time.monotonic() - self._asked_at


def cancel_when(bench: Workbench, moment: Callable[[], object]) -> None:
    """Run until idle, cancelling the newest job at the moment. Fails where that takes long."""
    cancelling = Cancelling(bench)
    run_with(bench, (moment, cancelling.ask), (cancelling.is_over, cancelling.note))
    ended = the_job(bench)
    assert ended.state is JobState.CANCELLED
    assert ended.waiting_since is None
    assert cancelling.took_s is not None
    assert cancelling.took_s < QUICK_S
    assert [(v.number, v.is_current) for v in history(bench)][-1] == (1, True)
    check_sound(bench)


def test_while_the_server_is_away(small: Workbench) -> None:
    with_settings(small, server_url="http://127.0.0.1:9")
    ask(small)
    cancel_when(small, is_waiting(small))


def test_queued_behind_another_job(small: Workbench, server: DemoServer) -> None:
    first = ask(small, 0, steps=60)
    ask(small)
    cancel_when(small, lambda: small.jobs.all()[0].state is JobState.RUNNING)
    assert small.project.store.jobs.get(first.id).state is JobState.DONE
    assert server.prompts_received == 1


def test_queued_behind_a_job_that_waits_for_the_server(small: Workbench) -> None:
    with_settings(small, server_url="http://127.0.0.1:9")
    first = ask(small, 0)
    second = ask(small)
    cancelling = Cancelling(small)
    run_with(
        small,
        (lambda: small.jobs.all()[0].waiting_since is not None, cancelling.ask),
        (cancelling.is_over, cancelling.note),
        (lambda: True, lambda: small.jobs.cancel(first.id)),
    )
    assert small.project.store.jobs.get(second.id).state is JobState.CANCELLED
    assert cancelling.took_s is not None
    assert cancelling.took_s < QUICK_S


def test_uploading(small: Workbench, server: DemoServer) -> None:
    server.faults = Faults(answers=(AnswerFault("/upload", "stall", seconds=STALL_S),))
    ask(small)
    cancel_when(small, in_state(small, JobState.UPLOADING))
    assert server.prompts_received == 0


def test_running(small: Workbench, server: DemoServer) -> None:
    ask(small, steps=1000)
    cancel_when(small, in_state(small, JobState.RUNNING))
    server.faults = Faults()
    ask(small)
    run(small)  # the server is free again at once
    assert the_job(small).state is JobState.DONE


def test_waiting_in_the_servers_own_queue(small: Workbench, server: DemoServer) -> None:
    """Somebody else's prompt runs; ours leaves the queue and theirs goes on."""
    with Relay(server.port, b"no such request") as other_way:
        with_settings(small, server_url=other_way.url)
        theirs = ask(small, 0, steps=150)
        with_settings(small, server_url=server.url)
        cancelling = Cancelling(small)
        run_with(
            small,
            (in_state(small, JobState.RUNNING), lambda: ask(small)),
            (lambda: server.prompts_received == 2, cancelling.ask),
            (cancelling.is_over, cancelling.note),
        )
    assert the_job(small).state is JobState.CANCELLED
    assert cancelling.took_s is not None
    assert cancelling.took_s < QUICK_S
    assert small.project.store.jobs.get(theirs.id).state is JobState.DONE
    assert server.prompts_executed == 1


def test_downloading(small: Workbench, server: DemoServer) -> None:
    with Relay(server.port, b"GET /view", passes_bytes=2000, holds=True) as relay:
        with_settings(small, server_url=relay.url)
        ask(small)
        cancel_when(small, relay.spoiled.is_set)


def test_while_the_server_is_away_in_the_middle(small: Workbench, server: DemoServer) -> None:
    ask(small, steps=1000)
    cancelling = Cancelling(small)
    run_with(
        small,
        (in_state(small, JobState.RUNNING), lambda: server.refuse(60)),
        (is_waiting(small), cancelling.ask),
        (cancelling.is_over, cancelling.note),
    )
    assert the_job(small).state is JobState.CANCELLED
    assert cancelling.took_s is not None
    assert cancelling.took_s < QUICK_S


@pytest.mark.parametrize("route", ["/upload", "/prompt", "/history"])
def test_a_server_that_hangs_for_long_does_not_hold_a_cancel_up(
    small: Workbench, server: DemoServer, route: str
) -> None:
    servers = servers_of(small.project, Timeouts(2, STALL_S, STALL_S, STALL_S, 0.5))
    bench = workbench(small.project, servers, "test")
    server.faults = Faults(answers=(AnswerFault(route, "stall", seconds=STALL_S),))
    ask(bench)
    moments = {
        "/upload": in_state(bench, JobState.UPLOADING),
        "/prompt": in_state(bench, JobState.SUBMITTED),
        "/history": lambda: server.prompts_received == 1,
    }
    cancel_when(bench, moments[route])
    assert server.prompts_received == (route == "/history")
    assert [v.number for v in history(bench)] == [1]


@pytest.mark.parametrize("route", ["/upload", "/prompt", "/history"])
def test_a_server_that_hangs_does_not_hold_the_end_of_the_program_up(
    small: Workbench, server: DemoServer, route: str
) -> None:
    servers = servers_of(small.project, Timeouts(2, STALL_S, STALL_S, STALL_S, 0.5))
    bench = workbench(small.project, servers, "test")
    server.faults = Faults(answers=(AnswerFault(route, "stall", seconds=STALL_S),))
    ask(bench)
    moments = {
        "/upload": in_state(bench, JobState.UPLOADING),
        "/prompt": in_state(bench, JobState.SUBMITTED),
        "/history": lambda: server.prompts_received == 1,
    }
    bench.engine.start()
    wait_for(moments[route])
    begun = time.monotonic()
    bench.engine.stop()
    assert time.monotonic() - begun < QUICK_S
    left = the_job(bench)
    assert left.state.is_open
    assert left.waiting_since is None


def test_a_server_that_hangs_over_a_cancel_does_not_hold_the_end_of_the_program_up(
    small: Workbench, server: DemoServer
) -> None:
    """Whether it was taken back is not known then: the next start asks again."""
    servers = servers_of(small.project, Timeouts(2, STALL_S, STALL_S, STALL_S, STALL_S))
    bench = workbench(small.project, servers, "test")
    job = ask(bench, steps=1000)
    bench.engine.start()
    wait_for(in_state(bench, JobState.RUNNING))
    server.faults = Faults(answers=(AnswerFault("/jobs", "stall", seconds=STALL_S),))
    bench.jobs.cancel(job.id)
    wait_for(lambda: bench.live.of(job.id) is None)  # the walk gave up; the prompt is taken back
    begun = time.monotonic()
    bench.engine.stop()
    assert time.monotonic() - begun < QUICK_S
    server.faults = Faults()
    run(small)
    assert the_job(small).state is JobState.CANCELLED
    ask(small)
    run(small)  # the server is free again
    assert the_job(small).state is JobState.DONE


class ShutServers(ServerList):
    """Whose clients cannot be made once `error` is set."""

    error: RestitchError | None = None

    def client(self, url: str, client_id: str = "") -> ComfyClient:
        if self.error is not None:
            raise self.error
        return super().client(url, client_id)


SHUT: dict[str, RestitchError] = {
    "locked keyring": KeyringTrouble("The keyring does not hand out the server's key"),
    "lost certificate file": CertificateRefused("https://gpu", "x.pem cannot be used", ""),
}


@pytest.mark.parametrize("is_dropped", [False, True], ids=["by the engine", "dropped"])
@pytest.mark.parametrize("error", SHUT.values(), ids=SHUT.keys())
def test_while_nobody_may_speak_to_the_server(
    small: Workbench, error: RestitchError, is_dropped: bool
) -> None:
    servers = ShutServers(small.project.folder.parent / "settings", HeldKeys())
    bench = workbench(small.project, servers, "test")
    job = ask(bench, steps=1000)
    run_with(bench, (in_state(bench, JobState.RUNNING), bench.engine.stop))
    servers.error = error
    if is_dropped:
        bench.engine.drop(job.id)
        assert the_job(bench).state is JobState.CANCELLED
    else:
        cancel_when(bench, lambda: True)


def test_asked_while_nothing_runs_it_is_done_at_the_next_start(
    small: Workbench, server: DemoServer
) -> None:
    job = ask(small)
    assert small.jobs.cancel(job.id).cancel_requested
    run(small)
    assert the_job(small).state is JobState.CANCELLED
    assert server.prompts_received == 0


def test_dropped_while_nothing_runs_no_other_job_is_begun(
    small: Workbench, server: DemoServer
) -> None:
    first, second = ask(small, 0), ask(small)
    small.engine.drop(first.id)
    assert [job.state for job in small.jobs.all()] == [JobState.CANCELLED, JobState.QUEUED]
    assert server.prompts_received == 0
    small.engine.drop(first.id)
    assert small.engine.lock.try_acquire("another")
    with pytest.raises(ProjectBusy):
        small.engine.drop(second.id)
    small.engine.lock.release()


def test_dropped_with_its_prompt_on_the_server(small: Workbench, server: DemoServer) -> None:
    """As after a crash: the prompt runs there, and nobody follows it here."""
    job = ask(small, steps=1000)
    run_with(small, (in_state(small, JobState.RUNNING), small.engine.stop))
    assert the_job(small).state is JobState.RUNNING
    small.engine.drop(job.id)
    assert the_job(small).state is JobState.CANCELLED
    ask(small)
    run(small)  # the server is free again
    assert the_job(small).state is JobState.DONE


def test_a_job_that_has_ended_stays_as_it_is(small: Workbench) -> None:
    job = ask(small)
    run(small)
    assert small.jobs.cancel(job.id).state is JobState.DONE
    run(small)
    assert the_job(small).state is JobState.DONE
