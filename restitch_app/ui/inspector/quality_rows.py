"""What the quality checks say of two versions, as rows of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from restitch_app.domain.boundaries import Boundary, BoundaryClass
from restitch_app.domain.quality import CheckName, CheckResult, QualityReport, Verdict
from restitch_app.domain.quality_reasons import WHY_IT_MATTERS
from restitch_app.domain.versions import Version
from restitch_app.ui.damage.damage import Damage
from restitch_app.ui.inspector.boundary_words import natural_range
from restitch_app.ui.pieces.wording import boundary_name
from restitch_app.ui.theme.shapes import Shape, shape_of_class, shape_of_verdict

SAME_SCORE = 3.0
"""Points of a check's score within which two versions count as the same."""
SAME_SSIM = 0.015
SAME_VERDICT = 0.25
"""Of V, where 1.0 is just visible."""
MINUS = "−"
NOT_CHECKED = "not checked"

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
    CheckName.MEETING: "Kept frames meet",
}


class Trend(StrEnum):
    BETTER = "Better"
    WORSE = "Worse"
    SAME = "Same"
    NONE = ""
    """Nothing to compare with."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check of B that did not pass has to say."""

    message: str
    why: str
    """It matters."""
    frames: tuple[int, ...]
    """Of the segment, from 0; empty where it is overall."""


@dataclass(frozen=True, slots=True)
class QualityRow:
    name: str
    a: str
    b: str
    shape: Shape | None
    """Of B; None for a cut, which is not judged."""
    trend: Trend
    number: str
    """The difference with its sign, as "−0.20"; empty where it says nothing."""
    tip: str
    is_quiet: bool
    """Fine in both, so that it can be folded away."""
    natural: str = ""
    """What B's value is to be seen against: "0.69–0.78"."""
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    version: Version
    report: QualityReport | None
    before: Boundary | None = None
    """Where it meets the current version before it; None at the scene's start."""
    after: Boundary | None = None
    damage: Damage | None = None
    """Its file is not what was measured."""


def quality_rows(a: Judged | None, b: Judged) -> tuple[QualityRow, ...]:
    """Rows of B, compared with A where there is one."""
    before, rows = [], []
    if b.before is not None:
        before.append(_boundary(a.before if a else None, b.before))
    if b.after is not None:
        rows.append(_boundary(a.after if a else None, b.after))
    known = {check.name: check for check in a.report.checks} if a and a.report else {}
    checks = b.report.checks if b.report else ()
    rows += [_check(known.get(check.name), check) for check in checks]
    # What breaks off still begins as it did: its boundary before it stays measured.
    has_start = [one for one in (a, b) if one is not None and _lacks_start(one)]
    if has_start:
        rows, before = before + rows, []
    return (*before, *(_as_found(row, a, b) for row in rows))


def _lacks_start(one: Judged) -> bool:
    return one.damage is not None and not one.damage.readable_frames


def _as_found(row: QualityRow, a: Judged | None, b: Judged) -> QualityRow:
    """Nothing is told of a clip that is not what was measured."""
    if a is not None and a.damage is not None and row.a:
        row = replace(row, a=NOT_CHECKED, trend=Trend.NONE, number="", is_quiet=False)
    if b.damage is None:
        return row
    return replace(
        row,
        b=NOT_CHECKED,
        shape=Shape.NOT_CHECKED,
        trend=Trend.NONE,
        number="",
        tip=f"{row.name}: the clip is not what was measured",
        is_quiet=False,
        natural="",
        fault=None,
    )


def _boundary(a: Boundary | None, b: Boundary) -> QualityRow:
    name = f"Boundary {boundary_name(b.left_index)}"
    shape = None if b.is_cut else shape_of_class(b.boundary_class)
    measures = b.join.measures
    natural = natural_range(measures) if measures and not b.is_cut else ""
    told = "cut" if shape is None else shape.word
    tip = f"{name}: {told}" + ("" if b.ssim is None else f", SSIM {b.ssim:.2f}")
    tip += f", natural here {natural}" if natural else ""
    trend, number = _change(a, b)
    return QualityRow(
        name, _ssim(a) if a else "", _ssim(b), shape, trend, number, tip, False, natural
    )


def _ssim(boundary: Boundary) -> str:
    return NOT_CHECKED if boundary.ssim is None else f"{boundary.ssim:.2f}"


def _change(a: Boundary | None, b: Boundary) -> tuple[Trend, str]:
    """By V where both have one: more similar is no better than what is natural there.

    Where SSIM then says the opposite, the difference of V is told in its place.
    """
    if a is None or a.ssim is None or b.ssim is None or a.is_cut or b.is_cut:
        return Trend.NONE, ""
    if a.verdict is None or b.verdict is None:
        gain = b.ssim - a.ssim
        return _trend(gain, SAME_SSIM), signed(gain, 2) if abs(gain) >= 0.005 else ""
    if a.boundary_class is b.boundary_class is BoundaryClass.GREEN:
        return Trend.SAME, ""
    gain, trend = b.ssim - a.ssim, _trend(a.verdict - b.verdict, SAME_VERDICT)
    if trend is Trend.SAME:
        return trend, ""
    if abs(gain) >= 0.005 and (gain > 0) is (trend is Trend.BETTER):
        return trend, signed(gain, 2)
    return trend, f"V {signed(b.verdict - a.verdict, 1)}"


def _check(a: CheckResult | None, b: CheckResult) -> QualityRow:
    trend, number = Trend.NONE, ""
    if a is not None:
        trend = _trend(b.score - a.score, SAME_SCORE)
        if a.value is not None and b.value is not None and b.name in _FORMATS:
            scale, decimals, unit = _FORMATS[b.name]
            number = signed((b.value - a.value) * scale, decimals) + unit
            if float(f"{(b.value - a.value) * scale:.{decimals}f}") == 0:
                number = ""
    why = WHY_IT_MATTERS[b.name]
    passes = b.verdict is Verdict.PASS and (a is None or a.verdict is Verdict.PASS)
    return QualityRow(
        NAMES[b.name],
        _value(a) if a else "",
        _value(b),
        shape_of_verdict(b.verdict),
        trend,
        number,
        f"{b.message} {why}",
        is_quiet=passes,
        fault=None if b.verdict is Verdict.PASS else Fault(b.message, why, b.frames),
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
    CheckName.MEETING: (1, 2, ""),
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
