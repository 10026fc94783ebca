"""`restitch export`: the scene as one film."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, add_project, add_scene
from restitch_app.cli.exit_codes import DONE
from restitch_app.cli.output import listed
from restitch_app.cli.shell import Shell

if TYPE_CHECKING:
    from restitch_app.services.exporting import Exported


def register(commands: Commands) -> None:
    parser = commands.add(
        "export",
        run,
        about="Write the scene as one film; what nothing touched is copied bit by bit.",
        examples=("export lake lake.mp4",),
    )
    add_project(parser)
    parser.add_argument("out", metavar="OUT.mp4", type=Path, help="the film to write")
    add_scene(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        exported = bench.exporting.export(scene, args.out, shell.ctx)
        for warning in exported.report.warnings:
            shell.note(warning)
        shell.show(export_json(exported), _text(exported))
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
