"""Faults of brightness: black frames and flicker."""

from __future__ import annotations

import numpy as np

from restitch_app.analysis.quality.stats import Figures, FrameStats
from restitch_app.analysis.quality.wording import frames_in_words
from restitch_app.domain.quality import CheckName, CheckResult, QualityLimits, Verdict, graded


def check_black(stats: FrameStats, limits: QualityLimits) -> CheckResult:
    """Counts the frames that are black nearly everywhere."""
    frames = tuple(int(n) for n in np.flatnonzero(stats.black_share >= limits.black_share))
    least = limits.black_fail_frames
    verdict, score = graded(len(frames), 0, least, least)
    if frames:
        verb = "is" if len(frames) == 1 else "are"
        message = f"{frames_in_words(frames).capitalize()} {verb} black."
    else:
        message = "No frame is black."
    return CheckResult(
        CheckName.BLACK, verdict, score, float(len(frames)), "frames", message, frames
    )


def check_flicker(stats: FrameStats, limits: QualityLimits) -> CheckResult:
    """Brightness that goes up and down from frame to frame, a single flash included."""
    strength = alternation(stats.luma)
    value = float(strength.max(initial=0.0))
    verdict, score = graded(value, 0, limits.flicker_warn, limits.flicker_fail)
    frames = tuple(int(n) for n in np.flatnonzero(strength >= limits.flicker_warn))
    if verdict is Verdict.PASS:
        message = "Brightness is steady from frame to frame."
    else:
        message = f"Brightness flickers by {value:.1f} levels at {frames_in_words(frames)}."
    return CheckResult(CheckName.FLICKER, verdict, score, value, "levels", message, frames)


def alternation(luma: Figures) -> Figures:
    """For every frame, how far brightness swings there and back around it, in levels.

    A frame's deviation is its distance from the mean of its two neighbours. A swing is three
    deviations of alternating sign; its strength is the least of the three, so that neither a cut
    (two of them) nor a slow change counts.
    """
    strength = np.zeros(len(luma))
    if len(luma) < 5:
        return strength
    deviation = luma[1:-1] - (luma[:-2] + luma[2:]) / 2
    left, middle, right = deviation[:-2], deviation[1:-1], deviation[2:]
    alternates = (left * middle < 0) & (middle * right < 0)
    least = np.minimum(np.abs(middle), np.minimum(np.abs(left), np.abs(right)))
    strength[2:-2] = np.where(alternates, least, 0.0)
    return strength
