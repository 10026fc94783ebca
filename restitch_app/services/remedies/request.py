"""One request to smooth a boundary, as the command line and the API take it."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from restitch_app.domain.boundaries import Boundary, BoundaryClass
from restitch_app.domain.errors import MediaError
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.bridging.asking import Bridging
from restitch_app.services.remedies.applying import Applied
from restitch_app.services.remedies.choice import compared_with
from restitch_app.services.remedies.names import AUTO, NONE
from restitch_app.services.remedies.trying import Remedies
from restitch_app.services.remedies.values import Candidate, Comparison
from restitch_app.services.remedies.words import why_not

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Smoothed:
    """What a request came to."""

    asked: str
    """auto, none or the name of a remedy."""
    before: Boundary
    """As it stood when it was asked for."""
    comparison: Comparison | None
    """Everything that was tried; None where one remedy was asked for by name."""
    candidate: Candidate | None
    """The remedy that was chosen; None: no frame is changed."""
    applied: Applied | None
    """What was measured; None for a preview and where no remedy was chosen."""
    after: Boundary | None
    """As it is measured; None for a preview of a remedy, which only predicts."""
    is_applied: bool
    """Something was changed."""

    @property
    def ssim_after(self) -> float | None:
        """Measured, or predicted for a preview."""
        if self.after is not None:
            return self.after.ssim
        found = self.candidate.predicted if self.candidate else None
        return found.ssim if found else self.before.ssim

    @property
    def class_after(self) -> BoundaryClass | None:
        if self.after is not None:
            return self.after.boundary_class
        return self.candidate.predicted_class if self.candidate else self.before.boundary_class

    @property
    def sharpness_loss(self) -> float:
        """Largest loss of fine detail that it causes, 0 to 1; measured, or predicted."""
        if self.applied is not None:
            return self.applied.measured.sharpness_loss
        found = self.candidate.predicted if self.candidate else None
        return found.sharpness_loss if found else 0.0

    @property
    def warning(self) -> str | None:
        """Why it would not have been offered, for a remedy chosen by name all the same."""
        return why_not(self.candidate) if self.candidate else None

    @property
    def is_good(self) -> bool:
        """Nobody has to look at it again: not red, or decided; and no harmful remedy."""
        if self.asked == NONE:
            return True
        decided = self.after is not None and self.after.join.decision is not None
        return self.warning is None and (self.class_after is not BoundaryClass.RED or decided)


def smooth(
    remedies: Remedies,
    boundaries: Boundaries,
    scene: Scene,
    left_index: int,
    asked: str,
    window: int | None,
    ctx: JobContext,
    *,
    preview: bool,
    bridging: Bridging | None = None,
) -> Smoothed:
    """Try what was asked for and, unless it is a preview, apply it.

    A remedy that was asked for by name is applied even if it would not have been offered; see
    `Smoothed.warning`. With `bridging` a bridge that ComfyUI has made there already is compared
    with the others, unless a length was asked for. Raises WrongUse, NotFound, MediaError,
    StorageError, JobCancelled.
    """
    before = boundaries.at(scene, left_index, ctx)
    if asked == NONE:
        after = (
            remedies.untreated(scene, left_index, ctx)
            if preview
            else remedies.remove(scene, left_index, ctx)
        )
        return Smoothed(asked, before, None, None, None, after, not preview)
    comparison = candidate = None
    if asked == AUTO:
        comparison = remedies.compare(scene, left_index, ctx, window=window)
        if bridging is not None and window is None:
            comparison = _with_bridge(bridging, comparison, scene, ctx)
        candidate = comparison.recommended
    else:
        candidate = remedies.by_hand(scene, left_index, asked, window, ctx)
    return _with(remedies, boundaries, scene, before, comparison, candidate, asked, ctx, preview)


def _with_bridge(
    bridging: Bridging, comparison: Comparison, scene: Scene, ctx: JobContext
) -> Comparison:
    """As it was where no bridge is there, or its file cannot be read."""
    if comparison.untreated is None:
        return comparison
    job = bridging.found(scene, comparison.boundary.left_index, ctx).made
    if job is None:
        return comparison
    try:
        return compared_with(comparison, bridging.candidate(scene, job, ctx))
    except MediaError as error:
        log.warning("the bridge of job %d is left out: %s", job.id, error)
        return comparison


def smooth_with(
    remedies: Remedies,
    boundaries: Boundaries,
    scene: Scene,
    candidate: Candidate,
    left_index: int,
    ctx: JobContext,
    *,
    preview: bool,
) -> Smoothed:
    """The same with a remedy that is there already: frames that a server made."""
    before = boundaries.at(scene, left_index, ctx)
    return _with(remedies, boundaries, scene, before, None, candidate, candidate.name, ctx, preview)


def _with(
    remedies: Remedies,
    boundaries: Boundaries,
    scene: Scene,
    before: Boundary,
    comparison: Comparison | None,
    candidate: Candidate | None,
    asked: str,
    ctx: JobContext,
    preview: bool,
) -> Smoothed:
    if preview or (candidate is not None and candidate.changes_nothing):
        return Smoothed(asked, before, comparison, candidate, None, None, is_applied=False)
    applied = remedies.apply(candidate, ctx) if candidate is not None else None
    after = applied.boundary if applied else boundaries.at(scene, before.left_index, ctx)
    return Smoothed(asked, before, comparison, candidate, applied, after, applied is not None)
