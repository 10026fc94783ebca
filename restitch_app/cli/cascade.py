"""`restitch cascade`: make everything downstream anew, after telling what that costs."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, add_project, add_scene, ordinal
from restitch_app.cli.exit_codes import NO
from restitch_app.cli.run_following import follow_run
from restitch_app.cli.run_wishes import add_wishes, wishes_of
from restitch_app.cli.shell import Shell

if TYPE_CHECKING:
    from restitch_app.services.runs.planning import CascadePlan


def register(commands: Commands) -> None:
    parser = commands.add(
        "cascade",
        run,
        about="Render every segment from one on anew, each from the new last frame before it. "
        "Tells first what that costs; begins with --yes, or when a terminal says yes. Ends where "
        "nothing further is stale. Exit code 1 if it did not begin, or waits for you.",
        examples=(
            "cascade lake --from 6",
            "cascade lake --from 6 --yes --set steps=30 --on-failed-gate stop",
        ),
    )
    add_project(parser)
    parser.add_argument(
        "--from", metavar="N", type=ordinal, required=True, dest="segment", help="first segment"
    )
    parser.add_argument("--yes", action="store_true", help="begin without asking")
    add_wishes(parser)
    add_scene(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        scene, index = bench.project.scene(args.scene), args.segment - 1
        wishes = wishes_of(args, index)
        plan = bench.runs.plan_cascade(scene, index, wishes)
        if not args.yes and not _is_wanted(plan, shell):
            text = "\n".join(plan.sentences)
            shell.show(_plan_json(plan), f"{text}\nBegin it with --yes.")
            return NO
        begun = bench.runs.cascade(
            scene, index, wishes, shell.ctx, lambda told: shell.note(f"restitch: {told}")
        )
        return follow_run(bench, shell, begun, args.patience)


def _is_wanted(plan: CascadePlan, shell: Shell) -> bool:
    """Asks where somebody is there to answer."""
    if shell.as_json or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    for sentence in plan.sentences:
        shell.note(sentence)
    shell.note("Begin? [y/N]")
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _plan_json(plan: CascadePlan) -> dict[str, object]:
    return {
        "begun": False,
        "segments": [index + 1 for index in plan.indices],
        "prompts": plan.cost.prompts,
        "seconds": plan.cost.seconds,
        "approved": [index + 1 for index in plan.approved],
        "smoothed": [f"{index + 1}|{index + 2}" for index in plan.treated],
        "decided": [f"{index + 1}|{index + 2}" for index in plan.decided],
        "chosen_seed_frames": [index + 1 for index in plan.chosen_seeds],
        "told": list(plan.sentences),
    }
