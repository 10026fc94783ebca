"""`restitch handover` and `restitch merge`: decisions from one copy of a project to another."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, add_project
from restitch_app.cli.exit_codes import DONE, NO
from restitch_app.cli.shell import Shell

if TYPE_CHECKING:
    from restitch_app.services.handover.handing_over import Merged, MergePlan
    from restitch_app.services.handover.items import Item


def register(commands: Commands) -> None:
    parser = commands.add(
        "handover",
        write,
        about="Write decisions, notes and marks to one file, for a colleague's copy.",
        examples=("handover lake lake-anna.json",),
    )
    add_project(parser)
    parser.add_argument("out", metavar="OUT.json", type=Path, help="the file to write")
    parser = commands.add(
        "merge",
        merge,
        about="Take over decisions, notes and marks that a colleague handed over.",
        examples=(
            "merge lake lake-anna.json --dry-run",
            "merge lake lake-anna.json",
            'merge lake lake-anna.json --take "boundary 5|6"',
        ),
    )
    add_project(parser)
    parser.add_argument("file", metavar="FILE", type=Path, help="what restitch handover wrote")
    parser.add_argument(
        "--take",
        metavar="NAME",
        action="append",
        default=[],
        help="in this conflict take theirs; as the conflict is listed; can be repeated",
    )
    parser.add_argument("--theirs", action="store_true", help="in every conflict take theirs")
    parser.add_argument("--dry-run", action="store_true", help="change nothing, only tell")


def write(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        handed = bench.handing_over.write(args.out.absolute())
        data = {
            "path": str(args.out.absolute()),
            "verdicts": len(handed.verdicts),
            "decisions": len(handed.decisions),
            "calls": len(handed.calls),
            "notes": len(handed.notes),
        }
        text = (
            f"{args.out} is written: {len(handed.verdicts)} verdicts on segments, "
            f"{len(handed.decisions)} decisions about boundaries, {len(handed.calls)} verdicts on "
            f"boundaries, {len(handed.notes)} notes."
        )
        shell.show(data, text)
    return DONE


def merge(args: argparse.Namespace, shell: Shell) -> int:
    """1 where a conflict is left: what is said here stayed."""
    with shell.open(args.project) as bench:
        plan = bench.handing_over.plan(args.file)
        theirs = [one.key for one in plan.conflicts] if args.theirs else args.take
        done = None if args.dry_run else bench.handing_over.merge(plan, theirs)
        shell.show(_json(plan, done), _text(plan, done))
        left = plan.conflicts if done is None else done.kept
    return NO if left else DONE


def _json(plan: MergePlan, done: Merged | None) -> dict[str, object]:
    return {
        "by": plan.by,
        "at": plan.at,
        "new": [_item(one) for one in plan.items if not one.is_conflict],
        "conflicts": [_item(one) for one in plan.conflicts],
        "left_out": [{"name": one.key, "reason": one.reason} for one in plan.left_out],
        "same": plan.same,
        "taken": list(done.taken) if done else [],
        "kept": list(done.kept) if done else [],
    }


def _item(item: Item) -> dict[str, object]:
    return {"name": item.key, "mine": item.mine or None, "theirs": item.theirs}


def _text(plan: MergePlan, done: Merged | None) -> str:
    kept = {one.key for one in plan.conflicts} if done is None else set(done.kept)
    lines = [f"From {plan.by}, {plan.at}. {plan.same} things are said here just so."]
    for one in plan.items:
        if one.key in kept:
            lines.append(f"Conflict: {one.key}. Here: {one.mine}. Theirs: {one.theirs}.")
        else:
            verb = "Would be taken over" if done is None else "Taken over"
            lines.append(f"{verb}: {one.key}: {one.theirs}.")
    lines += [f"Left out: {one.key}: {one.reason}." for one in plan.left_out]
    if kept:
        lines.append('Conflicts stay as they are here; --take "NAME" or --theirs takes the other.')
    return "\n".join(lines)
