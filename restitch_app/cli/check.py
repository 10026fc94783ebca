"""`restitch check`: scores of the boundaries, for people and for pipelines that gate on them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, add_project, add_scene, ordinal
from restitch_app.cli.exit_codes import DONE, NO
from restitch_app.cli.facts import advice_on, boundary_json
from restitch_app.cli.output import table
from restitch_app.cli.shell import Shell
from restitch_app.domain.boundaries import Boundary
from restitch_app.services.boundaries.words import diagnosis

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench


def register(commands: Commands) -> None:
    parser = commands.add(
        "check",
        run,
        about="Measure the boundaries. Exit code 1 if one is red and neither accepted nor a cut.",
        examples=("check lake", "check lake --segment 5 --json"),
    )
    add_project(parser)
    parser.add_argument(
        "--segment", metavar="N", type=ordinal, help="only the boundaries of this segment"
    )
    add_scene(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        only = None
        if args.segment is not None:
            index = bench.project.current(scene, args.segment - 1).sequence_index
            only = {index - 1, index}
        boundaries = bench.boundaries.check(scene, shell.ctx, only)
        still_red = [boundary.label for boundary in boundaries if boundary.is_open]
        data = {
            "project": str(bench.project.folder),
            "scene": scene.name,
            "boundaries": [boundary_json(bench, boundary) for boundary in boundaries],
            "red": still_red,
        }
        shell.show(data, _text(bench, boundaries, still_red))
    return NO if still_red else DONE


def _text(bench: Workbench, boundaries: Sequence[Boundary], still_red: Sequence[str]) -> str:
    rows = [("Boundary", "SSIM", "Normal here", "V", "Class", "Recommendation")]
    for boundary in boundaries:
        measures, decision = boundary.join.measures, boundary.join.decision
        normal = ""
        if measures and measures.natural_min is not None and measures.natural_max is not None:
            normal = f"{measures.natural_min:.3f}–{measures.natural_max:.3f}"
        mark = boundary.boundary_class.value if boundary.boundary_class else ""
        rows.append(
            (
                boundary.label,
                "" if boundary.ssim is None else f"{boundary.ssim:.3f}",
                normal,
                "" if boundary.verdict is None else f"{boundary.verdict:.1f}",
                f"{mark} ({decision.value})" if decision else mark,
                advice_on(bench, boundary) or diagnosis(boundary) or "",
            )
        )
    verdict = f"Red: {', '.join(still_red)}" if still_red else "No boundary is red."
    return f"{table(rows)}\n{verdict}"
