"""`restitch limits`: how a project judges its boundaries, and limits that would fit it better."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, Parser, add_project
from restitch_app.cli.exit_codes import DONE, NO
from restitch_app.cli.output import table
from restitch_app.cli.shell import Shell
from restitch_app.domain.boundaries import (
    BoundaryPolicy,
    BoundaryType,
    Continuity,
    PlainSsim,
    plain_limits,
)
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.policies import CONTINUITY, PLAIN
from restitch_app.domain.seams import Channel

if TYPE_CHECKING:
    from restitch_app.services.boundaries.limits import Reclassified
    from restitch_app.services.boundaries.wrong_calls import LimitProposal
    from restitch_app.services.workbench import Workbench

ACTIONS = ("show", "set", "policy", "propose", "apply")


def register(commands: Commands) -> None:
    parser = commands.add(
        "limits",
        run,
        about="Show or set how boundaries are judged. `propose` fits the limits to wrong calls and "
        "says what would change (exit code 1 where it has nothing to propose); `apply` sets them.",
        examples=(
            "limits lake",
            "limits lake set colour=1.2 chained.repeat=0.8 red=2.5",
            "limits lake policy plain",
            "limits lake propose",
        ),
    )
    add_project(parser)
    _add_action(parser)


def _add_action(parser: Parser) -> None:
    parser.add_argument("action", nargs="?", choices=ACTIONS, default="show", help="(%(default)s)")
    parser.add_argument(
        "values",
        nargs="*",
        metavar="VALUE",
        help="KEY=VALUE for set: ssim_threshold, ssim_band, yellow, red, or a measure "
        f"({', '.join(Channel)}), for one type with {' or '.join(BoundaryType)} and a dot before "
        f"it; {CONTINUITY} or {PLAIN} for policy",
    )


def run(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        match args.action:
            case "set":
                bench.limits.change(_numbers(args.values))
            case "policy":
                bench.limits.change({}, _policy_name(args.values))
            case "propose" | "apply":
                _no_values(args)
                return _proposal(bench, shell, is_applied=args.action == "apply")
            case _:
                _no_values(args)
        policy = bench.limits.policy()
        shell.show(policy_json(policy), policy_text(policy))
    return DONE


def _proposal(bench: Workbench, shell: Shell, *, is_applied: bool) -> int:
    found = bench.wrong_calls.apply() if is_applied else bench.wrong_calls.proposal()
    data = policy_json(found.policy) | {
        "applied": is_applied,
        "wrong_calls": found.wrong_calls,
        "reason": found.reason,
        "changes": [
            {
                "type": kind.value,
                "measure": change.channel.value,
                "before": change.before,
                "after": change.after,
                "false_alarms_gone": change.false_alarms_gone,
                "seams_found": change.seams_found,
                "newly_wrong": change.newly_wrong,
            }
            for kind, change in found.changes
        ],
        "reclassified": [_reclassified_json(one) for one in found.reclassified],
    }
    shell.show(data, _proposal_text(found, is_applied=is_applied))
    return DONE if found.changes else NO


def _reclassified_json(one: Reclassified) -> dict[str, object]:
    before, after = one.before.boundary_class, one.after.boundary_class
    return {
        "scene_id": one.scene_id,
        "boundary": one.before.label,
        "left": one.before.left_index + 1,
        "right": one.before.left_index + 2,
        "before": before.value if before else None,
        "after": after.value if after else None,
    }


def policy_json(policy: BoundaryPolicy) -> dict[str, object]:
    plain = plain_limits(policy)
    return {
        "policy": PLAIN if isinstance(policy, PlainSsim) else CONTINUITY,
        "ssim_threshold": plain.threshold,
        "ssim_band": plain.band,
        "limits": {kind.value: _limits_json(policy, kind) for kind in BoundaryType}
        if isinstance(policy, Continuity)
        else None,
    }


def policy_text(policy: BoundaryPolicy) -> str:
    if isinstance(policy, PlainSsim):
        smooth = policy.threshold + policy.band
        return f"Plain SSIM: red below {policy.threshold:g}, yellow below {smooth:g}."
    told = {kind: _limits_json(policy, kind) for kind in BoundaryType}
    rows = [("Limit", *(kind.value for kind in BoundaryType))]
    rows += [
        (name, *(f"{told[kind][name]:g}" for kind in BoundaryType))
        for name in told[BoundaryType.CHAINED]
    ]
    few = policy.few_frames
    return (
        "Continuity: yellow and red by the verdict V, each measure against its own limit.\n"
        f"{table(rows)}\nWith too few frames: red below SSIM {few.threshold:g}, yellow below "
        f"{few.threshold + few.band:g}."
    )


def _limits_json(policy: Continuity, kind: BoundaryType) -> dict[str, float]:
    limits = policy.limits(kind)
    return {
        "yellow": limits.yellow,
        "red": limits.red,
        **{channel.value: limits.of(channel) for channel in Channel},
    }


def _proposal_text(found: LimitProposal, *, is_applied: bool) -> str:
    if not found.changes:
        return f"Nothing is proposed: {found.reason}."
    lines = []
    for kind, change in found.changes:
        lines.append(
            f"{kind.value} {change.channel.value}: {change.before:g} → {change.after:g} "
            f"({change.false_alarms_gone} false alarms fewer, {change.seams_found} seams more, "
            f"{change.newly_wrong} right ones lost)"
        )
    for one in found.reclassified:
        before, after = one.before.boundary_class, one.after.boundary_class
        if before and after:
            lines.append(f"Boundary {one.before.label}: {before.value} → {after.value}")
    return "\n".join(["Set:" if is_applied else "Proposed:", *lines])


def _numbers(values: Sequence[str]) -> dict[str, float]:
    if not values:
        raise WrongUse("Nothing is set", "No KEY=VALUE was given", "Example: set colour=1.2")
    told = {}
    for value in values:
        key, _, number = value.partition("=")
        try:
            told[key] = float(number)
        except ValueError:
            raise WrongUse(f"{value!r} is no limit", "", "Write KEY=NUMBER") from None
    return told


def _policy_name(values: Sequence[str]) -> str:
    if len(values) != 1:
        raise WrongUse("One policy is chosen", " ".join(values), f"Choose {CONTINUITY} or {PLAIN}")
    return values[0]


def _no_values(args: argparse.Namespace) -> None:
    if args.values:
        raise WrongUse(f"{args.action} takes no values", " ".join(args.values))
