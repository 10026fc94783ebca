"""`restitch accept`: leave a boundary as it is, by decision, or take that back."""

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
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.joins import Decision


def register(commands: Commands) -> None:
    parser = commands.add(
        "accept",
        run,
        about="Accept a boundary as it is: no frame changes, and `check` lets it pass.",
        examples=(
            'accept lake 5 --boundary after --reason "reads as motion blur"',
            "accept lake 5 --boundary after --undo",
        ),
    )
    add_project(parser)
    add_segment(parser)
    add_boundary(parser)
    parser.add_argument("--reason", metavar="TEXT", default="", help="kept beside the value")
    parser.add_argument("--undo", action="store_true", help="it is not accepted any more")
    add_scene(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        bench.project.current(scene, args.segment - 1)
        index = left_index(args)
        if args.undo:
            known = bench.boundaries.at(scene, index, shell.ctx)
            if known.join.decision is not Decision.ACCEPTED:
                raise WrongUse(
                    f"Boundary {known.label} is not accepted", "There is nothing to undo"
                )
            boundary = bench.decisions.take_back(scene, index, shell.ctx)
            text = f"Boundary {boundary_text(boundary)}: no longer accepted."
        else:
            boundary = bench.decisions.accept(scene, index, shell.ctx, args.reason)
            text = f"Boundary {boundary_text(boundary)}: accepted as it is."
        shell.show(boundary_json(bench, boundary), text)
    return DONE
