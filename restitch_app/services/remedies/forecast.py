"""What trying a remedy came to as a reviewer sees it: one row of a list, in words and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from restitch_app.domain.joins import Join
from restitch_app.services.remedies.values import Candidate
from restitch_app.services.remedies.words import cost, title, why_not

_IN_CHAINS: Mapping[str, str] = MappingProxyType({"flow_morph": "Flow morph"})
"""Shorter than `title` where a row holds several."""


@dataclass(frozen=True, slots=True)
class Forecast:
    candidate: Candidate
    title: str
    cost: str
    """One line: what it changes and what that costs."""
    why_not: str
    """Why it is not offered, half a sentence; empty where it is."""

    @property
    def ssim(self) -> float | None:
        return self.candidate.predicted.ssim if self.candidate.predicted else None

    @property
    def is_offered(self) -> bool:
        return self.candidate.is_offered

    @property
    def can_be_applied(self) -> bool:
        return self.candidate.predicted is not None and not self.candidate.changes_nothing


def forecast(candidate: Candidate) -> Forecast:
    return Forecast(
        candidate,
        _row_title(candidate.name),
        cost(candidate) if candidate.predicted else "",
        why_not(candidate) or "",
    )


def _row_title(name: str) -> str:
    """ "Colour ramp + flow morph" for a chain, whose whole name fills three lines of a list."""
    parts = name.split("+")
    if len(parts) == 1:
        return title(name)
    return " + ".join(_IN_CHAINS.get(part, title(part)) for part in parts).capitalize()


def is_applied(candidate: Candidate, join: Join) -> bool:
    """Whether the join has this very treatment."""
    treatment, patch = join.treatment, join.treatment.patch
    changed = (patch.left_frames, patch.right_frames) if patch else (0, 0)
    return (
        (candidate.left_id, candidate.right_id) == (join.left_id, join.right_id)
        and treatment.method == candidate.name
        and changed == (candidate.touched_left, candidate.touched_right)
        and treatment.trim_left + treatment.trim_right
        == candidate.frames_lost + candidate.left_out_anyway
    )
