"""`restitch generate`: a scene from a start image, or more segments at the end of one."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, add_project, add_scene, ordinal
from restitch_app.cli.run_following import follow_run
from restitch_app.cli.run_wishes import add_wishes, wishes_of
from restitch_app.cli.shell import Shell
from restitch_app.domain.errors import WrongUse

if TYPE_CHECKING:
    from restitch_app.domain.runs import RunRecord
    from restitch_app.services.workbench import Workbench

FIRST_SCENE = "Scene 1"


def register(commands: Commands) -> None:
    parser = commands.add(
        "generate",
        run,
        about="Generate a scene from a start image, segment after segment, each from the last "
        "frame of the one before; without an image, more segments at the end of a scene. "
        "Exit code 1 if it waits for you.",
        examples=(
            "generate lake --start-image lake.png --segments 10 --workflow wan_i2v_api.json",
            "generate lake --segments 2 --set prompt='the sun goes down'",
        ),
    )
    add_project(parser)
    parser.add_argument(
        "--start-image", metavar="IMG", type=Path, help="what segment 1 of a new scene begins with"
    )
    parser.add_argument(
        "--segments", metavar="K", type=ordinal, required=True, help="how many to make"
    )
    parser.add_argument(
        "--workflow",
        metavar="FILE|ID",
        help="ComfyUI workflow for them: a file, or one of the project's; "
        "see: restitch workflows PROJECT",
    )
    add_wishes(parser)
    add_scene(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    from restitch_app.services.imports.starting import is_project, new_project

    if is_project(args.project):
        with shell.open(args.project) as bench:
            begun = _begun(args, shell, bench)
            return follow_run(bench, shell, begun, args.patience)
    if args.start_image is None:
        raise WrongUse(
            "There is no project here",
            str(args.project),
            "Make one with --start-image IMG, or check the path",
        )
    with new_project(args.project) as project:
        begun = _begun(args, shell, shell.bench(project))
    with shell.open(args.project) as bench:  # from here on nothing takes it off the disk again
        return follow_run(bench, shell, begun, args.patience)


def _begun(args: argparse.Namespace, shell: Shell, bench: Workbench) -> RunRecord:
    def tell(sentence: str) -> None:
        shell.note(f"restitch: {sentence}")

    workflow_id = _workflow_id(args.workflow, bench)
    if args.start_image is not None:
        return bench.runs.generate(
            args.scene or FIRST_SCENE,
            args.start_image,
            args.segments,
            wishes_of(args, 0, workflow_id),
            shell.ctx,
            tell,
        )
    scene = bench.project.scene(args.scene)
    wishes = wishes_of(args, bench.overview.segment_count(scene), workflow_id)
    return bench.runs.extend(scene, args.segments, wishes, shell.ctx, tell)


def _workflow_id(told: str | None, bench: Workbench) -> int | None:
    from restitch_app.services.workflows.files import read_workflow_file

    if told is None:
        return None
    if told.isdecimal() and not Path(told).exists():
        try:
            return bench.workflows.get(ordinal(told)).id
        except argparse.ArgumentTypeError as error:
            raise WrongUse("There is no such workflow", str(error)) from error
    return bench.workflows.add(read_workflow_file(Path(told))).id
