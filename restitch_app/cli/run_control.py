"""What `restitch jobs` does about runs, which are called r1, r2, ... beside the jobs' numbers."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, NewType

from restitch_app.cli.arguments import ordinal
from restitch_app.cli.exit_codes import DONE
from restitch_app.cli.output import table
from restitch_app.cli.regenerate import chosen_parameters
from restitch_app.cli.run_following import follow_run, run_json
from restitch_app.cli.shell import Shell
from restitch_app.domain.jobs import JobRecord
from restitch_app.domain.runs import RunRecord, RunState

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench

ALL = "all"
RunId = NewType("RunId", str)
"""With its r."""


def run_id(text: str) -> RunId:
    if text[:1] not in ("r", "R"):
        raise argparse.ArgumentTypeError(f"{text!r} is no run; they are called r1, r2, ...")
    return RunId(f"r{ordinal(text[1:])}")


def all_or_run(text: str) -> str:
    return ALL if text == ALL else run_id(text)


def job_or_run(text: str) -> int | RunId:
    return run_id(text) if text[:1] in ("r", "R") else ordinal(text)


def is_run(wish: object) -> bool:
    return isinstance(wish, str) and wish != ALL


def run_wish(args: argparse.Namespace, bench: Workbench, shell: Shell, which: str) -> int:
    """Carry out what is asked of a run; the exit code."""
    number = int(which[1:])
    if args.pause is not None or args.cancel is not None:
        runs = bench.runs
        halted = runs.pause(number) if args.pause is not None else runs.end(number)
        _drop_jobs(bench, halted)
        told = bench.runs.get(number)
        shell.show(run_json(bench, told), runs_text([told]).rstrip())
        return DONE
    from restitch_app.services.runs.controls import merged

    chosen = chosen_parameters(args.settings)
    wishes = merged(bench.runs.get(number).wishes, chosen) if chosen else None
    run = bench.runs.go_on(number, wishes, again=args.again is not None)
    return follow_run(bench, shell, run, args.patience)


def _drop_jobs(bench: Workbench, run: RunRecord) -> None:
    """A cancelled run's jobs end now where no engine works; else that one ends them."""
    from restitch_app.domain.errors import ProjectBusy

    for job in bench.runs.jobs_at(run):
        if run.state is RunState.CANCELLED and job.state.is_open:
            try:
                bench.engine.drop(job.id)
            except ProjectBusy:
                return


class AllOpen:
    """Everything that still wants to be worked on, and the jobs that did at first."""

    def __init__(self, bench: Workbench, job_ids: Sequence[int]) -> None:
        self._bench = bench
        self._job_ids = list(job_ids)

    def jobs(self) -> tuple[JobRecord, ...]:
        self._job_ids += [one.id for one in self._bench.jobs.open() if one.id not in self._job_ids]
        return tuple(self._bench.overview.job(job_id) for job_id in self._job_ids)

    def is_over(self, jobs: Sequence[JobRecord]) -> bool:
        if any(job.state.is_open for job in jobs):
            return False
        return all(run.state is not RunState.RUNNING for run in self._bench.runs.open())

    @property
    def stage(self) -> str:
        return "Preparing the next segment"


def runs_text(runs: Sequence[RunRecord]) -> str:
    """With an empty line after it; nothing where there is none."""
    if not runs:
        return ""
    from restitch_app.services.runs.words import run_name, run_told

    rows = [("Run", "", "State", "")]
    rows += [(f"r{run.id}", run_name(run), run.state.value, run_told(run)) for run in runs]
    return f"{table(rows)}\n\n"
