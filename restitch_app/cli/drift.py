"""`restitch drift`: where brightness, contrast, colour or sharpness wander off along the chain."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, add_project, add_scene, ordinal
from restitch_app.cli.exit_codes import DONE
from restitch_app.cli.output import table
from restitch_app.cli.shell import Shell
from restitch_app.domain.drift import METERED, Course, Quantity, SceneDrift, Tone
from restitch_app.services.boundaries.facts import rounded

if TYPE_CHECKING:
    from restitch_app.services.continuity.drift import Anchor
    from restitch_app.services.continuity.scene_curve import SceneCurve

DIGITS = 3
HEADS = ("Segment", "Brightness %", "Contrast %", "Chroma", "Sharpness", "Wanders off")


def register(commands: Commands) -> None:
    parser = commands.add(
        "drift",
        run,
        about="Follow brightness, contrast, colour and sharpness along the chain of segments.",
        examples=("drift lake", "drift lake --json", "drift lake --reanchor 6"),
    )
    add_project(parser)
    parser.add_argument(
        "--reanchor",
        metavar="N",
        type=ordinal,
        help="also make a seed frame for segment N without the drift; pass its file on to "
        "`regenerate --seed-frame`",
    )
    add_scene(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        scene = bench.project.scene(args.scene)
        curve = bench.continuity.measured(scene, shell.ctx)
        drift = bench.drift.of(scene, curve)
        anchor = None
        if args.reanchor is not None:
            index = bench.project.current(scene, args.reanchor - 1).sequence_index
            anchor = bench.drift.anchor(scene, index, drift)
        data = {
            "project": str(bench.project.folder),
            "scene": scene.name,
            "continuity": _continuity_json(curve),
            "segments": [
                {"segment": one.sequence_index + 1, **_tone_json(one.median)}
                for chain in drift.chains
                for one in chain.segments
            ],
            "wanders": [
                {"segment": one.sequence_index + 1, **_course_json(one.course)}
                for one in drift.wanders
            ],
            "seed_frame": anchor.seed.choice if anchor else None,
        }
        shell.show(data, _text(drift, curve, anchor))
    return DONE


def _continuity_json(curve: SceneCurve) -> dict[str, object]:
    found = curve.summary
    return {
        "pairs": len(curve),
        "measured": curve.known_pairs,
        "natural": {
            "p10": rounded(found.band.low),
            "p50": rounded(found.band.median),
            "p90": rounded(found.band.high),
        }
        if found
        else None,
        "lowest": rounded(found.low) if found else None,
        "lowest_frame_index": found.lowest_pair if found else None,
    }


def _tone_json(tone: Tone) -> dict[str, object]:
    return {quantity.value: round(tone[quantity], DIGITS) for quantity in Quantity}


def _course_json(course: Course) -> dict[str, object]:
    return {
        "quantity": course.quantity.value,
        "reference": round(course.reference, DIGITS),
        "tolerance": round(course.tolerance, DIGITS),
        "change": round(course.change, DIGITS),
    }


def _text(drift: SceneDrift, curve: SceneCurve, anchor: Anchor | None) -> str:
    leaving: dict[int, list[str]] = {}
    for one in drift.wanders:
        told = f"{one.course.quantity.value.replace('_', '–')} {one.course.change:+.1f}"
        leaving.setdefault(one.sequence_index, []).append(told)
    rows: list[tuple[str, ...]] = [HEADS]
    for chain in drift.chains:
        for tone in chain.segments:
            figures = (f"{tone.median[quantity]:.1f}" for quantity in METERED)
            told = ", ".join(leaving.get(tone.sequence_index, ()))
            rows.append((str(tone.sequence_index + 1), *figures, told))
    texts = [table(rows)]
    if curve.summary is not None:
        band = curve.summary.band
        texts.append(
            f"Neighbouring frames: SSIM {band.low:.3f}–{band.high:.3f} in most of the scene, "
            f"median {band.median:.3f}, {curve.known_pairs} of {len(curve)} pairs measured"
        )
    if not drift.wanders:
        texts.append("Nothing wanders off.")
    if anchor is not None:
        texts.append(f"{anchor.told}:\n{anchor.seed.choice}")
    return "\n".join(texts)
