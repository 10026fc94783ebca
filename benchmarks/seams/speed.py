"""CPU seconds of what a reviewer waits for, beside scikit-image in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from random import Random
from statistics import median
from typing import cast

import cv2
import numpy as np
from skimage.metrics import structural_similarity

from benchmarks.seams.cases import Case
from benchmarks.seams.clips import Clip
from benchmarks.seams.detection import detect
from benchmarks.seams.mending import compare
from benchmarks.seams.tables import table
from restitch_app.analysis.arrays import Floats, Gray, Rgb
from restitch_app.analysis.flow import dis_flow, halved, mean_length_px
from restitch_app.analysis.natural import Natural, natural_ssim
from restitch_app.analysis.seam import SeamPicture
from restitch_app.analysis.ssim import ssim
from restitch_app.smoothing.recipes import RECIPES, Recipe, Rendered, render
from restitch_app.smoothing.reextract import Trims, reextract, step_cost
from restitch_app.smoothing.workspace import Workspace

ROUNDS = 5
FULL_HD = (1920, 1080)
SEARCHED_FRAMES = 24
WINDOWS = 20


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


def report_speed(cases: Sequence[Case]) -> tuple[str, float]:
    """A boundary report from decoded frames, nothing known before."""
    took = [_cpu_s(partial(detect, case), 2) for case in cases]
    return f"boundary report: {median(took):.2f} CPU s, at most {max(took):.2f}", max(took)


def comparison_speed(cases: Sequence[Case]) -> tuple[str, float]:
    """All recipes rendered and judged."""
    took = [compare(case).cpu_s for case in cases]
    line = (
        f"full comparison of {len(RECIPES)} remedies: {median(took):.1f} CPU s, "
        f"at most {max(took):.1f}"
    )
    return line, max(took)


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
    """24 x 24 pairs: how much faster than pair by pair, and how often the pair is the best one."""
    random = Random(f"{seed} windows")
    fit = [clip for clip in clips if len(clip.frames) >= 2 * SEARCHED_FRAMES]
    found = [_searched(fit[number % len(fit)], random) for number in range(WINDOWS if fit else 0)]
    if not found:
        return "24 x 24 search: no clip is long enough", 0.0, 0.0
    ours, theirs, exhaustive, right = zip(*found, strict=True)
    times = median(them / us for them, us in zip(theirs, ours, strict=True))
    line = (
        f"24 x 24 search: {1000 * median(ours):.0f} ms CPU; scikit-image pair by pair "
        f"{median(theirs):.0f} s, {times:.0f} x; our SSIM pair by pair {median(exhaustive):.1f} s; "
        f"the best pair of all in {sum(right)} of {len(right)} windows"
    )
    return line, times, sum(right) / len(right)


def _searched(clip: Clip, random: Random) -> tuple[float, float, float, bool]:
    """Seconds of ours, of scikit-image, of our SSIM pair by pair, and whether the pairs agree."""
    count = len(clip.frames)
    place = random.randint(SEARCHED_FRAMES, count - SEARCHED_FRAMES)
    skipped = random.randint(0, min(6, count - SEARCHED_FRAMES - place))
    left = _lumas(clip.part(place - SEARCHED_FRAMES, place))
    right = _lumas(clip.part(place + skipped, place + skipped + SEARCHED_FRAMES))
    natural = natural_ssim(left, right)
    if natural is None:
        raise ValueError("windows of 24 frames have pairs")
    ours_s = _cpu_s(partial(reextract, left, right, natural), 2)
    pair_s = _cpu_s(partial(_reference, left[0], right[0]), 2)
    started_s = time.process_time()
    best = _exhaustive(left, right, natural)
    exhaustive_s = time.process_time() - started_s
    found = reextract(left, right, natural)
    is_best = (found.trim_left, found.trim_right) == best
    return ours_s, SEARCHED_FRAMES**2 * pair_s, exhaustive_s, is_best


def _exhaustive(left: Sequence[Gray], right: Sequence[Gray], natural: Natural) -> Trims:
    """Every pair by its exact SSIM; then jerk decides among the best eight (seams.md section 5)."""
    costs = {
        (i, j): step_cost(ssim(left[len(left) - 1 - i], right[j]), natural, i + j)
        for i in range(len(left))
        for j in range(len(right))
    }

    def whole(trims: Trims) -> float:
        tail, head = left[: len(left) - trims[0]][-2:], right[trims[1] :][:2]
        around = [_flow_px(*run) for run in (tail, head) if len(run) == 2]
        across = _flow_px(tail[-1], head[0])
        usual_px = float(np.mean([mean_length_px(flow) for flow in around]))
        apart = across - np.mean(around, axis=0, dtype=np.float32)
        return costs[trims] + 0.05 * min(4.0, mean_length_px(apart) / (usual_px + 0.5))

    return min(sorted(costs, key=costs.__getitem__)[:8], key=whole)


def _flow_px(left: Gray, right: Gray) -> Floats:
    """At half size, in px of the whole one."""
    return 2 * dis_flow(halved(left), halved(right))


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
    return np.asarray(cv2.resize(gray, size, interpolation=cv2.INTER_CUBIC), np.uint8)


def _lumas(frames: Sequence[Rgb]) -> list[Gray]:
    return [SeamPicture.from_rgb(frame).luma for frame in frames]
