"""`restitch use`: make another version current."""

from __future__ import annotations

import argparse

from restitch_app.cli.arguments import (
    Commands,
    add_project,
    add_scene,
    add_segment,
    version_number,
)
from restitch_app.cli.exit_codes import DONE
from restitch_app.cli.facts import boundary_json, boundary_text, version_json
from restitch_app.cli.output import listed
from restitch_app.cli.shell import Shell


def register(commands: Commands) -> None:
    parser = commands.add(
        "use",
        run,
        about="Make a version of a segment current: it plays, exports and seeds the next one.",
        examples=("use lake 5 1", "use lake 5 v1"),
    )
    add_project(parser)
    add_segment(parser)
    parser.add_argument(
        "version", metavar="VERSION", type=version_number, help="its number, as 2 or v2"
    )
    add_scene(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        version = bench.versions.numbered(scene, args.segment - 1, args.version)
        used = bench.versions.use(version, shell.ctx)
        ends = bench.overview.around(scene, version.sequence_index)
        boundaries = [boundary for boundary in ends if boundary is not None]
        flagged = [index + 1 for index in used.stale.flagged]
        data = {
            "segment": args.segment,
            "version": version_json(bench.project, used.version),
            "replaced": used.replaced.number,
            "boundaries": [boundary_json(bench, boundary) for boundary in boundaries],
            "stale": {
                "flagged": flagged,
                "newly_flagged": [index + 1 for index in used.stale.newly_flagged],
            },
        }
        was = used.replaced.number
        is_new = was != used.version.number
        state = f"current (was v{was})" if is_new else "current already; nothing was changed"
        text = (
            f"Segment {args.segment}: v{used.version.number} is {state}. "
            f"Boundaries: {', '.join(map(boundary_text, boundaries)) or 'none'}. "
            f"Stale: {listed(flagged) or 'none'}."
        )
        shell.show(data, text)
    return DONE
