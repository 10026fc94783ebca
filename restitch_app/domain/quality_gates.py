"""The limits of quality checks that a project can set: their ranges, presets and notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from restitch_app.domain.quality import CheckName, QualityLimits


class Preset(StrEnum):
    STRICT = "strict"
    NORMAL = "normal"
    LENIENT = "lenient"
    OFF = "off"


STRICTNESS = {Preset.STRICT: 0.7, Preset.NORMAL: 1.0, Preset.LENIENT: 1.5}
"""How far a figure may lie from its ideal, in shares of the usual limit."""


@dataclass(frozen=True, slots=True)
class Gate:
    """One pair of limits; a check warns from the first on, and fails from the second on."""

    check: CheckName
    words: str
    unit: str
    warn: str
    """Name of a field of `QualityLimits`."""
    fail: str
    """The same; empty for a check that only warns."""
    least: float
    most: float
    ideal: float = 0.0
    """Where nothing is wrong; below the limits, or with 1.0 above them."""
    is_floor: bool = False
    """It warns below the limit, and the ideal is far above."""
    has_presets: bool = True
    """False for what says only what a check counts, however strict it is."""


GATES = (
    Gate(
        CheckName.BLACK,
        "Counts as black up to",
        "luma",
        "black_level",
        "",
        0,
        255,
        has_presets=False,
    ),
    Gate(CheckName.FROZEN, "Picture stands still", "s", "frozen_warn_s", "frozen_fail_s", 0.05, 60),
    Gate(
        CheckName.REPEATED,
        "Frames that repeat the one before",
        "share",
        "repeated_warn_share",
        "repeated_fail_share",
        0.001,
        1,
    ),
    Gate(
        CheckName.FLICKER, "Brightness flickers", "levels", "flicker_warn", "flicker_fail", 0.1, 255
    ),
    Gate(
        CheckName.SHARPNESS,
        "Sharpness lost over the segment",
        "octaves",
        "softening_warn",
        "softening_fail",
        0.05,
        10,
    ),
    Gate(
        CheckName.SHARPNESS,
        "Sharpness lost from frame to frame",
        "octaves",
        "blur_step_warn",
        "blur_step_fail",
        0.05,
        10,
    ),
    Gate(CheckName.COLOUR, "Colour moves away", "ΔE", "colour_warn", "colour_fail", 0.5, 200),
    Gate(
        CheckName.SEED,
        "First frame is like the seed frame",
        "SSIM",
        "seed_warn_ssim",
        "seed_fail_ssim",
        0,
        1,
        ideal=1.0,
    ),
    Gate(CheckName.MOTION, "Hardly moves below", "levels", "motion_warn", "", 0, 50, is_floor=True),
    Gate(CheckName.JUMP, "Jump within the segment", "× range", "jump_warn", "jump_fail", 0.1, 50),
)


def limit_of(limits: QualityLimits, name: str) -> float:
    return float(getattr(limits, name))


def with_limit(limits: QualityLimits, name: str, value: float) -> QualityLimits:
    """Raises ValueError for a limit that no gate has."""
    if name not in _NAMES:
        raise ValueError(f"no limit {name!r}")
    return replace(limits, is_off=False, **{name: value})  # type: ignore[arg-type]  # all are floats


def preset_limits(preset: Preset) -> QualityLimits:
    usual = QualityLimits()
    if preset is Preset.OFF:
        return replace(usual, is_off=True)
    factor, made = STRICTNESS[preset], usual
    for gate in GATES:
        for name in filter(None, (gate.warn, gate.fail) if gate.has_presets else ()):
            away = limit_of(usual, name) - gate.ideal
            value = gate.ideal + (away / factor if gate.is_floor else away * factor)
            made = with_limit(made, name, round(min(max(value, gate.least), gate.most), 4))
    return made


def preset_of(limits: QualityLimits) -> Preset | None:
    """None for limits of one's own."""
    return next((preset for preset in Preset if preset_limits(preset) == limits), None)


def gate_problem(limits: QualityLimits) -> str:
    """Why these cannot be meant, for people; empty where they can."""
    for gate in GATES:
        for name in filter(None, (gate.warn, gate.fail)):
            if not gate.least <= limit_of(limits, name) <= gate.most:
                return f"{gate.words}: give a number from {gate.least:g} to {gate.most:g}."
        if gate.fail:
            warn, fail = (abs(limit_of(limits, one) - gate.ideal) for one in (gate.warn, gate.fail))
            if warn > fail:
                return f"{gate.words}: it cannot fail before it warns."
    return ""


def gates_to_note(limits: QualityLimits) -> dict[str, object]:
    """Only what is unlike the usual limits."""
    if limits.is_off:
        return {"off": True}
    usual = QualityLimits()
    return {
        name: limit_of(limits, name)
        for name in _NAMES
        if limit_of(limits, name) != limit_of(usual, name)
    }


def gates_from_note(note: object) -> QualityLimits:
    """What `gates_to_note` wrote; the usual limits for what cannot be read or meant."""
    usual = QualityLimits()
    if not isinstance(note, Mapping):
        return usual
    if note.get("off") is True:
        return preset_limits(Preset.OFF)
    made = usual
    for name in _NAMES:
        value = note.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            made = with_limit(made, name, float(value))
    return usual if gate_problem(made) else made


_NAMES = tuple(name for gate in GATES for name in (gate.warn, gate.fail) if name)
