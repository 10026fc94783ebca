"""What becomes of a request when its last take has ended: decided once, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from restitch_app.domain.changes import Changes
from restitch_app.domain.jobs import BecomesCurrent, JobKind, JobProblem, JobRecord, JobState
from restitch_app.domain.quality import Verdict
from restitch_app.domain.versions import Version
from restitch_app.services.actor import ENGINE
from restitch_app.services.project.project import Project
from restitch_app.services.review.pin_held import PinHeld
from restitch_app.services.review.staleness import Staleness
from restitch_app.services.review.versions import Versions, link_of

VERDICT_ORDER = {Verdict.PASS: 0, Verdict.WARN: 1, Verdict.FAIL: 2}

CHOICES = ("became_current", "used")


class Deciding:
    def __init__(self, project: Project, versions: Versions, staleness: Staleness) -> None:
        self._project = project
        self._versions = versions
        self._staleness = staleness
        self._pin_held = PinHeld(project, staleness)

    def end(
        self,
        job: JobRecord,
        state: JobState,
        *,
        result: Version | None = None,
        problem: JobProblem | None = None,
    ) -> None:
        """Move the job to its end; after the request's last one, choose which take becomes current.

        Both in one transaction, so that no crash leaves a request undecided or decides it twice.
        A job that has ended meanwhile, as by a cancel, stays as it is. A bridge chooses nothing:
        its frames wait for a reviewer to apply them.
        """
        if result is not None and result.failure is None:
            self._staleness.learn_if_current(
                result.scene_id, link_of(result), result.sequence_index
            )
            self.before_changed(job)  # looks at the pictures here, not in the transaction
        store = self._project.store
        is_bridge = job.kind is JobKind.BRIDGE
        place = frozenset({job.sequence_index})
        changes = Changes(boundaries=place, jobs=True) if is_bridge else Changes(place, jobs=True)
        with store.transaction():
            if not store.jobs.get(job.id).state.is_open:
                return
            store.jobs.move(
                job.id,
                state,
                result_segment_id=result.id if result else None,
                problem=problem,
                waiting_since=None,
            )
            if not is_bridge and not store.jobs.open_for_request(job.request_id):
                changes |= self._decide(job)
        self._project.publish(changes)

    def _decide(self, job: JobRecord) -> Changes:
        """Once a request: a take that was sent again after another one was chosen, by the policy or
        by a person, stays a candidate. Only takes whose checks were finished are compared.
        """
        store = self._project.store
        recorded = store.versions.by_request(job.request_id)
        if store.events.has(CHOICES, [take.id for take in recorded]):
            return Changes()
        done = {one.result_segment_id for one in store.jobs.of_request(job.request_id)}
        takes = [take for take in recorded if take.id in done and take.can_play]
        replaced = store.versions.current_at(job.scene_id, job.sequence_index)
        chosen = self._chosen(job, takes, is_new_place=replaced is None)
        if chosen is None:
            return Changes()
        if store.versions.segment_count(job.scene_id) == 0:
            facts = chosen.facts
            store.scenes.settle(job.scene_id, facts.rate, facts.width, facts.height)
        stale = self._versions.switch(chosen)
        held = self._pin_held.approve_next(chosen)
        if held is not None:
            stale = replace(held, changed=tuple({*stale.changed, *held.changed}))
        index = chosen.sequence_index
        store.events.add(
            "became_current",
            ENGINE,
            version_id=chosen.id,
            job_id=job.id,
            detail={"replaced": replaced.id if replaced else None, "flagged": len(stale.flagged)},
        )
        return Changes(
            segments=frozenset({index, *stale.changed} | ({index + 1} if held else set())),
            boundaries=frozenset({index - 1, index}),
            scene=replaced is None,
        )

    def _chosen(
        self, job: JobRecord, takes: Sequence[Version], *, is_new_place: bool
    ) -> Version | None:
        """None: all stay candidates. Where nothing plays yet the best plays, whatever the policy:
        there it can be looked at, and nothing is lost by it."""
        if is_new_place:
            return min(takes, key=rank, default=None)
        policy = self._project.settings().becomes_current
        if policy is BecomesCurrent.ASK or self.before_changed(job):
            return None
        ranked = sorted(takes, key=rank)
        if not ranked:
            return None
        best = ranked[0]
        passes = best.verdict in (Verdict.PASS, Verdict.WARN)
        return best if passes or policy is BecomesCurrent.ALWAYS else None

    def before_changed(self, job: JobRecord) -> bool:
        """Whether the picture before the segment was replaced while it rendered."""
        before, _ = self._project.store.versions.neighbours(job.scene_id, job.sequence_index)
        if before is None or before.id == job.before_version_id:
            return False
        asked_with = (
            self._project.store.versions.get(job.before_version_id)
            if job.before_version_id is not None
            else None
        )
        if asked_with is None or asked_with.last_frame is None or before.last_frame is None:
            return True
        return not self._staleness.same_picture(asked_with.last_frame.hash, before.last_frame.hash)


def rank(take: Version) -> tuple[int, float, float]:
    """Sort key, best first: verdict, then the worse of the two boundaries, then QA score."""
    ends = [
        ssim for ssim in (take.boundary_ssim_before, take.boundary_ssim_after) if ssim is not None
    ]
    verdict = VERDICT_ORDER[take.verdict] if take.verdict else len(VERDICT_ORDER)
    return verdict, -min(ends, default=1.0), -(take.score or 0.0)
