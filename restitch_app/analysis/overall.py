"""What the whole picture does: its mean colour, which a scene in motion hardly changes.

Blocks that are compared along a flow differ a lot where the flow misses, and a tint drowns in that.
The mean over the picture needs no flow: what moves about stays inside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restitch_app.analysis.natural import Natural, natural_of
from restitch_app.analysis.window import SeamWindow

STEP_FLOOR = 0.2  # of the spreads, in units of L*a*b*: what no model keeps still
JUST_VISIBLE = 1.0  # a step of L*, a*, b* or C* of the whole picture
SPREADS = 3.1


@dataclass(frozen=True, slots=True)
class UsualSteps:
    """Of each mean (L*, a*, b*, C*) over the natural pairs."""

    drift: tuple[float, ...]
    """Median step, signed: a scene that grows dark does so at the seam as well."""
    apart: tuple[Natural, ...]
    """How far single steps are from that, absolute."""


def usual_steps(window: SeamWindow, pairs: Sequence[int]) -> UsualSteps | None:
    """None without pairs."""
    if not pairs:
        return None
    steps = np.stack([_step(window, t) for t in pairs])
    drift = np.median(steps, axis=0)
    apart = [natural_of([float(a) for a in each], STEP_FLOOR) for each in np.abs(steps - drift).T]
    return UsualSteps(tuple(map(float, drift)), tuple(each for each in apart if each is not None))


def overall_step(window: SeamWindow, usual: UsualSteps | None, t: int) -> float | None:
    """Score of pair t, 1.0 just visible: the largest of the four; None where too few pairs tell."""
    if usual is None:
        return None
    apart = np.abs(_step(window, t) - np.array(usual.drift))
    scores = [
        natural.score(float(step) - natural.median, JUST_VISIBLE, SPREADS)
        for step, natural in zip(apart, usual.apart, strict=True)
    ]
    known = [score for score in scores if score is not None]
    return max(known) if known else None


def _step(window: SeamWindow, t: int) -> NDArray[np.float64]:
    return window.pictures[t + 1].mean_colour - window.pictures[t].mean_colour
