"""The versions of a segment: see them, make one current, approve one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import NotFound, WrongUse
from restitch_app.domain.join_notes import join_to_note
from restitch_app.domain.joins import Join
from restitch_app.domain.progress import JobContext
from restitch_app.domain.quality import QualityReport
from restitch_app.domain.staleness import ChainLink, upstream_fingerprints
from restitch_app.domain.versions import Scene, Version
from restitch_app.services.actor import current_actor
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.project.project import Project
from restitch_app.services.project.unchanged import Check, unchecked
from restitch_app.services.review.staleness import StaleChange, Staleness

LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Use:
    """What making a version current came to."""

    version: Version
    replaced: Version
    stale: StaleChange


@dataclass(frozen=True, slots=True)
class Judgement:
    """A reviewer's verdict on a version."""

    approved_upstream: str | None
    """See `domain.staleness`; None while not approved."""
    needs_work: bool
    reason: str = ""
    """Why it needs work."""
    by: str = ""
    at: str = ""
    """Who said so and when; empty: whoever stores it, now."""

    @staticmethod
    def of(version: Version) -> Judgement:
        return Judgement(
            version.approved_upstream,
            version.needs_work,
            version.work_reason,
            version.judged_by,
            version.judged_at,
        )

    def says_as(self, other: Judgement) -> bool:
        """Whoever said it."""
        return (self.approved_upstream, self.needs_work, self.reason) == (
            other.approved_upstream,
            other.needs_work,
            other.reason,
        )


class Versions:
    def __init__(self, project: Project, staleness: Staleness, boundaries: Boundaries) -> None:
        self._project = project
        self._staleness = staleness
        self._boundaries = boundaries

    def history(self, scene: Scene, sequence_index: int) -> list[Version]:
        """All versions of the segment, newest first. Raises NotFound for no such segment."""
        self._project.current(scene, sequence_index)
        return self._project.store.versions.history(scene.id, sequence_index)

    def numbered(self, scene: Scene, sequence_index: int, number: int) -> Version:
        """Raises NotFound, naming the versions there are."""
        history = self.history(scene, sequence_index)
        for version in history:
            if version.number == number:
                return version
        known = ", ".join(f"v{version.number}" for version in reversed(history))
        raise NotFound(
            f"Segment {sequence_index + 1} has no v{number}",
            f"It has {known}",
            "Choose one of them",
        )

    def quality(self, version: Version) -> QualityReport | None:
        return self._project.store.quality.report(version.id)

    def use(self, version: Version, ctx: JobContext) -> Use:
        """Make the version current; what it now touches is checked and flagged.

        Raises WrongUse for a result that cannot play; MediaError where it is current by now, but a
        boundary cannot be measured because a clip there cannot be read.
        """
        return self.bring_back(version, ctx, "used", {})

    def bring_back(
        self,
        version: Version,
        ctx: JobContext,
        kind: str,
        detail: Mapping[str, object],
        joins: Sequence[Join] = (),
        check: Check = unchecked,
    ) -> Use:
        """The same, told in the audit trail as `kind` with this detail.

        `joins`: of the version that is replaced, put back as they were before it became current.
        Raises what `check` does; nothing is switched then.
        """
        if not version.can_play:
            raise WrongUse(
                f"v{version.number} of segment {version.sequence_index + 1} cannot be used",
                version.failure or "Its file was purged",
                "Choose another version",
            )
        store = self._project.store
        replaced = self._current_beside(version)
        self._staleness.learn_if_current(version.scene_id, link_of(version), version.sequence_index)
        with store.transaction():
            check()
            change, set_aside = self._switched(version)
            for join in joins:
                store.joins.save(join, current_actor())
            told: dict[str, object] = {"replaced": replaced.id, "flagged": len(change.flagged)}
            if set_aside:
                told["set_aside"] = [join_to_note(join) for join in set_aside]
            store.events.add(
                kind, current_actor(), version_id=version.id, detail=told | dict(detail)
            )
        self._publish(version, change)
        self.check_around(version, ctx)
        return Use(store.versions.get(version.id), replaced, change)

    def switch(self, version: Version) -> StaleChange:
        """Make it current and recompute the flags. Call inside a transaction."""
        return self._switched(version)[0]

    def _switched(self, version: Version) -> tuple[StaleChange, list[Join]]:
        """The same, with the joins whose treatments do not fit any more, as they were."""
        store = self._project.store
        store.versions.make_current(version.id)
        change = self._staleness.refresh(version.scene_id)
        before, after = store.versions.neighbours(version.scene_id, version.sequence_index)
        set_aside = [
            self._boundaries.rejoin(before, version) if before else None,
            self._boundaries.rejoin(version, after) if after else None,
        ]
        return change, [join for join in set_aside if join is not None]

    def bring_all_back(
        self,
        versions: Sequence[Version],
        ctx: JobContext,
        kind: str,
        detail: Mapping[str, object],
        check: Check = unchecked,
    ) -> StaleChange:
        """Make these current in one step, of one scene, told as `kind` of the first.

        Joins whose treatments do not fit any more are set aside. Raises as `bring_back`.
        """
        store, scene_id = self._project.store, versions[0].scene_id
        wanted = {version.sequence_index: link_of(version) for version in versions}
        chain = enumerate(store.versions.chain_links(scene_id))
        self._staleness.learn([wanted.get(index, link) for index, link in chain])
        with store.transaction():
            check()
            for version in versions:
                store.versions.make_current(version.id)
            change = self._staleness.refresh(scene_id)
            lefts = {index - side for index in wanted for side in (0, 1)}
            for left_index in sorted(lefts):
                left = store.versions.current_at(scene_id, left_index)
                right = store.versions.current_at(scene_id, left_index + 1)
                if left is not None and right is not None:
                    self._boundaries.rejoin(left, right)
            store.events.add(kind, current_actor(), version_id=versions[0].id, detail=dict(detail))
        self._project.publish(
            Changes(frozenset({*wanted, *change.changed}), boundaries=frozenset(lefts))
        )
        for version in versions:
            self.check_around(store.versions.get(version.id), ctx)
        return change

    def check_around(self, version: Version, ctx: JobContext) -> None:
        """Measure the version's two boundaries with the neighbours that are current now."""
        before, after = self._project.store.versions.neighbours(
            version.scene_id, version.sequence_index
        )
        ctx.progress("Checking boundaries", 0, 2)
        if before:
            self._boundaries.measured(before, version)
        ctx.progress("Checking boundaries", 1, 2)
        if after:
            self._boundaries.measured(version, after)

    def approve(self, scene: Scene, sequence_index: int) -> StaleChange:
        """Approve the current version; where the segment is stale, that ends there too."""
        store = self._project.store
        version = self._project.current(scene, sequence_index)
        ids = [link.version_id for link in store.versions.chain_links(scene.id)]
        upstream = tuple(upstream_fingerprints(ids))[sequence_index]
        return self.judge(version, Judgement(upstream, needs_work=False), "approved", {})

    def mark_needs_work(self, scene: Scene, sequence_index: int, reason: str = "") -> StaleChange:
        """Say of the current version that it is not good enough; takes its approval back.

        Raises WrongUse for a reason that is too long to be shown.
        """
        said = " ".join(reason.split())
        if len(said) > LONGEST_REASON:
            raise WrongUse(
                "The reason is too long",
                f"It has {len(said)} characters",
                f"Use up to {LONGEST_REASON}; a note can be longer",
            )
        version = self._project.current(scene, sequence_index)
        return self.judge(version, Judgement(None, needs_work=True, reason=said), "needs_work", {})

    def withdraw(self, scene: Scene, sequence_index: int) -> StaleChange:
        """Take the reviewer's verdict on the current version back, whichever it was."""
        version = self._project.current(scene, sequence_index)
        return self.judge(version, Judgement(None, needs_work=False), "verdict_withdrawn", {})

    def judge(
        self,
        version: Version,
        judgement: Judgement,
        kind: str,
        detail: Mapping[str, object],
        check: Check = unchecked,
    ) -> StaleChange:
        """Give the version this verdict, told in the audit trail as `kind` with this detail.

        Raises what `check` does; nothing is written then.
        """
        store = self._project.store
        # Enough also where approval ends: links do not change by it.
        self._staleness.learn(store.versions.chain_links(version.scene_id))
        with store.transaction():
            check()
            before = Judgement.of(store.versions.get(version.id))
            by, at = judgement.by or current_actor(), judgement.at or None
            store.versions.set_approval(version.id, judgement.approved_upstream, by, at)
            if judgement.needs_work:
                store.versions.set_needs_work(
                    version.id, needs_work=True, reason=judgement.reason, by=by, at=at
                )
            change = self._staleness.refresh(version.scene_id)
            after = Judgement.of(store.versions.get(version.id))
            told = {"before": asdict(before), "after": asdict(after), **detail}
            store.events.add(kind, current_actor(), version_id=version.id, detail=told)
        self._publish(version, change)
        return change

    def _publish(self, version: Version, change: StaleChange) -> None:
        index = version.sequence_index
        touched = {index, *change.changed}
        self._project.publish(
            Changes(segments=frozenset(touched), boundaries=frozenset({index - 1, index}))
        )

    def _current_beside(self, version: Version) -> Version:
        current = self._project.store.versions.current_at(version.scene_id, version.sequence_index)
        assert current is not None, "a segment with versions has a current one"
        return current


def link_of(version: Version) -> ChainLink:
    """The version as staleness sees it. It must have frames."""
    assert version.last_frame is not None
    return ChainLink(
        version.id,
        version.seed_from_version_id,
        version.seed_frame.hash if version.seed_frame else None,
        version.last_frame.hash,
        version.approved_upstream,
        version.hand_off.hash if version.hand_off else None,
    )
