"""`restitch accept`: leave a boundary as it is, by decision."""

from __future__ import annotations

import argparse

from restitch_app.cli.arguments import (
    Commands,
    add_boundary,
    add_project,
    add_scene,
    add_segment,
    left_index,
)
from restitch_app.cli.exit_codes import DONE
from restitch_app.cli.facts import boundary_json, boundary_text
from restitch_app.cli.shell import Shell


def register(commands: Commands) -> None:
    parser = commands.add(
        "accept",
        run,
        about="Accept a boundary as it is: no frame changes, and `check` lets it pass.",
        examples=('accept lake 5 --boundary after --reason "reads as motion blur"',),
    )
    add_project(parser)
    add_segment(parser)
    add_boundary(parser)
    parser.add_argument("--reason", metavar="TEXT", default="", help="kept beside the value")
    add_scene(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        bench.project.current(scene, args.segment - 1)
        boundary = bench.decisions.accept(scene, left_index(args), shell.ctx, args.reason)
        shell.show(
            boundary_json(bench, boundary),
            f"Boundary {boundary_text(boundary)}: accepted as it is.",
        )
    return DONE
