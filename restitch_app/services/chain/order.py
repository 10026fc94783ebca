"""One change of a scene's order, in one transaction; the same way forwards, undone and redone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import MediaError, WrongUse
from restitch_app.domain.progress import JobContext
from restitch_app.domain.splices import Splice
from restitch_app.domain.staleness import upstream_fingerprints
from restitch_app.services.actor import current_actor
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.project.project import Project
from restitch_app.services.project.unchanged import Check, unchecked
from restitch_app.services.review.staleness import StaleChange, Staleness


@dataclass(frozen=True, slots=True)
class MovedNote:
    """A note that goes with its frame to another version."""

    note_id: int
    version_id: int
    frame: int
    to_version_id: int
    to_frame: int

    @property
    def undone(self) -> MovedNote:
        return MovedNote(
            self.note_id, self.to_version_id, self.to_frame, self.version_id, self.frame
        )


@dataclass(frozen=True, slots=True)
class OrderChange:
    """What becomes of a scene's order, and what goes with it."""

    splice: Splice
    switch: tuple[int, int] | None = None
    """(version that played, version that plays in its place), at a place that stays."""
    same_pictures: bool = False
    """What plays shows the same frames as before: approvals of what follows stay valid."""
    notes: tuple[MovedNote, ...] = ()
    lineage: tuple[tuple[int, int, int], ...] = ()
    """(version, whose frame it was made from, whose frame that is now)."""

    @property
    def undone(self) -> OrderChange:
        return OrderChange(
            self.splice.undone,
            None if self.switch is None else (self.switch[1], self.switch[0]),
            self.same_pictures,
            tuple(note.undone for note in self.notes),
            tuple((version, now, before) for version, before, now in self.lineage),
        )


class SceneOrder:
    def __init__(self, project: Project, staleness: Staleness, boundaries: Boundaries) -> None:
        self._project = project
        self._staleness = staleness
        self._boundaries = boundaries

    def refuse_while_working(self, scene_id: int, first: int, last: int | None = None) -> None:
        """Raises WrongUse while a run, or a job at places `first` to `last`, is under way.

        Such a job knows its place by number. `last` None: to the end. Call it inside the
        transaction that changes the order.
        """
        store = self._project.store
        if store.runs.open_in(scene_id) is not None:
            raise WrongUse(
                "A run is under way in this scene",
                "It knows its segments by their places",
                "Wait for it, or end it first",
            )
        for job in store.jobs.list(open_only=True):
            behind = last is None or job.sequence_index <= last
            if job.scene_id == scene_id and job.sequence_index >= first and behind:
                raise WrongUse(
                    f"{job.name} is being rendered",
                    f"Job {job.id} would end in another place",
                    "Wait for it, or cancel it first",
                )

    def carry_out(
        self,
        scene_id: int,
        make: Callable[[], OrderChange],
        kind: str,
        detail: Mapping[str, object],
        ctx: JobContext,
        check: Check = unchecked,
        settle: Callable[[], object] = unchecked,
        done: Callable[[], object] = unchecked,
    ) -> StaleChange:
        """Change the order, recompute the flags, and take up the joins of what meets now.

        Told in the audit trail as `kind` of the first segment it is about. `make` and `settle` are
        called in the transaction: for the change, and once everything stands in its place; `done`
        right after it, when nothing of it can be lost any more. Afterwards boundaries that are new
        are measured. Raises WrongUse (see `refuse_while_working`), Refused where the order is
        another by now, and what `check` does; nothing is changed then. Raises MediaError where the
        order was changed and a boundary cannot be measured.
        """
        store = self._project.store
        with store.transaction():
            check()
            change = make()
            splice = change.splice
            last = None if splice.shift else splice.first + len(splice.after) - 1
            self.refuse_while_working(scene_id, splice.first - (change.switch is not None), last)
            approved = self._valid_approvals(scene_id) if change.same_pictures else {}
            store.splices.carry_out(scene_id, splice)
            if change.switch is not None:
                store.versions.make_current(change.switch[1])
            for version_id, _, now in change.lineage:
                store.versions.set_seed_version(version_id, now)
            for note in change.notes:
                store.notes.carry(note.note_id, note.to_version_id, note.to_frame)
            self._renew_approvals(scene_id, approved)
            settle()
            stale = self._staleness.refresh(scene_id)
            # A version that plays in place of another stands right before the splice.
            first_left = splice.first - (2 if change.switch else 1)
            self._rejoin(scene_id, first_left, splice.first + len(splice.after))
            about = (*splice.after, *splice.before)[0]
            told = {**change_to_note(change), **detail}
            store.events.add(kind, current_actor(), version_id=about, detail=told)
        done()
        self._project.publish(Changes(scene=True))
        self._measure(scene_id, {first_left, *splice.touched}, ctx)
        return stale

    def learn(self, scene_id: int, change: OrderChange) -> None:
        """Look at the pictures of what will meet, ahead of the transaction."""
        store = self._project.store
        names = list(store.splices.names(scene_id))
        first = change.splice.first
        names[first : first + len(change.splice.before)] = change.splice.after
        if change.switch is not None:
            names = [change.switch[1] if one == change.switch[0] else one for one in names]
        low, high = max(0, first - 1), first + len(change.splice.after) + 1
        links = [store.versions.link(name) for name in names[low:high]]
        self._staleness.learn([link for link in links if link is not None])

    def _valid_approvals(self, scene_id: int) -> dict[int, str]:
        """Versions whose approval is of what plays before them now."""
        links = self._project.store.versions.chain_links(scene_id)
        prints = upstream_fingerprints(link.version_id for link in links)
        return {
            link.version_id: upstream
            for link, upstream in zip(links, prints, strict=True)
            if link.approved_upstream == upstream
        }

    def _renew_approvals(self, scene_id: int, approved: Mapping[int, str]) -> None:
        links = self._project.store.versions.chain_links(scene_id)
        prints = upstream_fingerprints(link.version_id for link in links)
        for link, upstream in zip(links, prints, strict=True):
            if link.version_id in approved and upstream != approved[link.version_id]:
                self._project.store.versions.renew_approval(link.version_id, upstream)

    def _rejoin(self, scene_id: int, first_left: int, last_left: int) -> None:
        store = self._project.store
        for left_index in range(first_left, last_left + 1):
            left = store.versions.current_at(scene_id, left_index)
            right = store.versions.current_at(scene_id, left_index + 1)
            if left is not None and right is not None:
                self._boundaries.rejoin(left, right)
            elif left is not None:  # the last one now
                store.versions.set_boundary_ssim(left.id, after=None)
            elif right is not None:
                store.versions.set_boundary_ssim(right.id, before=None)

    def _measure(self, scene_id: int, left_indices: set[int], ctx: JobContext) -> None:
        """A clip that cannot be read leaves its boundary unmeasured: the order is changed."""
        scene = self._project.store.scenes.get(scene_id)
        try:
            self._boundaries.check(scene, ctx, only=left_indices)
        except MediaError as error:
            raise _not_measured(error) from error


def _not_measured(error: MediaError) -> MediaError:
    return MediaError(
        "The scene's order was changed, but a boundary cannot be measured",
        error.title,
        "Put the clip back and check the boundary again",
    )


def change_to_note(change: OrderChange) -> dict[str, object]:
    """As the audit trail keeps it."""
    splice = change.splice
    return {
        "first": splice.first,
        "before": list(splice.before),
        "after": list(splice.after),
        "switch": list(change.switch) if change.switch else None,
        "same_pictures": change.same_pictures,
        "notes": [
            [note.note_id, note.version_id, note.frame, note.to_version_id, note.to_frame]
            for note in change.notes
        ],
        "lineage": [list(one) for one in change.lineage],
    }


def change_from_note(stored: Mapping[str, object]) -> OrderChange | None:
    """None where it is none."""
    match stored:
        case {
            "first": int(first),
            "before": list(before),
            "after": list(after),
            "switch": switch,
            "same_pictures": bool(same_pictures),
            "notes": list(notes),
            "lineage": list(lineage),
        }:
            return OrderChange(
                Splice(first, tuple(before), tuple(after)),
                (switch[0], switch[1]) if isinstance(switch, list) else None,
                same_pictures,
                tuple(MovedNote(*note) for note in notes),
                tuple((one[0], one[1], one[2]) for one in lineage),
            )
    return None
