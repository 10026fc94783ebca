"""Taking segments out of a scene, putting clips into it, and changing their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from restitch_app.domain.errors import WrongUse
from restitch_app.domain.progress import JobContext
from restitch_app.domain.splices import Splice, moved
from restitch_app.domain.versions import Scene, Version
from restitch_app.services.chain.order import OrderChange, SceneOrder
from restitch_app.services.chain.splitting import Splitting
from restitch_app.services.imports.importing import Importing
from restitch_app.services.imports.source_clips import RefusedClip
from restitch_app.services.imports.wishes import PLAIN, ClipPiece, ImportWishes, pieces_of
from restitch_app.services.project.project import Project
from restitch_app.services.review.staleness import StaleChange

REMOVED, MOVED = "segment_removed", "segment_moved"
INSERTED, SPLIT = "clips_inserted", "segment_split"


@dataclass(frozen=True, slots=True)
class Edited:
    """What a change of the order came to."""

    stale: StaleChange
    segments: tuple[int, ...] = ()
    """Sequence indices of what came in or was moved, as they are now."""
    refused: tuple[RefusedClip, ...] = ()
    """Clips that could not be inserted."""


class ChainEditing:
    """Each change is one transaction and one step of undo; no file is ever taken away.

    All raise NotFound for no such segment, WrongUse while a run or a job is under way there.
    Decode on the calling thread: use a worker.
    """

    def __init__(
        self, project: Project, order: SceneOrder, importing: Importing, splitting: Splitting
    ) -> None:
        self._project = project
        self._order = order
        self._importing = importing
        self._splitting = splitting

    def remove(self, scene: Scene, sequence_index: int, ctx: JobContext) -> Edited:
        """Take the segment out of the scene; its versions stay and undo brings them back.

        Raises WrongUse for the only segment.
        """
        version = self._project.current(scene, sequence_index)
        change = OrderChange(Splice(sequence_index, (version.id,), ()))

        def check() -> None:
            if self._project.store.versions.segment_count(scene.id) == 1:
                raise WrongUse(
                    "The only segment cannot be removed", scene.name, "Insert another clip first"
                )

        self._order.learn(scene.id, change)
        detail = {"segment": sequence_index + 1}
        stale = self._order.carry_out(scene.id, lambda: change, REMOVED, detail, ctx, check)
        return Edited(stale)

    def move(self, scene: Scene, sequence_index: int, to_index: int, ctx: JobContext) -> Edited:
        """Let the segment stand at place `to_index`; what lay there moves towards where it was."""
        self._project.current(scene, sequence_index)
        self._project.current(scene, to_index)
        if sequence_index == to_index:
            raise WrongUse(
                f"Segment {sequence_index + 1} stands there already", "", "Choose another place"
            )
        names = self._project.store.splices.names(scene.id)
        change = OrderChange(moved(sequence_index, to_index, names))
        stale = self._changed(scene, change, MOVED, sequence_index, ctx, to=to_index + 1)
        return Edited(stale, (to_index,))

    def insert(
        self,
        scene: Scene,
        sequence_index: int,
        clips: Sequence[Path | ClipPiece],
        ctx: JobContext,
        wishes: ImportWishes = PLAIN,
    ) -> Edited:
        """Put clips in before the segment at this place, or after the last (index = their number).

        `wishes`: how their files are kept, and whether clips of another size or rate than the
        scene's become like it. Else those are refused by name, as is what cannot be read, and the
        others go in. Raises MediaError where none is left.
        """
        count = self._project.store.versions.segment_count(scene.id)
        if not 0 <= sequence_index <= count:
            raise WrongUse(
                f"There is no place {sequence_index + 1}",
                f"{scene.name} has {count} segments",
                f"Choose one from 1 to {count + 1}",
            )
        self._order.refuse_while_working(scene.id, sequence_index)
        with self._importing.added(scene, clips, ctx, wishes) as added:
            versions: tuple[Version, ...] = ()

            def make() -> OrderChange:
                nonlocal versions
                versions = added.record()
                names = tuple(version.id for version in versions)
                return OrderChange(Splice(sequence_index, (), names))

            detail = {
                "segment": sequence_index + 1,
                "clips": [one.path.name for one in pieces_of(clips)],
            }
            stale = self._order.carry_out(scene.id, make, INSERTED, detail, ctx, done=added.keep)
        places = tuple(range(sequence_index, sequence_index + len(versions)))
        return Edited(stale, places, added.refused)

    def split(self, scene: Scene, sequence_index: int, frame: int, ctx: JobContext) -> Edited:
        """Two segments of one: `frame` (of the version's file, from 0) becomes the first of the
        second. Every frame stays as it is, bit for bit. Raises as `Splitting.split`."""
        version = self._project.current(scene, sequence_index)
        stale = self._splitting.split(version, frame, SPLIT, ctx)
        return Edited(stale, (sequence_index, sequence_index + 1))

    def _changed(
        self,
        scene: Scene,
        change: OrderChange,
        kind: str,
        sequence_index: int,
        ctx: JobContext,
        **told: object,
    ) -> StaleChange:
        self._order.learn(scene.id, change)
        detail = {"segment": sequence_index + 1, **told}
        return self._order.carry_out(scene.id, lambda: change, kind, detail, ctx)
