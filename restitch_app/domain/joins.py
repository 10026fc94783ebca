"""The pair of versions that meet at a boundary: what was measured and what was done there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Decision(StrEnum):
    ACCEPTED = "accepted"
    """Left as it is by choice; the measured value stays visible."""
    CUT = "cut"
    """Meant to be a cut: never scored red, never smoothed."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A short lossless clip standing for the frames on both sides of a boundary."""

    file: str
    """Relative to the project folder, with forward slashes."""
    left_frames: int
    """How many frames of the left version, counted back from its trim, the patch replaces."""
    right_frames: int


@dataclass(frozen=True, slots=True)
class Treatment:
    """How a join is exported. Never changes a version's file."""

    method: str = "none"
    """none, drop_repeat, blend or reextract."""
    trim_left: int = 0
    """Frames left out at the end of the left version."""
    trim_right: int = 0
    """Frames left out at the start of the right version."""
    patch: Patch | None = None

    @property
    def left_taken(self) -> int:
        """Frames of the left version's file that do not play from that file."""
        return self.trim_left + (self.patch.left_frames if self.patch else 0)

    @property
    def right_taken(self) -> int:
        return self.trim_right + (self.patch.right_frames if self.patch else 0)


UNTREATED = Treatment()


@dataclass(frozen=True, slots=True)
class JoinMeasures:
    """Measured at the project's analysis height; see `analysis.boundary` for the formulas."""

    raw_ssim: float
    """The two files' own end and start frames, before any treatment."""
    ssim: float
    """The two frames that will be neighbours in the export."""
    natural_min: float | None
    natural_median: float | None
    natural_max: float | None
    """SSIM of up to ten neighbouring pairs on each side; None where there are none."""
    repeat: float
    """Strength of a repeated frame across the join as found in the files; 1.0 is just visible."""
    version: int
    """Of the measure: values of different versions are not compared."""


@dataclass(frozen=True, slots=True)
class Join:
    left_id: int
    right_id: int
    measures: JoinMeasures | None
    """None until the boundary was checked for this pair."""
    treatment: Treatment = UNTREATED
    decision: Decision | None = None

    def treated(self, treatment: Treatment, measures: JoinMeasures) -> Join:
        return replace(self, treatment=treatment, measures=measures, decision=None)
