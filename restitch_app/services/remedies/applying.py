"""A remedy becomes the treatment of a join, and is measured as it will be exported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from restitch_app.analysis.acceptance import NATURAL_MARGIN, Acceptance, Judgement
from restitch_app.domain.boundaries import Boundary, judge_boundary
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.join_notes import join_to_note
from restitch_app.domain.joins import Decision, Join, Treatment
from restitch_app.domain.progress import JobContext
from restitch_app.services.actor import current_actor
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.project.project import Project
from restitch_app.services.remedies.frames import JoinPlace, RemedyFrames, no_room
from restitch_app.services.remedies.patches import RemedyPatches
from restitch_app.services.remedies.values import Candidate, judgement_to_note, outcome

SMOOTHED = "smoothed"


@dataclass(frozen=True, slots=True)
class Applied:
    """A remedy as it came out on the decoded frames that will be exported."""

    boundary: Boundary
    candidate: Candidate
    predicted: Judgement
    measured: Judgement

    @property
    def is_as_predicted(self) -> bool:
        """The class that was predicted, and restored, improved, unchanged or harmed as foretold."""
        same_class = self.boundary.boundary_class is self.candidate.predicted_class
        return same_class and outcome(self.predicted) is outcome(self.measured)


class RemedyApplying:
    def __init__(self, project: Project, boundaries: Boundaries, frames: RemedyFrames) -> None:
        self._project = project
        self._boundaries = boundaries
        self._frames = frames
        self._patches = RemedyPatches(project, frames)

    def apply(self, place: JoinPlace, candidate: Candidate, ctx: JobContext) -> Applied:
        """See `Remedies.apply`."""
        if candidate.predicted is None:
            raise no_room(place.left_index)
        if candidate.changes_nothing:
            raise WrongUse("The remedy finds nothing to change here")
        label = f"{place.left_index + 1}|{place.left_index + 2}"
        ctx.progress(f"Rendering the remedy for {label}", 0, 2)
        treatment = self._patches.treatment(place, candidate, ctx)
        ctx.progress(f"Measuring boundary {label}", 1, 2)
        join = self._boundaries.with_treatment(place.left, place.right, treatment)
        measured = _with_stored_ssim(self._measured(place, treatment, ctx), join)
        detail = {
            "method": candidate.name,
            "window": candidate.window,
            "predicted": judgement_to_note(candidate.predicted),
            "measured": judgement_to_note(measured),
        }
        boundary = self._store(place, join, detail)
        return Applied(boundary, candidate, candidate.predicted, measured)

    def store(
        self, place: JoinPlace, treatment: Treatment, detail: Mapping[str, object]
    ) -> Boundary:
        """Measure the join with this treatment, and keep both, with a note that can be undone.

        Raises WrongUse where another decision meanwhile left no room, or other versions there, or
        where it was declared a cut.
        """
        join = self._boundaries.with_treatment(place.left, place.right, treatment)
        return self._store(place, join, detail)

    def _store(self, place: JoinPlace, join: Join, detail: Mapping[str, object]) -> Boundary:
        policy = self._project.settings().boundary_policy
        boundary = judge_boundary(place.left_index, join, policy)
        store = self._project.store
        pair = (join.left_id, join.right_id)
        with store.transaction():
            left, right = (store.versions.get(one) for one in pair)
            is_there = left.is_current and right.is_current
            if not (is_there and self._boundaries.fits(left, right, join.treatment)):
                raise has_changed(boundary.label)
            before = store.joins.get(*pair)
            if before is not None and before.decision is Decision.CUT:
                raise is_a_cut(boundary.label)
            self._boundaries.save(join, current_actor())
            note = {
                "boundary": boundary.label,
                "before": join_to_note(before) if before else None,
                "after": join_to_note(join),
                **detail,
            }
            store.events.add(SMOOTHED, current_actor(), join=pair, detail=note)
        self._boundaries.tell(place.left_index)
        return boundary

    def _measured(self, place: JoinPlace, treatment: Treatment, ctx: JobContext) -> Judgement:
        """The frames as they are decoded for the export, against those without the treatment."""
        raw = self._frames.window(place, place.base, ctx)
        treated = self._frames.window(place, treatment, ctx)
        height = self._project.settings().analysis_height
        return Acceptance(*raw, height=height).judge(*treated)


def _with_stored_ssim(found: Judgement, join: Join) -> Judgement:
    """What is told of SSIM is what is stored: of the Y plane. A judgement's own is of RGB, whose
    luma is another one, by .001 in most films and by .04 in small ones with much colour."""
    assert join.measures is not None
    raw, treated = join.measures.raw, join.measures.treated
    assert raw is not None
    assert treated is not None
    natural, inside = raw.ssim_usual, None
    if natural is not None:
        low, high = natural.low - NATURAL_MARGIN, natural.high + NATURAL_MARGIN
        inside = low <= treated.ssim <= high
    return replace(
        found,
        ssim=treated.ssim,
        inside_natural=inside,
        curve=treated.ssim_curve,
        seam_index=treated.seam_index,
    )


def is_a_cut(label: str) -> WrongUse:
    return WrongUse(f"Boundary {label} is a cut", "Cuts are never smoothed")


def has_changed(label: str) -> WrongUse:
    return WrongUse(
        f"Boundary {label} has changed", "Other frames meet there by now", "Try the remedy again"
    )
