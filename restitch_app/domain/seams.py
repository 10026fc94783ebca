"""What is known of the place where two clips meet, as it is stored and shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Channel(StrEnum):
    """What can be wrong at a pair of frames, each thing on one scale: 1.0 is just visible."""

    STRUCT = "struct"
    """Less alike than neighbours are here (SSIM)."""
    DETAIL = "detail"
    """Less alike also where motion is taken out: texture, content."""
    COLOUR = "colour"
    SHARP = "sharp"
    MOTION = "motion"
    """Things move on differently from how they came."""
    REPEAT = "repeat"
    """Motion stands still for a frame."""
    REVERSE = "reverse"
    """Things go back where they came from."""
    ALIGN = "align"
    """The whole picture is shifted, scaled or turned."""


class Cause(StrEnum):
    """Why a boundary is seen."""

    HARD_CUT = "hard_cut"
    REPEAT = "repeat"
    """The right side begins with a picture that was just shown, or motion stalls."""
    COLOUR = "colour"
    SHARPNESS = "sharpness"
    REVERSAL = "reversal"
    MISALIGNMENT = "misalignment"
    """The whole picture is shifted, scaled or turned."""
    SKIP = "skip"
    """Frames of motion are missing."""
    MOTION = "motion"
    """Motion goes on differently, in no simple way."""
    TEXTURE = "texture"
    """Only fine content differs."""


@dataclass(frozen=True, slots=True)
class Usual:
    """One metric over the pairs of frames on both sides of a boundary."""

    low: float
    median: float
    high: float
    spread: float
    """Robust deviation with the metric's floor (seams.md section 1, q)."""
    pairs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeamFigures:
    """Everything that `analysis.seam` and `analysis.diagnosis` found at a boundary.

    At the analysis size. None is "not known": too few frames on a side, or a picture too small for
    a flow. Formulas: seams.md sections 1 to 4.
    """

    ssim: float
    """Of the last frame on the left and the first on the right; 1.0 is equal, not good."""
    ssim_usual: Usual | None = None
    compensated_ssim: float | None = None
    """With the motion across the seam taken out."""
    compensated_usual: Usual | None = None
    delta_e: float = 0.0
    """CIE76 with the motion taken out; about 1 is just visible side by side."""
    delta_e_usual: Usual | None = None
    lightness_step: float = 0.0
    """CIE L*; this and the three below are signed, from the left side to the right."""
    green_red_step: float = 0.0
    blue_yellow_step: float = 0.0
    chroma_step: float = 0.0
    brightness_percent: float = 0.0
    """Step of L* in % of the left side's."""
    sharpness_step: float = 0.0
    """log2 of detail energy; above 0 sharper on the right."""
    motion_px: float | None = None
    """Mean motion across the seam."""
    neighbour_motion_px: float | None = None
    usual_motion_px: float | None = None
    motion_ratio: float | None = None
    """Motion across the seam over its neighbours'; 0 stands still."""
    jerk: float | None = None
    jerk_usual: Usual | None = None
    duplicate: float | None = None
    """Share of the usual difference that is gone; 1.0 is the very same picture."""
    missing_frames: float | None = None
    """About how many frames of motion are missing; -1 where one is shown twice."""
    correlation: float | None = None
    """Whether the jump goes along the motion (1), against it (-1) or elsewhere (0)."""
    side_cosine: float | None = None
    """Below 0 the motion turns back."""
    align_px: float | None = None
    align_explained: float | None = None
    shift_px: tuple[float, float] | None = None
    """Where the content jumps beyond its motion: x to the right, y down."""
    clip_scale: float = 1.0
    """Pixels of the clips for one at the analysis size, which all lengths here are in."""
    channels: Mapping[Channel, float] = field(default_factory=dict, hash=False)
    """A channel that is not known is absent."""
    verdict: float | None = None
    """V, the largest channel; None where too few frames say what is natural."""
    causes: tuple[Cause, ...] = ()
    """Biggest first; empty where nothing is visible."""
    ssim_curve: tuple[float, ...] = ()
    """SSIM of all pairs in the window, scene order."""
    seam_index: int = 0
    """Where in the curve the seam is."""

    @property
    def is_cut(self) -> bool:
        """Two shots meet, by the pictures; nobody has declared it."""
        return Cause.HARD_CUT in self.causes
