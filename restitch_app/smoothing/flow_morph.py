"""Flow morph: what stands elsewhere after the boundary is led there in equal steps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from restitch_app.analysis.arrays import Rgb
from restitch_app.smoothing.detail import at_least_as_sharp, band_energies
from restitch_app.smoothing.fields import Field, mean_length_px, moved, weighted_blur
from restitch_app.smoothing.seam import Seam
from restitch_app.smoothing.workspace import Workspace

SMOOTHED_PX = 6.0


def flow_morph(seam: Seam, weights: Sequence[float], workspace: Workspace) -> list[Rgb]:
    """The first frames of the own side, moved by their weight (seams.md section 5, fm)."""
    residual = residual_displacement(seam, workspace)
    changed: list[Rgb] = []
    led: list[Field] = []
    for away, weight in enumerate(weights):
        workspace.check()
        path = workspace.path(tuple(seam.own[: away + 1]))
        led.append(np.float32(weight) * moved(residual, path, linear=True))
        frame = seam.own[away]
        # Moving by parts of a pixel softens.
        changed.append(at_least_as_sharp(moved(frame, -led[-1]), band_energies(frame, workspace)))
        if away:
            work = partial(
                _flow_between, nearer=seam.own[away - 1], frame=frame, led=(led[-2], led[-1])
            )
            workspace.know_flow(changed[-2], changed[-1], work)
    return changed


def _flow_between(workspace: Workspace, nearer: Rgb, frame: Rgb, led: tuple[Field, Field]) -> Field:
    """The flow of two frames after they were led to other places, to first order."""
    flow = workspace.flow(nearer, frame)
    return flow + moved(led[0], flow, linear=True) - led[1]


def residual_displacement(seam: Seam, workspace: Workspace) -> Field:
    """R at each point of the own side's first frame: its displacement beyond the usual motion."""
    pictures = (*seam.other[:2], *seam.own[:2])
    return workspace.made("residual", pictures, lambda: _residual(seam, workspace))


def residual_step(seam: Seam, workspace: Workspace) -> float:
    """Mean length of R against the usual motion + 0.5 px, as jerk is defined."""
    usual_px = mean_length_px(_expected(seam, workspace))
    return mean_length_px(residual_displacement(seam, workspace)) / (usual_px + 0.5)


def _residual(seam: Seam, workspace: Workspace) -> Field:
    across = workspace.flow(seam.other[0], seam.own[0])
    known = workspace.trust(seam.other[0], seam.own[0])
    return weighted_blur(across - _expected(seam, workspace), known, SMOOTHED_PX)


def _expected(seam: Seam, workspace: Workspace) -> Field:
    """The mean of the motions next to the boundary; nothing where both sides are single frames."""
    flows = []
    if len(seam.other) > 1:
        flows.append(workspace.flow(seam.other[1], seam.other[0]))
    if len(seam.own) > 1:
        flows.append(workspace.flow(seam.own[0], seam.own[1]))
    if not flows:
        return workspace.path((seam.own[0],))
    return np.asarray(np.mean(flows, axis=0), dtype=np.float32)
