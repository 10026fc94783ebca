"""Is the file what was asked for: frames, rate, size."""

from __future__ import annotations

from restitch_app.domain.frames import ClipFacts
from restitch_app.domain.quality import (
    CheckName,
    CheckResult,
    ExpectedFormat,
    QualityLimits,
    Verdict,
)


def check_format(facts: ClipFacts, expected: ExpectedFormat, limits: QualityLimits) -> CheckResult:
    """Any difference fails: such a version cannot stand in the scene as planned."""
    faults = []
    if expected.frame_count is not None and facts.frame_count != expected.frame_count:
        faults.append(f"{_frames(facts.frame_count)}, not {expected.frame_count}")
    if expected.rate is not None:
        difference = abs(facts.rate / expected.rate - 1)
        if difference > limits.rate_tolerance:
            faults.append(f"{float(facts.rate):.4g} fps, not {float(expected.rate):.4g}")
    wanted = (expected.width_px or facts.width, expected.height_px or facts.height)
    if (facts.width, facts.height) != wanted:
        faults.append(f"a size of {facts.width}x{facts.height}, not {wanted[0]}x{wanted[1]}")
    if faults:
        told = faults[0] if len(faults) == 1 else f"{', '.join(faults[:-1])} and {faults[-1]}"
        verdict, score, message = Verdict.FAIL, 0.0, f"The new version has {told}."
    else:
        verdict, score, message = Verdict.PASS, 100.0, "Frames, rate and size are as expected."
    return CheckResult(
        CheckName.FORMAT, verdict, score, float(facts.frame_count), "frames", message
    )


def _frames(count: int) -> str:
    return "1 frame" if count == 1 else f"{count} frames"
