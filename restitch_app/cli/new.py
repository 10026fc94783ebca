"""`restitch new`: clips become a project."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, add_project
from restitch_app.cli.exit_codes import DONE
from restitch_app.cli.facts import boundary_json
from restitch_app.cli.shell import Shell
from restitch_app.domain.errors import WrongUse

if TYPE_CHECKING:
    from restitch_app.services.imports.importing import Imported
    from restitch_app.services.workbench import Workbench

FIRST_SCENE = "Scene 1"


def register(commands: Commands) -> None:
    parser = commands.add(
        "new",
        run,
        about="Make a project from clips, the segments of a scene in their order.",
        examples=(
            "new lake clips/segment_*.mp4",
            'new lake clips --scene "Lake at dawn" --workflow wan_i2v_api.json',
        ),
    )
    add_project(parser)
    parser.add_argument(
        "clips",
        metavar="CLIP",
        nargs="+",
        type=Path,
        help="clips in the order of the scene; a folder stands for the clips in it, 2 before 10",
    )
    parser.add_argument(
        "--scene",
        metavar="NAME",
        help=f'the scene\'s name, "{FIRST_SCENE}" if not given; a project that is there already '
        "gets one more scene of that name",
    )
    parser.add_argument(
        "--workflow",
        metavar="FILE",
        type=Path,
        help="ComfyUI workflow for clips that do not carry their own: JSON of either format, or a "
        "video or picture that ComfyUI made",
    )


def run(args: argparse.Namespace, shell: Shell) -> int:
    from restitch_app.services.imports.starting import clip_files
    from restitch_app.services.workflows.files import read_workflow_file

    clips = clip_files(args.clips)
    workflow = read_workflow_file(args.workflow) if args.workflow else None
    with _project_for(args, shell) as bench:
        imported = bench.importing.import_clips(
            clips, shell.ctx, scene_name=args.scene or FIRST_SCENE, workflow=workflow
        )
        _tell(bench, imported, shell)
    return DONE


@contextmanager
def _project_for(args: argparse.Namespace, shell: Shell) -> Iterator[Workbench]:
    from restitch_app.services.imports.starting import is_project, new_project

    if is_project(args.project):
        with shell.open(args.project) as bench:
            # Without scenes it is what a killed `new` left: the same command goes on with it.
            if args.scene is None and bench.overview.scenes():
                raise WrongUse(
                    "There is a project already",
                    str(bench.project.folder),
                    "Choose another folder, or add these clips as a scene with --scene NAME",
                )
            yield bench
    else:
        with new_project(args.project) as project:
            yield shell.bench(project)


def _tell(bench: Workbench, imported: Imported, shell: Shell) -> None:
    boundaries = bench.boundaries.known(imported.scene)
    for refused in imported.refused:
        shell.note(f"Left out: {refused.path.name}: {refused.reason}")
    for note in imported.notes:
        shell.note(note)
    folder = bench.project.folder
    red = [boundary.label for boundary in boundaries if boundary.is_open]
    data = {
        "project": str(folder),
        "scene": imported.scene.name,
        "segments": len(imported.versions),
        "frames": sum(version.facts.frame_count for version in imported.versions),
        "refused": [{"file": str(one.path), "reason": one.reason} for one in imported.refused],
        "notes": list(imported.notes),
        "boundaries": [boundary_json(bench, boundary) for boundary in boundaries],
    }
    text = f"{imported.scene.name}: {len(imported.versions)} segments in {folder}"
    shell.show(data, f"{text}\nRed boundaries: {', '.join(red) if red else 'none'}")
