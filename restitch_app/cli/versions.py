"""`restitch versions`: the history of a segment."""

from __future__ import annotations

import argparse

from restitch_app.cli.arguments import Commands, add_project, add_scene, add_segment
from restitch_app.cli.exit_codes import DONE
from restitch_app.cli.facts import quality_json, version_json
from restitch_app.cli.output import table
from restitch_app.cli.shell import Shell
from restitch_app.domain.versions import Version
from restitch_app.services.review.advice import stale_reason


def register(commands: Commands) -> None:
    parser = commands.add(
        "versions",
        run,
        about="List every version of a segment, newest first.",
        examples=("versions lake 5", "versions lake 5 --json"),
    )
    add_project(parser)
    add_segment(parser)
    add_scene(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        history = bench.versions.history(scene, args.segment - 1)
        data = {
            "segment": args.segment,
            "versions": [
                version_json(bench.project, version)
                | {"qa": quality_json(bench.versions.quality(version))}
                for version in history
            ],
        }
        rows = [("Version", "", "QA", "Before", "After", "Made", "Note"), *map(_row, history)]
        shell.show(data, table(rows))
    return DONE


def _row(version: Version) -> tuple[str, ...]:
    ends = [
        "" if ssim is None else f"{ssim:.3f}"
        for ssim in (version.boundary_ssim_before, version.boundary_ssim_after)
    ]
    verdict = version.verdict.value if version.verdict else "not checked"
    score = "" if version.score is None else f" {version.score:.0f}"
    note = version.failure or stale_reason(version) or ("approved" if version.is_approved else "")
    return (
        f"v{version.number}",
        "current" if version.is_current else "",
        f"{verdict}{score}",
        *ends,
        version.created_at,
        note,
    )
