"""Jobs for any server, over real sockets: spread out, moved while safe, never paid twice."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from restitch_app.comfy.bindings.bindings import find_bindings
from restitch_app.comfy.bindings.fill import fill
from restitch_app.demo.server import AnswerFault, DemoServer, Faults
from restitch_app.demo.server.graph import NodeClass
from restitch_app.demo.server.manner import Manner
from restitch_app.domain.jobs import BecomesCurrent, JobRecord, JobState, RegenerationRequest
from restitch_app.domain.servers import ANY_SERVER, Server
from restitch_app.services.project.project import open_project
from restitch_app.services.workbench import Workbench
from tests.services.faulty import (
    MIDDLE,
    PATIENCE_S,
    check_sound,
    history,
    quick_bench,
    run,
    run_with,
    the_job,
)
from tests.services.killing import killed, victim
from tests.services.scenes import with_settings

KEY = "sk-very-secret-0815"
SERVERS_OWN = ("uvicorn", "websockets", "asyncio")
"""Loggers of the server, which runs in this process and may write down what it was sent."""


@dataclass(frozen=True)
class Lacking(Manner):
    """A server without one of the node classes."""

    @property
    def nodes(self) -> Mapping[str, NodeClass]:
        return {name: node for name, node in super().nodes.items() if name != "KSampler"}


@pytest.fixture
def bench(tmp_path: Path, three_segments: Path, hurry: None) -> Iterator[Workbench]:
    """A scene of three segments on any server; no server is in its list yet."""
    folder = tmp_path / "project"
    shutil.copytree(three_segments, folder)
    made = quick_bench(open_project(folder))
    with_settings(made, becomes_current=BecomesCurrent.ALWAYS)
    yield made
    made.project.close()


@pytest.fixture
def running() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def started(
    running: ExitStack, bench: Workbench, name: str, manner: Manner | None = None, key: str = ""
) -> DemoServer:
    """A new server, the last in the list. What the list shows while it is empty is turned off."""
    server = running.enter_context(DemoServer(step_delay_s=0.01, manner=manner))
    bench.servers.save(Server(server.url, name), key or None)
    first = bench.servers.servers()[0]
    if first.name == "This computer" and first.is_enabled:
        bench.servers.remove(first.url)
    return server


def ask_any(bench: Workbench, takes: int = 1, **parameters: str | int | float) -> list[JobRecord]:
    return list(
        bench.regeneration.request(
            bench.project.scene(),
            RegenerationRequest(MIDDLE, parameters, takes=takes, server_url=ANY_SERVER),
        )
    )


def states(bench: Workbench) -> list[JobState]:
    return [job.state for job in bench.jobs.all()]


def places(bench: Workbench) -> Counter[str]:
    return Counter(job.server_url for job in bench.jobs.all())


def paid(*servers: DemoServer) -> int:
    return sum(server.prompts_received for server in servers)


def test_takes_are_spread_over_the_servers(bench: Workbench, running: ExitStack) -> None:
    one, two = started(running, bench, "one"), started(running, bench, "two")
    ask_any(bench, takes=4)
    run(bench)
    assert states(bench) == [JobState.DONE] * 4
    assert places(bench) == {one.url: one.prompts_received, two.url: two.prompts_received}
    assert min(one.prompts_received, two.prompts_received) >= 1
    assert paid(one, two) == 4
    assert len(history(bench)) == 5
    check_sound(bench)


def test_a_server_that_others_keep_busy_gets_fewer(bench: Workbench, running: ExitStack) -> None:
    crowded, idle = started(running, bench, "crowded"), started(running, bench, "idle")
    prompt = dict(bench.project.store.versions.prompt(history(bench)[0].id) or {})
    first = history(bench)[0].first_frame
    assert first is not None
    picture = bench.project.path(first.file).read_bytes()
    with bench.servers.client(crowded.url, "somebody else") as client:
        name = client.upload_image("theirs.png", picture)
        for number in range(3):
            slow = _slow(prompt, name, number)
            client.submit(slow, f"00000000-0000-4000-8000-00000000000{number}")
    ask_any(bench)
    run(bench)
    assert the_job(bench).server_url == idle.url


def _slow(prompt: Mapping[str, object], image: str, number: int) -> dict[str, object]:
    bindings = find_bindings(dict(prompt))
    return fill(dict(prompt), bindings, {"seed_frame": image, "steps": 300, "seed": number})


def test_a_server_that_lacks_a_node_class_gets_none(bench: Workbench, running: ExitStack) -> None:
    lacking = started(running, bench, "lacking", Lacking())
    whole = started(running, bench, "whole")
    ask_any(bench, takes=2)
    run(bench)
    assert states(bench) == [JobState.DONE] * 2
    assert places(bench) == {whole.url: 2}
    assert (paid(lacking), paid(whole)) == (0, 2)


def test_a_prompt_that_the_only_server_fails_over_ends_with_its_reason(
    bench: Workbench, running: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("restitch_app.services.jobs.prompt_tries.MOST_TRIES", 2)
    failing = started(running, bench, "failing")
    failing.faults = Faults(answers=(AnswerFault("/prompt", "status", times=1000),))
    ask_any(bench)
    run(bench)
    problem = the_job(bench).problem
    assert states(bench) == [JobState.FAILED]
    assert problem is not None
    assert "answered 500 to it 2 times" in problem.detail


def test_a_refusal_that_no_preflight_foresaw_sends_the_job_on(
    bench: Workbench, running: ExitStack
) -> None:
    lacking = started(running, bench, "lacking", Lacking())
    lacking.faults = Faults(answers=(AnswerFault("/object_info", "status", times=100),))
    whole = started(running, bench, "whole")
    whole.refuse(0.3)
    ask_any(bench)
    run(bench)
    assert states(bench) == [JobState.DONE]
    assert (paid(lacking), paid(whole)) == (0, 1)
    assert the_job(bench).problem is None


def test_where_every_server_lacks_something_the_job_ends_and_says_what(
    bench: Workbench, running: ExitStack
) -> None:
    lacking = started(running, bench, "lacking", Lacking())
    (job,) = ask_any_unchecked(bench)
    run(bench)
    failed = bench.overview.job(job.id)
    assert failed.state is JobState.FAILED
    assert failed.problem is not None
    assert failed.problem.title == "No server can run this"
    assert "lacking" in failed.problem.detail
    assert "KSampler" in failed.problem.detail
    assert paid(lacking) == 0

    whole = started(running, bench, "whole")
    again = bench.jobs.submit_again(job.id)
    assert again.server_url == ANY_SERVER
    run(bench)
    assert states(bench) == [JobState.DONE]
    assert paid(lacking, whole) == 1


def ask_any_unchecked(bench: Workbench) -> list[JobRecord]:
    """As if the server had lost the class after the reviewer asked."""
    bench.servers.save(Server(bench.servers.servers()[0].url, "lacking", is_enabled=False))
    jobs = ask_any(bench)
    bench.servers.save(Server(bench.servers.servers()[0].url, "lacking"))
    return jobs


@pytest.mark.parametrize("route", ["/upload", "/prompt"])
def test_a_server_that_dies_before_it_took_the_prompt_is_left_for_another(
    bench: Workbench, running: ExitStack, route: str
) -> None:
    dying, other = started(running, bench, "dying"), started(running, bench, "other")
    dying.faults = Faults(answers=(AnswerFault(route, "status", status=503, times=1000),))
    ask_any(bench, takes=3)
    run(bench)
    assert states(bench) == [JobState.DONE] * 3
    assert places(bench) == {other.url: 3}
    assert (paid(dying), paid(other)) == (0, 3)
    check_sound(bench)


def test_a_submitted_prompt_stays_and_those_behind_it_move_on(
    bench: Workbench, running: ExitStack
) -> None:
    dying, other = started(running, bench, "dying"), started(running, bench, "other")
    jobs = ask_any(bench, takes=4, steps=60)

    def on_dying(state: JobState) -> bool:
        return any(j.server_url == dying.url and j.state is state for j in bench.jobs.all())

    def others_done() -> bool:
        return sum(job.state is JobState.DONE for job in bench.jobs.all()) == 3

    run_with(
        bench,
        (lambda: on_dying(JobState.RUNNING), lambda: dying.refuse(PATIENCE_S)),
        (others_done, dying.come_back),
    )
    assert states(bench) == [JobState.DONE] * 4
    assert places(bench) == {dying.url: 1, other.url: 3}
    assert (paid(dying), paid(other)) == (1, 3)
    assert dying.prompts_executed == 1
    assert len(jobs) == 4
    check_sound(bench)


def test_a_job_of_a_certain_server_waits_for_it(bench: Workbench, running: ExitStack) -> None:
    away, other = started(running, bench, "away"), started(running, bench, "other")
    with_settings(bench, server_url=away.url)
    bench.regeneration.request(bench.project.scene(), RegenerationRequest(MIDDLE))
    away.refuse(1.0)
    run(bench)
    assert the_job(bench).server_url == away.url
    assert (paid(away), paid(other)) == (1, 0)


def test_while_no_server_answers_the_job_waits_and_goes_on_with_the_first_that_does(
    bench: Workbench, running: ExitStack
) -> None:
    one, two = started(running, bench, "one"), started(running, bench, "two")
    one.refuse(PATIENCE_S)
    two.refuse(PATIENCE_S)
    ask_any(bench)
    seen: list[tuple[str, str]] = []

    def note() -> None:
        job = the_job(bench)
        assert job.problem is not None
        assert job.waiting_since is not None
        seen.append((job.problem.title, job.problem.detail))
        two.come_back()

    run_with(bench, (lambda: the_job(bench).waiting_since is not None, note))
    assert seen[0][0] == "No server answers"
    assert "one" in seen[0][1]
    assert "two" in seen[0][1]
    done = the_job(bench)
    assert (done.state, done.server_url) == (JobState.DONE, two.url)
    assert (done.waiting_since, done.problem) == (None, None)
    assert paid(one, two) == 1


def test_a_server_that_is_turned_off_gets_none(bench: Workbench, running: ExitStack) -> None:
    off, on = started(running, bench, "off"), started(running, bench, "on")
    bench.servers.save(Server(off.url, "off", is_enabled=False))
    ask_any(bench, takes=2)
    run(bench)
    assert (paid(off), paid(on)) == (0, 2)


def test_a_key_is_needed_and_given(bench: Workbench, running: ExitStack) -> None:
    keyed = started(running, bench, "keyed", Manner(api_key=KEY), KEY)
    ask_any(bench)
    run(bench)
    assert states(bench) == [JobState.DONE]
    assert paid(keyed) == 1


def test_without_its_key_a_job_waits_and_says_so_and_goes_on_once_it_has_it(
    bench: Workbench, running: ExitStack
) -> None:
    keyed = started(running, bench, "keyed", Manner(api_key=KEY))
    ask_any(bench)
    seen: list[str] = []

    def give_key() -> None:
        job = the_job(bench)
        assert job.problem is not None
        seen.append(job.problem.detail)
        bench.servers.save(Server(keyed.url, "keyed"), KEY)

    run_with(bench, (lambda: the_job(bench).waiting_since is not None, give_key))
    assert "wants an API key" in seen[0]
    assert states(bench) == [JobState.DONE]
    assert paid(keyed) == 1


def test_a_key_that_changes_while_a_prompt_runs_costs_no_render(
    bench: Workbench, running: ExitStack
) -> None:
    keyed = started(running, bench, "keyed", Manner(api_key=KEY), KEY)
    ask_any(bench, steps=80)

    def is_running() -> bool:
        return the_job(bench).state is JobState.RUNNING

    def is_refused() -> bool:
        problem = the_job(bench).problem
        return problem is not None and problem.code == "comfy_key"

    keyed_out = AnswerFault("", "status", status=401, times=30)
    run_with(
        bench,
        (is_running, lambda: setattr(keyed, "faults", Faults(answers=(keyed_out,)))),
        (is_refused, lambda: setattr(keyed, "faults", Faults())),
    )
    assert states(bench) == [JobState.DONE]
    assert keyed.prompts_received == keyed.prompts_executed == 1


def test_the_key_is_in_no_file_of_project_and_settings(
    bench: Workbench, running: ExitStack, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    started(running, bench, "keyed", Manner(api_key="another"), KEY)
    whole = started(running, bench, "whole", Manner(api_key=KEY), KEY)
    whole.faults = Faults(answers=(AnswerFault("/upload", "status", status=500),))
    ask_any(bench, takes=2)
    run(bench)
    assert states(bench) == [JobState.DONE] * 2
    texts = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert len(texts) > 5
    assert [path for path, data in texts.items() if KEY.encode() in data] == []
    said = [one.getMessage() for one in caplog.records if not one.name.startswith(SERVERS_OWN)]
    assert len(said) > 5
    assert [line for line in said if KEY in line] == []
    assert KEY not in repr(bench.servers.servers()) + repr(bench.jobs.all())


def test_a_cancelled_job_that_waits_for_a_server_ends_at_once(
    bench: Workbench, running: ExitStack
) -> None:
    away = started(running, bench, "away")
    away.refuse(60)
    (job,) = ask_any(bench)
    run_with(
        bench,
        (lambda: the_job(bench).waiting_since is not None, lambda: bench.jobs.cancel(job.id)),
    )
    assert states(bench) == [JobState.CANCELLED]
    assert paid(away) == 0


SURELY_NOT_TAKEN = ("before job uploading", "after job uploading", "after POST upload")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("instant", SURELY_NOT_TAKEN)
def test_killed_together_with_its_server_before_submission_the_job_goes_to_the_other(
    bench: Workbench, running: ExitStack, instant: str
) -> None:
    servers = [started(running, bench, "one"), started(running, bench, "two")]
    ask_any(bench)
    assert killed(victim(bench.project.folder, at=instant))
    (gone,) = [one for one in servers if one.url == the_job(bench).server_url]
    (other,) = [one for one in servers if one is not gone]
    gone.stop()
    run(bench)
    assert states(bench) == [JobState.DONE]
    assert places(bench) == {other.url: 1}
    assert paid(*servers) == 1
    check_sound(bench)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_together_with_its_server_after_submission_the_job_waits_there(
    bench: Workbench, running: ExitStack
) -> None:
    servers = [started(running, bench, "one"), started(running, bench, "two")]
    ask_any(bench)
    assert killed(victim(bench.project.folder, at="after POST prompt"))
    (holder,) = [one for one in servers if one.url == the_job(bench).server_url]
    holder.refuse(2.0)
    run(bench)
    assert states(bench) == [JobState.DONE]
    assert places(bench) == {holder.url: 1}
    assert paid(*servers) == 1
    check_sound(bench)


@pytest.mark.parametrize("does", ["drop", "stall"])
def test_a_prompt_of_unknown_fate_is_not_given_to_another_server(
    bench: Workbench, running: ExitStack, does: str
) -> None:
    one, two = started(running, bench, "one"), started(running, bench, "two")
    fault = AnswerFault("/prompt", does, status=200, seconds=3)  # type: ignore[arg-type]
    for server in (one, two):
        server.faults = Faults(answers=(fault,))
    (job,) = ask_any(bench)
    run(bench)
    assert states(bench) == [JobState.LOST]
    assert paid(one, two) == 0
    bench.jobs.submit_again(job.id)
    assert the_job(bench).server_url == ANY_SERVER
    for server in (one, two):
        server.faults = Faults()
    run(bench)
    assert states(bench) == [JobState.DONE]
    assert paid(one, two) == 1


def test_many_takes_on_servers_that_come_and_go_are_each_paid_once(
    bench: Workbench, running: ExitStack
) -> None:
    servers = [started(running, bench, name) for name in ("one", "two", "three")]
    ask_any(bench, takes=8, steps=12)

    def done(count: int) -> Callable[[], bool]:
        return lambda: sum(job.state is JobState.DONE for job in bench.jobs.all()) >= count

    run_with(
        bench,
        (done(1), lambda: servers[0].refuse(0.7)),
        (done(2), lambda: servers[1].refuse(0.7)),
        (done(4), lambda: servers[2].refuse(0.7)),
        (done(5), lambda: servers[0].refuse(0.7)),
    )
    # A connection cut while a prompt was being sent: only a person may decide to send it again.
    for job in bench.jobs.all():
        if job.state is JobState.LOST:
            bench.jobs.submit_again(job.id)
    run(bench)
    assert states(bench) == [JobState.DONE] * 8
    assert paid(*servers) == 8
    assert sum(one.prompts_executed for one in servers) == 8
    check_sound(bench)
