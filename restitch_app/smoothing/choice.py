"""Which treatment is offered, which is recommended, and why the others are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from restitch_app.analysis.acceptance import (
    LARGEST_SHARPNESS_LOSS,
    VISIBILITY_LEFT,
    Judgement,
)

FREE_SHARPNESS_LOSS = 0.05
COST_OF_SHARPNESS_LOSS = 8.0
COST_OF_A_LOST_FRAME = 0.03
COST_OF_A_CHANGED_FRAME = 0.002
"""Decides between remedies that mend alike: 20 frames more cost as much as a hardly seen .04."""
LEAST_GAIN = 0.15
"""Below it a remedy is not worth changing frames for: estimates of E differ by as much."""


class Refusal(StrEnum):
    """Why a treatment is not offered."""

    MORE_VISIBLE = "more_visible"
    BLURS = "blurs"


@dataclass(frozen=True, slots=True)
class Trial:
    """One treatment as it was measured."""

    judgement: Judgement
    frames_lost: int
    """By how much the film would get shorter."""
    frames_changed: int
    """How many of the remaining frames are not the version's own."""

    @property
    def refusal(self) -> Refusal | None:
        """None where it may be offered: the gate of seams.md section 7."""
        if self.judgement.sharpness_loss > LARGEST_SHARPNESS_LOSS:
            return Refusal.BLURS
        return None if self.judgement.passes_gate else Refusal.MORE_VISIBLE

    @property
    def cost(self) -> float:
        """E + 8 max(0, g - .05) + .03 a lost frame (section 7) + .002 a changed frame."""
        blurred = max(0.0, self.judgement.sharpness_loss - FREE_SHARPNESS_LOSS)
        return (
            self.judgement.visibility
            + COST_OF_SHARPNESS_LOSS * blurred
            + COST_OF_A_LOST_FRAME * self.frames_lost
            + COST_OF_A_CHANGED_FRAME * self.frames_changed
        )


def ranked(trials: Sequence[Trial]) -> list[int]:
    """Numbers of the trials that may be offered, the best first; of equals the earlier one."""
    offered = [number for number, trial in enumerate(trials) if trial.refusal is None]
    return sorted(offered, key=lambda number: trials[number].cost)


def recommended(trials: Sequence[Trial], *, is_seen: bool) -> int | None:
    """Number of the trial to apply, or None: leave the boundary as it is.

    `is_seen`: whether its light is yellow or red. Nothing is recommended where it is green, nor
    where the best trial gains next to nothing. What makes neighbouring frames differ more than any
    do here is recommended only where nothing else improves the boundary (seams.md section 7).
    """
    if not is_seen:
        return None
    worth_it = [number for number in ranked(trials) if _gains_enough(trials[number])]
    even = (number for number in worth_it if _improves_without_dip(trials[number].judgement))
    return next(even, next(iter(worth_it), None))


def _gains_enough(trial: Trial) -> bool:
    before = trial.judgement.visibility_before
    return before > VISIBILITY_LEFT and trial.cost <= before - LEAST_GAIN


def _improves_without_dip(judgement: Judgement) -> bool:
    return judgement.dip == 0 and judgement.improved
