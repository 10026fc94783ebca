"""The pair of versions that meet at a boundary: what was measured and what was done there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from restitch_app.domain.seams import Cause, SeamFigures


class Decision(StrEnum):
    ACCEPTED = "accepted"
    """Left as it is by choice; the measured value stays visible."""
    CUT = "cut"
    """Meant to be a cut: never scored red, never smoothed."""


@dataclass(frozen=True, slots=True)
class Decided:
    """Who decided about a boundary, when, why, and what was measured at that moment."""

    by: str = ""
    """Empty until it is stored: the store knows who writes."""
    at: str = ""
    """UTC, ISO 8601; empty until it is stored."""
    reason: str = ""
    ssim: float | None = None
    verdict: float | None = None


@dataclass(frozen=True, slots=True)
class Patch:
    """A short lossless clip standing for the frames on both sides of a boundary."""

    file: str
    """Relative to the project folder, with forward slashes."""
    left_frames: int
    """How many frames of the left version, counted back from its trim, the patch replaces."""
    right_frames: int


FROM_SEED_FRAME = "from_seed_frame"
"""The left version plays up to the frame that the right one was made from, not to its end."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """How a join is exported. Never changes a version's file."""

    method: str = "none"
    """none, drop_repeat, from_seed_frame, or the name of a remedy."""
    trim_left: int = 0
    """Frames left out at the end of the left version."""
    trim_right: int = 0
    """Frames left out at the start of the right version."""
    patch: Patch | None = None

    @property
    def is_remedy(self) -> bool:
        """Chosen to mend the boundary; one repeated seed frame is left out without being asked."""
        if self.method == "drop_repeat":
            return self.trim_left + self.trim_right > 1
        return self.method not in ("none", FROM_SEED_FRAME)

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
    """Measured at the project's analysis height; see `analysis.seam` for the formulas."""

    raw_ssim: float
    """The two files' own end and start frames, before any treatment."""
    ssim: float
    """The two frames that will be neighbours in the export."""
    natural_min: float | None
    natural_median: float | None
    natural_max: float | None
    """SSIM of up to ten neighbouring pairs on each side of the untreated boundary; None where there
    are none."""
    repeat: float
    """Strength of a repeated frame across the join as found in the files; 1.0 is just visible."""
    version: int
    """Of the measure: values of different versions are not compared."""
    raw: SeamFigures | None = None
    """All figures of the untreated boundary; None in what version 1 of the measure found."""
    treated: SeamFigures | None = None
    """The same of the boundary as it will be exported."""

    @property
    def verdict(self) -> float | None:
        """V as it will be exported, before the project's limits."""
        return self.treated.verdict if self.treated else None

    @property
    def raw_verdict(self) -> float | None:
        return self.raw.verdict if self.raw else None

    @property
    def causes(self) -> tuple[Cause, ...]:
        """Of what will be exported, biggest first."""
        return self.treated.causes if self.treated else ()


@dataclass(frozen=True, slots=True)
class Join:
    left_id: int
    right_id: int
    measures: JoinMeasures | None
    """None until the boundary was checked for this pair."""
    treatment: Treatment = UNTREATED
    decision: Decision | None = None
    decided: Decided | None = None
    """Only where there is a decision."""
    is_chained: bool = False
    """Whether the right version was generated from the left one's last frame, known or assumed."""

    def treated(self, treatment: Treatment, measures: JoinMeasures) -> Join:
        return replace(self, treatment=treatment, measures=measures, decision=None, decided=None)

    def decide(self, decision: Decision, reason: str = "") -> Join:
        """With what is measured now; who and when is added as it is stored."""
        found = self.measures
        decided = Decided(
            reason=reason,
            ssim=found.ssim if found else None,
            verdict=found.verdict if found else None,
        )
        return replace(self, decision=decision, decided=decided)

    def undecided(self) -> Join:
        return replace(self, decision=None, decided=None)
