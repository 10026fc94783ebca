"""`restitch split`, `remove`, `insert`, `move`: which segments a scene has, in which order."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, add_project, add_scene, add_segment, ordinal
from restitch_app.cli.exit_codes import DONE
from restitch_app.cli.output import listed
from restitch_app.cli.shell import Shell
from restitch_app.domain.errors import WrongUse

if TYPE_CHECKING:
    from restitch_app.domain.versions import Scene
    from restitch_app.services.chain.editing import Edited
    from restitch_app.services.workbench import Workbench


def register(commands: Commands) -> None:
    split = commands.add(
        "split",
        run_split,
        about="Make two segments of one; every frame stays as it is.",
        examples=("split lake 5 --at-frame 24",),
    )
    add_project(split)
    add_segment(split)
    split.add_argument(
        "--at-frame",
        metavar="F",
        type=ordinal,
        required=True,
        help="the segment's frame, counted from 1, that becomes the first of the second part",
    )
    add_scene(split)
    remove = commands.add(
        "remove",
        run_remove,
        about="Take a segment out of the scene. Its versions stay in the project, and undo in the "
        "window brings it back.",
        examples=("remove lake 5",),
    )
    add_project(remove)
    add_segment(remove)
    add_scene(remove)
    insert = commands.add(
        "insert",
        run_insert,
        about="Put clips in before segment N; the number after the last one appends them.",
        examples=("insert lake 5 pickup.mp4",),
    )
    add_project(insert)
    add_segment(insert)
    insert.add_argument("clips", metavar="CLIP", nargs="+", type=Path, help="video files, in order")
    insert.add_argument(
        "--link",
        choices=("copy", "hard", "reference"),
        default="copy",
        help="copy clips into the project (default), hard-link them, or leave them where they are",
    )
    insert.add_argument(
        "--convert",
        action="store_true",
        help="make clips of another size or rate like the scene's; without it they are refused",
    )
    insert.add_argument(
        "--keep-frames",
        action="store_true",
        help="with --convert: another rate keeps every frame, and changes how long a clip lasts",
    )
    add_scene(insert)
    move = commands.add(
        "move",
        run_move,
        about="Let segment N stand at place TO; the others move along.",
        examples=("move lake 5 3",),
    )
    add_project(move)
    add_segment(move)
    move.add_argument("to", metavar="TO", type=ordinal, help="its new place, counted from 1")
    add_scene(move)


def run_split(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        done = bench.chain.split(scene, args.segment - 1, args.at_frame - 1, shell.ctx)
        told = f"Segment {args.segment} is segments {args.segment} and {args.segment + 1} now."
        return _told(bench, shell, scene, done, told)


def run_remove(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        done = bench.chain.remove(scene, args.segment - 1, shell.ctx)
        told = f"Segment {args.segment} was taken out; its files stay."
        return _told(bench, shell, scene, done, told)


def run_insert(args: argparse.Namespace, shell: Shell) -> int:
    from restitch_app.services.imports.wishes import Conform, ImportWishes, Link

    if args.keep_frames and not args.convert:
        raise WrongUse("--keep-frames says how to convert", "", "Give --convert with it")
    conform = Conform(keeps_frames=args.keep_frames) if args.convert else None
    wishes = ImportWishes(link=Link(args.link), conform=conform)
    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        done = bench.chain.insert(scene, args.segment - 1, args.clips, shell.ctx, wishes)
        for clip in done.refused:
            shell.note(f"restitch: {clip.path.name}: {clip.reason}")
        places = listed([index + 1 for index in done.segments])
        return _told(bench, shell, scene, done, f"Inserted as segment {places}.")


def run_move(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        done = bench.chain.move(scene, args.segment - 1, args.to - 1, shell.ctx)
        return _told(bench, shell, scene, done, f"Segment {args.segment} is segment {args.to} now.")


def _told(bench: Workbench, shell: Shell, scene: Scene, done: Edited, told: str) -> int:
    flagged = [index + 1 for index in done.stale.flagged]
    data = {
        "segments": [index + 1 for index in done.segments],
        "segment_count": bench.overview.segment_count(scene),
        "refused": [{"clip": str(one.path), "reason": one.reason} for one in done.refused],
        "stale": {
            "flagged": flagged,
            "newly_flagged": [index + 1 for index in done.stale.newly_flagged],
        },
    }
    shell.show(data, f"{told} Stale: {listed(flagged) or 'none'}.")
    return DONE
