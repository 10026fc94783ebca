"""A join as the audit trail writes it down, so that a decision about it can be undone years later.

The form stands on its own: neither the database's columns nor the names of the dataclasses may
change it. A note is JSON; `format` says how to read it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import cast

from restitch_app.domain.joins import Decided, Decision, Join, JoinMeasures, Patch, Treatment
from restitch_app.domain.seam_notes import figures_from_note, figures_to_note
from restitch_app.domain.seams import SeamFigures

FORMAT = 2
"""2 added all figures, who decided, when and why, and whether the right was made from the left."""
READABLE = (1, 2)

Note = Mapping[str, object]


class UnreadableNote(ValueError):
    """Another program, or a newer Restitch, wrote it in a form that is not known here."""


def join_to_note(join: Join) -> Note:
    measures, treatment, patch = join.measures, join.treatment, join.treatment.patch
    return {
        "format": FORMAT,
        "left_id": join.left_id,
        "right_id": join.right_id,
        "is_chained": join.is_chained,
        "decision": join.decision.value if join.decision else None,
        "decided": asdict(join.decided) if join.decided else None,
        "treatment": {
            "method": treatment.method,
            "trim_left": treatment.trim_left,
            "trim_right": treatment.trim_right,
            "patch": {
                "file": patch.file,
                "left_frames": patch.left_frames,
                "right_frames": patch.right_frames,
            }
            if patch
            else None,
        },
        "measures": {
            "version": measures.version,
            "raw_ssim": measures.raw_ssim,
            "ssim": measures.ssim,
            "natural_min": measures.natural_min,
            "natural_median": measures.natural_median,
            "natural_max": measures.natural_max,
            "repeat": measures.repeat,
            "raw": figures_to_note(measures.raw) if measures.raw else None,
            "treated": figures_to_note(measures.treated) if measures.treated else None,
        }
        if measures
        else None,
    }


def join_from_note(note: object) -> Join:
    """What a note does not mention is as on an untouched join. Raises UnreadableNote."""
    told = _part(note)
    if told.get("format") not in READABLE:
        raise UnreadableNote(f"A join noted in format {told.get('format')!r}, not {READABLE}")
    decision = told.get("decision")
    try:
        return Join(
            _whole(told, "left_id"),
            _whole(told, "right_id"),
            _measures(told.get("measures")),
            _treatment(told.get("treatment") or {}),
            Decision(str(decision)) if decision is not None else None,
            _decided(told.get("decided")),
            is_chained=bool(told.get("is_chained")),
        )
    except (KeyError, ValueError, TypeError) as error:
        raise UnreadableNote(f"A join noted as {dict(told)!r}: {error!r}") from error


def _treatment(note: object) -> Treatment:
    told = _part(note)
    patch = told.get("patch")
    return Treatment(
        str(told.get("method", "none")),
        _whole({"trim_left": 0, **told}, "trim_left"),
        _whole({"trim_right": 0, **told}, "trim_right"),
        _patch(_part(patch)) if patch is not None else None,
    )


def _decided(note: object) -> Decided | None:
    if note is None:
        return None
    told = _part(note)
    return Decided(
        by=str(told.get("by", "")),
        at=str(told.get("at", "")),
        reason=str(told.get("reason", "")),
        ssim=_number(told, "ssim"),
        verdict=_number(told, "verdict"),
    )


def _patch(told: Note) -> Patch:
    return Patch(str(told["file"]), _whole(told, "left_frames"), _whole(told, "right_frames"))


def _measures(note: object) -> JoinMeasures | None:
    if note is None:
        return None
    told = _part(note)
    return JoinMeasures(
        raw_ssim=_known_number(told, "raw_ssim"),
        ssim=_known_number(told, "ssim"),
        natural_min=_number(told, "natural_min"),
        natural_median=_number(told, "natural_median"),
        natural_max=_number(told, "natural_max"),
        repeat=_number(told, "repeat") or 0.0,
        version=_whole(told, "version"),
        raw=_figures(told.get("raw")),
        treated=_figures(told.get("treated")),
    )


def _figures(note: object) -> SeamFigures | None:
    return figures_from_note(_part(note)) if note is not None else None


def _part(note: object) -> Note:
    if not isinstance(note, Mapping):
        raise UnreadableNote(f"Not a note: {note!r}")
    return cast(Note, note)


def _whole(told: Note, name: str) -> int:
    value = told[name]
    if not isinstance(value, int):
        raise UnreadableNote(f"{name} is noted as {value!r}")
    return value


def _number(told: Note, name: str) -> float | None:
    value = told.get(name)
    if not isinstance(value, int | float | None):
        raise UnreadableNote(f"{name} is noted as {value!r}")
    return value


def _known_number(told: Note, name: str) -> float:
    value = _number(told, name)
    if value is None:
        raise UnreadableNote(f"{name} is not noted")
    return value
