"""`restitch purge`: remove the file of a version that is not needed any more."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import (
    Commands,
    add_project,
    add_scene,
    add_segment,
    version_number,
)
from restitch_app.cli.exit_codes import DONE, NO
from restitch_app.cli.shell import Shell

if TYPE_CHECKING:
    from restitch_app.domain.versions import Version
    from restitch_app.services.review.purging import PurgePlan


def register(commands: Commands) -> None:
    parser = commands.add(
        "purge",
        run,
        about="Remove a version's file for its space; its row stays. There is no undo. "
        "Without --yes only what would be freed is told, with exit code 1.",
        examples=("purge lake 5 1", "purge lake 5 v1 --yes"),
    )
    add_project(parser)
    add_segment(parser)
    parser.add_argument(
        "version", metavar="VERSION", type=version_number, help="its number, as 2 or v2"
    )
    parser.add_argument(
        "--yes",
        action="count",
        default=0,
        help="remove it; twice for a version that another one was seeded from",
    )
    add_scene(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        version = bench.versions.numbered(scene, args.segment - 1, args.version)
        if args.yes:
            plan = bench.purging.purge(version, also_seeding=args.yes > 1)
        else:
            plan = bench.purging.plan(version)
        data = {
            "segment": args.segment,
            "version": version.number,
            "segment_id": version.id,
            "purged": bool(args.yes),
            "files": list(plan.files),
            "freed_bytes": plan.freed_bytes,
            "seeded": [_named(one) for one in plan.seeded],
            "shared_with": [_named(one) for one in plan.shared_with],
        }
        shell.show(data, _text(plan, is_done=bool(args.yes)))
    return DONE if args.yes else NO


def _text(plan: PurgePlan, *, is_done: bool) -> str:
    freed = f"{plan.freed_bytes / (1 << 20):.1f} MiB"
    name = _named(plan.version)
    lines = [f"{file}: {'removed' if is_done else 'would be removed'}." for file in plan.files]
    if plan.shared_with:
        others = ", ".join(_named(one) for one in plan.shared_with)
        lines.append(f"{plan.version.file} stays: {others} plays it too.")
    elif not plan.files:
        lines.append(f"{plan.version.file} lies outside the project and stays there.")
    if plan.seeded:
        others = ", ".join(_named(one) for one in plan.seeded)
        lines.append(f"Seeded from it: {others}. Their seed frame stays.")
    if is_done:
        lines.append(f"The file of {name} is purged: {freed} freed. Its row stays.")
    else:
        yes = "--yes --yes" if plan.asks_twice else "--yes"
        lines.append(f"{name}: {freed} would be freed, for good. To do it, add {yes}.")
    return "\n".join(lines)


def _named(version: Version) -> str:
    return f"segment {version.sequence_index + 1} v{version.number}"
