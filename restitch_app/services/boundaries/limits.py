"""The limits that boundaries are judged by in a project: shown, set, and what a change would do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from restitch_app.domain.boundaries import (
    Boundary,
    BoundaryPolicy,
    Continuity,
    judge_boundary,
)
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.policies import (
    CONTINUITY,
    PLAIN,
    continuity_from_note,
    plain_from_note,
    policy_to_note,
)
from restitch_app.services.actor import current_actor
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.boundaries.limit_keys import sound, with_limit
from restitch_app.services.project.project import Project
from restitch_app.services.project.unchanged import Check, unchecked

LIMITS_CHANGED = "limits_changed"

Change = Callable[[BoundaryPolicy], BoundaryPolicy]


@dataclass(frozen=True, slots=True)
class Reclassified:
    """A boundary that other limits would judge otherwise."""

    scene_id: int
    before: Boundary
    after: Boundary


class BoundaryLimits:
    def __init__(self, project: Project, boundaries: Boundaries) -> None:
        self._project = project
        self._boundaries = boundaries

    def policy(self) -> BoundaryPolicy:
        return self._project.settings().boundary_policy

    def change(self, values: Mapping[str, float], policy_name: str | None = None) -> BoundaryPolicy:
        """Choose a policy ("continuity" or "plain"; None stays with the present one), then limits.

        Limits by key: ssim_threshold, ssim_band; yellow, red or a measure's name, for both types of
        boundary, or for one as in "chained.colour". The limits of the other policy are kept. All or
        nothing. Raises WrongUse for an unknown name and for a value that cannot be meant.
        """

        def changed(policy: BoundaryPolicy) -> BoundaryPolicy:
            if policy_name is not None:
                policy = self._named(policy_name, policy)
            for key, value in values.items():
                policy = with_limit(policy, key, value)
            return sound(policy)

        return self._changed(changed)

    def use(
        self, policy: BoundaryPolicy, instead_of: BoundaryPolicy | None = None
    ) -> BoundaryPolicy:
        """Judge by exactly this. Raises WrongUse for limits that cannot be meant, and where the
        present ones are not `instead_of`, which this was made from."""

        def used(present: BoundaryPolicy) -> BoundaryPolicy:
            if instead_of is not None and present != instead_of:
                raise WrongUse(
                    "The limits have changed", "They were set meanwhile", "Look at them again"
                )
            return sound(policy)

        return self._changed(used)

    def would_change(self, policy: BoundaryPolicy) -> tuple[Reclassified, ...]:
        """Boundaries of every scene that this policy would judge otherwise. Decodes nothing."""
        return self._reclassified(self.policy(), policy)

    def restore(
        self, policy: BoundaryPolicy, kind: str, event_id: int, check: Check = unchecked
    ) -> None:
        """For undo and redo."""

        def restored(_policy: BoundaryPolicy) -> BoundaryPolicy:
            check()
            return policy

        self._changed(restored, kind, {"event": event_id})

    def _reclassified(
        self, before: BoundaryPolicy, after: BoundaryPolicy
    ) -> tuple[Reclassified, ...]:
        found = []
        for scene in self._project.store.scenes.list():
            for boundary in self._boundaries.known(scene):
                old = judge_boundary(boundary.left_index, boundary.join, before)
                new = judge_boundary(boundary.left_index, boundary.join, after)
                if old.boundary_class is not new.boundary_class:
                    found.append(Reclassified(scene.id, old, new))
        return tuple(found)

    def _named(self, name: str, present: BoundaryPolicy) -> BoundaryPolicy:
        stored = self._project.store.project.policy_note()
        if name == PLAIN:
            return plain_from_note(stored)
        if name == CONTINUITY:
            return present if isinstance(present, Continuity) else continuity_from_note(stored)
        raise WrongUse(f"There is no policy named {name!r}", "", f"Choose {CONTINUITY} or {PLAIN}")

    def _changed(
        self,
        change: Change,
        kind: str = LIMITS_CHANGED,
        detail: Mapping[str, object] | None = None,
    ) -> BoundaryPolicy:
        store = self._project.store
        with store.transaction():  # or what another program set meanwhile would be lost
            settings = store.project.settings()
            before, after = settings.boundary_policy, change(settings.boundary_policy)
            if before == after:
                return after
            store.project.save_settings(replace(settings, boundary_policy=after))
            notes = {"before": policy_to_note(before), "after": policy_to_note(after)}
            store.events.add(kind, current_actor(), detail=notes | dict(detail or {}))
        self._project.publish(Changes(scene=True))
        return after
