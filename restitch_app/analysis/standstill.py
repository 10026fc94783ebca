"""A frame shown again, told from a slow moment: nothing around the seam stands that still.

Where motion is uneven by itself, half of the usual is no news, and the limits of seams.md section 3
have to be wide. A frame that is shown again leaves no motion at all, and hardly a difference.
"""

from __future__ import annotations

from math import log2

from restitch_app.analysis.natural import FEWEST_PAIRS
from restitch_app.analysis.window import MOVING_PX, SeamWindow

MOTION_FLOOR_PX = 0.02
SSIM_FLOOR = 0.002


def standstill(window: SeamWindow) -> float | None:
    """log2 of how many times less is going on at the seam than at the calmest natural pair but one.

    The lesser of two: of motion, mean length of the flow, and of difference, 1 - SSIM. One pair is
    passed over, for one glitch is no rhythm; two frames shown twice are, and nothing stands out.
    Those that are still together with the seam's own do not count as natural. Not above the usual
    motion over MOVING_PX: what never moves cannot stand still. None without a flow and with fewer
    than four pairs to compare with.
    """
    motion = {
        t: found for t, pair in enumerate(window.pairs) if (found := pair.motion_px) is not None
    }
    usual_px, seam = window.usual_motion_px, window.seam
    still = _still_around_seam(window)
    natural = [t for t in window.natural if t in motion and t not in still]
    if usual_px is None or seam not in motion or len(natural) < FEWEST_PAIRS:
        return None
    calm_px = sorted(motion[t] for t in natural)[1]
    calm_difference = sorted(1 - window.pairs[t].ssim for t in natural)[1]
    moves = log2((calm_px + MOTION_FLOOR_PX) / (motion[seam] + MOTION_FLOOR_PX))
    differs = log2((calm_difference + SSIM_FLOOR) / (1 - window.at_seam.ssim + SSIM_FLOOR))
    return min(moves, differs, usual_px / MOVING_PX)


def _still_around_seam(window: SeamWindow) -> set[int]:
    """The seam's pair and those beside it that stand still as well: a frame shown several times."""
    found = {window.seam}
    for step in (-1, +1):
        t = window.seam + step
        while 0 <= t < len(window.pairs) and window.stands_still(t):
            found.add(t)
            t += step
    return found
