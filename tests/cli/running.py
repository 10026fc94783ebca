"""Runs the program inside the test, or as a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from restitch_app.entry import main

PROGRAM = (sys.executable, "-m", "restitch_app.entry")
TIMEOUT_S = 240.0


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """Standard output as the one object that it must be."""
        loaded = json.loads(self.out)
        assert isinstance(loaded, dict)
        return loaded


class Cli:
    """`cli("check", project, "--json")`, inside this process."""

    def __init__(self, captured: pytest.CaptureFixture[str]) -> None:
        self._captured = captured

    def __call__(self, *arguments: object) -> Result:
        self._captured.readouterr()
        code = main([str(argument) for argument in arguments])
        return Result(code, *self._captured.readouterr())


def run_process(*arguments: object, timeout_s: float = TIMEOUT_S) -> Result:
    process = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        check=False,
        capture_output=True,
        text=True,
        timeout=timeout_s,
    )
    return Result(process.returncode, process.stdout, process.stderr)


@contextmanager
def started(*arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A process of the program; killed at the end if it still runs."""
    new_group = 0x200 if os.name == "nt" else 0  # CREATE_NEW_PROCESS_GROUP: Ctrl-C for it alone
    with subprocess.Popen(
        [*PROGRAM, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        creationflags=new_group,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def ended(process: subprocess.Popen[str]) -> Result:
    out, err = process.communicate(timeout=TIMEOUT_S)
    return Result(process.returncode, out, err)


def press_ctrl_c(process: subprocess.Popen[str]) -> None:
    # Windows has an event of its own for it.
    process.send_signal(getattr(signal, "CTRL_C_EVENT", signal.SIGINT))


def wait_until(is_time: Callable[[], bool]) -> None:
    limit = time.monotonic() + TIMEOUT_S
    while not is_time():
        assert time.monotonic() < limit, "it never came to that"
        time.sleep(0.01)


def files_of(folder: Path) -> set[Path]:
    backups = folder / "backups"  # one is made at the day's first opening, whatever was asked
    return {path for path in folder.rglob("*") if path.is_file() and backups not in path.parents}
