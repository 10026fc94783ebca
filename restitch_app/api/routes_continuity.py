"""How alike neighbouring frames of a scene are, and where its look wanders off."""

from __future__ import annotations

import math
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from restitch_app.api.answers import SEGMENT, Answer
from restitch_app.api.desk import Bench, Context, SceneId
from restitch_app.domain.drift import Tone
from restitch_app.services.continuity.scene_curve import SceneCurve

router = APIRouter()

CURVE_DIGITS, TONE_DIGITS = 4, 3


class NaturalAnswer(Answer):
    p10: float
    p50: float
    p90: float


class ContinuityAnswer(Answer):
    scene_id: int
    pairs: int = Field(description="Neighbouring frames of the scene as it will be exported.")
    measured: int = Field(description="How many of them are known.")
    natural: NaturalAnswer | None = Field(
        description="SSIM of neighbouring frames in most of the scene; null while nothing is known."
    )
    lowest: float | None
    lowest_frame_index: int | None = Field(
        description="Scene frame, from 0; the pair is this one and the next."
    )
    ssim: list[float | None] = Field(
        description="Of each pair, in scene order; null where it is not known. Empty unless asked "
        "for."
    )


class ToneAnswer(Answer):
    segment: int = SEGMENT
    median: dict[str, float] = Field(
        description="Over its frames: brightness and contrast in % of full range, chroma, "
        "green_red and blue_yellow in CIE a*b* units, sharpness as log2 of fine-detail energy.",
        examples=[{"brightness": 41.2, "sharpness": 5.1}],
    )


class WanderAnswer(Answer):
    segment: int = Field(description="From which segment on it stays outside, from 1.")
    quantity: str = Field(examples=["brightness"])
    reference: float = Field(description="Of the first segments since the last cut.")
    tolerance: float = Field(description="Up to so far from it counts as natural.")
    change: float = Field(description="Of the last segment of the chain against the reference.")


class DriftAnswer(Answer):
    scene_id: int
    segments: list[ToneAnswer] = Field(description="Those that are known, in scene order.")
    wanders: list[WanderAnswer] = Field(description="Empty where nothing wanders off.")


Measure = Annotated[bool, Query(description="Measure what was not yet; may take minutes.")]


@router.get("/scenes/{id}/continuity", summary="How alike neighbouring frames are")
def show_continuity(
    bench: Bench,
    ctx: Context,
    scene_id: SceneId,
    measure: Measure = True,
    curve: Annotated[bool, Query(description="Also the value of every pair.")] = False,
) -> ContinuityAnswer:
    """What was measured is kept by content: asking again decodes nothing."""
    scene = bench.overview.scene(scene_id)
    found = bench.continuity.measured(scene, ctx) if measure else bench.continuity.known(scene)
    summary = found.summary
    band = summary.band if summary else None
    return ContinuityAnswer(
        scene_id=scene.id,
        pairs=len(found),
        measured=found.known_pairs,
        natural=NaturalAnswer(
            p10=round(band.low, CURVE_DIGITS),
            p50=round(band.median, CURVE_DIGITS),
            p90=round(band.high, CURVE_DIGITS),
        )
        if band
        else None,
        lowest=round(summary.low, CURVE_DIGITS) if summary else None,
        lowest_frame_index=summary.lowest_pair if summary else None,
        ssim=_values(found) if curve else [],
    )


@router.get("/scenes/{id}/drift", summary="Where the look of a scene wanders off")
def show_drift(
    bench: Bench, ctx: Context, scene_id: SceneId, measure: Measure = True
) -> DriftAnswer:
    """Brightness, contrast, chroma, sharpness and tint along the chain of segments."""
    scene = bench.overview.scene(scene_id)
    curve = bench.continuity.measured(scene, ctx) if measure else bench.continuity.known(scene)
    drift = bench.drift.of(scene, curve)
    return DriftAnswer(
        scene_id=scene.id,
        segments=[
            ToneAnswer(segment=one.sequence_index + 1, median=_tone(one.median))
            for chain in drift.chains
            for one in chain.segments
        ],
        wanders=[
            WanderAnswer(
                segment=one.sequence_index + 1,
                quantity=one.course.quantity.value,
                reference=round(one.course.reference, TONE_DIGITS),
                tolerance=round(one.course.tolerance, TONE_DIGITS),
                change=round(one.course.change, TONE_DIGITS),
            )
            for one in drift.wanders
        ],
    )


def _values(curve: SceneCurve) -> list[float | None]:
    found = (float(value) for value in curve.similarity)
    return [None if math.isnan(value) else round(value, CURVE_DIGITS) for value in found]


def _tone(tone: Tone) -> dict[str, float]:
    return {quantity.value: round(value, TONE_DIGITS) for quantity, value in tone.items()}
