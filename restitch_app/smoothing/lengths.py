"""How long a remedy has to be so that none of its own steps is seen."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from restitch_app.smoothing.colour_ramp import colour_step
from restitch_app.smoothing.flow_morph import residual_step
from restitch_app.smoothing.seam import Seam
from restitch_app.smoothing.sharpness_ramp import sharpness_step
from restitch_app.smoothing.workspace import Workspace

DELTA_E_A_FRAME = 0.6  # one unit of the colour channel (seams.md section 3)
FRAMES_PER_OCTAVE = 24  # four frames, over which the sharp channel looks, then hold 1/6 octave
JERK_A_FRAME = 0.1
SHORTEST_RAMP = 6
SHORTEST_FADE = 8
SHORTEST_MORPH = 6
LONGEST_RAMP = 48
LONGEST_MORPH = 14

Length = Callable[[Seam, Workspace], int]
"""Frames a remedy wants to change in all, on one side or on both together."""


def ramp_for_colour(seam: Seam, workspace: Workspace) -> int:
    """Equal steps of at most 0.6 CIE76."""
    wanted = ceil(colour_step(seam, workspace) / DELTA_E_A_FRAME)
    return min(LONGEST_RAMP, max(SHORTEST_RAMP, wanted))


def ramp_for_sharpness(seam: Seam, workspace: Workspace) -> int:
    """24 frames for a doubling of fine-detail energy."""
    wanted = ceil(FRAMES_PER_OCTAVE * abs(sharpness_step(seam, workspace)))
    return min(LONGEST_RAMP, max(SHORTEST_RAMP, wanted))


def fade(seam: Seam, workspace: Workspace) -> int:
    """As long as the slower of the two, since it carries both."""
    return max(SHORTEST_FADE, ramp_for_colour(seam, workspace), ramp_for_sharpness(seam, workspace))


def morph(seam: Seam, workspace: Workspace) -> int:
    """A tenth of the usual motion more a frame."""
    wanted = ceil(residual_step(seam, workspace) / JERK_A_FRAME)
    return min(LONGEST_MORPH, max(SHORTEST_MORPH, wanted))
