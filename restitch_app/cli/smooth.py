"""`restitch smooth`: mend a boundary, or see what that would come to."""

from __future__ import annotations

import argparse

from restitch_app.cli.arguments import (
    Commands,
    add_boundary,
    add_project,
    add_scene,
    add_segment,
    left_index,
    ordinal,
)
from restitch_app.cli.bridging import add_generation, bridge, check_no_generation
from restitch_app.cli.exit_codes import DONE, NO
from restitch_app.cli.remedy_facts import smoothed_json, smoothed_text
from restitch_app.cli.shell import Shell
from restitch_app.services.remedies.names import AUTO, COMFY_BRIDGE, LARGEST_WINDOW, NAMES, NONE

METHODS = (AUTO, *NAMES, COMFY_BRIDGE, NONE)


def register(commands: Commands) -> None:
    parser = commands.add(
        "smooth",
        run,
        about="Smooth a boundary of a segment. Exit code 1 if it stays red, or if the remedy that "
        "was chosen by name scores as harmful. No clip is changed.",
        examples=(
            "smooth lake 5 --boundary after --method auto",
            "smooth lake 5 --boundary before --method colour_ramp --window 6 --preview",
            "smooth lake 5 --boundary after --method comfy_bridge --server any --preview",
        ),
    )
    add_project(parser)
    add_segment(parser)
    add_boundary(parser)
    parser.add_argument(
        "--method",
        choices=METHODS,
        default=AUTO,
        metavar="NAME",
        help="%(default)s, if not given, tries all and keeps the best, if any helps; none takes an "
        f"earlier smoothing away; {COMFY_BRIDGE} has new frames made by ComfyUI; bridge draws "
        f"in-between frames from those at hand; one by name: {', '.join(NAMES)}",
    )
    parser.add_argument(
        "--window",
        metavar="K",
        type=ordinal,
        help=f"frames to use on each side, 1 to {LARGEST_WINDOW}",
    )
    parser.add_argument("--preview", action="store_true", help="only measure what it would come to")
    add_generation(parser)
    add_scene(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    from restitch_app.services.remedies.request import smooth

    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        bench.project.current(scene, args.segment - 1)
        if args.method == COMFY_BRIDGE:
            return bridge(args, shell, bench, scene)
        check_no_generation(args)
        smoothed = smooth(
            bench.remedies,
            bench.boundaries,
            scene,
            left_index(args),
            args.method,
            args.window,
            shell.ctx,
            preview=args.preview,
            bridging=bench.bridging,
        )
        shell.show(smoothed_json(smoothed), smoothed_text(smoothed))
    return DONE if smoothed.is_good else NO
