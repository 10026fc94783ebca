"""Processes that run a project's jobs and are killed with SIGKILL at a chosen instant."""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from restitch_app.comfy.server.wire import Wire
from restitch_app.domain.errors import RestitchError
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.project.project import open_project
from restitch_app.store.database import Database
from restitch_app.store.jobs import JobQueries
from restitch_app.store.runs import RunQueries
from restitch_app.store.versions import VersionQueries
from tests.services.faulty import hurry_for_good, quick_bench

# One process has loaded everything and is copied for each victim: starting it takes milliseconds.
_processes = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(["tests.services.killing"])

Labels = Callable[..., str]

LONGEST_S = 120.0
"""For one victim, whatever else the machine does."""


def victim(folder: Path, at: str = "", number: int = 0) -> ForkServerProcess:
    """A started process that runs the project's jobs and dies `at` a point, or at the n-th one.

    Points are "before X" and "after X" for each outside effect X: "job uploading" and so on (its
    row is moved), "POST upload", "POST prompt", "GET view" and so on (a request is sent), "rename",
    "version" (one is recorded), "join", "current" (one is made so), "run" (its row is moved).
    Without any it runs until it is killed from outside.
    """
    process = _processes.Process(target=_run_jobs, args=(folder, at, number))
    process.start()
    return process


def killed(process: ForkServerProcess) -> bool:
    """Whether it died of SIGKILL; it is waited for."""
    process.join(timeout=LONGEST_S)
    if process.exitcode is None:
        process.kill()
        process.join()
        raise AssertionError("the process neither finished nor died")
    return process.exitcode == -signal.SIGKILL


def _run_jobs(folder: Path, at: str, number: int) -> None:
    hurry_for_good()
    _Points(at, number).install()
    with open_project(folder) as project, suppress(RestitchError):
        quick_bench(project, "victim").engine.run()


class _Points:
    def __init__(self, at: str, number: int) -> None:
        self._at = at
        self._number = number
        self._passed = 0

    def install(self) -> None:
        faulthandler.dump_traceback_later(LONGEST_S - 10)  # where it hangs, if it does
        self._watch(JobQueries, "move", lambda _self, _id, state, **_: f"job {state}")
        self._watch(Wire, "stream", lambda _self, method, path, **_: f"{method} {_first(path)}")
        self._watch(Path, "replace", lambda *_: "rename")
        self._watch(RunQueries, "move", lambda *_, **__: "run")
        self._watch(VersionQueries, "add", lambda *_: "version")
        self._watch(VersionQueries, "make_current", lambda *_: "current")
        self._watch(Boundaries, "save", lambda *_: "join")
        if self._number:
            self._watch(Database, "run", lambda *_: "write")

    def _watch(self, owner: type, name: str, label: Labels) -> None:
        real = getattr(owner, name)

        def watched(*args: object, **kwargs: object) -> object:
            self._pass(f"before {label(*args, **kwargs)}")
            result = real(*args, **kwargs)
            self._pass(f"after {label(*args, **kwargs)}")
            return result

        setattr(owner, name, watched)

    def _pass(self, point: str) -> None:
        self._passed += 1
        if point == self._at or self._passed == self._number:
            os.kill(os.getpid(), signal.SIGKILL)


def _first(path: str) -> str:
    return path.split("/")[1]
