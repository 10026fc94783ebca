"""`restitch cut`: declare a boundary to be a cut, or take that back."""

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


def register(commands: Commands) -> None:
    parser = commands.add(
        "cut",
        run,
        about="Declare a boundary to be a cut: it is never red and never smoothed.",
        examples=("cut lake 5 --boundary after", "cut lake 5 --boundary after --undo"),
    )
    add_project(parser)
    add_segment(parser)
    add_boundary(parser)
    parser.add_argument("--reason", metavar="TEXT", default="", help="kept beside the decision")
    parser.add_argument("--undo", action="store_true", help="it is no cut after all")
    add_scene(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        bench.project.current(scene, args.segment - 1)
        index = left_index(args)
        if args.undo:
            known = bench.boundaries.at(scene, index, shell.ctx)
            if not known.is_cut:
                raise WrongUse(f"Boundary {known.label} is no cut", "There is nothing to undo")
            boundary = bench.decisions.take_back(scene, index, shell.ctx)
            text = f"Boundary {boundary_text(boundary)}: no longer a cut."
        else:
            boundary = bench.decisions.declare_cut(scene, index, shell.ctx, args.reason)
            text = f"Boundary {boundary.label}: a cut. It is never scored and never smoothed."
        shell.show(boundary_json(bench, boundary), text)
    return DONE
