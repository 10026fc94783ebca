"""Both ends pinned: when the new version meets the next segment well, that one is good as it is."""

from __future__ import annotations

from dataclasses import asdict

from restitch_app.domain.boundaries import BoundaryClass, judge_boundary
from restitch_app.domain.staleness import upstream_fingerprints
from restitch_app.domain.versions import Version
from restitch_app.services.actor import ENGINE
from restitch_app.services.project.project import Project
from restitch_app.services.review.staleness import StaleChange, Staleness
from restitch_app.services.review.versions import Judgement

PIN_HELD = "pin_held"


class PinHeld:
    def __init__(self, project: Project, staleness: Staleness) -> None:
        self._project = project
        self._staleness = staleness

    def approve_next(self, version: Version) -> StaleChange | None:
        """Approve the segment after a version that has just become current, if its end was held to
        that segment's first frame and the boundary between them is green. None where it is not.

        Call it inside the transaction that made the version current. Can be undone.
        """
        after = self._held_next(version)
        if after is None:
            return None
        store = self._project.store
        ids = [link.version_id for link in store.versions.chain_links(version.scene_id)]
        upstream = tuple(upstream_fingerprints(ids))[after.sequence_index]
        before, now = Judgement.of(after), Judgement(upstream, needs_work=False, by=ENGINE)
        store.versions.set_approval(after.id, upstream, ENGINE)
        store.events.add(
            PIN_HELD,
            ENGINE,
            version_id=after.id,
            detail={
                "before": asdict(before),
                "after": asdict(now),
                "reason": "pin held",
                "pinned": version.id,
            },
        )
        return self._staleness.refresh(version.scene_id)

    def _held_next(self, version: Version) -> Version | None:
        """None where it was not pinned, the next segment shows another version by now, a reviewer
        said that that one needs work, or the boundary is not green."""
        store = self._project.store
        _, after = store.versions.neighbours(version.scene_id, version.sequence_index)
        if after is None or after.needs_work or version.end_from_version_id != after.id:
            return None
        join = store.joins.get(version.id, after.id)
        policy = self._project.settings().boundary_policy
        if join is None:
            return None
        boundary = judge_boundary(version.sequence_index, join, policy)
        return after if boundary.boundary_class is BoundaryClass.GREEN else None
