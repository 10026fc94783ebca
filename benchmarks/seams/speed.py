"""CPU seconds of what a reviewer waits for, beside scikit-image in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from random import Random
from statistics import median
from typing import NamedTuple, cast

import cv2
import numpy as np
from skimage.metrics import structural_similarity

from benchmarks.seams.cases import Case
from benchmarks.seams.clips import Clip
from benchmarks.seams.detection import detect
from benchmarks.seams.tables import table
from restitch_app.analysis.acceptance import Acceptance
from restitch_app.analysis.arrays import Gray, Rgb
from restitch_app.analysis.natural import Natural, natural_ssim
from restitch_app.analysis.scale import ANALYSIS_HEIGHT_PX
from restitch_app.analysis.ssim import ssim
from restitch_app.analysis.window import WINDOW_FRAMES
from restitch_app.smoothing.recipes import RECIPES, Recipe, Rendered, render
from restitch_app.smoothing.reextract import (
    JERK_COST,
    LARGEST_JERK,
    SeamMotion,
    Trims,
    reextract,
    step_cost,
)
from restitch_app.smoothing.workspace import Workspace

ROUNDS = 5
THREADS = 2
FULL_HD = (1920, 1080)
SEARCHED_FRAMES = 24
WINDOWS_AT = {ANALYSIS_HEIGHT_PX: 21, 480: 6, 720: 3, 1080: 3}
"""Windows searched, by lines of luma: measuring every pair takes up to half a minute."""
WINDOWS = max(WINDOWS_AT.values())


def ssim_speed(clip: Clip) -> tuple[str, float]:
    """A 1080p pair against scikit-image, and how many times faster it is."""
    one, other = (_luma(clip.frames[at], FULL_HD) for at in (0, 1))
    ours_s = _cpu_s(partial(ssim, one, other))
    theirs_s = _cpu_s(partial(_reference, one, other), 2)
    apart = abs(ssim(one, other) - _reference(one, other))
    line = (
        f"SSIM of a 1080p pair: {1000 * ours_s:.0f} ms, scikit-image {1000 * theirs_s:.0f} ms, "
        f"{theirs_s / ours_s:.1f} x; they differ by {apart:.1e}"
    )
    return line, theirs_s / ours_s


def case_speed(cases: Sequence[Case]) -> tuple[str, float, float]:
    """A boundary report from decoded frames, and all recipes rendered and judged.

    CPU seconds on one thread, clock seconds on the threads that the program gives OpenCV. Returned:
    the most CPU seconds of a report and of a comparison.
    """
    heads = ("case", "size", "report, CPU s", "clock", "comparison, CPU s", "clock")
    lines, reports, comparisons = [], [], []
    for case in cases:
        height, width = case.before[0].shape[:2]
        found = [_both_s(partial(work, case)) for work in (detect, _remedies_tried)]
        reports.append(found[0][0])
        comparisons.append(found[1][0])
        took = [f"{seconds:.2f}" for pair in found for seconds in pair]
        lines.append((f"{case.spec.kind}, {case.spec.clip}", f"{width}x{height}", *took))
    return table(heads, lines), max(reports), max(comparisons)


def _remedies_tried(case: Case) -> None:
    """As the program does: what was judged is not kept."""
    judge, workspace = Acceptance(case.before, case.after), Workspace()
    for recipe in RECIPES:
        try:
            made = render(recipe, case.before, case.after, workspace, within=WINDOW_FRAMES)
        except ValueError:
            continue
        judge.judge(made.left_frames, made.right_frames)


def _both_s(work: Callable[[], object]) -> tuple[float, float]:
    cpu_s = _cpu_s(work, 1)
    cv2.setNumThreads(THREADS)
    try:
        started_s = time.monotonic()
        work()
        return cpu_s, time.monotonic() - started_s
    finally:
        cv2.setNumThreads(1)


def remedies_speed(case: Case) -> str:
    """Each recipe alone, every frame that it changes."""
    lines = []
    for recipe in RECIPES:
        work = partial(_alone, recipe, case)
        try:
            lines.append((recipe.name, f"{_cpu_s(work, 2):.2f}"))
        except ValueError as error:
            lines.append((recipe.name, str(error)))
    return table(("remedy", "CPU s"), lines)


def _alone(recipe: Recipe, case: Case) -> Rendered:
    return render(recipe, case.before, case.after, Workspace())


def search_speed(clips: Sequence[Clip], seed: int) -> tuple[str, float, float]:
    """24 x 24 pairs: how much faster than pair by pair, and how often the pair is the best one.

    Pair by pair is scikit-image on each of the 576 pairs, its flows not counted; of ours everything
    counts. Each window is searched at the analysis size, the first of them at larger sizes too
    (enlarged where the clip has fewer lines). Returned: the least times of all sizes, and the share
    of right pairs.
    """
    random = Random(f"{seed} windows")
    fit = [clip for clip in clips if len(clip.frames) >= 2 * SEARCHED_FRAMES]
    if not fit:
        return "24 x 24 search: no clip is long enough", 0.0, 0.0
    windows = [_window(fit[number % len(fit)], random) for number in range(WINDOWS)]
    found = {
        height: [_searched(*window, height) for window in windows[:count]]
        for height, count in WINDOWS_AT.items()
    }
    lines = []
    for height, at_size in found.items():
        ours, theirs, exhaustive, right = zip(*at_size, strict=True)
        lines.append(
            (
                f"{height} lines",
                f"{1000 * median(ours):.0f} ms",
                f"{median(theirs):.0f} s",
                f"{median(exhaustive):.1f} s",
                f"{_times(at_size):.0f}",
                f"{sum(right)} of {len(right)}",
            )
        )
    heads = ("24 x 24 search", "ours", "scikit-image", "our SSIM, all pairs", "times", "best pair")
    every = [one for at_size in found.values() for one in at_size]
    right_share = sum(one.is_best for one in every) / len(every)
    return table(heads, lines), min(_times(at_size) for at_size in found.values()), right_share


class _Searched(NamedTuple):
    """CPU seconds of a search, and whether it found what measuring every pair finds."""

    ours_s: float
    theirs_s: float
    exhaustive_s: float
    is_best: bool


def _times(found: Sequence[_Searched]) -> float:
    return median(one.theirs_s / one.ours_s for one in found)


def _window(clip: Clip, random: Random) -> tuple[list[Rgb], list[Rgb]]:
    count = len(clip.frames)
    place = random.randint(SEARCHED_FRAMES, count - SEARCHED_FRAMES)
    skipped = random.randint(0, min(6, count - SEARCHED_FRAMES - place))
    left = clip.part(place - SEARCHED_FRAMES, place)
    return left, clip.part(place + skipped, place + skipped + SEARCHED_FRAMES)


def _searched(before: Sequence[Rgb], after: Sequence[Rgb], height: int) -> _Searched:
    rows, columns = before[0].shape[:2]
    size = (round(columns * height / rows / 2) * 2, height)
    left, right = ([_luma(frame, size) for frame in side] for side in (before, after))
    natural = natural_ssim(left, right)
    if natural is None:
        raise ValueError("windows of 24 frames have pairs")
    ours_s = _cpu_s(partial(reextract, left, right, natural), 3)
    pair_s = _cpu_s(partial(_reference, left[0], right[0]), 3)
    started_s = time.process_time()
    best = _exhaustive(left, right, natural)
    exhaustive_s = time.process_time() - started_s
    found = reextract(left, right, natural)
    is_best = (found.trim_left, found.trim_right) == best
    return _Searched(ours_s, SEARCHED_FRAMES**2 * pair_s, exhaustive_s, is_best)


def _exhaustive(left: Sequence[Gray], right: Sequence[Gray], natural: Natural) -> Trims:
    """Every pair by its exact SSIM; then jerk decides among the best eight (seams.md section 5)."""
    costs = {
        (i, j): step_cost(ssim(left[len(left) - 1 - i], right[j]), natural, i + j)
        for i in range(len(left))
        for j in range(len(right))
    }
    motion = SeamMotion(left, right)

    def whole(trims: Trims) -> float:
        return costs[trims] + JERK_COST * min(LARGEST_JERK, motion.jerk(trims))

    return min(sorted(costs, key=costs.__getitem__)[:8], key=whole)


def _cpu_s(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    took = []
    for _ in range(rounds):
        started_s = time.process_time()
        work()
        took.append(time.process_time() - started_s)
    return min(took)


def _reference(one: Gray, other: Gray) -> float:
    return cast(
        float,
        structural_similarity(  # type: ignore[no-untyped-call]
            one,
            other,
            gaussian_weights=True,
            sigma=1.5,
            use_sample_covariance=False,
            data_range=255,
        ),
    )


def _luma(frame: Rgb, size: tuple[int, int]) -> Gray:
    gray = cv2.cvtColor(np.asarray(frame), cv2.COLOR_RGB2GRAY)
    how = cv2.INTER_AREA if size[1] < gray.shape[0] else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(gray, size, interpolation=how), np.uint8)
