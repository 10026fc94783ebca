"""`restitch regenerate`: render one segment again, and see what that changed."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import (
    Commands,
    Parser,
    add_project,
    add_scene,
    add_segment,
    ordinal,
    seconds,
)
from restitch_app.cli.following import PATIENCE_S, Following
from restitch_app.cli.regenerated import Regenerated, before_regeneration
from restitch_app.cli.shell import Shell
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.servers import ANY_SERVER

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench


def register(commands: Commands) -> None:
    parser = commands.add(
        "regenerate",
        run,
        about="Render one segment again from its seed frame; the old version is kept. "
        "Exit code 1 if the new one failed its checks.",
        examples=(
            "regenerate lake 5",
            'regenerate lake 5 --set seed=7 --set cfg=4.5 --set prompt="a calm lake"',
            "regenerate lake 5 --takes 3 --server http://gpu-2:8188",
            "regenerate lake 5 --workflow 2 --no-pin-end --server any",
            "regenerate lake 5 --from-frame 24",
            "regenerate lake 5 --seed-frame -2",
        ),
    )
    add_project(parser)
    add_segment(parser)
    _add_choices(parser)
    add_patience(parser)
    add_scene(parser)


def _add_choices(parser: Parser) -> None:
    add_settings(parser, "seed, cfg, steps, prompt, length")
    parser.add_argument(
        "--takes", metavar="K", type=ordinal, default=1, help="versions to make, each another seed"
    )
    parser.add_argument(
        "--seed-frame",
        metavar="current|original|-K|FILE",
        default="current",
        help="the last frame before the segment as it is now, the one that was used, the frame K "
        "before the last one, or a picture",
    )
    parser.add_argument(
        "--from-frame",
        metavar="F",
        type=ordinal,
        help="keep the segment's frames before this one, counted from 1, and render the rest",
    )
    parser.add_argument(
        "--server",
        metavar="URL|any",
        type=server,
        help="ComfyUI server instead of the project's; any: the least busy one that can run it",
    )
    parser.add_argument(
        "--workflow",
        metavar="ID",
        type=ordinal,
        help="another workflow than the version's own; see: restitch workflows PROJECT",
    )
    parser.add_argument(
        "--pin-end",
        action=argparse.BooleanOptionalAction,
        help="hold the end to the next segment's first frame; done by itself where the workflow "
        "takes an end frame",
    )


def add_settings(parser: argparse._ActionsContainer, keys: str) -> None:
    """`--set`; `keys` are the usual ones."""
    parser.add_argument(
        "--set",
        metavar="KEY=VALUE",
        action="append",
        default=[],
        dest="settings",
        type=setting,
        help=f"{keys} ... or NODE.input of the workflow; repeatable",
    )


def add_patience(parser: Parser) -> None:
    parser.add_argument(
        "--patience",
        metavar="SECONDS",
        type=seconds,
        default=PATIENCE_S,
        help="how long to wait for a server that does not answer (%(default)g)",
    )


def run(args: argparse.Namespace, shell: Shell) -> int:
    request = RegenerationRequest(
        sequence_index=args.segment - 1,
        parameters=chosen_parameters(args.settings),
        takes=args.takes,
        seed_frame=args.seed_frame,
        server_url=args.server,
        workflow_id=args.workflow,
        pin_end=args.pin_end,
        from_frame=None if args.from_frame is None else args.from_frame - 1,
    )
    with shell.open(args.project) as bench:
        result = regenerate(bench, shell, args.scene, request, args.patience)
        shell.show(result.as_json(), result.text())
        if result.problem is not None:  # also where the other takes came out well
            shell.note(f"restitch: {result.problem}")
        return result.exit_code


def regenerate(
    bench: Workbench,
    shell: Shell,
    scene_name: str | None,
    request: RegenerationRequest,
    patience_s: float,
) -> Regenerated:
    """Ask, follow until the last take has ended, and put what changed side by side."""
    scene = bench.project.scene(scene_name)
    before = before_regeneration(bench, scene, request.sequence_index, shell.ctx)
    jobs = bench.regeneration.request(
        scene, request, shell.ctx, lambda sentence: shell.note(f"restitch: {sentence}")
    )
    ended = Following(bench, shell, [job.id for job in jobs], patience_s).until_ended()
    return before.compared(ended)


def chosen_parameters(settings: Sequence[tuple[str, str]]) -> dict[str, str | int | float | bool]:
    """Text throughout: which number a value is depends on the workflow's input."""
    parameters: dict[str, str | int | float | bool] = {}
    for key, value in settings:
        if key in parameters:
            raise WrongUse(f"{key} is set twice", f"{parameters[key]} and {value}", "Set it once")
        parameters[key] = value
    return parameters


def server(text: str) -> str:
    """Nothing between the quotes is a variable that was not set, and not "any"."""
    if not text.strip():
        raise argparse.ArgumentTypeError("'' is no server address; the least busy one is: any")
    return ANY_SERVER if text == "any" else text


def setting(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not KEY=VALUE, as in seed=7")
    return key.strip(), value
