"""What reviewers say they see at boundaries, handed from one copy of a project to another."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from restitch_app.domain.boundaries import SEEN_AS, Boundary
from restitch_app.domain.call_notes import call_from_note, call_to_note
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.join_notes import UnreadableNote
from restitch_app.domain.versions import Scene
from restitch_app.services.actor import current_actor
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.boundaries.decisions import CALLED
from restitch_app.services.handover.handed_file import HandedCall
from restitch_app.services.handover.items import Found, Item, LeftOut, key_of, likeliest_first, said
from restitch_app.services.project.project import Project


class Calls:
    def __init__(self, project: Project, boundaries: Boundaries) -> None:
        self._project, self._boundaries = project, boundaries

    def of(self, scene: Scene) -> Iterator[HandedCall]:
        by_id = {one.id: one for one in self._project.store.versions.current(scene.id)}
        made = {(one.left_id, one.right_id): one for one in self._project.store.calls.list()}
        for boundary in self._boundaries.known(scene):
            pair = boundary.join.left_id, boundary.join.right_id
            if pair in made:
                left, right = (by_id[one].file_sha256 for one in pair)
                told = call_to_note(made[pair])
                yield HandedCall(left, right, scene.name, boundary.label, told)

    def compared(self, scenes: Collection[Scene], theirs: HandedCall) -> Found:
        key = key_of(scenes, theirs.scene, f"verdict on boundary {theirs.label}")
        for scene in likeliest_first(scenes, theirs.scene):
            by_id = {one.id: one for one in self._project.store.versions.current(scene.id)}
            for boundary in self._boundaries.known(scene):
                left_id, right_id = boundary.join.left_id, boundary.join.right_id
                pair = by_id[left_id].file_sha256, by_id[right_id].file_sha256
                if pair != (theirs.left_sha256, theirs.right_sha256):
                    continue
                if boundary.is_cut:
                    return LeftOut(key, "it is a cut here, and is not judged")
                try:
                    wanted = call_from_note(
                        {**theirs.call, "left_id": left_id, "right_id": right_id}
                    )
                except UnreadableNote:
                    return LeftOut(key, "it cannot be read")
                mine = self._project.store.calls.get(left_id, right_id)
                if mine is not None and mine.says is wanted.says:
                    return None
                take = partial(self._take, boundary, mine, wanted)
                return Item(key, _words(mine) if mine else "", _words(wanted), take)
        return LeftOut(key, "these two versions do not meet here")

    def _take(self, boundary: Boundary, mine: BoundaryCall | None, wanted: BoundaryCall) -> None:
        store, pair = self._project.store, (wanted.left_id, wanted.right_id)
        with store.transaction():
            if store.calls.get(*pair) != mine:
                raise WrongUse("A boundary was judged meanwhile", boundary.label, "Merge again")
            after = store.calls.save(wanted, current_actor())
            detail = {
                "boundary": boundary.label,
                "says": after.says.value,
                "before": call_to_note(mine) if mine else None,
                "after": call_to_note(after),
                "merged": True,
            }
            store.events.add(CALLED, current_actor(), join=pair, detail=detail)
        self._boundaries.tell(boundary.left_index)


def _words(call: BoundaryCall) -> str:
    return said(SEEN_AS[call.says], "", call.by)
