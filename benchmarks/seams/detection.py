"""Every case measured by the program's own code, and the tables of seams.md sections 2 to 4."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import cv2
import numpy as np

from benchmarks.seams.cases import KINDS, Case, CaseSpec
from benchmarks.seams.tables import percent, table
from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.diagnosis import Cause, diagnose
from restitch_app.analysis.natural import Natural
from restitch_app.analysis.seam import SeamMeasures, SeamPicture, measure_seam

YELLOW, RED = 1.0, 2.0
SCORES = (
    "1 − s, absolute",
    "m − s",
    "(m − s)/q",
    "|m − s|",
    "fs drop / q",
    "dE − m",
    "|shr|",
    "(jerk − m)/q",
    "V",
)
SEEN_DELTA_E = 2.0
MOST_TAGS = 2
"""Causes a reviewer is told: the biggest ones."""


@dataclass(frozen=True)
class Detected:
    spec: CaseSpec
    done: str
    verdict: float
    causes: tuple[Cause, ...]
    channels: dict[str, float]
    scores: dict[str, float]
    natural_ssim: float
    delta_e_done: float | None
    """What the colour change alone is: between the first frame after the seam and its original."""

    @property
    def group(self) -> str:
        return KINDS[self.spec.kind].group

    @property
    def is_red(self) -> bool:
        return self.verdict >= RED or Cause.HARD_CUT in self.causes

    @property
    def is_flagged(self) -> bool:
        return self.verdict >= YELLOW or self.is_red


def detect(case: Case) -> Detected:
    found = measure_seam(
        [SeamPicture.from_rgb(frame) for frame in case.before[-12:]],
        [SeamPicture.from_rgb(frame) for frame in case.after[:12]],
    )
    return Detected(
        spec=case.spec,
        done=case.done,
        verdict=found.verdict if found.verdict is not None else 0.0,
        causes=diagnose(found).causes,
        channels={channel.value: value for channel, value in found.channels.items()},
        scores=_scores(found),
        natural_ssim=found.natural.median if found.natural else 1.0,
        delta_e_done=_delta_e(case.plain_after[0], case.after[0]) if case.plain_after else None,
    )


def natural_table(rows: Sequence[Detected]) -> str:
    """Section 2: what similarity is natural, and whom an absolute limit would flag."""
    controls = [row for row in rows if row.group == "control"]
    seams = [row for row in rows if row.group not in ("control", "cut")]
    by_clip: dict[str, list[float]] = defaultdict(list)
    for row in controls:
        by_clip[row.spec.clip].append(row.natural_ssim)
    ranges = table(
        ("clip", "natural SSIM, median", "least", "most"),
        [
            (clip, *(f"{value:.3f}" for value in (median(found), min(found), max(found))))
            for clip, found in sorted(by_clip.items())
        ],
    )
    limits = table(
        ("plain limit", "continuous controls it flags", "seams it flags"),
        [
            (
                f"s < {limit}",
                percent([row.scores[SCORES[0]] > 1 - limit for row in controls]),
                percent([row.scores[SCORES[0]] > 1 - limit for row in seams]),
            )
            for limit in (0.95, 0.90, 0.80)
        ],
    )
    return f"{ranges}\n\n{limits}"


def auc_table(rows: Sequence[Detected]) -> str:
    """Section 2: area under the curve, a group of seams against the continuous controls."""
    groups = _groups(rows)
    names = ["all", *groups]
    controls = [row for row in rows if row.group == "control"]
    lines = []
    for score in SCORES:
        line = [score]
        for name in names:
            chosen = groups[name] if name != "all" else [r for g in groups.values() for r in g]
            usual = [row.scores[score] for row in controls]
            line.append(f"{area([row.scores[score] for row in chosen], usual):.2f}")
        lines.append(tuple(line))
    return table(("score", *names), lines)


def rates_table(rows: Sequence[Detected]) -> str:
    """Section 3: how many of each kind are yellow or red."""
    by_kind: dict[str, list[Detected]] = defaultdict(list)
    for row in rows:
        by_kind[row.spec.kind].append(row)
    lines = []
    for kind in [kind for kind in KINDS if kind in by_kind]:
        found = by_kind[kind]
        leading = Counter(max(row.channels, key=lambda name: row.channels[name]) for row in found)
        lines.append(
            (
                kind,
                str(len(found)),
                percent([row.is_flagged for row in found]),
                percent([row.is_red for row in found]),
                f"{median(row.verdict for row in found):.2f}",
                ", ".join(f"{name} {count}" for name, count in leading.most_common(3)),
            )
        )
    return table(("kind", "n", "yellow or red", "red", "median V", "leading channel"), lines)


def goals_of(rows: Sequence[Detected]) -> dict[str, tuple[float, float]]:
    """Figure and goal of what issue and seams.md section 8 ask of detection."""
    controls = [row for row in rows if row.group == "control"]
    seams = [row for row in rows if row.group not in ("control", "cut")]
    seen_colour = [
        row for row in rows if row.delta_e_done is not None and row.delta_e_done >= SEEN_DELTA_E
    ]
    cuts = [row for row in rows if row.group == "cut"]
    pairs = [row for row in rows if row.group == "image pair"]
    marked = [row for row in rows if row.group != "control"]
    return {
        "AUC of V": (area([r.verdict for r in marked], [r.verdict for r in controls]), 0.95),
        "seams yellow or red": (_share([r.is_flagged for r in seams]), 0.90),
        "controls yellow or red (at most)": (_share([r.is_flagged for r in controls]), 0.15),
        "controls red (at most)": (_share([r.is_red for r in controls]), 0.05),
        f"cuts red ({len(cuts)})": (_share([r.is_red for r in cuts]), 1.0),
        f"image pairs flagged ({len(pairs)})": (_share([r.is_flagged for r in pairs]), 1.0),
        f"colour steps of ΔE ≥ 2 flagged ({len(seen_colour)})": (
            _share([r.is_flagged for r in seen_colour]),
            0.95,
        ),
    }


def diagnosis_table(rows: Sequence[Detected]) -> str:
    """Section 4: a tag is right where the kind may be called so; the two biggest tags count."""
    constructed = [row for row in rows if row.group != "image pair"]
    lines = []
    for cause in Cause:
        due = [row for row in constructed if KINDS[row.spec.kind].cause is cause and row.is_flagged]
        named = [row for row in constructed if cause in row.causes[:MOST_TAGS]]
        lines.append(
            (
                cause.value,
                str(len(due)),
                percent([cause in row.causes[:MOST_TAGS] for row in due]),
                percent([cause in _causes_of(row) for row in named]),
            )
        )
    right = table(("tag", "n", "recall", "precision"), lines)
    first = defaultdict(list)
    for row in constructed:
        if row.is_flagged and row.group != "control":
            first[row.spec.kind].append(row.causes[0].value if row.causes else "none")
    called = table(
        ("kind", "a right tag among the first two", "called first"),
        [
            (
                kind,
                percent(
                    [
                        bool(set(row.causes[:MOST_TAGS]) & _causes_of(row))
                        for row in constructed
                        if row.spec.kind == kind and row.is_flagged
                    ]
                ),
                ", ".join(f"{name} {count}" for name, count in Counter(names).most_common(3)),
            )
            for kind, names in first.items()
        ],
    )
    return f"{right}\n\n{called}"


def alarms(rows: Sequence[Detected]) -> str:
    """The continuous controls that were flagged, by clip, and why."""
    by_clip: dict[str, list[Detected]] = defaultdict(list)
    for row in rows:
        if row.group == "control":
            by_clip[row.spec.clip].append(row)
    lines = []
    for clip, found in sorted(by_clip.items()):
        flagged = [row for row in found if row.is_flagged]
        reasons = Counter(max(row.channels, key=lambda name: row.channels[name]) for row in flagged)
        lines.append(
            (
                clip,
                str(len(found)),
                percent([row.is_flagged for row in found]),
                percent([row.is_red for row in found]),
                ", ".join(f"{name} {count}" for name, count in reasons.most_common()),
            )
        )
    return table(("clip", "controls", "yellow or red", "red", "because of"), lines)


def area(seams: Sequence[float], controls: Sequence[float]) -> float:
    """ROC AUC: how often a seam scores above a control, ties counting half. NaN without either."""
    if not seams or not controls:
        return float("nan")
    high, low = np.array(seams)[:, np.newaxis], np.array(controls)
    return float((high > low).mean() + 0.5 * (high == low).mean())


def _groups(rows: Sequence[Detected]) -> Mapping[str, list[Detected]]:
    groups: dict[str, list[Detected]] = defaultdict(list)
    for row in rows:
        if row.group != "control":
            groups[row.group].append(row)
    return groups


def _causes_of(row: Detected) -> frozenset[Cause]:
    return KINDS[row.spec.kind].causes


def _scores(found: SeamMeasures) -> dict[str, float]:
    s = found.ssim
    m, q = (found.natural.median, found.natural.spread) if found.natural else (1.0, 1.0)
    dropped = 0.0
    if found.compensated_ssim is not None and found.compensated_natural is not None:
        usual = found.compensated_natural
        dropped = (usual.median - found.compensated_ssim) / usual.spread
    values = (
        1 - s,
        m - s,
        (m - s) / q,
        abs(m - s),
        dropped,
        found.colour.delta_e - (found.colour_natural.median if found.colour_natural else 0.0),
        abs(found.sharpness_step),
        _above(found.jerk, found.jerk_natural),
        found.verdict if found.verdict is not None else 0.0,
    )
    return dict(zip(SCORES, values, strict=True))


def _above(value: float | None, usual: Natural | None) -> float:
    return 0.0 if value is None or usual is None else (value - usual.median) / usual.spread


def _delta_e(plain: Rgb, changed: Rgb) -> float:
    """Median CIE76 difference over a grid of blocks, 24 to a row."""
    rows = max(1, round(24 * plain.shape[0] / plain.shape[1]))
    one, other = (
        cv2.resize(
            cv2.cvtColor(frame.astype(np.float32) / 255, cv2.COLOR_RGB2Lab),
            (24, rows),
            interpolation=cv2.INTER_AREA,
        )
        for frame in (plain, changed)
    )
    return float(np.median(np.linalg.norm(one - other, axis=2)))


def _share(found: Sequence[bool]) -> float:
    return sum(found) / len(found) if found else float("nan")
