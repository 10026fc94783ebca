"""Everything that is known of a boundary as plain JSON values: one form for terminal and HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from restitch_app.domain.boundaries import Boundary
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.joins import Treatment
from restitch_app.domain.seam_notes import figures_to_note
from restitch_app.domain.seams import SeamFigures
from restitch_app.services.boundaries.words import cause_words, diagnosis, marker_text

DIGITS = 6

Facts: TypeAlias = dict[str, object]


def boundary_facts(boundary: Boundary, call: BoundaryCall | None = None) -> Facts:
    """`left`, `right`: segments from 1. `cause` is the biggest one, null where nothing is seen;
    `raw` is before any treatment.
    """
    join, measures = boundary.join, boundary.join.measures
    treated = measures.treated if measures else None
    return {
        "left": boundary.left_index + 1,
        "right": boundary.left_index + 2,
        "left_segment_id": join.left_id,
        "right_segment_id": join.right_id,
        "ssim": rounded(boundary.ssim),
        "natural": natural_facts(boundary),
        "needs_smoothing": boundary.needs_smoothing,
        "decision": join.decision.value if join.decision else None,
        "treatment": treatment_facts(join.treatment),
        "verdict": rounded(boundary.verdict),
        "cause": boundary.causes[0].value if boundary.causes else None,
        "causes": [
            {"cause": words.cause.value, "short": words.short, "words": words.sentence}
            for words in cause_words(boundary)
        ],
        "diagnosis": diagnosis(boundary),
        "marker": marker_text(boundary),
        "type": boundary.boundary_type.value,
        "channels": _scores(treated),
        "figures": figures_facts(treated) if treated else None,
        "raw": figures_facts(measures.raw) if measures and measures.raw else None,
        "decided": _decided(boundary),
        "call": call_facts(call) if call else None,
    }


def treatment_facts(treatment: Treatment) -> Facts:
    """How the boundary is exported: frames left out of either side, and frames made anew."""
    patch = treatment.patch
    return {
        "method": treatment.method,
        "trim_left": treatment.trim_left,
        "trim_right": treatment.trim_right,
        "patch_frames": patch.left_frames + patch.right_frames if patch else 0,
    }


def natural_facts(boundary: Boundary) -> Facts | None:
    """SSIM of neighbouring frames around it; null where there are none."""
    measures = boundary.join.measures
    if measures is None or measures.natural_median is None:
        return None
    return {
        "min": rounded(measures.natural_min),
        "median": rounded(measures.natural_median),
        "max": rounded(measures.natural_max),
    }


def figures_facts(figures: SeamFigures) -> Facts:
    """Every figure of the measure; see `domain.seams` for units."""
    rounded_all = _rounded_all(figures_to_note(figures))
    assert isinstance(rounded_all, dict)
    return rounded_all


def call_facts(call: BoundaryCall) -> Facts:
    return {
        "says": call.says.value,
        "shown": call.shown.value if call.shown else None,
        "is_wrong": call.is_wrong,
        "by": call.by,
        "at": call.at,
    }


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)


def _scores(figures: SeamFigures | None) -> Mapping[str, float] | None:
    if figures is None:
        return None
    return {name.value: round(score, DIGITS) for name, score in figures.channels.items()}


def _decided(boundary: Boundary) -> Facts | None:
    decided = boundary.join.decided
    if decided is None:
        return None
    return {
        "by": decided.by,
        "at": decided.at,
        "reason": decided.reason,
        "ssim": rounded(decided.ssim),
        "verdict": rounded(decided.verdict),
    }


def _rounded_all(value: object) -> object:
    if isinstance(value, float):
        return round(value, DIGITS)
    if isinstance(value, dict):
        return {name: _rounded_all(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_rounded_all(part) for part in value]
    return value
