"""What a reviewer decides about a boundary without changing a frame: accepted, a cut, a wrong call.

Each decision is an event with what was before and after it, and can be undone.
"""

from __future__ import annotations

from collections.abc import Mapping

from restitch_app.domain.boundaries import Boundary, BoundaryClass, judge_boundary
from restitch_app.domain.call_notes import call_to_note
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.join_notes import join_to_note
from restitch_app.domain.joins import Decision, Join
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.services.actor import current_actor
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.project.project import Project

ACCEPTED, CUT_DECLARED, DECISION_TAKEN_BACK = "accepted", "cut_declared", "decision_taken_back"
CALLED = "boundary_called"


class BoundaryDecisions:
    def __init__(self, project: Project, boundaries: Boundaries) -> None:
        self._project = project
        self._boundaries = boundaries

    def accept(self, scene: Scene, left_index: int, ctx: JobContext, reason: str = "") -> Boundary:
        """Leave the boundary as it is: no frame changes, the measured value is kept and shown.

        Raises WrongUse for a cut: that is the other decision, and says more.
        """
        boundary = self._boundaries.at(scene, left_index, ctx)
        if boundary.is_cut:
            raise WrongUse(f"Boundary {boundary.label} is a cut", "There is nothing to accept")
        accepted = boundary.join.decide(Decision.ACCEPTED, reason.strip())
        return self._decided(ACCEPTED, boundary, accepted, {"reason": reason.strip()})

    def declare_cut(
        self, scene: Scene, left_index: int, ctx: JobContext, reason: str = ""
    ) -> Boundary:
        """Meant to be a cut: no class, never red, never smoothed; its remedy is taken away.

        A repeated frame stays left out: it is no part of a cut either.
        """
        boundary = self._boundaries.at(scene, left_index, ctx)
        if boundary.is_cut:
            return boundary
        join = boundary.join
        if join.treatment.is_remedy:
            join = self._boundaries.without_remedy(scene, left_index)
        cut = join.decide(Decision.CUT, reason.strip())
        return self._decided(CUT_DECLARED, boundary, cut, {"reason": reason.strip()})

    def take_back(self, scene: Scene, left_index: int, ctx: JobContext) -> Boundary:
        """Neither accepted nor a cut any more. Raises WrongUse where it was neither."""
        boundary = self._boundaries.at(scene, left_index, ctx)
        if boundary.join.decision is None:
            raise WrongUse(
                f"Nothing was decided about boundary {boundary.label}",
                "It is neither accepted nor a cut",
            )
        taken = {"decision": boundary.join.decision.value}
        return self._decided(DECISION_TAKEN_BACK, boundary, boundary.join.undecided(), taken)

    def call(
        self, scene: Scene, left_index: int, says: BoundaryClass | None, ctx: JobContext
    ) -> BoundaryCall | None:
        """Note what the reviewer sees there: the measure is compared with it, no class changes.

        `says` None takes an earlier call back. Raises WrongUse for a cut, and for taking back what
        nobody said.
        """
        boundary = self._boundaries.at(scene, left_index, ctx)
        if boundary.is_cut:
            raise WrongUse(f"Boundary {boundary.label} is a cut", "It is not judged")
        store, pair = self._project.store, (boundary.join.left_id, boundary.join.right_id)
        with store.transaction():
            before = store.calls.get(*pair)
            if says is None:
                if before is None:
                    raise WrongUse(f"Nobody has judged boundary {boundary.label}")
                store.calls.remove(*pair)
                after = None
            else:
                after = store.calls.save(_call(boundary, says), current_actor())
            detail = {
                "boundary": boundary.label,
                "says": says.value if says else None,
                "before": call_to_note(before) if before else None,
                "after": call_to_note(after) if after else None,
            }
            store.events.add(CALLED, current_actor(), join=pair, detail=detail)
        self._boundaries.tell(left_index)
        return after

    def call_on(self, boundary: Boundary) -> BoundaryCall | None:
        """What a reviewer said of it; None where nobody did."""
        return self._project.store.calls.get(boundary.join.left_id, boundary.join.right_id)

    def _decided(
        self, kind: str, boundary: Boundary, after: Join, detail: Mapping[str, object]
    ) -> Boundary:
        """`boundary`: as the reviewer saw it. Raises WrongUse where it has changed since."""
        store = self._project.store
        with store.transaction():
            now = store.joins.get(after.left_id, after.right_id)
            if now is not None and not _is_as_seen(now, boundary.join):
                raise WrongUse(
                    f"Boundary {boundary.label} has changed",
                    "It was treated or decided about meanwhile",
                    "Look at it again",
                )
            stored = self._boundaries.save(after, current_actor())
            store.events.add(
                kind,
                current_actor(),
                join=(after.left_id, after.right_id),
                detail={
                    "boundary": boundary.label,
                    "ssim": boundary.ssim,
                    "verdict": boundary.verdict,
                    "before": join_to_note(boundary.join),
                    "after": join_to_note(stored),
                    **detail,
                },
            )
        self._boundaries.tell(boundary.left_index)
        policy = self._project.settings().boundary_policy
        return judge_boundary(boundary.left_index, stored, policy)


def _is_as_seen(now: Join, seen: Join) -> bool:
    return (now.treatment, now.decision) == (seen.treatment, seen.decision)


def _call(boundary: Boundary, says: BoundaryClass) -> BoundaryCall:
    measures = boundary.join.measures
    assert measures is not None
    return BoundaryCall(
        left_id=boundary.join.left_id,
        right_id=boundary.join.right_id,
        says=says,
        shown=boundary.boundary_class,
        boundary_type=boundary.boundary_type,
        channels=dict(measures.treated.channels) if measures.treated else {},
        measure_version=measures.version,
    )
