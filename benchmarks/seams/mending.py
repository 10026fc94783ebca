"""Every remedy tried on every case by the program's own code, and judged by another's as well."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from benchmarks.seams.cases import KINDS, Case, CaseSpec
from benchmarks.seams.second_opinion import FLOWS, Opinion, SecondOpinion
from benchmarks.seams.tables import percent, table
from restitch_app.analysis.acceptance import Acceptance
from restitch_app.analysis.diagnosis import diagnose
from restitch_app.analysis.seam import WINDOW_FRAMES
from restitch_app.smoothing.choice import Trial, ranked, recommended
from restitch_app.smoothing.recipes import RECIPES, Rendered, render
from restitch_app.smoothing.workspace import Workspace

UNTREATED = "untreated"
BEST = "best of all, length kept"
BEST_SHORTER = "best of all, shorter allowed"
COMPARED = ("blend", "flow_morph+residual_fade")
"""Judged a second time for comparison; the others only where they are the choice."""
DEEPER_DIP = 0.02
VISIBLE = 1.0
LITTLE_BLUR = 0.05


@dataclass(frozen=True)
class Outcome:
    """One recipe at one case. `second`: by estimator; empty where it was not asked."""

    recipe: str
    trial: Trial
    dips: bool
    """A pair is less alike than .02 under the natural minimum."""
    second: dict[str, Opinion]
    cpu_s: float


@dataclass(frozen=True)
class Mended:
    spec: CaseSpec
    done: str
    verdict: float
    is_cut: bool
    untreated: Outcome
    outcomes: tuple[Outcome, ...]
    refused: dict[str, str]
    """Recipes that could not be carried out, and what they said."""
    best: str | None
    """The recommendation, length kept; None: leave it as it is."""
    best_shorter: str | None
    cpu_s: float
    """Of the whole comparison, the second opinions left out."""

    @property
    def group(self) -> str:
        return KINDS[self.spec.kind].group

    @property
    def is_visible_seam(self) -> bool:
        return self.verdict >= VISIBLE and self.group not in ("control", "cut")

    def outcome(self, name: str) -> Outcome | None:
        if name == UNTREATED:
            return self.untreated
        chosen = {BEST: self.best, BEST_SHORTER: self.best_shorter}.get(name, name)
        if chosen is None:
            return self.untreated
        return next((found for found in self.outcomes if found.recipe == chosen), None)


@dataclass(frozen=True)
class Compared:
    """What the program finds by trying everything, as `services` does on a project's files."""

    judge: Acceptance
    rendered: dict[str, Rendered]
    trials: dict[str, Trial]
    refused: dict[str, str]
    took_s: dict[str, float]
    cpu_s: float


def compare(case: Case) -> Compared:
    """Render and judge every recipe on a case."""
    started_s = time.process_time()
    judge = Acceptance(case.before, case.after)
    workspace = Workspace()
    found = Compared(judge, {}, {}, {}, {}, 0.0)
    for recipe in RECIPES:
        began_s = time.process_time()
        try:
            made = render(recipe, case.before, case.after, workspace, within=WINDOW_FRAMES)
        except ValueError as error:
            found.refused[recipe.name] = str(error)
            continue
        judged = judge.judge(made.left_frames, made.right_frames)
        found.rendered[recipe.name] = made
        found.trials[recipe.name] = Trial(
            judged, made.frames_lost, made.touched_left + made.touched_right
        )
        found.took_s[recipe.name] = time.process_time() - began_s
    return replace(found, cpu_s=time.process_time() - started_s)


def mend(case: Case, flows: Sequence[str], judges_all: bool) -> Mended:
    """Compare all recipes on a case. `flows`: what the second opinion estimates motion with."""
    found = compare(case)
    measures = found.judge.measures
    verdict = measures.verdict if measures.verdict is not None else 0.0
    best = _choice({n: t for n, t in found.trials.items() if t.frames_lost == 0}, verdict)
    best_shorter = _choice(found.trials, verdict)
    asked = {*COMPARED, best, best_shorter}
    opinions = {name: SecondOpinion(case.before, case.after, FLOWS[name]) for name in flows}
    low = measures.natural.low if measures.natural else 0.0

    def second(name: str) -> dict[str, Opinion]:
        if not judges_all and name not in asked:
            return {}
        made = found.rendered[name]
        return {
            flow: opinion.on(made.left_frames, made.right_frames)
            for flow, opinion in opinions.items()
        }

    outcomes = [
        Outcome(
            name,
            trial,
            min(trial.judgement.curve) < low - DEEPER_DIP,
            second(name),
            found.took_s[name],
        )
        for name, trial in found.trials.items()
    ]
    as_it_is = Trial(found.judge.judge(case.before, case.after), 0, 0)
    untreated = Outcome(
        UNTREATED,
        as_it_is,
        min(as_it_is.judgement.curve) < low - DEEPER_DIP,
        {name: opinion.on(case.before, case.after) for name, opinion in opinions.items()},
        0.0,
    )
    return Mended(
        spec=case.spec,
        done=case.done,
        verdict=verdict,
        is_cut=diagnose(measures).is_cut,
        untreated=untreated,
        outcomes=tuple(outcomes),
        refused=found.refused,
        best=best,
        best_shorter=best_shorter,
        cpu_s=found.cpu_s,
    )


def _choice(trials: Mapping[str, Trial], verdict: float) -> str | None:
    at = recommended(tuple(trials.values()), is_seen=verdict >= VISIBLE)
    return None if at is None else tuple(trials)[at]


def remedies_table(rows: Sequence[Mended], flows: Sequence[str]) -> str:
    """Section 6: each remedy, and the choice, on the visible seams that are no cuts."""
    seams = [row for row in rows if row.is_visible_seam]
    names = [UNTREATED, *(recipe.name for recipe in RECIPES), BEST, BEST_SHORTER]
    heads = [
        *("remedy", "n", "restored", "improved", "harmed", "median E", "g ≤ 5 %"),
        *("inside natural", "dips", "offered"),
        *(f"{name}: restored / improved / harmed" for name in flows),
    ]
    lines = []
    for name in names:
        found = [(row, outcome) for row in seams if (outcome := row.outcome(name)) is not None]
        judged = [outcome.trial.judgement for _, outcome in found]
        if not found:
            continue
        lines.append(
            (
                name,
                str(len(found)),
                percent([one.restored for one in judged]),
                percent([one.improved for one in judged]),
                percent([one.harmed for one in judged]),
                f"{median(one.visibility for one in judged):.2f}",
                percent([one.sharpness_loss <= LITTLE_BLUR for one in judged]),
                percent([bool(one.inside_natural) for one in judged]),
                percent([outcome.dips for _, outcome in found]),
                percent([outcome.trial.refusal is None for _, outcome in found]),
                *(_second(found, flow) for flow in flows),
            )
        )
    return table(heads, lines)


def kinds_table(rows: Sequence[Mended], flows: Sequence[str]) -> str:
    """Section 6: the choice, kind by kind."""
    by_kind: dict[str, list[Mended]] = defaultdict(list)
    for row in rows:
        if row.is_visible_seam:
            by_kind[row.spec.kind].append(row)
    lines = []
    for kind in [kind for kind in KINDS if kind in by_kind]:
        found = by_kind[kind]
        pairs = [(row, outcome) for row in found if (outcome := row.outcome(BEST)) is not None]
        judged = [outcome.trial.judgement for _, outcome in pairs]
        chosen = Counter(row.best or "leave as is" for row in found)
        left_over = Counter(one.worst.value for one in judged if not one.restored)
        lines.append(
            (
                kind,
                str(len(found)),
                f"{median(one.visibility_before for one in judged):.2f} → "
                f"{median(one.visibility for one in judged):.2f}",
                _rates([(one.restored, one.improved, one.harmed) for one in judged]),
                *(_second(pairs, flow) for flow in flows),
                ", ".join(f"{name} {count}" for name, count in chosen.most_common(3)),
                ", ".join(f"{name} {count}" for name, count in left_over.most_common(3)),
            )
        )
    heads = ("kind", "n", "median E", "restored / improved / harmed", *flows, "chosen", "left over")
    return table(heads, lines)


def goals_of(rows: Sequence[Mended], flow: str) -> dict[str, tuple[float, float]]:
    """Figure and goal of what the issue asks of smoothing, by the second estimator `flow`."""
    seams = [row for row in rows if row.is_visible_seam]
    best = [outcome for row in seams if (outcome := row.outcome(BEST)) is not None]
    second = [outcome.second[flow] for outcome in best]
    controls = [row for row in rows if row.group == "control"]
    control_second = [
        outcome.second[flow] for row in controls if (outcome := row.outcome(BEST)) is not None
    ]
    judged = [outcome.trial.judgement for outcome in best]
    return {
        f"restored, {flow} ({len(seams)})": (_share([one.restored for one in second]), 0.70),
        f"improved, {flow}": (_share([one.improved for one in second]), 0.85),
        f"harmed, {flow} (at most)": (_share([one.harmed for one in second]), 0.0),
        "sharpness loss ≤ 5 %": (_share([one.sharpness_loss <= 0.05 for one in second]), 0.85),
        "seam SSIM inside the natural range": (
            _share([bool(one.inside_natural) for one in judged]),
            0.80,
        ),
        "new dips (at most)": (
            _share(
                [
                    outcome.dips and not row.untreated.dips
                    for row in seams
                    if (outcome := row.outcome(BEST)) is not None
                ]
            ),
            0.02,
        ),
        f"controls: leave as is ({len(controls)})": (
            _share([row.best is None for row in controls]),
            0.85,
        ),
        f"controls harmed, {flow} (at most)": (_share([one.harmed for one in control_second]), 0.0),
        "CPU seconds of a comparison (at most)": (median(row.cpu_s for row in rows), 15.0),
    }


def harms(rows: Sequence[Mended], flow: str) -> str:
    """Cases whose choice the second estimator calls harmed, one a line."""
    lines = []
    for row in rows:
        outcome = row.outcome(BEST)
        if outcome is None or row.best is None or not outcome.second[flow].harmed:
            continue
        own, other = outcome.trial.judgement, outcome.second[flow]
        lines.append(
            f"{row.spec.kind}, {row.spec.clip} at {row.spec.position} ({row.done}): {row.best}; "
            f"E {own.visibility_before:.2f} → {own.visibility:.2f}, {flow} "
            f"{other.visibility_before:.2f} → {other.visibility:.2f} ({other.worst}), "
            f"sharpness −{100 * other.sharpness_loss:.0f} %"
        )
    return "\n".join(lines) or "none"


def offered_and_harmful(rows: Sequence[Mended], flow: str) -> float:
    """Share of everything that passed the gate which the second estimator calls harmed."""
    found = []
    for row in rows:
        by_name = {outcome.recipe: outcome for outcome in row.outcomes}
        offered = ranked([outcome.trial for outcome in row.outcomes])
        names = [row.outcomes[number].recipe for number in offered]
        found += [by_name[n].second[flow].harmed for n in names if flow in by_name[n].second]
    return _share(found)


def _second(found: Sequence[tuple[Mended, Outcome]], flow: str) -> str:
    opinions = [outcome.second[flow] for _, outcome in found if flow in outcome.second]
    if len(opinions) < len(found):
        return "–"
    return _rates([(one.restored, one.improved, one.harmed) for one in opinions])


def _rates(found: Sequence[tuple[bool, bool, bool]]) -> str:
    return " / ".join(percent([one[place] for one in found])[:-2] for place in range(3)) + " %"


def _share(found: Sequence[bool]) -> float:
    return sum(found) / len(found) if found else float("nan")
