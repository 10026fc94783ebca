"""`restitch new`: clips become a project."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, add_project
from restitch_app.cli.exit_codes import DONE
from restitch_app.cli.facts import boundary_json
from restitch_app.cli.shell import Shell
from restitch_app.domain.errors import WrongUse

if TYPE_CHECKING:
    from restitch_app.services.imports.importing import Imported
    from restitch_app.services.imports.wishes import ClipPiece, Conform, ImportWishes
    from restitch_app.services.workbench import Workbench

FIRST_SCENE = "Scene 1"
SMALLEST_PX, LARGEST_PX = 16, 16384
LARGEST_RATE = 240
MOST_DIGITS = 6
NTSC = {text: Fraction(round(Fraction(text)) * 1000, 1001) for text in ("23.976", "29.97", "59.94")}
"""How people write rates that are none of a decimal fraction."""
_CONFORM = re.compile(
    r"(?:(?P<width>\d{1,5})[x×](?P<height>\d{1,5}))?(?:@(?P<rate>[\d./]{1,12}))?(?::(?P<format>\w+))?"
)


def register(commands: Commands) -> None:
    parser = commands.add(
        "new",
        run,
        about="Make a project from clips, the segments of a scene in their order.",
        examples=(
            "new lake clips/segment_*.mp4",
            'new lake clips --scene "Lake at dawn" --workflow wan_i2v_api.json',
            "new lake whole_film.mp4 --cuts 82,163,244",
            "new lake whole_film.mp4 --cuts detect",
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
    parser.add_argument(
        "--cuts",
        metavar="CUTS",
        help="one long clip becomes several segments: their first frames (82,163) or timecodes "
        "(00:00:05:01), a list of cuts (.edl, .otio), or detect",
    )
    parser.add_argument(
        "--link",
        choices=("copy", "hard", "reference"),
        default="copy",
        help="copy clips into the project (default), hard-link them, or leave them where they are",
    )
    parser.add_argument(
        "--conform",
        metavar="WxH@RATE",
        nargs="?",
        const="usual",
        type=conform,
        help="convert clips that are not so already: a size, a rate (@16), a pixel format "
        "(:yuv420p), or several; alone, to what most of the clips are. Without it they are left "
        "out. Write it after the clips",
    )
    parser.add_argument(
        "--keep-frames",
        action="store_true",
        help="with --conform: another rate keeps every frame, and changes how long a clip lasts",
    )
    parser.add_argument(
        "--overlap",
        metavar="auto|N",
        type=overlap,
        help="frames at the end of each clip that the next one repeats, and which are left out; "
        "auto (default) looks for a repeated frame",
    )
    parser.add_argument(
        "--rate",
        metavar="R",
        type=rate,
        help="frames a second of numbered pictures, 24 if not given",
    )


def conform(text: str) -> Conform:
    """ "832x480@16:yuv420p", or any part of it."""
    from restitch_app.services.imports.wishes import Conform

    if text == "usual":
        return Conform()
    found = _CONFORM.fullmatch(text)
    if found is None or not text:
        raise argparse.ArgumentTypeError(f"not a size and rate such as 832x480@16: {text}")
    size = (int(found["width"]), int(found["height"])) if found["width"] else None
    if size is not None and not all(SMALLEST_PX <= side <= LARGEST_PX for side in size):
        raise argparse.ArgumentTypeError(f"not a size of pictures: {text}")
    return Conform(size, rate(found["rate"]) if found["rate"] else None, found["format"])


def overlap(text: str) -> int | None:
    """None for "auto"."""
    if text == "auto":
        return None
    if not text.isdecimal() or len(text) > MOST_DIGITS:
        raise argparse.ArgumentTypeError(f"not auto or a number of frames: {text}")
    return int(text)


def rate(text: str) -> Fraction:
    """Frames a second: 16, 23.976, 24000/1001."""
    try:
        found = Fraction(text)
    except (ValueError, ZeroDivisionError):
        found = Fraction(0)
    if not 1 <= found <= LARGEST_RATE:
        raise argparse.ArgumentTypeError(f"not a rate from 1 to {LARGEST_RATE}: {text}")
    return NTSC.get(text, found).limit_denominator(1001)


def run(args: argparse.Namespace, shell: Shell) -> int:
    from restitch_app.services.imports.starting import clip_files
    from restitch_app.services.workflows.files import read_workflow_file

    clips = _pieces(args, clip_files(args.clips), shell)
    workflow = read_workflow_file(args.workflow) if args.workflow else None
    with _project_for(args, clips, shell) as bench:
        imported = bench.importing.import_clips(
            clips,
            shell.ctx,
            scene_name=args.scene or FIRST_SCENE,
            workflow=workflow,
            wishes=_wishes(args),
        )
        _tell(bench, imported, shell)
    return DONE


def _pieces(args: argparse.Namespace, clips: Sequence[Path], shell: Shell) -> list[ClipPiece]:
    """What becomes a segment each; cuts divide the one clip there is."""
    from restitch_app.services.imports.wishes import ClipPiece

    if args.cuts is None:
        return [ClipPiece(path) for path in clips]
    if len(clips) != 1:
        raise WrongUse(
            "Cut points are for one clip", f"{len(clips)} were given", "Name one clip with --cuts"
        )
    from restitch_app.services.imports.finding_cuts import pieces_by

    return pieces_by(args.cuts, clips[0], shell.ctx, args.rate)


def _wishes(args: argparse.Namespace) -> ImportWishes:
    from restitch_app.services.imports.wishes import ImportWishes, Link

    if args.keep_frames and args.conform is None:
        raise WrongUse("--keep-frames says how to convert", "", "Give --conform with it")
    wished = args.conform and replace(args.conform, keeps_frames=args.keep_frames)
    return ImportWishes(
        link=Link(args.link), conform=wished, overlap=args.overlap, picture_rate=args.rate
    )


@contextmanager
def _project_for(
    args: argparse.Namespace, clips: Sequence[ClipPiece], shell: Shell
) -> Iterator[Workbench]:
    from restitch_app.services.imports.starting import is_project, new_project

    if is_project(args.project):
        with shell.open(args.project) as bench:
            # Without scenes it is what a killed `new` left: the same command goes on with it.
            known = bench.overview.scenes()
            if (
                args.scene is None
                and known
                and not bench.importing.is_there(clips, FIRST_SCENE, _wishes(args))
            ):
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
        shell.note(f"Left out: {refused.piece.label}: {refused.reason}")
    for note in imported.notes:
        shell.note(note)
    folder = bench.project.folder
    red = [boundary.label for boundary in boundaries if boundary.is_open]
    data = {
        "project": str(folder),
        "scene": imported.scene.name,
        "segments": len(imported.versions),
        "frames": sum(version.facts.frame_count for version in imported.versions),
        "is_new": imported.is_new,
        "refused": [{"file": str(one.path), "reason": one.reason} for one in imported.refused],
        "notes": list(imported.notes),
        "boundaries": [boundary_json(bench, boundary) for boundary in boundaries],
    }
    text = f"{imported.scene.name}: {len(imported.versions)} segments in {folder}"
    shell.show(data, f"{text}\nRed boundaries: {', '.join(red) if red else 'none'}")
