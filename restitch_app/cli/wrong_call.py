"""`restitch wrong-call`: tell what a boundary really looks like, so that limits can be fitted."""

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
from restitch_app.domain.boundaries import SEEN_AS

CLASSES = {word: seen for seen, word in SEEN_AS.items()}


def register(commands: Commands) -> None:
    parser = commands.add(
        "wrong-call",
        run,
        about="Note what a boundary really looks like. Its class stays; with enough such calls "
        "`limits PROJECT propose` finds limits that fit.",
        examples=(
            "wrong-call lake 5 --boundary after --really smooth",
            "wrong-call lake 5 --boundary after --undo",
        ),
    )
    add_project(parser)
    add_segment(parser)
    add_boundary(parser)
    said = parser.add_mutually_exclusive_group(required=True)
    said.add_argument("--really", choices=tuple(CLASSES), help="what somebody who watches it sees")
    said.add_argument("--undo", action="store_true", help="take an earlier call back")
    add_scene(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        bench.project.current(scene, args.segment - 1)
        index = left_index(args)
        says = None if args.undo else CLASSES[args.really]
        call = bench.decisions.call(scene, index, says, shell.ctx)
        boundary = bench.boundaries.at(scene, index, shell.ctx)
        text = f"Boundary {boundary_text(boundary)}: "
        if call is None:
            text += "the call is taken back."
        elif call.is_wrong:
            text += f"noted that it is really {SEEN_AS[call.says]}."
        else:
            text += f"noted that it is {SEEN_AS[call.says]}, as it was judged."
        shell.show(boundary_json(bench, boundary), text)
    return DONE
