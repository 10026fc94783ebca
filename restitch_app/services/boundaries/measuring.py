"""What the analysis found at a boundary, as values that are stored and shown."""

from __future__ import annotations

from restitch_app.analysis.diagnosis import diagnose
from restitch_app.analysis.natural import Natural
from restitch_app.analysis.seam import SEAM_MEASURE_VERSION, SeamMeasures
from restitch_app.domain.joins import JoinMeasures
from restitch_app.domain.seams import Channel, SeamFigures, Usual

CURVE_DIGITS = 6


def figures_of(found: SeamMeasures, clip_scale: float) -> SeamFigures:
    """`clip_scale`: pixels of the clips for one at the analysis size."""
    colour = found.colour
    return SeamFigures(
        ssim=found.ssim,
        ssim_usual=_usual(found.natural),
        compensated_ssim=found.compensated_ssim,
        compensated_usual=_usual(found.compensated_natural),
        delta_e=colour.delta_e,
        delta_e_usual=_usual(found.colour_natural),
        lightness_step=colour.lightness,
        green_red_step=colour.green_red,
        blue_yellow_step=colour.blue_yellow,
        chroma_step=colour.chroma,
        brightness_percent=colour.brightness_percent,
        sharpness_step=found.sharpness_step,
        motion_px=found.motion_px,
        neighbour_motion_px=found.neighbour_motion_px,
        usual_motion_px=found.usual_motion_px,
        motion_ratio=found.motion_ratio,
        jerk=found.jerk,
        jerk_usual=_usual(found.jerk_natural),
        duplicate=found.duplicate,
        missing_frames=found.missing_frames,
        correlation=found.correlation,
        side_cosine=found.side_cosine,
        align_px=found.align_px,
        align_explained=found.align_explained,
        shift_px=found.shift_px,
        clip_scale=clip_scale,
        channels=dict(found.channels),
        verdict=found.verdict,
        causes=diagnose(found).causes,
        ssim_curve=tuple(round(value, CURVE_DIGITS) for value in found.ssim_curve),
        seam_index=found.seam_index,
    )


def join_measures(raw: SeamFigures, treated: SeamFigures) -> JoinMeasures:
    """The natural range is that of the untreated frames: a treatment does not move its own goal."""
    usual = raw.ssim_usual
    return JoinMeasures(
        raw_ssim=raw.ssim,
        ssim=treated.ssim,
        natural_min=usual.low if usual else None,
        natural_median=usual.median if usual else None,
        natural_max=usual.high if usual else None,
        repeat=raw.channels.get(Channel.REPEAT, 0.0),
        version=SEAM_MEASURE_VERSION,
        raw=raw,
        treated=treated,
    )


def _usual(natural: Natural | None) -> Usual | None:
    if natural is None:
        return None
    return Usual(natural.low, natural.median, natural.high, natural.spread, natural.pairs)
