"""`restitch jobs`: what waits for a server, and what to do about it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, add_project
from restitch_app.cli.exit_codes import DONE, FAULT
from restitch_app.cli.facts import job_json
from restitch_app.cli.following import Following, Work
from restitch_app.cli.output import table, typed
from restitch_app.cli.regenerate import add_patience, add_settings
from restitch_app.cli.run_control import (
    ALL,
    AllOpen,
    all_or_run,
    is_run,
    job_or_run,
    run_id,
    run_wish,
    runs_text,
)
from restitch_app.cli.run_following import run_json
from restitch_app.cli.shell import Shell
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.jobs import JobRecord, JobState
from restitch_app.domain.runs import RunRecord, RunState

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench


def register(commands: Commands) -> None:
    parser = commands.add(
        "jobs",
        run,
        about="List the jobs and runs of a project; go on with open ones, cancel one, send one "
        "again. Runs are called r1, r2, ...",
        examples=(
            "jobs lake",
            "jobs lake --resume",
            "jobs lake --cancel 3",
            "jobs lake --again 3",
            "jobs lake --resume r2 --set cfg=4",
            "jobs lake --cancel r2",
        ),
    )
    add_project(parser)
    wish = parser.add_mutually_exclusive_group()
    wish.add_argument(
        "--resume",
        nargs="?",
        const=ALL,
        metavar="rID",
        type=all_or_run,
        help="work on the open jobs and running runs until they end; with rID: continue that "
        "paused run",
    )
    wish.add_argument(
        "--cancel",
        metavar="ID|rID",
        type=job_or_run,
        help="stop a job, also on its server, or a run for good",
    )
    wish.add_argument(
        "--pause", metavar="rID", type=run_id, help="pause a run after what is rendered now"
    )
    wish.add_argument(
        "--again",
        metavar="ID|rID",
        type=job_or_run,
        help="send a failed or lost job once more, with its own settings, and follow it; or "
        "continue a paused run by rendering its segment again",
    )
    add_settings(parser, "of a run that goes on: cfg, steps, prompt")
    add_patience(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    named = [wish for wish in (args.resume, args.cancel, args.pause, args.again) if is_run(wish)]
    if args.settings and not (named and (args.resume or args.again)):
        raise WrongUse("Nothing takes these settings", "--set goes with --resume rID", "Name a run")
    with shell.open(args.project) as bench:
        if named:
            return run_wish(args, bench, shell, named[0])
        followed = _wished(args, bench)
        if followed is None:
            jobs = bench.jobs.all()
        else:
            work = _dropping(bench, args.cancel) if args.cancel is not None else None
            what = AllOpen(bench, followed) if args.resume else followed
            jobs = Following(bench, shell, what, args.patience, work).until_ended()
        runs = bench.runs.list()
        worker = bench.engine.lock.worker()
        is_left = worker is None and _wants_work(runs, jobs)
        text = f"{runs_text(runs)}{_text(jobs)}{_left(bench.project.folder) if is_left else ''}"
        told = {"runs": [run_json(bench, one) for one in runs], "worker": worker}
        shell.show({**told, "jobs": [job_json(job) for job in jobs]}, text)
        for job in jobs:
            if followed is not None and job.problem is not None:
                problem = job.problem
                shell.note(f"restitch: {problem.title}. {problem.detail}. {problem.hint}")
    went_wrong = any(job.state in (JobState.FAILED, JobState.LOST) for job in jobs)
    return FAULT if followed is not None and went_wrong else DONE


def _wished(args: argparse.Namespace, bench: Workbench) -> list[int] | None:
    """Ids of the jobs to follow; None only to list them."""
    if args.cancel is not None:
        return [bench.jobs.cancel(args.cancel).id]
    if args.again is not None:
        return [bench.jobs.submit_again(args.again).id]
    if args.resume:
        return [job.id for job in bench.jobs.open()]
    return None


def _dropping(bench: Workbench, job_id: int) -> Work:
    """A cancel begins no other job, which would cost a render."""
    return lambda _look: bench.engine.drop(job_id)


def _wants_work(runs: Sequence[RunRecord], jobs: Sequence[JobRecord]) -> bool:
    """A run that is paused waits for a person, not for a program."""
    return any(job.state.is_open for job in jobs) or any(
        run.state is RunState.RUNNING for run in runs
    )


def _left(project: Path) -> str:
    return (
        "\n\nNo program works on them just now. The window does while it has the project open, "
        f"and so does: {typed('jobs', project, '--resume')}"
    )


def _text(jobs: Sequence[JobRecord]) -> str:
    if not jobs:
        return "No jobs."
    rows = [("Job", "Segment", "Take", "State", "Server", "")]
    rows += [
        (
            str(job.id),
            job.name.removeprefix("Segment "),
            f"{job.take}/{job.takes}",
            job.state.value,
            job.server_url or "any",
            job.problem.title if job.problem else "",
        )
        for job in jobs
    ]
    return table(rows)
