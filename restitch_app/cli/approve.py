"""`restitch approve`: the current version of a segment is good."""

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
        examples=("approve lake 6",),
    )
    add_project(parser)
    add_segment(parser)
    add_scene(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        change = bench.versions.approve(scene, args.segment - 1)
        version = bench.project.current(scene, args.segment - 1)
        stale = [index + 1 for index in change.flagged]
        data = {
            "segment": args.segment,
            "version": version_json(bench.project, version),
            "stale": {
                "flagged": stale,
                "newly_flagged": [index + 1 for index in change.newly_flagged],
            },
        }
        text = (
            f"Segment {args.segment}: v{version.number} is approved. "
            f"Stale: {listed(stale) or 'none'}."
        )
        shell.show(data, text)
    return DONE
