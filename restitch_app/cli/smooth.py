"""`restitch smooth`: mend a boundary, or see what that would come to."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import (
    Commands,
    add_boundary,
    add_project,
    add_scene,
    add_segment,
    left_index,
    ordinal,
)
from restitch_app.cli.exit_codes import DONE, NO
from restitch_app.cli.facts import boundary_text, smoothed_json
from restitch_app.cli.shell import Shell

if TYPE_CHECKING:
    from restitch_app.services.smoothing import Smoothed

METHODS = ("auto", "blend", "reextract", "none")


def register(commands: Commands) -> None:
    parser = commands.add(
        "smooth",
        run,
        about="Smooth a boundary of a segment. Exit code 1 if it stays red. No clip is changed.",
        examples=(
            "smooth lake 5 --boundary after --method auto",
            "smooth lake 5 --boundary before --method blend --window 6 --preview",
        ),
    )
    add_project(parser)
    add_segment(parser)
    add_boundary(parser)
    parser.add_argument(
        "--method",
        choices=METHODS,
        default="auto",
        help="%(default)s, if not given, tries the others, gentlest first; none takes an earlier "
        "smoothing away",
    )
    parser.add_argument(
        "--window", metavar="K", type=ordinal, help="frames to use on each side, 1 to 48"
    )
    parser.add_argument("--preview", action="store_true", help="only measure what it would come to")
    add_scene(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    from restitch_app.services.smoothing import Method

    method = Method(args.method)
    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        bench.project.current(scene, args.segment - 1)
        smoothed = bench.smoothing.preview(scene, left_index(args), method, args.window, shell.ctx)
        if not args.preview:
            bench.smoothing.apply(smoothed)
        shell.show(
            smoothed_json(smoothed, applied=not args.preview),
            _text(smoothed, applied=not args.preview),
        )
    return NO if smoothed.after.is_open and method is not Method.NONE else DONE


def _text(smoothed: Smoothed, *, applied: bool) -> str:
    frames = f" over {smoothed.window} frames a side" if smoothed.window else ""
    return (
        f"Boundary {boundary_text(smoothed.before)}: {smoothed.method.value}{frames} "
        f"{'gives' if applied else 'would give'} {boundary_text(smoothed.after)}; "
        f"fine detail lost: {smoothed.sharpness_loss:.1%}."
    )
