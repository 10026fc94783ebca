"""`restitch export`: the scene as one film, and as what other programs and readers take."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, add_project, add_scene
from restitch_app.cli.exit_codes import DONE
from restitch_app.cli.output import listed
from restitch_app.cli.shell import Shell
from restitch_app.domain.errors import WrongUse

if TYPE_CHECKING:
    from restitch_app.services.exporting import Exported

EDITORIAL = {
    "otio": "an OpenTimelineIO timeline: versions as media, boundaries as markers",
    "edl": "a CMX 3600 edit decision list",
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
            "export lake --csv boundaries.csv",
        ),
    )
    add_project(parser)
    parser.add_argument(
        "out", metavar="OUT.mp4", type=Path, nargs="?", help="the film to write (.mp4, .mov, .mkv)"
    )
    for name, what in EDITORIAL.items():
        parser.add_argument(f"--{name}", metavar="FILE", type=Path, help=what)
    add_scene(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    # Loaded here: no other command needs it.
    from restitch_app.services.editorial.handing_over import Wanted

    wanted = Wanted(args.otio, args.edl, args.csv, args.report)
    if args.out is None and not wanted.paths:
        raise WrongUse(
            "Nothing was asked for",
            "export writes a film, --otio, --edl, --csv or --report",
            "Give a name for the film: restitch export PROJECT OUT.mp4",
        )
    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        facts: dict[str, object] = {}
        told: list[str] = []
        if args.out is not None:
            exported = bench.exporting.export(scene, args.out, shell.ctx)
            for warning in exported.report.warnings:
                shell.note(warning)
            facts, told = export_json(exported), [_text(exported)]
        written = bench.editorial.write(scene, wanted, shell.ctx)
        facts["written"] = [str(path) for path in written]
        told += [f"{path} is written." for path in written]
        shell.show(facts, "\n".join(told))
    return DONE


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
