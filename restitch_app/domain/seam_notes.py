"""Figures of a boundary as JSON: in the database and in the audit trail.

A figure that a note does not mention is at its default, so that figures can be added; one that this
program does not know is passed over, so that they can be taken away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import cast

from restitch_app.domain.seams import Cause, Channel, SeamFigures, Usual

USUAL = frozenset({"ssim_usual", "compensated_usual", "delta_e_usual", "jerk_usual"})
_KNOWN = frozenset(field.name for field in fields(SeamFigures))


def figures_to_note(figures: SeamFigures) -> dict[str, object]:
    """Only what JSON can hold."""
    return asdict(figures) | {
        "channels": {channel.value: score for channel, score in figures.channels.items()},
        "causes": [cause.value for cause in figures.causes],
        "ssim_curve": list(figures.ssim_curve),
        "shift_px": list(figures.shift_px) if figures.shift_px else None,
    }


def figures_from_note(note: Mapping[str, object]) -> SeamFigures:
    """Raises ValueError, KeyError or TypeError for what is no such note."""
    told: dict[str, object] = {name: note[name] for name in _KNOWN & set(note)}
    for name in USUAL & set(told):
        told[name] = _usual(told[name])
    if "channels" in told:
        told["channels"] = _channels(told["channels"])
    if "causes" in told:
        causes = cast("list[str]", told["causes"])
        told["causes"] = tuple(Cause(one) for one in causes if one in set(Cause))
    if told.get("shift_px") is not None:
        x, y = cast("list[float]", told["shift_px"])
        told["shift_px"] = (x, y)
    told["ssim_curve"] = tuple(cast("list[float]", told.get("ssim_curve", [])))
    _check_numbers(told)
    return SeamFigures(**told)  # type: ignore[arg-type]  # each was just looked at


def _usual(note: object) -> Usual | None:
    if note is None:
        return None
    if not isinstance(note, Mapping):
        raise TypeError(f"not a natural range: {note!r}")
    return Usual(**note)


def _channels(note: object) -> dict[Channel, float]:
    if not isinstance(note, Mapping):
        raise TypeError(f"not scores of channels: {note!r}")
    return {Channel(name): float(score) for name, score in note.items() if name in set(Channel)}


def _check_numbers(told: Mapping[str, object]) -> None:
    for name, value in told.items():
        if value is not None and not isinstance(value, int | float | tuple | dict | Usual):
            raise TypeError(f"{name} is noted as {value!r}")
