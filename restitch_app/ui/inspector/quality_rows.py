"""What the quality checks say of two versions, as rows of a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from restitch_app.domain.boundaries import BoundaryPolicy, plain_limits
from restitch_app.domain.quality import CheckName, CheckResult, QualityReport, Verdict
from restitch_app.domain.versions import Version
from restitch_app.ui.theme.shapes import Shape, shape_of_class, shape_of_verdict
from restitch_app.ui.wording import boundary_name

SAME_SCORE = 3.0
"""Points of a check's score within which two versions count as the same."""
SAME_SSIM = 0.015
MINUS = "−"

NAMES = {
    CheckName.FORMAT: "Format",
    CheckName.BLACK: "Black frames",
    CheckName.FROZEN: "Standing still",
    CheckName.REPEATED: "Repeated frames",
    CheckName.FLICKER: "Flicker",
    CheckName.SHARPNESS: "Softening",
    CheckName.COLOUR: "Colour drift ΔE",
    CheckName.SEED: "Seed frame match",
    CheckName.MOTION: "Motion",
    CheckName.JUMP: "Motion jumps",
}


class Trend(StrEnum):
    BETTER = "Better"
    WORSE = "Worse"
    SAME = "Same"
    NONE = ""
    """Nothing to compare with."""


@dataclass(frozen=True, slots=True)
class QualityRow:
    name: str
    a: str
    b: str
    shape: Shape
    """Of B."""
    trend: Trend
    number: str
    """The difference with its sign, as "−0.20"; empty where it says nothing."""
    tip: str
    is_quiet: bool
    """Fine in both, so that it can be folded away."""


@dataclass(frozen=True, slots=True)
class Judged:
    version: Version
    report: QualityReport | None


def quality_rows(
    a: Judged | None, b: Judged, policy: BoundaryPolicy, last_index: int
) -> tuple[QualityRow, ...]:
    """Rows of B, compared with A where there is one. `last_index`: of the scene's last segment."""
    index = b.version.sequence_index
    rows = []
    if index > 0:
        rows.append(_boundary(index - 1, a, b, policy, _before))
    if index < last_index:
        rows.append(_boundary(index, a, b, policy, _after))
    known = {check.name: check for check in a.report.checks} if a and a.report else {}
    checks = b.report.checks if b.report else ()
    rows += [_check(known.get(check.name), check) for check in checks]
    return tuple(rows)


def _before(version: Version) -> float | None:
    return version.boundary_ssim_before


def _after(version: Version) -> float | None:
    return version.boundary_ssim_after


def _boundary(
    left_index: int,
    a: Judged | None,
    b: Judged,
    policy: BoundaryPolicy,
    ssim_of: Callable[[Version], float | None],
) -> QualityRow:
    new = ssim_of(b.version)
    old = ssim_of(a.version) if a else None
    trend, number = Trend.NONE, ""
    if new is not None and old is not None:
        trend = _trend(new - old, SAME_SSIM)
        number = signed(new - old, 2) if abs(new - old) >= 0.005 else ""
    shape = Shape.NOT_CHECKED if new is None else shape_of_class(plain_limits(policy).classify(new))
    name = f"Boundary {boundary_name(left_index)}"
    tip = f"{name}: {shape.word}" + ("" if new is None else f", SSIM {new:.2f}")
    return QualityRow(name, _ssim(old, a), _ssim(new, b), shape, trend, number, tip, False)


def _ssim(value: float | None, judged: Judged | None) -> str:
    if judged is None:
        return ""
    return "not checked" if value is None else f"{value:.2f}"


def _check(a: CheckResult | None, b: CheckResult) -> QualityRow:
    trend, number = Trend.NONE, ""
    if a is not None:
        trend = _trend(b.score - a.score, SAME_SCORE)
        if a.value is not None and b.value is not None and b.name in _FORMATS:
            scale, decimals, unit = _FORMATS[b.name]
            number = signed((b.value - a.value) * scale, decimals) + unit
            if float(f"{(b.value - a.value) * scale:.{decimals}f}") == 0:
                number = ""
    passes = b.verdict is Verdict.PASS and (a is None or a.verdict is Verdict.PASS)
    return QualityRow(
        NAMES[b.name],
        _value(a) if a else "",
        _value(b),
        shape_of_verdict(b.verdict),
        trend,
        number,
        b.message,
        is_quiet=passes,
    )


_FORMATS: Mapping[CheckName, tuple[float, int, str]] = {
    CheckName.BLACK: (1, 0, ""),
    CheckName.FROZEN: (1, 1, " s"),
    CheckName.REPEATED: (100, 0, " %"),
    CheckName.FLICKER: (1, 1, ""),
    CheckName.SHARPNESS: (1, 2, ""),
    CheckName.COLOUR: (1, 1, ""),
    CheckName.SEED: (1, 2, ""),
    CheckName.MOTION: (1, 1, ""),
    CheckName.JUMP: (1, 1, "×"),
}
"""Factor, decimals and unit of each check's value."""


def _value(check: CheckResult) -> str:
    if check.value is None or check.name not in _FORMATS:
        return check.verdict.value
    scale, decimals, unit = _FORMATS[check.name]
    return f"{check.value * scale:.{decimals}f}{unit}"


def _trend(gain: float, tolerance: float) -> Trend:
    if abs(gain) <= tolerance:
        return Trend.SAME
    return Trend.BETTER if gain > 0 else Trend.WORSE


def signed(value: float, decimals: int) -> str:
    """+0.01 or −0.20, with a real minus."""
    shown = f"{abs(value):.{decimals}f}"
    if float(shown) == 0:
        return shown
    return f"+{shown}" if value > 0 else f"{MINUS}{shown}"
