"""One boundary measured: everything that a reviewer is told of it, against the scene's own motion.

Definitions: seams.md sections 1 to 3; what this code adds to them is said where it does so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from restitch_app.analysis.channels import (
    Baseline,
    Channel,
    baseline_of,
    duplicate,
    motion_ratio,
)
from restitch_app.analysis.natural import FEWEST_PAIRS, Natural
from restitch_app.analysis.pair import PairCache
from restitch_app.analysis.seam_picture import SeamPicture
from restitch_app.analysis.seam_scores import seam_scores
from restitch_app.analysis.ssim import ssim
from restitch_app.analysis.window import WINDOW_FRAMES, SeamWindow

__all__ = ["WINDOW_FRAMES", "ColourStep", "SeamMeasures", "SeamPicture", "measure_seam"]

SEAM_MEASURE_VERSION = 5
"""Goes up whenever a figure of SeamMeasures could come out different for the same frames."""


@dataclass(frozen=True, slots=True)
class ColourStep:
    """Signed, from the left side to the right, natural motion taken out; CIE L*a*b* units."""

    delta_e: float
    """dE(p), CIE76, 0 and up; about 1 is just visible side by side."""
    lightness: float
    """Above 0 brighter."""
    green_red: float
    """Below 0 greener, above 0 redder (towards magenta)."""
    blue_yellow: float
    """Below 0 cooler, above 0 warmer."""
    chroma: float
    """Above 0 more saturated."""
    brightness_percent: float
    """Step of L* in % of the left side's L*."""


@dataclass(frozen=True, slots=True, eq=False)
class SeamMeasures:
    """What was found at a boundary; every figure at the analysis size, nothing ever NaN.

    None is "not known": too few frames on a side, or a picture too small for a flow (64 px).
    """

    ssim: float
    """s(p) of the last frame of the left and the first of the right. 1.0 is equal, not good."""
    natural: Natural | None
    """SSIM of up to ten pairs on each side: median, spread, range."""
    compensated_ssim: float | None
    """fs(p): SSIM with the motion across the seam taken out."""
    compensated_natural: Natural | None
    levelled_ssim: float
    """SSIM where the left picture was made as bright as the right one: without the luminance term,
    by which black and nearly black have nothing in common."""
    colour: ColourStep
    colour_natural: Natural | None
    """dE of the natural pairs."""
    sharpness_step: float
    """shr, log2 of detail energy, above 0 sharper on the right."""
    sharpness_jump: float
    """The largest single step in that direction, beyond the drift around it; 0 and up."""
    motion_px: float | None
    """mag(p), mean motion across the seam."""
    neighbour_motion_px: float | None
    usual_motion_px: float | None
    motion_ratio: float | None
    """mratio: motion across the seam over its neighbours'; 1 goes on evenly, 0 stands still."""
    jerk: float | None
    jerk_natural: Natural | None
    duplicate: float | None
    """dup: the share of the usual difference that is gone; 1.0 is the very same picture."""
    missing_frames: float | None
    """par: about how many frames of motion are missing; -1 where one is shown twice."""
    correlation: float | None
    """corr: whether the jump goes along the motion (1), against it (-1) or elsewhere (0)."""
    side_cosine: float | None
    """cosAB: below 0 the motion turns back."""
    align_px: float | None
    """affmag: how far the whole picture is out of place, mean over it."""
    align_explained: float | None
    """affR2: how much of the jump is one shift, zoom or turn of the whole picture, 0 to 1."""
    shift_px: tuple[float, float] | None
    """Where the content jumps beyond its motion: x to the right, y down."""
    channels: Mapping[Channel, float]
    """1.0 is just visible. A channel that is not known is absent."""
    verdict: float | None
    """V, the largest channel; None with fewer than four pairs to compare with."""
    ssim_curve: tuple[float, ...]
    """SSIM of all pairs in the window (12 frames a side), scene order."""
    seam_index: int
    """Where in the curve the seam is."""


def measure_seam(
    before: Sequence[SeamPicture],
    after: Sequence[SeamPicture],
    *,
    cache: PairCache | None = None,
) -> SeamMeasures:
    """Measure from the last frames of the left and the first of the right, both in scene order.

    At most 12 frames a side are used, the ones next to the boundary. `cache` keeps the pairs for
    the next call, and carries the flow estimator. Raises ValueError when a side is empty, when
    sizes differ and for pictures below 11 px a side. Safe on any thread.
    """
    return measures_of(SeamWindow(before, after, cache or PairCache()))


def measures_of(window: SeamWindow, baseline: Baseline | None = None) -> SeamMeasures:
    """As `measure_seam`, of a window; `baseline` is its own unless one is given."""
    usual = baseline or baseline_of(window)
    pair, seam = window.at_seam, window.seam
    residual, fit = window.residual(seam), window.affine(seam)
    channels = seam_scores(window, usual)
    light, green_red, blue_yellow = pair.lab
    return SeamMeasures(
        ssim=pair.ssim,
        natural=usual.ssim,
        compensated_ssim=pair.compensated_ssim,
        compensated_natural=usual.compensated_ssim,
        levelled_ssim=_levelled_ssim(*window.pictures[seam : seam + 2]),
        colour=ColourStep(
            delta_e=pair.colour,
            lightness=light,
            green_red=green_red,
            blue_yellow=blue_yellow,
            chroma=pair.chroma,
            brightness_percent=100 * light / max(pair.lightness, 1.0),
        ),
        colour_natural=usual.colour,
        sharpness_step=window.sharpness(seam),
        sharpness_jump=window.sharpness_jump(seam),
        motion_px=pair.motion_px,
        neighbour_motion_px=window.neighbour_motion_px(seam),
        usual_motion_px=window.usual_motion_px,
        motion_ratio=motion_ratio(window, seam),
        jerk=residual.jerk if residual else None,
        jerk_natural=usual.jerk,
        duplicate=duplicate(pair.ssim, usual.ssim.median) if usual.ssim else None,
        missing_frames=residual.missing_frames if residual else None,
        correlation=residual.correlation if residual else None,
        side_cosine=window.cosine(seam),
        align_px=fit.length_px if fit else None,
        align_explained=fit.explained if fit else None,
        shift_px=residual.shift_px if residual else None,
        channels=channels,
        verdict=_verdict(usual, channels),
        ssim_curve=tuple(each.ssim for each in window.pairs),
        seam_index=seam,
    )


def _levelled_ssim(left: SeamPicture, right: SeamPicture) -> float:
    step = float(right.luma.mean()) - float(left.luma.mean())
    levelled = np.clip(np.rint(left.luma + np.float32(step)), 0, 255).astype(np.uint8)
    return ssim(levelled, right.luma)


def _verdict(usual: Baseline, channels: Mapping[Channel, float]) -> float | None:
    """V = max of the channels (seams.md section 3)."""
    if usual.ssim is None or usual.ssim.pairs < FEWEST_PAIRS:
        return None
    return max(channels.values())
