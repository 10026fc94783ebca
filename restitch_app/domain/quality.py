"""Quality checks of one version: what they say, how they add up, and where their limits lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

WARNED_SCORE_CAP = 79.0
FAILED_SCORE_CAP = 49.0


class Verdict(StrEnum):
    """What a check, or all checks of a version together, came to."""

    PASS = "pass"
    WARN = "warn"
    FAIL = "fail"


class CheckName(StrEnum):
    """The checks that need nothing but the segment, its seed frame and what was asked for."""

    FORMAT = "format"
    BLACK = "black"
    FROZEN = "frozen"
    REPEATED = "repeated"
    FLICKER = "flicker"
    SHARPNESS = "sharpness"
    COLOUR = "colour"
    SEED = "seed"
    MOTION = "motion"
    JUMP = "jump"
    MEETING = "meeting"
    """Only of a version that keeps frames of another: where those end and the render begins."""


WEIGHTS: dict[CheckName, float] = {
    CheckName.FORMAT: 2.0,
    CheckName.BLACK: 1.0,
    CheckName.FROZEN: 1.5,
    CheckName.REPEATED: 1.0,
    CheckName.FLICKER: 1.5,
    CheckName.SHARPNESS: 1.5,
    CheckName.COLOUR: 1.0,
    CheckName.SEED: 2.0,
    CheckName.MOTION: 0.5,
    CheckName.JUMP: 2.0,
    CheckName.MEETING: 2.0,
}
"""A check's share in the version's score, by how much its fault disturbs a viewer."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one check found."""

    name: CheckName
    verdict: Verdict
    score: float
    """0 (useless) to 100 (nothing to find); 80 and above passes, below 50 fails."""
    value: float | None
    """The figure that was judged, in `unit`; None when there was nothing to measure."""
    unit: str
    message: str
    """One sentence for people; frames in it are counted from 1."""
    frames: tuple[int, ...] = ()
    """Segment frames where the fault shows, counted from 0, ascending; empty when it is overall."""


@dataclass(frozen=True, slots=True)
class QualityReport:
    """All checks of one version."""

    checks: tuple[CheckResult, ...]
    verdict: Verdict
    """The worst of the checks'."""
    score: float
    """0-100: the weighted mean of the checks, at most 79 with a warning and 49 with a failure."""


@dataclass(frozen=True, slots=True)
class ExpectedFormat:
    """What a version should look like from outside; None asks nothing."""

    frame_count: int | None = None
    rate: Fraction | None = None
    """Frames per second."""
    width_px: int | None = None
    height_px: int | None = None


@dataclass(frozen=True, slots=True)
class QualityLimits:
    """From where a check warns and from where it fails; a project's own.

    Defaults leave real generated clips of six models in peace and catch constructed faults.
    """

    rate_tolerance: float = 0.01
    """Relative difference of the frame rate that still passes."""
    black_level: float = 20.0
    """Luma (0-255) up to which a pixel counts as black."""
    black_share: float = 0.98
    """Share of black pixels that makes a black frame."""
    black_fail_frames: int = 1
    still_difference: float = 0.15
    """Mean luma difference (levels, at half the analysis height) up to which two frames are one
    picture. Encoded repeats differ by up to 0.1, slow generated motion by 0.8 and more."""
    still_ratio: float = 0.10
    """A difference this small beside its surroundings is a repeat too, when below 0.5 levels."""
    frozen_warn_s: float = 0.25
    frozen_fail_s: float = 0.5
    """Longest time the picture may stand still."""
    repeated_warn_share: float = 0.005
    repeated_fail_share: float = 0.15
    """Share of the frames that repeat the one before."""
    flicker_warn: float = 1.0
    flicker_fail: float = 3.0
    """Brightness jumping up and down from frame to frame, in luma levels."""
    softening_warn: float = 0.65
    softening_fail: float = 1.0
    """Crispness lost against the segment's own start, in log2 units; a 1-px blur costs about 1."""
    blur_step_warn: float = 0.4
    blur_step_fail: float = 0.75
    """Crispness lost from one frame to the next, in log2 units."""
    colour_warn: float = 10.0
    colour_fail: float = 20.0
    """Mean colour moved away from the seed frame, as CIE76 difference."""
    seed_warn_ssim: float = 0.85
    seed_fail_ssim: float = 0.60
    """SSIM of the first frame with the seed frame; lower where the segment's own motion is fast."""
    motion_warn: float = 0.3
    """Median luma difference of neighbours (levels) below which the segment hardly moves."""
    jump_warn: float = 1.0
    jump_fail: float = 2.0
    """A step against the motion around it; 1.0 is clearly outside its range."""
    is_off: bool = False
    """Only the format is checked."""


def graded(value: float, ideal: float, warn: float, fail: float) -> tuple[Verdict, float]:
    """Verdict and score of a figure: 100 at `ideal`, below 80 from `warn` on, below 50 from `fail`.

    `fail` may lie above or below `ideal`; a figure beyond `ideal` on the good side scores 100.
    """
    sign = 1 if fail >= ideal else -1
    badness, warn_at, fail_at = (sign * (figure - ideal) for figure in (value, warn, fail))
    if badness >= fail_at:
        beyond = (badness - fail_at) / fail_at if fail_at > 0 else 1.0
        return Verdict.FAIL, 49.0 * max(0.0, 1 - beyond)
    if badness >= warn_at:
        return Verdict.WARN, 79.0 - 29.0 * (badness - warn_at) / (fail_at - warn_at)
    return Verdict.PASS, 100.0 - 20.0 * max(0.0, badness) / warn_at


def summed_up(checks: Sequence[CheckResult]) -> QualityReport:
    """The report of these checks. Raises ValueError when there are none."""
    if not checks:
        raise ValueError("a report needs at least one check")
    weights = [WEIGHTS[check.name] for check in checks]
    pairs = zip(weights, checks, strict=True)
    score = sum(weight * check.score for weight, check in pairs) / sum(weights)
    verdicts = {check.verdict for check in checks}
    if Verdict.FAIL in verdicts:
        return QualityReport(tuple(checks), Verdict.FAIL, min(score, FAILED_SCORE_CAP))
    if Verdict.WARN in verdicts:
        return QualityReport(tuple(checks), Verdict.WARN, min(score, WARNED_SCORE_CAP))
    return QualityReport(tuple(checks), Verdict.PASS, score)
