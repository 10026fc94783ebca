"""Faults of the picture itself: lost sharpness, drifting colour, another start than the seed."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

import numpy as np

from restitch_app.analysis.psnr import psnr
from restitch_app.analysis.quality.stats import Figures, FrameStats, SeedPicture, mean_lab
from restitch_app.analysis.quality.wording import frames_in_words
from restitch_app.analysis.scale import resized
from restitch_app.analysis.ssim import ssim
from restitch_app.domain.quality import CheckName, CheckResult, QualityLimits, Verdict, graded

NEIGHBOURHOOD = 4  # frames in a median: one odd frame changes nothing

# Motion between seed frame and first frame is no fault; this far below the segment's own SSIM is.
SEED_WARN_BELOW_USUAL = 0.05
SEED_FAIL_BELOW_USUAL = 0.25


def check_sharpness(stats: FrameStats, limits: QualityLimits) -> CheckResult:
    """Detail lost slowly against the segment's own start, or at once from a frame on."""
    log_detail = np.log2(stats.detail)
    softening = _softening(log_detail)
    steps = _blur_steps(log_detail)
    overall = graded(
        float(softening.max(initial=0.0)), 0, limits.softening_warn, limits.softening_fail
    )
    sudden = graded(float(steps.max(initial=0.0)), 0, limits.blur_step_warn, limits.blur_step_fail)
    if sudden[1] <= overall[1] and sudden[0] is not Verdict.PASS:
        verdict, score, value = *sudden, float(steps.max())
        onset = int(steps.argmax())
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
    lab = stats.lab
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


def _softening(log_detail: Figures) -> Figures:
    """Detail below the start's, log2, for every frame."""
    start = np.median(log_detail[:NEIGHBOURHOOD]) if len(log_detail) else 0.0
    return np.asarray(start - _running_median(log_detail), dtype=np.float64)


def _blur_steps(log_detail: Figures) -> Figures:
    """For every frame, detail of the frames before it above that of the frames from it on, log2."""
    steps = np.zeros(len(log_detail))
    for frame in range(1, len(log_detail)):
        before = log_detail[max(0, frame - NEIGHBOURHOOD) : frame]
        steps[frame] = np.median(before) - np.median(log_detail[frame : frame + NEIGHBOURHOOD])
    return steps


def _running_median(figures: Figures) -> Figures:
    """Over each frame and the three after it, fewer at the end."""
    windows = (figures[at : at + NEIGHBOURHOOD] for at in range(len(figures)))
    return np.array([float(np.median(window)) for window in windows])


def _change(lab_difference: Figures) -> str:
    """The largest part of a Lab difference in words."""
    words = (("darker", "brighter"), ("greener", "redder"), ("bluer", "yellower"))
    axis = int(np.abs(lab_difference).argmax())
    return words[axis][int(lab_difference[axis] > 0)]
