"""`restitch export`: the scene as one film, and as what other programs and readers take."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, add_project, add_scene, ordinal
from restitch_app.cli.exit_codes import DONE
from restitch_app.cli.output import listed
from restitch_app.cli.shell import Shell
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.masters import MasterKind

if TYPE_CHECKING:
    from restitch_app.domain.versions import Scene
    from restitch_app.services.exporting import Exported, Mastered
    from restitch_app.services.workbench import Workbench

EDITORIAL = {
    "otio": "an OpenTimelineIO timeline: versions as media, boundaries as markers",
    "edl": "a CMX 3600 edit decision list",
    "fcpxml": "an FCPXML timeline, for Final Cut Pro and DaVinci Resolve",
    "csv": "a table of the boundaries",
    "report": "a page with every boundary, decision and render (.html)",
}


def register(commands: Commands) -> None:
    parser = commands.add(
        "export",
        run,
        about="Write the scene as one film; what nothing touched is copied bit by bit.",
        examples=(
            "export lake lake.mp4",
            "export lake lake.mp4 --otio lake.otio --report lake.html",
            "export lake segment5.mov --as prores --segment 5",
            "export lake --csv boundaries.csv",
            "export lake lake.mp4 --estimate",
        ),
    )
    add_project(parser)
    parser.add_argument(
        "out", metavar="OUT.mp4", type=Path, nargs="?", help="the film to write (.mp4, .mov, .mkv)"
    )
    parser.add_argument(
        "--as",
        dest="kind",
        choices=("film", *(kind.value for kind in MasterKind)),
        default="film",
        help="film copies what it can (default); prores (.mov), ffv1 (.mkv) and png (a folder) "
        "encode every frame anew",
    )
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--segment", metavar="N", type=ordinal, help="only this segment")
    part.add_argument("--frames", metavar="A-B", help="only these frames of the scene, from 1")
    for name, what in EDITORIAL.items():
        parser.add_argument(f"--{name}", metavar="FILE", type=Path, help=what)
    parser.add_argument(
        "--estimate",
        action="store_true",
        help="say how large the film will be and how long that takes here; write nothing",
    )
    add_scene(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    # Loaded here: no other command needs them.
    from restitch_app.services.editorial.handing_over import Wanted
    from restitch_app.services.export_order import ExportOrder, carry_out

    wanted = Wanted(**{name: getattr(args, name) for name in EDITORIAL})
    if args.out is None and not wanted.paths:
        raise WrongUse(
            "Nothing was asked for",
            "export writes a film, --otio, --edl, --fcpxml, --csv or --report",
            "Give a name for the film: restitch export PROJECT OUT.mp4",
        )
    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        if args.estimate:
            _estimate(args, shell, bench, scene)
            return DONE
        frames = _frames(args, bench, scene) if args.out is not None else None
        order = ExportOrder(args.out, _kind(args), frames, wanted)
        made = carry_out(bench.exporting, bench.editorial, scene, order, shell.ctx)
        facts, told = _film(made.film, shell)
        facts["written"] = [str(path) for path in made.lists]
        told += [f"{path} is written." for path in made.lists]
        shell.show(facts, "\n".join(told))
    return DONE


def _kind(args: argparse.Namespace) -> MasterKind | None:
    return None if args.kind == "film" else MasterKind(args.kind)


def _film(film: Exported | Mastered | None, shell: Shell) -> tuple[dict[str, object], list[str]]:
    """As JSON, and as it is told."""
    from restitch_app.services.exporting import Mastered

    if film is None:
        return {}, []
    if isinstance(film, Mastered):
        return master_json(film), [_master_text(film)]
    for warning in film.report.warnings:
        shell.note(warning)
    return export_json(film), [_text(film)]


def _estimate(args: argparse.Namespace, shell: Shell, bench: Workbench, scene: Scene) -> None:
    if args.out is None:
        raise WrongUse("A list has no estimate", "", "Give a name for the film")
    frames = _frames(args, bench, scene)
    found = bench.estimating.estimate(scene, _kind(args), frames, shell.ctx)
    seconds = None if found.seconds is None else round(found.seconds, 1)
    facts = {
        "frames": found.frames,
        "encoded_frames": found.encoded_frames,
        "size_bytes": found.size_bytes,
        "seconds": seconds,
    }
    text = f"{args.out} would have {found.frames} frames, {found.encoded_frames} encoded again"
    text += f", and about {found.size_bytes / 1e6:.1f} MB"
    if seconds is not None:
        text += f"; about {max(1, round(seconds))} s on this computer"
    shell.show(facts, f"{text}. Nothing was written.")


def _frames(args: argparse.Namespace, bench: Workbench, scene: Scene) -> FrameRange | None:
    """What was asked for, in scene frames from 0; None for all."""
    if args.segment is not None:
        return bench.exporting.frames_of(scene, args.segment - 1)
    if args.frames is None:
        return None
    first, _, last = str(args.frames).partition("-")
    try:
        start, stop = ordinal(first) - 1, ordinal(last or first)
    except argparse.ArgumentTypeError:
        start, stop = 0, 0
    if stop <= start:
        raise WrongUse(
            f"{args.frames} is no range of frames", "", "Write it as 49-96, or as one number"
        )
    return FrameRange(start, stop)


def master_json(made: Mastered) -> dict[str, object]:
    report = made.report
    return {
        "path": str(made.path),
        "as": made.kind.value,
        "frames": report.frames,
        "seconds": round(float(report.seconds), 3),
        "copied_frames": 0,
        "encoded_frames": report.frames,
        "has_sound": report.has_sound,
        "size_bytes": report.size_bytes,
        "stale": [index + 1 for index in made.stale],
        "warnings": [],
    }


def _master_text(made: Mastered) -> str:
    report = made.report
    text = f"{made.path}: {report.frames} frames, {float(report.seconds):.2f} s, all encoded anew."
    if made.stale:
        text += f" Stale segments in it: {listed(index + 1 for index in made.stale)}."
    return text


def export_json(exported: Exported) -> dict[str, object]:
    report = exported.report
    return {
        "path": str(exported.path),
        "frames": report.frames,
        "seconds": round(float(report.seconds), 3),
        "copied_frames": report.copied_frames,
        "encoded_frames": report.encoded_frames,
        "has_sound": report.has_sound,
        "size_bytes": report.size_bytes,
        "stale": [index + 1 for index in exported.stale],
        "warnings": list(report.warnings),
    }


def _text(exported: Exported) -> str:
    report = exported.report
    text = (
        f"{exported.path}: {report.frames} frames, {float(report.seconds):.2f} s; "
        f"{report.copied_frames} copied, {report.encoded_frames} encoded again."
    )
    if exported.stale:
        text += f" Stale segments in it: {listed(index + 1 for index in exported.stale)}."
    return text
