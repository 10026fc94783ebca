"""`restitch approve`: what a reviewer says of the current version of a segment."""

from __future__ import annotations

import argparse

from restitch_app.cli.arguments import Commands, add_project, add_scene, add_segment
from restitch_app.cli.exit_codes import DONE
from restitch_app.cli.facts import version_json
from restitch_app.cli.output import listed
from restitch_app.cli.shell import Shell


def register(commands: Commands) -> None:
    parser = commands.add(
        "approve",
        run,
        about="Approve the current version of a segment; where it is stale, that ends there too.",
        examples=(
            "approve lake 6",
            'approve lake 6 --needs-work "the hand melts"',
            "approve lake 6 --undo",
        ),
    )
    add_project(parser)
    add_segment(parser)
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--needs-work", metavar="WHY", nargs="?", const="", help="say the opposite, and why"
    )
    instead.add_argument("--undo", action="store_true", help="neither is said any more")
    add_scene(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        index = args.segment - 1
        if args.undo:
            change, told = bench.versions.withdraw(scene, index), "is neither approved nor poor"
        elif args.needs_work is not None:
            change = bench.versions.mark_needs_work(scene, index, args.needs_work)
            told = "needs work"
        else:
            change, told = bench.versions.approve(scene, index), "is approved"
        version = bench.project.current(scene, args.segment - 1)
        stale = [index + 1 for index in change.flagged]
        data = {
            "segment": args.segment,
            "version": version_json(bench.project, version),
            "needs_work": version.needs_work,
            "reason": version.work_reason,
            "stale": {
                "flagged": stale,
                "newly_flagged": [index + 1 for index in change.newly_flagged],
            },
        }
        text = (
            f"Segment {args.segment}: v{version.number} {told}. Stale: {listed(stale) or 'none'}."
        )
        shell.show(data, text)
    return DONE
