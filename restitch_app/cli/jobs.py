"""`restitch jobs`: what waits for a server, and what to do about it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, add_project, ordinal
from restitch_app.cli.exit_codes import DONE, FAULT
from restitch_app.cli.facts import job_json
from restitch_app.cli.following import Following, Work
from restitch_app.cli.output import table
from restitch_app.cli.regenerate import add_patience
from restitch_app.cli.shell import Shell
from restitch_app.domain.jobs import JobRecord, JobState

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench


def register(commands: Commands) -> None:
    parser = commands.add(
        "jobs",
        run,
        about="List the jobs of a project; go on with open ones, cancel one, send one again.",
        examples=("jobs lake", "jobs lake --resume", "jobs lake --cancel 3", "jobs lake --again 3"),
    )
    add_project(parser)
    wish = parser.add_mutually_exclusive_group()
    wish.add_argument("--resume", action="store_true", help="work on the open jobs until they end")
    wish.add_argument("--cancel", metavar="ID", type=ordinal, help="stop a job, also on its server")
    wish.add_argument(
        "--again",
        metavar="ID",
        type=ordinal,
        help="send a failed or lost job once more, with its own settings, and follow it",
    )
    add_patience(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        followed = _wished(args, bench)
        if followed is None:
            jobs = bench.jobs.all()
        else:
            work = _dropping(bench, args.cancel) if args.cancel is not None else None
            jobs = Following(bench, shell, followed, args.patience, work).until_ended()
        shell.show({"jobs": [job_json(job) for job in jobs]}, _text(jobs))
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
