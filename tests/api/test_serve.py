"""`serve`: as a process with signals, and beside other programs on the same project."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Queue

import pytest

from restitch_app.api import serve as serve_module
from restitch_app.api.serve import serve
from restitch_app.api.server import LoopbackServer
from restitch_app.demo.server import DemoServer
from restitch_app.domain.errors import PortTaken
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.services.project.lock import EngineLock
from restitch_app.services.project.project import open_project
from restitch_app.services.workbench import Workbench
from tests.api.client import DOOR, TOKEN, ApiClient, error_of
from tests.services.scenes import bench_on, with_settings

PROGRAM = """
import sys
from pathlib import Path
from restitch_app.api.serve import serve
from restitch_app.services.project.api_tokens import OneToken
from restitch_app.services.project.project import open_project
from restitch_app.services.servers.keys import HeldKeys
from restitch_app.services.servers.server_list import ServerList
from restitch_app.services.workbench import workbench
with open_project(Path(sys.argv[1])) as project:
    servers = ServerList(Path(sys.argv[1]).parent / "settings", HeldKeys())
    bench = workbench(project, servers, "restitch serve")
    serve(bench, 0, OneToken(sys.argv[2]), lambda url: print(url, flush=True))
print("ended")
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to send")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_in_good_order(bench: Workbench, number: signal.Signals) -> None:
    command = [sys.executable, "-W", "error", "-c", PROGRAM, str(bench.project.folder), TOKEN]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        with ApiClient(process.stdout.readline().strip()) as api:
            assert api.get("/api/project")["name"] == "Test"
            process.send_signal(number)
            out, err = process.communicate(timeout=120)
    assert (process.returncode, out, err) == (0, "ended\n", "")
    lock = EngineLock(bench.project.folder)
    assert lock.try_acquire("test")
    lock.release()


@contextmanager
def serving(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> Iterator[ApiClient]:
    """`serve` on a thread, where a test sends the signals."""
    stops: Queue[threading.Event] = Queue()
    urls: Queue[str] = Queue()

    @contextmanager
    def ended_by_test(stopping: threading.Event) -> Iterator[None]:
        stops.put(stopping)
        yield

    monkeypatch.setattr(serve_module, "_ended_by_signals", ended_by_test)
    monkeypatch.setattr(serve_module, "ENGINE_TRIES_EVERY_S", 0.0)
    thread = threading.Thread(target=serve, args=(bench, 0, DOOR, urls.put))
    thread.start()
    try:
        with ApiClient(urls.get(timeout=120)) as api:
            yield api
    finally:
        stops.get(timeout=120).set()
        thread.join()


def test_it_runs_jobs_that_another_program_enqueued(
    bench: Workbench, demo_server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_settings(bench, server_url=demo_server.url)
    with serving(bench, monkeypatch) as api, open_project(bench.project.folder) as project:
        cli = bench_on(project)
        (job,) = cli.regeneration.request(cli.project.scene(), RegenerationRequest(1))
        assert api.ended(job.id)["state"] == "done"
    assert demo_server.prompts_executed == 1


def test_jobs_are_left_to_who_has_the_project_and_taken_over_afterwards(
    bench: Workbench, demo_server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_settings(bench, server_url=demo_server.url)
    window = EngineLock(bench.project.folder)
    window.acquire("window")
    with serving(bench, monkeypatch) as api:
        told = api.post("/api/segments/2/regenerate", status=202)
        time.sleep(0.5)  # several looks of an engine
        assert api.get(f"/api/jobs/{told['job_id']}")["state"] == "queued"
        window.release()
        assert api.ended(told["job_id"])["state"] == "done"


def test_a_read_only_project_is_shown_and_not_changed(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_project(bench.project.folder, read_only=True) as project:
        with serving(bench_on(project), monkeypatch) as api:
            assert len(api.get("/api/scenes/1/segments")["segments"]) == 4
            refused = api.ask("POST", "/api/segments/2/regenerate")
        assert error_of(refused, 503)["code"] == "storage"
    assert bench.project.store.jobs.list() == ()


def test_a_taken_port_is_said_by_number(bench: Workbench) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=f"Port {port} cannot be used"):
            serve(bench, port, DOOR)
    with pytest.raises(PortTaken):
        serve(bench, 70_000, DOOR)


def test_stopping_gives_up_long_requests(bench: Workbench) -> None:
    entered = threading.Event()
    answers: list[int] = []

    def endless(_version: object, ctx: JobContext) -> None:
        entered.set()
        ctx.wait(60)

    bench.versions.use = endless  # type: ignore[method-assign,assignment]
    with LoopbackServer(bench, DOOR) as server, ApiClient(server.url) as api:
        asking = threading.Thread(
            target=lambda: answers.append(api.ask("POST", "/api/segments/2/use").status_code)
        )
        asking.start()
        assert entered.wait(10)
        server.stop()
        asking.join()
    assert answers == [503]


def test_reads_go_on_while_a_long_request_runs(bench: Workbench) -> None:
    entered, leave = threading.Event(), threading.Event()

    def slow(*_args: object) -> None:
        entered.set()
        leave.wait(20)
        raise RuntimeError("never mind")

    bench.versions.use = slow  # type: ignore[method-assign,assignment]
    with LoopbackServer(bench, DOOR) as server, ApiClient(server.url) as api:
        asking = threading.Thread(target=lambda: api.ask("POST", "/api/segments/2/use"))
        asking.start()
        assert entered.wait(10)
        with ApiClient(server.url) as other:
            assert other.get("/api/project")["name"] == "Test"
        leave.set()
        asking.join()
