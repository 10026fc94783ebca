"""Faults of motion: frozen stretches, repeated frames, no motion at all, a jump."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from restitch_app.analysis.quality.stats import Figures, FrameStats
from restitch_app.analysis.quality.wording import frames_in_words
from restitch_app.domain.quality import CheckName, CheckResult, QualityLimits, Verdict, graded

Kind = TypeVar("Kind", np.float64, np.bool_)

AROUND_PAIRS = 8  # each side: shorter would follow the rhythm of temporal autoencoders
SHORTEST_FREEZE_PAIRS = 3
LARGEST_REPEAT_DIFFERENCE = 0.5  # levels; slow generated motion starts at 0.8

# A jump of strength 1 leaves its surroundings by all of these. A hand-held ride reaches 0.93.
JUMP_DROP = 0.10  # SSIM below the median around it
JUMP_SPREADS = 4.5  # in scaled median absolute deviations
JUMP_EXCESS = 0.6  # share by which the change is larger than usual
SPREAD_FLOOR = 0.004
CATCHING_UP = 2.0  # times the usual change, beside the frames that stood still


def check_frozen(stats: FrameStats, rate: Fraction, limits: QualityLimits) -> CheckResult:
    """The longest stretch of one and the same picture."""
    start, stop = max(_runs(_still(stats, limits)), key=_length, default=(0, 0))
    seconds = (stop - start) / float(rate)
    long_enough = stop - start >= SHORTEST_FREEZE_PAIRS
    value = seconds if long_enough else 0.0
    verdict, score = graded(value, 0, limits.frozen_warn_s, limits.frozen_fail_s)
    frames: tuple[int, ...] = ()
    message = "The picture never stands still."
    if verdict is not Verdict.PASS:
        frames = tuple(range(start, stop + 1))
        message = f"The picture is frozen for {seconds:.2f} s, {frames_in_words(frames)}."
    return CheckResult(CheckName.FROZEN, verdict, score, value, "s", message, frames)


def check_repeated(stats: FrameStats, rate: Fraction, limits: QualityLimits) -> CheckResult:
    """Frames that show the picture before once more while the scene moves; freezes left out."""
    frozen_pairs = max(SHORTEST_FREEZE_PAIRS, limits.frozen_warn_s * float(rate))
    frames = tuple(
        pair + 1
        for start, stop in _runs(_still(stats, limits) | _stalled(stats, limits))
        if stop - start < frozen_pairs
        for pair in range(start, stop)
    )
    value = len(frames) / max(1, stats.count)
    verdict, score = graded(value, 0, limits.repeated_warn_share, limits.repeated_fail_share)
    if verdict is Verdict.PASS:
        message = "No frame repeats the one before."
    else:
        where = frames_in_words(frames).capitalize()
        is_one = len(frames) == 1
        message = (
            f"{where} repeats the picture before."
            if is_one
            else f"{where} repeat the picture before."
        )
    return CheckResult(CheckName.REPEATED, verdict, score, value, "share", message, frames)


def check_motion(stats: FrameStats, limits: QualityLimits) -> CheckResult:
    """Warns of a segment that hardly moves; a still one may be meant, so this never fails."""
    if stats.count < 2:
        message = "A single frame has no motion."
        return CheckResult(CheckName.MOTION, Verdict.PASS, 100.0, None, "levels", message)
    moving = stats.difference[~_still(stats, limits)]  # a freeze or a repeat is told elsewhere
    value = float(np.median(moving)) if len(moving) else 0.0
    if value < limits.motion_warn:
        score, message = 50.0 + 29.0 * value / limits.motion_warn, "The segment hardly moves."
        return CheckResult(CheckName.MOTION, Verdict.WARN, score, value, "levels", message)
    return CheckResult(
        CheckName.MOTION, Verdict.PASS, 100.0, value, "levels", "The segment moves throughout."
    )


def check_jump(stats: FrameStats, limits: QualityLimits) -> CheckResult:
    """One step much larger than those around it: a cut, or frames that do not belong."""
    still = _still(stats, limits)
    strength, excess = jumps(stats.likeness, ~still)
    for start, stop in _runs(still):  # the picture catches up: that was told as a freeze or repeat
        if stop < len(excess) and excess[stop] <= stop - start + CATCHING_UP:
            strength[stop] = 0.0
    worst = float(strength.max(initial=0.0))
    verdict, score = graded(worst, 0, limits.jump_warn, limits.jump_fail)
    value = float(excess[int(strength.argmax())]) if len(strength) else None
    frames = tuple(int(pair) + 1 for pair in np.flatnonzero(strength >= limits.jump_warn))
    message = "No step leaves the range of the motion around it."
    if verdict is not Verdict.PASS:
        where = frames_in_words(frames)
        message = f"The picture jumps at {where}: {value:.1f} times the usual change."
    return CheckResult(CheckName.JUMP, verdict, score, value, "times", message, frames)


def jumps(likeness: Figures, moves: NDArray[np.bool_]) -> tuple[Figures, Figures]:
    """For every pair: strength of the jump (1 is clearly outside), and change against the usual.

    Judged against the pairs around it that move, as absolute SSIM says nothing about a seam: inside
    untouched shots its median lies anywhere from 0.42 to 0.99. After a freeze, mere motion is no
    jump.
    """
    strength, excess = np.zeros(len(likeness)), np.ones(len(likeness))
    for pair, score in enumerate(likeness):
        around = _around(likeness, pair)[_around(moves, pair)]
        if len(around) == 0:
            continue
        usual = float(np.median(around))
        spread = 1.4826 * float(np.median(np.abs(around - usual))) + SPREAD_FLOOR
        drop = usual - score
        excess[pair] = (1 - score) / (1 - usual + 0.01)
        strength[pair] = max(
            0.0,
            min(drop / JUMP_DROP, drop / spread / JUMP_SPREADS, (excess[pair] - 1) / JUMP_EXCESS),
        )
    return strength, excess


def _still(stats: FrameStats, limits: QualityLimits) -> NDArray[np.bool_]:
    """Pairs that are one picture; black ones are told as black and not as still."""
    black = stats.black_share >= limits.black_share
    return (stats.difference <= limits.still_difference) & ~black[1:]


def _stalled(stats: FrameStats, limits: QualityLimits) -> NDArray[np.bool_]:
    """Pairs that nearly are, in the midst of motion: a repeat that a codec has touched."""
    difference = stats.difference
    around = [_around(difference, pair) for pair in range(len(difference))]
    usual = np.array([np.median(figures) if len(figures) else 0.0 for figures in around])
    small = difference <= LARGEST_REPEAT_DIFFERENCE
    black = stats.black_share >= limits.black_share
    return small & (difference <= limits.still_ratio * usual) & ~black[1:]


def _around(figures: NDArray[Kind], pair: int) -> NDArray[Kind]:
    """Those of the sixteen pairs around this one that exist, itself left out."""
    before = figures[max(0, pair - AROUND_PAIRS) : pair]
    return np.concatenate([before, figures[pair + 1 : pair + 1 + AROUND_PAIRS]])


def _runs(flags: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Half-open runs of True."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]]).astype(np.int8)))
    return [(int(start), int(stop)) for start, stop in edges.reshape(-1, 2)]


def _length(run: tuple[int, int]) -> int:
    return run[1] - run[0]
