"""Faults of the picture itself: lost sharpness, drifting colour, another start than the seed."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray

from restitch_app.analysis.psnr import psnr
from restitch_app.analysis.quality.stats import Figures, FrameStats, SeedPicture, mean_lab
from restitch_app.analysis.quality.wording import frames_in_words
from restitch_app.analysis.scale import resized
from restitch_app.analysis.ssim import ssim
from restitch_app.domain.quality import CheckName, CheckResult, QualityLimits, Verdict, graded

NEIGHBOURHOOD = 4  # frames in a median: one odd frame changes nothing

# Motion between seed frame and first frame is no fault; this far below the segment's own SSIM is.
SEED_WARN_BELOW_USUAL = 0.10
SEED_FAIL_BELOW_USUAL = 0.25


def check_sharpness(stats: FrameStats, limits: QualityLimits) -> CheckResult:
    """Crispness lost slowly against the segment's own start, or at once from a frame on."""
    crispness = stats.crispness[_lit(stats, limits)]
    softening = _softening(crispness)
    steps = _blur_steps(crispness)
    overall = graded(
        float(softening.max(initial=0.0)), 0, limits.softening_warn, limits.softening_fail
    )
    sudden = graded(float(steps.max(initial=0.0)), 0, limits.blur_step_warn, limits.blur_step_fail)
    if sudden[1] <= overall[1] and sudden[0] is not Verdict.PASS:
        verdict, score, value = *sudden, float(steps.max())
        onset = _onset(crispness, steps)
        frames: tuple[int, ...] = (onset,)
        message = f"The picture turns soft at once at frame {onset + 1}."
    else:
        verdict, score, value = *overall, float(softening.max(initial=0.0))
        frames = tuple(int(n) for n in np.flatnonzero(softening >= limits.softening_warn))
        message = "Sharpness holds from start to end."
        if verdict is not Verdict.PASS:
            message = f"The picture has lost sharpness in {frames_in_words(frames)}."
    return CheckResult(CheckName.SHARPNESS, verdict, score, value, "log2", message, frames)


def check_colour(stats: FrameStats, limits: QualityLimits, seed: SeedPicture | None) -> CheckResult:
    """How far the mean colour moves from the seed frame, or from the start when there is none."""
    lab = stats.lab[_lit(stats, limits)]
    origin = np.median(lab[:NEIGHBOURHOOD], axis=0) if seed is None else mean_lab(seed.rgb_small)
    drift = _running_median(np.linalg.norm(lab - origin, axis=1))
    value = float(drift.max(initial=0.0))
    verdict, score = graded(value, 0, limits.colour_warn, limits.colour_fail)
    frames = tuple(int(n) for n in np.flatnonzero(drift >= limits.colour_warn))
    message = "Colours stay close to where they started."
    if verdict is not Verdict.PASS:
        worst = int(drift.argmax())
        message = f"Colours drift: {_change(lab[worst] - origin)} at frame {worst + 1}."
    return CheckResult(CheckName.COLOUR, verdict, score, value, "dE", message, frames)


def check_seed(stats: FrameStats, limits: QualityLimits, seed: SeedPicture) -> CheckResult:
    """Does the segment start from its seed frame? Measured at the analysis height."""
    first = stats.opening[0]
    picture = resized(seed.luma, first.shape[1], first.shape[0])
    value = ssim(picture, first)
    steps = [ssim(left, right) for left, right in pairwise(stats.opening)]
    usual = median(steps) if steps else 1.0
    warn = min(limits.seed_warn_ssim, usual - SEED_WARN_BELOW_USUAL)
    fail = min(limits.seed_fail_ssim, usual - SEED_FAIL_BELOW_USUAL)
    verdict, score = graded(value, 1.0, warn, fail)
    figures = f"SSIM {value:.3f}, {psnr(picture, first):.1f} dB"
    if verdict is Verdict.PASS:
        return CheckResult(
            CheckName.SEED,
            verdict,
            score,
            value,
            "SSIM",
            f"It starts at the seed frame ({figures}).",
        )
    message = f"The first frame is not the seed frame ({figures})."
    return CheckResult(CheckName.SEED, verdict, score, value, "SSIM", message, (0,))


def _lit(stats: FrameStats, limits: QualityLimits) -> NDArray[np.intp]:
    """For every frame itself, or the last before it that is not black: black is its own fault."""
    lit = stats.black_share < limits.black_share
    if not lit.any():
        return np.arange(stats.count)
    last = np.maximum.accumulate(np.where(lit, np.arange(stats.count), -1))
    return np.asarray(np.where(last < 0, int(lit.argmax()), last), dtype=np.intp)


def _softening(crispness: Figures) -> Figures:
    """Crispness below the start's for every frame."""
    start = np.median(crispness[:NEIGHBOURHOOD]) if len(crispness) else 0.0
    return np.asarray(start - _running_median(crispness), dtype=np.float64)


def _blur_steps(crispness: Figures) -> Figures:
    """For every frame, crispness of the frames before it above that of the frames from it on."""
    steps = np.zeros(len(crispness))
    for frame in range(1, len(crispness)):
        before = crispness[max(0, frame - NEIGHBOURHOOD) : frame]
        steps[frame] = np.median(before) - np.median(crispness[frame : frame + NEIGHBOURHOOD])
    return steps


def _onset(crispness: Figures, steps: Figures) -> int:
    """The frame that turns soft: medians find the step, the single drop near it its place."""
    drops = -np.diff(crispness, prepend=crispness[0])
    return int(np.where(steps >= 0.8 * steps.max(), drops, -np.inf).argmax())


def _running_median(figures: Figures) -> Figures:
    """Over each frame and the three after it, fewer at the end."""
    windows = (figures[at : at + NEIGHBOURHOOD] for at in range(len(figures)))
    return np.array([float(np.median(window)) for window in windows])


def _change(lab_difference: Figures) -> str:
    """The largest part of a Lab difference in words."""
    words = (("darker", "brighter"), ("greener", "redder"), ("bluer", "yellower"))
    axis = int(np.abs(lab_difference).argmax())
    return words[axis][int(lab_difference[axis] > 0)]
