"""How well boundaries are found, explained and mended, on boundary cases made from any clips.

    python -m benchmarks.seams CLIPS_FOLDER [--seed 1] [--positions 2] [--only detection]

Cuts the clips of a folder at random places, does to the second part what goes wrong between two
renders, and lets the program's own code measure, diagnose and mend. What it mends is judged by the
acceptance definition of seams.md once more, by other code and another flow estimator. Exit code 1
where a goal is missed. All parameters follow from the seed.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from random import Random
from typing import TypeVar

import cv2

from benchmarks.seams import detection, mending, speed
from benchmarks.seams.cases import (
    CONSTRUCTED,
    KINDS,
    CaseSpec,
    control_specs,
    cut_specs,
    image_pair_specs,
    seam_specs,
)
from benchmarks.seams.clips import Clip, read_clips, same_picture_pairs
from benchmarks.seams.second_opinion import FLOWS
from benchmarks.seams.tables import table
from benchmarks.seams.work import Material, case_of, detected, each, mended
from restitch_app.smoothing.recipes import RECIPES

PARTS = ("detection", "smoothing", "speed")
TIMED_CASES = 6
Row = TypeVar("Row", detection.Detected, mending.Mended)
Goals = dict[str, tuple[float, float]]


def main() -> int:
    chosen = _arguments()
    cv2.setNumThreads(1)  # CPU seconds are counted, and the processes are enough
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    with _kept(chosen.cache) as kept:
        clips = read_clips(chosen.folder, chosen.height, kept)
        if chosen.clips:
            clips = [clip for clip in clips if any(part in clip.name for part in chosen.clips)]
        if not clips:
            sys.stderr.write(f"no clips of 24 frames and more in {chosen.folder}\n")
            return 2
        marked = dict(chosen.cut)
        plain = [clip for clip in clips if clip.name not in marked]
        material = Material(
            {clip.name: clip for clip in clips}, chosen.crf, tuple(chosen.second), chosen.judge_all
        )
        told: dict[str, object] = {}
        missed = False
        constructed = [kind for kind in chosen.kinds if kind in CONSTRUCTED]
        seams = seam_specs(
            plain, chosen.seed, chosen.positions, ("continuous", *constructed), marked
        )
        if "image pair" in chosen.kinds:
            seams += image_pair_specs(same_picture_pairs(plain), chosen.seed, chosen.positions)
        if "detection" in chosen.only:
            specs = seams + control_specs(plain, chosen.control_step, marked)
            specs += cut_specs(clips, chosen.seed, marked) if "cut" in chosen.kinds else []
            found = each(detected, specs, material, chosen.jobs)
            missed |= _tell_detection(found, chosen.tuned_on)
            told["detection"] = [asdict(row) for row in found]
        if "smoothing" in chosen.only:
            picked = Random(chosen.seed).sample(seams, min(len(seams), chosen.at_most))
            treated = each(mended, picked, material, chosen.jobs)
            missed |= _tell_smoothing(treated, chosen.tuned_on, material.flows)
            told["smoothing"] = [asdict(row) for row in treated]
        if "speed" in chosen.only:
            missed |= _tell_speed(plain, seams, material, chosen.seed)
    if chosen.json is not None:
        chosen.json.write_text(json.dumps(told, default=str))
    return 1 if missed else 0


def _tell_detection(rows: Sequence[detection.Detected], tuned_on: Sequence[str]) -> bool:
    _section("Natural similarity", detection.natural_table(rows))
    _section("Area under the ROC curve", detection.auc_table(rows))
    _section("Light", detection.rates_table(rows))
    _section("False alarms", detection.alarms(rows))
    _section("Diagnosis", detection.diagnosis_table(rows))
    parts = _apart(rows, tuned_on, lambda row: row.spec)
    return _tell_goals("Detection", parts, detection.goals_of)


def _tell_smoothing(
    rows: Sequence[mending.Mended], tuned_on: Sequence[str], flows: Sequence[str]
) -> bool:
    _section("Remedies on visible seams", mending.remedies_table(rows, flows))
    _section("The choice by kind", mending.kinds_table(rows, flows))
    missed = False
    for flow in flows:
        _section(f"Harmed, says {flow}", mending.harms(rows, flow))
        parts = _apart(rows, tuned_on, lambda row: row.spec)
        missed |= _tell_goals("Smoothing", parts, partial(mending.goals_of, flow=flow))
    return missed


def _tell_speed(
    clips: Sequence[Clip], specs: Sequence[CaseSpec], material: Material, seed: int
) -> bool:
    slow = [spec for spec in specs if spec.kind in ("chain", "skip 3-5", "soft")]
    picked = Random(seed).sample(slow, min(len(slow), TIMED_CASES))
    cases = [case_of(spec, material) for spec in picked]
    told, report_s, comparison_s = speed.case_speed(cases)
    ssim, ssim_times = speed.ssim_speed(clips[0])
    search, search_times, right = speed.search_speed(clips, seed)
    _section(f"Report, and comparison of {len(RECIPES)} remedies", told)
    _section("Against scikit-image", f"{ssim}\n\n{search}")
    _section("Each remedy alone", speed.remedies_speed(cases[0]))
    return report_s > 2 or comparison_s > 15 or ssim_times < 8 or search_times < 200 or right < 1


def _apart(
    rows: Sequence[Row], tuned_on: Sequence[str], spec_of: Callable[[Row], CaseSpec]
) -> dict[str, list[Row]]:
    """All rows; with `tuned_on` also those of clips that limits were set on, and the others."""
    parts = {"all clips": list(rows)}
    if tuned_on:
        known = [any(part in spec_of(row).clip for part in tuned_on) for row in rows]
        parts["tuned on"] = [row for row, is_known in zip(rows, known, strict=True) if is_known]
        parts["unseen"] = [row for row, is_known in zip(rows, known, strict=True) if not is_known]
    return parts


def _tell_goals(
    title: str, parts: dict[str, list[Row]], goals_of: Callable[[Sequence[Row]], Goals]
) -> bool:
    found: dict[str, Goals] = {name: goals_of(rows) for name, rows in parts.items()}
    whole = found["all clips"]
    _section(f"{title}: goals", _goals_table(found))
    return any(
        figure > goal if "at most" in name else figure < goal
        for name, (figure, goal) in whole.items()
    )


def _goals_table(found: dict[str, Goals]) -> str:
    """Figures by their place: the names carry counts, which differ between the parts."""
    figures = [[f"{figure:.3f}" for figure, _ in goals.values()] for goals in found.values()]
    heads = [(name, f"{goal:g}") for name, (_, goal) in found["all clips"].items()]
    lines = [(*head, *line) for head, line in zip(heads, zip(*figures, strict=True), strict=True)]
    return table(("figure", "goal", *found), lines)


def _section(title: str, text: str) -> None:
    sys.stdout.write(f"\n## {title}\n\n{text}\n")


@contextmanager
def _kept(folder: Path | None) -> Iterator[Path]:
    if folder is not None:
        yield folder
        return
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.seams",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("folder", type=Path, help="clips: MP4, WebP, GIF and whatever else Restitch opens")
    add("--seed", type=int, default=1)
    add("--positions", type=int, default=1, help="places in each clip")
    add(
        "--kinds",
        nargs="+",
        choices=(*CONSTRUCTED, "image pair", "cut"),
        metavar="KIND",
        default=[*CONSTRUCTED, "image pair", "cut"],
        help=", ".join(KINDS),
    )
    add("--clips", nargs="+", metavar="PART", help="only clips with this in their name")
    add(
        "--tuned-on",
        nargs="+",
        default=[],
        metavar="PART",
        help="show clips with this in their name apart from the others, which limits never saw",
    )
    add(
        "--cut",
        nargs="+",
        type=_known_cut,
        default=[],
        metavar="CLIP:FRAME",
        help="a seam that is in a clip already: its first frame; 0 only leaves the clip out",
    )
    add(
        "--at-most",
        type=int,
        default=10_000,
        metavar="N",
        help="mend N of the cases, drawn by the seed: one takes some ten CPU seconds",
    )
    add("--control-step", type=int, default=4, help="continuous controls at every n-th frame")
    add("--height", type=int, default=480, help="clips are shrunk to this many lines")
    add("--crf", type=int, help="both sides go through an H.264 file of this quality first")
    add("--only", nargs="+", choices=PARTS, default=list(PARTS))
    add(
        "--second",
        nargs="+",
        choices=tuple(FLOWS),
        default=["farneback"],
        help="flow estimators of the second opinion",
    )
    add("--judge-all", action="store_true", help="a second opinion on every remedy, not the chosen")
    add("--jobs", type=int, default=2, help="processes")
    add("--cache", type=Path, help="keep decoded clips in this folder")
    add("--json", type=Path, help="write every case with all its figures")
    return parser.parse_args()


def _known_cut(text: str) -> tuple[str, int]:
    name, _, frame = text.rpartition(":")
    return Path(name).stem, int(frame)


if __name__ == "__main__":
    sys.exit(main())
