"""`restitch smooth --method comfy_bridge`: new frames for a boundary, made by a ComfyUI server."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Parser, left_index, ordinal
from restitch_app.cli.exit_codes import DONE, NO
from restitch_app.cli.facts import job_json
from restitch_app.cli.following import Following
from restitch_app.cli.regenerate import add_patience, add_settings, chosen_parameters, server
from restitch_app.cli.regenerated import JobFailed
from restitch_app.cli.remedy_facts import smoothed_json, smoothed_text
from restitch_app.cli.shell import Shell
from restitch_app.domain.errors import RestitchError, WrongUse
from restitch_app.domain.jobs import BridgeRequest, JobRecord, JobState
from restitch_app.domain.versions import Scene
from restitch_app.services.remedies.names import COMFY_BRIDGE

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench


class NoBridge(RestitchError):
    code = "no_bridge"


def add_generation(parser: Parser) -> None:
    group = parser.add_argument_group(f"with --method {COMFY_BRIDGE}")
    group.add_argument(
        "--server",
        metavar="URL|any",
        type=server,
        help="ComfyUI server instead of the project's; any: the least busy one that can",
    )
    group.add_argument(
        "--workflow",
        metavar="ID",
        type=ordinal,
        help="a workflow that takes a first and a last frame; see: restitch workflows PROJECT",
    )
    add_settings(group, "seed, cfg, steps, prompt")
    group.add_argument(
        "--again", action="store_true", help="make new frames even where they were made before"
    )
    add_patience(parser)


def check_no_generation(args: argparse.Namespace) -> None:
    """Raises WrongUse where something was asked that only a server could do."""
    if args.server is not None or args.workflow is not None or args.settings or args.again:
        raise WrongUse(
            f"The method {args.method} needs no server",
            "--server, --workflow, --set and --again are for new frames from ComfyUI",
            f"Leave them out, or choose --method {COMFY_BRIDGE}",
        )


def bridge(args: argparse.Namespace, shell: Shell, bench: Workbench, scene: Scene) -> int:
    """Frames that are there already are used again; else they are made, which is waited for."""
    from restitch_app.services.bridging.words import fitting
    from restitch_app.services.remedies.request import smooth_with

    request = BridgeRequest(
        left_index(args),
        window=args.window,
        parameters=chosen_parameters(args.settings),
        server_url=args.server,
        workflow_id=args.workflow,
        again=args.again,
    )
    asked = bench.bridging.request(
        scene, request, shell.ctx, lambda sentence: shell.note(f"restitch: {sentence}")
    )
    (job,) = Following(bench, shell, [asked.id], args.patience).until_ended()
    if job.state is not JobState.DONE:
        raise _no_bridge(job)
    candidate = bench.bridging.candidate(scene, job, shell.ctx)
    smoothed = smooth_with(
        bench.remedies,
        bench.boundaries,
        scene,
        candidate,
        request.left_index,
        shell.ctx,
        preview=args.preview,
    )
    data = {**smoothed_json(smoothed), "job": job_json(job)}
    told = f"{smoothed_text(smoothed)}\n{fitting(job.bridge)}" if job.bridge else ""
    shell.show(data, told)
    return DONE if smoothed.is_good else NO


def _no_bridge(job: JobRecord) -> RestitchError:
    if job.problem is not None:
        return JobFailed(job.problem)
    return NoBridge(f"{job.name} was not made", f"Job {job.id} is {job.state}")
